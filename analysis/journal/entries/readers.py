"""How the cells of one column are read: by the kind of its field, its unit, its decimal mark, and what is
possible.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import time

import pandas as pd

from analysis.journal.cells import (
    MINUTES,
    Cell,
    DecimalMark,
    amount_and_unit,
    cramps_in_cell,
    litres_and_millilitres,
    read_amount,
    read_clock,
    read_drinks,
    read_duration,
    read_level,
    read_muscle,
    read_number,
    read_scale,
    read_side,
    read_words,
    read_yes_no,
    thirty_times_smaller,
    unit_from_range,
)
from analysis.journal.columns import Plan
from analysis.journal.fields import Field
from analysis.journal.receipts import Draft

COMMA_DECIMAL = re.compile(r"\d,\d{1,2}(?!\d)(?!,)")
POINT_DECIMAL = re.compile(r"\d\.\d{1,2}(?!\d)(?!\.)")


def cell_reader(
    known: Field, plan: Plan, unique: list[str], decimal: DecimalMark, glass_ml: float, draft: Draft
) -> Callable[[str], Cell] | None:
    unit = plan.heading.unit
    match known.kind:
        case "count":
            return cramps_in_cell
        case "amount":
            return _amount_reader(plan, unique, decimal, glass_ml, draft)
        case "duration":
            if known.name == "activity":
                return lambda text: _of_activity(text, unit, decimal)
            minutes = MINUTES.get(unit or "min")
            return lambda text: (
                Cell(int(text) * minutes)
                if minutes and text.isdecimal() and len(text) < 7
                else read_duration(text, unit, decimal)
            )
        case "scale":
            out_of = float(unit.split("-")[1]) if unit and re.fullmatch(r"[01]-\d{1,3}", unit) else None
            if out_of is None:
                out_of = _scale_of_column(unique, plan, draft)
            return lambda text: _set_aside(text) if out_of == 0 else read_scale(text, out_of)
        case "number" if known.unit == "h":
            return lambda text: _hours(read_duration(text, unit or "h", decimal))
        case "number" if known.unit == "drinks":
            return lambda text: read_drinks(text, decimal)
        case "number" if known.name == "steps":
            thousands = _IN_THOUSANDS.search(plan.header.lower()) is not None
            return lambda text: _steps(text, thousands, decimal)
        case "number":
            return lambda text: read_number(text, decimal)
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
            return _clock
    return None


_ENOUGH_SCORES = 4  # different whole numbers up to 5


def _scale_of_column(unique: list[str], plan: Plan, draft: Draft) -> float | None:
    """The end of a scale whose header names none, one for the whole column: 100 where most scores are above
    10; None for 10; 0 where some are and the scale cannot be told.
    """
    scores = [float(text) for text in unique if text.isdecimal() and len(text) < 4]
    above = [score for score in scores if score > 10]
    if len(above) > 1 and max(above) <= 100:
        if 2 * len(above) > len(scores):
            problem = "most scores are above 10; all were read as scores out of 100"
            draft.note(None, plan.named, problem, "assumed", "write the end of the scale into the header")
            return 100.0
        if 5 * len(above) > len(scores):
            return 0.0
    _note_short_scale(unique, plan, draft)
    return None


def _set_aside(text: str) -> Cell:
    """A score of a column in which several scales are mixed."""
    cell = read_scale(text)
    problem = "some scores of this column are above 10 and some are not; the scale cannot be told"
    return cell if cell.value is None and not cell.problem else Cell(None, problem=problem)


def _note_short_scale(unique: list[str], plan: Plan, draft: Draft) -> None:
    """Says so where a scale without an end in its header never goes beyond 5."""
    scores = {float(text) for text in unique if text.isdecimal() and len(text) < 3}
    if len(scores) >= _ENOUGH_SCORES and max(scores) <= 5:
        problem = "no score is above 5; they were read as scores out of 10"
        draft.note(
            None, plan.named, problem, "assumed", "write the end of the scale into the header, such as (0-5)"
        )


_LEAST_OF_A_DAY = 20.0  # mL
_IN_THOUSANDS = re.compile(r"thousand|'000|\b000s?\b|\(k\)|\bk\b|tausend|tsd|milliers")
_STEPS_IN_THOUSANDS = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?k")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,' ]\d{3})+")
_LENGTH = re.compile(
    r"(?<![\d.,:/])(\d{1,3}(?:[.,]\d{1,2})?) ?(minutes?|mins?|m|hours?|hrs?|h|std|stunden?|heures?)?\b"
)
_LEAST_BARE_MINUTES = 5.0


def _possible_day(cell: Cell, text: str, decimal: DecimalMark) -> Cell:
    """The amount of a day, set aside where a bare number in the column's unit is next to nothing."""
    if cell.value is None or not 0 < cell.value < _LEAST_OF_A_DAY:
        return cell
    told = amount_and_unit(text, decimal)
    if told is None or told[1] is not None:
        return cell
    problem = "next to nothing for a day in the unit of the column"
    return Cell(None, problem=problem, hint="write the unit, such as 2 L or 2 glasses")


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


_PLAIN_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


def _clock(text: str) -> Cell:
    # Most clock times are written like this, and each is written once.
    if found := _PLAIN_CLOCK.fullmatch(text):
        return Cell((time(int(found[1]), int(found[2])),))
    return read_clock(text)


def _hours(cell: Cell) -> Cell:
    return cell if cell.value is None else replace(cell, value=cell.value / 60)


def _yes_no_reader(unique: list[str], plan: Plan, known: Field, draft: Draft) -> Callable[[str], Cell] | None:
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
    if known.table == "night":
        return lambda text: _sign(text, ticks)
    return lambda text: read_yes_no(text, cross_means_no=ticks)


_SMALL, _IN_LITRES = 200.0, 10.0  # mL; a number below is litres where others are millilitres


def _amount_reader(
    plan: Plan, unique: list[str], decimal: DecimalMark, glass_ml: float, draft: Draft
) -> Callable[[str], Cell]:
    """Reads the amounts of one column, whose cells may be in two units that do not overlap."""
    told = {text: found for text in unique if (found := amount_and_unit(text, decimal))}
    bare = {text: number for text, (number, own) in told.items() if own is None}
    us_pints = any(own == "US fl oz" for _, own in told.values())

    def read(text: str, unit: str | None) -> Cell:
        cell = read_amount(text, unit, glass_ml, decimal, us_pints=us_pints)
        return _possible_day(cell, text, decimal)

    if plan.heading.unit in (None, "mL", "L") and litres_and_millilitres(list(bare.values())):
        problem = "numbers below 10 beside numbers from 200; read as litres and as millilitres"
        draft.note(None, plan.named, problem, "assumed", hint="write the unit into the cells")
        return lambda text: read(text, "L" if bare.get(text, _SMALL) < _IN_LITRES else "mL")
    if plan.heading.unit == "mL" and thirty_times_smaller(list(bare.values())):
        problem = "about 30 times less than other cells of this column, probably fl oz and not mL"
        return lambda text: (
            Cell(None, problem=problem, hint="write the unit into the cell, such as 50 oz")
            if 0 < bare.get(text, _SMALL) < _SMALL
            else read(text, "mL")
        )
    unit = _unit_of_amounts(plan, unique, decimal, draft)
    return lambda text: read(text, unit)


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
