"""Formulas of a workbook: those without a result, and those that are made of empty cells and so say nothing.

A diary that is filled down for the whole year has =IF(B2>0,"yes","no") beside nights that nobody has written
yet. Its "no" comes from an empty cell, and an unlogged night is never one without a cramp.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.journal.tables.lines import could_be_date
from analysis.journal.tables.sheet_parts import Place, attributes, cells_of, column_letters, column_number

_QUOTED = re.compile(r'"[^"]*"')
_REFERENCE = re.compile(
    r"(?<![\w.$])\$?([A-Z]{1,3})(\$?)(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\w(.])", re.IGNORECASE
)
_OF_THIS_ROW = re.compile(r"\[(?:@|#This Row\],)\[?([^\[\]]{1,80})\]", re.IGNORECASE)
# Another sheet, or a whole column or row: what stands there is not looked at.
_FAR = re.compile(r"!|(?<![\w$])\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?!\w)|(?<![\w$])\$?\d+:\$?\d+", re.IGNORECASE)
_MOST_CELLS = 1_000  # that one formula is made of
_MOST_LOOKED_AT = 300_000  # of all formulas of a sheet
_MOST_STEPS = 50  # from formula to formula
_Block = tuple[range, range]  # of rows, and of columns


@dataclass(frozen=True)
class _Formula:
    """Its text, and by how many rows and columns its references are moved, where it is shared."""

    text: str
    down: int = 0
    right: int = 0


@dataclass(frozen=True)
class Formulas:
    """The formulas of one sheet by their place, and the places that have a formula and no result."""

    by_place: Mapping[Place, _Formula]
    without_result: tuple[Place, ...]


def formulas_of(xml: bytes) -> Formulas:
    """The formulas of a sheet, from its XML."""
    found: dict[Place, _Formula] = {}
    shared: dict[bytes, tuple[Place, str]] = {}
    without: list[Place] = []
    for place, body in cells_of(xml, b"<f"):
        _, begins, rest = body.partition(b"<f")
        if not begins or rest[:1] not in (b">", b" ", b"/"):
            continue
        opening, _, behind = rest.partition(b">")
        text = "" if opening.endswith(b"/") else html.unescape(_text_of(behind))
        told = attributes(opening)
        base: tuple[Place, str] | None = (place, text)
        if told.get(b"t") == b"shared":
            base = (
                shared.setdefault(told.get(b"si", b""), (place, text))
                if text
                else shared.get(told.get(b"si", b""))
            )
        if base is not None:
            (row, column), written = base
            found[place] = _Formula(written, place[0] - row, place[1] - column)
        if not re.search(rb"<v>[^<]|<is>|<v [^<>]*>[^<]|t=\"str\"", body):
            without.append(place)
    return Formulas(found, tuple(without))


def _text_of(behind: bytes) -> str:
    return behind.partition(b"</f>")[0].decode("utf-8", "replace")


def leave_out_empty_formulas(records: list[list[str]], formulas: Formulas) -> list[str]:
    """Empties, in place, each cell whose formula is made of empty cells, and returns what is said of that and
    of formulas without a result. A date beside them, and a cell named by its fixed row, decide nothing.
    """
    search = _Search(records, formulas)
    empty = [place for place in formulas.by_place if _at(records, place) and search.says_nothing(place)]
    if search.left < 0:  # sums over sums are those of a sheet of totals, and no answer filled down
        empty = []
    for row, column in empty:
        records[row - 1][column - 1] = ""
    said = []
    if empty:
        said.append(f"formulas that are made of empty cells say nothing, and are left out: {_places(empty)}")
    blank = [place for place in formulas.without_result if not _at(records, place)]
    if blank:
        said.append(
            f"formulas without a result in the file are empty here: {_places(blank)}; open the workbook in a "
            "spreadsheet program, save it and choose it again"
        )
    return said


class _Search:
    """Which cells are made of empty cells. It ends where more cells were looked at than a diary has."""

    def __init__(self, records: Sequence[Sequence[str]], formulas: Formulas) -> None:
        self.records, self.formulas = records, formulas
        self.known: dict[Place, bool] = {}
        self.dated: dict[str, bool] = {}
        self.left = _MOST_LOOKED_AT

    def says_nothing(self, place: Place, steps: int = 0) -> bool:
        """Whether a cell is empty, or its formula is made of cells of which each says nothing."""
        formula = self.formulas.by_place.get(place)
        if formula is None or not _at(self.records, place):
            return not _at(self.records, place)
        if place in self.known or steps > _MOST_STEPS:
            return self.known.get(place, False)
        self.known[place] = False  # one that comes back to itself
        found = False
        for cell in _cells_in(_made_of(formula, place, self.records) or ()):
            self.left -= 1
            if self.left < 0:
                return False
            if not self._is_date(_at(self.records, cell)):
                found = self.says_nothing(cell, steps + 1)
                if not found:
                    break  # of a running sum the first cell that is filled tells
        self.known[place] = found
        return found

    def _is_date(self, text: str) -> bool:
        if text not in self.dated:
            self.dated[text] = could_be_date(text)
        return self.dated[text]


def _cells_in(blocks: Iterable[_Block]) -> Iterator[Place]:
    return ((row, column) for rows, columns in blocks for row in rows for column in columns)


def _made_of(formula: _Formula, place: Place, records: Sequence[Sequence[str]]) -> list[_Block] | None:
    """The blocks of cells that a formula is made of; None where it looks farther than that."""
    text = _QUOTED.sub("", formula.text)
    if _FAR.search(text):
        return None
    found: list[_Block] = []
    many = 0
    for letters, fixed, number, last, bottom in _REFERENCE.findall(_OF_THIS_ROW.sub("", text)):
        if fixed and not last:
            continue
        row, column = int(number) + (0 if fixed else formula.down), column_number(letters) + formula.right
        rows = range(row, (int(bottom) + formula.down if bottom else row) + 1)
        columns = range(column, (column_number(last) + formula.right if last else column) + 1)
        many += len(rows) * len(columns)
        if many > _MOST_CELLS:
            return None
        found.append((rows, columns))
    for name in _OF_THIS_ROW.findall(text):
        across = next((line.index(name) for line in records[: place[0]] if name in line), None)
        if across is None:
            return None
        found.append((range(place[0], place[0] + 1), range(across + 1, across + 2)))
    return found


def _at(records: Sequence[Sequence[str]], place: Place) -> str:
    row, column = place
    return records[row - 1][column - 1] if 0 < row <= len(records) and column <= len(records[row - 1]) else ""


def _places(places: Sequence[Place]) -> str:
    """The columns that places stand in, with how many in each: "column C (212)"."""
    columns = sorted({column for _, column in places})
    counted = [f"{column_letters(at)} ({sum(c == at for _, c in places)})" for at in columns[:_MOST_COLUMNS]]
    more = f" and {len(columns) - _MOST_COLUMNS} more" if len(columns) > _MOST_COLUMNS else ""
    return f"column{'s' if len(columns) > 1 else ''} {', '.join(counted)}{more}"


_MOST_COLUMNS = 8
