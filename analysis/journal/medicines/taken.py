"""Medication changes from a diary's own words: sentences, and the list of what was taken each night."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.journal.medicines.changes import ChangeRow
from analysis.journal.medicines.classes import Medicine, read_medicine_list, same_as_before
from analysis.journal.medicines.names import Memory
from analysis.journal.medicines.text import read_changes_in_text

TAKEN_AT_LEAST = 3  # listed nights that make it a medicine that is taken
_LEFT_OUT = 7  # listed nights without it that make it stopped; fewer are forgotten tablets


def changes_of_diary(nights: Iterable[tuple[pd.Timestamp, str | None]], memory: Memory) -> list[ChangeRow]:
    """Changes told in sentences, and changes of the list of what was taken each night.

    ``nights`` in order, with the text of each. A list shows a start after three listed nights without the
    medicine, a stop before seven; a forgotten tablet is neither. ``memory`` keeps the words already read.
    """
    changes: list[ChangeRow] = []
    lists: list[tuple[pd.Timestamp, dict[str, Medicine] | None]] = []
    known: dict[str, list[tuple[Any, Medicine]]] = {}
    before: dict[str, Medicine] | None = None
    for night, text in nights:
        if not text:
            lists.append((night, None))
            continue
        if text not in known:
            known[text] = list(read_changes_in_text(text, memory))
        if known[text]:
            changes += [ChangeRow.told(night, kind, one) for kind, one in known[text]]
            lists.append((night, None))
            continue
        before = before if same_as_before(text) else _listed(text, memory)
        lists.append((night, before))
    return changes + _changes_of_taken(lists, {change.medicine.generic for change in changes})


def _listed(text: str, memory: Memory) -> dict[str, Medicine]:
    return {one.generic: one for one in read_medicine_list(text, memory) if one.generic is not None}


def _changes_of_taken(
    lists: Sequence[tuple[pd.Timestamp, dict[str, Medicine] | None]], told: set[str | None]
) -> list[ChangeRow]:
    filled = [position for position, (_, listed) in enumerate(lists) if listed is not None]
    if len(filled) < TAKEN_AT_LEAST:
        return []
    # Where nearly every night has a list, a night without one before the first says that nothing was taken.
    dense = len(filled) >= (filled[-1] - filled[0] + 1) / 2
    rows = [
        (night, listed or {})
        for position, (night, listed) in enumerate(lists)
        if listed is not None or (dense and position < filled[0])
    ]
    changes: list[ChangeRow] = []
    for generic in dict.fromkeys(name for _, listed in rows for name in listed):
        if generic not in told:
            changes += _changes_of_one(rows, generic)
    return changes


def _changes_of_one(
    rows: Sequence[tuple[pd.Timestamp, dict[str, Medicine]]], generic: str
) -> list[ChangeRow]:
    taken = [position for position, (_, listed) in enumerate(rows) if generic in listed]
    if len(taken) < TAKEN_AT_LEAST:
        return []
    changes: list[ChangeRow] = []

    def add(position: int, change: str, one: Medicine) -> None:
        changes.append(ChangeRow.told(rows[position][0], change, one))

    if taken[0] >= TAKEN_AT_LEAST:
        add(taken[0], "start", rows[taken[0]][1][generic])
    for earlier, later in zip(taken, [*taken[1:], len(rows)], strict=True):
        one = rows[earlier][1][generic]
        if later - earlier > _LEFT_OUT:
            add(earlier + 1, "stop", one)
            if later < len(rows):
                add(later, "start", rows[later][1][generic])
        elif later < len(rows):
            next_one = rows[later][1][generic]
            if one.dose and next_one.dose and one.unit == next_one.unit and one.dose != next_one.dose:
                add(later, "increase" if next_one.dose > one.dose else "decrease", next_one)
    return changes
