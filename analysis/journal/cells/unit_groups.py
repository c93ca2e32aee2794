"""Numbers of a column that only another unit than the column's explains: 50 beside 1500, 1500 beside 1.5."""

from collections.abc import Mapping, Sequence
from math import log
from statistics import median

from analysis.journal.cells.amounts import unit_from_range
from analysis.journal.cells.units import GLASS, MILLILITRES

APART = 5.0  # times: what a person drinks hardly changes that much from one number to the next larger
DAY_ML = (200.0, 8000.0)  # what a day can hold; anything else is a slip or another unit
_ALIKE = 2.5  # times: how near the typical day a group has to come in another unit
_UNITS = ("mL", "L", GLASS, "US fl oz")


def units_by_size(
    numbers: Sequence[float], glass_ml: float = 250.0
) -> tuple[str | None, str, dict[float, str]]:
    """The unit of fluid of a column that names none, why, and the numbers that have another unit than that.

    The largest group of numbers that lie together tells the unit (see `unit_from_range`).
    """
    groups = sorted(_groups(numbers), key=lambda group: (-len(group), -group[0]))
    for group in groups if len(groups) > 1 else ():
        unit, why = unit_from_range(group)
        if unit is not None and (others := other_units(numbers, unit, glass_ml)):
            return unit, why, others
    return *unit_from_range(numbers), {}


def other_units(numbers: Sequence[float], unit: str, glass_ml: float = 250.0) -> dict[float, str]:
    """The numbers that are no day's fluid in ``unit``, each with the unit in which it is like the others.

    Such numbers lie at least `APART` times from the rest. Where no number is a day's fluid in ``unit`` at
    all, each is named with the unit in which it is one.
    """
    size = _sizes(glass_ml).get(unit)
    if size is None:
        return {}
    groups = _groups(numbers)
    possible = [group for group in groups if _of_a_day(group, size)]
    if not possible:
        return _all_in(groups, unit, glass_ml)
    largest = max(map(len, possible))
    typical = median(next(group for group in possible if len(group) == largest)) * size
    found: dict[float, str] = {}
    for group in groups:
        if any(DAY_ML[0] <= number * size <= DAY_ML[1] for number in group):
            continue
        far, nearest = min(
            (abs(log(median(group) * _sizes(glass_ml)[other] / typical)), other)
            for other in _UNITS
            if other != unit
        )
        if far <= log(_ALIKE):
            found.update(dict.fromkeys(group, nearest))
    return found


def _all_in(groups: Sequence[Sequence[float]], unit: str, glass_ml: float) -> dict[float, str]:
    numbers = [number for group in groups for number in group]
    told, _ = unit_from_range(numbers)
    if told is None or told == unit or not _of_a_day(numbers, _sizes(glass_ml)[told]):
        return {}
    return dict.fromkeys(numbers, told)


def _sizes(glass_ml: float) -> Mapping[str, float]:
    return {**MILLILITRES, GLASS: glass_ml}


def _of_a_day(group: Sequence[float], size: float) -> bool:
    return len(group) > 0 and DAY_ML[0] <= median(group) * size <= DAY_ML[1]


def _groups(numbers: Sequence[float]) -> list[list[float]]:
    """The different numbers above 0, smallest first, parted where the next is `APART` times as large."""
    groups: list[list[float]] = []
    for number in sorted({number for number in numbers if number > 0}):
        if groups and number < APART * groups[-1][-1]:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups
