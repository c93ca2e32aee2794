"""Lists without times that have a row for each portion: each drink, each meal, each walk."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.journal.cells import plain, vocabulary, words_of
from analysis.journal.entries import Entries
from analysis.journal.ledger.night_rule import NO_DAY, Days
from analysis.journal.receipts import USED
from analysis.journal.tables import heading_words

# What comes in portions, one a row. Of steps or sleep two rows of a day are two sources, or two versions.
_PORTIONS = frozenset({"hydration", "caffeine", "alcohol", "activity"})
_BESIDE = frozenset({"night", "notes"})
_LONGEST_PART = 40  # characters
_MOSTLY = 0.5  # of the days have several rows


class Portions(NamedTuple):
    """``order``: the place of every row, which stands for its time. ``copied``: the rows of the days that may
    be written down twice, where the same row again is a duplicate; in all others two rows alike are two
    portions alike.
    """

    order: list[str]
    copied: frozenset[int]


def portions_of(entries: Entries, days: Days) -> Portions | None:
    """The rows of a list of portions: most days have several, or a column names what each was, and nothing
    else is told, not even when it was written. None for any other table.
    """
    told = {name for name, values in entries.values.items() if any(value is not None for value in values)}
    written = entries.date_plan is None or entries.date_plan.field == "recorded_at"
    if entries.kind != "device days" or written or not told:
        return None
    if parts := _stands_by_part_of_day(entries, days):
        told = told - {"steps", *(own.name for own in entries.own_fields)}
    if told - _PORTIONS - _BESIDE:
        return None
    used = days[(days != NO_DAY) & (entries.draft.status == USED)]
    several = np.unique(used, return_counts=True)[1] > 1
    alike = bool(several.size and several.mean() > _MOSTLY)
    if not several.any() or _stands_twice(entries) or not (alike or parts or _names_each(entries, days)):
        return None
    copied = frozenset() if alike else _days_said_again(entries, days)
    return Portions([f"{at:09d}" for at in range(len(entries))], copied)


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
    """Whether a column says in words what was drunk, eaten or done, and on most days with several rows it
    differs from row to row.
    """
    named = [
        plan.position
        for plan in entries.plan.columns
        if plan.field in (None, "event_kind") and heading_words(plan.header) in words_of("what was had")
    ]
    return _differ(entries, days, named)


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
