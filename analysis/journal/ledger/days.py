"""Several entries of one day, each with its time: every glass of water, every walk. They add up."""

from collections import defaultdict

import numpy as np

from analysis.journal.entries import Entries
from analysis.journal.fields import dictionary
from analysis.journal.ledger.night_rule import NO_DAY, Days
from analysis.journal.receipts import USED

_ADDED = frozenset({"amount", "number", "duration", "count"})


def add_up_entries(entries: Entries, days: Days) -> Days:
    """Adds up what the rows of one day say at different times, in the first of them.

    Returns the day of every row, `NO_DAY` for those whose entry is added already. Without times nothing is
    added: two rows of one day then say the same twice or contradict each other.
    """
    times = _times(entries)
    if times is None or len(np.unique(days)) == len(days):
        return days
    of_day: dict[int, dict[str, int]] = defaultdict(dict)
    remaining = days.copy()
    added = False
    for at, (day, moment) in enumerate(zip(days.tolist(), times, strict=True)):
        if day == NO_DAY or entries.draft.status[at] != USED or not moment:
            continue
        rows = of_day[day]
        if moment in rows:
            continue
        if rows:
            _add(entries, next(iter(rows.values())), at)
            remaining[at] = NO_DAY
            added = True
        rows[moment] = at
    if added:
        problem = "a day has several entries at different times; their amounts were added up"
        entries.draft.note(None, None, problem, "assumed", "give one row a day if they are totals")
    return remaining


def _times(entries: Entries) -> list[str] | None:
    """The time of every row as text, None where the table has no times, or only those of writing."""
    plan = entries.date_plan
    if plan is None or plan.field == "recorded_at" or plan.heading.written_at:
        return None
    if any(entries.timed):
        return [str(second) for second in entries.seconds.tolist()]
    table = entries.draft.table
    for column in entries.plan.columns:
        if "onset" in column.heading.fields and table is not None:
            return [row[column.position] for row in table.rows]
    return None


def _add(entries: Entries, first: int, at: int) -> None:
    """Adds row ``at`` to the first of its day; of what does not add up the later entry counts."""
    for name, values in entries.values.items():
        known = dictionary().get(name)
        there, more = values[first], values[at]
        if more is None:
            continue
        if there is None or known is None:
            values[first] = more
        elif known.kind in _ADDED and known.table == "day":
            values[first] = there + more
        elif known.kind == "yes_no":
            values[first] = there or more
        elif known.kind == "text":
            values[first] = f"{there}; {more}"
        else:
            values[first] = more
        values[at] = None
