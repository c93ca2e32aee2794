"""How long the rows of a table last from beginning to end, where nothing says of what they are."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from analysis.journal.cells import read_clock, read_date_column
from analysis.journal.columns.looks import holds_clock_times
from analysis.journal.columns.plans import Draft
from analysis.journal.tables import RawTable

_SAMPLED = 60
_LONGEST = 30.0  # minutes; a cramp lasts seconds to 10 minutes
_DAY = 24 * 60
OF_WHAT = (
    "Each row has a beginning and an end, longer apart than those of a cramp, and nothing says of what; call "
    "the columns Fell asleep and Woke up, or the file Workouts, if they are that, or leave it out."
)


def last_longer_than_cramps(drafts: Sequence[Draft], table: RawTable) -> bool:
    """Whether the rows have a beginning and an end, and most lie further apart than those of any cramp."""
    begins = [draft.plan.position for draft in drafts if draft.candidates[:1] in (("onset",), ("night",))]
    ends = [draft.plan.position for draft in drafts if draft.candidates[:1] == ("ended",)]
    lengths = _lengths(table, begins[-1], ends[0]) if begins and ends else []
    return bool(lengths) and median(lengths) > _LONGEST


def _lengths(table: RawTable, begin: int, end: int) -> list[float]:
    """The lengths [min] of the first rows; an end in clock time before its beginning is of the day after."""
    rows = [row for row in table.rows if row[begin] and row[end]][:_SAMPLED]
    begins, ends = (_moments([row[at] for row in rows]) for at in (begin, end))
    return [
        (ended - begun) % _DAY if min(begun, ended) < _DAY else ended - begun
        for begun, ended in zip(begins, ends, strict=True)
        if begun is not None and ended is not None
    ]


def _moments(cells: Sequence[str]) -> list[float | None]:
    """Minutes of each cell: of a moment since long ago, of a clock time since midnight."""
    if holds_clock_times(cells):
        clocks = [read_clock(cell).value for cell in cells]
        return [None if clock is None else clock[0].hour * 60 + clock[0].minute for clock in clocks]
    values = read_date_column(list(cells), None, date.max).values
    return [None if value is None else value.timestamp() / 60 for value in values]
