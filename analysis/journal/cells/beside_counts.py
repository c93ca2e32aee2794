"""What stands beside a number of cramps in its cell: places, which can contradict it, and remarks."""

import re

from analysis.journal.cells.clocks import with_named_clocks
from analysis.journal.cells.cramp_words import CRAMP_TOLD
from analysis.journal.cells.hours_and_minutes import with_minutes_joined
from analysis.journal.cells.numbers import ABOUT, is_all_number
from analysis.journal.cells.times_of_day import CLOCK
from analysis.journal.cells.units import UNIT_OF_LENGTH
from analysis.journal.cells.values import Cell, before_reading, vocabulary, words_found
from analysis.journal.cells.words import alternatives, pattern_of, words_of

CLOCKS = re.compile(rf"(?:{CLOCK})(?: ?(?:-|to|until|till|bis) ?(?:{CLOCK}))?")
UNKNOWN = re.compile(r"\b(?:record\w*|log\w*|written|wrote|noted?|sure|data|entry|idea|know|remember if)\b")
LENGTH = re.compile(rf"\b\d{{1,3}} ?{UNIT_OF_LENGTH}(?!\w)\.?")
TALLY = re.compile(r"[|/]{1,9}|i{2,5}|l{2,5}")
_WORDS = re.compile(r"[^\W_]+")
_BEHIND = re.compile(r"\s*[^\s(\[;,:–-]+\s*[(\[;,:–-]+\s*(.+?)[)\]\s.]*", re.DOTALL)


def tell_of_cramps(words: str, *more: str) -> bool:
    """Whether words beside a number or a clock time are about nothing but cramps: "left calf", "small ones",
    but not "aspirin". Words of the kinds ``more`` may stand there as well.
    """
    if any(
        pattern_of(kind).search(words) for kind in ("other cramps", "says no", "not one's own cramp")
    ) or UNKNOWN.search(words):
        return False
    for kind in more:
        words = pattern_of(kind).sub(" ", words)
    rest = besides_cramps(words)[1]
    return all(word in words_of("beside a cramp") for word in rest)


def besides_cramps(words: str) -> tuple[bool, list[str]]:
    """Whether the words name a side or a muscle; and those that tell of no cramp, place or strength."""
    sides, rest = words_found("side", CRAMP_TOLD.sub(" ", words))
    muscles, rest = words_found("muscle", " ".join(rest))
    strengths, left_over = words_found("scale", " ".join(rest))
    return bool(sides or muscles), rest if "0" in strengths else left_over


_NUMBER_BEHIND = re.compile(
    r"(.{4,40}?) ?"
    r"(?:[x×*] ?(\d{1,2})|(\d{1,2}) ?[x×]|[(\[](\d{1,2}) ?x[)\]]|[(\[](\d{1,2})[)\]]|[:=] ?(\d{1,2}))"
)
SEVERAL = re.compile(rf"\b(?:\w{{0,14}}(?:{alternatives(words_of('cramps, several'))}))\b")


def number_behind(words: str) -> float | None:
    """The number of "leg cramps x2", "cramps (3)" or "krampfe: 4"; None where it stands behind no cramps, and
    where it may be a score or belong to one place of several: "strong cramp: 8", "cramp (9)".
    """
    found = _NUMBER_BEHIND.fullmatch(words)
    if found is None or not CRAMP_TOLD.search(found[1]) or not tell_of_cramps(found[1]):
        return None
    if any(map(str.isdecimal, found[1])) or words_found("scale", CRAMP_TOLD.sub(" ", found[1]))[0]:
        return None
    if (found[5] or found[6]) and not SEVERAL.search(found[1]):
        return None
    return float(next(filter(None, found.groups()[1:])))


_HOUR_OR_NUMBER = re.compile(rf"(?:{alternatives(words_of('hour or number'))}) \d{{1,2}}")


def is_open(words: str, count: float) -> bool:
    """Whether the place beside a number leaves open what a cell, as plain words, says: none beside one leg
    or muscle ("none, left calf", but not "no calf cramps"), and a number beside another part of the body, or
    behind a word that stands before an hour as well ("around 2").
    """
    if _HOUR_OR_NUMBER.fullmatch(words):
        return True
    other, legs = pattern_of("other cramps").search(words), pattern_of("of the leg").search(words)
    if count:
        return bool(other) and not legs
    told = pattern_of("says there was none").sub(" ", words)  # "sin" is no side where it means without
    sides, rest = words_found("side", CRAMP_TOLD.sub(" ", told))
    muscles, rest = words_found("muscle", " ".join(rest))
    of_one_kind = bool(CRAMP_TOLD.search(words))
    one_leg = len(sides) == 1 and sides != ["both"]
    if not one_leg and (sides or of_one_kind or not set(muscles) - {"other"}):
        return False
    none = {*vocabulary("number"), *vocabulary("yes_no"), *words_of("says there was none")}
    return all(word in none or word in words_of("beside a cramp") for word in rest)


_BESIDE = (
    "beside a number of cramps", "beside the time of a cramp", "having", "woke at", "the past night",
    "during a night",
)  # fmt: skip


def remark_beside(text: str) -> Cell:
    """What a cell that counts cramps says beside their number, time, place and strength, as it is written:
    "aspirin" of "2 (aspirin)"; missing where it says nothing else.
    """
    words, answer = before_reading(text)
    if answer is not None or is_all_number(words) or TALLY.fullmatch(words):
        return Cell(None)
    about = ABOUT.match(words)
    rest = with_named_clocks(with_minutes_joined(words[about.end() :] if about else words))
    rest = " ".join(_WORDS.findall(LENGTH.sub(" ", CLOCKS.sub(" ", rest))))
    known = {*vocabulary("number"), *vocabulary("several"), *vocabulary("yes_no")}
    tokens = [token for token in rest.split() if token not in known and not token.isdecimal()]
    of_none = {*words_of("says there was none"), *words_of("beside none")}
    if of_none.issuperset(CRAMP_TOLD.sub(" ", " ".join(tokens)).split()):
        return Cell(None)
    if tell_of_cramps(" ".join(tokens), *_BESIDE):
        return Cell(None)
    behind = _BEHIND.fullmatch(text)
    if behind is None or behind[1].count("(") != behind[1].count(")"):  # "1 (left) wine"
        return Cell(text.strip())
    return Cell(behind[1])
