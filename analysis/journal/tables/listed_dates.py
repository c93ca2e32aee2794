"""Lists of habits that keep the days of each in one cell: "2025-03-02, 2025-03-05, 2025-03-09"."""

import re
from itertools import chain

from analysis.journal.cells import plain, vocabulary
from analysis.journal.tables.headings import heading_words
from analysis.journal.tables.lines import could_be_date
from analysis.journal.tables.raw_table import RawTable

LISTED = "a list of dates in one cell; each date was read as a row, and the rows are counted so"
_PARTED = re.compile(r"\s*[,;|\n]\s*")
_MARK = re.compile(r"[,;|\n]")
_AROUND = "[]{}() \n"
_QUOTES = "\"'“”‘’"
_LEAST_OF_A_LIST = 2  # dates


def part_listed_dates(table: RawTable) -> bool:
    """Gives a table of kinds a row for each date of the lists in its cells; whether it has such lists.

    Only beside a column of kinds, such as habits, is it plain that each date is a day of its own; and only
    where every cell of the column is nothing but dates.
    """
    known = vocabulary("log kind")
    if not any({plain(header), heading_words(header)} & known.keys() for header in table.headers):
        return False
    found = [at for at in range(len(table.headers)) if table.rows and _holds_lists(table, at)]
    if len(found) != 1:
        return False
    (at,) = found
    days = [dates_listed(row[at]) or ("",) for row in table.rows]
    table.keep([position for position, listed in enumerate(days) for _ in listed])
    table.rows = [list(row) for row in table.rows]
    table.set_column(at, chain.from_iterable(days))
    return True


def dates_listed(cell: str) -> tuple[str, ...]:
    """The dates that a cell lists, as they are written; none where anything else stands in it.

    >>> dates_listed("[2025-03-02, 2025-03-05]")
    ('2025-03-02', '2025-03-05')
    >>> dates_listed("2025-03-02, was ill")
    ()
    """
    parts = [part.strip(_QUOTES) for part in _PARTED.split(cell.strip(_AROUND)) if part.strip(_QUOTES)]
    return tuple(parts) if all(map(could_be_date, parts)) else ()


def _holds_lists(table: RawTable, at: int) -> bool:
    cells = table.different(at)
    first = next((cell for cell in cells if cell.strip(_AROUND)), "")
    if not first or not could_be_date(_PARTED.split(first.strip(_AROUND))[0].strip(_QUOTES)):
        return False
    if not any(map(_MARK.search, table.shapes(at))):  # as in most columns of dates
        return False
    if not any(len(dates_listed(cell)) >= _LEAST_OF_A_LIST for cell in cells if _MARK.search(cell)):
        return False
    return all(dates_listed(cell) for cell in cells if cell.strip(_AROUND))


def lists_some_dates(cell: str) -> bool:
    """Whether a cell lists dates, whatever stands beside them."""
    parts = (part.strip(_QUOTES) for part in _PARTED.split(cell.strip(_AROUND)))
    return sum(map(could_be_date, parts)) >= _LEAST_OF_A_LIST
