"""What somebody types beside the files: a medicine, a marked stretch of nights, a remark, a blood result.

It is one file of titled tables, as the journal as read is, so that it comes in by the same door and has its
receipt. Stretches and remarks are read here; the other tables are read as those of any file.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from analysis.journal.cells import read_date_column, read_yes_no
from analysis.journal.mapping import mapping_from_json, mapping_to_json
from analysis.journal.model import no_events
from analysis.journal.receipts import Draft, to_csv
from analysis.journal.tables import RawTable

ADDED_FILE = "added on screen.csv"
EVENTS, REMARKS = "Events", "Remarks"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "Medication changes": ("night of", "medication", "change", "dose", "unit", "reason"),
    "Taken since before": ("medication", "dose", "unit", "start"),
    "Single intakes": ("night of", "medication", "dose", "unit", "change"),
    "Blood tests": ("date", "test", "result", "unit", "low", "high"),
    "Events": ("first_night", "last_night", "event", "left_out"),
    "Remarks": ("night of", "remark"),
}


@dataclass(frozen=True)
class Added:
    """One typed entry: the table of ``COLUMNS`` that it belongs to, and its cells by column; a column that is
    missing is blank."""

    title: str
    cells: Mapping[str, str]


@dataclass
class Noted:
    """The marked stretches and remarks of one table: ``events`` as (first, last, words, left out) and
    ``remarks`` as (night, words, row)."""

    events: list[tuple[date, date, str, bool]] = field(default_factory=list)
    remarks: list[tuple[date, str, int]] = field(default_factory=list)


def added_file(entries: Iterable[Added]) -> tuple[str, bytes]:
    """What was typed as a file that ``read_journal`` takes: its name and its bytes."""
    told = list(entries)
    records: list[Sequence[str]] = []
    for title, columns in COLUMNS.items():
        rows = [[entry.cells.get(name, "") for name in columns] for entry in told if entry.title == title]
        records += [[title], columns, *rows] if rows else []
    return ADDED_FILE, to_csv(records)


def answers_to_json(mapping: Mapping[str, str], entries: Sequence[Added]) -> str:
    """The mapping as `mapping_to_json` writes it, and beside it what was typed: one file to give back."""
    data = json.loads(mapping_to_json(mapping))
    data |= {"added": [[entry.title, dict(entry.cells)] for entry in entries]} if entries else {}
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)


def answers_from_json(text: str | bytes) -> tuple[dict[str, str], tuple[Added, ...]]:
    """What `answers_to_json` wrote: the mapping, and what was typed. Raises ValueError with one sentence."""
    mapping = mapping_from_json(text)
    return mapping, added_from_data(json.loads(text).get("added", []))


def added_from_data(data: object) -> tuple[Added, ...]:
    """Typed entries from plain data, as ``[title, {column: cell}]``. Raises ValueError for anything else."""
    if not isinstance(data, list) or len(data) > _MOST:
        raise ValueError(_DAMAGED)
    found = []
    for entry in data:
        if not (isinstance(entry, list) and len(entry) == 2 and isinstance(entry[1], dict)):
            raise ValueError(_DAMAGED)
        title, cells = entry
        columns = COLUMNS.get(title, ()) if isinstance(title, str) else ()
        if not columns or not all(
            name in columns and isinstance(cell, str) and len(cell) <= _LONGEST
            for name, cell in cells.items()
        ):
            raise ValueError(_DAMAGED)
        found.append(Added(title, dict(cells)))
    return tuple(found)


def read_noted(table: RawTable, draft: Draft, today: date) -> Noted:
    """The stretches or remarks of a table that was typed on screen. A row without its date or its words is
    rejected."""
    is_events = table.title == EVENTS
    draft.open(table)
    draft.kind = "events" if is_events else "remarks"
    draft.taken_for = "it was typed on screen"
    columns = COLUMNS[EVENTS if is_events else REMARKS]
    places = {name: table.headers.index(name) if name in table.headers else None for name in columns}
    texts = {
        name: ["" if place is None else row[place] for row in table.rows] for name, place in places.items()
    }
    # A stretch may go on beyond today.
    latest = date.max if is_events else today
    days = {
        name: [
            None if moment is None else moment.date()
            for moment in read_date_column(cells, "ymd", latest).values
        ]
        for name, cells in texts.items()
        if name in _NIGHTS
    }
    found = Noted()
    for at in range(len(table.rows)):
        words = texts["event" if is_events else "remark"][at].strip()
        first = days["first_night" if is_events else "night of"][at]
        if first is None or not words:
            draft.reject(at, None, "it has no date" if first is None else "it has no words", _SAY_BOTH)
        elif is_events:
            last = days["last_night"][at] or first
            out = read_yes_no(texts["left_out"][at]).value is True
            found.events.append((min(first, last), max(first, last), words, out))
        else:
            found.remarks.append((first, words, at))
    return found


def event_table(noted: Iterable[Noted]) -> pd.DataFrame:
    """``Journal.events`` of all tables, each stretch once, by its first night."""
    rows = sorted({event for found in noted for event in found.events})
    if not rows:
        return no_events()
    first, last, words, out = zip(*rows, strict=True)
    nights = {
        name: pd.DatetimeIndex([pd.Timestamp(day) for day in days]).as_unit("us")
        for name, days in (("first_night", first), ("last_night", last))
    }
    return pd.DataFrame({**nights, "event": pd.array(list(words), dtype="str"), "left_out": list(out)})


_NIGHTS = ("first_night", "last_night", "night of")
_SAY_BOTH = "write a date and some words"
_MOST = 5_000  # typed entries
_LONGEST = 2_000  # letters of a cell
_DAMAGED = "What was typed cannot be read from this file; choose the file that was downloaded here."
