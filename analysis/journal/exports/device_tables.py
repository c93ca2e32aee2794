"""Exports of devices that ``known_exports.csv`` describes -> one row a day, or a night, in the dictionary's
units.

A heading in the table is a plain name, several names for one (``from|von``), the heading at a place (``#2``),
or one at a place with a word in it (``#1:id``; ``#1:`` has no name). A field is a sum of columns with their
unit (``light (s)+deep (s)@s``; ``time``: 31:00, 0:31:00 or seconds) or the ``span`` from the row's beginning
to its end.
"""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

import pandas as pd

from analysis.journal.cells import local_moments, plain, read_date_column, read_duration

Form = Literal["totals", "samples", "sessions", "sleep"]
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
    names = [plain_heading(header) for header in headers]
    for device in devices():
        if (
            all(place_of(heading, names) is not None for heading in device.all)
            and (not device.any_of or any(place_of(heading, names) is not None for heading in device.any_of))
            and _is_named(device.named, plain(places))
        ):
            return device
    return None


def _is_named(told: str, places: str) -> bool:
    """Whether the names of a file hold one of the words; with a ``!`` before them, whether they hold none."""
    words = told.removeprefix("!").split("|")
    return any(word in places for word in words) != told.startswith("!")


def fits(table: pd.DataFrame, device: Device, number: Callable[[pd.Series], pd.Series]) -> bool:
    """Whether the numbers of a file are large enough for what they are taken for."""
    if device.least is None:
        return True
    names = [plain_heading(str(header)) for header in table.columns]
    at = place_of(device.fields[0][1], names)
    return at is not None and bool(number(table[str(table.columns[at])]).median() >= device.least)


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


def days_of_device(
    table: pd.DataFrame, device: Device, number: Callable[[pd.Series], pd.Series]
) -> DeviceDays:
    """The days, or nights, that a device's file tells of. ``number`` reads a column of numbers."""
    names = [plain_heading(str(header)) for header in table.columns]

    def column(heading: str) -> str | None:
        at = place_of(heading, names) if heading else None
        return None if at is None else str(table.columns[at])

    day = column(device.day)
    assert day is not None
    begins, set_aside, notes = _moments(table, day, column(device.zone))
    until = column(device.until)
    found: dict[str, pd.Series] = {}
    columns: dict[str, tuple[str, ...]] = {"date": (day,)}
    for field, told in device.fields:
        if told == "span" and until is not None:
            ends, _, _ = _moments(table, until, None)
            found[field] = (ends - begins).dt.total_seconds() / 60
            columns[field] = (day, until)
            continue
        sums, _, unit = told.partition("@")
        headers = [header for part in sums.split("+") if (header := column(part)) is not None]
        if headers:
            read = _minutes if unit == "time" else number
            values = pd.DataFrame({header: read(table[header]) for header in headers}).sum(
                axis=1, min_count=1
            )
            found[field] = values * _IN_MINUTES[unit] / (60 if field == "sleep" else 1) if unit else values
            columns[field] = tuple(headers)
    if device.form == "sleep":
        found = {field: values.mask(values == 0) for field, values in found.items()}
        begins = begins - _NOON
    dates = begins.dt.strftime("%Y-%m-%d")
    if device.form == "totals" and not table[day].str.contains(r":|^\d{9,}$").any():
        dates = table[day].where(begins.notna())  # the order of day and month is decided where dates are read
    told_rows = pd.DataFrame({**found, "date": dates}, index=table.index)
    empty = told_rows[list(found)].isna().all(axis=1) & told_rows["date"].notna()
    set_aside += tuple((label, day, _NOTHING) for label in table.index[empty])
    told_rows = told_rows[told_rows["date"].notna() & ~empty]
    told_rows = _latest_last(told_rows, table, column("update_time"))
    told_rows = _of_all_sources(told_rows, table, column("source_type"))
    if device.note:
        notes = (*notes, device.note)
    return _by_day(told_rows, device, columns, set_aside, notes)


_NOTHING = "the row holds no number that is used"


def _minutes(cells: pd.Series) -> pd.Series:
    """The lengths of sessions [min], NaN where there is none. A bare number is of seconds."""

    def minutes(cell: str) -> float:
        text = cell.strip()
        if not text:
            return float("nan")
        read = read_duration(text, "s" if text.replace(".", "").isdecimal() else "mm:ss").value
        return float("nan") if read is None else float(read)

    return cells.fillna("").astype(str).map(minutes).astype("float64")


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


