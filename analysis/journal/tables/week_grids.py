"""Sheets with a week a row and its days across, each week named by the date of its first day."""

from collections.abc import Mapping, Sequence
from itertools import islice, pairwise

from analysis.journal.cells import plain, vocabulary
from analysis.journal.tables.grids import subject_of
from analysis.journal.tables.headings import heading
from analysis.journal.tables.lines import could_be_date, names_totals
from analysis.journal.tables.raw_table import RawTable
from analysis.journal.tables.sheets import Sheet
from analysis.journal.tables.weeks import days_of_week

OF_WEEKS = "each row is a week; each of its days was read as a row, and the rows are counted so"
_SEARCHED_ROWS = 10
_FEWEST_DAYS = 5
_MOST_IN_A_TITLE = 2  # cells

_Line = tuple[int, Sequence[str]]  # its number in the file, and its cells


def week_grid(sheet: Sheet, places: Sequence[str]) -> RawTable | None:
    """The sheet with a row for each day of its weeks; None where no line names the days of a week beside a
    first column. ``places`` are the names of the sheet and the file, which may tell what is counted.

    Where a week is not dated by its first day, or a column beside the days may count anything, the table
    stands as it is: `names_days_of_week` tells it, so that it is asked about.
    """
    opening = enumerate(islice(filter(any, sheet.records), _SEARCHED_ROWS))
    start = next((at for at, line in opening if _days(line)), None)
    if start is None:
        return None
    filled = [(number, record) for number, record in enumerate(sheet.records, sheet.first_row) if any(record)]
    if start + 1 == len(filled):
        return None
    (number, header), titles, below = filled[start], filled[:start], filled[start + 1 :]
    if not could_be_date(below[0][1][0]) or any(sum(map(bool, r)) > _MOST_IN_A_TITLE for _, r in titles):
        return None
    above = " ".join(cell for _, record in titles for cell in record if cell)
    days, beside = _days(header), _beside(header)
    table = RawTable(above[:60] or None, [], [], [], number, above=above[:60])
    table.outside = [(row, "a title line above the header") for row, _ in titles]
    found = _rows(below, days, beside)
    if found is None:
        table.headers = list(header)
        table.rows, table.numbers = [list(record) for _, record in below], [row for row, _ in below]
        table.fill()
        return table
    named = {_besides_day(header[at]) for at in days}
    told = [named.pop() if len(named) == 1 else "", header[0], above, *places]
    table.headers = ["Date", subject_of(told), *(["Notes"] if any(remark for *_, remark in found[0]) else [])]
    for row, day, cell, remark in found[0]:
        if remark:
            table.remarks.add(len(table.rows))
        table.rows.append([day, cell, remark][: len(table.headers)])
        table.numbers.append(row)
    table.outside += found[1]
    return table


def names_days_of_week(headers: Sequence[str]) -> bool:
    """Whether headings are the days of a week, each once and one after the other."""
    return bool(_days(headers))


def _days(header: Sequence[str]) -> dict[int, str]:
    """By place the days of the week that a line names behind its first cell, in order; empty for fewer than
    five, or where one stands twice or out of its order.
    """
    known = vocabulary("weekday")
    found = {at: first for at, cell in enumerate(header) if at and (first := _first_word(cell)) in known}
    numbers = [int(known[word]) for word in found.values()]
    together = list(found) == list(range(min(found, default=0), max(found, default=-1) + 1))
    in_order = all((after - before) % 7 == 1 for before, after in pairwise(numbers))
    is_week = _FEWEST_DAYS <= len(found) <= 7 and together and in_order
    return found if is_week and not any(word.isdecimal() for word in found.values()) else {}


def _first_word(cell: str) -> str:
    return plain(cell[:40]).partition(" ")[0].rstrip(".,:")


def _besides_day(cell: str) -> str:
    return cell.partition(" ")[2].strip()


def _beside(header: Sequence[str]) -> Mapping[int, str]:
    """The columns that are no days: "totals", "notes", "unnamed" or "other", which is anything else."""
    days = _days(header)
    return {at: _kind_of(cell) for at, cell in enumerate(header) if at and at not in days}


def _kind_of(cell: str) -> str:
    if names_totals(cell):
        return "totals"
    if not cell:
        return "unnamed"
    return "notes" if heading(cell).fields[:1] == ("notes",) else "other"


_Found = tuple[list[tuple[int, str, str, str]], list[tuple[int, str]]]


def _rows(below: Sequence[_Line], names: Mapping[int, str], beside: Mapping[int, str]) -> _Found | None:
    """Row, date, cell and remark of every day of the weeks, and the lines outside them; None where a line is
    no dated week, or a cell beside its days may count anything.
    """
    found: list[tuple[int, str, str, str]] = []
    outside: list[tuple[int, str]] = []
    for row, record in below:
        if names_totals(record[0]):
            outside.append((row, "a totals line"))
            continue
        if not could_be_date(record[0]):
            words = " ".join(filter(None, record))
            if any(map(str.isdecimal, words)):
                return None
            found.append((row, "", "", words))
            continue
        dates = days_of_week(names, (record[0],))
        if dates is None:
            return None
        found += [(row, dates[at], record[at], "") for at in names if at < len(record) and record[at]]
        for at, cell in enumerate(record):
            kind = beside.get(at, "unnamed") if at and at not in names and cell else "totals"
            if kind == "other" or (kind == "unnamed" and cell.isdecimal()):
                return None
            if kind != "totals":
                found.append((row, "", "", cell))
    return found, outside
