"""How many nights this patient would have to log for a change to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from analysis.journal import Journal
from analysis.measures.arms import whole_fit
from analysis.measures.model import CountFit, nights_needed
from analysis.measures.windows import nights_of


@dataclass(frozen=True)
class FallNeeded:
    """Logged nights on each side for an 80 % chance to show this ``fall`` (0.3 is 30 %); None beyond 730."""

    fall: float
    nights_each_side: int | None


@dataclass(frozen=True)
class WhatItWouldTake:
    """``per_week``: the rate that falls [cramps/week]; ``limit``: beyond it no number is given [nights]."""

    per_week: float | None
    falls: tuple[FallNeeded, ...]
    limit: int
    verdict: Literal["estimated", "not_enough_data"]
    reason: str | None
    nights_needed: int | None


def what_it_would_take(
    journal: Journal,
    fit: CountFit | None = None,
    *,
    falls: Sequence[float] = (0.3, 0.5),
    power: float = 0.8,
    limit: int = 730,
    least_nights: int = 28,
    least_cramps: int = 5,
) -> WhatItWouldTake:
    """Logged nights on each side of a change for a fall of each size to show with a chance of ``power``.

    falls : 50 % is the yardstick in use for a large change, 30 % about what quinine reached over placebo (28
        %, PMID 25842375). [-]
    limit : two years on each side. [nights]
    least_nights, least_cramps : below them the journal's runs are not known well enough. [nights], [cramps]
    """
    nights = nights_of(journal)
    rate = nights.rate(np.ones(len(nights.dates), dtype=bool))
    reason, needed = nights.rates_refused, None
    if reason is None and rate.nights < least_nights:
        reason, needed = "too_few_nights", least_nights - rate.nights
    elif reason is None and rate.cramps < least_cramps:
        reason = "no_cramps" if rate.cramps == 0 else "too_few_cramps"
    if reason is not None:
        return WhatItWouldTake(rate.per_week, (), limit, "not_enough_data", reason, needed)
    fit = fit or whole_fit(nights)
    assert fit is not None
    return WhatItWouldTake(
        per_week=rate.per_week,
        falls=tuple(FallNeeded(fall, nights_needed(fit, fall, power, limit)) for fall in falls),
        limit=limit,
        verdict="estimated",
        reason=None,
        nights_needed=None,
    )
