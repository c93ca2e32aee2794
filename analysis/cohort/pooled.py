"""The pooled answer of many journals: random effects by REML, the interval by Hartung and Knapp.

Every journal's ratio rests on a season that was expected of it. Where all changed at one time of the year
that expectation is an error that no number of journals averages out; so the season of all of them is
estimated together, and what stays unknown of it widens the interval.

The error of a log ratio is large where one side has few cramps, by chance or because few are left: weights
from each journal's own error lean to those that changed least. So the errors after a change are evened.

Oracle of its tests: metafor's published analysis of the BCG trials, and simulated cohorts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import chdtrc, stdtrit

from analysis.measures import SEASON_IN_PHASE, SeasonBehind

Floats = npt.NDArray[np.float64]
NORMAL = 1.959963984540054  # the 97.5th percentile of the normal distribution
# How far the mean size of the season over a population may lie from what is expected: no season, and the
# whole published curve, are each one of these away. [log-rate]
SEASON_OF_POPULATION = 1 / 6
_MANY = 100  # journals
# The ratio after a change has wide ends on purpose: over the worlds of the calibration it is off by 0.90 of
# its error (standard deviation, 1,080 journals).
OVERSTATED = 1 / 0.9
FEWEST = 5  # journals; a smaller group is not broken down, so that nobody can be recognised in it


class Counted(NamedTuple):
    """What a ratio after a change was counted from: the cramps of both sides together, and the logged nights
    of each."""

    cramps: float
    nights_before: float
    nights_after: float


@dataclass(frozen=True)
class Pooled:
    """The pooled ``log_value`` of ``journals``, a log ratio or a log rate a week, and its 95 % interval
    [-], the standard deviation ``tau`` of the true ones, the 95 % interval in which that of a further
    journal is expected (None below three), Cochran's ``q`` with its p-value, and the pooled value without
    each journal in turn. ``season``: the size of the season in the published phase that the journals were
    found to have together, with the error that it leaves in the log ratio; None where it was not asked
    for [log-rate].
    """

    journals: int
    log_value: float
    low: float
    high: float
    tau: float
    expected_low: float | None
    expected_high: float | None
    q: float
    q_p_value: float
    without_each: tuple[float, ...]
    season: float | None = None
    season_error: float | None = None


def pool(
    log_values: Sequence[float],
    errors: Sequence[float],
    seasons: Iterable[SeasonBehind] = (),
    *,
    counted: Iterable[Counted] = (),
    overstated: float = 1.0,
    leave_out: bool = True,
) -> Pooled:
    """Pools log ratios with their standard errors, one of each journal.

    seasons : what each log ratio owes to the season that was expected of its journal; none where there was no
        such expectation. The log ratios are then set to the season found in all of them together.
    counted : what each log ratio was counted from; none where it is no ratio of two sides. Else the errors
        are evened before anything is found with them.
    overstated : how many times as large the errors are as what the log ratios are really off, where that is
        known. The variance between journals is then found with smaller ones; else it is taken for part of the
        errors and found as 0. Weights and intervals keep the errors as they are.
    leave_out : whether the answer without each journal in turn is worked out too, which takes longest.

    Between journals the variance is found by restricted maximum likelihood (Viechtbauer 2005,
    doi 10.3102/10769986030003261), never below 0. The interval is that of Hartung and Knapp (2001,
    PMID 11782062) with a factor of at least 1, so that it is never narrower than the plain one. Raises
    ValueError for fewer than two journals, an error of 0, or unequal lengths.
    """
    found, squares = _checked(log_values, errors)
    season = season_error = None
    pulls = np.zeros(len(found))
    owed = _rows_of((season.pull, season.size, season.error) for season in seasons)
    if len(owed):
        pulls = owed[:, 0]
        season, unknown = _season_of_rows(owed)
        found += pulls * (season - SEASON_IN_PHASE[0])
    if len(sides := _rows_of(counted)):
        squares = evened(found, squares, sides, overstated)
    tau2 = reml_variance(found, squares / overstated**2)
    weights = 1 / (squares + tau2)
    mean = float((weights * found).sum() / weights.sum())
    factor = max(1.0, float((weights * (found - mean) ** 2).sum()) / (len(found) - 1))
    error = float(np.sqrt(factor / weights.sum()))
    reach = float(stdtrit(len(found) - 1, 0.975)) * error
    if season is not None:
        season_error = abs(float(weights @ pulls / weights.sum())) * unknown
        reach = float(np.hypot(reach, NORMAL * season_error))
    spread = None if len(found) < 3 else _spread_of_another(len(found), tau2, error, season_error or 0.0)
    q = _cochran(found, squares)
    return Pooled(
        journals=len(found),
        log_value=mean,
        low=mean - reach,
        high=mean + reach,
        tau=float(np.sqrt(tau2)),
        expected_low=None if spread is None else mean - spread,
        expected_high=None if spread is None else mean + spread,
        q=q,
        q_p_value=float(chdtrc(len(found) - 1, q)),
        without_each=_without_each(found, squares, overstated) if leave_out and len(found) > 2 else (),
        season=season,
        season_error=season_error,
    )


def _checked(log_values: Sequence[float], errors: Sequence[float]) -> tuple[Floats, Floats]:
    """Log ratios and squared errors that can be pooled."""
    found, squares = np.array(log_values, dtype=float), np.asarray(errors, dtype=float) ** 2
    if len(found) < 2 or len(found) != len(squares):
        raise ValueError(f"at least two log ratios with as many errors, not {len(found)} and {len(squares)}")
    if not np.isfinite(found).all() or not (squares > 0).all():
        raise ValueError("log ratios are finite, and their errors above 0")
    return found, squares


def _spread_of_another(journals: int, tau2: float, error: float, season_error: float) -> float:
    """How far on either side of the pooled log ratio that of one further journal is expected. [-]"""
    return float(stdtrit(journals - 2, 0.975)) * float(np.sqrt(tau2 + error**2 + season_error**2))


def _cochran(found: Floats, squares: Floats) -> float:
    fixed = 1 / squares
    return float((fixed * (found - (fixed * found).sum() / fixed.sum()) ** 2).sum())


def season_of_all(seasons: Iterable[SeasonBehind]) -> tuple[float, float]:
    """The mean size of the season in the published phase, and its standard error. [log-rate]

    In each journal the size is normal around that mean with the spread of the model's prior, and what the
    journal tells of it is what its posterior has over that prior; the mean itself has a normal prior around
    what the model expects.
    """
    return _season_of_rows(_rows_of((season.pull, season.size, season.error) for season in seasons))


def _rows_of(threes: Iterable[tuple[float, float, float]]) -> Floats:
    """Three numbers, a row a journal: of very many journals nothing else is held."""
    return np.fromiter(threes, dtype=np.dtype((np.float64, 3)))


def evened(found: Floats, squares: Floats, sides: Floats, overstated: float) -> Floats:
    """Squared errors that do not depend on which side of a journal had few cramps.

    Each is the variance of a log ratio of two counts that share the journal's cramps out as the pooled ratio
    would have it; all are as much larger as the journals' own are on average, for cramps come in runs.
    """
    weights = 1 / (squares + reml_variance(found, squares / overstated**2))
    ratio = np.exp(float(weights @ found / weights.sum()))
    cramps, before, after = sides.T
    share = after * ratio / (before + after * ratio)
    of_counts = 1 / (cramps * share * (1 - share))
    return np.asarray(of_counts * (squares / of_counts).mean())


def _season_of_rows(owed: Floats) -> tuple[float, float]:
    expected, spread, _ = SEASON_IN_PHASE
    told = np.clip(1 - owed[:, 2] ** 2 / spread**2, 1e-6, 1.0)
    sizes = expected + (owed[:, 1] - expected) / told
    precisions = np.append(told / spread**2, SEASON_OF_POPULATION**-2)
    mean = float(precisions @ np.append(sizes, expected) / precisions.sum())
    return mean, float(precisions.sum() ** -0.5)


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


def _without_each(found: Floats, squares: Floats, overstated: float) -> tuple[float, ...]:
    """The pooled log ratio without each journal in turn; of more than ``_MANY`` with the variance that all of
    them have between them, which one alone hardly moves."""
    if len(found) > _MANY:
        weights = 1 / (squares + reml_variance(found, squares / overstated**2))
        of_others = ((weights * found).sum() - weights * found) / (weights.sum() - weights)
        return tuple(of_others.tolist())
    means = []
    for place in range(len(found)):
        kept = np.arange(len(found)) != place
        weights = 1 / (squares[kept] + reml_variance(found[kept], squares[kept] / overstated**2))
        means.append(float((weights * found[kept]).sum() / weights.sum()))
    return tuple(means)
