"""Sheets to tables: where the header is, and which lines are titles, totals, repeated headers or blank."""

from collections import Counter
from collections.abc import Collection, Sequence

from analysis.journal.cells import (
    plain,
    unit_of_header,
    words_of,
)
from analysis.journal.fields import headers
from analysis.journal.tables.dates_with_commas import JOINED, join_dates
from analysis.journal.tables.heading_rows import joined_with_above, joined_with_below
from analysis.journal.tables.headings import heading
from analysis.journal.tables.lines import (
    DOSE,
    LONGEST_TITLE,
    MONTH_TITLE,
    could_be_date,
    explains,
    header_at,
    is_remark,
    is_title,
    is_totals,
    known_names,
    may_be_header,
    normal_names,
)
from analysis.journal.tables.parted_cells import joined_answer, rejoined_row
from analysis.journal.tables.raw_table import RawTable
from analysis.journal.tables.sections import begins_section
from analysis.journal.tables.sheets import Sheet
from analysis.journal.tables.side_by_side import side_by_side


def read_tables(sheet: Sheet) -> list[RawTable]:
    """The tables of a sheet, one below the other; empty where no line can be a header."""
    numbers, lines, remarks = _filled_lines(sheet)
    at = header_at(lines)
    if at is None:
        return []
    header, spelt, last = _whole_header(lines, at)
    first = _begin((numbers[at], header), _month_above(lines, at))
    first.outside = [(number, "a title line above the header") for number in numbers[:at]]
    first.outside += [(number, "a line of the header") for number in numbers[at + 1 : last + 1]]
    first.above = " ".join(cell for record in lines[:at] for cell in record if cell)[:LONGEST_TITLE]
    first.outside += [(number, "a remark") for number in remarks]
    first.blank_lines = len(sheet.records) - len(lines) - len(remarks)
    numbers = numbers[last + 1 :]
    rest, parted = join_dates(first.headers, lines[last + 1 :])
    joined = {numbers[at] for at in parted}
    below = _Below(first, spelt)
    if _are_entries(rest, below.width):  # as in most files
        first.rows, first.numbers = rest, list(numbers)
        rest = []
    for number, record in zip(numbers, rest, strict=False):
        below.take(number, record)
    for found in below.tables:
        found.fill()
        if joined:
            found.mended += [(at, JOINED) for at, number in enumerate(found.numbers) if number in joined]
    return [part for found in below.tables for part in side_by_side(found)]


