"""Exports of known apps and devices -> the same raw tables, with the headers of the data dictionary.

Every output table keeps the index of the rows it came from, so that a receipt can name them.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Literal

import pandas as pd

from analysis.journal.cells import plain
from analysis.journal.exports import (
    device_tables,
    event_kinds,
    event_logs,
    event_shape,
    event_tables,
    habits,
    spans,
)
from analysis.journal.exports.activity_lists import (
    fitbit,
    fits_garmin,
    garmin,
    google_fit,
    is_garmin,
    numbers_of,
)
from analysis.journal.exports.apple_health import apple_health, is_apple_health
from analysis.journal.exports.converted import Converted
from analysis.journal.fields import headers
from analysis.journal.model import DateOrder
from analysis.journal.tables import heading

EVENT_LOG = "Event log"  # of no app that is known
ExportKind = Literal["device days", "event log", "night diary"]


@dataclass(frozen=True)
class Export:
    """A known export: its ``name``, what ``kind`` of table it becomes, and by what it was recognised.
    ``general``: only by cells under a heading that can hold anything. ``unclear``: the headings of columns
    that may say how many cramps an event was, or whether, and of which nothing says so.
    """

    name: str
    kind: ExportKind
    why: str
    _days: Callable[[pd.DataFrame, DateOrder | None], Converted] | None = field(default=None, repr=False)
    _events: Callable[[pd.DataFrame, DateOrder | None], event_logs.Log] | None = field(
        default=None, repr=False
    )
    _fits: Callable[[pd.DataFrame], bool] | None = field(default=None, repr=False)
    general: bool = False
    unclear: tuple[str, ...] = ()

    def fits(self, table: pd.DataFrame) -> bool:
        """Whether the cells are what the headings promise."""
        return self._fits is None or self._fits(table)

    def log(self, table: pd.DataFrame, order: DateOrder | None = None) -> event_logs.Log:
        """The events of the file; none for device days. ``order``: of day and month, where it was chosen."""
        return event_logs.Log(()) if self._events is None else self._events(table, order)

    def event_kinds(self, table: pd.DataFrame) -> list[str]:
        """The kinds of event that can be mapped, the most frequent first; none for device days."""
        counts: dict[str, int] = {}
        for event in self.log(table).events:
            counts[event.kind] = counts.get(event.kind, 0) + 1
        return sorted(counts, key=lambda kind: (-counts[kind], kind))

    def suggest(self, table: pd.DataFrame) -> dict[str, str]:
        """A mapping to offer: the kinds whose own name says what they are."""
        return event_kinds.suggest(self.log(table))

    def tables(
        self,
        table: pd.DataFrame,
        mapping: Mapping[str, str] | None = None,
        order: DateOrder | None = None,
    ) -> tuple[Converted, ...]:
        """The export as tables with the dictionary's headers.

        ``mapping`` gives the field for each kind of event: "cramps" (its amount, else one cramp each),
        "no cramp" (a night without), "medication" (taken), "start", "stop", "increase" or "decrease" (a
        change of the medicine that the kind names), an exposure, or a name of the person's own.
        Kinds that are not mapped are left out.
        """
        if self._days is not None:
            return (self._days(table, order),)
        if self._events is None:
            return ()
        return tuple(
            Converted(part.kind, part.table, part.columns, part.rows, part.unused, part.evenings)
            for part in event_tables.tables(self.log(table, order), mapping or {})
        )


def recognise(headings: Sequence[str], places: str = "") -> Export | None:
    """The known export that has these headers; None where it is none of them. ``places`` are the names of the
    file and the title above its table.
    """
    names = [plain(header.lstrip("\ufeff")) for header in headings]
    if (named := _event_log_of(set(names)) or _days_of(set(names), names)) is not None:
        return named
    device = device_tables.device_of(headings, places)
    if device is not None and not device.general:
        return _of_device(device)
    if is_garmin(names):
        return Export(
            "Garmin",
            "device days",
            "the order and names of its columns are Garmin's",
            _days=_of_dates(garmin),
            _fits=fits_garmin,
        )
    if device is not None:
        return _of_device(device)
    listed = spans.span_list(headings, places)
    return None if listed is None else _of_spans(listed)


def _event_log_of(known: Set[str]) -> Export | None:
    """The app whose log of events has these headers; None where it is none."""
    if {"category", "detail"} <= known and known & {"rating/amount", "rating", "amount"} and known & {
        "time of day", "date formatted"
    }:  # fmt: skip
        return Export(
            "Bearable",
            "event log",
            _why("category", "rating/amount", "detail"),
            _events=_no_order(event_logs.bearable),
        )
    if {"mood", "activities"} <= known and ("full_date" in known or {"year", "date"} <= known):
        return Export("Daylio", "event log", _why("mood", "activities"), _events=_no_order(event_logs.daylio))
    if {"action", "utc time", "time zone"} <= known:
        return Export(
            "When Did I", "event log", _why("Action", "UTC Time", "Time Zone"), _events=event_logs.when_did_i
        )
    return None


def _days_of(known: Set[str], names: Sequence[str]) -> Export | None:
    """The app or device that counts by day and has these headers; None where it is none."""
    if (
        "date" in known
        and known & {"move minutes count", "heart minutes", "heart points"}
        and "step count" in known
    ):
        return Export(
            "Google Fit", "device days", _why("Move Minutes count", "Step count"), _days=_of_dates(google_fit)
        )
    if {"activitydate", "totalsteps"} <= known or {"date", "steps", "minutes sedentary"} <= known:
        return Export("Fitbit", "device days", _why("Steps", "Sedentary minutes"), _days=_of_dates(fitbit))
    if is_apple_health(names):
        return Export(
            "Apple Health", "device days", _why("type", "startDate", "endDate", "value"), _days=apple_health
        )
    return None


_LIST = "each row is a session with its length"


def _of_device(device: device_tables.Device) -> Export:
    return Export(
        device.name,
        "device days",
        _LIST if device.general else "its headings are those of this app",
        lambda rows, order: _device(rows, device, order),
        _fits=lambda rows: device_tables.fits(rows, device, numbers_of),
    )


def _of_spans(device: device_tables.Device) -> Export:
    return Export(
        device.name,
        "device days",
        "each row has a beginning and an end, and its headings or its name say of what",
        lambda rows, order: _spans(rows, device, order),
        _fits=lambda rows: spans.fits_spans(rows, device),
    )


def _spans(table: pd.DataFrame, device: device_tables.Device, order: DateOrder | None) -> Converted:
    dated = spans.dated_spans(table, device, order)
    found = _device(dated, device, order)
    beside = spans.date_beside(table)
    if dated is table or beside is None:
        return found
    return replace(found, columns={**found.columns, "date": (beside, *found.columns["date"])})


def recognise_habits(table: pd.DataFrame, places: str) -> Export | None:
    """A list of habits, a column each, as Loop Habit writes it; None for any other table."""
    if not habits.is_loop_habits(table, places):
        return None
    kind: ExportKind = "night diary" if any(map(_counts_cramps, table.columns)) else "device days"
    return Export(
        "Loop Habit" if habits.is_of_loop(table) else "List of habits",
        kind,
        "its columns hold the codes of habits",
        _of_dates(lambda rows: _habits(rows, kind)),
    )


def _counts_cramps(header: object) -> bool:
    return heading(str(header)).fields[:1] == ("cramps",)


def _habits(table: pd.DataFrame, kind: ExportKind) -> Converted:
    """A tick is a yes and no amount; what was skipped or is unknown says nothing."""
    taken: dict[str, pd.Series] = {str(table.columns[0]): table.iloc[:, 0]}
    further: dict[str, pd.Series] = {}
    for header in map(str, table.columns[1:]):
        cells, measured = habits.loop_habit(table[header])
        known = next((headers()[name] for name in heading(header).fields[:1]), None)
        fits = known is not None and (known.kind in ("count", "yes_no") or measured)
        (taken if fits else further)[header] = cells
    found = pd.DataFrame(taken)
    columns = {header: (header,) for header in taken}
    labels: dict[object, object] = {label: label for label in table.index}
    return Converted(kind, found, columns, labels, further=pd.DataFrame(further, index=table.index))


def _device(table: pd.DataFrame, device: device_tables.Device, order: DateOrder | None) -> Converted:
    found = device_tables.days_of_device(table, device, numbers_of, order)
    sessions = device.form == "sessions"
    return Converted(
        "device days", found.table, found.columns, found.rows, found.set_aside, sessions=sessions,
        notes=found.notes, date_order=found.order, order_open=found.order_open,
    )  # fmt: skip


def _of_dates(read: Callable[[pd.DataFrame], Converted]) -> Callable[..., Converted]:
    """For a device whose dates are read with its table, and not before."""
    return lambda table, order=None: read(table)


def _no_order(read: Callable[[pd.DataFrame], event_logs.Log]) -> Callable[..., event_logs.Log]:
    """For a log whose dates are read with its tables, and not before."""
    return lambda table, order=None: read(table)


def _why(*headers: str) -> str:
    return "it has the columns " + ", ".join(headers)


def recognise_event_log(
    table: pd.DataFrame, said: event_shape.Said = event_shape.NOTHING_SAID
) -> Export | None:
    """An event log of any app: a table with a date or time, whose one column holds the kind of event.
    ``said`` is what a person said of its columns.
    """
    shape = event_shape.shape(table, said)
    if shape is None:
        return None
    by_name = {event_shape.plain_header(name): str(name) for name in reversed(table.columns)}
    header = by_name[shape.kind]
    why = f"the column “{header}” holds the kind of event"
    return Export(
        EVENT_LOG,
        "event log",
        why,
        _events=lambda rows, order: event_logs.any_log(rows, shape, order),
        general=shape.general,
        unclear=tuple(by_name[name] for name in shape.unclear),
    )
