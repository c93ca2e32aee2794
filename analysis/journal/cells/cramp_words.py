"""Words for a cramp, alone or at the end of a word of several parts, and whose cramps they are of."""

import re
from collections.abc import Collection
from functools import cache
from typing import Literal

from analysis.journal.cells.values import vocabulary
from analysis.journal.cells.words import alternatives, pattern_of, words_of

_LONGEST_PART = 20  # letters of a word before the cramp in it


def _ending() -> str:
    return "|".join(map(re.escape, words_of("cramp at the end of a word")))


CRAMP = rf"(?:{pattern_of('cramp stem').pattern}|\b\w{{0,{_LONGEST_PART}}}?(?:{_ending()})\b)"
_CRAMP = re.compile(CRAMP)
_IN_ONE_WORD = re.compile(rf"\b(\w{{1,{_LONGEST_PART}}}?)(?:{_ending()})\b")
# As a sentence tells of one; a heading names none so.
CRAMP_TOLD = re.compile(rf"{CRAMP}|{pattern_of('cramp as a verb').pattern}")


def tells_of_a_cramp(words: str) -> bool:
    """Whether plain words hold a word for a cramp, or one for being free of them.

    >>> [tells_of_a_cramp(words) for words in ("2 wadenkrampfe", "krampffrei", "a campsite")]
    [True, True, False]
    """
    return bool(CRAMP_TOLD.search(words) or pattern_of("free of cramps").search(words))


def without_cramps(words: str) -> str:
    """Plain words without those that name a cramp; the same words where none does."""
    return _CRAMP.sub(" ", words)


def _before_cramps(words: str) -> list[str]:
    """What stands before a cramp in one word with it: "magen" of "magenkrampf"."""
    return _IN_ONE_WORD.findall(pattern_of("cramp stem").sub(" ", words))


def _is_of_a_leg(before: str) -> bool:
    return any(part in before for part in words_of("leg in one word with a cramp"))


def _no_place() -> Collection[str]:
    return words_of("no place in one word with a cramp")


def of_other_cramps(words: str) -> bool:
    """Whether plain words that name cramps speak of another part of the body than the leg, of the day, or of
    a seizure: also in one word, "Magenkrampf".
    """
    if pattern_of("other cramps").search(words):
        return True
    placed = (before for before in _before_cramps(words) if before not in _no_place())
    return any(not _is_of_a_leg(before) for before in placed)


def closes_unread(words: str) -> bool:
    """Whether plain words about a cramp end in a mark, a letter or an "n/a" that may say the opposite: what
    stands there is an answer of its own.

    >>> [closes_unread(words) for words in ("cramps: n", "calf n/a", "cramps -", "cramp l", "bad cramp !")]
    [True, True, True, False, False]
    """
    before, _, last = words.strip(" !.,;()…").rpartition(" ")
    if not before:
        return False
    if vocabulary("empty").get(last) == "blank":
        return True
    if last.isalnum():
        answer = len(last) == 1 and last.isascii() and last.isalpha() and last not in vocabulary("side")
        return answer and vocabulary("yes_no").get(last) != "yes"
    return not any(map(str.isalnum, last)) and set(last) != {"+"}


@cache
def _parts_of_a_leg() -> re.Pattern[str]:
    named = alternatives(name for name, part in vocabulary("muscle").items() if part != "other")
    return re.compile(rf"\b(?:{named})\b")


def whose_cramps(words: str) -> Literal["a leg's", "other", "open"]:
    """Whose cramps a few plain words tell of that name one: a leg's, also where no place is named; those of
    another part of the body, a period or a seizure; or left open: both are named, a word that is neither, or
    another person.

    >>> [whose_cramps(words) for words in ("crampe mollet", "calambres en la mano", "kramp in hand en kuit")]
    ["a leg's", 'other', 'open']
    """
    if pattern_of("not one's own cramp").search(words):
        return "open"
    rest = _parts_of_a_leg().sub(" ", words)
    before = _before_cramps(words)
    others = [part for part in before if any(word in part for word in words_of("other in one word"))]
    if not (others or pattern_of("other cramps").search(rest)):
        return "a leg's" if all(map(_is_of_a_leg, before)) else "open"
    bare = pattern_of("other cramps").sub(" ", rest)
    if len(_CRAMP.findall(words)) > 1:  # "no cramps but stomach cramps"
        return "open"
    named = rest != words or any(map(_is_of_a_leg, before)) or pattern_of("of the leg").search(bare)
    return "open" if named else "other"
