"""Bytes to sheets of text: what kind of file it is, its encoding and its delimiter, within stated bounds."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice

from analysis.journal.cells import plain, tells_of_a_cramp, words_apart
from analysis.journal.silent import without_silent
from analysis.journal.tables.beside_cells import Beside, Found, take_beside_cells
from analysis.journal.tables.encodings import old_code_page
from analysis.journal.tables.fixed_widths import fixed_widths
from analysis.journal.tables.headings import heading
from analysis.journal.tables.hidden_parts import say_left_out
from analysis.journal.tables.lines import could_be_date
from analysis.journal.tables.minutes import FEWEST_ROWS, add_up_minutes
from analysis.journal.tables.other_formats import other_format
from analysis.journal.tables.stray_quotes import NEVER_CLOSED, rows_by_lines, swallows_rows
from analysis.journal.tables.unpacking import WorkbookProblem, check_workbook
from analysis.journal.tables.worksheet_script import MOST_CELLS, MOST_SHEETS, MOST_TEXT, TooMuch
from analysis.journal.tables.worksheets import Damaged, read_worksheets

MOST_BYTES = 20_000_000
MOST_ROWS = 300_000
MOST_COLUMNS = 500
LONGEST_CELL = 20_000  # characters

DELIMITERS = (",", ";", "\t", "|")
_SNIFFED_ROWS = 60
# Guards of our own exports and of other careful programs: an apostrophe before what a spreadsheet would
# compute.
_GUARD = re.compile(r"'(?=[ \u3000\xa0]*[=+\-@\t\r\n＝＋－＠])")
_SEPARATOR_LINE = re.compile(r"\s*\"?sep=(.)\"?[^\S\r\n]*(?:\r\n|\r|\n|$)", re.IGNORECASE)


class UnreadableFile(Exception):
    """One sentence for the person: what the file is, and what to do."""


@dataclass(frozen=True)
class Sheet:
    """Every record of a file or of a workbook's sheet, blank ones included: ``records[0]`` is row 1.

    ``said`` is what was done before the records were records. ``zone_open``: its days are those of moments in
    a zone that nobody named.
    """

    name: str | None
    records: list[list[str]]
    encoding: str | None
    delimiter: str | None
    first_row: int = 1
    said: tuple[str, ...] = ()
    zone_open: bool = False


def read_sheets(content: bytes, zone: str | None = None) -> list[Sheet]:
    """All sheets with any content. ``zone``: that in which moments of UTC in a file of minutes were lived.

    Raises UnreadableFile, whose sentence never repeats a cell.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableFile(
            f"The file is larger than {MOST_BYTES // 1_000_000} MB, which is more than a journal can be; "
            "save the journal's sheet alone as CSV."
        )
    if not content.strip(b"\0\t\n\r "):
        raise UnreadableFile("The file is empty; choose the file with the journal in it.")
    if content.startswith(b"PK\x03\x04"):
        return _read_workbook(content)
    _refuse_other_formats(content)
    return [_read_text(content, zone)]


def _refuse_other_formats(content: bytes) -> None:
    if (what := other_format(content)) is not None:
        raise UnreadableFile(f"This is {what}.")


def plain_text(content: bytes) -> tuple[str, str] | None:
    """A text file as text, and its encoding; None for a workbook, or a file that cannot be read."""
    if not 0 < len(content) <= MOST_BYTES or content.startswith(b"PK\x03\x04"):
        return None
    try:
        _refuse_other_formats(content)
        text, encoding = _decode(content)
    except UnreadableFile:
        return None
    return text.replace("\0", ""), encoding


def _read_workbook(content: bytes) -> list[Sheet]:
    try:
        check_workbook(content)
        found = read_worksheets(content, MOST_ROWS, MOST_COLUMNS)
    except WorkbookProblem as problem:
        raise UnreadableFile(str(problem)) from None
    except TooMuch as problem:
        raise UnreadableFile(_TOO_MUCH[problem.what]) from None
    except Damaged:
        raise UnreadableFile(
            "This looks like an Excel file but is damaged or locked by a password; "
            "open it and save it again as .xlsx or CSV."
        ) from None
    return _sheets_with_content(found, take_beside_cells(content, found))


