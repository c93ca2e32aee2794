"""What one part of a dated line says of cramps: how many, when, where, how long and how bad."""

import re

from analysis.journal.cells import (
    AFTER_HOUR,
    BEFORE_CLOCK,
    CLOCK,
    CRAMP_TOLD,
    EARLY,
    HOUR_SURELY,
    HOUR_TOLD,
    LATE,
    SEVERAL,
    UNIT_OF_LENGTH,
    alternatives,
    closes_unread,
    cramps_in_cell,
    late_pattern,
    negations_apart,
    pattern_of,
    says_none,
    vocabulary,
    with_pairs,
    words_found,
    words_of,
)
from analysis.journal.exports.numbers_that_count import CRAMP, CRAMPS, all_count, is_of_something_else
from analysis.journal.exports.settled_lines import TOKEN, Part, number_of

Told = dict[str, list[str]]
_MOST_CRAMPS = 30
_LONGEST_ANSWER = 8  # words, without one about cramps
_CLOCKS = late_pattern(
    rf"{BEFORE_CLOCK}?((?:{CLOCK})(?: ?(?:-|to|until|till|bis) ?(?:{CLOCK}))?(?:{EARLY}|{LATE})?)|"
    rf"{BEFORE_CLOCK}({HOUR_TOLD})|{HOUR_SURELY}|\b(0\d[0-5]\d)\b(?: ?{AFTER_HOUR})?"
)
_LENGTH = late_pattern(
    rf"(?:\b(?:{alternatives(words_of('before a length'))})\b:? ?)?"
    rf"(?:about |ca\.? |~ ?)?(\d{{1,3}}(?:[.,]\d)? ?{UNIT_OF_LENGTH}(?!\w))\.?"
)
_PAIN = late_pattern(
    rf"(?:\b(?:{alternatives(words_of('before a strength'))})\b ?"
    r"(?:level |score )?[:=]? ?(\d{1,2})(?: ?(?:/|out of|von) ?10)?(?![\d/:.])|"
    r"(?<![\d/.:])(\d{1,2}) ?(?:/|out of|von) ?10(?![\d/:.]))"
)
_CALF_CRAMP = late_pattern(
    rf"\b(?:{alternatives(words_of('calf in one word with a cramp'))})\w{{0,6}}(?:kr|g)"
)
_BEGINNING = late_pattern(rf"^(?:(?:{pattern_of('begins the next thing said').pattern}) )+")
_ELIDED = late_pattern(r"\b(?:qu|[cdjlmnst])'(?=[^\W\d_])")  # "l'orteil": no "l" of left
# "der" abbreviates the Spanish for right, where it is no German article.
_GERMAN_ARTICLE = late_pattern(r"\b(?:in|an|auf|von|aus|mit|bei|unter) der\b|\bder (?=[a-z])")


def cramps_of(words: str) -> Part | None:
    """What a part with a word about cramps says; None where anything in it is not plain."""
    if "?" in words or closes_unread(words):
        return None
    words = _in_the_of_portuguese(negations_apart(words))
    more = bool(pattern_of("one more").search(words))
    words = with_pairs(_BEGINNING.sub("", pattern_of("one more").sub(" ", words).strip()))
    named = " ".join(CRAMP_TOLD.sub(_one_or_several, words).split())
    rest = pattern_of("how a cramp came").sub(" ", named)
    if _speaks_of_none(words, rest):
        return Part(0.0, {}) if not more and says_none(_ELIDED.sub(" ", words)) else None
    rest, told = _take_details(_without_articles(rest))
    numbers, others = _numbers_in(rest)
    strengths, others = words_found("scale", " ".join(others))
    numbers += [number for token in others if (number := number_of(token)) is not None]
    beside = {*words_of("beside a cramp"), *words_of("yes in a sentence"), *words_of("oneself"), "x"}
    if numbers:
        beside.update(words_of("behind a number of cramps"))
    if any(token not in beside and number_of(token) is None for token in others) or "0" in strengths:
        return None
    if len(numbers) > 1 or any(not 0 < number <= _MOST_CRAMPS for number in numbers):
        return None
    if numbers and (_of_hours_or_nights(rest) or not all_count(rest)):
        return None
    if strengths and "severity" not in told:
        told["severity"] = [max(strengths, key=float)]
    if "muscle" not in told and _CALF_CRAMP.search(words):
        told["muscle"] = ["calf"]
    leg = pattern_of("of the leg").search(words) is not None
    count = numbers[0] if numbers else float(max(1, len(told.get("onset", ()))))
    return Part(count, told, more, leg=leg)


def _one_or_several(found: re.Match[str]) -> str:
    return f" {CRAMPS if SEVERAL.search(found[0]) else CRAMP} "


def _numbers_in(words: str) -> tuple[list[float], list[str]]:
    """The numbers written in digits, and the other words: some of these count, or say how bad it was."""
    tokens = TOKEN.findall(words)
    found = [number for token in tokens if any(map(str.isdecimal, token)) and (number := number_of(token))]
    return found, [token for token in tokens if not any(map(str.isdecimal, token)) or not number_of(token)]


