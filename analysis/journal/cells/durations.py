"""Lengths of time as people write them -> minutes."""

import re

from analysis.journal.cells.numbers import ABOUT, DecimalMark, parse_number
from analysis.journal.cells.units import MINUTES, UNIT_OF
from analysis.journal.cells.values import Cell, before_reading, vocabulary
from analysis.journal.cells.words import words_of

_COLONS = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?(h|hrs?|hours?|min|mins|minutes))?")
_STEP = re.compile(
    r"(\d{1,7}(?:[.,]\d{1,15})?) ?([^\W\d_]{1,12}\.?|['\"]{1,2})?(?: (?:and |und |et |y )?|$|(?=\d))"
)
_SAID: dict[str, float | None] = {
    **{
        words: float(minutes)
        for words, minutes in vocabulary("length in words").items()
        if not words[-1].isdecimal()
    },
    **dict.fromkeys(words_of("a length without an end")),
}
_IN_WORDS = re.compile(r"([a-z]{1,12}(?: couple of| couple)?) ([a-z]{1,12})")
_ROUGHLY_AFTER = re.compile(r" ?(?:\+|approx\.?|or so|ish|roughly|maybe|ca\.?|circa|max\.?)$")
_PLUS = re.compile(r"(?<=\d) ?\+(?= ?[a-z])")
_EACH = re.compile(r" (?:each|each time|every time|per cramp|in all|total)$")
_FRACTION = re.compile(r"(?:(\d{1,3}) )?([1-3])/([2-4]) ?(?:of an? |an? )?([a-z]{1,8}\.?)")
_RANGE = re.compile(r" ?(?:-|\bto\b|\bbis\b|\bou\b|\bor\b|\boder\b) ?")
_LAST_WORD = re.compile(r"(?:[^\W\d_]|['\"]){1,12}\.?$")


def read_duration(text: str, unit: str | None = None, decimal: DecimalMark = ".") -> Cell:
    """How long something took [min]. A bare number is in ``unit``, minutes where that is None.

    ``unit`` is "s", "ms", "min", "h" or "mm:ss".
    "0:08" is 8 minutes and "1:20" one hour and 20 minutes; with the unit "mm:ss" they are minutes and
    seconds, and so are those with tenths ("9:05.5"). Three parts are hours, minutes and seconds. Of a range
    the middle counts.
    """
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    about = ABOUT.match(words)
    rest = words[about.end() :] if about else words
    if roughly := _ROUGHLY_AFTER.search(rest):
        about, rest = roughly, rest[: roughly.start()]
    rest = _PLUS.sub("", _EACH.sub("", rest)).replace("couple of ", "couple ")
    if rest.startswith("-"):
        return Cell(None, problem="a duration cannot be below 0")
    said = "an approximate duration, read as it stands" if about else None
    minutes = _minutes(rest, unit or "min", decimal)
    if stopwatch := _STOPWATCH.fullmatch(rest):
        minutes = int(stopwatch[1]) + float(f"{stopwatch[2]}.{stopwatch[3]}") / 60
    if minutes is None and (ends := _range(rest, unit or "min", decimal)):
        minutes, said = sum(ends) / 2, "a range, read as its middle"
    if minutes is None:
        return Cell(None, problem="this is not a duration", hint="write minutes, such as 10 or 10 min")
    return Cell(minutes, repaired=said is not None, problem=said)


# A stopwatch's "9:05.5": only seconds have tenths.
_STOPWATCH = re.compile(r"(\d{1,4}):([0-5]\d)[.,](\d{1,3})")


def _range(words: str, unit: str, decimal: DecimalMark) -> tuple[float, float] | None:
    pieces = _RANGE.split(words, maxsplit=1)
    if len(pieces) != 2:
        return None
    # "5-10 s": the lower end has the unit of the upper one, unless it has its own.
    last = _LAST_WORD.search(pieces[1])
    shared = UNIT_OF.get(last[0], unit) if last else unit
    lower, upper = _minutes(pieces[0], shared, decimal), _minutes(pieces[1], unit, decimal)
    return None if lower is None or upper is None or lower > upper else (lower, upper)


def _minutes(words: str, unit: str, decimal: DecimalMark) -> float | None:
    if found := _COLONS.fullmatch(words):
        first, second, third = (int(part or 0) for part in found.groups()[:3])
        if second > 59 or third > 59:
            return None
        if found[3] is None and (unit == "mm:ss" or (found[4] or "").startswith("m")):
            return first + second / 60
        return first * 60 + second + third / 60
    if words in _SAID:
        return _SAID[words]
    if (found := _FRACTION.fullmatch(words)) and (named := UNIT_OF.get(found[4])) in MINUTES:
        return (int(found[1] or 0) + int(found[2]) / int(found[3])) * MINUTES[named or ""]
    numbers = vocabulary("number")
    if (found := _IN_WORDS.fullmatch(words)) and (
        number_word := numbers.get(found[1]) or numbers.get(found[1][2:])
    ):
        named = UNIT_OF.get(found[2])
        return float(number_word) * MINUTES[named] if named in MINUTES else None
    if numbers.get(words) == "0":
        return 0.0
    return _steps(words, unit if unit in MINUTES else "min", decimal)


def _steps(words: str, unit: str, decimal: DecimalMark) -> float | None:
    """The sum of "1 h 20 min 5 s": every step smaller than the last; after hours a bare number is minutes."""
    total, at, smaller, before = 0.0, 0, unit, float("inf")
    while at < len(words):
        found = _STEP.match(words, at)
        if found is None or found.end() == at:
            return None
        number, _ = parse_number(found[1].strip(), decimal)
        named = UNIT_OF.get((found[2] or "").replace("''", '"')) if found[2] else smaller
        if number is None or named not in MINUTES or MINUTES[named] >= before or (at > 0 and smaller == ""):
            return None
        total += number * MINUTES[named]
        before = MINUTES[named]
        # "2 min 30" goes on in seconds; "5 5" does not.
        smaller = {"h": "min", "min": "s"}.get(named, "") if found[2] else ""
        at = found.end()
    return total if words else None
