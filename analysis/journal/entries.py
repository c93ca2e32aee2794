"""The rows of one table as values: every column read once, every cell that was mended or set aside on the receipt."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

import numpy as np
import pandas as pd

from analysis.journal.cells import (
    Cell,
    amount_and_unit,
    read_amount,
    read_clock,
    read_count,
    read_date_column,
    read_duration,
    read_level,
    read_muscle,
    read_number,
    read_scale,
    read_side,
    read_words,
    read_yes_no,
    unit_from_range,
)
from analysis.journal.dates import EARLIEST
from analysis.journal.columns import Plan, TablePlan
from analysis.journal.fields import Field, headers
from analysis.journal.layout import RawTable
from analysis.journal.model import Column, DateOrder
from analysis.journal.numbers import DecimalMark
from analysis.journal.receipts import Draft

FREE_TEXT = frozenset({"text", "words"})
NUMBERS = frozenset({"count", "number", "amount", "duration", "scale"})
_COMMA_DECIMAL = re.compile(r"\d,\d{1,2}(?!\d)(?!,)")
_POINT_DECIMAL = re.compile(r"\d\.\d{1,2}(?!\d)(?!\.)")
_MOSTLY = (
    0.6  # share of a column's cells that are not understood, above which the column is not what its name says
)
_FEW_CELLS = 8


@dataclass(frozen=True)
class Settings:
    """How to read, as given to ``read_journal``."""

    today: date
    date_order: DateOrder | None = None
    glass_ml: float = 250.0


@dataclass
class Entries:
    """One table, read. Every list has one entry for each row; ``values`` holds them by field, None where blank.

    ``dates`` are wall-clock moments as written, None for a row that was rejected; ``timed`` tells which carry a time of
    day. ``fields`` describes the columns that the person keeps under their own name.
    """

    draft: Draft
    plan: TablePlan
    dates: list[pd.Timestamp | None]
    timed: list[bool]
    values: dict[str, list[Any]]
    date_plan: Plan | None = None
    own_fields: list[Field] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.plan.kind

    def __len__(self) -> int:
        return len(self.dates)

    def column(self, name: str) -> list[Any]:
        return self.values.get(name) or [None] * len(self)


def read_entries(table: RawTable, plan: TablePlan, draft: Draft, settings: Settings) -> Entries:
    """Reads every planned column of ``table``. A row without a date that can be used is rejected."""
    draft.open(table)
    draft.take_columns(plan.columns)
    texts = list(map(list, zip(*table.rows, strict=True))) if table.rows else [[] for _ in table.headers]
    decimal = _decimal_mark(plan, texts, draft.delimiter)
    date_plan = _date_plan(plan)
    entries = Entries(draft, plan, [None] * len(table.rows), [False] * len(table.rows), {}, date_plan)
    if date_plan is not None:
        _read_dates(entries, texts[date_plan.position], date_plan, settings)
    for column in plan.columns:
        if column.field is None:
            if column.why == "" and any(texts[column.position]):
                _note_unknown(draft, column)
        elif column is not date_plan and headers().get(column.field, _A_NIGHT).table != "file":
            _read_column(entries, column, texts[column.position], decimal, settings)
    return entries


_A_NIGHT = Field("", "day", "number", "")


def _note_unknown(draft: Draft, column: Plan) -> None:
    near = column.heading.near
    draft.note(
        None,
        column.named,
        "this column is not known and not used",
        "not_mapped",
        hint=f"did you mean {headers()[near].label}?"
        if near
        else "map it to a field, or keep it under its own name",
    )


def _date_plan(plan: TablePlan) -> Plan | None:
    for name in ("night", "start", "onset", "recorded_at"):
        if name == "start" and plan.kind != "medication changes":
            continue
        if name == "onset" and plan.kind != "cramp log":
            continue
        if columns := plan.of(name):
            return columns[0]
    return None


def _read_dates(entries: Entries, texts: list[str], plan: Plan, settings: Settings) -> None:
    draft = entries.draft
    if _read_iso_dates(entries, texts, settings.today):
        return
    read = read_date_column(texts, settings.date_order, settings.today)
    draft.date_order = read.order or (
        "ymd" if texts and sum(text[:4].isdigit() for text in texts) * 2 > len(texts) else None
    )
    draft.date_order_open = read.order_open
    if read.order_open:
        draft.note(
            None,
            plan.named,
            f"day and month could not be told apart; read as {_ORDER[read.order or 'dmy']}"
            + (f", {_ORDER[read.other_order]} is possible too" if read.other_order else ""),
            "assumed",
            hint="switch the order of day and month if these dates are wrong",
        )
    entries.dates = list(read.values)
    entries.timed = list(read.has_time)
    undated = plan.field == "start"
    for at, (value, problem, mended) in enumerate(
        zip(read.values, read.problems, read.repaired, strict=True)
    ):
        if value is None and not undated:
            draft.reject(at, plan.named, problem or "the row has no date", _DATE_HINT, texts[at] or None)
        elif value is None and problem:
            draft.note(at, plan.named, problem, "set_aside", _DATE_HINT, texts[at])
        elif mended:
            draft.note(at, plan.named, problem or "the date was mended", "repaired", cell=texts[at])


_ISO = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?")


def _read_iso_dates(entries: Entries, texts: list[str], today: date) -> bool:
    """Reads a column of nothing but possible ISO dates all at once; false where any cell is something else."""
    if not texts or not all(map(_ISO.fullmatch, texts)):
        return False
    try:
        moments = np.array(texts, dtype="datetime64[us]")
    except ValueError:
        return False
    if moments.min() < np.datetime64(EARLIEST) or moments.max() >= np.datetime64(today) + np.timedelta64(1, "D"):
        return False
    timed = any(len(text) > 10 and text[10:16] != " 00:00" for text in texts)
    entries.dates = pd.DatetimeIndex(moments).tolist()
    entries.timed = [timed and len(text) > 10 for text in texts]
    entries.draft.date_order = "ymd"
    return True


_ORDER = {"dmy": "day/month", "mdy": "month/day", "ymd": "year-month-day"}
_DATE_HINT = "write the date as 2024-03-12"


def _decimal_mark(plan: TablePlan, texts: list[list[str]], delimiter: str | None) -> DecimalMark:
    """The decimal mark of the table: a comma where numbers are written with one and none with a point."""
    comma = point = 0
    for column in plan.columns:
        kind = headers()[column.field].kind if column.field in headers() else "number"
        if column.field is None or kind not in NUMBERS:
            continue
        for text in set(texts[column.position]):
            if len(text) < 40:
                comma += "," in text and bool(_COMMA_DECIMAL.search(text))
                point += "." in text and bool(_POINT_DECIMAL.search(text))
    if comma or point:
        return "," if comma > point else "."
    return "," if delimiter == ";" and any("," in text for text in texts[0][:0]) else "."


def _read_column(
    entries: Entries, plan: Plan, texts: list[str], decimal: DecimalMark, settings: Settings
) -> None:
    assert plan.field is not None
    draft = entries.draft
    known = headers().get(plan.field) or _own_field(plan, texts)
    if known is None:
        draft.note(None, plan.named, "this column holds neither numbers nor yes and no", "not_mapped")
        draft.columns[plan.position] = replace(
            draft.columns[plan.position], field=None, why="neither numbers nor yes and no"
        )
        return
    if plan.own:
        entries.own_fields.append(known)
        draft.columns[plan.position] = replace(draft.columns[plan.position], unit=known.unit)
    if known.kind in ("date", "datetime"):
        values: list[Any] = _read_moments(entries, plan, texts, settings)
    elif known.kind == "text":
        values = [text or None for text in texts]
    else:
        unique = list(dict.fromkeys(texts))
        reader = _reader(known, plan, unique, decimal, settings, draft)
        if reader is None:
            return
        cells = {text: _within(reader(text), known) for text in unique}
        if _is_something_else(cells, texts, plan):
            draft.note(
                None,
                plan.named,
                f"most cells of this column are no {known.label.lower()}; it is not used",
                "not_mapped",
            )
            draft.columns[plan.position] = replace(
                draft.columns[plan.position], field=None, why="its cells do not fit its name"
            )
            return
        _note_cells(draft, plan, texts, cells, known)
        values = [cells[text].value for text in texts]
    _put(entries, plan, known, values, texts)


def _read_moments(
    entries: Entries, plan: Plan, texts: list[str], settings: Settings
) -> list[pd.Timestamp | None]:
    read = read_date_column(texts, settings.date_order, settings.today)
    for at, problem in enumerate(read.problems):
        if problem and read.values[at] is None:
            entries.draft.note(at, plan.named, problem, "set_aside", _DATE_HINT, texts[at])
    return read.values


def _reader(
    known: Field, plan: Plan, unique: list[str], decimal: DecimalMark, settings: Settings, draft: Draft
) -> Callable[[str], Cell] | None:
    unit = plan.heading.unit
    match known.kind:
        case "count":
            return _count
        case "amount":
            unit = _unit_of_amounts(plan, unique, decimal, draft)
            return lambda text: read_amount(text, unit, settings.glass_ml, decimal)
        case "duration":
            return lambda text: read_duration(text, unit, decimal)
        case "scale":
            out_of = float(unit.split("-")[1]) if unit and re.fullmatch(r"[01]-\d{1,3}", unit) else None
            return lambda text: read_scale(text, out_of)
        case "number" if known.unit == "h":
            return lambda text: _hours(read_duration(text, unit or "h", decimal))
        case "number":
            _note_answers(unique, plan, known, draft)
            return lambda text: read_number(text, decimal)
        case "level":
            return read_level
        case "yes_no":
            return _yes_no_reader(unique, plan, draft)
        case "side":
            return read_side
        case "muscle":
            return read_muscle
        case "words":
            return lambda text: read_words(text, "relief" if known.name == "relief" else "symptoms")
        case "clock":
            return read_clock
    return None


def _note_answers(unique: list[str], plan: Plan, known: Field, draft: Draft) -> None:
    answers = [text for text in unique if text and not any(letter.isdigit() for letter in text)]
    if any(read_yes_no(text).value for text in answers):
        unit = known.unit or "1"
        draft.note(None, plan.named, f"a yes is read as 1 and a no as 0 [{unit}]", "assumed", "write the number")


def _count(text: str) -> Cell:
    cell = read_count(text)
    if cell.value is None and cell.problem:
        answer = read_yes_no(text)
        if answer.value is not None:
            return Cell(float(answer.value), answer.repaired, answer.problem)
    return cell


def _hours(cell: Cell) -> Cell:
    return cell if cell.value is None else replace(cell, value=cell.value / 60)


def _yes_no_reader(unique: list[str], plan: Plan, draft: Draft) -> Callable[[str], Cell] | None:
    numbers = {cell.value for cell in map(read_number, unique) if cell.value is not None}
    if any(number > 1 for number in numbers) and 0.0 not in numbers and len(numbers) > 1:
        draft.note(
            None,
            plan.named,
            "this is a scale without a 0, so that it says neither yes nor no; it is not used",
            "not_mapped",
        )
        draft.columns[plan.position] = replace(
            draft.columns[plan.position], field=None, why="a scale, not yes or no"
        )
        return None
    ticks = any(text.strip() in ("✓", "✔", "☑", "✅", "√") for text in unique)
    return lambda text: read_yes_no(text, cross_means_no=ticks)


def _unit_of_amounts(plan: Plan, unique: list[str], decimal: DecimalMark, draft: Draft) -> str | None:
    if plan.heading.unit is not None:
        return plan.heading.unit
    amounts = [found for text in unique if (found := amount_and_unit(text, decimal))]
    bare = [number for number, unit in amounts if unit is None]
    if not any(bare):
        return None
    unit, why = unit_from_range(bare)
    draft.note(None, plan.named, why, "assumed", hint="name the unit in the header, such as Water (mL)")
    if unit is not None:
        draft.columns[plan.position] = replace(draft.columns[plan.position], unit=unit)
    return unit


def _within(cell: Cell, known: Field) -> Cell:
    """The cell, set aside where its value is not possible."""
    value = cell.value
    if not isinstance(value, float):
        return cell
    unit = f" {known.unit}" if known.unit else ""
    if value != value or value in (float("inf"), float("-inf")):
        return Cell(None, problem="this is not a number")
    if known.low is not None and value < known.low:
        return Cell(
            None,
            problem=f"less than {known.low:g}{unit} is not possible",
            hint="check the number and its unit",
        )
    if known.high is not None and value > known.high:
        return Cell(
            None,
            problem=f"more than {known.high:g}{unit} is not possible",
            hint="check the number and its unit",
        )
    return cell


def _is_something_else(cells: dict[str, Cell], texts: list[str], plan: Plan) -> bool:
    if plan.why == "mapped" or plan.field == "cramps":
        return False
    filled = [text for text in texts if text]
    if len(filled) < _FEW_CELLS:
        return False
    wrong = sum(cells[text].value is None and cells[text].problem is not None for text in filled)
    return wrong > _MOSTLY * len(filled)


def _note_cells(draft: Draft, plan: Plan, texts: list[str], cells: dict[str, Cell], known: Field) -> None:
    told = {text: cell for text, cell in cells.items() if cell.problem}
    if not told:
        return
    for at, text in enumerate(texts):
        cell = told.get(text)
        if cell is not None and cell.problem:
            action = "repaired" if cell.value is not None else "set_aside"
            draft.note(
                at, plan.named, cell.problem, action, cell.hint, None if known.kind in FREE_TEXT else text
            )  # type: ignore[arg-type]


def _put(entries: Entries, plan: Plan, known: Field, values: list[Any], texts: list[str]) -> None:
    """Adds a column; where the field has one already, the first filled cell counts and a difference is listed."""
    name = known.name
    there = entries.values.get(name)
    if there is None:
        entries.values[name] = values
        return
    for at, (first, second) in enumerate(zip(there, values, strict=True)):
        if second is None or second == first:
            continue
        if first is None:
            there[at] = second
        elif name == "onset":
            there[at] = first + tuple(moment for moment in second if moment not in first)
        elif known.kind == "words":
            there[at] = first + tuple(word for word in second if word not in first)
        elif name == "cramps":
            there[at] = max(first, second)
            if not min(first, second):
                entries.draft.note(
                    at, plan.named, "two columns disagree on the cramps; the larger number counts", "conflict"
                )
        elif known.kind == "text":
            there[at] = f"{first}; {second}"
        else:
            entries.draft.note(
                at,
                plan.named,
                f"two columns disagree on {known.label.lower()}; the first one counts",
                "conflict",
            )


def _own_field(plan: Plan, texts: list[str]) -> Field | None:
    """What a column of the person's own holds: numbers, or yes and no; None for anything else."""
    assert plan.field is not None
    unique = {text for text in texts if text}
    answers = [read_yes_no(text) for text in unique]
    if unique and all(answer.value is not None and not answer.repaired for answer in answers):
        return Field(plan.field, "day", "yes_no", plan.header or plan.field)
    numbers = [
        cell.value for text in unique if (cell := read_number(text, _column_mark(unique))).value is not None
    ]
    if not unique or len(numbers) < len(unique) / 2:
        return None
    return Field(
        plan.field,
        "day",
        "number",
        plan.header or plan.field,
        unit=plan.heading.unit,
        step=natural_step(numbers),
    )


def _column_mark(unique: Iterable[str]) -> DecimalMark:
    return "," if any(_COMMA_DECIMAL.search(text[:40]) for text in unique) else "."


def natural_step(numbers: Sequence[float]) -> float | None:
    """The 1, 2 or 5 times a power of ten that is nearest the spread of the numbers; None where they are all one."""
    spread = float(pd.Series(numbers, dtype="float64").std()) if len(numbers) > 1 else 0.0
    if not spread > 0 or spread == float("inf"):
        return None
    power = 10.0 ** int(f"{spread:e}".split("e")[1])
    return min((1 * power, 2 * power, 5 * power, 10 * power), key=lambda step: abs(step - spread))


def clock_of(value: Any) -> tuple[time, ...]:
    return value if isinstance(value, tuple) else ()
