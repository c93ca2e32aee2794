"""Ditto marks: cells that say the same as the one above them ("ditto", -"-), given its text."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from analysis.journal.cells import plain, read_date, words_of
from analysis.journal.fields import headers
from analysis.journal.tables.headings import heading
from analysis.journal.tables.raw_table import RawTable

REPEATED = "it says the same as above; the cell above it was read once more"
_QUOTES = '"“”„‟″〃»«'
_DASHES = r"[-–—_.~ ]*"
_MARK = re.compile(
    rf"{_DASHES}(?:(?:[{_QUOTES}]|''|´´|``|’’|,,|<<|>>){_DASHES})+"
    r"|[-–—] ?(?://|\|\||II) ?[-–—]"  # without dashes these are nothing, or a tally
)
_REMARKS = frozenset({"notes", "reason"})  # free text: what the words mean there is not plain


def fill_dittos(table: RawTable) -> None:
    """Gives every cell that only says "the same as above" the text of the cell above it, and names it among
    those that were repeated. In a column of dates the nearest one above counts; elsewhere, where the cell
    above is empty, the mark stays and is read as what it is. Rows that tell the totals of a week
    are passed over: nobody means them.
    """
    marks = (
        {at: found for at in range(len(table.headers)) if (found := _marks(table, at))} if table.rows else {}
    )
    passed = _of_no_day(table, marks) if marks else set()
    for column, (fields, same) in marks.items():
        _repeat(table, column, same, passed, fields == ("night",))


def _repeat(table: RawTable, column: int, same: set[str], passed: set[int], dated: bool) -> None:
    """Gives the cells of a column that are one of the ``same`` the text above them; the rows ``passed`` over
    neither give nor get any.
    """
    above, cells = "", list(table.column(column))
    for at, cell in enumerate(cells):
        if at in passed:
            continue
        if cell in same and above:
            cells[at] = above
            table.repeated.append((at, column))
        elif cell or not dated:
            above = "" if cell in same else cell
    table.set_column(column, cells)


_Marks = tuple[tuple[str, ...], set[str]]


def _marks(table: RawTable, at: int) -> _Marks | None:
    """What a column holds, and those of its cells that say the same as above; None where none does."""
    fields = heading(table.headers[at]).fields[:1]
    if (fields and fields[0] in _REMARKS) or all(shape[:1].isdecimal() for shape in table.shapes(at) - {""}):
        return None
    words = [cell for cell in table.different(at) if cell and not cell[0].isdecimal()]
    worded = bool(fields) and _holds_no_answers(fields[0])
    same = {cell for cell in words if is_ditto(cell) or (worded and _says_same(cell))}
    return (fields, same) if same else None


def _of_no_day(table: RawTable, marks: Mapping[int, _Marks]) -> set[int]:
    """The places of the rows of totals among the days: they have no date in the first column that mostly
    holds dates, and tell nothing behind it but numbers. None where no column mostly holds
    dates.
    """
    for at in range(len(table.headers)):
        cells = table.column(at)
        dated = {cell for cell in table.different(at) if read_date(cell, date.max) is not None}
        if 2 * sum(cell in dated for cell in cells) > sum(map(bool, cells)):
            same = marks[at][1] if at in marks else set()
            undated = [row for row, cell in enumerate(cells) if cell not in dated and cell not in same]
            others = [table.column(other) for other in range(len(table.headers)) if other != at]
            return {row for row in undated if _only_numbers([column[row] for column in others])}
    return set()


def _only_numbers(cells: Sequence[str]) -> bool:
    told = [cell for cell in cells if cell]
    return bool(told) and all(_NUMBER.fullmatch(cell) for cell in told)


_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def _holds_no_answers(field: str) -> bool:
    """Whether "same" below such a heading can only mean the cell above: a date, an amount, a place."""
    return field in _PLACES or headers()[field].kind in ("amount", "number", "duration", "date")


_PLACES = frozenset({"night", "side", "muscle", "dose", "dose_unit"})


def _says_same(cell: str) -> bool:
    return 0 < len(cell) <= _LONGEST and plain(cell) in words_of("same as above in a list")


def is_ditto(cell: str) -> bool:
    """Whether a cell is a mark or a word that says the same as above: -"-, ″, ditto, idem."""
    if not 0 < len(cell) <= _LONGEST:
        return False
    return _MARK.fullmatch(cell) is not None or plain(cell) in words_of("ditto")


_LONGEST = 24  # characters
