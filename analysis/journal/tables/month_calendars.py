"""Calendars of a month: the days of the week across, a line of day numbers for each week, and what was noted
beneath or behind each number.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from analysis.journal.cells import plain, vocabulary
from analysis.journal.tables.grids import subject_of
from analysis.journal.tables.lines import names_totals
from analysis.journal.tables.raw_table import RawTable
from analysis.journal.tables.reshaping import month_and_year, month_number
from analysis.journal.tables.sheets import Sheet

OF_CALENDAR = "a calendar; each day with something in it was read as a row, and the rows are counted so"
_SEARCHED_ROWS = 20
_WEEK = 7
_FEWEST_LETTERS = 4  # of a week: S M T W T F S, L M M J V S D
_FIRST_DAYS = (0, 5, 6)  # Monday, Saturday, Sunday
_MOST_IN_A_TITLE = 2  # cells
_NUMBERED = re.compile(r"(\d{1,2})(?:$|\.?\s*[:\n\u2013–-]\s*(\S.*)|\.?\s+([^\W\d].*))", re.DOTALL)

_Line = tuple[int, Sequence[str]]  # its number in the file, and its cells


@dataclass
class _Calendar:
    """One month: its first column, the day that stands in the first cell of its first week, and by day what
    was noted under each name, with the line of the first of it.
    """

    first: int
    start: date
    noted: dict[date, dict[str, str]] = field(default_factory=dict)
    lines: dict[date, int] = field(default_factory=dict)
    stray: list[tuple[int, str]] = field(default_factory=list)

    def note(self, row: int, day: date, name: str, text: str) -> None:
        self.lines.setdefault(day, row)
        told = self.noted.setdefault(day, {})
        told[name] = f"{told[name]}; {text}" if name in told else text


def month_calendars(sheet: Sheet, places: Sequence[str]) -> list[RawTable]:
    """A table for each calendar of a sheet, with a row for each of its days that has something noted; empty
    where one of them does not say its month and year, or its weekdays are not those of that month.
    ``places`` are the names of the sheet and the file: they may tell the month and what is counted.
    """
    opening = islice(filter(any, sheet.records), _SEARCHED_ROWS)
    if not any(_first_of_week(record) is not None for record in opening):
        return []
    filled: list[_Line] = [
        (number, record) for number, record in enumerate(sheet.records, sheet.first_row) if any(record)
    ]
    begins = [at for at, (_, record) in enumerate(filled) if _first_of_week(record) is not None]
    tables: list[RawTable] = []
    titles: Sequence[_Line] = filled[: begins[0]]
    for at, end in zip(begins, [*begins[1:], len(filled)], strict=True):
        below = filled[at + 1 : end]
        above, titles = titles, [] if end == len(filled) else _titles_at_the_end(below)
        below = below[: len(below) - len(titles)]
        table = _table_of(above, filled[at], below, places)
        if table is None:
            return []
        tables.append(table)
    return tables


def is_calendar(headers: Sequence[str]) -> bool:
    """Whether headings are the days of a week and nothing before them that could date it."""
    return _first_of_week(headers) == 0


def _first_of_week(record: Sequence[str]) -> int | None:
    """Where the seven days of a week begin that a line names in their order, or by a letter each; None for
    any other line.
    """
    at = next((at for at, cell in enumerate(record) if _weekday(cell) is not None or len(cell) == 1), None)
    if at is None or len(record) < at + _WEEK or any(record[at + _WEEK :]):
        return None
    week = record[at : at + _WEEK]
    if all(len(cell) == 1 and cell.isalpha() for cell in week):
        return at if len(set(map(str.casefold, week))) >= _FEWEST_LETTERS else None
    days = [day for cell in week if (day := _weekday(cell)) is not None]
    in_order = all((day - days[0]) % _WEEK == place for place, day in enumerate(days))
    return at if len(days) == _WEEK and in_order else None


def _weekday(cell: str) -> int | None:
    named = None if cell.isdecimal() else vocabulary("weekday").get(plain(cell[:20]).rstrip("."))
    return None if named is None or len(cell) == 1 else int(named)


def _titles_at_the_end(lines: Sequence[_Line]) -> list[_Line]:
    """The lines before the next calendar that name its month."""
    for back in range(1, min(len(lines), 3) + 1):
        told = " ".join(filter(None, lines[-back][1]))
        if month_and_year((told,)) is not None or plain(told[:20]) in vocabulary("month"):
            return list(lines[-back:])
    return []


def _table_of(
    titles: Sequence[_Line], header: _Line, below: Sequence[_Line], places: Sequence[str]
) -> RawTable | None:
    above = " ".join(cell for _, record in titles for cell in record if cell)
    names = (above, *(name.rpartition(".")[0] or name for name in places))
    first = _first_of_week(header[1])
    start = _start(header[1], first or 0, below, month_and_year(names))
    if first is None or start is None or any(sum(map(bool, r)) > _MOST_IN_A_TITLE for _, r in titles):
        return None
    calendar = _Calendar(first, start)
    days = _read_weeks(calendar, below)
    if days is None:
        return None
    subject = subject_of([_without_month(text) for text in (above, *places)])
    named = list(dict.fromkeys(name for told in calendar.noted.values() for name in told))
    table = RawTable(above[:60] or None, ["Date", *(name or subject for name in named)], [], [], header[0])
    table.above = above[:60]
    table.outside = [(row, "a title line above the header") for row, _ in titles]
    table.outside += [(row, "a line of days") for row in days]
    for day, told in sorted(calendar.noted.items()):
        table.rows.append([day.isoformat(), *(told.get(name, "") for name in named)])
        table.numbers.append(calendar.lines[day])
    for row, text in calendar.stray:
        table.remarks.add(len(table.rows))
        table.rows.append(["", text, *[""] * (len(named) - 1)] if named else ["", text])
        table.numbers.append(row)
    return table


def _without_month(text: str) -> str:
    return " ".join(word for word in text.split() if plain(word).strip(".,") not in vocabulary("month"))


def _start(
    header: Sequence[str], first: int, below: Sequence[_Line], month: tuple[str, str] | None
) -> date | None:
    """The day of the first cell of the week in which the month begins. Of days that are named by a letter the
    place of its first day tells them apart, in a week that begins on a Saturday, Sunday or Monday.
    """
    number = month_number(month[0]) if month else 0
    if month is None or not number or not below:
        return None
    begins = date(int(month[1]) + (2000 if len(month[1]) == 2 else 0), number, 1)
    weekday = _weekday(header[first])
    if weekday is not None:
        return begins - timedelta(days=(begins.weekday() - weekday) % _WEEK)
    of_days = (_NUMBERED.fullmatch(cell) for cell in below[0][1][first : first + _WEEK])
    place = next((at for at, found in enumerate(of_days) if found and found[1].lstrip("0") == "1"), None)
    start = None if place is None else begins - timedelta(days=place)
    return start if start is not None and start.weekday() in _FIRST_DAYS else None


def _read_weeks(calendar: _Calendar, below: Sequence[_Line]) -> list[int] | None:
    """Takes what is noted of each day into the calendar; the lines that hold nothing but day numbers. None
    where a line is neither that, nor what was noted of the week above it.
    """
    outside: list[int] = []
    week: list[date] = []
    names: set[str] = set()
    for row, record in below:
        begins = week[0] + timedelta(days=_WEEK) if week else calendar.start
        following = [begins + timedelta(days=at) for at in range(_WEEK)]
        cells = list(record[calendar.first : calendar.first + _WEEK])
        beside = " ".join(filter(None, record[calendar.first + _WEEK :]))
        label = " ".join(filter(None, record[: calendar.first]))
        noted = _noted_behind_numbers(cells, following, calendar.start)
        if noted is not None:
            week, names = following, set()
            outside += [] if noted else [row]
            for day, text in noted.items():
                calendar.note(row, day, "", text)
            names |= {""} if noted else set()
            continue
        if not week or any(map(str.isdecimal, beside)):
            return None
        name = label if label and not label.isdecimal() else ""
        if names_totals(label):
            outside.append(row)
            continue
        if name in names:
            if any(map(str.isdecimal, "".join(cells))):
                return None
            name = "Notes"
        names.add(name)
        for at, cell in enumerate(cells):
            if cell:
                calendar.note(row, week[at], name, cell)
        if beside:
            calendar.stray.append((row, beside))
    return outside if week else None


def _noted_behind_numbers(
    cells: Sequence[str], week: Sequence[date], start: date
) -> Mapping[date, str] | None:
    """What is noted behind the numbers of the days of a week; None where the cells are not their numbers."""
    month = (start + timedelta(days=_WEEK - 1)).month
    noted: dict[date, str] = {}
    for cell, day in zip([*cells, *[""] * _WEEK], week, strict=False):
        found = _NUMBERED.fullmatch(cell)
        if (found is None or int(found[1]) != day.day) if cell else day.month == month:
            return None
        if cell and found is not None and (found[2] or found[3]):
            noted[day] = found[2] or found[3]
    return noted if any(cells) else None
