"""The dates of doses that nothing reminded of: they stand beside an empty column of planned times."""

from analysis.journal.cells import pattern_of
from analysis.journal.tables.headings import heading, heading_words
from analysis.journal.tables.lines import could_be_date
from analysis.journal.tables.raw_table import RawTable

FILLED = "no planned date is given; the date beside it was taken"


def fill_planned_dates(table: RawTable) -> None:
    """Fills, in a list of medicines, the cells of the one column of planned dates that hold none, with the
    first date that stands in the row; each such row is named as mended.
    """
    known = [heading(header).fields[:1] for header in table.headers]
    planned = [at for at, header in enumerate(table.headers) if _is_planned(header)]
    planned = [at for at in planned if any(could_be_date(row[at]) for row in table.rows)]
    if len(planned) != 1 or ("medication",) not in known:
        return
    beside = [at for at in range(len(known)) if at not in planned and known[at] in _DATED]
    dates = [row[planned[0]] for row in table.rows]
    for at, row in enumerate(table.rows):
        if could_be_date(dates[at]):
            continue
        date = next((row[place] for place in beside if could_be_date(row[place])), None)
        if date is not None:
            dates[at] = date
            table.mended.append((at, FILLED))
    table.set_column(planned[0], dates)


_DATED = ((), ("night",), ("onset",), ("recorded_at",))


def _is_planned(header: str) -> bool:
    fields = heading(header).fields[:1]
    return fields == ("night",) and bool(pattern_of("planned").search(heading_words(header)))
