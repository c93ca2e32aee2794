"""How the cells of one column are read: by the kind of its field, its unit, its decimal mark, and what is
possible.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import pandas as pd

from analysis.journal.cells import (
    CIRCLES,
    MINUTES,
    Cell,
    DecimalMark,
    read_drinks,
    read_duration,
    read_level,
    read_muscle,
    read_number,
    read_side,
    read_words,
    read_yes_no,
)
from analysis.journal.columns import Plan
from analysis.journal.entries.amount_columns import amount_reader
from analysis.journal.entries.clock_columns import clock_reader
from analysis.journal.entries.count_columns import count_reader
from analysis.journal.entries.hour_columns import unit_of_hours
from analysis.journal.entries.not_measured import is_in_thousands, note_not_measured
from analysis.journal.entries.scale_columns import scale_reader
from analysis.journal.fields import Field
from analysis.journal.receipts import Draft

COMMA_DECIMAL = re.compile(r"\d,\d{1,2}(?!\d)(?!,)")
POINT_DECIMAL = re.compile(r"\d\.\d{1,2}(?!\d)(?!\.)")


def cell_reader(
    known: Field,
    plan: Plan,
    texts: list[str],
    unique: list[str],
    decimal: DecimalMark,
    glass_ml: float,
    draft: Draft,
    *,
    a_row_a_day: bool = True,
) -> Callable[[str], Cell] | None:
    """The reader of the cells of one column; ``texts`` are all of them, ``unique`` each once. None where it
    is not used, and then the receipt says why.
    """
    unit = plan.heading.unit
    if note_not_measured(known, plan, texts, unique, draft):
        return None
    match known.kind:
        case "count":
            return count_reader(plan, texts, draft)
        case "amount":
            return amount_reader(plan, texts, unique, decimal, glass_ml, draft, a_row_a_day=a_row_a_day)
        case "duration":
            return _duration_reader(known, unit, decimal)
        case "scale":
            return scale_reader(plan, texts, draft)
        case "number":
            return _number_reader(known, plan, unique, decimal, draft)
        case "level":
            return read_level
        case "yes_no":
            return _yes_no_reader(unique, plan, known, draft)
        case "side":
            return read_side
        case "muscle":
            return read_muscle
        case "words":
            return lambda text: read_words(text, "relief" if known.name == "relief" else "symptoms")
        case "clock":
            return clock_reader(unique, plan.header)
    return None


def _duration_reader(known: Field, unit: str | None, decimal: DecimalMark) -> Callable[[str], Cell]:
    otherwise = _of_activity if known.name == "activity" else read_duration
    minutes = MINUTES.get(unit or "min")
    return lambda text: (
        Cell(int(text) * minutes)
        if minutes and text.isdecimal() and len(text) < 7
        else otherwise(text, unit, decimal)
    )


def _number_reader(
    known: Field, plan: Plan, unique: list[str], decimal: DecimalMark, draft: Draft
) -> Callable[[str], Cell] | None:
    unit = plan.heading.unit
    if known.unit == "h":
        of_hours = unit or unit_of_hours(known, plan, unique, decimal, draft)
        return lambda text: _hours(read_duration(text, of_hours, decimal))
    if known.unit == "drinks":
        return lambda text: read_drinks(text, decimal)
    if known.name == "steps":
        thousands = is_in_thousands(plan)
        return lambda text: _steps(text, thousands, decimal)
    return lambda text: read_number(text, decimal)


_STEPS_IN_THOUSANDS = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?k")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,' ]\d{3})+")
_LENGTH = re.compile(
    r"(?<![\d.,:/])(\d{1,3}(?:[.,]\d{1,2})?) ?(minutes?|mins?|m|hours?|hrs?|h|std|stunden?|heures?)?\b"
)
_LEAST_BARE_MINUTES = 5.0


def _steps(text: str, thousands: bool, decimal: DecimalMark) -> Cell:
    """Steps, also in thousands ("5.2k"). A mark before three digits parts thousands: no step has parts."""
    if text.isdecimal():
        return Cell(float(text) * (1000 if thousands else 1))
    words = " ".join(text.lower().split())
    if found := _STEPS_IN_THOUSANDS.fullmatch(words):
        return Cell(float(found[1].replace(",", ".")) * 1000)
    if _GROUPED.fullmatch(words):
        return Cell(float(re.sub(r"\D", "", words)))
    cell = read_number(text, decimal)
    return replace(cell, value=cell.value * 1000) if thousands and cell.value is not None else cell


def _of_activity(text: str, unit: str | None, decimal: DecimalMark) -> Cell:
    """Minutes of activity, also where they stand among words: "30 min walk", "gardening 2 hours"."""
    cell = read_duration(text, unit, decimal)
    if cell.value is not None or cell.problem is None or len(text) > _LONGEST_ACTIVITY:
        return cell
    if (level := read_level(text)).value == "none" and not level.repaired:
        return Cell(0.0)
    lengths = _LENGTH.findall(text.lower())
    if len(lengths) != 1 or sum(letter.isdecimal() for letter in text) != sum(
        map(str.isdecimal, lengths[0][0])
    ):
        return cell
    number, own = lengths[0]
    told = read_duration(f"{number} {own}".strip(), unit, decimal)
    if told.value is None or (not own and unit is None and told.value < _LEAST_BARE_MINUTES):
        return cell
    return Cell(told.value, True, "the length was taken out of a remark")


_LONGEST_ACTIVITY = 80  # characters


def _sign(text: str, cross_means_no: bool) -> Cell:
    """Yes or no; where a place is named instead ("left ankle"), there was something to see."""
    cell = read_yes_no(text, cross_means_no)
    if cell.value is None and cell.problem:
        place = read_side(text)
        if place.value is not None or (place.problem and read_muscle(text).value not in (None, "other")):
            return Cell(True, True, "a place is named, read as yes")
    return cell


def _hours(cell: Cell) -> Cell:
    return cell if cell.value is None else replace(cell, value=cell.value / 60)


def _yes_no_reader(unique: list[str], plan: Plan, known: Field, draft: Draft) -> Callable[[str], Cell] | None:
    numbers = {cell.value for cell in map(read_number, unique) if cell.value is not None}
    if any(0 < number < 1 for number in numbers):
        _note_no_answer(
            plan, draft, "these are parts of a whole, which say neither yes nor no; they are not used"
        )
        return None
    if any(number > 1 for number in numbers) and 0.0 not in numbers and len(numbers) > 1:
        _note_no_answer(
            plan, draft, "this is a scale without a 0, so that it says neither yes nor no; it is not used"
        )
        return None
    ticks = any(text.strip() in _TICKS for text in unique)
    if known.table == "night":
        return lambda text: _sign(text, ticks)
    return lambda text: read_yes_no(text, cross_means_no=ticks)


_TICKS = CIRCLES | {"✓", "✔", "☑", "✅", "√"}  # beside them a cross says no


def _note_no_answer(plan: Plan, draft: Draft, why: str) -> None:
    draft.note(None, plan.named, why, "not_mapped")
    draft.columns[plan.position] = replace(
        draft.columns[plan.position], field=None, why="a scale, not yes or no"
    )


def within(cell: Cell, known: Field) -> Cell:
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


def own_field(plan: Plan, texts: list[str]) -> Field | None:
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
    return "," if any(COMMA_DECIMAL.search(text[:40]) for text in unique) else "."


def natural_step(numbers: Sequence[float]) -> float | None:
    """The 1, 2 or 5 times a power of ten that is nearest the spread of the numbers; None where they are all
    one.
    """
    spread = float(pd.Series(numbers, dtype="float64").std()) if len(numbers) > 1 else 0.0
    if not spread > 0 or spread == float("inf"):
        return None
    power = 10.0 ** int(f"{spread:e}".split("e")[1])
    return min((1 * power, 2 * power, 5 * power, 10 * power), key=lambda step: abs(step - spread))
