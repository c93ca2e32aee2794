"""Sheets with a month a column and a day a row, or the other way round -> a row for each of their cells."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from analysis.journal.cells import plain, vocabulary
from analysis.journal.tables.cramp_headings import cramp_header
from analysis.journal.tables.headings import heading, heading_words
from analysis.journal.tables.lines import names_totals
from analysis.journal.tables.raw_table import RawTable
from analysis.journal.tables.sheets import Sheet

_SEARCHED_ROWS = 20
_FEWEST_MONTHS = 2
_FEWEST_DAYS = 28
_MOST_IN_A_TITLE = 2  # cells
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_MONTH = re.compile(r"([^\W\d_]{3,12})\.?,? ?'?(\d{4}|\d{2})?")
_FIRST_OF_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-01(?: 00:00(?::00)?)?)?")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
OF_MONTHS = (
    "its months and days stand across each other; each day was read as a row, and the rows are counted so"
)

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
        table = _of_months(above, filled[at], below, rows, places, across=read is _day_number)
        if table is None:
            return []
        tables.append(table)
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
        elif not names_totals(cell) and not _is_notes(cell):
            return False  # most sheets end here
    return months >= _FEWEST_MONTHS and not _month(record[0])


def _days_across(record: Sequence[str]) -> bool:
    days = [found for cell in record[1:] if (found := _day_number(cell))]
    return len(days) >= _FEWEST_DAYS and days == list(range(1, len(days) + 1))


def _is_notes(cell: str) -> bool:
    return heading(cell).fields[:1] == ("notes",)


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


@dataclass(frozen=True)
class _Place:
    """What a column of the sheet is: cells of the day or month of its ``heading``, under the ``name`` that
    stands below that (a leg), or remarks about them; without a heading, remarks about the whole line.
    """

    heading: str
    name: str = ""
    remark: bool = False


def _places_of(header: Sequence[str], names: Sequence[str], rows: Sequence[_Row]) -> dict[int, _Place] | None:
    """What every column with a cell holds, columns of totals apart; None where one of them may count anything
    and nothing says of what. ``names`` are those of the line below the header, empty where it has none.
    """
    found: dict[int, _Place] = {}
    month = ""
    for at in range(1, max(len(header), *(len(record) for _, record, _ in rows))):
        own = header[at] if at < len(header) else ""
        cells = [record[at] for _, record, _ in rows if at < len(record) and record[at]]
        is_day = bool(own) and (_month(own) is not None or _day_number(own) is not None)
        month = own if is_day else "" if own else month
        name = names[at] if at < len(names) else ""
        if names_totals(own) or names_totals(name) or not (is_day or cells):
            continue
        if is_day or (month and name):
            found[at] = _Place(month, name)
        elif any(map(str.isdecimal, cells)) and not _is_notes(own):
            return None
        else:
            found[at] = _Place(month, remark=True)
    beside = [place.heading for place in found.values() if place.remark]
    if beside and sorted(beside) != sorted({place.heading for place in found.values() if not place.remark}):
        # One that stands beside the last month alone is about the whole line.
        found = {at: replace(one, heading="") if one.remark else one for at, one in found.items()}
    return found


def _names_below(below: Sequence[_Line], header: Sequence[str]) -> _Line | None:
    """The line of names between the months and the first day, such as left and right below each."""
    number, record = below[0]
    told = [at for at, cell in enumerate(record) if cell]
    if record[0] or not any(at >= len(header) or not header[at] for at in told):
        return None
    return None if any(map(str.isdecimal, "".join(record))) else (number, record)


def _of_months(
    titles: Sequence[_Line],
    header_line: _Line,
    below: Sequence[_Line],
    rows: Sequence[_Row],
    places: Sequence[str],
    *,
    across: bool,
) -> RawTable | None:
    """The table of a grid; None where a column of it may count anything."""
    number, header = header_line
    above = " ".join(cell for _, record in titles for cell in record if cell)
    told = [header[0], above, *places]
    begins = [found for _, _, found in rows if isinstance(found, tuple)]
    months = [month for cell in header if (month := _month(cell))] if across else begins
    years = _years(months, _year_of(told))
    of_header = dict(zip([cell for cell in header if _month(cell)], years, strict=True)) if across else {}
    names = _names_below(below, header) if across else None
    columns = _places_of(header, names[1] if names else (), rows)
    if columns is None:
        return None
    table = RawTable(above[:60] or None, [], [], [], number, above=above[:60])
    table.outside = [(row, "a title line above the header") for row, _ in titles]
    named = list(dict.fromkeys(place.name for place in columns.values() if not place.remark))
    lines = {row: position for position, (row, _, _) in enumerate(rows)}
    made: list[tuple[int, str, str, str]] = []  # row, date, name, cell
    for row, record in below:
        if row not in lines:
            if names_totals(record[0]) or row < rows[0][0]:
                table.outside.append((row, "a totals line" if names_totals(record[0]) else _OF_HEADER))
            else:
                made.append((row, "", _REMARK, " ".join(filter(None, record))))
            continue
        found = rows[lines[row]][2]
        for at, place in columns.items():
            cell = record[at] if at < len(record) else ""
            if not cell:
                continue
            if across:
                month = of_header.get(place.heading)
                day = found if isinstance(found, int) else None
            else:
                month, day = years[lines[row]], _day_number(place.heading)
            dated = month is not None and day is not None
            date_text = _date_text(day or 0, month) if month is not None and dated else ""
            made.append((row, date_text, _REMARK if place.remark else place.name, cell))
    _add_rows(table, made, named, subject_of(told))
    return table


_OF_HEADER = "a line of the header"
_REMARK = "\0"  # no name of a column


def _add_rows(
    table: RawTable, cells: Sequence[tuple[int, str, str, str]], named: Sequence[str], subject: str
) -> None:
    """Gives the table a row for each day that its ``cells`` (row, date, name, text) tell of, and one without
    a date for each remark that is about none.
    """
    names = [*named, *([_REMARK] if any(name == _REMARK for _, _, name, _ in cells) else [])]
    table.headers += ["Date", *(_heading_of(subject, name) for name in names)]
    there: dict[tuple[int, str], list[str]] = {}
    for row, day, name, text in cells:
        if not day or (row, day) not in there:
            there[row, day] = [day, *[""] * len(names)]
            if not day and name == _REMARK:
                table.remarks.add(len(table.rows))
            table.rows.append(there[row, day])
            table.numbers.append(row)
        there[row, day][names.index(name) + 1] = text


def _heading_of(subject: str, name: str) -> str:
    """The heading of the cells under a name: a leg's are of what is counted, others have their own."""
    if name == _REMARK:
        return "Notes"
    both = f"{subject} {name}".strip()
    return both if not name or heading(both).part is not None else name


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


def subject_of(told: Sequence[str]) -> str:
    """What the cells are, by the nearest title or name that is known."""
    for text in told:
        words = " ".join(re.sub(r"\d+|_", " ", text.rsplit(".", 1)[0] if "." in text[-6:] else text).split())
        known = heading(words).fields[:1] not in ((), ("night",), ("weekday",), ("notes",))
        if known or cramp_header(heading_words(words)) is not None:
            return words
    return "Value"
