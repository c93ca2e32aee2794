"""Event logs of apps: one column holds the kind of event. Every log becomes a list of events."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pandas as pd

from analysis.journal.cells import is_one_clock, local_moments, plain, read_clock, vocabulary
from analysis.journal.exports.event_answers import answer_of, settled
from analysis.journal.exports.event_names import kinds_of_cell
from analysis.journal.exports.event_shape import Shape
from analysis.journal.model import DateOrder


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
    counts: bool = False  # the amount of a cramp is how many there were, not how bad it was
    length: str = ""  # how long it lasted, as the file writes it
    # What else is told of a cramp, as field and text: its side, its muscle, what helped.
    about: tuple[tuple[str, str], ...] = ()
    shared: str = ""  # the part that one amount stood for, beside several kinds: "amount" or "length"


@dataclass(frozen=True)
class Unread:
    """A row of a log whose moment is not known: its label, the headers that should tell it, and why not.
    ``nights`` are those that it may be about.
    """

    row: object
    kind: str
    headers: tuple[str, ...]
    why: str
    nights: tuple[date, ...] = ()


@dataclass(frozen=True)
class Log:
    """The events of a file, and which of its headers told the parts of an event. ``open_order``: in
    which order day and month of its moments were read, where these could not be told apart.
    """

    events: tuple[Event, ...]
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    open_order: DateOrder | None = None


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
        at = part if is_one_clock(part) else ""
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
    early = {at: _is_before_noon(at) for at in set(cells[1])}
    events = [
        Event(row, name.strip(), day, early=early[at], note=note)
        for row, day, at, activities, note in zip(table.index, *cells, strict=True)
        for name in activities.split("|")
        if name.strip()
    ]
    return Log(tuple(events), columns.used)


def _is_before_noon(at: str) -> bool:
    clocks = read_clock(at).value or ()
    return any(clock.hour < 12 for clock in clocks[:1])


def when_did_i(table: pd.DataFrame, order: DateOrder | None = None) -> Log:
    """When Did I: a row is one action at a moment of UTC, turned here into wall-clock time of its zone."""
    columns = _Columns(table)
    moments, zones = columns.cells("day", "utc time"), columns.cells("day", "time zone")
    columns.used["at"] = columns.used["day"]
    kinds = columns.cells("kind", "action")
    local, unread, open_order = _local(table, kinds, moments, zones, columns.used["day"], order)
    cells = (
        columns.cells("amount", "amount", "value", "quantity"),
        columns.cells("note", "note", "notes", "comment", "comments", "description", "details"),
    )
    events = [
        Event(row, kind, moment[:10], moment[11:], amount=amount, note=note, counts=True)
        for row, moment, kind, amount, note in zip(table.index, local, kinds, *cells, strict=True)
        if moment
    ]
    return Log(tuple(events), columns.used, unread, open_order)


def _local(
    table: pd.DataFrame,
    kinds: Sequence[str],
    moments: Sequence[str],
    zones: Sequence[str],
    headers: tuple[str, ...],
    order: DateOrder | None,
) -> tuple[list[str], tuple[Unread, ...], DateOrder | None]:
    """The wall-clock time of every row, those that are not known, and the order taken where it is open."""
    found, open_order = local_moments(moments, zones, order)
    unread = []
    for row, kind, moment in zip(table.index, kinds, found, strict=True):
        if not moment.problem:
            continue
        day = moment.utc_day
        nights = () if day is None else (day - timedelta(days=1), day)
        unread.append(
            Unread(row, kind, headers[1:] if moment.of_zone else headers[:1], moment.problem, nights)
        )
    return [moment.text for moment in found], tuple(unread), open_order


def any_log(table: pd.DataFrame, columns: Shape, order: DateOrder | None = None) -> Log:
    """The events of a log with these columns."""
    cells = _Columns(table)

    def read(part: str, header: str | None) -> Sequence[str]:
        return cells.cells(part, *([header] if header is not None else []))

    moments, kinds = read("day", columns.moment), read("kind", columns.kind)
    unread: tuple[Unread, ...] = ()
    open_order: DateOrder | None = None
    if columns.zone is not None:
        zones = read("day", columns.zone)
        moments, unread, open_order = _local(table, kinds, moments, zones, cells.used["day"], order)
    amounts = read("amount", columns.amount)
    parts = (
        kinds,
        read("at", columns.clock),
        settled(amounts) if columns.answers else amounts,
        read("unit", columns.unit),
        read("severity", columns.severity),
        read("note", columns.note),
        read("length", columns.length),
    )
    beside = [(name, read(name, header)) for name, header in columns.about]
    events = []
    for place, (row, moment, said, at, amount, unit, severity, note, length) in enumerate(
        zip(table.index, moments, *parts, strict=True)
    ):
        if not said or not (moment or columns.zone is None):
            continue
        kinds = kinds_of_cell(said) if columns.several else [said]
        about = tuple((name, told[place]) for name, told in beside if told[place])
        one = Event(row, said, moment, at, False, amount, unit, severity, note, not unit, length, about)
        one = _not_shared_out(one) if len(kinds) > 1 else one
        events += [replace(one, kind=kind) for kind in kinds]
    return Log(tuple(events), cells.used, unread, open_order)


def _not_shared_out(event: Event) -> Event:
    """What stands once beside several kinds: an answer and a 0 are of each, and nobody could share out a
    number of cramps or of minutes.
    """
    said_of_each = not event.amount or answer_of(event.amount) is not None
    if said_of_each and not event.length:
        return event
    kept = event.amount if said_of_each else ""
    return replace(
        event, amount=kept, unit="", counts=True, length="", shared="length" if said_of_each else "amount"
    )
