"""A quotation mark that is opened and never closed, behind which the next rows would lie in one cell."""

import csv
from collections.abc import Sequence
from itertools import islice

from analysis.journal.cells import ANY_DAY, read_date

NEVER_CLOSED = (
    "a quotation mark is opened and never closed; the lines were read one by one, each as a row of its own"
)
_FEWEST_CELLS = 3  # with two, a remark of two lines can look like a row
_TITLE_LINES = 5  # among which the header stands


def swallows_rows(records: Sequence[Sequence[str]], delimiter: str) -> bool:
    """Whether a cell holds a whole row: a line with a date first and as many cells as the header names. A
    title above the header has fewer.
    """
    widths = [len(record) for record in records if any(record)]
    width = next((width for width in widths[:_TITLE_LINES] if width >= _FEWEST_CELLS), None)
    if width is None:
        return False
    return any(
        len(parts := line.split(delimiter)) >= width and _is_a_date(parts[0])
        for record in records
        for cell in record
        if "\n" in cell or "\r" in cell
        for line in cell.splitlines()[1:]
    )


def rows_by_lines(text: str, delimiter: str, most: int) -> list[list[str]]:
    """Every line as a row: those with a lone quotation mark by their delimiters alone."""
    rows = []
    for line in islice(text.splitlines(), most):
        if line.count('"') % 2:
            rows.append([_without_lone(cell) for cell in line.split(delimiter)])
        else:
            rows.append(next(csv.reader([line], delimiter=delimiter), []))
    return rows


def _without_lone(cell: str) -> str:
    """The cell without quotation marks around it; a mark alone means "as above" and stays."""
    bare = cell.strip()
    return cell if bare == '"' else bare.strip('"')


def _is_a_date(cell: str) -> bool:
    return len(cell) >= 6 and read_date(cell.strip(' "'), ANY_DAY) is not None
