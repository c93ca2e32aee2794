"""Several entries of one day, each with its time: every glass of water, every walk. They add up.

What an app repeats is told apart from them: a whole row again is a duplicate, a number that only grows from
entry to entry is a total so far, and of either the last counts. A session's steps or minutes are part of the
day's, never instead of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import factorial
from typing import Any

import numpy as np

from analysis.journal.cells import pattern_of, plain, read_clock
from analysis.journal.entries import Entries, where
from analysis.journal.fields import Field, dictionary
from analysis.journal.ledger.levels import is_level
from analysis.journal.ledger.night_rule import NO_DAY, Days, once_each
from analysis.journal.ledger.portions import portions_of
from analysis.journal.receipts import USED

ADDED = frozenset({"amount", "number", "duration", "count"})
BY_CHANCE = 0.05  # how likely entries that do not depend on each other may stand in growing order
# What a pedometer shows is a total so far, so that of its readings less proof is asked.
_BY_CHANCE_OF_STEPS = 0.2
_FEWEST_ENTRIES = 3  # of one day, to be told from two parts of it, or under "timestamp" from its writing
_SHORT_DAYS = 0.2  # of the days with several totals so far, those with only two


def add_up_entries(entries: Entries, days: Days, nights: Days) -> Days:
    """Adds up what the rows of one day say at different times, in the first of them.

    What belongs to the day adds up by ``days``, what belongs to the night by ``nights``. Returns the day of
    every row, `NO_DAY` for those whose entry is added already or repeats another row. Without times nothing
    is added: two rows of one day then say the same twice or contradict each other.
    """
    timed = times_of_rows(entries, days)
    portions = None if timed else portions_of(entries, days)
    times = timed or (portions and portions.order)
    if times is None or (once_each(days) and once_each(nights)):
        return days
    rows = [
        at
        for at, (day, moment) in enumerate(zip(days.tolist(), times, strict=True))
        if day != NO_DAY and entries.draft.status[at] == USED and moment
    ]
    copied = rows if portions is None else [at for at in rows if at in portions.copied]
    kept = set(rows).difference(copied).union(without_copies(entries, copied))
    rows = [at for at in rows if at in kept]
    rows.sort(key=lambda at: times[at])
    done = _Done()
    for name, values in entries.values.items():
        _add_up(
            entries, name, values, _groups(nights if _of_night(entries, name) else days, rows, values), done
        )
    remaining = np.where(entries.draft.status == USED, days, NO_DAY)
    for at in rows:
        told = [name for name, values in entries.values.items() if values[at] is not None]
        if not told and at in done.touched:
            remaining[at] = NO_DAY
        elif told and all(_of_night(entries, name) for name in told):
            remaining[at] = nights[at]
    _note(entries, done, timed=timed is not None)
    return remaining


@dataclass
class _Done:
    """What became of the entries of a day: the rows with one beside others, whether any were added up, and
    the labels of the fields that were read as totals, or of which the last entry counts.
    """

    touched: set[int] = field(default_factory=set)
    added: bool = False
    totals: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)


def _add_up(
    entries: Entries, name: str, values: list[Any], groups: Sequence[Sequence[int]], done: _Done
) -> None:
    """Adds up the entries of one field in the first row of each group, or keeps the last of its totals."""
    known = field_of(entries, name)
    of_night = known is not None and known.table != "day"
    done.touched.update(at for group in groups for at in group)
    of_the_day = known is not None and known.kind in ADDED and known.name != "sleep" and not of_night
    if known and of_the_day and only_grow(values, groups, known, total=is_named_total(entries, name)):
        done.totals.append(known.label)
        keep_last(values, groups)
        return
    adds = adds_up(known, of_night and not _tells_beginnings(entries))
    done.added |= bool(groups) and adds
    if (
        known is not None
        and not adds
        and known.kind not in ("yes_no", "text")
        and any(len({values[at] for at in group}) > 1 for group in groups)
    ):
        done.last.append(known.label)
    add_in_first(values, groups, known, adds)


def _note(entries: Entries, done: _Done, *, timed: bool) -> None:
    for label in done.last:
        problem = f"several entries of one day or night differ in {label.lower()}; the last of them counts"
        entries.draft.note(None, None, problem, "assumed", "give one row a day or night if another counts")
    for label in done.totals:
        note_totals(entries, label.lower())
    if done.added and done.touched and not done.totals:
        note_added(entries, "at different times" if timed else "and the list is one of portions")


def note_totals(entries: Entries, what: str) -> None:
    """Says that the entries of a day were read as totals of ``what``."""
    problem = f"the entries of a day only grow; they were read as totals of {what} so far"
    entries.draft.note(None, None, problem, "assumed", "the last entry of each day counts")


def note_added(entries: Entries, when: str) -> None:
    """Says that the amounts of a day's entries were added up. ``when``: what tells the entries apart."""
    problem = f"a day has several entries {when}; their amounts were added up"
    entries.draft.note(None, None, problem, "assumed", "give one row a day if they are totals")


