"""What answers about cramps and muscles say beside what they were asked: places, times, strength, remarks."""

from collections.abc import Callable, Mapping

from analysis.journal.cells import (
    PAIN_IN_A_WORD,
    Cell,
    plain,
    read_muscle,
    read_side,
    remark_beside,
    strength_in_cell,
    times_in_cell,
    with_pairs,
    words_found,
)
from analysis.journal.columns import Plan
from analysis.journal.entries.table import Entries
from analysis.journal.fields import Field


def take_places_beside(
    entries: Entries, plan: Plan, texts: list[str], known: Field, cells: Mapping[str, Cell]
) -> None:
    """The side that a muscle names ("left calf"), and side, muscle, clock times and strength that an answer
    about cramps names ("02:10, 04:45", "severe"), where no column of their own does; what else it says
    ("2 (aspirin)") is a remark of the night, beside those of a column of remarks.
    """
    named = {"muscle": ("side",), "cramps": _BESIDE_A_COUNT}.get(known.name, ())
    for name in named:
        if name != "notes" and any(other.field == name for other in entries.plan.columns):
            continue
        read = _READ_BESIDE[name]
        worded = {text for text, cell in cells.items() if known.name == "muscle" or _could_name(name, cell)}
        if known.name == "cramps" and name in ("side", "muscle"):
            # What names no place says of none: "twice", "rechts".
            worded = {text for text in worded if words_found(name, with_pairs(plain(text)))[0]}
        told = {text: read(text) if text in worded else Cell(None) for text in cells}
        found = {text: cell.value for text, cell in told.items()}
        if any(found.values()):
            _note_strengths(entries, plan, texts, told)
            entries.columns.setdefault(name, []).append((plan, [found[text] for text in texts]))


def _note_strengths(entries: Entries, plan: Plan, texts: list[str], told: Mapping[str, Cell]) -> None:
    """Says of each strength that it was read from a word; what else stands beside a count needs no line."""
    for at, text in enumerate(texts):
        cell = told[text]
        if cell.code == PAIN_IN_A_WORD and cell.problem:
            entries.draft.note(at, plan.named, cell.problem, "assumed", "", text, cell.code)


def _could_name(name: str, cell: Cell) -> bool:
    """Whether a cell that counts cramps is one that may name something else; of none only a remark."""
    if name == "notes":
        return cell.value is not None and cell.repaired
    return bool(cell.value) and (cell.repaired or name == "severity")


_BESIDE_A_COUNT = ("side", "muscle", "onset", "severity", "notes")
_READ_BESIDE: Mapping[str, Callable[[str], Cell]] = {
    "side": read_side,
    "muscle": read_muscle,
    "onset": times_in_cell,
    "severity": strength_in_cell,
    "notes": remark_beside,
}