def _of_hours_or_nights(words: str) -> bool:
    """Whether a number of the words is one of hours, days or nights: "for 2 heures", "2 long nights"."""
    tokens = TOKEN.findall(words)
    units = words_of("hours days or nights")
    return any(
        number_of(token) is not None and any(unit in units for unit in tokens[at + 1 : at + 3])
        for at, token in enumerate(tokens)
    )


def _is_of_a_night(words: str) -> bool:
    """Whether words name a night or a morning as a whole."""
    return any(token in words_of("of a night or a morning") for token in TOKEN.findall(words))


def _in_the_of_portuguese(words: str) -> str:
    """The words without "no" and "nos" that mean "in the": before a place of the body named in Portuguese."""
    places = pattern_of("portuguese place behind no").pattern
    return re.sub(rf"\bnos? (?={places})", "", words)


def _speaks_of_none(words: str, rest: str) -> bool:
    tokens = TOKEN.findall(rest)
    none = words_of("says there was none")
    return bool(pattern_of("free of cramps").search(words)) or any(
        token == "0" or token in none for token in tokens
    )


def _without_articles(words: str) -> str:
    return _GERMAN_ARTICLE.sub(" ", _ELIDED.sub(" ", words))


def _take_details(words: str) -> tuple[str, Told]:
    """The words without what they tell of a cramp: its pain, length and times, its side, muscle, strength."""
    told: Told = {}

    def take(name: str, pattern: re.Pattern[str], ending: str = "") -> None:
        nonlocal words
        for found in pattern.finditer(words):
            told.setdefault(name, []).append(next(filter(None, found.groups())) + ending)
        words = pattern.sub(" ", words)

    take("severity", _PAIN, "/10")
    take("duration", _LENGTH)
    take("onset", _CLOCKS)
    whole = words
    for name, kind in (("side", "side"), ("muscle", "muscle")):
        found, others = words_found(kind, words)
        if kind == "muscle":  # "linkerkuit" names both
            found = words_found(kind, whole)[0]
        if found and not (name == "muscle" and found == ["other"]):
            told[name], words = found, " ".join(others)
    return words, told


def beside_a_cramp(words: str) -> Told | None:
    """What a part says that is nothing but places, times, lengths and strengths; None for any other."""
    rest, told = _take_details(_without_articles(words))
    strengths, others = words_found("scale", rest)
    if any(map(str.isdecimal, rest)) or any(token not in words_of("beside a cramp") for token in others):
        return None
    if strengths and "0" not in strengths:
        told.setdefault("severity", [max(strengths, key=float)])
    return told or None


def one_more(words: str) -> Part | None:
    """What a part says that speaks of another cramp without the word: "then a small one at 5"."""
    rest = pattern_of("one more").sub(" ", words)
    told = None if rest == words else beside_a_cramp(rest)
    if told is None and (
        rest == words or any(token not in words_of("beside a cramp") for token in TOKEN.findall(rest))
    ):
        return None
    if _is_of_a_night(rest) and not {"onset", "side", "muscle"} & {*(told or ())}:
        return None  # "another bad night"
    return Part(float(max(1, len((told or {}).get("onset", ())))), told or {}, more=True)


def bare_answer(words: str) -> Part | None:
    """What a few words say in a file about cramps: "2", "none", "2x left calf at 3am"."""
    if len(words.split()) > _LONGEST_ANSWER or "?" in words or _of_hours_or_nights(words):
        return None
    rest, told = _take_details(with_pairs(_without_articles(words)))
    tokens = TOKEN.findall(rest)
    if len(tokens) > 1 and tokens[-1] in ("one", "ones"):  # "2 small ones"
        tokens.pop()
    others = [token for token in tokens if token not in words_of("beside a cramp") and token != "x"]
    passed = {*words_of("yes in a sentence"), *words_of("behind a number of cramps")}
    counting = [token for token in tokens if token not in passed]
    if len(counting) == 1 and number_of(counting[0]):  # "yes, 2 times", but not "woke 3 times"
        others = counting
    numbers = [number for token in others if (number := number_of(token)) is not None]
    if _is_of_a_night(rest) and not any(map(str.isdecimal, rest)):
        return None  # "una mala noche"
    places = [at for at, token in enumerate(tokens) if number_of(token) is not None]
    if any(is_of_something_else(tokens[at - 1]) for at in places if at):
        return None  # "for 5"
    if numbers and len(numbers) == len(others):
        one = len(numbers) == 1 and numbers[0] <= _MOST_CRAMPS
        return Part(numbers[0], told, number=words.isdecimal()) if one else None
    answers = {*words_of("says there was none"), *vocabulary("yes_no")} - {*words_of("a cramp")}
    if told or not all(token in answers for token in others):
        return None
    cell = cramps_in_cell(words)
    return None if cell.value is None else Part(float(cell.value), {})
