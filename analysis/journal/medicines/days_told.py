"""The day that a clause names for a change: "yesterday", "on Tuesday", "on the 3rd", "on 3 March".

A day is told only of what was done: of "stop the statin on Monday" nobody knows yet.
"""

import re
from datetime import date, timedelta

from analysis.journal.cells import alternatives, late_pattern, vocabulary
from analysis.journal.medicines.dates_told import (
    LONGEST_BACK,
    LONGEST_WITH_YEAR,
    has_numbers,
    month_told,
    numbers_told,
)
from analysis.journal.medicines.day_names import LONG_WEEKDAYS, MONTHS, MONTHS_BESIDE_A_DAY, WEEKDAYS
from analysis.journal.medicines.doses import any_of

_ON = alternatives(vocabulary("before the day of a change"))
_OFTEN = late_pattern(any_of(vocabulary("every day of that name")))
_YESTERDAY = late_pattern(
    rf"(?<!as )(?<!than )(?<!like )(?<!not ){any_of(vocabulary('the day before'))}(?!')"
)
_WEEKDAY = late_pattern(
    rf"(?<![a-z])(?:(?:{_ON}) (?P<short>{alternatives(WEEKDAYS)})"
    rf"|(?P<long>{alternatives(LONG_WEEKDAYS)})$)(?![a-z])"
)
_MONTH = rf"(?:{alternatives(MONTHS_BESIDE_A_DAY)})(?![a-z])"
_BEHIND_DAY = r"(?:st|nd|rd|th|er|\.)"
_DATE = late_pattern(
    rf"(?<![a-z])(?:{_ON}) (?:(?P<day>\d{{1,2}}){_BEHIND_DAY}? (?:of |de )?(?P<month>{_MONTH})"
    rf"|(?P<before>{_MONTH}) (?P<behind>\d{{1,2}}){_BEHIND_DAY}?|(?P<alone>\d{{1,2}}){_BEHIND_DAY})"
    r"(?:,? (?P<year>20\d\d))?(?![\w/.:]|,\d)"
)
# "stopped simvastatin 3 March", "3rd March: began quinine".
_NAMED_DAY = (
    rf"\(?(?:(?P<day>\d{{1,2}}){_BEHIND_DAY}? (?:of |de )?(?P<month>(?:{alternatives(MONTHS)})(?![a-z]))"
    rf"|(?P<before>(?:{alternatives(MONTHS)})(?![a-z])) (?P<behind>\d{{1,2}}){_BEHIND_DAY}?)"
    r"(?:,? (?P<year>20\d\d))?"
)
_AT_AN_END = (late_pattern(rf"^{_NAMED_DAY}:?(?= [a-z])"), late_pattern(rf"(?<= ){_NAMED_DAY}\)?$"))
_FROM = late_pattern(
    rf"(?<![a-z])(?:{alternatives(vocabulary('from a day on'))}) (?:the |dem |le |el |il )?"
    rf"(?:(?:{alternatives(WEEKDAYS)})(?![a-z])|\d{{1,2}}{_BEHIND_DAY}(?!\d)"
    rf"|\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}\b)"
)
_PLANNED = late_pattern(any_of(vocabulary("change not yet made")))
_DAY_ONE = date(1970, 1, 1)
_WORDS = frozenset({*WEEKDAYS, *MONTHS_BESIDE_A_DAY, *vocabulary("the day before")})
_NAMES = late_pattern(rf"{any_of(_WORDS)}|\d{_BEHIND_DAY}(?![\w])")
# One of these is in each text that names a day for a change in words.
DAY_WORDS = frozenset(word.split()[-1] for word in _WORDS)


def names_a_day(words: str) -> bool:
    """Whether plain words could name the day of a change, so that they say another night on every row."""
    return has_numbers(words) or _NAMES.search(words) is not None


def day_told(clause: str, written: int | None) -> tuple[str, int | None] | None:
    """A plain ``clause`` without the day that it names for a change, and that day's night, counted from the
    one of the writing (``written`` counts days since 1970-01-01; None: 0 for a day that is told); None for
    the night where it cannot be told, and for the whole where no day is named.

    >>> day_told("stopped the statin on tuesday", (date(2025, 3, 6) - date(1970, 1, 1)).days)
    ('stopped the statin', -2)
    >>> day_told("stopped the statin", None) is None
    True
    """
    if _OFTEN.search(clause):
        return None
    if found := _YESTERDAY.search(clause):
        return _without(clause, found), -1
    if in_numbers := numbers_told(clause, written):
        return in_numbers
    if found := _FROM.search(clause):
        return _without(clause, found), None
    at_an_end = (pattern.search(clause) for pattern in (*_AT_AN_END, _WEEKDAY))
    found = _DATE.search(clause) or next(filter(None, at_an_end), None)
    if found is None:
        return None if (rest := month_told(clause)) is None else (rest, None)
    rest = _without(clause, found)
    if _PLANNED.search(rest):
        return rest, None
    if written is None:
        return rest, 0
    return rest, _nights_back(found, written)


def _without(clause: str, found: re.Match[str]) -> str:
    return " ".join(f"{clause[: found.start()]} {clause[found.end() :]}".split())


def _nights_back(found: re.Match[str], written: int) -> int | None:
    """The night of a weekday or a date, the last one up to the night of the writing, counted from it."""
    told = found.groupdict()
    evening = _DAY_ONE + timedelta(days=written)
    if name := told.get("short") or told.get("long"):
        return -((evening.weekday() - int(vocabulary("weekday")[name])) % 7)
    day = int(told["day"] or told["behind"] or told.get("alone") or 0)
    name = told["month"] or told["before"]
    month = int(vocabulary("month")[name]) if name else None
    year = int(told["year"]) if told["year"] else None
    for back in range(LONGEST_BACK if year is None else LONGEST_WITH_YEAR):
        at = evening - timedelta(days=back)
        if at.day == day and month in (None, at.month) and year in (None, at.year):
            return -back
    return None
