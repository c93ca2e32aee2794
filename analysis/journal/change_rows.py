"""Medication changes: from a list of changes, from a list of medicines with dates, and from a diary's own
words.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from analysis.journal.entries import Entries
from analysis.journal.medicine_names import Memory
from analysis.journal.medicines import (
    Medicine,
    read_changes_in_text,
    read_medicine_list,
    resolve,
    same_as_before,
)
from analysis.journal.merging import Row, settle
from analysis.journal.reading_words import words_of
from analysis.journal.receipts import USED
from analysis.journal.values import plain

CHANGES = ("start", "stop", "increase", "decrease")
CHANGE_COLUMNS = ("night", "medication", "generic", "drug_class", "change", "dose", "unit", "reason")
_SHORT = {word: change for change in CHANGES for word in words_of(change)}
_DAY = pd.Timedelta(days=1)


@dataclass
class ChangeRow:
    night: pd.Timestamp
    medication: str
    medicine: Medicine
    change: str
    dose: float | None
    unit: str | None
    reason: str | None = None

    def __post_init__(self) -> None:
        # What is stopped is no longer taken: the dose that a stop is written with is the one before it.
        if self.change == "stop":
            self.dose = self.unit = None

    @property
    def key(self) -> tuple[pd.Timestamp, str, str]:
        return self.night, self.medicine.generic or plain(self.medication), self.change


def changes_of_lists(tables: Sequence[Entries], files: Sequence[int]) -> list[ChangeRow]:
    """The changes of all lists; the same change of the same night twice is one."""
    by_key: dict[tuple[pd.Timestamp, str, str], list[tuple[Row, ChangeRow]]] = defaultdict(list)
    kept: list[ChangeRow] = []
    memory: Memory = {}
    for entries, file in zip(tables, files, strict=True):
        if _is_list_of_taken(entries):
            kept += changes_of_diary(_texts_by_date(entries), memory)
            continue
        history: dict[str, tuple[float | None, str | None]] = {}
        order = sorted(range(len(entries)), key=lambda at: (entries.dates[at] or pd.Timestamp.min, at))
        for at in order:
            if entries.draft.status[at] != USED:
                continue
            for found in _row_changes(entries, at, history, memory):
                values = {"dose": found.dose, "unit": found.unit, "reason": found.reason}
                told = {name: value for name, value in values.items() if value is not None}
                by_key[found.key].append((Row(entries, file, at, told), found))
    several = [pairs for pairs in by_key.values() if len(pairs) > 1]
    for pairs in several:
        settle([row for row, _ in pairs], "change")
    for pairs in by_key.values():
        counting = [found for row, found in pairs if row.entries.draft.status[row.at] == USED] or [
            pairs[-1][1]
        ]
        first = counting[0]
        for other in counting[1:]:
            first.dose = other.dose if first.dose is None else first.dose
            first.unit = first.unit or other.unit
            first.reason = first.reason or other.reason
        kept.append(first)
    return kept


def _is_list_of_taken(entries: Entries) -> bool:
    """Whether a table says what was taken on each date, and nothing about changes: the same words again and
    again.
    """
    if any(entries.plan.of(name) for name in ("change", "start", "stop", "dose")):
        return False
    written = [text for text in entries.column("medication") if text]
    return len(written) >= _TAKEN_AT_LEAST and len(set(written)) <= len(written) / 2


def _texts_by_date(entries: Entries) -> list[tuple[pd.Timestamp, str | None]]:
    rows = zip(entries.dates, entries.column("medication"), entries.draft.status.tolist(), strict=True)
    found = {day.normalize(): text for day, text, status in rows if day is not None and status == USED}
    return sorted(found.items())


def _row_changes(
    entries: Entries, at: int, history: dict[str, tuple[float | None, str | None]], memory: Memory
) -> list[ChangeRow]:
    written = entries.column("medication")[at]
    started, stopped = entries.dates[at], entries.column("stop")[at]
    if not written and not entries.plan.of("medication"):
        return _told(entries, at, memory)
    if not written:
        entries.draft.reject(at, None, "the row names no medicine", "write the medicine's name")
        return []
    medicine = resolve(written, memory)
    dose, unit = _dose(entries, at, medicine, memory)
    reason = entries.column("reason")[at] or entries.column("notes")[at]
    said = entries.column("change")[at]

    def row(night: pd.Timestamp, change: str, one: Medicine = medicine, own: str = written) -> ChangeRow:
        same = one is medicine
        number = dose if same or one.dose is None else one.dose
        return ChangeRow(
            night.normalize(),
            own,
            one,
            change,
            number,
            unit if same or one.unit is None else one.unit,
            reason,
        )

    if (entries.date_plan and entries.date_plan.field == "start") or entries.plan.of("stop"):
        found = [row(started, "start")] if started is not None else []
        found += [row(stopped, "stop")] if stopped is not None else []
        if not found:
            entries.draft.reject(at, None, "the row has no date", "write the date as 2024-03-12")
        return found
    if started is None:
        return []
    name = medicine.generic or plain(written)
    before = history.get(name)
    if before is not None and dose is not None and unit is None:
        unit = before[1]
    history[name] = (dose, unit)
    if said:
        if change := _SHORT.get(plain(said).strip(" .:!")):
            return [row(started, change)]
        told = read_changes_in_text(f"{said} {written}", memory) or read_changes_in_text(said, memory)
        if told:
            kinds = {kind for kind, _ in told}
            if len(kinds) == 1:
                return [row(started, kinds.pop())]
            return [row(started, kind, one, one.as_written) for kind, one in told]
        entries.draft.note(
            at, _header(entries, "change"), "this is no change of a medicine", "set_aside", _HINT, said
        )
    else:
        told = read_changes_in_text(written, memory)
        if told:
            return [row(started, kind, one, one.as_written) for kind, one in told]
    if before is None or before[0] is None or dose is None or before[0] == dose or before[1] != unit:
        change = "start"
    else:
        change = "increase" if dose > before[0] else "decrease"
    if before is not None and change == "start":
        entries.draft.reject(at, None, "the row does not say what changed", _HINT)
        return []
    entries.draft.note(at, None, f"what changed is not written; read as {change}", "assumed", _HINT)
    return [row(started, change)]


def _told(entries: Entries, at: int, memory: Memory) -> list[ChangeRow]:
    """The changes of a table without a column for the medicine: what the row's sentences tell."""
    started = entries.dates[at]
    said = [entries.column(name)[at] for name in ("change", "notes")]
    found = [change for text in said if text for change in read_changes_in_text(text, memory)]
    if started is None or not found:
        entries.draft.reject(at, None, "the row tells of no change of a medicine", _HINT)
        return []
    night = started.normalize()
    return [ChangeRow(night, one.as_written, one, kind, one.dose, one.unit) for kind, one in found]


