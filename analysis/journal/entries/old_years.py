"""Rows of a new year that still carry the old one: 2025 written on the first days of January 2026."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import numpy as np
import numpy.typing as npt

from analysis.journal.columns import Plan
from analysis.journal.entries.table import NO_MOMENT, ONE_DAY, Entries, as_date

_SHORTEST_FALL, _LONGEST_FALL = 300, 366  # days back from one row to the next
_MOST_ROWS = 62  # that go on so: nobody writes the old year for longer than two months
_FIRST_DAYS = 7  # of the year: where the list ends so, only these are a slip
_LAST_MONTHS, _FIRST_MONTHS = (11, 12, 1, 2), (1, 2)
_KINDS = frozenset({"night diary", "cramp log", "device days"})


def mend_old_years(entries: Entries, plan: Plan, today: date) -> None:
    """Moves rows by a year that stand, in a list by date, after the end of a year and are dated at its
    beginning, where they then lie between the row before and the row after, and not after ``today``. Says
    how many.

    Rows without a date are passed over. Other falls of the dates, and rows pasted once more, are left as
    they are.
    """
    if entries.kind not in _KINDS:
        return
    dated = np.flatnonzero(entries.days != NO_MOMENT)
    days = entries.days[dated]
    falls = np.flatnonzero((np.diff(days) <= -_SHORTEST_FALL) & (np.diff(days) >= -_LONGEST_FALL)) + 1
    if not len(falls):
        return
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)  # since 1970
    of_years = Counter((1970 + months // 12)[np.isin(months % 12 + 1, _FIRST_MONTHS)].tolist())
    mended: list[int] = []
    for begin in falls.tolist():
        end = _end_of(days, begin, of_years)
        if end is None or as_date(_a_year_on(days[end - 1])) > today or _again(entries, dated, begin, end):
            continue
        mended += range(begin, end)
    if not mended:
        return
    first = as_date(days[mended[0]])
    for at in mended:
        row = dated[at]
        entries.seconds[row] += (_a_year_on(days[at]) - int(days[at])) * ONE_DAY
    many = f"{len(mended)} rows are" if len(mended) > 1 else "1 row is"
    entries.draft.note(
        None,
        plan.named,
        f"{many} dated in the year that had just ended, between rows of the new one; read as of the new year",
        "assumed",
        hint="choose year, month, day as the order of the dates if they are right as they stand",
        cell=f"{first}: {as_date(_a_year_on(days[mended[0]]))}",
    )


def _again(entries: Entries, dated: npt.NDArray[np.int64], begin: int, end: int) -> bool:
    """Whether the rows stand word for word further above."""
    table = entries.draft.table
    if table is None:
        return False
    above = {tuple(table.rows[at]) for at in dated[:begin]}
    return all(tuple(table.rows[at]) in above for at in dated[begin:end])


def _end_of(days: npt.NDArray[np.int64], begin: int, of_years: Mapping[int, int]) -> int | None:
    """Where the rows of the old year end that begin at ``begin``; None where they are none. ``of_years``: the
    number of rows of the whole list in the first months of each year.
    """
    before = as_date(days[begin - 1])
    year = as_date(days[begin]).year
    end = begin
    while (
        end < len(days) and as_date(days[end]).year == year and (end == begin or days[end] >= days[end - 1])
    ):
        end += 1
    new = [_a_year_on(day) for day in days[begin:end]]
    fits = (
        before.month in _LAST_MONTHS
        and end - begin <= _MOST_ROWS
        and of_years[year] == end - begin  # a list that has the old January already means it
        and (end < len(days) or (before.month == 12 and as_date(days[begin]).day <= _FIRST_DAYS))
        and all(as_date(day).month in _FIRST_MONTHS for day in days[begin:end])
        and new[0] > days[begin - 1]
        and (end == len(days) or days[end] >= new[-1])
    )
    return end if fits else None


def _a_year_on(number: int) -> int:
    """The same day and month a year later; 29 February is 1 March then."""
    day = as_date(number)
    try:
        later = day.replace(year=day.year + 1)
    except ValueError:
        later = date(day.year + 1, 3, 1)
    return later.toordinal() - day.toordinal() + int(number)
