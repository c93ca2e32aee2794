"""Sheets with a month a column and a day a row, or the other way round -> a row for each of their cells."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice

from analysis.journal.cells import plain, vocabulary
from analysis.journal.tables.cramp_headings import cramp_header
from analysis.journal.tables.headings import heading, heading_words
from analysis.journal.tables.layout import RawTable
from analysis.journal.tables.lines import names_totals
from analysis.journal.tables.sheets import Sheet

_SEARCHED_ROWS = 20
_FEWEST_MONTHS = 2
_FEWEST_DAYS = 28
_MOST_IN_A_TITLE = 2  # cells
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_MONTH = re.compile(r"([^\W\d_]{3,12})\.?,? ?'?(\d{4}|\d{2})?")
_FIRST_OF_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-01(?: 00:00(?::00)?)?)?")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
OF_MONTHS = "its months and days stand across each other, and each cell was read as a row"

_Month = tuple[int, int | None]  # its number, and the year where it is written
_Line = tuple[int, Sequence[str]]  # its number in the file, and its cells
_Row = tuple[int, Sequence[str], int | _Month]  # the same, with the day or the month that begins it


def month_grids(sheet: Sheet, places: Sequence[str]) -> list[RawTable]:
    """The sheet's grids, one below the other, each with a row for each of its cells; empty where anything
    else than titles stands beside them. ``places`` are the names of the sheet and the file: they may tell
    the year and what is counted.
    """
    opening = filter(any, sheet.records)
    if not any(_across(record) is not None for record in islice(opening, _SEARCHED_ROWS)):
        return []
    filled = [(number, record) for number, record in enumerate(sheet.records, sheet.first_row) if any(record)]
    begins = [at for at, (_, record) in enumerate(filled) if _across(record) is not None]
    tables: list[RawTable] = []
    above: list[_Line] = list(filled[: begins[0]])
    for at, end in zip(begins, [*begins[1:], len(filled)], strict=True):
        below = list(filled[at + 1 : end])
        titles = [] if end == len(filled) else _titles_at_the_end(below)
        below = below[: len(below) - len(titles)]
        read = _across(filled[at][1])
        rows = _rows_of(below, read) if read is not None else []
        if not rows or any(sum(map(bool, record)) > _MOST_IN_A_TITLE for _, record in above):
            return []
        tables.append(_of_months(above, filled[at], below, rows, places, across=read is _day_number))
        above = titles
    return tables


def _across(record: Sequence[str]) -> Callable[[str], int | _Month | None] | None:
    """What begins the rows below a line of months or of days: a day's number, or a month; None below any
    other line.
    """
    first = next(filter(None, record[1:]), "")  # most lines are told by one cell
    if _month(first) is not None and _months_across(record):
        return _day_number
    return _month if _day_number(first) == 1 and _days_across(record) else None


def _titles_at_the_end(lines: Sequence[_Line]) -> list[_Line]:
    """The lines of one cell before the next grid, which are about that one."""
    found: list[_Line] = []
    for line in reversed(lines):
        told = [cell for cell in line[1] if cell]
        if len(told) > 1 or names_totals(told[0]) or _day_number(told[0]) is not None:
            break
        found.insert(0, line)
    return found


def _month(cell: str) -> _Month | None:
    if first := _FIRST_OF_MONTH.fullmatch(cell):
        return (int(first[2]), int(first[1])) if 1 <= int(first[2]) <= 12 else None
    if both := _MONTH_AND_YEAR.fullmatch(cell):
        return (int(both[1]), int(both[2])) if 1 <= int(both[1]) <= 12 else None
    found = _MONTH.fullmatch(plain(cell[:20]))
    number = vocabulary("month").get(found[1]) if found else None
    if found is None or number is None:
        return None
    year = int(found[2]) + (2000 if len(found[2]) == 2 else 0) if found[2] else None
    return int(number), year


def _day_number(cell: str) -> int | None:
    text = cell.rstrip(".").removesuffix(".0")
    return int(text) if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31 else None


def _months_across(record: Sequence[str]) -> bool:
    months = 0
    for cell in filter(None, record[1:]):
        if _month(cell):
            months += 1
        elif not names_totals(cell):
            return False  # most sheets end here
    return months >= _FEWEST_MONTHS and not _month(record[0])


def _days_across(record: Sequence[str]) -> bool:
    days = [found for cell in record[1:] if (found := _day_number(cell))]
    return len(days) >= _FEWEST_DAYS and days == list(range(1, len(days) + 1))


def _rows_of(below: Sequence[_Line], read: Callable[[str], int | _Month | None]) -> list[_Row]:
    """The rows whose first cell is a day's number, or a month; empty where others stand among them."""
    rows: list[_Row] = []
    for number, record in below:
        found = read(record[0]) if record[0] else None
        if found is None:
            if names_totals(record[0]) or not any(map(str.isdecimal, "".join(record))):
                continue
            return []
        rows.append((number, record, found))
    several = len({found for _, _, found in rows}) == len(rows) >= 1
    return rows if several else []


