"""How the cells of a column of clock times are read together: a number beside lengths is no hour."""

import re
from collections.abc import Callable, Sequence
from datetime import time

from analysis.journal.cells import Cell, read_clock

_LONGEST = 12  # characters of a length


def clock_reader(unique: Sequence[str], header: str) -> Callable[[str], Cell]:
    """The reader of a column of clock times, of which ``unique`` are the cells once each. Where one of them
    says how long ("45", "5 min"), or the ``header`` may mean seconds ("Time (s)"), a bare number may be a
    length too, and is set aside.
    """
    if have_offsets(unique):
        return _without_offset
    return _no_bare_hours if " (s)" in header or any(map(_is_length, unique)) else _clock


def have_offsets(unique: Sequence[str]) -> bool:
    """Whether each of several clock times ends with an offset from UTC ("02:30+01:00"), which is no second
    time and no end: those of one place are an hour apart. "10:00-04:00" is a span of the night where every
    cell may be one.
    """
    told = list(filter(None, unique))
    if len(told) < 2 or not all(map(_WITH_OFFSET.fullmatch, told)):
        return False
    offsets = {found[2] for found in map(_WITH_OFFSET.fullmatch, told) if found is not None}
    return len(offsets) <= _SUMMER_AND_WINTER and not all(map(_is_span_of_a_night, told))


def _is_span_of_a_night(text: str) -> bool:
    """Whether a cell may be hours of a night, from a full or a half hour on: "10:00-04:00"."""
    span = _SPAN.fullmatch(text)
    return span is not None and span[2] in _FULL_HOURS and _hours_between(span) > _LONGEST_SPAN


_SUMMER_AND_WINTER = 2
_FULL_HOURS = ("00", "30")  # the minutes of the ends of a span: no cramps begin at these alone
_WITH_OFFSET = re.compile(r"(\d{1,2}:\d{2}(?::\d{2})?) ?([+-](?:0\d|1[0-4]):?(?:00|30|45))")


def _without_offset(text: str) -> Cell:
    found = _WITH_OFFSET.fullmatch(text)
    return _clock(found[1] if found else text)


_PLAIN_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


def _clock(text: str) -> Cell:
    # Most clock times are written like this, and each is written once.
    if found := _PLAIN_CLOCK.fullmatch(text):
        return Cell((time(int(found[1]), int(found[2])),))
    if (span := _SPAN.fullmatch(text)) and _hours_between(span) > _LONGEST_SPAN:
        return Cell(
            None, problem="a span of hours, and no time of one cramp", hint="write a time such as 02:10"
        )
    return read_clock(text)


_SPAN = re.compile(r"(\d{1,2})[:.](\d{2}) ?[-–] ?(\d{1,2})[:.](\d{2})", re.ASCII)
_LONGEST_SPAN = 4.0  # hours in which the beginning of one cramp may be told


def _hours_between(span: re.Match[str]) -> float:
    begun, ended = (int(span[at]) + int(span[at + 1]) / 60 for at in (1, 3))
    return (ended - begun) % 24


_NO_HOUR = re.compile(
    r"2[5-9]|[3-9]\d|\d{1,3} ?(?:m|mins?|minutes?|s|secs?|seconds?|minuten|sek(?:unden)?)\.?"
)


def _is_length(text: str) -> bool:
    """Whether a cell under a heading of times says how long, so that the bare numbers beside it may too."""
    return len(text) < _LONGEST and _NO_HOUR.fullmatch(text.lower()) is not None


def _no_bare_hours(text: str) -> Cell:
    if (text.isdecimal() and len(text) < _FEWEST_DIGITS) or _is_length(text):
        return Cell(None, problem="a clock time or a length: other cells of the column are no hour", hint=_AS)
    return _clock(text)


_FEWEST_DIGITS = 3  # of a clock time without a mark, such as 210
_AS = "map the column to the duration if it says how long"
