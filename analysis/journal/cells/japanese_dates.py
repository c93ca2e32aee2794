"""Dates with the Japanese marks of year, month and day: 2025年3月4日(火), 令和7年3月4日, 3月4日."""

import re
from datetime import time
from typing import NamedTuple

_WEEKDAYS = "月火水木金土日"
_DATE = re.compile(
    rf"(?:(令和)?(\d{{1,4}}|元)年)? ?(\d{{1,2}})月 ?(\d{{1,2}})日 ?\(?([{_WEEKDAYS}]?)(?:曜日?)?\)? ?"
    r"(?:(\d{1,2})[:時](\d{2})分?(?::\d{2})?)?"
)
_BEFORE_ERA = 2018  # 令和 began in 2019, its first year


class JapaneseDate(NamedTuple):
    """``year`` as its digits, "" where none is written; ``weekday`` from Monday, 0."""

    year: str
    month: int
    day: int
    weekday: int | None
    at: time | None


def japanese_date(words: str) -> JapaneseDate | None:
    """The parts of a date whose order is never in question; None where ``words`` are none."""
    found = _DATE.fullmatch(words)
    if found is None:
        return None
    era, year, month, day, weekday, hour, minute = found.groups()
    if year == "元" and not era:
        return None
    if era:
        year = str(_BEFORE_ERA + (1 if year == "元" else int(year)))
    at = None
    if hour:
        if int(hour) > 23 or int(minute) > 59:
            return None
        at = time(int(hour), int(minute))
    which = _WEEKDAYS.index(weekday) if weekday else None
    return JapaneseDate(year or "", int(month), int(day), which, at)
