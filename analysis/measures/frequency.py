"""How often cramps come, and whether that changes over time."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from analysis.measures.results import Rate, RateRatio, Verdict


@dataclass(frozen=True)
class Week:
    """Seven nights from ``start``; rate fields None where no night was logged."""

    start: date
    rate: Rate


@dataclass(frozen=True)
class Comparison:
    """One stretch of nights against another: ``change`` = current / previous."""

    current: Rate
    previous: Rate
    current_from: date | None
    current_to: date | None
    previous_from: date | None
    previous_to: date | None
    change: RateRatio
    verdict: Verdict
    reason: str | None
    nights_needed: int | None


@dataclass(frozen=True)
class Trend:
    """Rate ratio per 28 nights over the whole period."""

    per_28_nights: RateRatio
    nights: int
    cramps: float
    verdict: Verdict
    reason: str | None
    nights_needed: int | None


@dataclass(frozen=True)
class Share:
    """Nights with at least one cramp among the logged nights, with its 95 % interval. [-], 0 to 1"""

    nights: int
    cramp_nights: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Frequency:
    """``rolling_per_week``: for every night of the period, the rate of the 28 nights that end with it
    [cramps/week], NaN where fewer than 14 of them are logged; ``rolling_nights`` are their dates."""

    overall: Rate
    recent: Comparison
    trend: Trend
    cramp_nights_share: Share
    cramps_per_cramp_night: float | None
    weeks: tuple[Week, ...]
    rolling_nights: tuple[date, ...]
    rolling_per_week: npt.NDArray[np.float64]

# CONTRACT: frequency(journal, fit=None, ...) -> Frequency; compare_periods(journal, first, second) -> Comparison
