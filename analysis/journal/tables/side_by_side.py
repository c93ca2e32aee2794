"""Where tables stand side by side on one sheet: a month beside the next one, each with dates of its own."""

from collections.abc import Sequence
from itertools import pairwise

from analysis.journal.cells import plain
from analysis.journal.tables.headings import heading
from analysis.journal.tables.lines import could_be_date
from analysis.journal.tables.raw_table import RawTable


def side_by_side(table: RawTable) -> list[RawTable]:
    """The tables of a sheet on which several stand beside each other, each with dates of its own."""
    spans = _places_of_tables(table.headers, table.rows)
    if len(spans) < 2:
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


def _places_of_tables(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """The first column of each table, and the one behind its last: where an empty column parts them, or the
    headings of the first come again. One pair for a sheet of one table.
    """
    width = len(headers)
    empty = [at for at in range(width) if not headers[at] and not any(row[at] for row in rows)]
    bounds = [-1, *empty, width]
    spans = [(left + 1, right) for left, right in pairwise(bounds) if right - left > 2]
    dated = [any(map(_names_a_date, headers[first:end])) for first, end in spans]
    if len(spans) < 2 or not all(dated):
        spans = [(0, width)]
    return [part for span in spans for part in _repeated(headers, rows, *span)]


def _names_a_date(name: str) -> bool:
    return "night" in heading(name).fields


def _repeated(
    headers: Sequence[str], rows: Sequence[Sequence[str]], first: int, end: int
) -> list[tuple[int, int]]:
    """The parts of a stretch of columns in which its heading of dates comes again, with other dates below
    it."""
    names = [plain(name) for name in headers[first:end]]
    begins = [at for at, name in enumerate(names) if name and name == names[0]]
    if len(begins) < 2 or min(b - a for a, b in pairwise([*begins, len(names)])) < 2:
        return [(first, end)]
    parts = list(pairwise([*begins, len(names)]))
    if not _names_a_date(headers[first]) or _same_dates(rows, [first + at for at in begins]):
        return [(first, end)]
    return [(first + a, first + b) for a, b in parts]


def _same_dates(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> bool:
    """Whether the columns hold the same dates row by row, or one of them no dates at all."""
    if not all(any(could_be_date(row[at]) for row in rows) for at in columns):
        return True
    one, *others = columns
    filled = [(row[one], row[at]) for row in rows for at in others if row[one] and row[at]]
    return 2 * sum(a == b for a, b in filled) > len(filled)
