"""Which medicine a few words name: exactly, or by careful spelling. A wrong match is worse than none."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from analysis.journal.cells import plain, vocabulary

Memory = dict[
    str, str | None
]  # words -> generic name; a patient's words, so it lives no longer than one reading


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


_AND = frozenset({"and", "und", "et", "y", "plus", "with", "mit"})


def name_words(text: str) -> str:
    """The words of a name: plain letters and digits, single spaces."""
    return _NOT_WORD.sub(" ", plain(text)).strip()


def generic_of(whole: str, without_dose: str, memory: Memory | None = None) -> str | None:
    """The generic name that the words mean; None where none is known or more than one could be meant.

    First the known names, the longest first, in the ``whole`` and ``without_dose``; then careful spelling.
    ``memory`` keeps what misspelled words were read as, for as long as the caller keeps it.
    """
    index = _index()
    memory = {} if memory is None else memory
    for words in (whole, without_dose):
        if words in index:
            return index[words]
    for words in (whole, without_dose):
        if combined := _with_a_thiazide(words):
            return combined
    for words in (whole, without_dose):
        tokens = words.split()
        if named := _names_inside(tokens):
            return _one_of(named, tokens, memory)
    tokens = [token for token in without_dose.split() if token not in _BESIDE and not token.isdecimal()]
    if not 1 <= len(tokens) <= 3:
        return None
    # "Atacanld Plus": first with the words that usually stand beside a name, since they can be part of one.
    if (
        len(without_dose.split()) == len(tokens) + 1
        and (spelled := _remembered(without_dose, memory)) is not None
    ):
        return spelled
    if (spelled := _remembered(" ".join(tokens), memory)) is not None or len(tokens) == 1:
        return spelled
    parts = {_remembered(token, memory) for token in tokens}
    # Every word has to be a name: "magnetic bracelet" is no medicine because half of it looks like one.
    return parts.pop() if len(parts) == 1 else None


_WITH_A_THIAZIDE = re.compile(
    r"(?:co (?P<after>[a-z ]+?)|(?P<before>[a-z ]+?) (?:plus|comp|compositum|hct|hctz|diu|diuretic))"
    r"(?: \d[\d a-z]*)?"
)


def _with_a_thiazide(words: str) -> str | None:
    """ "Micardis Plus", "ramipril comp", "Co-Tareg": the name of a medicine that is also sold with
    hydrochlorothiazide, with the word that says so."""
    found = _WITH_A_THIAZIDE.fullmatch(words)
    alone = _index().get(found["after"] or found["before"]) if found else None
    combined = f"{alone} and hydrochlorothiazide"
    return combined if combined in known_medicines() else None


def _names_inside(tokens: list[str]) -> list[tuple[str, int, int]]:
    """The known names among the words, the longest at each place: generic, first word, word after it."""
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


def _one_of(named: list[tuple[str, int, int]], tokens: list[str], memory: Memory) -> str | None:
    """The one medicine that the names mean: theirs if all mean one, or the combination of exactly these."""
    generics = {name for name, _, _ in named}
    covered = {at for _, first, last in named for at in range(first, last)}
    others = [
        word
        for at, word in enumerate(tokens)
        if at not in covered and word not in _BESIDE and not word.isdecimal() and not word[0].isdecimal()
    ]
    ordinary = any(" ".join(tokens[first:last]) in vocabulary("ordinary word") for _, first, last in named)
    if len(others) > (0 if ordinary else 2):
        return None
    if others:
        # "magnesium aspratat": the whole is nearer to a longer name.
        words = [word for word in tokens if word not in _BESIDE and not word[0].isdecimal()]
        if (whole := _remembered(" ".join(words), memory)) is not None:
            return whole
        # "amlodipine and benazperil": a misspelled partner makes a combination, an unknown one nothing.
        partners = {_remembered(each, memory) for each in (" ".join(others), *others)}
        partners.discard(None)
        if not partners and any(word in _AND for word in tokens):
            return None
        generics |= {partner for partner in partners if partner is not None}
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


class _Spellings:
    """The names that may be misspelled, by the first letter of their sound: few begin as a text does."""

    def __init__(self) -> None:
        self.names: dict[str, list[str]] = {}
        self.sounds: dict[str, list[str]] = {}
        self.without_first: dict[str, list[str]] = {}
        known = [name for name in _index() if len(name) >= SHORTEST]
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
        alone = [name for name in (words[1:], swapped) if len(name) >= SHORTEST and name in _index()]
        return [*alone, *self.without_first.get(words[1:], []), *self.without_first.get(words, [])]


@cache
def _spellings() -> _Spellings:
    return _Spellings()


def _tolerance(name: str) -> int:
    """How many letters may differ. Brand names are made of ordinary words, so they have to be closer."""
    if name in _brands():
        return 0 if len(name) < 7 else 1 if len(name) < 10 else 2
    return 1 if len(name) < 9 else 2


def _remembered(words: str, memory: Memory) -> str | None:
    if words not in memory:
        memory[words] = _spelled(words)
    return memory[words]


def _spelled(words: str) -> str | None:
    """The generic of the one known name that ``words`` misspell; None where two come near, or none.

    The distance is the number of letters to change, drop, add or swap, of the letters or of the sounds. The
    next medicine that begins with the same sound has to be two letters further away than the nearest: so
    hydralazine and hydroxyzine, or metformin and metoprolol, are never taken for each other, and what lies
    between them is left as written.
    """
    sound = _sound(words)
    if len(words) < SHORTEST or not sound or words in vocabulary("ordinary word"):
        return None
    spellings, index = _spellings(), _index()
    allowed = 1 if len(words) < 9 else 2
    near = spellings.near(words, sound, allowed + 1)
    another_start = [name for name in spellings.with_another_first_letter(words) if name not in near]
    near |= dict.fromkeys(another_start, 1)
    if not near:
        return None
    best = min(near.values())
    generics = {index[name] for name, distance in near.items() if distance == best}
    within = any(distance <= _tolerance(name) for name, distance in near.items() if index[name] in generics)
    if best > allowed or len(generics) > 1 or not within:
        return None
    generic = generics.pop()
    if best > 1:  # so far away, any other beginning counts as well
        for name, distance, _ in process.extract(
            words, spellings.all, scorer=OSA.distance, score_cutoff=best, limit=None
        ):
            near[name] = min(int(distance), near.get(name, best))
    for name in [name for name in near if index[name] == generic]:
        for other in spellings.inside_others[name]:
            near.setdefault(other, int(OSA.distance(words, other)))
    close = {
        index[name] for name, distance in near.items() if distance <= best + 1 and name not in another_start
    }
    close |= {index[name] for name, distance in near.items() if distance <= best}
    return generic if close == {generic} else None
