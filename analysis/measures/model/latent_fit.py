"""Nightly cramps on a latent autoregressive log-rate: what is fitted, and what a fit holds.

The log-rate of night t is ``Z[t] @ beta + sigma * z[t]``, where z is a stationary first-order
autoregression with unit variance and correlation ``rho`` from one night to the next. Nights that are not
logged keep their place in z and have no likelihood.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
HIGHEST_LOG_RATE = 12.0


@dataclass(frozen=True)
class Clustering:
    """``sigma``: standard deviation of the latent log-rate [-]; ``rho``: its correlation from night to
    night [-]."""

    sigma: float
    rho: float


@dataclass(frozen=True)
class Data:
    """One row a night, in order. ``counts`` and ``columns`` are 0 where a night is not ``logged``.

    ``mean`` and ``precision`` are those of the normal prior of beta. ``yes_no``: a count of 1 is at least
    one.
    """

    counts: Floats
    columns: Floats
    logged: Bools
    mean: Floats
    precision: Floats
    yes_no: bool = False


@dataclass(frozen=True)
class Mode:
    """The most probable (z, beta) at one clustering, with what Laplace's approximation needs around it.

    ``rates``: expected counts [cramps/night], 0 where not logged; ``information``: of each night on its
    log-rate [-]. ``slopes``: the change of each night's log-rate with beta when z follows. ``spread``:
    variance of the log-rate given beta. ``covariance`` is that of beta.
    """

    clustering: Clustering
    beta: Floats
    z: Floats
    covariance: Floats
    rates: Floats
    information: Floats
    slopes: Floats
    spread: Floats
    log_evidence: float

    def draw_log_rates(
        self,
        data: Data,
        where: npt.NDArray[np.intp],
        columns: Floats,
        draws: int,
        random: np.random.Generator,
    ) -> Floats:
        """Random log-rates of the nights ``where``, given these columns there: draws × nights."""
        from analysis.measures.model.tridiagonal import factorised, solved_from_the_end

        sigma, rho = self.clustering.sigma, self.clustering.rho
        away = random.standard_normal((draws, len(self.beta))) @ np.linalg.cholesky(self.covariance).T
        log_rates = (self.beta + away) @ columns.T
        if sigma == 0:
            return np.asarray(log_rates)
        first, last = where[0], where[-1]
        diagonal, beside = precision_of_run(len(self.z), rho)
        pivots, below = factorised(diagonal + sigma**2 * self.information, beside[:-1])
        noise = random.standard_normal((last - first + 1, draws)) / np.sqrt(pivots[first : last + 1, None])
        noise[-1] *= np.sqrt(pivots[last] * self.spread[last]) / sigma
        z = self.z[first : last + 1, None] + solved_from_the_end(below[first:last], noise)
        follow = (self.slopes[where] - data.columns[where]) @ away.T
        return np.asarray(log_rates + (sigma * z[where - first] + follow).T)


def precision_of_run(nights: int, rho: float) -> tuple[Floats, Floats]:
    """Diagonal of the precision of a unit autoregression, and what stands beside it: as long, with a 0 at
    the end."""
    scale = 1 / (1 - rho**2)
    diagonal = np.full(nights, (1 + rho**2) * scale)
    diagonal[0] = diagonal[-1] = scale if nights > 1 else 1.0
    beside = np.full(nights, -rho * scale)
    beside[-1] = 0.0
    return diagonal, beside