def without_copies(entries: Entries, rows: Sequence[int]) -> list[int]:
    """The rows without those that repeat another one cell for cell: the same entry, exported twice."""
    table = entries.draft.table
    first: dict[tuple[str, ...], int] = {}
    kept = []
    for at in rows:
        cells = tuple(table.rows[at]) if table is not None else (str(at),)
        if cells in first:
            entries.draft.duplicate(at, f"the same as {where(entries, first[cells])}")
        else:
            first[cells] = at
            kept.append(at)
    return kept


def field_of(entries: Entries, name: str) -> Field | None:
    return dictionary().get(name) or next((own for own in entries.own_fields if own.name == name), None)


def _of_night(entries: Entries, name: str) -> bool:
    known = field_of(entries, name)
    return known is not None and known.table != "day"


def _groups(keys: Days, rows: Sequence[int], values: Sequence[Any]) -> list[list[int]]:
    """The rows of each day or night with several values, by time."""
    found: dict[int, list[int]] = defaultdict(list)
    for at in rows:
        if values[at] is not None:
            found[int(keys[at])].append(at)
    return [group for group in found.values() if len(group) > 1]


def is_named_total(entries: Entries, name: str) -> bool:
    """Whether the one column of a field calls itself a total: "Total steps", "Water so far"."""
    plans = entries.plan.of(name)
    return len(plans) == 1 and pattern_of("running total").search(plain(plans[0].header[:200])) is not None


def only_grow(
    values: Sequence[Any], groups: Sequence[Sequence[int]], known: Field, *, total: bool = False
) -> bool:
    """Whether the numbers of every day grow from entry to entry, as separate entries would hardly do by
    chance: n of them stand in order once in n! times, in all or nearly all days three or more. Two of a day
    grow by routine as well, a small glass at noon and a large one at night, unless they are steps.
    ``total``: they are called so, and need not prove it.
    """
    chance, short = 1.0, 0
    for group in groups:
        told = [values[at] for at in group]
        if any(after < before for before, after in pairwise(told)):
            return False
        is_short = len(group) < _FEWEST_ENTRIES and known.name != "steps"
        short += is_short
        chance /= 1 if is_short else factorial(min(len(set(told)), 20))
    if total and groups:
        return True
    # Glasses and walks are alike from entry to entry, so that only a counter of steps may stand still.
    still = any(len({values[at] for at in group}) < len(group) for group in groups)
    likely = _BY_CHANCE_OF_STEPS if known.name == "steps" else BY_CHANCE
    enough = chance < likely and short <= _SHORT_DAYS * len(groups)
    return enough and (not still or known.name == "steps")


def keep_last(values: list[Any], groups: Iterable[Sequence[int]]) -> None:
    for group in groups:
        values[group[0]] = values[group[-1]]
        for at in group[1:]:
            values[at] = None


def adds_up(known: Field | None, last_counts: bool) -> bool:
    """Whether entries of a field add up; of what does not the last counts, and a yes or a text stands."""
    return known is not None and known.kind in ADDED and not is_level(known) and not last_counts


def add_in_first(values: list[Any], groups: Iterable[Sequence[int]], known: Field | None, adds: bool) -> None:
    """Adds the values of each group up in its first row; of what does not add up the last counts."""
    kind = None if known is None else known.kind
    for group in groups:
        told = [values[at] for at in group]
        total: Any = told[-1]
        if adds:
            total = sum(told)
        elif kind == "yes_no":
            total = any(told)
        elif kind == "text":
            total = "; ".join(dict.fromkeys(told))
        values[group[0]] = total
        for at in group[1:]:
            values[at] = None


