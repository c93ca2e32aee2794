"""Headers that name cramps: of which part of the body, of which kind, and which of several."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis.journal.cells import (
    CLOCK,
    CRAMP,
    alternatives,
    of_other_cramps,
    pattern_of,
    plain,
    vocabulary,
    without_cramps,
    words_found,
    words_of,
)

_ORDINALS = {
    word: int(place) for word, place in vocabulary("which of several").items() if not word.isdecimal()
}
_ORDINAL = re.compile(rf"\b({alternatives(_ORDINALS)}) (?=(?:leg |calf |muscle )?cramps?\b)")
_MOST_NUMBERED = 12
_NIGHT = "of the night in a heading"
_SHORT_SIDES = {"l": "left", "r": "right", "lt": "left", "rt": "right"}


@dataclass(frozen=True)
class CrampHeader:
    """``part``: the leg or muscle whose cramps alone the column counts. ``other``: it is about other cramps
    than those of a leg at night. ``bare``: beside the cramps and the part nothing else is named.
    """

    part: str | None = None
    other: bool = False
    bare: bool = False


_BEHIND = re.compile(r"\b(kra(?:e)?mpf|kramp)(?=([^\W\d_]{3,16})\b)")


def compounds_apart(words: str) -> str:
    """Plain words with the cramp apart that begins a word of German or Dutch: krampf dauer."""
    return _BEHIND.sub(
        lambda found: f"{found[1]} " if found[2] in words_of("behind krampf") else found[1], words
    )


_JOIN = rf"(?: (?:{alternatives(words_of('between a cramp and its place'))}))*"


@cache
def _other_beside() -> re.Pattern[str]:
    other = pattern_of("other cramps").pattern
    return re.compile(rf"{other}{_JOIN} {CRAMP}|{CRAMP}{_JOIN} {other}")


def named_for_other_cramps(words: str) -> bool:
    """Whether a name or title, as plain words, is of cramps of another part than the leg: that part stands
    beside the cramps ("hand cramps", "cramps of the stomach"), and no leg is named.
    """
    if pattern_of("of the leg").search(words) or not of_other_cramps(words):
        return False
    others = [found[0] for found in pattern_of("other cramps").finditer(words)]
    in_one = any(without_cramps(other) != other and "day" not in other for other in others)
    return in_one or not others or bool(_other_beside().search(words))


def cramp_header(words: str) -> CrampHeader | None:
    """What a header, as plain words, says of cramps; None where it names none."""
    rest = without_cramps(words)
    if rest == words:
        return None
    if of_other_cramps(words) or pattern_of("of an animal").search(words):
        return CrampHeader(other=True)
    sides: set[str] = set()
    muscles = {"calf"} if "wadenkrampf" in words else set()
    bare = True
    beside = {*words_of("filler"), *words_of(_NIGHT), *words_of("asks whether there were any")}
    for token in pattern_of("last_night").sub(" ", rest).split():
        side = _SHORT_SIDES.get(token) or (vocabulary("side").get(token) if len(token) > 3 else None)
        muscle = vocabulary("muscle").get(token)
        if side is not None:
            sides.add(side)
        elif muscle is not None and muscle != "other":
            muscles.add(muscle)
        elif muscle is None and token not in beside:
            bare = False
    one = len(sides) <= 1 and len(muscles) <= 1
    part = " ".join([*sides, *muscles]) if one else ""
    return CrampHeader(part or None, bare=bare)


def told_of_cramps(words: str) -> Literal["cramp", "no cramp"] | None:
    """Whether plain words tell of a leg cramp, or that there was none: they name one and beside it only its
    place, side, strength or time. None for other cramps and for what was done about them ("Stretching for
    cramps").
    """
    words = words.replace("night time", "nighttime")
    found = cramp_header(words)
    if found is None or found.other:
        return None
    none = pattern_of("says no").search(words)
    rest = without_cramps(pattern_of("says no").sub(" ", words)) if none else without_cramps(words)
    for kind in ("scale", "muscle", "side"):
        rest = " ".join(words_found(kind, rest)[1])
    beside = {*words_of("filler"), *words_of("beside a cramp"), *words_of(_NIGHT)}
    if not found.bare and any(token not in beside and not token.isdecimal() for token in rest.split()):
        return None
    return "no cramp" if none else "cramp"


_HOW_MANY = re.compile(rf"^(?:{alternatives(words_of('asks how many'))})\b")


def asked_of_cramps(words: str, named: CrampHeader) -> tuple[tuple[str, ...], str]:
    """The field that a header, as plain words that name cramps, asks for by the form of its question, and by
    what it was told; empty where it asks for none.
    """
    if named.bare:
        return ("cramps",), "the words in its name"
    if named.other:
        return (), ""
    if pattern_of("asks how long").search(words):
        return (("duration",), "it asks how long") if _asks_how_long(words) else ((), "")
    question = pattern_of("last_night").sub("", words).strip()  # it may come first
    if asked := _HOW_MANY.match(question):
        how_many = (("cramps",), "it asks how many")
        return how_many if _of_how_many_cramps(question[asked.end() :]) else ((), "")
    if pattern_of("asks what time").search(words):
        return ("onset",), "it asks for a time"
    return (), ""


def counts_in_question(words: str) -> bool:
    """Whether a header, as plain words, asks how many or how often: its answer is a number, and no yes."""
    return _HOW_MANY.search(words) is not None


_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,30})[)\]]")


def says_how_often(header: str) -> bool:
    """Whether a header that speaks of times means how often it was, and not when: "Leg cramps (times)".

    >>> [says_how_often(header) for header in ("Cramps (times per night)", "Cramp times", "Krampfzeit (Uhr)")]
    [True, False, False]
    """
    words = plain(header)
    bracketed = {found.strip(" .") for found in _IN_BRACKETS.findall(words)}
    if not bracketed.isdisjoint(words_of("a number in brackets")):
        return True
    return bool(pattern_of("how often").search(" ".join(re.findall(r"\w+", words))))


def _of_how_many_cramps(rest: str) -> bool:
    """Whether what follows "how many" or "how often", as plain words, are the cramps, and not tablets or
    minutes: nothing else is named before them.
    """
    cramps = re.search(CRAMP, rest)
    before = rest[: cramps.start()] if cramps else rest
    for kind in ("scale", "muscle", "side"):
        before = " ".join(words_found(kind, before)[1])
    beside = {*words_of("filler"), *words_of("beside how many"), *words_of(_NIGHT)}
    return beside.union(words_of("beside a cramp"), words_of("beside a number of cramps")).issuperset(
        before.split()
    )


def _asks_how_long(words: str) -> bool:
    """Whether a header asks for the length of a cramp, and not for a time before, after or between them."""
    rest = pattern_of("asks how long").sub(" ", words)
    beside = {*words_of("filler"), *words_of("beside how long"), *words_of(_NIGHT)}
    places = vocabulary("muscle").keys() | vocabulary("side").keys()
    return all(token in beside or token in places for token in without_cramps(rest).split())


@cache
def _several_nights() -> re.Pattern[str]:
    numbers = [word for word, number in vocabulary("number").items() if float(number) > 1]
    several = alternatives(numbers)
    nights = pattern_of("several days or nights").pattern
    return re.compile(rf"\b(?:[2-9]|\d{{2,3}}|{several})(?: [^\W\d_]+)? {nights}")


@cache
def _since_its_begin() -> re.Pattern[str]:
    """Finds what may be of one night: "since midnight", "seit 2 Uhr"."""
    return re.compile(
        rf"{pattern_of('counted since').pattern} (?:{pattern_of('begin of the night').pattern}|{CLOCK})"
    )


def names_other_time(words: str) -> bool:
    """Whether a header, as plain words that name cramps, is about another time than one night: a week, a
    month, several days or nights, all days so far, an evening, or the time since a cramp.
    """
    if names_longer_time(words) or pattern_of("not of one night").search(words):
        return True
    if pattern_of("counted since").search(_since_its_begin().sub(" ", words)):
        return True
    how_many_days = _HOW_MANY.sub("", words).lstrip()
    asked_for_days = how_many_days != words and pattern_of("several days or nights").match(how_many_days)
    return bool(_several_nights().search(words) or asked_for_days)


def names_longer_time(words: str) -> bool:
    """Whether a header, as plain words, speaks of weeks or months."""
    rest = pattern_of("day of week").sub(" ", words)
    return bool(pattern_of("longer time").search(rest))


def numbered(words: str) -> tuple[str, int | None]:
    """The words without the number of a cramp ("cramp 2 time", "second cramp"), and that number."""
    if found := _ORDINAL.search(words):
        return words[: found.start()] + words[found.end() :], _ORDINALS[found[1]]
    tokens = words.split()
    digits = [token for token in tokens if token.isdecimal()]
    if len(digits) == 1 and len(digits[0]) <= 2 and 1 <= int(digits[0]) <= _MOST_NUMBERED:
        return " ".join(token for token in tokens if not token.isdecimal()), int(digits[0])
    return words, None
