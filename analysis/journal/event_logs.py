"""Event logs: one column holds the kind of event, and every kind can be mapped to a field."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analysis.journal.dates import local_from_utc, read_date_column
from analysis.journal.fields import dictionary
from analysis.journal.numbers import read_number
from analysis.journal.values import plain, vocabulary

CHANGES = ("start", "stop", "increase", "decrease")


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
class Part:
    """One table made of events: its kind, the table, where its columns came from, and which row each event
    became.
    """

    kind: str
    table: pd.DataFrame
    columns: Mapping[str, tuple[str, ...]]
    rows: Mapping[object, object]


def _cells(table: pd.DataFrame, *names: str) -> list[str]:
    """The cells of the first column that has one of these plain names; blanks where there is none."""
    for header in table.columns:
        if plain(str(header).lstrip("\ufeff")) in names:
            return [str(cell).strip() for cell in table[header].fillna("")]
    return [""] * len(table)


_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\(([^()]{1,20})\)\s*$")


def bearable(table: pd.DataFrame) -> list[Event]:
    """Bearable: a row is one reading; its category and detail name it, "A | B" names two.

    The parts of the day are Bearable's own: "pre" (before the morning) and "am" belong to the night before.
    """
    events = []
    columns = (
        _cells(table, "date formatted", "date"),
        _cells(table, "time of day"),
        _cells(table, "category"),
        _cells(table, "rating/amount", "rating", "amount"),
        _cells(table, "detail"),
        _cells(table, "notes"),
    )
    for row, day, part, category, amount, detail, note in zip(table.index, *columns, strict=True):
        at = part if _CLOCK.fullmatch(part) else ""
        for name in [piece.strip() for piece in detail.split("|")] if "|" in detail else [detail]:
            bracket = _BRACKETED.search(name)
            inside = bracket[1] if bracket else ""
            is_severity = plain(inside) in vocabulary("scale")
            bare = _BRACKETED.sub("", name) if bracket else name
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
    return events


def daylio(table: pd.DataFrame) -> list[Event]:
    """Daylio: a row is one entry; "A | B" are the activities that were ticked for it."""
    columns = (
        _cells(table, "full_date"),
        _cells(table, "time"),
        _cells(table, "activities"),
        _cells(table, "note"),
    )
    return [
        Event(row, name.strip(), day, at, note=note)
        for row, day, at, activities, note in zip(table.index, *columns, strict=True)
        for name in activities.split("|")
        if name.strip()
    ]


def when_did_i(table: pd.DataFrame) -> list[Event]:
    """When Did I: a row is one action at a moment of UTC, turned here into the wall-clock time of its own
    zone.
    """
    local = local_from_utc(_cells(table, "utc time"), _cells(table, "time zone"))
    notes = _cells(table, "note", "notes", "comment", "comments", "description", "details")
    amounts = _cells(table, "amount", "value", "quantity")
    return [
        Event(row, kind, moment[:10], moment[11:], amount=amount, note=note)
        for row, kind, moment, amount, note in zip(
            table.index, _cells(table, "action"), local, amounts, notes, strict=True
        )
    ]


# --- any other event log
# ------------------------------------------------------------------------------------------

_KIND_NAMES = (
    "event", "event type", "eventtype", "event name", "type of event", "kind", "kind of event", "action",
    "tracker",
    "type", "entry type", "category", "activity name", "item", "habit", "button", "ereignis",
    "ereignistyp", "art",
    "evenement", "type d'evenement", "evento", "tipo de evento", "tipo", "gebeurtenis",
)  # fmt: skip
_TIME_NAMES = (
    "timestamp", "date time", "datetime", "date/time", "date and time", "date & time", "time stamp",
    "start time", "start",
    "started at", "created at", "logged at", "date", "when", "day", "datum", "zeitpunkt", "fecha", "jour",
    "utc time",
)  # fmt: skip
_CLOCK_NAMES = ("time", "clock", "uhrzeit", "heure", "hora", "time of day", "local time")
_AMOUNT_NAMES = ("amount", "value", "quantity", "menge", "wert", "quantite", "cantidad", "valor", "count")
_NOTE_NAMES = (
    "note",
    "notes",
    "comment",
    "comments",
    "notiz",
    "bemerkung",
    "remarque",
    "nota",
    "notas",
    "details",
    "detail",
)
MOST_KINDS = 60


@dataclass(frozen=True)
class Shape:
    """Which columns of an event log hold what, by their headers in the file."""

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
    headers = {plain(str(header).lstrip("\ufeff")): str(header) for header in table.columns}

    def named(names: Sequence[str]) -> str | None:
        return next((headers[name] for name in names if name in headers), None)

    kind, moment = named(_KIND_NAMES), named(_TIME_NAMES)
    cramp_names = {plain(name) for name in dictionary()["cramps"].names}
    if kind is None or moment is None or kind == moment or cramp_names & set(headers):
        return None
    said = table[kind].dropna().astype(str).str.strip()
    said = said[said != ""]
    kinds = said.nunique()
    if len(said) < 4 or not 2 <= kinds <= MOST_KINDS or kinds > len(said) / 2 or len(said) < 0.8 * len(table):
        return None
    if said.str.len().max() > 60 or pd.to_numeric(said, errors="coerce").notna().mean() > 0.5:
        return None
    clock = named(_CLOCK_NAMES)
    return Shape(
        kind,
        moment,
        clock if clock != moment else None,
        named(("time zone", "timezone", "tz", "zone")) if plain(moment) == "utc time" else None,
        named(_AMOUNT_NAMES),
        named(("unit", "units", "einheit", "unite", "unidad")),
        named(("severity", "intensity", "pain", "rating", "schmerz", "starke", "intensite", "intensidad")),
        named(_NOTE_NAMES),
    )


def any_log(table: pd.DataFrame, columns: Shape) -> list[Event]:
    """The events of a log with these columns."""

    def cells(header: str | None) -> list[str]:
        return (
            [""] * len(table) if header is None else [str(cell).strip() for cell in table[header].fillna("")]
        )

    moments = cells(columns.moment)
    if columns.zone is not None:
        moments = local_from_utc(moments, cells(columns.zone))
    others = (columns.kind, columns.clock, columns.amount, columns.unit, columns.severity, columns.note)
    return [
        Event(row, kind, moment, at, False, amount, unit, severity, note)
        for row, moment, kind, at, amount, unit, severity, note in zip(
            table.index, moments, *(cells(header) for header in others), strict=True
        )
        if kind
    ]


# --- events -> tables
# ---------------------------------------------------------------------------------------------


def suggest(kinds: Sequence[str]) -> dict[str, str]:
    """The field that a kind's own name says, by the dictionary's names; kinds that say none are left out."""
    fields = {
        plain(name): field.name for field in dictionary().values() for name in (field.name, *field.names)
    }
    cramps = {name for name, field in fields.items() if field == "cramps"}
    found = {}
    for kind in kinds:
        category, _, detail = kind.rpartition(": ")
        name = plain(detail)
        stems = name.split()
        if name in cramps or any(
            stem.startswith(("cramp", "krampf", "crampe", "calambre", "wadenkrampf")) for stem in stems
        ):
            found[kind] = "cramps"
        elif plain(category).startswith("med"):
            found[kind] = "medication"
        elif fields.get(name) in dictionary() and dictionary()[fields[name]].table == "day":
            found[kind] = fields[name]
    return found


def tables(events: Sequence[Event], mapping: Mapping[str, str]) -> list[Part]:
    """The mapped events as tables: a cramp log, the medicines taken, the changes, the exposures by day."""
    chosen = [(event, mapping[event.kind]) for event in events if event.kind in mapping and event.day]
    parts = [
        _cramp_log([event for event, field in chosen if field == "cramps"]),
        _taken([event for event, field in chosen if field == "medication"]),
        _changes([(event, field) for event, field in chosen if field in CHANGES]),
        _by_day(
            [(event, field) for event, field in chosen if field not in ("cramps", "medication", *CHANGES)]
        ),
    ]
    return [part for part in parts if part is not None]


def _name(kind: str) -> str:
    """The kind without the category that an app puts before it."""
    return kind.rpartition(": ")[2]


def _evenings(events: Sequence[Event]) -> list[str]:
    """The date of each event as text: of the evening before where it belongs to the morning."""
    days = read_date_column([event.day for event in events], None, date.max).values
    return [
        (day - timedelta(days=1)).strftime("%Y-%m-%d")
        if event.early and not event.at and day is not None
        else event.day
        for event, day in zip(events, days, strict=True)
    ]


def _cramp_log(events: Sequence[Event]) -> Part | None:
    if not events:
        return None
    table = pd.DataFrame(
        {
            "time": [
                f"{day} {event.at}".strip() for event, day in zip(events, _evenings(events), strict=True)
            ],
            "severity": [event.severity for event in events],
            "notes": [event.note for event in events],
        },
        index=pd.Index([event.row for event in events]),
    )
    return Part("cramp log", _filled(table), {"time": (), "severity": (), "notes": ()}, _same_rows(events))


def _changes(events: Sequence[tuple[Event, str]]) -> Part | None:
    if not events:
        return None
    table = pd.DataFrame(
        {
            "date": [event.day for event, _ in events],
            "medication": [_name(event.kind) for event, _ in events],
            "change": [field for _, field in events],
            "dose": [event.amount for event, _ in events],
            "unit": [event.unit for event, _ in events],
        },
        index=pd.Index([event.row for event, _ in events]),
    )
    return Part("medication changes", _filled(table), {}, _same_rows([event for event, _ in events]))


def _taken(events: Sequence[Event]) -> Part | None:
    """One row a day with the list of what was taken, as a diary would hold it."""
    lists: dict[str, list[str]] = {}
    first: dict[str, object] = {}
    rows: dict[object, object] = {}
    for event in events:
        taken = " ".join(part for part in (_name(event.kind), event.amount, event.unit) if part)
        first.setdefault(event.day, event.row)
        rows[event.row] = first[event.day]
        if taken not in lists.setdefault(event.day, []):
            lists[event.day].append(taken)
    if not lists:
        return None
    table = pd.DataFrame(
        {"date": list(lists), "medication": ["; ".join(taken) for taken in lists.values()]},
        index=pd.Index([first[day] for day in lists]),
    )
    return Part("night diary", table, {}, rows)


def _by_day(events: Sequence[tuple[Event, str]]) -> Part | None:
    """One row a day. What is counted or measured adds up, a yes is a yes, and of a level the last counts."""
    days: dict[str, dict[str, str]] = {}
    first: dict[str, object] = {}
    rows: dict[object, object] = {}
    for event, field in events:
        known = dictionary().get(field)
        if known is None:
            continue
        first.setdefault(event.day, event.row)
        rows[event.row] = first[event.day]
        day = days.setdefault(event.day, {})
        if known.kind == "yes_no":
            day[field] = "yes"
        elif known.kind in ("amount", "number", "count", "duration"):
            day[field] = _added(day.get(field, ""), event.amount or "1", event.unit)
        else:
            day[field] = event.amount or event.severity or _name(event.kind)
    if not days:
        return None
    table = pd.DataFrame([{"date": day, **values} for day, values in days.items()])
    table.index = pd.Index([first[day] for day in days])
    return Part("device days", _filled(table), {}, rows)


def _added(before: str, amount: str, unit: str) -> str:
    """The sum as text: of numbers with one unit the number, else the amounts one after another ("500 mL + 2
    cups").
    """
    if not before:
        return f"{amount} {unit}".strip()
    earlier, _, earlier_unit = before.partition(" ")
    one, two = read_number(earlier).value, read_number(amount).value
    if one is not None and two is not None and earlier_unit == unit:
        return f"{one + two:.15g} {unit}".strip()
    return f"{before} + {amount} {unit}".strip()


def _filled(table: pd.DataFrame) -> pd.DataFrame:
    """Blank where nothing is, and without columns in which nothing is."""
    table = table.fillna("").astype("str")
    return table.loc[:, [bool((table[header] != "").any()) for header in table.columns]]


def _same_rows(events: Sequence[Event]) -> dict[object, object]:
    return {event.row: event.row for event in events}


__all__ = [
    "CHANGES",
    "Event",
    "Part",
    "Shape",
    "any_log",
    "bearable",
    "daylio",
    "shape",
    "suggest",
    "tables",
    "when_did_i",
]
