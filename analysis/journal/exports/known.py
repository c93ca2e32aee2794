"""Exports of known apps and devices -> the same raw tables, with the headers of the data dictionary.

Every output table keeps the index of the rows it came from, so that a receipt can name them.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from analysis.journal.cells import plain, read_duration
from analysis.journal.exports import device_tables, event_kinds, event_logs, event_shape, event_tables
from analysis.journal.fields import headers
from analysis.journal.model import DateOrder
from analysis.journal.tables import heading

ExportKind = Literal["device days", "event log", "night diary"]
SetAside = tuple[object, str, str]  # row label, header, what was found


@dataclass(frozen=True)
class Converted:
    """One table of an export, in the dictionary's words.

    ``kind`` is "device days", "cramp log", "night diary" (its medicines) or "medication changes". ``columns``
    says which headers of the file each column came from. ``rows`` gives, for every row of the file that is in
    the table, the label of the table's row: several sessions of a day are one day. ``set_aside`` lists the
    cells that were not taken over, by row and header, with the reason. ``evenings`` are the table's rows
    whose date is that of the evening, whatever the night rule. ``sessions``: its rows are parts of a day.
    ``further`` are columns of the file that can be mapped, as they are to be read; ``notes`` what was taken
    for granted.
    """

    kind: str
    table: pd.DataFrame
    columns: Mapping[str, tuple[str, ...]]
    rows: Mapping[object, object]
    set_aside: tuple[SetAside, ...] = ()
    evenings: frozenset[object] = frozenset()
    sessions: bool = False
    further: pd.DataFrame | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Export:
    """A known export: its ``name``, what ``kind`` of table it becomes, and by what it was recognised.
    ``general``: only by cells under a heading that can hold anything.
    """

    name: str
    kind: ExportKind
    why: str
    _days: Callable[[pd.DataFrame], Converted] | None = field(default=None, repr=False)
    _events: Callable[[pd.DataFrame, DateOrder | None], event_logs.Log] | None = field(
        default=None, repr=False
    )
    _fits: Callable[[pd.DataFrame], bool] | None = field(default=None, repr=False)
    general: bool = False

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
            return (self._days(table),)
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
    known = set(names)
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
    if (
        "date" in known
        and known & {"move minutes count", "heart minutes", "heart points"}
        and "step count" in known
    ):
        return Export(
            "Google Fit", "device days", _why("Move Minutes count", "Step count"), _days=_google_fit
        )
    if {"activitydate", "totalsteps"} <= known or {"date", "steps", "minutes sedentary"} <= known:
        return Export("Fitbit", "device days", _why("Steps", "Sedentary minutes"), _days=_fitbit)
    if (device := device_tables.device_of(headings, places)) is not None:
        return Export(
            device.name,
            "device days",
            "its headings are those of this app",
            lambda rows: _device(rows, device),
            _fits=lambda rows: device_tables.fits(rows, device, _numbers_of),
        )
    if _is_garmin(names):
        return Export(
            "Garmin", "device days", "the order and names of its columns are Garmin's", _days=_garmin
        )
    return None


def recognise_habits(table: pd.DataFrame, places: str) -> Export | None:
    """Loop Habit's list of check marks; None for any other table."""
    if not device_tables.is_loop_habits(table, places):
        return None
    kind: ExportKind = "night diary" if any(map(_counts_cramps, table.columns)) else "device days"
    return Export(
        "Loop Habit", kind, "its columns hold the codes of habits", lambda rows: _habits(rows, kind)
    )


def _counts_cramps(header: object) -> bool:
    return heading(str(header)).fields[:1] == ("cramps",)


def _habits(table: pd.DataFrame, kind: ExportKind) -> Converted:
    """A tick is a yes and no amount; what was skipped or is unknown says nothing."""
    taken: dict[str, pd.Series] = {str(table.columns[0]): table.iloc[:, 0]}
    further: dict[str, pd.Series] = {}
    for header in map(str, table.columns[1:]):
        cells, measured = device_tables.loop_habit(table[header])
        known = next((headers()[name] for name in heading(header).fields[:1]), None)
        fits = known is not None and (known.kind in ("count", "yes_no") or measured)
        (taken if fits else further)[header] = cells
    found = pd.DataFrame(taken)
    columns = {header: (header,) for header in taken}
    labels: dict[object, object] = {label: label for label in table.index}
    return Converted(kind, found, columns, labels, further=pd.DataFrame(further, index=table.index))


