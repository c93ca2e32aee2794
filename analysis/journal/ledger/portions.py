"""Lists without times that have a row for each portion: each drink, each meal, each walk.

Several rows of one day add up. They are versions of one total, and contradict each other, where each alone is
as large as what other days have in their one row, or stands for another source.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from analysis.journal.cells import plain, vocabulary, words_of
from analysis.journal.entries import Entries
from analysis.journal.fields import ADD_UP_IN_ROWS, dictionary
from analysis.journal.ledger.night_rule import NO_DAY, Days
from analysis.journal.receipts import USED
from analysis.journal.tables import heading_words

_BESIDE = frozenset({"night", "notes"})
_SAID_OF_ANY_ROW = frozenset({"night", "notes", "medication", "recorded_at"})
_LONGEST_PART = 40  # characters
_MOSTLY = 0.5  # of the days have several rows
_AS_LARGE = 0.6  # of what a day with one row usually has: no portion of a day, but all of it


class Portions(NamedTuple):
    """``order``: the place of every row, which stands for its time. ``copied``: the rows of the days that may
    be written down twice, where the same row again is a duplicate; in all others two rows alike are two
    portions alike.
    """

    order: list[str]
    copied: frozenset[int]


def portions_of(entries: Entries, days: Days) -> Portions | None:
    """The rows of a list of portions: nothing else is told in it, not even when it was written, and its rows
    of one day are no versions of that day's total. None for any other table.
    """
    told = {name for name, values in entries.values.items() if any(value is not None for value in values)}
    written = entries.date_plan is None or entries.date_plan.field == "recorded_at"
    if entries.kind != "device days" or written or not told:
        return None
    if parts := _stands_by_part_of_day(entries, days):
        told = told - {"steps", *(own.name for own in entries.own_fields)}
    if told - ADD_UP_IN_ROWS - _BESIDE:
        return None
    used = days[(days != NO_DAY) & (entries.draft.status == USED)]
    several = np.unique(used, return_counts=True)[1] > 1
    alike = bool(several.size and several.mean() > _MOSTLY)
    if not several.any() or _stands_twice(entries):
        return None
    if not (alike or parts or _names_each(entries, days)) and _are_versions(entries, days):
        return None
    copied = frozenset() if alike else _days_said_again(entries, days)
    return Portions([f"{at:09d}" for at in range(len(entries))], copied)


def portions_of_diary(entries: Entries, days: Days) -> list[list[int]]:
    """The rows of each day of a diary that are portions of it: they tell amounts, and nothing of the night,
    or a column names the part of the day of each.
    """
    by_part = _stands_by_part_of_day(entries, days)
    if not by_part and _are_versions(entries, days):
        return []
    of_night = [
        values
        for name, values in entries.values.items()
        if (known := dictionary().get(name)) and known.table != "day" and name not in _SAID_OF_ANY_ROW
    ]
    return [
        rows
        for told in rows_with_amounts(entries, days).values()
        if len(rows := [at for at in told if by_part or all(values[at] is None for values in of_night)]) > 1
    ]


def rows_with_amounts(entries: Entries, days: Days) -> dict[int, list[int]]:
    """By day the rows that tell something of the day itself."""
    of_day = [
        values
        for name, values in entries.values.items()
        if (known := dictionary().get(name)) is None or known.table == "day"
    ]
    found: dict[int, list[int]] = defaultdict(list)
    for at in np.flatnonzero((days != NO_DAY) & (entries.draft.status == USED)).tolist():
        if any(values[at] is not None for values in of_day):
            found[int(days[at])].append(at)
    return found


def _days_said_again(entries: Entries, days: Days) -> frozenset[int]:
    """The rows of the days of which every row stands equally often: such a day may be there twice as a whole,
    and a day with one coffee, one tea and the same coffee may not.
    """
    rows: dict[int, list[int]] = defaultdict(list)
    for at, day in enumerate(days.tolist()):
        rows[day].append(at)
    table = entries.draft.table
    said: set[int] = set()
    for of_day in rows.values():
        often = Counter(tuple(table.rows[at]) if table is not None else (str(at),) for at in of_day)
        if len(set(often.values())) == 1:
            said.update(of_day)
    return frozenset(said)


def _stands_by_part_of_day(entries: Entries, days: Days) -> bool:
    """Whether a column names the part of the day or the meal of each row: what is counted between two of
    them is part of the day's, its steps also.
    """
    table = entries.draft.table
    if table is None:
        return False
    known = {*vocabulary("time of day"), *words_of("meal")}
    parts = [
        plan.position
        for plan in entries.plan.columns
        if plan.field in (None, "event_kind")
        and {plain(row[plan.position][:_LONGEST_PART]) for row in table.rows} <= known
    ]
    return _differ(entries, days, parts)


def _names_each(entries: Entries, days: Days) -> bool:
    """Whether a column says in words what was drunk, eaten or done, or gives the rows of every day the same
    few numbers or names (session 1, session 2), and on most days with several rows it differs from row to
    row. A source of the numbers names no portion.
    """
    table = entries.draft.table
    if table is None:
        return False
    named, numbered = [], []
    for plan in entries.plan.columns:
        if plan.field not in (None, "event_kind"):
            continue
        words = heading_words(plan.header)
        if words in words_of("what was had"):
            named.append(plan.position)
        elif words not in words_of("source of a number") and plan.field is None:
            cells = [cell for row in table.rows if (cell := row[plan.position])]
            if len(set(cells)) < len(cells):
                numbered.append(plan.position)
    return _differ(entries, days, named) or any(_differ(entries, days, [place]) for place in numbered)


def _are_versions(entries: Entries, days: Days) -> bool:
    """Whether the rows of most days with several give the day's total twice and do not add to each other."""
    versions = several = 0
    for name in ADD_UP_IN_ROWS & entries.values.keys():
        values = entries.values[name]
        of_day: dict[int, list[float]] = defaultdict(list)
        for at, day in enumerate(days.tolist()):
            if day != NO_DAY and entries.draft.status[at] == USED and values[at] is not None:
                of_day[day].append(values[at])
        single = [told[0] for told in of_day.values() if len(told) == 1]
        usual = float(np.median(single)) if single else 0.0
        for told in of_day.values():
            several += len(told) > 1
            versions += len(told) > 1 and _gives_the_day_again(told, usual)
    return 2 * versions >= several


def _gives_the_day_again(told: Sequence[float], usual: float) -> bool:
    """Whether several rows of a day are each as large as what the other days have in their one row; or only
    the last is, and the others lead up to it, as a total so far that was saved twice.
    """
    as_large = [_AS_LARGE * usual <= amount <= usual / _AS_LARGE for amount in told]
    leads_up = all(before < after for before, after in pairwise(told)) and sum(told) > usual
    return all(as_large) or (as_large[-1] and leads_up)


def _differ(entries: Entries, days: Days, named: Sequence[int]) -> bool:
    table = entries.draft.table
    if table is None or not named:
        return False
    rows: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for at, day in enumerate(days.tolist()):
        if day != NO_DAY and entries.draft.status[at] == USED:
            rows[day].append(tuple(table.rows[at][position] for position in named))
    several = [found for found in rows.values() if len(found) > 1]
    differ = sum(len(set(found)) > 1 and all(map(any, found)) for found in several)
    return 2 * differ > len(several)


def _stands_twice(entries: Entries) -> bool:
    """Whether the second half of the rows says again what the first half does: the same list, twice."""
    table = entries.draft.table
    half, odd = divmod(len(entries), 2)
    return table is not None and not odd and sorted(table.rows[:half]) == sorted(table.rows[half:])
