"""One row for every night and every day, from what diaries, devices, logs and typed remarks tell of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analysis.journal.counted_nights import count_nights, note_blank
from analysis.journal.entries import Entries
from analysis.journal.fields import Field
from analysis.journal.file_tables import FileTable
from analysis.journal.ledger import (
    Cramp,
    Days,
    Logged,
    add_cramps,
    add_days_of_logs,
    collect,
    day_table,
    night_table,
    note_outside,
)
from analysis.journal.model import Unlogged

Dated = tuple[int, Entries, Days, Days]  # place of the file; the night and the day of every row
_NO_NIGHT = "the night lies before the first or after the last logged night"
_NIGHT_HINT = "write how many cramps the night had, or choose another night"


@dataclass(frozen=True)
class WholeLedger:
    """Nights and days as the journal keeps them, and what is told of each night before it is a table [days].
    ``assumes_none``: nights without an entry count as free of cramps, those of ``assumed``.
    """

    nights: pd.DataFrame
    days: pd.DataFrame
    cramps: dict[int, list[Cramp]]
    counts: dict[int, float]
    by_night: dict[str, dict[int, Any]]
    own_fields: tuple[Field, ...]
    assumed: pd.DatetimeIndex
    said_none: bool
    never_says_none: bool
    assumes_none: bool


def whole_ledger(
    tables: Sequence[FileTable],
    dated: Sequence[Dated],
    sources: Sequence[Dated],
    logs: Sequence[tuple[tuple[Entries, int], Days]],
    of_logs: Logged,
    unlogged: Unlogged | None,
) -> WholeLedger:
    """One row for every night, from what diaries, devices and logs tell of it."""
    of_log = [entries for (entries, _), _ in logs]
    own_fields = _own_fields(part for table in tables for part in table.parts)
    own_names = {field.name for field in own_fields}
    by_night, by_day = collect([found[1:] for found in sources], own_names)
    add_days_of_logs(by_day, of_log, of_logs.nights, own_names)
    counts, cramps, said_none, blank = count_nights(dated, of_logs)
    add_cramps(by_night, {night: cramps[night] for night in of_logs.cramps}, of_logs.beside)
    never_says_none = bool(counts) and not said_none
    assume = unlogged == "cramp-free" or (unlogged is None and never_says_none and not blank)
    if never_says_none and blank and unlogged is None:
        note_blank(dated, counts)
    note_outside([(entries, nights) for _, entries, nights, _ in sources], counts)
    note_outside(zip(of_log, of_logs.nights, strict=True), counts)
    _add_remarks(tables, by_night.setdefault("notes", {}), counts)
    days = day_table(by_day, own_fields)
    open_nights = {night for table in tables for night in table.open_nights}
    assume = assume and bool(counts)
    nights, assumed = night_table(counts, by_night, days, assume_none=assume, open_nights=open_nights)
    return WholeLedger(
        nights, days, cramps, counts, by_night, own_fields, assumed, said_none, never_says_none, assume
    )


def _own_fields(tables: Iterable[Entries]) -> tuple[Field, ...]:
    found: dict[str, Field] = {}
    for entries in tables:
        for own in entries.own_fields:
            if own.name in found and found[own.name].kind != own.kind:
                entries.values.pop(own.name, None)
                entries.draft.note(
                    None,
                    own.label,
                    "another file keeps this column as something else; it is not used here",
                    "not_mapped",
                )
            found.setdefault(own.name, own)
    return tuple(found.values())


def _add_remarks(tables: Sequence[FileTable], notes: dict[int, Any], counts: Mapping[int, float]) -> None:
    """Remarks that were typed, below what a diary says of the night. One of a night that the journal does not
    reach is rejected: it would stand nowhere."""
    for table in tables:
        for night, words, at in table.noted.remarks:
            day = (night - date(1970, 1, 1)).days
            if not counts or not min(counts) <= day <= max(counts):
                table.draft.reject(at, None, _NO_NIGHT, hint=_NIGHT_HINT)
            elif day not in notes:
                notes[day] = words
            elif words in notes[day]:
                table.draft.duplicate(at, "the night has this remark already")
            else:
                notes[day] = f"{notes[day]}; {words}"
