"""Sheets in which the days run across -> the same sheets with a row for each day.

Three forms of paper: dates above the columns, the days of a week above them, and a year with a column for
each month. Anything else stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from analysis.journal.cells import plain, read_date, vocabulary, words_of
from analysis.journal.tables.cramp_headings import of_other_cramps, without_cramps
from analysis.journal.tables.headings import heading
from analysis.journal.tables.layout import could_be_date
from analysis.journal.tables.sheets import Sheet

TURNED = (
    "the days stand across the columns; the table was turned, and its rows are numbered as they stand then"
)
_MOST_ROWS = 500  # of a sheet of paper
_FEWEST_DATES, _FEWEST_WEEKDAYS, _FEWEST_MONTHS, _FEWEST_DAYS = 3, 5, 2, 5
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WEEK = re.compile(
    r"\b(?:kw|week|wk|woche|semaine|semana|settimana|vecka|uge|uke|viikko|tydzien)\.? ?(\d{1,2})\b"
)
_ANY_DAY = date(2030, 1, 1)  # weeks that are written down lie before it
_Days = dict[int, str]  # by the column, the day as written


def turned(sheet: Sheet, file: str) -> Sheet:
    """The sheet with a row for each day where its days run across, else the sheet itself. ``file`` is the
    name of its file, which may tell the year.
    """
    if len(sheet.records) > _MOST_ROWS:
        return sheet
    records = _months_across(sheet, file) or _days_across(sheet.records)
    if records is None:
        return sheet
    return replace(sheet, records=records, first_row=1, said=(*sheet.said, TURNED))


def _days_across(records: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """Header and rows of blocks with dates or days of the week above them; None where there is none."""
    labels: dict[str, None] = {}
    told: dict[str, dict[str, str]] = {}
    days: _Days | None = None
    totals: set[int] = set()
    before = ""
    for record in records:
        filled = [cell for cell in record if cell]
        of_days = [cell if at == 0 or not _is_total(cell) else "" for at, cell in enumerate(record)]
        found = _dates_above(of_days) or _weekdays_above(of_days, before)
        if found is not None:
            days = found
            totals = {at for at, cell in enumerate(record) if at and _is_total(cell)}
            told.update({day: {} for day in days.values() if day not in told})
        elif days is not None and record and _is_label(record[0]):
            labels[record[0]] = None
            for at, cell in enumerate(record[1:], start=1):
                if cell and at in days:
                    told[days[at]].setdefault(record[0], cell)
                elif cell and at not in totals:
                    return None  # a cell below no day: it is another table
        elif days is not None and filled and not (len(filled) == 1 and record[0]):
            return None
        before = " ".join(filled) if filled else before
    if days is None or not any(heading(label).fields for label in labels):
        return None
    rows = [[day, *(cells.get(label, "") for label in labels)] for day, cells in told.items() if cells]
    return [["Date", *labels], *rows]


def _is_label(cell: str) -> bool:
    return any(map(str.isalpha, cell)) and not could_be_date(cell)


def _dates_above(record: Sequence[str]) -> _Days | None:
    dated = {at: cell for at, cell in enumerate(record[1:], start=1) if cell and could_be_date(cell)}
    others = sum(bool(cell) for cell in record[1:]) - len(dated)
    alone = not (record and record[0] and could_be_date(record[0]))
    return dated if len(dated) >= _FEWEST_DATES and not others and alone else None


def _weekdays_above(record: Sequence[str], before: str) -> _Days | None:
    """The days of a week above its columns, where the first cell or the line above tells which week it is."""
    named = {
        at: int(vocabulary("weekday")[name])
        for at, cell in enumerate(record[1:], start=1)
        if (name := plain(cell[:20]).rstrip(".")) in vocabulary("weekday") and not name.isdecimal()
    }
    if len(named) < _FEWEST_WEEKDAYS or len(named) != sum(map(bool, record[1:])):
        return None
    first = min(named)
    if any((number - named[first]) % 7 != at - first for at, number in named.items()):
        return None
    weeks = (day for text in (record[0], before) for day in _dates_in(text))
    begin = next((day for day in weeks if day.weekday() == named[first]), None)
    if begin is None:
        return None
    return {at: (begin + timedelta(days=at - first)).isoformat() for at in named}


def _dates_in(text: str) -> Iterator[date]:
    """Every day that a few words may name, in either order: "Week of 6 Jan 2025", "KW 2 2025"."""
    words = text[:80].replace("(", " ").replace(")", " ").split()
    for begin in range(len(words)):
        for end in range(len(words), begin, -1):
            written = " ".join(words[begin:end]).strip(" ,;:-–")
            if not could_be_date(written):
                continue
            read = read_date(written, _ANY_DAY)
            yield from (day for day in (read.readings if read else ()) if day is not None)
    week, year = _WEEK.search(plain(text[:80])), _YEAR.search(text[:80])
    if week and year:
        try:
            yield date.fromisocalendar(int(year[0]), int(week[1]), 1)
        except ValueError:
            return


def _months_across(sheet: Sheet, file: str) -> list[list[str]] | None:
    """Header and rows of a year that has a column for each month and a line for each day; None for others.
    Lines and columns of totals say nothing that the days do not.
    """
    for position, record in enumerate(sheet.records[:20]):
        named = {at: _month_of(cell) for at, cell in enumerate(record[1:], start=1) if cell}
        months = {at: month for at, month in named.items() if month is not None}
        others = [at for at, month in named.items() if month is None and not _is_total(record[at])]
        if len(months) < _FEWEST_MONTHS or others:
            continue
        above = " ".join(cell for line in sheet.records[:position] for cell in line if cell)
        places = (above, record[0], sheet.name or "", file.rpartition(".")[0] or file)
        year = next((told[0] for text in places if (told := _YEAR.search(text))), "")
        if not all(own or year for _, own in months.values()):
            return None
        lines = [line for line in sheet.records[position + 1 :] if any(line)]
        days = [(int(line[0].rstrip(".")), line) for line in lines if _is_day(line[0])]
        if len(days) < _FEWEST_DAYS or any(not (_is_day(line[0]) or _is_total(line[0])) for line in lines):
            continue
        rows = [
            [f"{own or year}-{month:02d}-{day:02d}", line[at]]
            for day, line in days
            for at, (month, own) in months.items()
            if at < len(line) and line[at]
        ]
        return [["Date", _named(places)], *sorted(rows)]
    return None


def _is_day(cell: str) -> bool:
    number = cell.rstrip(".")
    return number.isdecimal() and len(number) <= 2 and 1 <= int(number) <= 31


def _is_total(cell: str) -> bool:
    """Whether a heading is that of sums or means, which say nothing that the days do not."""
    words = plain(cell[:40]).strip(" :.")
    return words in words_of("totals") or words.partition(" ")[0] in words_of("totals of")


def _month_of(cell: str) -> tuple[int, str] | None:
    """The month that a heading names, and the year, "" where it names none."""
    words = plain(cell[:20]).replace("'", " ").split()
    if not 1 <= len(words) <= 2 or (len(words) == 2 and not re.fullmatch(r"(?:20)?\d\d", words[1])):
        return None
    month = vocabulary("month").get(words[0].rstrip(".")) or vocabulary("month").get(words[0])
    if month is None or words[0].isdecimal():
        return None
    return int(month), f"20{words[1][-2:]}" if len(words) == 2 else ""


def _named(places: Sequence[str]) -> str:
    """What the cells of a year's table hold, by the words around it."""
    for text in places:
        text = _YEAR.sub(" ", text).strip(" -_")
        if heading(text).fields and heading(text).fields[:1] != ("night",):
            return text
        words = plain(" ".join(re.findall(r"[^\W_]+", text)))
        if without_cramps(words) != words and not of_other_cramps(words):
            return "Cramps"
    return "Count"
