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
    """The known names among the words, the longest at each place: generic, first word and the word after the last."""
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
    if len(others) > 2:
        return None
    return generics.pop() if len(generics) == 1 else _combinations().get(frozenset(generics))


_SOUNDS = [
    (re.compile(pattern), by)
    for pattern, by in (
        (r"ph", "f"), (r"th", "t"), (r"rh", "r"), (r"ch(?=[lr])", "c"), (r"[ao]e", "e"), (r"y", "i"), (r"qu", "c"),
        (r"k", "c"), (r"z", "s"), (r"x", "cs"), (r"c(?=[ei])", "s"), (r"(.)\1", r"\1"), (r"(?:e|a|um|o|is)$", ""),
    )
]  # fmt: skip


def _sound(words: str) -> str:
    """How the words sound, roughly: spellings that differ only between languages, or by ear, become one."""
    sound = words.replace(" ", "")
    for pattern, by in _SOUNDS:
        sound = pattern.sub(by, sound)
    return sound


SHORTEST = 5  # letters; shorter names are only matched exactly


@cache
def _spellings() -> tuple[list[str], list[str], list[str]]:
    """The names that may be misspelled, how they sound, and their generic names."""
    names = [name for name in _index() if len(name) >= SHORTEST]
    return names, [_sound(name) for name in names], [_index()[name] for name in names]


def _tolerance(length: int) -> int:
    """How many letters may differ in a name of so many."""
    return 1 if length < 9 else 2


def _spelled(words: str) -> str | None:
    """The generic of the one known name that ``words`` are a misspelling of; None where two come near, or none.

    The distance is the number of letters to change, drop, add or swap, of the letters or of the sounds. The next
    medicine has to be at least two further away: so hydralazine and hydroxyzine, or metformin and metoprolol, can
    never be taken for each other, and what lies between them is left as written.
    """
    if len(words) < SHORTEST:
        return None
    names, sounds, generics = _spellings()
    allowed = _tolerance(len(words))
    nearest: dict[str, int] = {}
    for text, choices in ((words, names), (_sound(words), sounds)):
        near = process.extract(
            text, choices, scorer=OSA.distance, processor=None, score_cutoff=allowed + 1, limit=None
        )
        for _, distance, at in near:
            nearest[generics[at]] = min(int(distance), nearest.get(generics[at], 99))
    ranked = sorted(nearest.items(), key=lambda item: item[1])
    if not ranked or ranked[0][1] > allowed:
        return None
    if len(ranked) > 1 and ranked[1][1] <= ranked[0][1] + 1:
        return None
    return ranked[0][0]