_HINT = "write start, stop, increase or decrease"


def _header(entries: Entries, field: str) -> str | None:
    plans = entries.plan.of(field)
    return plans[0].named if plans else None


def _dose(entries: Entries, at: int, medicine: Medicine, memory: Memory) -> tuple[float | None, str | None]:
    written = entries.column("dose")[at]
    unit = entries.column("dose_unit")[at]
    if not written:
        return medicine.dose, unit or medicine.unit
    found = resolve(written, memory)
    if found.dose is None:
        entries.draft.note(
            at,
            _header(entries, "dose"),
            "this is no single dose",
            "set_aside",
            "write a number such as 20",
            written,
        )
        return medicine.dose, unit or medicine.unit
    plans = entries.plan.of("dose")
    named = plans[0].heading.unit if plans else None
    if named is None and plans and plain(plans[0].header) == "mg":
        named = "mg"
    return found.dose, unit or found.unit or named or medicine.unit


# --- a diary's own words
# --------------------------------------------------------------------------------------------

_TAKEN_AT_LEAST = 3  # listed nights that make it a medicine that is taken
_LEFT_OUT = 7  # listed nights without it that make it stopped; fewer are forgotten tablets


def changes_of_diary(
    nights: Iterable[tuple[pd.Timestamp, str | None]], memory: Memory | None = None
) -> list[ChangeRow]:
    """Changes told in sentences, and changes of the list of what was taken each night.

    ``nights`` in order, with the text of each. A list shows a start after three listed nights without the
    medicine, a stop before seven; a forgotten tablet is neither. ``memory`` keeps the words already read.
    """
    memory = {} if memory is None else memory
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
            changes += [
                ChangeRow(night, one.as_written, one, kind, one.dose, one.unit) for kind, one in known[text]
            ]
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
    if len(filled) < _TAKEN_AT_LEAST:
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
    if len(taken) < _TAKEN_AT_LEAST:
        return []
    changes: list[ChangeRow] = []

    def add(position: int, change: str, one: Medicine) -> None:
        changes.append(ChangeRow(rows[position][0], one.as_written, one, change, one.dose, one.unit))

    if taken[0] >= _TAKEN_AT_LEAST:
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


def change_table(listed: Sequence[ChangeRow], told: Sequence[ChangeRow]) -> pd.DataFrame:
    """All changes by night. One told in a diary that a list has too, on that date or a day beside it,
    counts once.
    """
    known = {(row.night + shift * _DAY, *row.key[1:]) for row in listed for shift in (-1, 0, 1)}
    rows = [*listed]
    for row in told:
        if row.key not in known:
            known.add(row.key)
            rows.append(row)
    rows.sort(key=lambda row: (row.night, row.key[1], row.change))
    return _columns(rows) if rows else _no_changes().copy()


@cache
def _no_changes() -> pd.DataFrame:
    return _columns(())


def _columns(rows: Sequence[ChangeRow]) -> pd.DataFrame:
    table = pd.DataFrame(
        {
            "night": pd.Series([row.night for row in rows], dtype="datetime64[us]"),
            "medication": pd.Series([row.medication for row in rows], dtype="str"),
            "generic": pd.Series([row.medicine.generic for row in rows], dtype="str"),
            "drug_class": pd.Series([row.medicine.drug_class for row in rows], dtype="str"),
            "change": pd.Series([row.change for row in rows], dtype="str"),
            "dose": pd.Series([row.dose for row in rows], dtype="float64"),
            "unit": pd.Series([row.unit for row in rows], dtype="str"),
            "reason": pd.Series([row.reason for row in rows], dtype="str"),
        }
    )
    return table[list(CHANGE_COLUMNS)]
