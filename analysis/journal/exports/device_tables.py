"""Exports of devices that ``known_exports.csv`` describes -> one row a day, or a night, in the dictionary's
units.

A heading in the table is a plain name, several names for one (``from|von``), the heading at a place (``#2``),
or one at a place with a word in it (``#1:id``; ``#1:`` has no name). A field is a sum of columns with their
unit (``light (s)+deep (s)@s``; ``time``: 31:00, 0:31:00 or seconds) or the ``span`` from the row's beginning
to its end.
"""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Literal

import pandas as pd

from analysis.journal.cells import plain, unit_of_header
from analysis.journal.exports.device_lengths import lengths_of
from analysis.journal.exports.device_moments import A_NAP, by_day_and_short, moments_of, naps
from analysis.journal.model import DateOrder

Form = Literal["totals", "samples", "sessions", "sleep"]
# Reads a column of numbers; whether a mark before three digits parts thousands.
Numbers = Callable[[pd.Series, bool], pd.Series]
_PREFIX = re.compile(r"com\.samsung\.[\w.]*\.(?=\w+$)")
_IN_MINUTES = {"time": 1.0, "ms": 1 / 60_000, "s": 1 / 60, "min": 1.0, "h": 60.0}
_ALL_SOURCES = "-2"  # of Samsung's sources, all of them together
_NOON = timedelta(hours=12)


@dataclass(frozen=True)
class Device:
    """How one file of a device is read. ``all`` and ``any_of`` are the headings it is known by, ``named``
    parts of its name, or after a ``!`` of none. ``totals``: the last row of a day counts; ``samples`` add up;
    so do ``sessions``, which
    are a part of the day; ``sleep`` stands on the night that holds its beginning. ``least`` is the least
    median of its numbers, where nothing else says what they are.
    """

    name: str
    all: tuple[str, ...]
    any_of: tuple[str, ...]
    named: str
    day: str
    until: str
    zone: str
    form: Form
    fields: tuple[tuple[str, str], ...]
    least: float | None
    note: str

    @property
    def general(self) -> bool:
        """Whether its headings are those of many apps, so that any other goes before."""
        return self.name == "List of sessions"


