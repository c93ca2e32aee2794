"""Whether a text file is sentences, such as a letter, and no table."""

from collections import Counter

from analysis.journal.tables.headings import heading
from analysis.journal.tables.lines import could_be_date
from analysis.journal.tables.sheets import Sheet

_SEARCHED_LINES = 200
_FEWEST_WORDS = 5  # of a sentence
_LONGEST_NAME = 3  # words
_LONGEST_CELL = 200  # characters, of a name
_MOST_BESIDE_A_DATE = 2  # cells: "Boston, 3 March 2025"
_MOSTLY = 0.8  # share of lines of one width, from which on the lines are rows


def is_prose(sheet: Sheet) -> bool:
    """Whether the lines of a text file are sentences: no line names columns, no delimiter gives rows of one
    width, and at most one cell is a date, as at the head of a letter.
    """
    if sheet.encoding is None:
        return False
    lines = [filled for record in sheet.records[:_SEARCHED_LINES] if (filled := _filled(record))]
    if not any(len(cell.split()) >= _FEWEST_WORDS for line in lines for cell in line):
        return False
    widths = Counter(map(len, lines))
    width, number = max(widths.items(), key=lambda found: found[1])
    if len(lines) > 1 and width > 1 and number >= _MOSTLY * len(lines):
        return False
    dated = [line for line in lines for cell in line if could_be_date(cell)]
    if len(dated) > 1 or any(len(line) > _MOST_BESIDE_A_DATE for line in dated):
        return False
    # A quotation mark that is never closed can hold half a table in one cell.
    if any("\n" in cell for line in lines for cell in line):
        return False
    return not any(map(_names_columns, lines))


def _filled(record: list[str]) -> list[str]:
    """The cells of a line up to the last that is filled."""
    width = max((position for position, cell in enumerate(record, start=1) if cell), default=0)
    return record[:width]


def _names_columns(line: list[str]) -> bool:
    """Whether at least half of several cells are known names, one of them short, and no sentence ends.

    A single known name has to be that of the date: "A. Patient" is a name, too.
    """
    if len(line) < 2 or line[-1].endswith((".", "!", "…")):
        return False
    fields = {cell: heading(cell).fields for cell in line if len(cell) <= _LONGEST_CELL}
    known = [cell for cell, found in fields.items() if found]
    if 2 * len(known) < len(line) or not any(len(cell.split()) <= _LONGEST_NAME for cell in known):
        return False
    return len(known) > 1 or "night" in fields[known[0]]
