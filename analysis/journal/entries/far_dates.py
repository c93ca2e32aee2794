"""Rows whose date is years away from all others of their file: most likely a mistyped year."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from analysis.journal.entries.table import NO_MOMENT, Entries, as_date

FEWEST_ROWS = 10  # with a date; a shorter file is taken at its word, so that a row can be given back
LARGEST_GAP = 366  # days
MOST_FAR_ROWS = 2  # that stand together; more are a part of the journal
MOST_FAR_SHARE = 0.02  # of the dated rows of a file, where that is more than `MOST_FAR_ROWS`

CLOCK = "clock"  # the code of dates that a clock may have written which was not set
# Where phones, loggers and cameras begin when their clock was lost, and the day after, in some zones before.
_RESETS = frozenset(
    (date(year, month, day) - date(1970, 1, 1)).days + shift
    for year, month, day in ((1970, 1, 1), (1980, 1, 1), (1980, 1, 6), (2000, 1, 1), (2010, 1, 1))
    for shift in (-1, 0, 1)
)
# A medicine may have been started, and a blood test taken, years before the journal.
_JUDGED = frozenset({"night diary", "cramp log", "device days"})
_HINT = "check the year; if it is right, give this row again as a file of its own, where it is taken as it is"


def reject_far_dates(tables: Sequence[Sequence[Entries]]) -> None:
    """Rejects the rows of one file whose date is far from all others, and takes their moments away.

    ``tables`` are the tables of the file, each with the parts that were read of it. Days are far where they
    lie more than `LARGEST_GAP` days from every other day, one or two rows together, and where such rows are
    few in a file of at least `FEWEST_ROWS`. Takes time in proportion to the rows.
    """
    judged = [(table, part) for table, parts in enumerate(tables) for part in parts if part.kind in _JUDGED]
    days = np.concatenate([part.days for _, part in judged] or [np.zeros(0, dtype=np.int64)])
    dated = days != NO_MOMENT
    if dated.sum() < FEWEST_ROWS:
        return
    first = days[dated].min()
    present = np.flatnonzero(np.bincount(days[dated] - first))
    is_apart = np.diff(present) > LARGEST_GAP
    if not is_apart.any():
        if int(first) in _RESETS:
            judged[0][1].draft.note(None, None, _NEVER_SET, "assumed", _HINT_RESET, code=CLOCK)
        return
    stretches = np.concatenate(([0], np.cumsum(is_apart)))
    of_day = np.zeros(present[-1] + 1, dtype=np.int64)
    of_day[present] = stretches
    # A row of an event log can be in several parts, and is one row.
    rows = np.concatenate([_rows_of(table, part) for table, part in judged])
    _, once = np.unique(rows[dated], return_index=True)
    if len(once) < FEWEST_ROWS:
        return
    number = np.bincount(of_day[(days[dated] - first)[once]], minlength=stretches[-1] + 1)
    is_far = number <= MOST_FAR_ROWS
    if number[is_far].sum() > max(MOST_FAR_ROWS, MOST_FAR_SHARE * len(once)):
        is_far[:] = False
    begins = [int(present[np.flatnonzero(stretches == at)[0]] + first) for at in range(len(number))]
    is_far |= np.array([day in _RESETS for day in begins]) & (number < number.max())
    if not is_far.all() and (~is_far).sum() > 1:
        _say_apart(judged[0][1], [day for day, far in zip(begins, is_far, strict=True) if not far])
    if is_far.all() or not is_far.any():
        return
    others = present[~is_far[stretches]] + first
    far_days = present[is_far[stretches]] + first
    for _, part in judged:
        _reject(part, np.flatnonzero(np.isin(part.days, far_days)), others)


def _say_apart(part: Entries, begins: Sequence[int]) -> None:
    """Says that a file has stretches of dates with years between them."""
    years = sorted({as_date(day).year for day in begins})
    named = ", ".join(map(str, years[:6]))
    part.draft.note(
        None,
        part.date_plan.named if part.date_plan else None,
        f"the dates stand in stretches with more than a year between them, which begin in {named}",
        "assumed",
        "check the years; a clock that was reset writes such dates",
        code=CLOCK,
    )


_NEVER_SET = (
    "the dates begin where a clock does that was never set, and may be wrong; they were read as they stand"
)
_HINT_RESET = "mend the dates if the device's clock was not set"


def _rows_of(table: int, part: Entries) -> npt.NDArray[np.int64]:
    """A number for each row of the file, the same wherever the row comes again."""
    assert part.draft.table is not None
    return np.array(part.draft.table.numbers, dtype=np.int64) + (table << 32)


def _reject(part: Entries, positions: npt.NDArray[np.intp], others: npt.NDArray[np.int64]) -> None:
    days, table, column = part.days, part.draft.table, part.date_plan
    for at in positions.tolist():
        cell = table.rows[at][column.position] if table is not None and column is not None else None
        where = _distance(int(days[at]), others)
        problem = f"this date is {where} the other dates of the file"
        if any(0 <= int(days[at]) - reset <= LARGEST_GAP for reset in _RESETS):
            problem += ", as a clock writes that was reset"
        part.draft.reject(at, column.named if column else None, problem, _HINT, cell or None)
        part.seconds[at] = NO_MOMENT
        part.timed[at] = False


def _distance(day: int, others: npt.NDArray[np.int64]) -> str:
    nearest = int(np.abs(others - day).min())
    years = round(nearest / 365.25)
    span = "more than a year" if years == 1 else f"about {years} years"
    if day < others[0]:
        return f"{span} before"
    return f"{span} after" if day > others[-1] else f"{span} from"