def _moments(
    table: pd.DataFrame, header: str, zone: str | None
) -> tuple[pd.Series, tuple[tuple[object, str, str], ...], tuple[str, ...]]:
    """The wall-clock moment of every row, the cells that are none, and what was taken for granted."""
    texts = [str(cell).strip() for cell in table[header].fillna("")]
    notes: tuple[str, ...] = ()
    if zone is not None:
        zones = [_offset(str(cell).strip()) for cell in table[zone].fillna("")]
        local, _ = local_moments(texts, zones)
        values = [pd.Timestamp(moment.text) if moment.text else None for moment in local]
        problems = [moment.problem for moment in local]
        notes = ("the times were taken as those of UTC, and the offset was added",)
    else:
        read = read_date_column(texts, None, date.max)
        values, problems = read.values, [problem or "" for problem in read.problems]
    set_aside = tuple(
        (label, header, problem or "this is no date")
        for label, value, problem in zip(table.index, values, problems, strict=True)
        if value is None
    )
    return pd.Series(pd.DatetimeIndex(values).as_unit("us"), index=table.index), set_aside, notes


def _offset(text: str) -> str:
    """An offset in milliseconds as hours and minutes; any other as it is written."""
    if not re.fullmatch(r"-?\d{5,9}", text):
        return text or "UTC"
    minutes = int(text) // 60_000
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"


# --- Loop Habit: one column a habit, a code a day
# ------------------------------------------------------------

_TICKS = {"0": "no", "1": "yes", "2": "yes", "3": "", "-1": "", "no": "no", "yes_manual": "yes",
          "yes_auto": "yes", "skip": "", "unknown": ""}  # fmt: skip
_OWN_CODES = frozenset({"-1", "yes_manual", "yes_auto", "unknown"})  # nobody else writes these


def is_loop_habits(table: pd.DataFrame, places: str) -> bool:
    """Whether a file is Loop Habit's list of check marks: by its name, or by codes that only it writes."""
    habits = [header for header in table.columns[1:] if (table[header] != "").any()]
    if not habits or plain(str(table.columns[0])) != "date":
        return False
    cells = {plain(cell) for header in habits for cell in table[header] if cell}
    coded = all(cell in _TICKS or (cell.isdecimal() and len(cell) > 3) for cell in cells)
    return coded and ("checkmarks" in plain(places) or bool(cells & _OWN_CODES))


def header_of_habit(records: Sequence[Sequence[str]], name: str) -> list[str] | None:
    """The header that the file of a single habit of Loop Habit has not: its date, and the habit as the file's
    ``name`` gives it. None where the rows are anything else: 2 is a yes there and a number elsewhere.
    """
    rows = [record for record in records if any(record)]
    width = max(map(len, rows), default=0)
    if not 2 <= width <= 3 or not all(len(row) > 1 and _ISO_DAY.fullmatch(row[0]) for row in rows):
        return None
    codes = {plain(row[1]) for row in rows}
    coded = all(code in _TICKS or (code.isdecimal() and len(code) > 3) for code in codes)
    if not coded or not ("checkmarks" in plain(name) or codes & _OWN_CODES):
        return None
    stem = _OF_THE_FILE.sub(" ", name.rsplit(".", 1)[0].replace("_", " "))
    return ["Date", " ".join(stem.split()) or "Checkmarks", "Notes"][:width]


_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OF_THE_FILE = re.compile(r"^\d{1,3}\b|\bcheck ?marks?\b|\(\d+\)|-", re.IGNORECASE)


def loop_habit(cells: pd.Series) -> tuple[pd.Series, bool]:
    """A habit's days, and whether it is measured: numbers are then a thousand times what was entered."""
    codes = cells.map(plain)
    if any(code.isdecimal() and len(code) > 3 for code in codes):
        measured = pd.to_numeric(codes.replace({"-1": "", "3": ""}), errors="coerce") / 1000
        return measured.map(lambda value: "" if pd.isna(value) else f"{value:.15g}").astype("str"), True
    return codes.map(lambda code: _TICKS.get(code, "")).astype("str"), False
