"""A column of amounts of fluid: the unit of its bare numbers, and which measures its pints and ounces are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from analysis.journal.cells import (
    DAY_ML,
    GLASS,
    MILLILITRES,
    Cell,
    Change,
    DecimalMark,
    System,
    amount_and_unit,
    change_of_unit,
    measures_of,
    other_units,
    plain,
    read_amount,
    said_measures,
    unit_in,
    units_by_size,
)
from analysis.journal.columns import Plan, ReadAs, TablePlan
from analysis.journal.receipts import Draft

OTHER_UNIT = "other_unit"  # the code of numbers that are no day's fluid in the unit of their column
_OF_WATER = {"g": "mL", "kg": "L"}
_TWO_MEASURES = {"imperial pint": "US pint"}  # a plain pint, in the other measures
_LEAST_OF_A_DAY = 20.0  # mL
_NAMED = {"mL": "mL", "L": "litres", "glass": "glasses", "US fl oz": "fluid ounces (fl oz)"}
_WRITE_UNIT = "write the unit beside the number, such as 2 L or 50 oz"


def join_units(plan: TablePlan, texts: list[list[str]]) -> None:
    """Writes the unit of each row beside the bare numbers of its amount, where a column holds the units."""
    units = [column for column in plan.columns if column.why == ReadAs.UNITS_BESIDE]
    amounts = [column for column in plan.of("hydration") if column.heading.unit is None]
    if len(units) != 1 or not amounts:
        return
    beside = texts[units[0].position]
    for column in amounts:
        texts[column.position] = [
            f"{text} {unit}" if text[-1:].isdecimal() else text
            for text, unit in zip(texts[column.position], beside, strict=True)
        ]


def amount_reader(
    plan: Plan,
    texts: Sequence[str],
    unique: Sequence[str],
    decimal: DecimalMark,
    glass_ml: float,
    draft: Draft,
    *,
    a_row_a_day: bool,
) -> Callable[[str], Cell]:
    """Reads the amounts of one column [mL]; ``texts`` are all of its cells, ``unique`` each once.

    Bare numbers are in the unit of the header. Without one the size of the numbers tells it, group by group.
    A number that is no day's fluid in the header's unit, and is one in another, is named, if the table has
    ``a_row_a_day``: where a day has several rows, an amount may be small. It is set aside, but for litres
    and millilitres, which nobody can take for each other.
    """
    amounts = {text: found for text in unique if (found := amount_and_unit(text, decimal))}
    bare = {text: number for text, (number, own) in amounts.items() if own is None}
    system = measures_of(plan.header, *unique)
    measures_known = not any(bare.values()) or said_measures(plan.header, *unique)
    unit = _unit_of_header(plan, draft, system, measures_known=bool(measures_known))
    _take_unit(plan, _unit_of_cells(amounts, system), draft)
    units = _units_by_size(plan, texts, bare, unit, glass_ml, draft, a_row_a_day=a_row_a_day)

    def read(text: str) -> Cell:
        number = bare.get(text)
        other = None if number is None else units.others.get(number)
        if other is not None and units.told:
            problem = f"no day's fluid in the unit of the column; probably {_NAMED[other]}"
            return Cell(None, problem=problem, hint=_WRITE_UNIT, code=OTHER_UNIT)
        if number in units.unclear:
            return Cell(None, problem=_EITHER_UNIT, hint=_WRITE_UNIT, code=OTHER_UNIT)
        cell = read_amount(text, other or units.unit, units.glass_ml, decimal, system)
        if other is not None and cell.value is not None:
            return replace(cell, repaired=True, problem=f"read as {_NAMED[other]}, by its size")
        return _possible_day(cell, text, decimal) if a_row_a_day else cell

    return read


@dataclass(frozen=True)
class _Units:
    """The unit of a column's bare numbers and what a glass of it holds [mL]; the numbers in another unit,
    with that, which are not read where the heading has ``told`` another; and those of no known unit.
    """

    unit: str | None
    glass_ml: float
    others: Mapping[float, str] = field(default_factory=dict)
    told: bool = False
    unclear: frozenset[float] = frozenset()


def _units_by_size(
    plan: Plan,
    texts: Sequence[str],
    bare: Mapping[str, float],
    unit: str | None,
    glass_ml: float,
    draft: Draft,
    *,
    a_row_a_day: bool,
) -> _Units:
    """The units of the ``bare`` numbers of a column, by the ``unit`` of its heading and by their size."""
    numbers = list(bare.values())
    if (vessel := _vessel(plan, numbers, draft)) is not None:
        return _Units(GLASS, vessel)
    if plan.heading.vessel is not None:
        unit = None  # millilitres, of which the heading says how many a glass is
    changed = None
    if unit in (None, GLASS) and a_row_a_day:
        changed = change_of_unit([number for text in texts if (number := bare.get(text))], glass_ml)
    if changed is not None and (unit is None or unit in (changed.unit, *changed.others.values())):
        _note_change(plan, changed, draft)
        _take_unit(plan, changed.unit, draft)
        return _Units(changed.unit, glass_ml, changed.others, unclear=changed.unclear)
    others: Mapping[float, str] = {}
    if unit is not None:
        others = other_units(numbers, unit, glass_ml) if a_row_a_day else {}
    elif any(numbers):
        unit, why, others = units_by_size(numbers, glass_ml)
        draft.note(None, plan.named, why, "assumed", hint="name the unit in the header, such as Water (mL)")
        _take_unit(plan, unit, draft)
    told = bool(others) and plan.heading.unit is not None and {unit, *others.values()} != {"mL", "L"}
    if others:
        _note_others(plan, [number for number in numbers if number > 0], others, draft, told=told)
    return _Units(unit, glass_ml, others, told)


def _take_unit(plan: Plan, unit: str | None, draft: Draft) -> None:
    if unit is not None:
        draft.columns[plan.position] = replace(draft.columns[plan.position], unit=unit)


_EITHER_UNIT = (
    "this number stands before and after the column changes its unit, so that its unit is not known"
)


def _vessel(plan: Plan, numbers: Sequence[float], draft: Draft) -> float | None:
    """What each of the vessels of a heading holds [mL], where its bare numbers count them."""
    vessel = plan.heading.vessel
    real = [number for number in numbers if number > 0]
    if vessel is None or not real or not DAY_ML[0] <= median(real) * vessel <= DAY_ML[1]:
        return None
    problem = f"each is read as {vessel:.4g} mL, as the heading says"
    draft.note(None, plan.named, problem, "assumed")
    return vessel


def _note_change(plan: Plan, changed: Change, draft: Draft) -> None:
    """Says that the column goes over to another unit, by the size of its numbers."""
    units = " and ".join(_NAMED[unit] for unit in dict.fromkeys(changed.others.values()))
    problem = (
        f"in the middle of the column its numbers change from {_NAMED[changed.unit]} to {units}, by size"
    )
    draft.note(None, plan.named, problem, "assumed", _WRITE_UNIT, code=OTHER_UNIT)


def _unit_of_header(plan: Plan, draft: Draft, system: System | None, *, measures_known: bool) -> str | None:
    """The unit that the header names, with what was assumed of it said."""
    unit = plan.heading.unit
    if unit in _OF_WATER:
        unit = _OF_WATER[unit]
        draft.note(None, plan.named, "a gram of water is read as 1 mL", "assumed")
        draft.columns[plan.position] = replace(draft.columns[plan.position], unit=unit)
    elif unit in _TWO_MEASURES and not measures_known:
        size = MILLILITRES[_TWO_MEASURES[unit] if system == "US" else unit]
        which = "US" if system == "US" else "imperial"
        problem = f"a pint read as the {which} one, {size:.0f} mL"
        draft.note(None, plan.named, problem, "assumed", "write US pints or imperial pints into the heading")
    return unit


def _unit_of_cells(amounts: Mapping[str, tuple[float, str | None]], system: System | None) -> str | None:
    """The unit that most of a column's different amounts carry themselves; None where none does."""
    beside = [unit_in(system, unit, plain(text)) for text, (_, unit) in amounts.items() if unit is not None]
    most = max(beside, key=beside.count, default=None)
    return most if 2 * beside.count(most) > len(amounts) else None


def _note_others(
    plan: Plan, numbers: Sequence[float], others: Mapping[float, str], draft: Draft, *, told: bool
) -> None:
    apart = sum(number in others for number in numbers)
    units = " and ".join(dict.fromkeys(_NAMED[unit] for unit in others.values()))
    what = f"{apart} of {len(numbers)} different numbers of this column are in another unit than the rest"
    problem = (
        f"{what} by their size, probably {units}; they are not used"
        if told
        else f"{what} by their size, and were read as {units}"
    )
    draft.note(None, plan.named, problem, "set_aside" if told else "assumed", _WRITE_UNIT, code=OTHER_UNIT)


def _possible_day(cell: Cell, text: str, decimal: DecimalMark) -> Cell:
    """The amount of a day, set aside where a bare number in the column's unit is next to nothing."""
    if cell.value is None or not 0 < cell.value < _LEAST_OF_A_DAY:
        return cell
    told = amount_and_unit(text, decimal)
    if told is None or told[1] is not None:
        return cell
    problem = "next to nothing for a day in the unit of the column"
    return Cell(None, problem=problem, hint="write the unit, such as 2 L or 2 glasses")
