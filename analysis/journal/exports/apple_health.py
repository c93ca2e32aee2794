"""Apple Health's samples, as rows of a table or as its export.xml -> one row a day.

A phone and a watch both count the same steps: of several sources the one with most counts, never their sum.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import unescape
from itertools import zip_longest

import pandas as pd

from analysis.journal.cells import MILLILITRES, plain, read_chosen_dates
from analysis.journal.exports.converted import Converted
from analysis.journal.model import DateOrder

# The kinds of samples that are of use here, without Apple's prefix.
_FIELDS = {"stepcount": "steps", "dietarywater": "hydration", "appleexercisetime": "activity"}
_SLEEP = "sleepanalysis"
_PREFIX = re.compile(r"^hk(?:quantity|category)typeidentifier")
_RECORD = re.compile(rb"<Record\s")
# Always matches, so that nothing is tried twice, and ends with the sample: the time is linear.
_ATTRIBUTES = re.compile(rb'((?:[^<>"]|"[^"]*")*)(>?)')
_ATTRIBUTE = re.compile(r'\b([A-Za-z]{2,20})="([^"]*)"')
_TYPE = re.compile(rb'\btype="([A-Za-z]{1,100})"')
_HEADERS = ("type", "sourceName", "unit", "startDate", "endDate", "value")
_OPENING = 60_000  # bytes; a long list of what each element means stands first
_NOON = timedelta(hours=12)
_UNREADABLE = "a <Record> that could not be read"
_NOT_READ = "this sample could not be read"
_NOT_ASLEEP = "this is time in bed or awake, and is not counted as sleep"
_LONGEST_SLEEP = 24  # hours
_SEVERAL = "of several sources of one day the one with most counts, since they count the same"


def is_apple_health(headings: Sequence[str]) -> bool:
    """Whether plain headings are those of samples: their kind, their source, begin, end and value."""
    return {"type", "startdate", "enddate", "value"} <= set(headings)


def apple_records(content: bytes) -> list[list[str]] | None:
    """The samples of an export.xml that are of use, the header first; None for any other file."""
    if b"<HealthData" not in content[:_OPENING]:
        return None
    return [list(_HEADERS), *_records(content)]


def _records(content: bytes) -> Iterator[list[str]]:
    """The cells of each sample that is of use, or of which nobody can say whether it is."""
    begins = list(_RECORD.finditer(content))
    for begin, after in zip_longest(begins, begins[1:]):
        found = _ATTRIBUTES.match(content, begin.end(), after.start() if after else len(content))
        if found is None:
            continue
        kind = _TYPE.search(found[1])
        if kind is not None and not _is_of_use(kind[1].decode()):
            continue
        cells = _read_cells(found[1]) if found[2] else []
        yield cells or [_UNREADABLE, *["?"] * (len(_HEADERS) - 1)]


def _read_cells(attributes: bytes) -> list[str]:
    """The cells of one sample; none where its kind is not told or a number in it is no character."""
    told = dict(_ATTRIBUTE.findall(attributes.decode("utf-8", "replace")))
    try:
        cells = [unescape(told.get(name, "")) for name in _HEADERS]
    except ValueError:
        return []
    return cells if _is_of_use(cells[0]) else []


def _is_of_use(kind: str) -> bool:
    return _kind(kind) in (*_FIELDS, _SLEEP)


def _kind(cell: str) -> str:
    return _PREFIX.sub("", plain(cell)).replace(" ", "")


def apple_health(table: pd.DataFrame, order: DateOrder | None = None) -> Converted:
    """The days of the samples; a night's sleep stands on the night that holds its beginning."""
    by_name = {plain(str(header)): str(header) for header in table.columns}
    begins, ends = (read_chosen_dates(_cells(table, by_name[name]), order, date.max) for name in _MOMENTS)
    kinds = [_kind(cell) for cell in _cells(table, by_name["type"])]
    sources = _cells(table, by_name.get("sourcename", ""))
    units = _cells(table, by_name.get("unit", ""))
    values = _cells(table, by_name["value"])
    rows: list[tuple[object, str, str, str, float]] = []  # row, day, field, source, amount
    set_aside: list[tuple[object, str, str]] = []
    first_of: dict[tuple[object, ...], object] = {}
    repeated: dict[object, object] = {}
    for at, (label, *cells) in enumerate(table.itertuples(name=None)):
        begun, ended = begins.values[at], ends.values[at]
        field = "sleep" if kinds[at] == _SLEEP else _FIELDS.get(kinds[at])
        if field is None:
            if kinds[at] == _kind(_UNREADABLE):
                set_aside.append((label, by_name["type"], _NOT_READ))
            continue
        if first_of.setdefault(tuple(cells), label) != label:
            repeated[label] = first_of[tuple(cells)]
            continue
        if begun is None:
            set_aside.append((label, by_name["startdate"], begins.problems[at] or "this is no date"))
        elif field == "sleep":
            hours = None if ended is None else (ended - begun).total_seconds() / 3600
            if "asleep" not in plain(values[at]):
                set_aside.append((label, by_name["value"], _NOT_ASLEEP))
            elif hours is None or not 0 <= hours <= _LONGEST_SLEEP:
                why = ends.problems[at] or "it does not end within a day after its beginning"
                set_aside.append((label, by_name["enddate"], why))
            else:
                rows.append((label, f"{begun - _NOON:%Y-%m-%d}", field, sources[at], hours))
        elif (amount := _amount(values[at], units[at], field)) is not None:
            rows.append((label, f"{begun:%Y-%m-%d}", field, sources[at], amount))
        else:
            set_aside.append((label, by_name["value"], "this is no number of a unit that is known"))
    found = _days(pd.DataFrame(rows, columns=["row", "date", "field", "source", "amount"]), by_name)
    return Converted(
        "device days", *found, tuple(set_aside), notes=(_SEVERAL,), date_order=begins.order,
        order_open=begins.order_open, repeated=repeated,
    )  # fmt: skip


