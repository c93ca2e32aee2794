"""Cells and remarks about a cramp that say there was none, or nothing that is plain."""

import re
from collections.abc import Callable

from analysis.journal.cells import (
    MINUS,
    Cell,
    cramps_in_cell,
    none_by_marks,
    plain,
    read_count,
    tells_of_a_cramp,
)
from analysis.journal.columns import Plan
from analysis.journal.entries.table import Entries
from analysis.journal.fields import Field
from analysis.journal.receipts import Draft

_NONE_IN = frozenset({"onset", "muscle", "side", "ended"})
_ZERO = re.compile(r"0(?:[.,]0)?")
_NO_REMEDY = ("nothing",)  # whether there was a cramp for one it leaves open
_NOT_PLAIN = Cell(
    None,
    problem="a 0 here may say that there was no cramp, or be midnight or a code; it is not used",
    hint="write none where there was none, and midnight as 00:00",
)


_MINUS_IS_NONE = "beside a plus a minus was read as none"
_CROSS_IS_NONE = "beside a circle a cross was read as none"


def with_none_by_marks(draft: Draft, plan: Plan, texts: list[str], unique: list[str]) -> list[str]:
    """The cells of a column of cramps, with 0 for a mark that says none beside another; the receipt tells."""
    none = none_by_marks(unique)
    if not none.intersection(unique):
        return texts
    draft.note(None, plan.named, _MINUS_IS_NONE if none == MINUS else _CROSS_IS_NONE, "assumed")
    return ["0" if text in none else text for text in texts]


def note_none(entries: Entries, known: Field, texts: list[str], cells: dict[str, Cell]) -> None:
    """Notes the rows in which a cell about a cramp says anything, and those in which it says none."""
    if known.table == "cramp" or known.name == "ended":
        bare = known.name in _NONE_IN  # elsewhere "none" may be no remedy, or none of a length
        none = {text for text in cells if _says_none(text) and (bare or tells_of_a_cramp(plain(text)))}
        zeros = {text for text in cells if bare and _ZERO.fullmatch(text.strip())}
        cells.update(dict.fromkeys(none, Cell(None)) | dict.fromkeys(zeros, _NOT_PLAIN))
        told = {
            text
            for text, cell in cells.items()
            if (cell.value is not None or cell.problem) and text not in zeros and cell.value != _NO_REMEDY
        }
        _note_told(entries, texts, told, none)


def note_none_in_remarks(entries: Entries, texts: list[str], unique: list[str]) -> None:
    """As `note_none`, of remarks that speak of cramps; the names in any of them are looked for."""
    together = "\n".join(unique).casefold()
    named = [stem for stem in _CRAMPS if stem in together]
    if named:
        told = {text for text in unique if any(stem in text.casefold() for stem in named)}
        # Remarks are many and mostly different: only a bare answer is looked for.
        none = {text for text in told if _says_none(text, read_count)}
        _note_told(entries, texts, told, none)
        entries.none_remarked.update(at for at, text in enumerate(texts) if text in none)


def _note_told(entries: Entries, texts: list[str], told: set[str], none: set[str]) -> None:
    if entries.kind == "cramp log":
        entries.described.update(at for at, text in enumerate(texts) if text in told)
    if none:
        entries.none.update(at for at, text in enumerate(texts) if text in none)


_LONGEST_ANSWER = 40  # characters
_CRAMPS = ("cramp", "krämpf", "kramp", "calambre", "spasm", "charley")


def _says_none(text: str, read: Callable[[str], Cell] = cramps_in_cell) -> bool:
    return 0 < len(text) < _LONGEST_ANSWER and not text[0].isdecimal() and read(text).value == 0
