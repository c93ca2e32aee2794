"""Dates with a comma and no quotation marks around them, which part into two or three cells of their row."""

import re
from collections.abc import Sequence

from analysis.journal.cells import AM_OR_PM, YEAR, vocabulary
from analysis.journal.tables.headings import heading
from analysis.journal.tables.lines import could_be_date

JOINED = "the date has a comma in it and stood in several cells; they were joined"
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\b.{0,30}")
_ONLY_A_CLOCK = re.compile(rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?{AM_OR_PM}", re.IGNORECASE)
_DATED = (("night",), ("recorded_at",), ("start",), ("stop",))
_MOST_COMMAS = 3  # "Mon, Jan 13, 2025, 9:00 PM"


def join_dates(headers: Sequence[str], lines: list[list[str]]) -> tuple[list[list[str]], set[int]]:
    """The lines below a header with the cells of each date as one, and the places of those that were joined.

    Dates are only joined where every line has a cell more than the header names, and the cell behind each
    can be nothing but its rest: a year behind a day and a month, a date behind a day of the week, or the
    time of day behind a whole date.
    """
    width = max((at for at, header in enumerate(headers, start=1) if header), default=0)
    joined: set[int] = set()
    for place in (at for at, header in enumerate(headers) if heading(header).fields[:1] in _DATED):
        for _ in range(_MOST_COMMAS):
            if not _all_parted(lines, place, width):
                break
            joined.update(at for at, record in enumerate(lines) if record[place])
            lines = [_with_joined(record, place) for record in lines]
    return lines, joined


def _all_parted(records: Sequence[list[str]], place: int, width: int) -> bool:
    """Whether every line is wider than the header, and every date in it goes on in the next cell."""
    if not records or not all(len(record) > max(width, place + 1) for record in records):
        return False
    dated = [record for record in records if record[place]]
    return bool(dated) and all(
        _parted(record, place) and (any(record[width:]) or _YEAR_FIRST.fullmatch(record[place + 1]))
        for record in dated
    )


def _with_joined(record: list[str], place: int) -> list[str]:
    both = f"{record[place]}, {record[place + 1]}" if record[place] else ""
    return [*record[:place], both, *record[place + 2 :]]


def _parted(record: Sequence[str], place: int) -> bool:
    """Whether the cell behind a date can be nothing but the rest of it."""
    date, rest = record[place], record[place + 1]
    if date.strip(" .").casefold() in vocabulary("weekday"):
        return not rest.isdecimal()
    if _ONLY_A_CLOCK.fullmatch(rest):
        return could_be_date(date) and YEAR.search(date) is not None and ":" not in date
    if YEAR.search(date) or not _YEAR_FIRST.fullmatch(rest):
        return False
    return any(map(str.isalpha, date)) and any(map(str.isdecimal, date)) and could_be_date(f"{date}, {rest}")
