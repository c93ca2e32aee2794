"""Event logs of apps: one column holds the kind of event. Every log becomes a list of events."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from analysis.journal.cells import local_from_utc, plain, read_clock, vocabulary
from analysis.journal.columns import names_cramps
from analysis.journal.fields import dictionary
from analysis.journal.tables import could_be_date


@dataclass(frozen=True)
class Event:
    """One event. ``day`` is its date as the file writes it; ``at`` its clock time, "" where none is given.

    ``early`` says that it belongs to the morning of ``day``, and so to the night that began the evening
    before.
    """

    row: object
    kind: str
    day: str
    at: str = ""
    early: bool = False
    amount: str = ""
    unit: str = ""
    severity: str = ""
    note: str = ""


@dataclass(frozen=True)
class Log:
    """The events of a file, and which of its headers told the parts of an event."""

    events: tuple[Event, ...]
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class _Columns:
    """The columns of a table by their plain names, and which of them were used for what."""

    def __init__(self, table: pd.DataFrame) -> None:
        self.table = table
        self.by_name = {plain(str(header).lstrip("\ufeff")): str(header) for header in table.columns}
        self.used: dict[str, tuple[str, ...]] = {}

    def cells(self, part: str, *names: str) -> list[str]:
        """The cells of the first column that has one of these names; blanks where there is none."""
        for name in names:
            if name in self.by_name:
                header = self.by_name[name]
                self.used[part] = (*self.used.get(part, ()), header)
                return [str(cell).strip() for cell in self.table[header].fillna("")]
        return [""] * len(self.table)


_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
_BRACKETED = re.compile(r"\(([^()]{1,20})\)$")


def bearable(table: pd.DataFrame) -> Log:
    """Bearable: a row is one reading; its category and detail name it, "A | B" names two.

    The parts of the day are Bearable's own: "pre" (before the morning) and "am" belong to the night before.
    """
    columns = _Columns(table)
    cells = (
        columns.cells("day", "date formatted", "date"),
        columns.cells("at", "time of day"),
        columns.cells("kind", "category"),
        columns.cells("amount", "rating/amount", "rating", "amount"),
        columns.cells("kind", "detail"),
        columns.cells("note", "notes"),
    )
    columns.used["severity"] = columns.used["unit"] = columns.used["kind"]
    events = []
    for row, day, part, category, amount, detail, note in zip(table.index, *cells, strict=True):
        at = part if _CLOCK.fullmatch(part) else ""
        for name in [piece.strip() for piece in detail.split("|")]:
            bracket = _BRACKETED.search(name)
            inside = bracket[1] if bracket else ""
            bare = name[: bracket.start()].strip() if bracket else name
            is_severity = plain(inside) in vocabulary("scale")
            events.append(
                Event(
                    row,
                    f"{category}: {bare}" if bare else category,
                    day,
                    at,
                    early=part.lower() in ("pre", "am"),
                    amount=amount,
                    unit="" if is_severity else inside,
                    severity=inside if is_severity else "",
                    note=note,
                )
            )
    return Log(tuple(events), columns.used)


def daylio(table: pd.DataFrame) -> Log:
    """Daylio: a row is one entry; "A | B" are the activities that were ticked for it.

    Older exports give the year in a column of its own, beside "18 May". The time is when the entry was made,
    which is no time of a cramp: what was ticked in the morning was in the night before.
    """
    columns = _Columns(table)
    if "full_date" in columns.by_name:
        days = columns.cells("day", "full_date")
    else:
        parts = zip(columns.cells("day", "date"), columns.cells("day", "year"), strict=True)
        days = [f"{date} {year}" for date, year in parts]
    cells = (
        days,
        columns.cells("at", "time"),
        columns.cells("kind", "activities"),
        columns.cells("note", "note"),
    )
    events = [
        Event(row, name.strip(), day, early=_is_before_noon(at), note=note)
        for row, day, at, activities, note in zip(table.index, *cells, strict=True)
        for name in activities.split("|")
        if name.strip()
    ]
    return Log(tuple(events), columns.used)


def _is_before_noon(at: str) -> bool:
    clocks = read_clock(at).value or ()
    return any(clock.hour < 12 for clock in clocks[:1])


def when_did_i(table: pd.DataFrame) -> Log:
    """When Did I: a row is one action at a moment of UTC, turned here into wall-clock time of its zone."""
    columns = _Columns(table)
    local = local_from_utc(columns.cells("day", "utc time"), columns.cells("day", "time zone"))
    columns.used["at"] = columns.used["day"]
    cells = (
        columns.cells("kind", "action"),
        columns.cells("amount", "amount", "value", "quantity"),
        columns.cells("note", "note", "notes", "comment", "comments", "description", "details"),
    )
    events = [
        Event(row, kind, moment[:10], moment[11:], amount=amount, note=note)
        for row, moment, kind, amount, note in zip(table.index, local, *cells, strict=True)
    ]
    return Log(tuple(events), columns.used)


# --- any other event log
# ------------------------------------------------------------------------------------------

MOST_KINDS = 60
LONGEST_KIND = 60  # characters


@dataclass(frozen=True)
class Shape:
    """Which columns of an event log hold what, by their plain headers."""

    kind: str
    moment: str
    clock: str | None = None
    zone: str | None = None
    amount: str | None = None
    unit: str | None = None
    severity: str | None = None
    note: str | None = None


def shape(table: pd.DataFrame) -> Shape | None:
    """The columns of an event log; None where the table is none.

    It needs a moment, and a column named as a kind whose few words come again: fewer kinds than half the
    rows.
    """
    headers = {plain(str(header).lstrip("\ufeff")): header for header in table.columns}

    def named(part: str, *but: str | None) -> str | None:
        return next((name for name in vocabulary(f"log {part}") if name in headers and name not in but), None)

    kind, moment = named("kind"), named("moment") or _moment_by_cells(table, headers)
    counts = {plain(name) for name in ("cramps", *dictionary()["cramps"].names)}
    if kind is None or moment is None or counts & set(headers) - {kind}:
        return None
    said = table[headers[kind]].dropna().astype(str).str.strip()
    said = said[said != ""]
    kinds = said.nunique()
    # A kind that is a cramp makes a log of any length; else the same few words have to come again.
    comes_again = len(said) >= 4 and 2 <= kinds <= min(MOST_KINDS, len(said) / 2)
    if not (comes_again or _names_a_cramp(said)) or len(said) < 0.8 * len(table):
        return None
    if said.str.len().max() > LONGEST_KIND or pd.to_numeric(said, errors="coerce").notna().mean() > 0.5:
        return None
    zone = named("zone") if moment.startswith("utc") else None
    return Shape(
        kind,
        moment,
        named("clock", moment),
        zone,
        named("amount", kind),
        named("unit"),
        named("severity", kind),
        named("note", kind),
    )


def _moment_by_cells(table: pd.DataFrame, headers: Mapping[str, object]) -> str | None:
    """The first column whose filled cells are mostly dates or moments."""
    for name, header in headers.items():
        cells = [cell for cell in table[header].dropna().astype(str).str.strip()[:30] if cell]
        if len(cells) > 0 and sum(map(could_be_date, cells)) >= 0.8 * len(cells):
            return name
    return None


def _names_a_cramp(said: pd.Series) -> bool:
    """Whether a kind of event is a cramp by its own short name."""
    return any(len(kind) <= LONGEST_KIND and names_cramps(kind) for kind in said.unique()[:MOST_KINDS])


def any_log(table: pd.DataFrame, columns: Shape) -> Log:
    """The events of a log with these columns."""
    cells = _Columns(table)

    def read(part: str, header: str | None) -> Sequence[str]:
        return cells.cells(part, *([header] if header is not None else []))

    moments = read("day", columns.moment)
    if columns.zone is not None:
        moments = local_from_utc(list(moments), list(read("day", columns.zone)))
    parts = (
        read("kind", columns.kind),
        read("at", columns.clock),
        read("amount", columns.amount),
        read("unit", columns.unit),
        read("severity", columns.severity),
        read("note", columns.note),
    )
    events = [
        Event(row, kind, moment, at, False, amount, unit, severity, note)
        for row, moment, kind, at, amount, unit, severity, note in zip(
            table.index, moments, *parts, strict=True
        )
        if kind
    ]
    return Log(tuple(events), cells.used)