def _of_months(
    titles: Sequence[_Line],
    header_line: _Line,
    below: Sequence[_Line],
    rows: Sequence[_Row],
    places: Sequence[str],
    *,
    across: bool,
) -> RawTable:
    number, header = header_line
    above = " ".join(cell for _, record in titles for cell in record if cell)
    told = [header[0], above, *places]
    year = _year_of(told)
    begins = [found for _, _, found in rows if isinstance(found, tuple)]
    years = _years([month for cell in header if (month := _month(cell))] if across else begins, year)
    table = RawTable(above[:60] or None, ["Date", _subject(told)], [], [], number, above=above[:60])
    table.outside = [(row, "a title line above the header") for row, _ in titles]
    for place, (row, record, found) in enumerate(rows):
        month_of_row = None if across else years[place]
        column_months = iter(years)
        for position in range(1, len(header)):
            if across:
                month = next(column_months) if _month(header[position]) else None
                day = found if isinstance(found, int) else None
            else:
                month, day = month_of_row, _day_number(header[position])
            cell = record[position] if position < len(record) else ""
            if month is not None and day is not None and cell:
                table.rows.append([_date_text(day, month), cell])
                table.numbers.append(row)
    used = {row for row, _, _ in rows}
    table.outside += [(row, "a totals line") for row, _ in below if row not in used]
    return table


def _date_text(day: int, month: _Month) -> str:
    number, year = month
    if year is None:
        return f"{day}. {_MONTH_NAMES[number - 1]}"
    try:
        return date(year, number, day).isoformat()
    except ValueError:
        return f"{day}. {_MONTH_NAMES[number - 1]} {year}"  # no such day: the row says so


_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def _years(months: Sequence[_Month], year: int | None) -> list[_Month]:
    """Every month with its year: its own, else that of the file, and the next one behind each December."""
    found: list[_Month] = []
    for before, (number, own) in zip([None, *months[:-1]], months, strict=True):
        if own is not None:
            year = own
        elif year is not None and before is not None and number < before[0]:
            year += 1
        found.append((number, year))
    return found


def _year_of(told: Sequence[str]) -> int | None:
    """The one year that the nearest of the names and titles tells."""
    for text in told:
        years = set(_YEAR.findall(text))
        if years:
            return int(years.pop()) if len(years) == 1 else None
    return None


def _subject(told: Sequence[str]) -> str:
    """What the cells are, by the nearest title or name that is known."""
    for text in told:
        words = " ".join(re.sub(r"\d+|_", " ", text.rsplit(".", 1)[0] if "." in text[-6:] else text).split())
        known = heading(words).fields[:1] not in ((), ("night",), ("weekday",))
        if known or cramp_header(heading_words(words)) is not None:
            return words
    return "Value"
