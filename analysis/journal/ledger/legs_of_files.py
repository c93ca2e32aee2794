"""Files of one leg or muscle each: left.csv and right.csv, or a sheet for the calf and one for the foot."""

import re
from collections.abc import Iterable, Sequence

import numpy as np

from analysis.journal.cells import plain, vocabulary, words_found
from analysis.journal.entries import Entries
from analysis.journal.ledger.night_rule import NO_DAY, Days

Place = tuple[str | None, str | None]  # side, muscle
_APART = re.compile(r"[\W_\d]+|(?<=[a-z])(?=[A-Z])")
_SHORT = {"l": "left", "r": "right", "lt": "left", "rt": "right"}
_SHORTEST = 4  # letters of a side that is spelt out
_NOWHERE: Place = (None, None)


def legs_of_files(tables: Sequence[Entries], nights: Sequence[Days]) -> dict[int, Place]:
    """The leg or muscle of every table that is about one alone and whose cramps add to those of another, by
    its place among ``tables``, of whose rows ``nights`` are the nights. Empty where they are not of different
    ones: one file of a leg is all that there is, and "what is left.csv" is of none. Files of other nights
    do not add up either: "left January" tells all that is known of January.

    The place is set down in every row that counts cramps, as a column for it would do.
    """
    placed = _set_down_places(tables)
    found = {
        at: place
        for at, place in placed.items()
        if any(
            _are_different((place, placed[other])) and _are_of_one_time(nights[at], nights[other])
            for other in placed
        )
    }
    for at in placed.keys() - found.keys():  # a night without a cramp has no leg
        counts = tables[at].column("cramps")
        for name in ("side", "muscle"):
            if name in tables[at].values:
                told = zip(tables[at].values[name], counts, strict=True)
                tables[at].values[name] = [place if count else None for place, count in told]
    return found


def _set_down_places(tables: Sequence[Entries]) -> dict[int, Place]:
    """The leg or muscle of every table, as the heading of its cramps, its name or its title says."""
    if len(tables) < 2:
        return {}
    found = {at: place for at, entries in enumerate(tables) if (place := _place_of(entries)) != _NOWHERE}
    if not _are_different(found.values()):
        return {}
    for at, (side, muscle) in found.items():
        entries = tables[at]
        counts = entries.values.get("cramps")
        for name, told in (("side", side), ("muscle", muscle)):
            if told is not None:
                size = len(entries)
                tells = [True] * size if counts is None else [count is not None for count in counts]
                entries.values[name] = [told if tell else None for tell in tells]
    return found


def files_of_logs(logs: Sequence[Entries], files: Sequence[int]) -> list[int]:
    """The order of the file of every log; those of different legs are parts of one, so that their cramps are
    told side by side, and a second copy of a leg is another.
    """
    legs = _set_down_places(logs)
    seen: dict[Place, int] = {}
    copies: dict[int, int] = {}
    found = list(files)
    for at, place in legs.items():
        copy = seen[place] = seen.get(place, -1) + 1
        found[at] = copies.setdefault(copy, found[at])
    return found


def _are_of_one_time(one: Days, other: Days) -> bool:
    """Whether most nights of the shorter file lie between the first and the last of the other; a file of
    nights with a cramp alone need not share any.
    """
    fewer, more = sorted((np.unique(days[days != NO_DAY]) for days in (one, other)), key=len)
    if not len(fewer):
        return False
    return bool(2 * np.count_nonzero((fewer >= more[0]) & (fewer <= more[-1])) > len(fewer))


def _are_different(places: Iterable[Place]) -> bool:
    """Whether any two are different legs, or different muscles of one leg."""
    listed = sorted(set(places), key=str)
    return any(
        (None not in (one[0], other[0]) and one[0] != other[0])
        or (one[0] == other[0] and None not in (one[1], other[1]) and one[1] != other[1])
        for number, one in enumerate(listed)
        for other in listed[:number]
    )


def _place_of(entries: Entries) -> Place:
    if entries.written_here or any(entries.plan.of(name) for name in ("side", "muscle")):
        return _NOWHERE
    parts = {plan.heading.part for plan in entries.plan.of("cramps")}
    if parts - {None}:
        return _place_in((parts.pop() or "").split()) if len(parts) == 1 else _NOWHERE
    table = entries.draft.table
    names = [
        entries.draft.sheet or "",
        table.above if table else "",
        entries.draft.file or entries.draft.name,
    ]
    for name in names:
        words = plain(" ".join(_APART.split(name.rsplit(".", 1)[0] if name is names[-1] else name))).split()
        if (place := _place_in(words)) != _NOWHERE:
            return place
    return _NOWHERE


def _place_in(words: Sequence[str]) -> Place:
    known = vocabulary("side")
    sides = {_SHORT.get(word) or (known.get(word) if len(word) >= _SHORTEST else None) for word in words}
    muscles = set(words_found("muscle", " ".join(words))[0]) - {"other"}
    sides -= {None}
    if len(sides) > 1 or len(muscles) > 1 or "both" in sides:
        return _NOWHERE
    return next(iter(sides), None), next(iter(muscles), None)