def _sheets_with_content(found: list[Found], told: list[Beside]) -> list[Sheet]:
    """The sheets that hold something and are shown, with what is said of what is hidden."""
    sheets, left_out = [], []
    for (name, records), of_sheet in zip(found, told, strict=True):
        _clean_all(records, set(chain.from_iterable(records)))
        _check_cells(records, chain.from_iterable(records))
        if not any(any(record) for record in records):
            continue
        name = " ".join(clean(name).split())
        if of_sheet.hidden:
            left_out.append(name)
        else:
            sheets.append(Sheet(name, records, None, None, said=of_sheet.said))
    if not sheets:
        raise UnreadableFile(_ALL_HIDDEN if left_out else _EMPTY)
    if left_out:
        sheets[0] = replace(sheets[0], said=(*sheets[0].said, say_left_out(left_out)))
    return sheets


_EMPTY = "The workbook is empty; choose the file with the journal in it."
_ALL_HIDDEN = (
    "Every sheet of the workbook with content is hidden; show the one with the journal, and save it."
)
_TOO_MUCH = {
    "sheets": f"The workbook has more than {MOST_SHEETS:,} sheets; save the journal's sheet alone as CSV.",
    "rows": f"A sheet has more than {MOST_ROWS:,} rows, which is more than a journal can have.",
    "columns": f"A sheet has more than {MOST_COLUMNS} columns, which is more than a journal can have.",
    "cells": f"The workbook spans more than {MOST_CELLS:,} cells; save the journal's part alone as CSV.",
    "text": f"The workbook holds more than {MOST_TEXT:,} characters; save the journal's part alone as CSV.",
    "memory": "Reading the workbook takes more than a journal can need, as one filled cell far away from the "
    "others makes it do; save the journal's part alone as CSV.",
}


def clean(text: str) -> str:
    """The text without control characters and outer spaces, and without a formula guard."""
    text = without_silent(text.strip())
    return text[1:].strip() if text.startswith("'") and _GUARD.match(text) else text


def _clean_all(records: list[list[str]], different: Iterable[str]) -> None:
    """Cleans every cell in place; ``different`` are all of them, each once."""
    changed = {
        cell: plain_cell
        for cell in different
        # Only such cells can have anything to clean; most have not.
        if cell and (cell[0] <= "'" or cell[-1] <= " " or not cell.isprintable())
        if (plain_cell := clean(cell)) != cell
    }
    if changed:
        records[:] = [[changed.get(cell, cell) for cell in record] for record in records]


def _with_cells_once(records: Iterable[list[str]]) -> tuple[list[list[str]], Mapping[str, str]]:
    """The records with equal cells as one and the same text, and the different cells. Whoever looks at all
    cells of a long table then meets few, and those at hand.
    """
    once: dict[str, str] = {}
    kept = []
    for record in records:
        record[:] = map(once.setdefault, record, record)
        kept.append(record)
    return kept, once


def _read_text(content: bytes, zone: str | None = None) -> Sheet:
    text, encoding = _decode(content)
    text = text.replace("\0", "")
    told = _SEPARATOR_LINE.match(text)
    first_row = 1
    if told:
        text, first_row = text[told.end() :], 2
    delimiter = told[1] if told and told[1] in DELIMITERS else _delimiter_of(text)
    try:
        if text.count("\n") >= FEWEST_ROWS:
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            minutes = add_up_minutes(reader, zone)
            if minutes is not None:
                _clean_all(minutes.records, set(chain.from_iterable(minutes.records)))
                said, zone_open = tuple(minutes.said), minutes.zone_open
                return Sheet(None, minutes.records, encoding, delimiter, first_row, said, zone_open)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        records, different = _with_cells_once(islice(reader, MOST_ROWS + 1))
    except csv.Error:
        raise UnreadableFile(
            "A cell of the file does not end, perhaps because a quotation mark is opened and never closed; "
            'look for a single " and save the file again.'
        ) from None
    said = ()
    if len(records) < text.count("\n") and swallows_rows(records, delimiter):
        records, different = _with_cells_once(rows_by_lines(text, delimiter, MOST_ROWS + 1))
        said = (NEVER_CLOSED,)
    if records and all(len(record) <= 1 for record in records):
        lines, delimiter = _of_one_column(records)
        records, different = _with_cells_once(lines)
    if len(records) > MOST_ROWS:
        raise UnreadableFile(
            f"The file has more than {MOST_ROWS:,} rows, which is more than a journal can have; "
            "save the nights and days of the journal alone as CSV."
        )
    _clean_all(records, different)
    _check_cells(records, different)
    return Sheet(None, records, encoding, delimiter, first_row, said)


