"""Diaries with several entries of a night or a day, each with its own time: they add up.

| rows of one night, each with another time | the night's cramps |
|---|---|
| any numbers | their sum |
| numbers that grow, as chance or routine hardly would, or are called totals | the last: a total so far |
| the same number in every row of a night, and others in other nights | that number: it is repeated |
| the same row again, cell for cell | that of one of them |
| none, and one that was not understood | not logged |

Rows without a time, of one time, or with only the time of writing say the night twice, or contradict each
other. The amounts of a day add up in the same way; rows of which each tells of a cramp may repeat them.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from analysis.journal.entries import Entries
from analysis.journal.fields import Field
from analysis.journal.ledger.days import (
    ADDED,
    add_in_first,
    adds_up,
    field_of,
    is_named_total,
    keep_last,
    note_added,
    note_totals,
    only_grow,
    times_of_rows,
    without_copies,
)
from analysis.journal.ledger.ledger import of_both
from analysis.journal.ledger.night_rule import NO_DAY, Days, is_when_written, once_each
from analysis.journal.ledger.portions import portions_of_diary, rows_with_amounts
from analysis.journal.ledger.rows_of_legs import are_repeated, cramps_are_repeated
from analysis.journal.receipts import USED

_Groups = Sequence[list[int]]
_IN_ROWS = "in rows of their own"


def add_up_timed_rows(entries: Entries, nights: Days, days: Days) -> Days:
    """Adds up in the first of them what the rows of one night, or of one day, say at different times.

    ``nights`` are those that are still to be settled. Returns them without the rows that are added already.
    """
    if entries.written_here or entries.each or "cramps" not in entries.values:
        return nights
    if _are_single(nights) and _are_single(days):
        return nights
    of_night = is_when_written(entries)
    times = None if of_night and any(entries.timed) else times_of_rows(entries, days)
    of_nights = _groups(entries, nights, times) if times and not of_night else []
    of_days = _groups_of_days(entries, days, times, _versions(entries, nights, of_nights))
    if not of_nights and not of_days:
        return nights
    rows = set(without_copies(entries, sorted({at for group in (*of_nights, *of_days) for at in group})))
    of_nights, of_days = _without(of_nights, rows), _without(of_days, rows)
    _add_days(entries, of_days, "at different times" if times else _IN_ROWS)
    told_singly = (nights == NO_DAY) & (days != NO_DAY) & (entries.draft.status == USED)
    _add_cramps(entries, of_nights, may_repeat=not told_singly.any())
    for name, values in entries.values.items():
        known = field_of(entries, name)
        if known is not None and known.table in ("cramp", "night") and name not in ("cramps", "night"):
            _join(values, of_nights, known)
    remaining = nights.copy()
    for group in (*of_nights, *of_days):
        for at in group[1:]:
            if all(values[at] is None for values in entries.values.values()):
                remaining[at] = NO_DAY
    return remaining


def _are_single(keys: Days) -> bool:
    return once_each(keys[keys != NO_DAY])


def _groups(entries: Entries, keys: Days, times: Sequence[str]) -> list[list[int]]:
    """The rows of each night or day that has several, every one with one time and not all with the same, in
    the order of their times.
    """
    found: dict[int, list[int]] = defaultdict(list)
    for at in np.flatnonzero((keys != NO_DAY) & (entries.draft.status == USED)).tolist():
        found[int(keys[at])].append(at)
    onsets = entries.column("onset")
    return [
        sorted(rows, key=lambda at: times[at])
        for rows in found.values()
        if len(rows) > 1
        and all(times[at] and len(onsets[at] or ()) < 2 for at in rows)
        and len({times[at] for at in rows}) > 1
    ]


def _versions(entries: Entries, nights: Days, of_nights: _Groups) -> set[int]:
    """The rows that say one night's cramps several times and do not add up: versions of one entry, with all
    the amounts that stand in each."""
    added = {at for group in of_nights for at in group}
    of_night: dict[int, list[int]] = defaultdict(list)
    for at, count in enumerate(entries.values["cramps"]):
        if count is not None and nights[at] != NO_DAY and at not in added:
            of_night[int(nights[at])].append(at)
    return {at for rows in of_night.values() if len(rows) > 1 for at in rows}


def _groups_of_days(
    entries: Entries, days: Days, times: Sequence[str] | None, versions: set[int]
) -> list[list[int]]:
    """The rows of each day that tell parts of its amounts: by their times, where each has one, else those
    that tell of nothing but a portion.
    """
    timed: list[list[int]] = []
    if times:
        timed = [
            sorted(rows, key=times.__getitem__)
            for rows in rows_with_amounts(entries, days).values()
            if len(rows) > 1
            and versions.isdisjoint(rows)
            and all(times[at] for at in rows)
            and len({times[at] for at in rows}) > 1
        ]
    known = {at for group in timed for at in group}
    return [*timed, *(group for group in portions_of_diary(entries, days) if known.isdisjoint(group))]


def _without(groups: _Groups, rows: set[int]) -> list[list[int]]:
    """The groups with these rows alone, the others being copies of them."""
    left = [[at for at in group if at in rows] for group in groups]
    return [group for group in left if len(group) > 1]


def _add_days(entries: Entries, groups: _Groups, when: str) -> None:
    """Adds up what belongs to the day. ``when``: what tells its entries apart, for the receipt."""
    totals, added = [], False
    counts = list(entries.values["cramps"])
    for name, values in entries.values.items():
        known = field_of(entries, name)
        told = _told(values, groups)
        if not told or known is None or known.table != "day":
            continue
        if known.kind in ADDED and only_grow(values, told, known, total=is_named_total(entries, name)):
            totals.append(known.label.lower())
            keep_last(values, told)
            continue
        alike = [group for group in told if len({values[at] for at in group}) == 1]
        repeated = (
            alike
            if are_repeated(_numbers(values, told))
            else [g for g in alike if all(counts[at] for at in g)]
        )
        keep_last(values, repeated)
        told = [group for group in told if group not in repeated]
        if told:
            added |= adds_up(known, False)
            add_in_first(values, told, known, adds_up(known, False))
    if totals:
        note_totals(entries, ", ".join(totals))
    if added:
        note_added(entries, when)


def _numbers(values: Sequence[Any], groups: _Groups) -> list[list[Any]]:
    return [[values[at] for at in group] for group in groups]


def _told(values: Sequence[Any], groups: _Groups) -> _Groups:
    """The groups with the rows that have a value, where there are several."""
    found = [[at for at in group if values[at] is not None] for group in groups]
    return [group for group in found if len(group) > 1]


def _add_cramps(entries: Entries, groups: _Groups, *, may_repeat: bool) -> None:
    """Adds the cramps of every night up in its first row. Of totals so far, or of one number that is said
    again (``may_repeat``: no night of the diary was told cramp by cramp), the last counts.
    """
    counts = entries.values["cramps"]
    told = _told(counts, groups)
    known = field_of(entries, "cramps")
    assert known is not None
    repeated = may_repeat and cramps_are_repeated(entries, _numbers(counts, told))
    if repeated or only_grow(counts, told, known, total=is_named_total(entries, "cramps")):
        keep_last(counts, told)
        if "onset" in entries.values:  # they are those of the entries
            for at in (at for group in told for at in group):
                entries.values["onset"][at] = None
        problem = _REPEATED if repeated else _TOTALS
        entries.draft.note(None, None, problem, "assumed", "the last entry of each night counts")
    elif told:
        add_in_first(counts, told, known, True)
        problem = "a night has several entries at different times; their cramps were added up"
        entries.draft.note(None, None, problem, "assumed", "give one row a night if they are totals")
    for group in groups:
        is_open = [at for at in group if at in entries.not_understood]
        said = next((at for at in group if counts[at] is not None), None)
        if is_open and said is not None and counts[said] == 0:
            counts[said] = None
            entries.half_told.add(said)
            entries.draft.note(said, None, _OPEN, "set_aside", _WRITE_EACH)
        elif is_open and said is not None:
            for at in is_open:
                entries.draft.note(at, None, _AT_LEAST, "assumed", _WRITE_EACH)
        if said is not None and said != group[0]:
            counts[group[0]], counts[said] = counts[said], None


_REPEATED = "all entries of a night say the same number of cramps, night for night; it was read as said again"
_TOTALS = "the cramps of a night never fall from entry to entry; they were read as totals so far"
_OPEN = "another entry of the night leaves open whether there was a cramp; the night is not logged"
_AT_LEAST = "how many cramps this entry tells of is not known; those of the others of its night count"
_WRITE_EACH = "write the number of cramps in every entry of the night, 0 for none"


def _join(values: list[Any], groups: _Groups, known: Field) -> None:
    """What the rows of every group say of a night or its worst cramp together, in the first of them."""
    for group in groups:
        told = [values[at] for at in group if values[at] is not None]
        if not told:
            continue
        joined = told[0]
        for value in told[1:]:
            if known.kind == "text":
                joined = joined if value in joined else f"{joined}; {value}"
            elif known.table == "cramp" or known.kind == "yes_no" or isinstance(joined, tuple):
                joined = of_both(known, joined, value)
            else:
                joined = joined + value if known.name == "awake" else value
        for at in group:
            values[at] = None
        values[group[0]] = joined