def _tells_beginnings(entries: Entries) -> bool:
    """Whether the time of a row is when it began, so that two rows are two parts of one night's sleep."""
    return entries.date_plan is not None and entries.date_plan.heading.fields[:1] == ("start",)


def times_of_rows(entries: Entries, days: Days) -> list[str] | None:
    """The time of every row as text, None where the table has no times, or only those of writing."""
    plan = entries.date_plan
    if plan is None:
        return None
    if plan.field == "recorded_at" or plan.heading.written_at:
        several = np.unique(days[days != NO_DAY], return_counts=True)[1]
        enough = several.size and (several.max() >= _FEWEST_ENTRIES or _two_of_one_moment(entries))
        if not plan.heading.stamp or not enough:
            return None
    if any(entries.timed):
        return [f"{second:015d}" for second in entries.seconds.tolist()]
    table = entries.draft.table
    for column in entries.plan.columns:
        if "onset" in column.heading.fields and column is not plan and table is not None:
            known = {clock: _in_order(clock) for clock in table.different(column.position)}
            return [known[clock] for clock in table.column(column.position)]
    return None


def _in_order(clock: str) -> str:
    """A clock time as text that sorts by the time of the day; what is no single time as it is written."""
    if not clock:
        return ""
    times = read_clock(clock).value
    return f"{times[0]:%H:%M:%S}" if times is not None and len(times) == 1 else clock.rjust(8, "0")


def _two_of_one_moment(entries: Entries) -> bool:
    """Whether two rows about the day alone, which are not the same, have one moment: neither corrects the
    other.
    """
    table = entries.draft.table
    if table is None or entries.kind != "device days" or not any(entries.timed):
        return False
    rows = {tuple(row) for row, timed in zip(table.rows, entries.timed, strict=True) if timed}
    moments = {
        moment
        for moment, timed in zip(entries.seconds.tolist(), entries.timed, strict=True)
        if timed and moment != NO_DAY
    }
    return len(rows) > len(moments)


def yield_to_totals(devices: Sequence[tuple[Entries, Days]], diaries: Sequence[tuple[Entries, Days]]) -> None:
    """Takes what the entries of a day add up to away on days for which another file tells the day's own."""
    sessions = [found for found in devices if _is_of_sessions(*found)]
    if not sessions:
        return
    others = [*(found for found in devices if not _is_of_sessions(*found)), *diaries]
    taken: dict[int, set[int]] = defaultdict(set)  # by table, the rows that lost something
    for name, known in dictionary().items():
        if known.table != "day" or known.kind not in ADDED:
            continue
        told = {
            int(day)
            for entries, days in others
            for day, value in zip(days.tolist(), entries.column(name), strict=True)
            if value is not None
        }
        for table, (entries, days) in enumerate(sessions):
            values = entries.values.get(name)
            if values is None:
                continue
            for at, day in enumerate(days.tolist()):
                if values[at] is not None and day in told:
                    values[at] = None
                    taken[table].add(at)
                    entries.draft.note(at, entries.plan.of(name)[0].named, _PART_OF_A_DAY, "set_aside")
    for table, rows in taken.items():
        _reject_emptied(sessions[table][0], rows)


_PART_OF_A_DAY = "another file tells the whole day's; this is part of it, and is not added"


def _reject_emptied(entries: Entries, rows: Iterable[int]) -> None:
    """Rejects the rows of which nothing is left that stands on a day or a night."""
    fields = [
        name for name in entries.values if (known := field_of(entries, name)) and known.table in _STANDING
    ]
    for at in sorted(rows):
        if entries.draft.status[at] == USED and all(entries.values[name][at] is None for name in fields):
            entries.draft.reject(at, None, _PART_OF_A_DAY)


_STANDING = frozenset({"day", "night"})


def _is_of_sessions(entries: Entries, days: Days) -> bool:
    """Whether a table is known to be one of sessions, or has several on a day, each with its time."""
    if entries.sessions:
        return True
    several = not once_each(days[days != NO_DAY])
    return several and times_of_rows(entries, days) is not None
