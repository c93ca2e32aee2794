"""Headers that name cramps: of which part of the body, of which kind, and which of several."""

import re
from dataclasses import dataclass

from analysis.journal.cells import pattern_of, vocabulary, words_of

_COMPOUND = re.compile(r"\b\w{0,14}kramp(?:f\w{0,3}|en|er)?\b")  # German, Dutch, Swedish
_ORDINAL = re.compile(
    r"\b(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th) (?=(?:leg |calf |muscle )?cramps?\b)"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_MOST_NUMBERED = 12
_SHORT_SIDES = {"l": "left", "r": "right", "lt": "left", "rt": "right"}


@dataclass(frozen=True)
class CrampHeader:
    """``part``: the leg or muscle whose cramps alone the column counts. ``other``: it is about other cramps
    than those of a leg at night. ``bare``: beside the cramps and the part nothing else is named.
    """

    part: str | None = None
    other: bool = False
    bare: bool = False


def cramp_header(words: str) -> CrampHeader | None:
    """What a header, as plain words, says of cramps; None where it names none."""
    rest = _COMPOUND.sub(" ", pattern_of("cramp stem").sub(" ", words))
    if rest == words:
        return None
    if pattern_of("other cramps").search(words):
        return CrampHeader(other=True)
    sides: set[str] = set()
    muscles = {"calf"} if "wadenkrampf" in words else set()
    bare = True
    for token in rest.split():
        side = _SHORT_SIDES.get(token) or (vocabulary("side").get(token) if len(token) > 3 else None)
        muscle = vocabulary("muscle").get(token)
        if side is not None:
            sides.add(side)
        elif muscle is not None and muscle != "other":
            muscles.add(muscle)
        elif muscle is None and token not in words_of("filler") and token not in _OF_THE_NIGHT:
            bare = False
    one = len(sides) <= 1 and len(muscles) <= 1
    part = " ".join([*sides, *muscles]) if one else ""
    return CrampHeader(part or None, bare=bare)


_OF_THE_NIGHT = frozenset({
    "nocturnal", "nighttime", "muscle", "muscles", "count", "during", "anzahl", "zahl", "nachtliche",
    "nachtlichen", "nombre", "nb", "numero", "nocturnes", "nocturnos", "nocturnas", "aantal", "nachtelijke",
    "antal", "notturni",
})  # fmt: skip


def names_longer_time(words: str) -> bool:
    """Whether a header, as plain words, speaks of weeks or months."""
    rest = pattern_of("day of week").sub(" ", words)
    return bool(pattern_of("longer time").search(rest))


def numbered(words: str) -> tuple[str, int | None]:
    """The words without the number of a cramp ("cramp 2 time", "second cramp"), and that number."""
    if found := _ORDINAL.search(words):
        number = int(found[1][0]) if found[1][0].isdecimal() else _ORDINALS[found[1]]
        return words[: found.start()] + words[found.end() :], number
    tokens = words.split()
    digits = [token for token in tokens if token.isdecimal()]
    if len(digits) == 1 and len(digits[0]) <= 2 and 1 <= int(digits[0]) <= _MOST_NUMBERED:
        return " ".join(token for token in tokens if not token.isdecimal()), int(digits[0])
    return words, None
