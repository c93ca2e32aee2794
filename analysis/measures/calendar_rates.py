"""The rate on each weekday and in each calendar month, and whether they differ by more than chance."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.measures.arms import rate_of
from analysis.measures.model import CountFit, p_value_of_groups
from analysis.measures.results import Rate
from analysis.measures.windows import Ints, Nights

FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY_NIGHTS = 7  # that a weekday needs to be told; one bad night among them is no more than one a week
MONTH_NIGHTS = 14  # that a month needs to be told; two weeks
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
)  # fmt: skip
# Of a p-value. Two are looked at, so that chance alone tells of a difference in one of 20 journals at most.
MORE_THAN_CHANCE = 0.025


@dataclass(frozen=True)
class NamedRate:
    """The rate on one weekday (``Monday`` is the evening's) or in one calendar month (``January``)."""

    name: str
    rate: Rate


@dataclass(frozen=True)
class Difference:
    """Whether the rates of several groups of nights ``differ`` by more than chance. ``p_value``: how often
    chance would give differences as large [-]; None where fewer than two groups are known well enough.
    """

    p_value: float | None
    differ: bool


NOT_COMPARED = Difference(None, False)


def well_known(rates: Sequence[NamedRate], least_nights: int) -> tuple[NamedRate, ...]:
    """Those with so many logged nights and a rate with its range; fewer than two compare nothing."""
    return tuple(
        each
        for each in rates
        if each.rate.per_week is not None and each.rate.low is not None and each.rate.nights >= least_nights
    )


def several_known(rates: Sequence[NamedRate], least_nights: int) -> bool:
    """Whether more than one rate is known well enough to be told, and there is a cramp in them: else nothing
    is compared."""
    known = well_known(rates, least_nights)
    return len(known) > 1 and any(each.rate.cramps for each in known)


def by_weekday(nights: Nights, fit: CountFit | None) -> tuple[NamedRate, ...]:
    return _by(nights, _weekdays(nights), FULL_WEEKDAYS, fit)


def by_month(nights: Nights, fit: CountFit | None) -> tuple[NamedRate, ...]:
    return _by(nights, _months(nights), MONTHS, fit)


def _weekdays(nights: Nights) -> Ints:
    """The place of each night's weekday in ``FULL_WEEKDAYS``."""
    return np.asarray(pd.DatetimeIndex(nights.dates).day_of_week)


def _months(nights: Nights) -> Ints:
    """The place of each night's month in ``MONTHS``."""
    return np.asarray(pd.DatetimeIndex(nights.dates).month) - 1


def _by(nights: Nights, groups: Ints, names: Sequence[str], fit: CountFit | None) -> tuple[NamedRate, ...]:
    return tuple(NamedRate(name, rate_of(nights, groups == at, fit)) for at, name in enumerate(names))


def weekdays_differ(
    nights: Nights,
    fit: CountFit | None,
    *,
    least_nights: int = WEEKDAY_NIGHTS,
    below: float = MORE_THAN_CHANCE,
) -> Difference:
    """Whether the weekdays with at least ``least_nights`` logged nights differ, at a p-value ``below``."""
    return _difference(nights, _weekdays(nights), fit, least_nights, below)


def months_differ(
    nights: Nights,
    fit: CountFit | None,
    *,
    least_nights: int = MONTH_NIGHTS,
    below: float = MORE_THAN_CHANCE,
) -> Difference:
    """Whether the calendar months with at least ``least_nights`` logged nights differ, at a p-value
    ``below``."""
    return _difference(nights, _months(nights), fit, least_nights, below)


def _difference(
    nights: Nights, groups: Ints, fit: CountFit | None, least_nights: int, below: float
) -> Difference:
    if fit is None:
        return NOT_COMPARED
    logged = np.bincount(groups[nights.logged], minlength=groups.max(initial=0) + 1)
    p_value = p_value_of_groups(nights.counts, np.where(logged[groups] >= least_nights, groups, -1), fit)
    return Difference(p_value, p_value is not None and p_value < below)