def _device(table: pd.DataFrame, device: device_tables.Device) -> Converted:
    found = device_tables.days_of_device(table, device, _numbers_of)
    sessions = device.form == "sessions"
    return Converted(
        "device days", found.table, found.columns, found.rows, found.set_aside, sessions=sessions,
        notes=found.notes,
    )  # fmt: skip


def _no_order(read: Callable[[pd.DataFrame], event_logs.Log]) -> Callable[..., event_logs.Log]:
    """For a log whose dates are read with its tables, and not before."""
    return lambda table, order=None: read(table)


def _why(*headers: str) -> str:
    return "it has the columns " + ", ".join(headers)


def recognise_event_log(table: pd.DataFrame, told: str | None = None) -> Export | None:
    """An event log of any app: a table with a date or time, whose one column holds the kind of event.
    ``told`` is the column that a person mapped as such.
    """
    shape = event_shape.shape(table, told)
    if shape is None:
        return None
    header = next(str(name) for name in table.columns if plain(str(name).lstrip("\ufeff")) == shape.kind)
    why = f"the column “{header}” holds the kind of event"
    return Export(
        "Event log",
        "event log",
        why,
        _events=lambda rows, order: event_logs.any_log(rows, shape, order),
        general=shape.general,
    )


# --- devices: one row a day
# ---------------------------------------------------------------------------------------


def _column(table: pd.DataFrame, *names: str) -> str | None:
    """The header of the table that is one of these plain names."""
    plain_names = {plain(str(header).lstrip("\ufeff")): header for header in table.columns}
    return next((plain_names[name] for name in names if name in plain_names), None)


_THOUSANDS = re.compile(r"(?<=\d)[,.](?=\d{3}(?:\D|$))")


def _numbers(table: pd.DataFrame, header: str | None, whole: bool = False) -> pd.Series:
    """A device's numbers, NaN where there is none. A comma is a thousands mark.

    In ``whole`` numbers a point before three digits is one too, as the export of another language writes it.
    """
    if header is None:
        return pd.Series(float("nan"), index=table.index)
    return _numbers_of(table[header], whole)


def _numbers_of(column: pd.Series, whole: bool = False) -> pd.Series:
    cells = column.fillna("").astype(str).str.strip()
    cells = (
        cells.str.replace(_THOUSANDS, "", regex=True) if whole else cells.str.replace(",", "", regex=False)
    )
    return pd.to_numeric(cells, errors="coerce")


def _text(numbers: pd.Series) -> pd.Series:
    return numbers.map(lambda number: "" if pd.isna(number) else f"{number:.15g}").astype("str")


def _google_fit(table: pd.DataFrame) -> Converted:
    date, steps, move = (
        _column(table, "date"),
        _column(table, "step count"),
        _column(table, "move minutes count"),
    )
    minutes = _numbers(table, move)
    source: tuple[str, ...] = (move,) if move else ()
    if move is None:
        moving = [
            header
            for header in table.columns
            if plain(header).endswith("duration (ms)") and "inactive" not in plain(header)
        ]
        minutes = (
            pd.DataFrame({header: _numbers(table, header) for header in moving}).sum(axis=1, min_count=1)
            / 60000
        )
        source = tuple(moving)
    days = pd.DataFrame(
        {"date": table[date], "activity": _text(minutes), "steps": _text(_numbers(table, steps, whole=True))}
    )
    columns = {"date": (str(date),), "activity": source, "steps": (str(steps),)}
    return Converted("device days", days, columns, {label: label for label in table.index})


