"""Hours and minutes that a space or a word stands between: "3 Uhr 20", "a las 3 y 20", "kl 3 20"."""

import re
from functools import cache
from typing import NamedTuple

from analysis.journal.cells.cramp_words import CRAMP
from analysis.journal.cells.times_of_day import HALF_OF_DAY
from analysis.journal.cells.units import UNIT_OF_LENGTH
from analysis.journal.cells.words import alternatives, words_of

_TWO_NUMBERS = re.compile(r"\d[^\d:]{1,16}\d")
_HOUR = r"(?<![\d:.,/%'-])([01]?\d|2[0-4])"
_MINUTES = r"([0-5]\d)(?![\d%'/]|[:.,h-]\d)"
_LEAST_PLAIN = 13  # below it the second number may as well be another hour of the night
_EVENING = range(20, 24)
# Two or more with a point each: "2.15, 4.40". One alone may be a number.
_DOTTED_TIMES = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d(?: ?[,;/&+ ] ?(?:[01]?\d|2[0-3])\.[0-5]\d){1,8}")
_APART = re.compile(r"( ?[,;/&+] ?)")


class _Forms(NamedTuple):
    with_hour: re.Pattern[str]  # "3 Uhr 20"
    with_and: re.Pattern[str]  # "3 y 20"
    told: re.Pattern[str]  # "at 3 20"
    dotted: re.Pattern[str]  # "kl 3.20"
    bare: re.Pattern[str]  # "3 20"
    open: re.Pattern[str]  # "3 y 5", "3 Uhr 5": minutes are said in fives


def _any_of(*kinds: str) -> str:
    return alternatives(word for kind in kinds for word in words_of(kind))


@cache
def _forms() -> _Forms:
    hour_word = rf"(?:{_any_of('behind a clock time', 'behind an hour')})\b"
    counted = _any_of("behind a number of cramps")
    alone = rf"(?! ?(?:x\b|{UNIT_OF_LENGTH}\b|(?:{counted})\b|{CRAMP}))"
    joining = rf"(?:{_any_of('between hour and minutes')})"
    before = rf"\b(?:{_any_of('before a clock time')})\b\.? ?"
    surely = rf"\b(?:{_any_of('before a clock time and nothing else')}|ore|kl)\b\.? ?"
    forms = (
        rf"{_HOUR} ?{hour_word}\.?(?: (?:{joining}|und|et|en|och|og))? ?{_MINUTES}{alone}(?! ?{hour_word})",
        rf"{_HOUR} {joining} {_MINUTES}{alone}",
        rf"({before}){_HOUR}( | ?- ?){_MINUTES}{alone}",
        rf"({surely}){_HOUR}\.{_MINUTES}{alone}(?! ?(?:{_any_of('unit of a dose')}|[cdm]?l|km|kg)\b)",
        rf"{_HOUR} {_MINUTES}(?= ?(?:{HALF_OF_DAY}|{hour_word})?\.?$)",
        rf"(?:{before})?{_HOUR} (?:{joining} (?:0?5|10)|{hour_word} \d)",
    )
    return _Forms(*(re.compile(form, re.IGNORECASE) for form in forms))


def _are_minutes(hour: str, minutes: str) -> bool:
    """Whether the second number can be no other hour of the same night: "3 20", but not "22 23"."""
    return int(minutes) >= _LEAST_PLAIN and not (int(hour) in _EVENING and int(minutes) in _EVENING)


def with_minutes_joined(words: str) -> str:
    """Words with each hour and its minutes as one clock time, where it is plain that they are.

    >>> with_minutes_joined("cramp at 3 20"), with_minutes_joined("3 Uhr 05"), with_minutes_joined("3 y 40")
    ('cramp at 3:20', '3:05', '3:40')
    >>> with_minutes_joined("2.15, 4.40")
    '2:15, 4:40'
    >>> with_minutes_joined("at 3 and 5"), with_minutes_joined("3 Uhr 20 min"), with_minutes_joined("2 4")
    ('at 3 and 5', '3 Uhr 20 min', '2 4')
    """
    if not _TWO_NUMBERS.search(words):
        return words
    if _DOTTED_TIMES.fullmatch(words):
        return words.replace(".", ":")

    def of_hour(found: re.Match[str]) -> str:
        before = found.string[: found.start()].split()[-1:]
        return found[0] if {*before} & {*words_of("before a length")} else f"{found[1]}:{found[2]}"

    def of_and(found: re.Match[str]) -> str:
        return f"{found[1]}:{found[2]}" if _are_minutes(found[1], found[2]) else found[0]

    def of_told(found: re.Match[str]) -> str:
        plainly = _are_minutes(found[2], found[4]) or found[3] == " "
        return f"{found[1]}{found[2]}:{found[4]}" if plainly else found[0]

    forms = _forms()
    words = forms.dotted.sub(r"\1\2:\3", words)
    return forms.told.sub(of_told, forms.with_and.sub(of_and, forms.with_hour.sub(of_hour, words)))


def clock_words(words: str) -> str | None:
    """The plain words of a cell of clock times, each hour and its minutes joined; None where a number may be
    minutes as well as another time.

    >>> [clock_words(words) for words in ("3 20", "3 15 am", "2 4", "3 10", "3 y 5")]
    ['3:20', '3:15 am', '2 4', None, None]
    """
    joined = with_minutes_joined(words)
    if not _TWO_NUMBERS.search(joined):
        return joined
    forms, pieces = _forms(), []
    for piece in _APART.split(joined):
        found = forms.bare.match(piece)
        if forms.open.fullmatch(piece):
            return None
        if found is None or (int(found[1]) in _EVENING and int(found[2]) in _EVENING):
            pieces.append(piece)
        elif int(found[2]) < _LEAST_PLAIN and not (found[2][0] == "0" != found[1][0]):
            return None
        else:
            pieces.append(f"{found[1]}:{found[2]}{piece[found.end() :]}")
    return "".join(pieces)
