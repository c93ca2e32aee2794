"""Dates whose day and month a spreadsheet has swapped.

A date typed in another order than the machine's becomes a real date with day and month swapped where that is
one (up to day 12), and stays text where it is none.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from analysis.journal.cells.date_forms import ORDERS, DateText
from analysis.journal.cells.date_orders import run_of_days
from analysis.journal.model import DateOrder

Dates = npt.NDArray[np.datetime64]

_LAST_MONTH = 12
_FEWEST_OF_EACH = 3  # real and text dates; in fewer the swap has to mend the run of days
_FEWEST_DAYS = 10  # that lie together, to judge those that do not
_LARGEST_GAP = 14  # days within those
_FEWEST_FAR = 3
_MOST_OF_FAR = 0.8
_MOST_MISSING = 0.2  # of the days of a stretch into which one or two dates are swapped back
_BESIDE = 12  # days; so much can be missing at either end of a month


def swapped_dates(
    real: Collection[date], texts: Collection[tuple[date | None, date | None]]
) -> Mapping[date, date]:
    """What each swapped date of a column was typed as; empty where no date looks swapped.

    ``real`` are the dates that can be read in one way only because the file has them as dates, ``texts`` the
    others, read as day/month and as month/day. Swapped are all of ``real`` where their days end at 12 and no
    text has another reading; and real dates far from the others that swapping puts among them.
    """
    if not texts:
        return _far_ones(set(real))
    if not real or any((by_day is None) == (by_month is None) for by_day, by_month in texts):
        return {}
    if len({by_day is None for by_day, _ in texts}) > 1 or any(day.day > _LAST_MONTH for day in real):
        return {}
    written = {by_day or by_month for by_day, by_month in texts} - {None}
    back = {day: swap(day) for day in real if swap(day) != day}
    others = {day for day in written if day is not None}
    many = min(len(back), len(written)) >= _FEWEST_OF_EACH
    better = run_of_days({*others, *map(swap, real)}) > run_of_days({*others, *real})
    return back if many or better else {}


def lie_together(days: Dates) -> bool:
    """Whether ``days``, in order, have no gap after which a date could be a swapped one."""
    return not (np.diff(days).astype(np.int64) > _LARGEST_GAP).any()


def swap(day: date) -> date:
    """The date with day and month swapped, itself where there is none."""
    return day if day.day > _LAST_MONTH else date(day.year, day.day, day.month)


def _far_ones(days: set[date]) -> Mapping[date, date]:
    main = _main(sorted(days))
    if len(main) < _FEWEST_DAYS or len(days) == len(main):
        return {}
    far = days - set(main)
    if len(far) < _FEWEST_FAR:
        return _into_gaps(main, far)
    first, last = main[0].toordinal() - _BESIDE, main[-1].toordinal() + _BESIDE
    fit = {
        day: swap(day)
        for day in far
        if first <= swap(day).toordinal() <= last and swap(day) not in days and swap(day) != day
    }
    if len(fit) < max(_FEWEST_FAR, _MOST_OF_FAR * len(far)):
        return {}
    of_all = {day: swap(day) for day in days if swap(day) != day}
    best = max((fit, of_all), key=lambda back: run_of_days({back.get(day, day) for day in days}))
    return best if run_of_days({best.get(day, day) for day in days}) > run_of_days(days) else {}


def _into_gaps(main: list[date], far: set[date]) -> Mapping[date, date]:
    """One or two far dates, swapped, where that fills days missing within the others, which are nearly all
    there: a night away from a journal of every night is more often a swap than a night on its own.
    """
    back = {day: swap(day) for day in far}
    missing = (main[-1] - main[0]).days + 1 - len(main)
    inside = all(main[0] < day < main[-1] and day not in main for day in back.values())
    return back if inside and missing <= _MOST_MISSING * len(main) else {}


def _main(days: list[date]) -> list[date]:
    """The longest stretch of days without a large gap."""
    numbers = np.fromiter(map(date.toordinal, days), dtype=np.int64, count=len(days))
    edges = [0, *(np.flatnonzero(np.diff(numbers) > _LARGEST_GAP) + 1).tolist(), len(days)]
    first, after = max(pairwise(edges), key=lambda edge: edge[1] - edge[0])
    return days[first:after]


def typed_as(read: Sequence[DateText]) -> Mapping[date, date]:
    """What each swapped date among those that a spreadsheet has as dates was typed as."""
    dated = [found for found in read if not found.yearless]
    real = {day for found in dated if not found.open and (day := found.readings[0])}
    back = swapped_dates(real, [found.readings[:2] for found in dated if found.open])
    return _unless_right([found for found in dated if not found.open], 0, back)


def swapped_in(read: Sequence[DateText], order: DateOrder) -> Mapping[date, date]:
    """The swapped dates of a text file whose dates are all written in one order, as a spreadsheet does it."""
    at = ORDERS.index(order)
    dated = [found for found in read if not found.yearless and found.readings[at] is not None]
    days = {day for found in dated if (day := found.readings[at])}
    if lie_together(np.array(sorted(days), dtype="datetime64[D]")):
        return {}
    return _unless_right(dated, at, swapped_dates(days, ()))


def _unless_right(dated: Sequence[DateText], at: int, back: Mapping[date, date]) -> Mapping[date, date]:
    """``back``, or nothing where a weekday beside one of its dates says that it is right as it stands."""
    right = any(
        day in back and day.weekday() == found.weekday for found in dated if (day := found.readings[at])
    )
    return {} if right else back


def swapped_back(
    found: DateText | str | None, back: Mapping[date, date], order: DateOrder | None = None
) -> DateText | str | None:
    """A date as it was typed where it is one of the keys of ``back``, anything else as it is. ``order``: that
    in which the dates of a text file are written; None: that of dates that can be read in one way only.
    """
    if not isinstance(found, DateText) or found.yearless or found.open != (order is not None):
        return found
    stands = found.readings[ORDERS.index(order) if order else 0]
    day = back.get(stands) if stands else None
    return found if day is None else replace(found, readings=(day, day, day))
