"""Whether the rate moves over the whole period."""

from dataclasses import dataclass

import numpy as np

from analysis.measures.model import fit_counts
from analysis.measures.refusals import Reason, verdicts
from analysis.measures.results import NO_RATIO, RateRatio, Verdict
from analysis.measures.windows import Nights


@dataclass(frozen=True)
class Trend:
    """Rate ratio per 28 nights over the whole period."""

    per_28_nights: RateRatio
    nights: int
    cramps: float
    verdict: Verdict
    reason: str | None
    nights_needed: int | None
    q_value: float | None = None


def trend(nights: Nights, least_nights: int = 56, least_cramps: int = 5) -> Trend:
    """The trend with its verdict as a question of its own, refused below these logged nights and cramps."""
    every = np.ones(len(nights.dates), dtype=bool)
    rate = nights.rate(every)
    reason: Reason | None = nights.rates_refused
    needed = None
    if reason is None and rate.nights < least_nights:
        reason, needed = "too_few_nights", least_nights - rate.nights
    elif reason is None and rate.cramps < least_cramps:
        reason = "no_cramps" if rate.cramps == 0 else "too_few_cramps"
    ratio = NO_RATIO
    if reason is None:
        months = np.arange(len(nights.dates), dtype=np.float64) / 28
        fit = fit_counts(nights.counts, months, names=("trend",), day_of_year=nights.days_of_year)
        ratio = fit.ratio("trend")
    [(q_value, verdict)] = verdicts([None if reason is not None else ratio])
    return Trend(ratio, rate.nights, rate.cramps, verdict, reason, needed, q_value)
