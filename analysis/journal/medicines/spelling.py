"""Which known medicine a misspelled name means, by its letters and its sound."""

import re
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from analysis.journal.cells import vocabulary
from analysis.journal.medicines.known import brands, index_of_names

_SOUNDS = [
    (re.compile(pattern), by)
    for pattern, by in (
        (r"ph", "f"), (r"th", "t"), (r"rh", "r"), (r"ch(?=[lr])", "c"), (r"[ao]e", "e"), (r"y", "i"),
        (r"qu", "c"),
        (r"k", "c"), (r"z", "s"), (r"^x", "s"), (r"x", "cs"), (r"c(?=[ei])", "s"), (r"(.)\1", r"\1"),
        (r"(?:e|a|um|o|is)$", ""),
    )
]  # fmt: skip


def _sound(words: str) -> str:
    """How the words sound, roughly: spellings that differ only between languages, or by ear, become one."""
    sound = words.replace(" ", "")
    for pattern, by in _SOUNDS:
        sound = pattern.sub(by, sound)
    return sound


def _consonants(words: str) -> str:
    return re.sub(r"[aeiouy ]", "", words)


SHORTEST = 5  # letters; shorter names are only matched exactly
SHORTEST_SOUND = 6  # letters


class _Spellings:
    """The names that may be misspelled, by the first letter of their sound: few begin as a text does."""

    def __init__(self) -> None:
        self.names: dict[str, list[str]] = {}
        self.sounds: dict[str, list[str]] = {}
        self.without_first: dict[str, list[str]] = {}
        known = [name for name in index_of_names() if len(name) >= SHORTEST]
        for name in known:
            sound = _sound(name)
            self.names.setdefault(sound[0], []).append(name)
            self.sounds.setdefault(sound[0], []).append(sound)
            self.without_first.setdefault(name[1:], []).append(name)
        # "escitalopram" sounds otherwise at first than "citalopram", but is too like it all the same.
        self.inside_others: dict[str, set[str]] = {name: set() for name in known}
        for name in known:
            for inside in (name[cut:] for cut in (1, 2, 3) if name[cut:] in self.inside_others):
                self.inside_others[name].add(inside)
                self.inside_others[inside].add(name)
        self.all = known

    def near(self, words: str, sound: str, furthest: int) -> dict[str, int]:
        """Every name with the same first sound, at most ``furthest`` letters away, with its distance."""
        first = sound[0]
        names, found = self.names.get(first, []), {}
        for name, distance, _ in process.extract(
            words, names, scorer=OSA.distance, score_cutoff=furthest, limit=None
        ):
            found[name] = int(distance)
        # Short sounds are like too many others: they have to be the same.
        cutoff = furthest if len(sound) >= SHORTEST_SOUND else 0
        sounds = self.sounds.get(first, [])
        for _, distance, at in process.extract(
            sound, sounds, scorer=OSA.distance, score_cutoff=cutoff, limit=None
        ):
            name = names[at]
            if distance == 0 or OSA.distance(words, name, score_cutoff=furthest) <= furthest:
                found[name] = min(int(distance), found.get(name, furthest))
        return found

    def with_another_first_letter(self, words: str) -> list[str]:
        """The names that differ from ``words`` in the first letter only: another, one too many, or none."""
        swapped = words[1::-1] + words[2:]
        alone = [name for name in (words[1:], swapped) if len(name) >= SHORTEST and name in index_of_names()]
        return [*alone, *self.without_first.get(words[1:], []), *self.without_first.get(words, [])]


@cache
def _spellings() -> _Spellings:
    return _Spellings()


def _tolerance(name: str) -> int:
    """How many letters may differ. Brand names are made of ordinary words, so they have to be closer."""
    if name in brands():
        return 0 if len(name) < 7 else 1 if len(name) < 10 else 2
    return 1 if len(name) < 9 else 2


def _other_consonants(words: str, name: str) -> int:
    """How many consonants are others, where it sounds otherwise and none is left out, too many, or swapped:
    "Concetta" is no misspelt Concerta, and "marmalade" no mag malate."""
    if _sound(words) == _sound(name):
        return 0
    others = [
        sum(letter != beside for letter, beside in zip(one, other, strict=True))
        for one, other in (
            (_consonants(words), _consonants(name)),
            (_consonants(_sound(words)), _consonants(_sound(name))),
        )
        if len(one) == len(other)
    ]
    swapped = sorted(_consonants(words)) == sorted(_consonants(name))
    return 0 if swapped or len(_consonants(words)) != len(_consonants(name)) else min(others)


def spelled(words: str) -> str | None:
    """The generic of the one known name that ``words`` misspell; None where two come near, or none.

    The distance is the number of letters to change, drop, add or swap, of the letters or of the sounds. The
    next medicine that begins with the same sound has to be two letters further away than the nearest: so
    hydralazine and hydroxyzine, or metformin and metoprolol, are never taken for each other, and what lies
    between them is left as written. Where only a vowel differs ("prednisalone"), the next has to be that far
    away only if its consonants are the same: whoever means prednisone writes no l.
    """
    sound = _sound(words)
    if len(words) < SHORTEST or not sound or words in vocabulary("ordinary word"):
        return None
    spellings, index = _spellings(), index_of_names()
    allowed = 1 if len(words) < 9 else 2
    near = spellings.near(words, sound, allowed + 1)
    another_start = [name for name in spellings.with_another_first_letter(words) if name not in near]
    near |= dict.fromkeys(another_start, 1)
    if not near:
        return None
    best = min(near.values())
    generics = {index[name] for name, distance in near.items() if distance == best}
    within = any(
        distance <= _tolerance(name) and _other_consonants(words, name) <= (0 if name in brands() else 1)
        for name, distance in near.items()
        if index[name] in generics
    )
    if best > allowed or len(generics) > 1 or not within:
        return None
    generic = generics.pop()
    return generic if _as_near(words, generic, near, best, another_start) == {generic} else None


def _as_near(words: str, generic: str, near: dict[str, int], best: int, another_start: list[str]) -> set[str]:
    """The generics whose names come too near to tell them apart, the one ``best`` letters away included.
    ``near``: the distance of each name; ``another_start``: those of them with another first letter.
    """
    spellings, index = _spellings(), index_of_names()
    if best > 1:  # so far away, any other beginning counts as well
        for name, distance, _ in process.extract(
            words, spellings.all, scorer=OSA.distance, score_cutoff=best, limit=None
        ):
            near[name] = min(int(distance), near.get(name, best))
    for name in [name for name in near if index[name] == generic]:
        for other in spellings.inside_others[name]:
            near.setdefault(other, int(OSA.distance(words, other)))
    consonants = _consonants(words)
    by_a_vowel = best <= 1 and any(
        index[name] == generic and distance == best and _consonants(name) == consonants
        for name, distance in near.items()
    )
    close = {
        index[name]
        for name, distance in near.items()
        if distance <= best + 1
        and name not in another_start
        and (not by_a_vowel or _consonants(name) == consonants)
    }
    close |= {index[name] for name, distance in near.items() if distance <= best}
    return close
