"""What a line of a sheet is: the header, a title, a remark, a line of the legend or of totals, or a row."""

import re
from collections.abc import Sequence

from analysis.journal.cells import ANY_DAY, plain, read_date, words_of
from analysis.journal.tables.headings import heading
from analysis.journal.tables.sections import is_whole_section

_SEARCHED_ROWS = 60
LONGEST_TITLE = 60  # characters
MONTH_TITLE = re.compile(
    r"[a-z]{3,12}\.?,? '?\d{2,4}|[a-z]{3,12}|\d{4}|(?:week|woche|semaine|semana|kw) ?\d{1,2}"
)


DOSE = re.compile(r"\d[\d.,]* ?[^\W\d]{1,5}")  # a cell, though "5 mg" is also how a column of doses is named


def explains(kept: list[str]) -> bool:
    """Whether a line says what a mark means, and nothing else: "0 = no cramp"."""
    return len(kept) == 1 and bool(_MEANS.match(kept[0]))


_MEANS = re.compile(r"\S{1,12} ?= ?[^\W\d]")


def is_remark(record: list[str]) -> bool:
    return record[0].startswith("#") and len(record[0]) > 1 and known_names(record) < 2


def header_at(lines: Sequence[list[str]]) -> int | None:
    """The line that names most fields; the first one among equals. Without any known name, the first line
    of words.
    """
    best: tuple[int, int] | None = None
    alone = False  # whether the best so far is one cell: a title, where a line of several names follows
    for position, record in enumerate(lines[:_SEARCHED_ROWS]):
        kept = [cell for cell in record if cell]
        if not may_be_header(record, kept):
            # Below a header and a row of its own, another line of names begins another table.
            if (
                best is not None
                and len(kept) >= 2
                and (best[0] >= 2 or is_whole_section(lines, best[1], could_be_date))
            ):
                break
            continue
        known = known_names(kept)
        if known and (best is None or known > best[0] + (position > best[1] + 1 and not alone)):
            best, alone = (known, position), len(kept) == 1
    if best is not None:
        return best[1]
    for position, record in enumerate(lines[:_SEARCHED_ROWS]):
        kept = [cell for cell in record if cell]
        if len(kept) >= 2 and may_be_header(record, kept):
            return position
    return None


def may_be_header(record: list[str], kept: list[str]) -> bool:
    """Words in every filled cell; a data row has a date, a number or an empty first cell."""
    if not kept:
        return False
    numbers = sum(
        cell[0].isdecimal() or (cell[0] in "+-.,<>~" and len(cell) > 1 and cell[1].isdecimal())
        for cell in kept
    )
    return numbers == 0 or (numbers <= len(kept) // 3 and known_names(kept) >= 2)


def known_names(kept: list[str]) -> int:
    found = [heading(cell) for cell in kept if len(cell) <= 200]
    return sum(bool(each.fields) or each.counts_anything for each in found)


def normal_names(cells: list[str]) -> list[str]:
    normal = [" ".join(plain(cell).split()) for cell in cells]
    while normal and not normal[-1]:
        normal.pop()
    return normal


def is_title(cell: str) -> bool:
    text = plain(cell)
    if len(text) > LONGEST_TITLE:
        return False
    return bool(MONTH_TITLE.fullmatch(text)) or not any(letter.isdecimal() for letter in text)


def names_totals(cell: str) -> bool:
    """Whether a name is that of a total: of a column, or of the line of one."""
    return plain(cell[:LONGEST_TITLE]).rstrip(" :") in words_of("totals")


def is_totals(record: list[str]) -> bool:
    first = next((cell for cell in record if cell), "")
    if not first or len(first) > LONGEST_TITLE or first[0].isdecimal():
        return False
    if not names_totals(first) and plain(first).partition(" ")[0] not in words_of("totals of"):
        return False
    # "Max" can be a name, too; a line of totals has no date.
    return not any(len(cell) >= 8 and could_be_date(cell) for cell in record)


def could_be_date(cell: str) -> bool:
    """Whether a cell can be a date, in whatever order of day and month."""
    return len(cell) >= 6 and not _TEN_DIGITS.search(cell) and read_date(cell, ANY_DAY) is not None


_TEN_DIGITS = re.compile(r"\d{10}")  # no day, month or year
