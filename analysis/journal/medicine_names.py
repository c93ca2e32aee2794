"""Which medicine a few words name: exactly, or by careful spelling. A wrong match is worse than none."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from analysis.journal.values import plain, vocabulary


@dataclass(frozen=True)
class Known:
    """One row of ``medicines.csv``. ``relation`` is "may_trigger", "treatment" or "other"."""

    generic: str
    drug_class: str
    relation: str
    source: str


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with Path(__file__).with_name("medicines.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def known_medicines() -> dict[str, Known]:
    """Every medicine of ``medicines.csv`` by its generic name."""
    return {
        row["generic"]: Known(row["generic"], row["drug_class"], row["relation"], row["source"])
        for row in _rows()
    }


@cache
def _index() -> dict[str, str]:
    """Every known name as `name_words` gives it, with its generic name."""
    index: dict[str, str] = {}
    for row in _rows():
        for name in (row["generic"], *row["names"].split(";")):
            if name:
                index.setdefault(name_words(name), row["generic"])
    return index


@cache
def _brands() -> frozenset[str]:
    """The names that ``medicines.csv`` writes with a capital letter."""
    names = {name for row in _rows() for name in row["names"].split(";") if name[:1].isupper()}
    return frozenset(name_words(name) for name in names)


@cache
def _combinations() -> dict[frozenset[str], str]:
    return {
        frozenset(re.split(r", | and ", generic)): generic
        for generic in known_medicines()
        if " and " in generic or ", " in generic
    }


_NOT_WORD = re.compile(r"[^a-z0-9%]+")
# What stands beside a name and says when, how often or in what form it is taken.
_BESIDE = vocabulary("beside a medicine")


def name_words(text: str) -> str:
    """The words of a name: plain letters and digits, single spaces."""
    return _NOT_WORD.sub(" ", plain(text)).strip()


def generic_of(whole: str, without_dose: str) -> str | None:
    """The generic name that the words mean; None where none is known or more than one could be meant.

    First the known names, the longest first, in the ``whole`` and ``without_dose``; then careful spelling.
    """
    index = _index()
    for words in (whole, without_dose):
        if words in index:
            return index[words]
    for words in (whole, without_dose):
        tokens = words.split()
        if named := _names_inside(tokens):
            return _one_of(named, tokens)
    tokens = [token for token in without_dose.split() if token not in _BESIDE and not token.isdigit()]
    if not 1 <= len(tokens) <= 3:
        return None
    if (spelled := _spelled(" ".join(tokens))) is not None or len(tokens) == 1:
        return spelled
    parts = {_spelled(token) for token in tokens}
    # Every word has to be a name: "magnetic bracelet" is no medicine because half of it looks like one.
    return parts.pop() if len(parts) == 1 else None


def _names_inside(tokens: list[str]) -> list[tuple[str, int, int]]:
    """The known names among the words, the longest at each place: generic, first word and the word after the
    last.
    """
    index, found, at = _index(), [], 0
    while at < len(tokens):
        for end in range(min(len(tokens), at + 6), at, -1):
            words = " ".join(tokens[at:end])
            # "K2" alone may be a name; inside other words two letters are too little.
            if words in index and (len(words) > 2 or len(tokens) <= 2):
                found.append((index[words], at, end))
                at = end
                break
        else:
            at += 1
    return found


def _one_of(named: list[tuple[str, int, int]], tokens: list[str]) -> str | None:
    """The one medicine that the names mean: theirs if all mean one, or the combination of exactly these."""
    generics = {name for name, _, _ in named}
    covered = {at for _, first, last in named for at in range(first, last)}
    others = [
        word
        for at, word in enumerate(tokens)
        if at not in covered and word not in _BESIDE and not word.isdigit() and not word[0].isdigit()
    ]
    ordinary = any(" ".join(tokens[first:last]) in vocabulary("ordinary word") for _, first, last in named)
    if len(others) > (0 if ordinary else 2):
        return None
    return generics.pop() if len(generics) == 1 else _combinations().get(frozenset(generics))


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


SHORTEST = 5  # letters; shorter names are only matched exactly
SHORTEST_SOUND = 6  # letters


@cache
def _spellings() -> tuple[list[str], list[str], list[str]]:
    """The names that may be misspelled, how they sound, and their generic names."""
    names = [name for name in _index() if len(name) >= SHORTEST]
    return names, [_sound(name) for name in names], [_index()[name] for name in names]


def _tolerance(name: str) -> int:
    """How many letters may differ. Brand names are made of ordinary words, so they have to be closer."""
    if name in _brands():
        return 0 if len(name) < 7 else 1 if len(name) < 10 else 2
    return 1 if len(name) < 9 else 2


def _spelled(words: str) -> str | None:
    """The generic of the one known name that ``words`` are a misspelling of; None where two come near, or
    none.

    The distance is the number of letters to change, drop, add or swap, of the letters or of the sounds. The
    next medicine has to be two letters further away than the nearest, or one letter with another first sound:
    so hydralazine and hydroxyzine, or metformin and metoprolol, are never taken for each other, and what lies
    between them is left as written.
    """
    if len(words) < SHORTEST or words in vocabulary("ordinary word"):
        return None
    names, sounds, generics = _spellings()
    allowed, sound = 1 if len(words) < 9 else 2, _sound(words)
    nearest: dict[str, tuple[int, bool, str]] = {}
    within: set[str] = set()
    for text, choices in ((words, names), (sound, sounds)):
        # Short sounds are like too many others: they have to be the same.
        cutoff = allowed + 1 if choices is names or len(sound) >= SHORTEST_SOUND else 0
        for _, distance, at in process.extract(
            text, choices, scorer=OSA.distance, score_cutoff=cutoff, limit=None
        ):
            if distance and choices is sounds and OSA.distance(words, names[at]) > allowed + 1:
                continue
            found = (int(distance), sounds[at][:1] != sound[:1], names[at])
            if distance <= _tolerance(names[at]):
                within.add(generics[at])
            nearest[generics[at]] = min(found, nearest.get(generics[at], found))
    ranked = sorted((*found, generic) for generic, found in nearest.items())
    if not ranked:
        return None
    best, starts_otherwise, name, generic = ranked[0]
    if generic not in within or best > allowed or (best > 1 and starts_otherwise):
        return None
    for distance, other_start, other, _ in ranked[1:]:
        # "escitalopram" has another first sound than "citalopram", but is too like it all the same.
        other_start &= not (other.endswith(name) or name.endswith(other))
        if distance <= best or (distance == best + 1 and not other_start):
            return None
    return generic
