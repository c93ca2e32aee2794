"""Files whose times are those of UTC: a column names the zone of each row, or it is asked."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from analysis.journal.cells import in_zone, is_of_utc, local_moments, names_utc, read_date_column, read_yes_no
from analysis.journal.columns import TablePlan
from analysis.journal.mapping import zone_of_file
from analysis.journal.model import DateOrder
from analysis.journal.receipts import Draft
from analysis.journal.tables import READ_IN_ZONE, RawTable, heading

WHICH_ZONE = "which_zone"  # the code of times of UTC whose zone nobody named
HINT = "say in which time zone you lived, such as Europe/London"


def settle_zone(table: RawTable, draft: Draft, mapping: Mapping[str, str], name: str) -> None:
    """Gives the moments of UTC of a table the wall-clock times of the zone that was named for its file; asks
    for it where none was, and no column of the table names one.
    """
    named = [at for at, header in enumerate(table.headers) if "zone" in heading(header).fields]
    if any(not _tells_summer(table.different(at)) for at in named):
        return
    columns = [at for at in range(len(table.headers)) if is_of_utc(table.column(at))]
    if not columns:
        return
    zone = zone_of_file(mapping, name)
    for at in columns:
        if zone is None:
            draft.note(None, table.headers[at] or None, _NO_ZONE, "assumed", HINT, code=WHICH_ZONE)
            continue
        table.set_column(at, in_zone(table.column(at), zone))
        draft.note(
            None,
            table.headers[at] or None,
            READ_IN_ZONE,
            "assumed",
        )


def settle_zones_of_rows(table: RawTable, plan: TablePlan, draft: Draft, order: DateOrder | None) -> None:
    """Gives the moments of UTC of a table the wall-clock times of the zone that its row names in a column of
    zones. Where a row names none that is known, its moment says that it is one of UTC.
    """
    named = (table.column(column.position) for column in plan.of("zone"))
    zones = [zones for zones in named if not _tells_summer(zones)]
    for column in (column for name in _MOMENTS for column in plan.of(name)) if zones else ():
        at, by_header = column.position, names_utc(column.header)
        cells = list(table.column(at))
        utc = [_utc_in(cell, by_header=by_header) for cell in cells]
        if not any(utc):
            continue
        read = read_date_column(utc, order, date.max)
        local, open_order = local_moments(utc, zones[0], read.order)
        moved = 0
        for row, (told, moment, timed) in enumerate(zip(utc, local, read.has_time, strict=True)):
            if told and timed and moment.of_zone:
                cells[row] = f"{told}Z"
            elif told and timed and not moment.problem:
                cells[row] = _in_order(moment.text, read.order if read.order_open or open_order else None)
                moved += 1
        table.set_column(at, cells)
        if moved or by_header:
            said = (_IN_ITS_ZONE, _HINT_ZONE) if moved else (_APART, _HINT_APART)
            draft.note(None, column.named, said[0], "assumed", said[1])


def _tells_summer(cells: Sequence[str]) -> bool:
    """Whether a column only says yes or no: to the summer's hour, which is not yet a zone."""
    told = {cell for cell in cells if cell}
    return bool(told) and all(read_yes_no(cell).value is not None for cell in told)


def _utc_in(cell: str, *, by_header: bool) -> str:
    """The moment of UTC in a cell, without what calls it so; "" where it is none."""
    if found := _CALLED_UTC.fullmatch(cell):
        return found[1]
    return cell if by_header and _OTHER_OFFSET.search(cell) is None else ""


def _in_order(moment: str, order: DateOrder | None) -> str:
    """An ISO moment, with its date in an order of day and month that stays open."""
    if order not in ("dmy", "mdy"):
        return moment
    year, month, day = moment[:10].split("-")
    first = f"{day}/{month}" if order == "dmy" else f"{month}/{day}"
    return f"{first}/{year}{moment[10:]}"


_MOMENTS = ("night", "recorded_at", "onset")
_CALLED_UTC = re.compile(
    r"(.*\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?: ?[ap]m)?) ?(?:Z|UTC|GMT|\+00:?00)", re.IGNORECASE
)
_OTHER_OFFSET = re.compile(r":\d\d(?:\.\d{1,9})? ?(?:[+-]\d\d:?\d\d|[A-Z]{3,4})$")
_IN_ITS_ZONE = "the times are those of UTC, and were read in the time zone that each row names"
_HINT_ZONE = "rename the column if its times are those of the clock on the wall"
_APART = "the times are called those of UTC and no date stands beside them in the cell; read as they stand"
_HINT_APART = "write date and time in one column, to read them in the zone of their row"
_NO_ZONE = "the times are those of UTC and no zone is given, so that a day ends at midnight UTC"