_UNITS = {"ml": "mL", "l": "L", "fl_oz_us": "US fl oz", "fl_oz_imp": "imperial fl oz", "cup_us": "cup"}
_MOMENTS = ("startdate", "enddate")


def _cells(table: pd.DataFrame, header: str) -> list[str]:
    return [str(cell).strip() for cell in table[header].fillna("")] if header else [""] * len(table)


def _amount(value: str, unit: str, field: str) -> float | None:
    """The amount in the dictionary's unit: steps, mL or minutes."""
    number = pd.to_numeric(value, errors="coerce")
    if pd.isna(number):
        return None
    if field == "hydration":
        size = MILLILITRES.get(_UNITS.get(unit.lower(), ""))
        return None if size is None else float(number) * size
    return float(number) * (60 if field == "activity" and unit.lower() in ("hr", "h") else 1)


def _days(
    told: pd.DataFrame, by_name: dict[str, str]
) -> tuple[pd.DataFrame, dict[str, tuple[str, ...]], dict[object, object]]:
    """One row a day with the label of its first row, by which headers, and which row each sample is in."""
    if told.empty:
        return pd.DataFrame(), {}, {}
    sums = told.groupby(["date", "field", "source"], sort=False)["amount"].sum()
    most = sums.groupby(["date", "field"], sort=False).max().unstack("field")
    first = {str(day): labels.iloc[0] for day, labels in told.groupby("date", sort=False)["row"]}
    written = {str(field): _written(most[field], str(field)) for field in most.columns}
    table = pd.DataFrame({"date": [str(day) for day in most.index], **written})
    table.index = pd.Index([first[day] for day in table["date"]])
    columns: dict[str, tuple[str, ...]] = {"date": (by_name["startdate"],)}
    columns.update(dict.fromkeys(written, (by_name["type"], by_name["value"])))
    rows = {row: first[str(day)] for row, day in zip(told["row"], told["date"], strict=True)}
    return table.astype("str"), columns, rows


def _written(amounts: pd.Series, field: str) -> list[str]:
    unit = " mL" if field == "hydration" else ""
    return ["" if pd.isna(amount) else f"{amount:.15g}{unit}" for amount in amounts]
