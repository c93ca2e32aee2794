"""One row a dose: which medicine was taken, skipped or missed on which night."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from analysis.journal.cells import plain, vocabulary
from analysis.journal.columns import STATUSES, ReadAs, blank_says
from analysis.journal.entries.not_taken import note_not_taken
from analysis.journal.entries.row_medicines import note_doses, side_by_side
from analysis.journal.entries.same_rows import where
from analysis.journal.entries.table import NO_MOMENT, ONE_DAY, Entries
from analysis.journal.entries.tablet_counts import TabletCounts
from analysis.journal.entries.unnamed import is_unnamed
from analysis.journal.medicines import (
    TAKEN_AT_LEAST,
    Log,
    Memory,
    Statement,
    change_in_cell,
    is_bare,
    of_tablets,
    read_changes_in_text,
    resolve,
    said_of_intake,
    taken_or_not,
)
from analysis.journal.receipts import USED

_HINT = "write taken or skipped"
_NO_DATE = "write the date as 2024-03-12"
_SMALL_HOURS = 5 * 60 * 60  # seconds; a tablet before then belongs to the evening before


def is_dose_log(entries: Entries) -> bool:
    """Whether a table says what was taken, and nothing about changes: by the words of its status, or because
    the same words come again and again.
    """
    if not entries.plan.of("medication") or entries.plan.of("stop"):
        return False
    if entries.date_plan is not None and entries.date_plan.field == "start":
        return False
    if any(plan.why in STATUSES for plan in entries.plan.of("change")):
        return True
    said = {text for text in entries.column("change") if text}
    if said:
        known = [text for text in said if said_of_intake(text)]
        if all(map(change_in_cell, said)) and not _comes_again(entries):
            return False  # "completed", once: no log of doses
        # A status beside others that are not known is still one of doses, if none of them is a change.
        return len(known) == len(said) or (bool(known) and not any(map(_is_change, said - set(known))))
    if all(plan.why == ReadAs.NAMED_AFTER_ONE for plan in entries.plan.of("medication")):
        return True
    written = [
        (plain(text), dose or "")
        for text, dose in zip(entries.column("medication"), entries.column("dose"), strict=True)
        if text
    ]
    return len(written) >= TAKEN_AT_LEAST and len(set(written)) <= len(written) / 2


def _comes_again(entries: Entries) -> bool:
    """Whether a medicine has as many rows as one that is taken."""
    rows = Counter(plain(text) for text in entries.column("medication") if text)
    return any(number >= TAKEN_AT_LEAST for number in rows.values())


def _is_change(said: str) -> bool:
    return change_in_cell(said) is not None or bool(read_changes_in_text(f"{said} magnesium"))


def log_of_doses(entries: Entries, memory: Memory) -> Log | None:
    """What a table of doses says of each night; None where it says nothing."""
    seconds = entries.seconds.tolist()
    cells = [entries.column(name) for name in ("medication", "dose", "dose_unit", "change", "tablets_taken")]
    asked = any(cells[3])
    _note_blanks(entries)
    tablets = TabletCounts(entries, memory)
    told: dict[tuple[int, Any], int] = {}
    statements: list[Statement] = []
    known: dict[tuple[Any, ...], list[Statement]] = {}
    several: dict[tuple[Any, ...], int] = {}  # names that the dose is of
    for at, (status, row) in enumerate(
        zip(entries.draft.status.tolist(), zip(*cells, strict=True), strict=True)
    ):
        if status != USED:
            continue
        if seconds[at] == NO_MOMENT:
            entries.draft.reject(at, None, "the row has no date", _NO_DATE)
            continue
        if is_unnamed(entries, at, row[0]):
            continue
        if row not in known:
            number, instead = tablets.of(at, row[1])
            beside = [None, None, row[3]] if instead else row[1:4]
            whole = [] if asked and not row[3] else side_by_side(row[0], beside, memory)
            known[row] = [one for name, cells in whole for one in _of_row(entries, name, cells, memory)]
            several[row] = 0 if instead else len(whole)
            known[row] = [_of_number(one, number) for one in known[row]]
        note_doses(entries, at, row[1], several[row], memory)
        if not known[row]:
            entries.draft.reject(at, None, "the row does not say whether it was taken", _HINT)
            continue
        if entries.timed[at] and (first := told.setdefault((seconds[at], row), at)) != at:
            entries.draft.duplicate(at, f"the same as {where(entries, first)}")
            continue
        night, second = divmod(seconds[at], ONE_DAY)
        night -= entries.timed[at] and second < _SMALL_HOURS
        statements += [replace(one, night=night) for one in known[row]]
    if not statements:
        return None
    nights = [one.night for one in statements if one.night is not None]
    log = Log(entries.draft.name, None, min(nights), statements, set(nights))
    note_not_taken(log, entries.draft, None, ())
    return log


def _note_blanks(entries: Entries) -> None:
    """Says what a blank beside the other cells of a status was read as."""
    table = entries.draft.table
    for plan in entries.plan.of("change"):
        blanks = table is not None and not all(row[plan.position] for row in table.rows)
        if blanks and (problem := blank_says(plan.why)) is not None:
            entries.draft.note(None, plan.named, problem, "assumed", "map it as not used, if that is wrong")


def _of_number(one: Statement, number: float | None) -> Statement:
    """A statement about so many tablets; of none, that it was not taken."""
    if number == 0:
        return replace(one, said="not taken")
    return replace(one, medicine=of_tablets(one.medicine, number))


def _of_row(entries: Entries, name: str, cells: Sequence[str | None], memory: Memory) -> list[Statement]:
    """What one row says of one name, with its dose, unit and status; nothing where its status says neither
    taken nor not taken.
    """
    dose, unit, status = cells
    status = plain(status or "").strip(" .")
    said = said_of_intake(status) if status else "taken"
    if said not in ("taken", "not taken"):
        return []
    dose = dose or ""
    if is_bare(dose) and not unit:
        header = entries.plan.of("dose")[0]
        unit = header.heading.unit or ("mg" if plain(header.header) == "mg" else "")
    written = f"{name} {dose} {unit or ''}".strip()
    source = entries.draft.name
    found = taken_or_not(written, source, memory) or [Statement(0, resolve(written, memory), "taken", source)]
    return [
        replace(
            one,
            said="not taken" if said == "not taken" else one.said,
            as_needed=one.as_needed or status in vocabulary("as needed") or "as needed" in status,
        )
        for one in found
    ]
