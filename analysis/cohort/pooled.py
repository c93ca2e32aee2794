"""The pooled answer of many journals: random effects by REML, the interval by Hartung and Knapp.

Oracle of its tests: metafor's published analysis of the BCG trials.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import chdtrc, stdtrit

Floats = npt.NDArray[np.float64]
_MANY = 100  # journals
FEWEST = 5  # journals; a smaller group is not broken down, so that nobody can be recognised in it


@dataclass(frozen=True)
class Pooled:
    """The pooled log ratio of ``journals`` and its 95 % interval [-], the standard deviation ``tau`` of the
    true log ratios, the 95 % interval in which the ratio of a further journal is expected (None below three),
    Cochran's ``q`` with its p-value, and the pooled log ratio without each journal in turn.
    """

    journals: int
    log_ratio: float
    low: float
    high: float
    tau: float
    expected_low: float | None
    expected_high: float | None
    q: float
    q_p_value: float
    without_each: tuple[float, ...]


def pool(log_ratios: Sequence[float], errors: Sequence[float]) -> Pooled:
    """Pools log ratios with their standard errors, one of each journal.

    Between journals the variance is found by restricted maximum likelihood (Viechtbauer 2005,
    doi 10.3102/10769986030003261), never below 0. The interval is that of Hartung and Knapp (2001,
    PMID 11782062) with a factor of at least 1, so that it is never narrower than the plain one. Raises
    ValueError for fewer than two journals, an error of 0, or unequal lengths.
    """
    found, squares = np.asarray(log_ratios, dtype=float), np.asarray(errors, dtype=float) ** 2
    if len(found) < 2 or len(found) != len(squares):
        raise ValueError(f"at least two log ratios with as many errors, not {len(found)} and {len(squares)}")
    if not np.isfinite(found).all() or not (squares > 0).all():
        raise ValueError("log ratios are finite, and their errors above 0")
    tau2 = reml_variance(found, squares)
    weights = 1 / (squares + tau2)
    mean = float((weights * found).sum() / weights.sum())
    factor = max(1.0, float((weights * (found - mean) ** 2).sum()) / (len(found) - 1))
    error = float(np.sqrt(factor / weights.sum()))
    reach = float(stdtrit(len(found) - 1, 0.975)) * error
    expected: tuple[float | None, float | None] = (None, None)
    if len(found) > 2:
        spread = float(stdtrit(len(found) - 2, 0.975)) * float(np.sqrt(tau2 + error**2))
        expected = (mean - spread, mean + spread)
    fixed = 1 / squares
    q = float((fixed * (found - (fixed * found).sum() / fixed.sum()) ** 2).sum())
    return Pooled(
        journals=len(found),
        log_ratio=mean,
        low=mean - reach,
        high=mean + reach,
        tau=float(np.sqrt(tau2)),
        expected_low=expected[0],
        expected_high=expected[1],
        q=q,
        q_p_value=float(chdtrc(len(found) - 1, q)),
        without_each=_without_each(found, squares) if len(found) > 2 else (),
    )


def reml_variance(found: Floats, squares: Floats) -> float:
    """The variance between journals that restricted maximum likelihood gives, at least 0."""

    from scipy.optimize import minimize_scalar  # a second to import, and no worker needs it

    def lack(tau2: float) -> float:
        weights = 1 / (squares + tau2)
        mean = (weights * found).sum() / weights.sum()
        rest = (weights * (found - mean) ** 2).sum()
        return float(0.5 * (np.log(squares + tau2).sum() + np.log(weights.sum()) + rest))

    most = max(10 * float(np.var(found)), 1e-6)
    best = minimize_scalar(lack, bounds=(0, most), method="bounded", options={"xatol": 1e-10 * most})
    return 0.0 if lack(0.0) <= best.fun else float(best.x)


def _without_each(found: Floats, squares: Floats) -> tuple[float, ...]:
    """The pooled log ratio without each journal in turn; of more than ``_MANY`` with the variance that all of
    them have between them, which one alone hardly moves."""
    if len(found) > _MANY:
        weights = 1 / (squares + reml_variance(found, squares))
        of_others = ((weights * found).sum() - weights * found) / (weights.sum() - weights)
        return tuple(of_others.tolist())
    means = []
    for place in range(len(found)):
        kept = np.arange(len(found)) != place
        weights = 1 / (squares[kept] + reml_variance(found[kept], squares[kept]))
        means.append(float((weights * found[kept]).sum() / weights.sum()))
    return tuple(means)
