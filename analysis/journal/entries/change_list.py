"""Medication changes from tables of their own: a list of changes, or of medicines with dates."""

from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from analysis.journal.cells import plain, words_of
from analysis.journal.entries.same_rows import Row, settle
from analysis.journal.entries.table import Entries
from analysis.journal.medicines import (
    CHANGES,
    TAKEN_AT_LEAST,
    ChangeRow,
    Medicine,
    Memory,
    changes_of_diary,
    read_changes_in_text,
    resolve,
)
from analysis.journal.receipts import USED

_SHORT = {word: change for change in CHANGES for word in words_of(change)}


def changes_of_lists(tables: Sequence[Entries], files: Sequence[int], memory: Memory) -> list[ChangeRow]:
    """The changes of all lists; the same change of the same night twice is one. ``memory`` keeps the words
    already read.
    """
    by_key: dict[tuple[pd.Timestamp, str, str], list[tuple[Row, ChangeRow]]] = defaultdict(list)
    kept: list[ChangeRow] = []
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
    return len(written) >= TAKEN_AT_LEAST and len(set(written)) <= len(written) / 2


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
    return [ChangeRow.told(night, kind, one) for kind, one in found]


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