class _Below:
    """What stands below the first header, taken line by line: rows, titles, legends, and further tables."""

    def __init__(self, first: RawTable, spelt: list[list[str]]) -> None:
        self.tables = [first]
        self.spelt = spelt  # the rows in which the first header is spelt
        self.title: tuple[int, str] | None = None
        self.legend = False
        self._follow()

    def _follow(self) -> None:
        """Goes on under the header of the last table."""
        self.table = self.tables[-1]
        self.known = normal_names(self.table.headers)
        self.width = len(self.table.headers)
        self.order: list[int] | None = None

    def take(self, number: int, record: list[str]) -> None:
        if self.order is None and _are_entries((record,), self.width):
            self.table.rows.append(record)
            self.table.numbers.append(number)
            self.title = None
            return
        kept = [cell for cell in record if cell]
        if self._begins(number, record, kept):
            return
        if (outside := self._outside(number, record, kept)) is not None:
            self.table.outside.append((number, outside))
            return
        self.title = None
        _add(self.table, number, record, self.order)

    def _begins(self, number: int, record: list[str], kept: list[str]) -> bool:
        """Whether the line is the header of a further table, which then is the last."""
        if self._is_title(record, kept) or self._is_legend(kept) or not may_be_header(record, kept):
            return False
        normal = normal_names(record)
        if normal in self.spelt or _counted(normal) == _counted(self.known):
            return False
        names = known_names([cell for cell in kept if not DOSE.fullmatch(cell)])
        if names < max(2, len(kept) // 2 + 1) and (self.title is None or not begins_section(record)):
            return False
        self.tables.append(_begin((number, record), self.title[1] if self.title else None))
        self._follow()
        return True

    def _outside(self, number: int, record: list[str], kept: list[str]) -> str | None:
        """What a line is that is no row of the table; None for a row."""
        if self._is_title(record, kept):
            self.title = (number, record[0])
            self.legend = plain(record[0]).strip(" :") in words_of("legend")
            return "a title line"
        if self._is_legend(kept):
            return "a line of the legend"
        if may_be_header(record, kept):
            normal = normal_names(record)
            same = normal in self.spelt or normal == self.known
            if same or _counted(normal) == _counted(self.known):
                self.order = None if same else _reordering(self.known, normal)
                return "the header again"
        if not self.table.rows and _take_units(self.table, record, kept):
            self.known = normal_names(self.table.headers)
            return "a line of units"
        if not (self.table.rows or record[0]) and any(
            plain(cell) in words_of("kind of answer") for cell in kept
        ):
            return "a line of the header"
        return "a totals line" if is_totals(record) else None

    def _is_title(self, record: list[str], kept: list[str]) -> bool:
        return len(kept) == 1 and bool(record[0]) and self.width > 1 and is_title(record[0])

    def _is_legend(self, kept: list[str]) -> bool:
        return (self.legend or explains(kept)) and not any(map(could_be_date, kept))


def _counted(names: list[str]) -> Counter[str]:
    return Counter(name for name in names if name)


def _month_above(lines: list[list[str]], at: int) -> str | None:
    """The month that stands alone above the header, which then is the title of its table."""
    above = [cell for cell in lines[at - 1] if cell] if at else []
    if len(above) == 1 and MONTH_TITLE.fullmatch(plain(above[0][:LONGEST_TITLE])):
        return above[0]
    return None


def _filled_lines(sheet: Sheet) -> tuple[Sequence[int], list[list[str]], list[int]]:
    """The numbers and cells of the lines that hold anything, and the numbers of those that are a remark."""
    numbers: Sequence[int] = range(sheet.first_row, sheet.first_row + len(sheet.records))
    lines = sheet.records
    begins = [record[0] for record in lines if record]
    if len(begins) < len(lines) or not (all(begins) or all(map(any, lines))):
        kept = [at for at, record in enumerate(lines) if any(record)]
        numbers, lines = [numbers[at] for at in kept], [lines[at] for at in kept]
    if "#" not in "".join(begins):  # as in most files
        return numbers, lines, []
    remarks = {at for at, record in enumerate(lines) if record[0][:1] == "#" and is_remark(record)}
    if not remarks:
        return numbers, lines, []
    kept = [at for at in range(len(lines)) if at not in remarks]
    return [numbers[at] for at in kept], [lines[at] for at in kept], [numbers[at] for at in sorted(remarks)]


def _whole_header(lines: list[list[str]], at: int) -> tuple[list[str], list[list[str]], int]:
    """The header at a place together with a second row of names below or above it; the rows that it is spelt
    in, where they are two; and the place of the last of them.
    """
    header = lines[at]
    if at + 2 < len(lines):
        below = joined_with_below(header, lines[at + 1], lines[at + 2])
        if below is not None:
            return below, [normal_names(header), normal_names(lines[at + 1])], at + 1
    above = joined_with_above(lines[at - 1], header) if at else None
    if above is not None:
        return above, [normal_names(lines[at - 1]), normal_names(header)], at
    return header, [], at


def read_titled_tables(sheet: Sheet, titles: Collection[str]) -> list[RawTable]:
    """The tables of a sheet that the program wrote itself: each begins with one of its ``titles`` alone on a
    line, and the next line is its header, whatever columns it names.
    """
    tables: list[RawTable] = []
    title: tuple[int, str] | None = None
    for number, record in enumerate(sheet.records, sheet.first_row):
        if not any(record):
            if tables:
                tables[-1].blank_lines += 1
        elif record[0] in titles and not any(record[1:]):
            title = (number, record[0])
        elif title is not None:
            tables.append(_begin((number, record), title[1]))
            tables[-1].outside.append((title[0], "a title line"))
            title = None
        elif tables:
            _add(tables[-1], number, record, None)
    for table in tables:
        table.fill()
    return tables


def _are_entries(lines: Sequence[list[str]], width: int) -> bool:
    """Whether lines are plainly rows of the table: as wide, more than one cell filled, a digit first."""
    if width < 2 or not {*map(len, lines)} <= {width}:
        return False
    return all(line[0][:1].isdecimal() and (line[1] or any(line[2:])) for line in lines)


def _begin(line: tuple[int, list[str]], title: str | None) -> RawTable:
    number, record = line
    width = max((position for position, cell in enumerate(record, start=1) if cell), default=0)
    return RawTable(title, list(record[:width]), [], [], number)


def _add(table: RawTable, number: int, record: list[str], order: list[int] | None) -> None:
    if order is not None:
        reordered = [record[position] if position < len(record) else "" for position in order]
        record = reordered + record[len(order) :]
    width = len(table.headers)
    if any(record[width:]):
        beyond = [cell for cell in record[width:] if cell]
        if (rejoined := rejoined_row(table.headers, record)) is not None:
            record = rejoined
            table.mended.append((len(table.rows), "a comma parted a cell of this row; it was joined"))
        elif _holds_text(table.headers[-1]) and record[width - 1]:
            record = [*record[: width - 1], ", ".join([record[width - 1], *beyond])]
            table.mended.append((len(table.rows), "the text went on in the next columns, and was joined"))
        elif (joined := joined_answer(table.headers[-1], record[width - 1], beyond)) is not None:
            record = [*record[: width - 1], joined]
            table.mended.append((len(table.rows), "the answer went on in the next column, and was joined"))
        else:
            table.mended.append((len(table.rows), "the row has more cells than the header"))
    else:
        record = record[:width]
    table.rows.append(record)
    table.numbers.append(number)


def _holds_text(header: str) -> bool:
    return any(headers()[name].kind == "text" for name in heading(header).fields[:1])


def _take_units(table: RawTable, record: list[str], kept: list[str]) -> bool:
    """Whether a line below the header holds nothing but units; the headers then name them."""
    inside = [cell.strip("()[] ") for cell in record]
    units = [unit_of_header(f"x ({cell})")[1] if 0 < len(cell) <= 12 else None for cell in inside]
    bracketed = [cell for cell in kept if cell[0] in "([" and cell[-1] in ")]"]
    if (
        len(kept) < 2
        or not any(units)
        or not all(unit or cell in bracketed for unit, cell in zip(units, record, strict=True) if cell)
    ):
        return False
    for position, unit in enumerate(units[: len(table.headers)]):
        if unit is not None and heading(table.headers[position]).unit is None:
            table.headers[position] += f" ({inside[position]})"
    return True


def _reordering(known: list[str], normal: list[str]) -> list[int]:
    """For every column of the table, where it stands in the lines below a header in another order."""
    places: dict[str, list[int]] = {}
    for position, name in enumerate(normal):
        places.setdefault(name, []).append(position)
    return [places[name].pop(0) if places.get(name) else len(normal) + 1 for name in known]
