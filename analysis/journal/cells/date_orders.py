"""The order of day and month of a column of dates, decided from the whole column."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from analysis.journal.cells.date_forms import ORDERS, DateText
from analysis.journal.model import DateOrder

_MANY = 10  # dates, among which one alone may be mistyped


def decide_order(
    read: Sequence[DateText], order: DateOrder | None, today: date
) -> tuple[DateOrder | None, DateOrder | None, bool]:
    """The order of the column, the other one that the dates allow, and whether the choice is open."""
    depends = [found for found in read if found.open]
    if not depends:
        return None, None, False
    if order is not None:
        return order, None, False
    today = date.max if _is_told(depends) else today
    bad = {name: sum(_is_bad(found, at, today) for found in depends) for at, name in enumerate(ORDERS)}
    possible = [at for at, name in enumerate(ORDERS) if bad[name] == min(bad.values())]
    off = min(sum(_is_off(found, at) for found in depends) for at in possible)
    if 2 * off <= sum(found.weekday is not None for found in depends):  # else they are wrong in any order
        bad = {
            name: sum(_is_bad(found, at, today) or _is_off(found, at) for found in depends)
            for at, name in enumerate(ORDERS)
        }
    least = min(bad.values())
    left = [name for name in ORDERS if bad[name] == least]
    if len(left) == 1:
        return left[0], None, False
    contiguous = {name: run_of_days(_days_read(read, ORDERS.index(name))) for name in left}
    dotted = 2 * sum(found.dotted for found in depends) > len(depends)
    if dotted and "dmy" in left:
        ranked = sorted(left, key=lambda name: name != "dmy")
    else:
        ranked = sorted(left, key=lambda name: contiguous[name], reverse=True)
    return ranked[0], ranked[1], not dotted


def _is_told(depends: Sequence[DateText]) -> bool:
    """Whether every date fits one order, and some fit no other: then a date to come is one that was filled in
    ahead, and tells nothing of the order.
    """
    impossible = sorted(sum(found.readings[at] is None for found in depends) for at in range(len(ORDERS)))
    return impossible[0] == 0 and impossible[1] > (1 if len(depends) > _MANY else 0)


def _is_bad(found: DateText, at: int, today: date) -> bool:
    day = found.readings[at]
    if day is None:
        return True
    return not found.yearless and day > today


def _is_off(found: DateText, at: int) -> bool:
    """Whether the date can be read so, and is on another weekday than the one beside it."""
    day = found.readings[at]
    if day is None or found.yearless or found.weekday is None:
        return False
    return day.weekday() != found.weekday


def _days_read(read: Sequence[DateText], at: int) -> Iterable[date]:
    return (day for found in read if not found.yearless and (day := found.readings[at]))


def run_of_days(days: Iterable[date]) -> tuple[int, int]:
    """How well the days follow each other, the greater the better: the number of steps of one day, then the
    shorter span [days, as a negative number].
    """
    numbers = sorted({day.toordinal() for day in days})
    steps = sum(later - earlier == 1 for earlier, later in pairwise(numbers))
    return steps, numbers[0] - numbers[-1] if numbers else 0
