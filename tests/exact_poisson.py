"""The exact ratio of two Poisson rates: a rival that takes every cramp as independent of every other."""

import numpy as np
from scipy.special import betaincinv, gammaln, xlogy

from analysis.measures.results import NO_RATIO, RateRatio


def exact_poisson_ratio(
    cramps_a: float, nights_a: float, cramps_b: float, nights_b: float, level: float = 0.95
) -> RateRatio:
    """Rate a divided by rate b [-], as if every cramp came independently of every other.

    Given all cramps together, those of a are binomial: the interval is Clopper and Pearson's, and the
    p-value adds up the outcomes that are no likelier than the one seen, as R's ``poisson.test`` does (Fay,
    R Journal 2010;2:53-58). Too narrow for a real journal, because cramps come in runs: it is here for
    comparison.
    """
    total = cramps_a + cramps_b
    if total == 0 or min(nights_a, nights_b) <= 0:
        return NO_RATIO
    odds = nights_b / nights_a
    tail = (1 - level) / 2
    low = high = None
    if cramps_a > 0:
        share = float(betaincinv(cramps_a, cramps_b + 1, tail))
        low = share / (1 - share) * odds
    if cramps_b > 0:
        share = float(betaincinv(cramps_a + 1, cramps_b, 1 - tail))
        high = share / (1 - share) * odds
    ratio = float(cramps_a / cramps_b * odds) if cramps_b > 0 else None
    return RateRatio(
        ratio, 0.0 if low is None else low, high, _binomial_p(cramps_a, total, nights_a, nights_b)
    )


def _binomial_p(cramps_a: float, total: float, nights_a: float, nights_b: float) -> float:
    share = nights_a / (nights_a + nights_b)
    outcomes = np.arange(round(total) + 1)
    log_chance = (
        gammaln(total + 1)
        - gammaln(outcomes + 1)
        - gammaln(total - outcomes + 1)
        + xlogy(outcomes, share)
        + xlogy(total - outcomes, 1 - share)
    )
    seen = log_chance[round(cramps_a)]
    return float(min(1.0, np.exp(log_chance[log_chance <= seen + 1e-7]).sum()))
