"""Rows whose date is years away from all others of their file: most likely a mistyped year."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from analysis.journal.entries.table import NO_MOMENT, Entries

FEWEST_ROWS = 10  # with a date; a shorter file is taken at its word, so that a row can be given back
LARGEST_GAP = 366  # days
MOST_FAR_ROWS = 2  # that stand together; more are a part of the journal
MOST_FAR_SHARE = 0.02  # of the dated rows of a file, where that is more than `MOST_FAR_ROWS`

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
        return
    others = present[~is_far[stretches]] + first
    far_days = present[is_far[stretches]] + first
    for _, part in judged:
        _reject(part, np.flatnonzero(np.isin(part.days, far_days)), others)


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
