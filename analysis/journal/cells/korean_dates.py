"""Dates and clock times with the Korean marks: 2025년 3월 1일, 오전 3시 20분."""

import re

_MARKS = str.maketrans("년월일", "年月日")
_DATE = re.compile(r"(?:\d{2,4}년 ?)?\d{1,2}월 ?\d{1,2}일")
_HOUR = re.compile(
    r"(?P<half>오전|오후|새벽|아침|저녁|밤)? ?(?P<hour>\d{1,2})"
    r"(?:시(?: ?(?P<minute>\d{1,2})분|(?P<thirty> ?반))?|:(?P<digits>\d{2}))"
)
_AFTER_NOON = frozenset({"오후", "저녁"})
_BEFORE_NOON = frozenset({"오전", "새벽", "아침"})


def with_korean_marks(text: str) -> str:
    """A text with the marks of year, month and day as the Japanese write them; any other text as it is.

    >>> with_korean_marks("2025년 3월 1일")
    '2025年 3月 1日'
    """
    if "월" not in text:
        return text
    return _DATE.sub(lambda found: found[0].translate(_MARKS), text)


def with_korean_hours(text: str) -> str:
    """A text with each Korean time of day as a clock time; any other text as it is.

    >>> with_korean_hours("오전 3시 20분"), with_korean_hours("오후 11:10"), with_korean_hours("밤 11시")
    ('3:20 am', '11:10 pm', '11:00 pm')
    """
    if not _KOREAN.search(text):
        return text
    return _HOUR.sub(_as_clock, text)


_KOREAN = re.compile(r"[시전후밤벽침녁]")


def _as_clock(found: re.Match[str]) -> str:
    hour, half = int(found["hour"]), found["half"] or ""
    minutes = "30" if found["thirty"] else (found["digits"] or found["minute"] or "0").zfill(2)
    after = half in _AFTER_NOON or (half == "밤" and _EVENING <= hour < _TWELVE)
    behind = "pm" if after else "am" if half in _BEFORE_NOON or half == "밤" else ""
    return f"{hour}:{minutes} {behind if hour <= _TWELVE else ''}".strip()


_EVENING, _TWELVE = 6, 12  # hours: "밤 2시" is in the night, "밤 11시" before midnight