@cache
def devices() -> tuple[Device, ...]:
    """The rows of ``known_exports.csv``, the most particular first."""
    with Path(__file__).with_name("known_exports.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_device(row) for row in csv.DictReader(file))


def _device(row: dict[str, str]) -> Device:
    def several(text: str) -> tuple[str, ...]:
        return tuple(part for part in text.split(";") if part)

    fields = tuple((name, told) for name, _, told in (part.partition("=") for part in several(row["fields"])))
    return Device(
        row["name"], several(row["all"]), several(row["any"]), row["named"], row["day"], row["until"],
        row["zone"], row["form"], fields, float(row["least"]) if row["least"] else None, row["note"],  # type: ignore[arg-type]
    )  # fmt: skip


def plain_heading(header: str) -> str:
    """A heading, plain and without the prefix that Samsung puts before it."""
    return _PREFIX.sub("", plain(header.lstrip("\ufeff")))


def place_of(heading: str, names: Sequence[str]) -> int | None:
    """Where a heading of the table stands among the plain names of a file; None where it does not."""
    if heading.startswith("#"):
        place, colon, word = heading[1:].partition(":")
        at = int(place) - 1
        fits = at < len(names) and (
            not colon or (word in re.split(r"[\W_]+", names[at]) if word else not names[at])
        )
        return at if fits else None
    return next((names.index(name) for name in heading.split("|") if name in names), None)


def device_of(headers: Sequence[str], places: str) -> Device | None:
    """The device whose file has these headings; ``places`` are the names of the file and its title."""
    names_of = {general: _names_of(headers, general=general) for general in (False, True)}
    for device in devices():
        names = names_of[device.general]
        if (
            all(place_of(heading, names) is not None for heading in device.all)
            and (not device.any_of or any(place_of(heading, names) is not None for heading in device.any_of))
            and _is_named(device.named, plain(places))
        ):
            return device
    return None


def _names_of(headers: Iterable[str], *, general: bool) -> list[str]:
    """The plain headings of a file; of a ``general`` list, that many apps write, without their units."""
    if not general:
        return [plain_heading(header) for header in headers]
    return [plain_heading(unit_of_header(header.lstrip("\ufeff"))[0]) for header in headers]


def _is_named(told: str, places: str) -> bool:
    """Whether the names of a file hold one of the words; with a ``!`` before them, whether they hold none."""
    words = told.removeprefix("!").split("|")
    return any(word in places for word in words) != told.startswith("!")


def fits(table: pd.DataFrame, device: Device, number: Numbers) -> bool:
    """Whether the numbers of a file are large enough for what they are taken for."""
    if device.least is None:
        return True
    names = _names_of(map(str, table.columns), general=device.general)
    at = place_of(device.fields[0][1].partition("@")[0], names)
    return at is not None and bool(number(table[str(table.columns[at])], True).median() >= device.least)


@dataclass(frozen=True)
class DeviceDays:
    """``table`` has the columns ``date`` and the fields, with the label of the first row of each day.
    ``rows`` say for every row of the file which one it is in, ``columns`` which headers each column is of.
    """

    table: pd.DataFrame
    columns: dict[str, tuple[str, ...]]
    rows: dict[object, object]
    set_aside: tuple[tuple[object, str, str], ...]
    notes: tuple[str, ...]
    order: DateOrder | None = None
    order_open: bool = False


def days_of_device(
    table: pd.DataFrame, device: Device, number: Numbers, order: DateOrder | None = None
) -> DeviceDays:
    """The days, or nights, that a device's file tells of. ``number`` reads a column of numbers; ``order`` is
    that of day and month, where it was chosen.
    """
    names = _names_of(map(str, table.columns), general=device.general)

    def column(heading: str) -> str | None:
        at = place_of(heading, names) if heading else None
        return None if at is None else str(table.columns[at])

    day = column(device.day)
    assert day is not None
    moments = moments_of(table, day, column(device.zone), order)
    begins, set_aside, notes = moments.values, moments.set_aside, moments.notes
    found, columns, said = _told_by(table, device, number, column, order, begins)
    notes = (*notes, *said)
    columns = {"date": (day,), **columns}
    if device.form == "sleep":
        found = {field: values.mask(values == 0) for field, values in found.items()}
        by_day = naps(table, names) | by_day_and_short(begins, found.get("sleep"))
        set_aside += tuple((label, day, A_NAP) for label in table.index[by_day & begins.notna()])
        begins = begins.mask(by_day) - _NOON
    dates = begins.dt.strftime("%Y-%m-%d")
    if device.form == "totals" and not table[day].str.contains(r":|^\d{9,}$").any():
        # The order of day and month is decided where dates are read.
        dates, moments = table[day].where(begins.notna()), replace(moments, order=None, order_open=False)
    told_rows = pd.DataFrame({**found, "date": dates}, index=table.index)
    empty = told_rows[list(found)].isna().all(axis=1) & told_rows["date"].notna()
    set_aside += tuple((label, day, _NOTHING) for label in table.index[empty])
    told_rows = told_rows[told_rows["date"].notna() & ~empty]
    told_rows = _latest_last(told_rows, table, column("update_time"))
    told_rows = _of_all_sources(told_rows, table, column("source_type"))
    if device.note:
        notes = (*notes, device.note)
    made = _by_day(told_rows, device, columns, set_aside, notes)
    return replace(made, order=moments.order, order_open=moments.order_open)


def _told_by(
    table: pd.DataFrame,
    device: Device,
    number: Numbers,
    column: Callable[[str], str | None],
    order: DateOrder | None,
    begins: pd.Series,
) -> tuple[dict[str, pd.Series], dict[str, tuple[str, ...]], list[str]]:
    """The values of every field that the file tells, the columns of each, and what was taken for granted.
    ``column`` finds the one of a heading; ``begins`` is when each row began.
    """
    notes: list[str] = []
    until = column(device.until)
    found: dict[str, pd.Series] = {}
    columns: dict[str, tuple[str, ...]] = {}
    for field, told in device.fields:
        if told == "span" and until is not None:
            ends = moments_of(table, until, None, order).values
            found[field] = (ends - begins).dt.total_seconds() / (3600 if field == "sleep" else 60)
            columns[field] = (str(column(device.day)), until)
            continue
        sums, _, unit = told.partition("@")
        headers = [header for part in sums.split("+") if (header := column(part)) is not None]
        if headers:
            whole = not unit and device.form == "totals"
            cells: dict[str, pd.Series] = {}
            for header in headers:
                if unit == "time":
                    lengths = lengths_of(table[header], header, asleep=field == "sleep")
                    cells[header] = lengths.minutes
                    notes += [lengths.note] if lengths.note else []
                else:
                    cells[header] = number(table[header], whole)
            values = pd.DataFrame(cells).sum(axis=1, min_count=1)
            found[field] = values * _IN_MINUTES[unit] / (60 if field == "sleep" else 1) if unit else values
            columns[field] = tuple(headers)
    return found, columns, notes


_NOTHING = "the row holds no number that is used"


def _latest_last(told: pd.DataFrame, table: pd.DataFrame, updated: str | None) -> pd.DataFrame:
    """The rows in the order in which they were written, where the file says when that was."""
    if updated is None:
        return told
    order = table.loc[told.index, updated].sort_values(kind="stable").index
    return pd.DataFrame(told.reindex(order))


def _by_day(
    told: pd.DataFrame,
    device: Device,
    columns: dict[str, tuple[str, ...]],
    set_aside: tuple[tuple[object, str, str], ...],
    notes: tuple[str, ...],
) -> DeviceDays:
    groups = told.groupby("date", sort=False)
    fields = [name for name in told.columns if name != "date"]
    days = groups[fields].last() if device.form == "totals" else groups[fields].sum(min_count=1)
    first = {str(day): labels[0] for day, labels in groups.groups.items()}
    text = {
        field: days[field].map(lambda value: "" if pd.isna(value) else f"{value:.15g}") for field in fields
    }
    table = pd.DataFrame({"date": days.index, **{field: text[field].array for field in fields}})
    table.index = pd.Index([first[str(day)] for day in days.index])
    rows = {label: first[str(day)] for label, day in told["date"].items()}
    return DeviceDays(table.astype("str"), columns, rows, set_aside, notes)


def _of_all_sources(told: pd.DataFrame, table: pd.DataFrame, source: str | None) -> pd.DataFrame:
    """Of rows for each source the one of all together last; where there is none, the largest of each day."""
    if source is None:
        return told
    together = [str(cell).strip() == _ALL_SOURCES for cell in table.loc[told.index, source]]
    counted = told[next(name for name in told.columns if name != "date")].tolist()
    order = sorted(range(len(told)), key=lambda at: (together[at], counted[at]))
    return told.iloc[order]
