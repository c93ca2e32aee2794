"""Sheets to tables: where the header is, and which lines are titles, totals, repeated headers or blank."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from analysis.journal.cells import plain, read_date, unit_of_header, words_of
from analysis.journal.fields import headers
from analysis.journal.tables.heading_rows import joined_with_above, joined_with_below
from analysis.journal.tables.headings import heading
from analysis.journal.tables.sections import begins_section, is_whole_section
from analysis.journal.tables.sheets import Sheet

_SEARCHED_ROWS = 60
_LONGEST_TITLE = 60  # characters
_MONTH_TITLE = re.compile(
    r"[a-z]{3,12}\.?,? '?\d{2,4}|[a-z]{3,12}|\d{4}|(?:week|woche|semaine|semana|kw) ?\d{1,2}"
)


@dataclass
class RawTable:
    """One table of a file: ``rows`` are as wide as ``headers``, ``numbers`` their rows as a spreadsheet
    counts; ``above`` is what the title lines above the header say.
    """

    title: str | None
    headers: list[str]
    rows: list[list[str]]
    numbers: list[int]
    header_row: int
    outside: list[tuple[int, str]] = field(default_factory=list)
    blank_lines: int = 0
    above: str = ""
    mended: list[tuple[int, str]] = field(default_factory=list)  # position of the row, what was mended

    def fill(self) -> None:
        """Makes every row as wide as the widest; columns beside the named ones have no name."""
        width = max(map(len, self.rows), default=0)
        self.headers.extend([""] * (width - len(self.headers)))
        width = len(self.headers)
        if min(map(len, self.rows), default=width) == width:
            return
        for row in self.rows:
            row.extend([""] * (width - len(row)))


def read_tables(sheet: Sheet) -> list[RawTable]:
    """The tables of a sheet, one below the other; empty where no line can be a header."""
    filled = [(number, record) for number, record in enumerate(sheet.records, sheet.first_row) if any(record)]
    blank_lines = len(sheet.records) - len(filled)
    remarks = [number for number, record in filled if record[0][:1] == "#" and _is_remark(record)]
    if remarks:
        filled = [(number, record) for number, record in filled if not _is_remark(record)]
    at = _header_at(filled)
    if at is None:
        return []
    tables: list[RawTable] = []
    above = [cell for cell in filled[at - 1][1] if cell] if at else []
    month = above[0] if len(above) == 1 and _MONTH_TITLE.fullmatch(plain(above[0][:_LONGEST_TITLE])) else None
    line, spelt, last = _whole_header(filled, at)
    table = _begin(line, month)
    table.outside = [(number, "a title line above the header") for number, _ in filled[:at]]
    table.outside += [(number, "a line of the header") for number, _ in filled[at + 1 : last + 1]]
    table.above = " ".join(cell for _, record in filled[:at] for cell in record if cell)[:_LONGEST_TITLE]
    table.outside += [(number, "a remark") for number in remarks]
    table.blank_lines = blank_lines
    tables.append(table)
    known = _normal(table.headers)
    order: list[int] | None = None
    title: tuple[int, str] | None = None
    legend = False
    width = len(table.headers)
    for number, record in filled[last + 1 :]:
        if (
            order is None
            and len(record) == width > 1
            and record[0][:1].isdecimal()
            and record.count("") < width - 1
        ):
            table.rows.append(record)
            table.numbers.append(number)
            title = None
            continue
        kept = [cell for cell in record if cell]
        if len(kept) == 1 and record[0] and len(table.headers) > 1 and _is_title(record[0]):
            table.outside.append((number, "a title line"))
            title, legend = (number, record[0]), plain(record[0]).strip(" :") in words_of("legend")
            continue
        if (legend or _explains(kept)) and not any(map(could_be_date, kept)):
            table.outside.append((number, "a line of the legend"))
            continue
        if _may_be_header(record, kept):
            normal = _normal(record)
            if normal in spelt:
                table.outside.append((number, "the header again"))
                order = None
                continue
            if Counter(cell for cell in normal if cell) == Counter(cell for cell in known if cell):
                table.outside.append((number, "the header again"))
                order = None if normal == known else _reordering(known, normal)
                continue
            names = _known_names([cell for cell in kept if not _DOSE.fullmatch(cell)])
            if names >= max(2, len(kept) // 2 + 1) or (title is not None and begins_section(record)):
                table = _begin((number, record), title[1] if title else None)
                known, order, width = _normal(table.headers), None, len(table.headers)
                tables.append(table)
                continue
        if not table.rows and _take_units(table, record, kept):
            table.outside.append((number, "a line of units"))
            known = _normal(table.headers)
            continue
        if _is_totals(record):
            table.outside.append((number, "a totals line"))
            continue
        title = None
        _add(table, number, record, order)
    for found in tables:
        found.fill()
    return [part for found in tables for part in _side_by_side(found)]


def _whole_header(
    filled: list[tuple[int, list[str]]], at: int
) -> tuple[tuple[int, list[str]], list[list[str]], int]:
    """The header at a place together with a second row of names below or above it; the rows that it is spelt
    in, where they are two; and the place of the last of them.
    """
    number, header = filled[at]
    if at + 2 < len(filled):
        below = joined_with_below(header, filled[at + 1][1], filled[at + 2][1])
        if below is not None:
            return (number, below), [_normal(header), _normal(filled[at + 1][1])], at + 1
    above = joined_with_above(filled[at - 1][1], header) if at else None
    if above is not None:
        return (number, above), [_normal(filled[at - 1][1]), _normal(header)], at
    return (number, header), [], at


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


_DOSE = re.compile(r"\d[\d.,]* ?[^\W\d]{1,5}")  # a cell, though "5 mg" is also how a column of doses is named


def _side_by_side(table: RawTable) -> list[RawTable]:
    """Tables that stand beside each other with an empty column between them, each with dates of its own."""
    width = len(table.headers)
    empty = [at for at in range(width) if not table.headers[at] and not any(row[at] for row in table.rows)]
    bounds = [-1, *empty, width]
    spans = [(left + 1, right) for left, right in pairwise(bounds) if right - left > 2]
    dated = [any("night" in heading(name).fields for name in table.headers[a:b]) for a, b in spans]
    if len(spans) < 2 or not all(dated):
        return [table]
    parts = []
    for position, (first, end) in enumerate(spans):
        kept = [at for at, row in enumerate(table.rows) if any(row[first:end])]
        part = RawTable(
            table.title if position == 0 else f"from column {first + 1}",
            table.headers[first:end],
            [table.rows[at][first:end] for at in kept],
            [table.numbers[at] for at in kept],
            table.header_row,
        )
        if position == 0:
            part.outside, part.blank_lines = table.outside, table.blank_lines
        new = {at: place for place, at in enumerate(kept)}
        part.mended = [(new[at], what) for at, what in table.mended if at in new] if position == 0 else []
        parts.append(part)
    return parts


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
        if _holds_text(table.headers[-1]) and record[width - 1]:
            record = [*record[: width - 1], ", ".join([record[width - 1], *beyond])]
            table.mended.append((len(table.rows), "the text went on in the next columns, and was joined"))
        else:
            table.mended.append((len(table.rows), "the row has more cells than the header"))
    else:
        record = record[:width]
    table.rows.append(record)
    table.numbers.append(number)


def _holds_text(header: str) -> bool:
    return any(headers()[name].kind == "text" for name in heading(header).fields[:1])


def _explains(kept: list[str]) -> bool:
    """Whether a line says what a mark means, and nothing else: "0 = no cramp"."""
    return len(kept) == 1 and bool(_MEANS.match(kept[0]))


_MEANS = re.compile(r"\S{1,12} ?= ?[^\W\d]")


def _is_remark(record: list[str]) -> bool:
    return record[0].startswith("#") and len(record[0]) > 1 and _known_names(record) < 2


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


def _header_at(filled: list[tuple[int, list[str]]]) -> int | None:
    """The line that names most fields; the first one among equals. Without any known name, the first line
    of words.
    """
    best: tuple[int, int] | None = None
    alone = False  # whether the best so far is one cell: a title, where a line of several names follows
    for position, (_, record) in enumerate(filled[:_SEARCHED_ROWS]):
        kept = [cell for cell in record if cell]
        if not _may_be_header(record, kept):
            # Below a header and a row of its own, another line of names begins another table.
            if (
                best is not None
                and len(kept) >= 2
                and (best[0] >= 2 or is_whole_section(filled, best[1], could_be_date))
            ):
                break
            continue
        known = _known_names(kept)
        if known and (best is None or known > best[0] + (position > best[1] + 1 and not alone)):
            best, alone = (known, position), len(kept) == 1
    if best is not None:
        return best[1]
    for position, (_, record) in enumerate(filled[:_SEARCHED_ROWS]):
        kept = [cell for cell in record if cell]
        if len(kept) >= 2 and _may_be_header(record, kept):
            return position
    return None


def _may_be_header(record: list[str], kept: list[str]) -> bool:
    """Words in every filled cell; a data row has a date, a number or an empty first cell."""
    if not kept:
        return False
    numbers = sum(
        cell[0].isdecimal() or (cell[0] in "+-.,<>~" and len(cell) > 1 and cell[1].isdecimal())
        for cell in kept
    )
    return numbers == 0 or (numbers <= len(kept) // 3 and _known_names(kept) >= 2)


def _known_names(kept: list[str]) -> int:
    found = [heading(cell) for cell in kept if len(cell) <= 200]
    return sum(bool(each.fields) or each.counts_anything for each in found)


def _normal(cells: list[str]) -> list[str]:
    normal = [" ".join(plain(cell).split()) for cell in cells]
    while normal and not normal[-1]:
        normal.pop()
    return normal


def _reordering(known: list[str], normal: list[str]) -> list[int]:
    """For every column of the table, where it stands in the lines below a header in another order."""
    places: dict[str, list[int]] = {}
    for position, name in enumerate(normal):
        places.setdefault(name, []).append(position)
    return [places[name].pop(0) if places.get(name) else len(normal) + 1 for name in known]


def _is_title(cell: str) -> bool:
    text = plain(cell)
    if len(text) > _LONGEST_TITLE:
        return False
    return bool(_MONTH_TITLE.fullmatch(text)) or not any(letter.isdecimal() for letter in text)


def _is_totals(record: list[str]) -> bool:
    first = next((cell for cell in record if cell), "")
    if not first or len(first) > _LONGEST_TITLE or first[0].isdecimal():
        return False
    words = plain(first).rstrip(":")
    if words not in words_of("totals") and words.partition(" ")[0] not in words_of("totals of"):
        return False
    # "Max" can be a name, too; a line of totals has no date.
    return not any(len(cell) >= 8 and could_be_date(cell) for cell in record)


def could_be_date(cell: str) -> bool:
    """Whether a cell can be a date, in whatever order of day and month."""
    return len(cell) >= 6 and not _TEN_DIGITS.search(cell) and read_date(cell, _ANY_DAY) is not None


_TEN_DIGITS = re.compile(r"\d{10}")  # no day, month or year
# Which century a year of two digits means does not matter here.
_ANY_DAY = date(2024, 6, 30)
