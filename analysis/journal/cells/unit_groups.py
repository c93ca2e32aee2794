"""Numbers of a column that only another unit than the column's explains: 50 beside 1500, 1500 beside 1.5."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log
from statistics import median

from analysis.journal.cells.amounts import unit_from_range
from analysis.journal.cells.units import GLASS, MILLILITRES

APART = 5.0  # times: what a person drinks hardly changes that much from one number to the next larger
DAY_ML = (200.0, 8000.0)  # what a day can hold; anything else is a slip or another unit
_ALIKE = 2.5  # times: how near the typical day a group has to come in another unit
_UNITS = ("mL", "L", GLASS, "US fl oz")
_FEWEST = 5  # numbers on either side of a change of unit
_FEWEST_PLAIN = 3  # of them that can be in one of the two units only
_MOST_LITRES = 3.0  # a day of so many litres and one of so many glasses are both written as this number


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


@dataclass(frozen=True)
class Change:
    """A column that goes over from one unit of fluid to another: that of its first numbers, the numbers that
    are in the other, with it, and those that stand on both sides, so that nothing tells their unit.
    """

    unit: str
    others: Mapping[float, str]
    unclear: frozenset[float]


def change_of_unit(numbers: Sequence[float], glass_ml: float = 250.0) -> Change | None:
    """The change of unit in the middle of a column, whose ``numbers`` stand in the order of its rows: before
    some row all are larger than after it, or smaller, and each part is a like day's fluid in another unit.
    None where there is none.
    """
    found = _split(numbers)
    if found is None:
        return None
    parts = numbers[:found], numbers[found:]
    units = [unit_from_range(part)[0] for part in parts]
    if None in units or units[0] == units[1]:
        return None
    days = [median(part) * _sizes(glass_ml)[unit or ""] for part, unit in zip(parts, units, strict=True)]
    apart = abs(log(median(parts[0]) / median(parts[1]))) >= log(_ALIKE)
    alike = abs(log(days[0] / days[1])) <= log(_ALIKE)
    if not (apart and alike and all(DAY_ML[0] <= day <= DAY_ML[1] for day in days)):
        return None
    both = frozenset(parts[0]) & frozenset(parts[1])
    others = dict.fromkeys(set(parts[1]) - both, units[1] or "")
    return Change(units[0] or "", others, both)


def _split(numbers: Sequence[float]) -> int | None:
    """Where all numbers before are larger, or all smaller, than those from there on. Whole numbers that may
    be litres as well as glasses stand on either side.
    """
    plain = [(at, one) for at, one in enumerate(numbers) if one != int(one) or one > _MOST_LITRES]
    values = [one for _, one in plain]
    for sign in (1.0, -1.0):
        signed = [sign * one for one in values]
        before = list(accumulate(signed, max))
        after = list(accumulate(reversed(signed), min))[::-1]
        for place in range(_FEWEST_PLAIN, len(values) - _FEWEST_PLAIN + 1):
            at = plain[place][0]
            if before[place - 1] < after[place] and _FEWEST <= at <= len(numbers) - _FEWEST:
                return at
    return None


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
