"""Rows of a diary that are of several nights: "2 June - 5 June", and that none of them had a cramp."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from analysis.journal.cells import cramps_in_cell, read_chosen_dates
from analysis.journal.fields import headers
from analysis.journal.model import DateOrder
from analysis.journal.tables.headings import heading
from analysis.journal.tables.lines import could_be_date
from analysis.journal.tables.raw_table import RawTable
from analysis.journal.tables.stretches import stretch_in

SPANS = "a row of several nights without a cramp was read as a row for each, and the rows are counted so"
BESIDE_SPAN = "what stands beside several nights, and not of which it is, counts for none of them"
_FEWEST_NIGHTS, _MOST_NIGHTS = 3, 31  # two days may name the one night between them
_ONE_DATE = re.compile(r"[\d./]{1,10}|\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?")


def part_spans(table: RawTable, order: DateOrder | None, today: date) -> list[str]:
    """Gives each row of several nights without a cramp a row for every night. Returns what was done.

    Of any other number it is not plain whether it is that of each night or of all; such a row stays.
    ``order`` is that of day and month, where somebody chose it.
    """
    nights = [at for at, header in enumerate(table.headers) if heading(header).fields[:1] == ("night",)]
    counts = [at for at, header in enumerate(table.headers) if heading(header).fields[:1] == ("cramps",)]
    if len(nights) != 1 or not counts or not table.rows:
        return []
    if all(map(_ONE_DATE.fullmatch, filter(None, table.shapes(nights[0])))):
        return []
    dates = table.column(nights[0])
    unlike_one = [cell for cell in table.different(nights[0]) if cell and not _ONE_DATE.fullmatch(cell)]
    spans = {cell: span for cell in unlike_one if (span := _span(cell)) is not None}
    if not spans:
        return []
    none = [cell in spans and _says_none(row, counts) for cell, row in zip(dates, table.rows, strict=True)]
    if not any(none):
        return []
    single = [cell for cell in dates if cell not in spans]
    ends = [end for span in spans.values() for end in span]
    read = read_chosen_dates([*single, *ends], order, today).values[len(single) :]
    every = {cell: _nights(read[2 * place], read[2 * place + 1]) for place, cell in enumerate(spans)}
    return _parted(
        table,
        nights[0],
        counts,
        [every[cell] if of_none else [] for cell, of_none in zip(dates, none, strict=True)],
    )


def _span(cell: str) -> tuple[str, str] | None:
    """The first and the last day of a cell that names both, and is no date of one night."""
    if could_be_date(cell):
        return None
    span = stretch_in(cell)
    return span if span is not None and all(span) and all(map(could_be_date, span)) else None


def _says_none(row: Sequence[str], counts: Sequence[int]) -> bool:
    told = [cramps_in_cell(row[at]) for at in counts if row[at]]
    return bool(told) and all(cell.value == 0 for cell in told)


def _nights(first: date | None, last: date | None) -> list[str]:
    """Every night from the first to the last as ISO dates; none where they are too few or too many."""
    if first is None or last is None or not _FEWEST_NIGHTS <= (last - first).days + 1 <= _MOST_NIGHTS:
        return []
    return [f"{first + timedelta(days=at):%Y-%m-%d}" for at in range((last - first).days + 1)]


def _parted(table: RawTable, night: int, counts: Sequence[int], nights: Sequence[Sequence[str]]) -> list[str]:
    """Makes the rows; the remarks of a row stay with its first night."""
    rows, origin, beside = [], [], False
    of_text = [
        at
        for at, header in enumerate(table.headers)
        if any(headers()[name].kind == "text" for name in heading(header).fields[:1])
    ]
    for position, (row, each) in enumerate(zip(table.rows, nights, strict=True)):
        kept = {*counts, *of_text}
        beside |= bool(each) and any(cell for at, cell in enumerate(row) if at != night and at not in kept)
        for place, day in enumerate(each):
            kept = {*counts, *of_text} if place == 0 else {*counts}
            rows.append([day if at == night else cell if at in kept else "" for at, cell in enumerate(row)])
        if not each:
            rows.append(list(row))
        origin += [position] * max(1, len(each))
    if len(rows) == len(table.rows):
        return []
    table.keep(origin)
    table.rows = rows
    return [SPANS, BESIDE_SPAN] if beside else [SPANS]