def _of_one_column(records: list[list[str]]) -> tuple[list[list[str]], str]:
    """Lines that are quoted as a whole, or whose columns stand apart by spaces only, taken apart; others as
    they are.
    """
    lines = [record[0] if record else "" for record in records]
    filled = [line for line in lines if line.strip()]
    for delimiter in DELIMITERS:
        widths = Counter(line.count(delimiter) for line in filled)
        if len(filled) > 1 and 0 not in widths and len(widths) <= 3:
            try:
                return [next(csv.reader([line], delimiter=delimiter), []) for line in lines], delimiter
            except csv.Error:
                return records, ","
    words = [line.split() for line in lines]
    width = len(words[0])
    if _is_one_name_above_moments(filled):
        return records, ","
    if width > 1 and len(filled) > 1 and all(len(found) in (0, width) for found in words):
        return words, " "
    return fixed_widths(lines) or records, ","


def _is_one_name_above_moments(lines: list[str]) -> bool:
    """Whether the lines are one column of moments below one name, and no two: "Time of cramp"."""
    return (
        len(lines) > 1
        and heading(lines[0]).fields[:1] == ("onset",)
        and tells_of_a_cramp(words_apart(plain(lines[0])))
        and all(map(could_be_date, lines[1:]))
    )


def _check_cells(records: list[list[str]], cells: Iterable[str]) -> None:
    if max(map(len, records), default=0) > MOST_COLUMNS:
        raise UnreadableFile(
            f"The file has more than {MOST_COLUMNS} columns, which is more than a journal can have."
        )
    if max(map(len, cells), default=0) <= LONGEST_CELL:
        return
    for row, record in enumerate(records, start=1):
        if record and len(max(record, key=len)) > LONGEST_CELL:
            raise UnreadableFile(
                f"A cell in row {row} is longer than {LONGEST_CELL:,} characters, perhaps because a "
                'quotation mark is opened and never closed; look for a single " and save the file again.'
            )


def _decode(content: bytes) -> tuple[str, str]:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, "replace"), encoding
    sample = content[:4000]
    # Latin text in UTF-16 has a zero in every other byte, and which one tells the byte order.
    if sample.count(0) > len(sample) // 4:
        encoding = "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
        return content.decode(encoding, "replace"), encoding
    if sample.count(0) > 8:
        raise UnreadableFile("This is not a text table or an Excel file; export the journal as CSV or .xlsx.")
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = old_code_page(content)
        return content.decode(encoding, "replace"), encoding


def _delimiter_of(text: str) -> str:
    """The delimiter that gives the most even table of several columns over the first rows."""
    opening = text[:20_000]
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        widths = _widths(opening, delimiter)
        several = Counter(width for width in widths if width > 1)
        if not several:
            continue
        width, rows = several.most_common(1)[0]
        score = rows / len(widths) + min(width, 20) / 100 + (0.0 if len(several) > 3 else 0.1)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _widths(opening: str, delimiter: str) -> list[int]:
    widths: list[int] = []
    try:
        for record in csv.reader(io.StringIO(opening, newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in record):
                widths.append(len(record))
            if len(widths) == _SNIFFED_ROWS:
                break
    except csv.Error:
        pass
    return widths or [0]