def _fitbit(table: pd.DataFrame) -> Converted:
    """Active minutes are Fitbit's: fairly and very active. A day without a step had no device on it."""
    date, steps = _column(table, "activitydate", "date"), _column(table, "totalsteps", "steps")
    active = [
        header
        for names in (
            ("veryactiveminutes", "minutes very active"),
            ("fairlyactiveminutes", "minutes fairly active"),
        )
        if (header := _column(table, *names)) is not None
    ]
    counted = _numbers(table, steps, whole=True)
    minutes = pd.DataFrame({header: _numbers(table, header) for header in active}).sum(axis=1, min_count=1)
    not_worn = counted.eq(0) & minutes.fillna(0).eq(0)
    days = pd.DataFrame(
        {
            "date": table[date],
            "activity": _text(minutes.mask(not_worn)),
            "steps": _text(counted.mask(not_worn)),
        }
    )
    columns: dict[str, tuple[str, ...]] = {
        "date": (str(date),),
        "activity": tuple(active),
        "steps": (str(steps),),
    }
    if (person := _column(table, "id")) is not None:
        days.insert(0, person, table[person])
    set_aside = tuple(
        (label, str(steps), "no steps all day: the device was not worn") for label in table.index[not_worn]
    )
    return Converted("device days", days, columns, {label: label for label in table.index}, set_aside)


# Garmin's list of activities begins, in every language, with type, date, favourite, title, distance,
# calories, time.
_GARMIN_TIME = 6
_GARMIN_MARKS = (
    "training stress score",
    "body battery",
    "normalized power",
    "(np",
    "grit",
    "te aerobie",
    "aerober te",
    "aerobic te",
)
_GARMIN_TYPES = {
    "activity type", "aktivitatstyp", "type d'activite", "tipo de actividad", "tipo di attivita",
    "activiteittype",
    "type activiteit", "tipo de atividade", "aktivitetstyp", "aktivitetstype", "typ aktywnosci",
}  # fmt: skip


def _is_garmin(names: list[str]) -> bool:
    if len(names) <= _GARMIN_TIME or names[0] == "date":
        return False
    marks = any(mark in name for name in names[_GARMIN_TIME + 1 :] for mark in _GARMIN_MARKS)
    return (names[0] in _GARMIN_TYPES and len(names) > _GARMIN_TIME) or (marks and len(names) >= 12)


_TENTHS = re.compile(r"(\d{1,4}):(\d{2}[.,]\d{1,3})")  # of a second, in short activities


def _garmin(table: pd.DataFrame) -> Converted:
    """Sessions, added up by day. A day without a session says nothing: it may not have been recorded."""
    headers = [str(header) for header in table.columns]
    date, length = headers[1], headers[_GARMIN_TIME]
    steps = _column(table, "steps", "schritte", "pas", "pasos", "passi", "stappen")
    day = table[date].fillna("").astype(str).str.strip().str.split(r"[ T]", n=1, regex=True).str[0]
    set_aside: list[SetAside] = []
    minutes: dict[object, float] = {}
    for label, cell in table[length].fillna("").astype(str).items():
        if tenths := _TENTHS.fullmatch(cell.strip()):
            minutes[label] = int(tenths[1]) + float(tenths[2].replace(",", ".")) / 60
            continue
        read = read_duration(cell, "mm:ss") if plain(cell).strip("-") else None
        if read is not None and read.value is not None:
            minutes[label] = float(read.value)
        elif read is not None:
            set_aside.append((label, length, read.problem or "this is not a duration"))
    sessions = pd.DataFrame(
        {
            "date": day,
            "activity": pd.Series(minutes, dtype="float64"),
            "steps": _numbers(table, steps, whole=True),
        }
    )
    sessions = sessions.reindex(table.index)
    sums = sessions.groupby("date", sort=False)[["activity", "steps"]].sum(min_count=1)
    first = sessions.reset_index(names="row").groupby("date", sort=False)["row"].first()
    days = pd.DataFrame(
        {"date": sums.index, "activity": _text(sums["activity"]).array, "steps": _text(sums["steps"]).array},
        index=pd.Index(first.reindex(sums.index).array),
    )
    rows = {label: first[date_of] for label, date_of in sessions["date"].items()}
    columns: dict[str, tuple[str, ...]] = {"date": (date,), "activity": (length,)}
    if steps is not None:
        columns["steps"] = (steps,)
    else:
        days = days.drop(columns="steps")
    return Converted("device days", days, columns, rows, tuple(set_aside), sessions=True)
