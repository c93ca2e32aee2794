"""Nightly cramps on a latent autoregressive log-rate: the fit at given clustering, and over a grid of it.

The log-rate of night t is ``Z[t] @ beta + sigma * z[t]``, where z is a stationary first-order
autoregression with unit variance and correlation ``rho`` from one night to the next. Nights that are not
logged keep their place in z and have no likelihood. At given (sigma, rho) the mode of (z, beta) is found by
Newton's method: the precision of z is tridiagonal and beta is eliminated by its Schur complement, so that
time grows linearly with the nights. Laplace's approximation gives the evidence for (sigma, rho).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from threading import Thread

import numpy as np
import numpy.typing as npt
from scipy.linalg import solve_banded
from scipy.linalg.lapack import dpotrf, dpotrs, dpttrf, dpttrs
from threadpoolctl import threadpool_limits

from analysis.measures.model.likelihoods import log_likelihood, score_and_information

# The matrices are small: a second thread of the linear algebra only waits for a core, and on a busy machine
# a review took up to 20 times as long.
# In a thread of its own: the library holds on to the thread that calls it first, and to all that it holds.
_limiting = Thread(target=threadpool_limits, args=(1, "blas"))
_limiting.start()
_limiting.join()

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

# Flat in sigma and in log(1 - rho): a prior that shrinks sigma makes the intervals too narrow (METHODS.md).
SIGMAS: tuple[float, ...] = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.25, 1.5, 1.8, 2.2)
RHOS: tuple[float, ...] = (0.0, 0.35, 0.6, 0.75, 0.85, 0.91, 0.945, 0.97)
# A memory of months shows only in a log of years: 0.99 resembles itself half after 69 nights.
LONG_RHOS: tuple[float, ...] = (*RHOS, 0.982, 0.99)
LONG = 731  # [nights]
NEGLIGIBLE = 6.5  # in log evidence below the best
MOST_STEPS = 50
ENOUGH = 1e-5  # of the log posterior still to be gained, at which Newton's method stops
HIGHEST_LOG_RATE = 12.0


@dataclass(frozen=True)
class Clustering:
    """``sigma``: standard deviation of the latent log-rate [-]; ``rho``: its correlation from night to
    night [-]."""

    sigma: float
    rho: float

    def error_of_step(self, expected: Floats, step: Floats) -> float:
        """Standard error of the log ratio of a step column, at given expected counts [cramps/night]."""
        diagonal, beside = _precision(len(expected), self.rho)
        columns = np.column_stack([np.ones(len(expected)), step])
        weighted = expected[:, None] * columns
        pivots, below, _ = dpttrf(diagonal + self.sigma**2 * expected, beside)
        solved, _ = dpttrs(pivots, below, np.asfortranarray(self.sigma * weighted))
        information = columns.T @ weighted - self.sigma * weighted.T @ solved
        return float(np.sqrt(np.linalg.inv(information)[1, 1]))


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
        sigma, rho = self.clustering.sigma, self.clustering.rho
        away = random.standard_normal((draws, len(self.beta))) @ np.linalg.cholesky(self.covariance).T
        log_rates = (self.beta + away) @ columns.T
        if sigma == 0:
            return np.asarray(log_rates)
        first, last = where[0], where[-1]
        diagonal, beside = _precision(len(self.z), rho)
        pivots, below, _ = dpttrf(diagonal + sigma**2 * self.information, beside)
        noise = random.standard_normal((last - first + 1, draws)) / np.sqrt(pivots[first : last + 1, None])
        noise[-1] *= np.sqrt(pivots[last] * self.spread[last]) / sigma
        # The precision is L D L', so that L' z = noise leads from the last night back to the first.
        upper = np.ones((2, len(noise)))
        upper[0, 1:] = below[first:last]
        z = self.z[first : last + 1, None] + solve_banded((0, 1), upper, noise, check_finite=False)
        follow = (self.slopes[where] - data.columns[where]) @ away.T
        return np.asarray(log_rates + (sigma * z[where - first] + follow).T)


def fit_at(data: Data, clustering: Clustering, start: Mode | None = None) -> Mode:
    """The mode at one (sigma, rho); ``start`` is a mode nearby to begin from."""
    sigma, rho = clustering.sigma, clustering.rho
    nights, width = data.columns.shape
    diagonal, beside = _precision(nights, rho)
    if start is None:
        beta, z = data.mean.copy(), np.zeros(nights)
    else:
        beta, z = start.beta, start.z
    columns, counts, weight = np.asfortranarray(data.columns), data.counts, data.logged.astype(float)
    value, rates = _log_joint(data, weight, diagonal, beside, sigma, beta, z)
    right, weighted = np.empty((nights, width + 1), order="F"), np.empty((nights, width), order="F")
    for _ in range(MOST_STEPS):
        residual, information = score_and_information(counts, rates, yes_no=data.yes_no)
        pivots, below, _ = dpttrf(diagonal + sigma**2 * information, beside)
        right[:, 0] = sigma * residual - _times(diagonal, beside, z)
        np.multiply(columns, information[:, None], out=weighted)
        np.multiply(weighted, sigma, out=right[:, 1:])
        solved, _ = dpttrs(pivots, below, right)
        # What a column moves where the latent nights follow it: both halves of the Schur complement at once.
        slopes = columns - sigma * solved[:, 1:]
        factor, _ = dpotrf(weighted.T @ slopes + data.precision)
        gradient = columns.T @ residual - data.precision @ (beta - data.mean)
        step, _ = dpotrs(factor, gradient - right[:, 1:].T @ solved[:, 0])
        z_step = solved[:, 0] - solved[:, 1:] @ step
        gain = float(gradient @ step + right[:, 0] @ z_step)
        if gain < ENOUGH:
            break
        length = 1.0
        while True:
            new_beta, new_z = beta + length * step, z + length * z_step
            new_value, new_rates = _log_joint(data, weight, diagonal, beside, sigma, new_beta, new_z)
            if new_value >= value - 1e-9 or length < 1e-6:
                break
            length /= 2
        beta, z, value, rates = new_beta, new_z, new_value, new_rates
    log_determinant = float(np.log(pivots).sum() + 2 * np.log(np.diag(factor)).sum())
    backward, _, _ = dpttrf((diagonal + sigma**2 * information)[::-1].copy(), beside[::-1].copy())
    inverse_diagonal = 1 / (pivots + backward[::-1] - diagonal - sigma**2 * information)
    return Mode(
        clustering=clustering,
        beta=beta,
        z=z,
        covariance=dpotrs(factor, np.eye(width))[0],
        rates=rates,
        information=information,
        slopes=slopes,
        spread=sigma**2 * inverse_diagonal,
        log_evidence=value - 0.5 * (nights - 1) * np.log1p(-(rho**2)) - 0.5 * log_determinant,
    )


def fit_grid(
    data: Data, sigma_spread: float | None = None, memory: tuple[float, float] | None = None
) -> tuple[list[Mode], Floats]:
    """The modes over the grid of clustering with their weights, summing to 1; negligible ones left out.

    sigma_spread : of the half-normal prior of sigma [-]; None for a flat one.
    memory : mean and standard deviation of the normal prior of -log(1 - rho); None for a flat one. [-]
    """
    modes: list[Mode] = []
    priors: list[float] = []
    independent = fit_at(data, Clustering(0.0, 0.0))
    sigma_widths = _widths(np.array(SIGMAS))
    if sigma_spread is not None:
        sigma_widths = sigma_widths * np.exp(-0.5 * (np.array(SIGMAS) / sigma_spread) ** 2)
    rhos = RHOS if len(data.counts) < LONG else LONG_RHOS
    memories = -np.log1p(-np.array(rhos))
    rho_widths = _widths(memories)
    if memory is not None:
        rho_widths = rho_widths * np.exp(-0.5 * ((memories - memory[0]) / memory[1]) ** 2)
    best = independent.log_evidence
    modes.append(independent)
    priors.append(sigma_widths[0])
    above = [independent]
    for rho, rho_width in zip(rhos, rho_widths / rho_widths.sum(), strict=True):
        row = [independent]
        for sigma, sigma_width in zip(SIGMAS[1:], sigma_widths[1:], strict=True):
            near = row[-1]
            mode = fit_at(data, Clustering(sigma, rho), _expected(row, above))
            row.append(mode)
            modes.append(mode)
            priors.append(sigma_width * rho_width)
            best = max(best, mode.log_evidence)
            if mode.log_evidence < min(near.log_evidence, best - NEGLIGIBLE):
                break
        above = row
    return _weighted(modes, np.array(priors))


def _expected(row: Sequence[Mode], above: Sequence[Mode]) -> Mode:
    """Where the next mode of a row of the grid lies, should it differ from the last one as in the row above,
    or else from the last one as that from the one before: Newton's method has a step less to go."""
    near, place = row[-1], len(row)
    if len(above) > place:
        one, other, share = above[place], above[place - 1], 1.0
    elif place > 1:
        one, other = near, row[-2]
        share = (SIGMAS[place] - SIGMAS[place - 1]) / (SIGMAS[place - 1] - SIGMAS[place - 2])
    else:
        return near
    return replace(
        near, beta=near.beta + share * (one.beta - other.beta), z=near.z + share * (one.z - other.z)
    )


def refit(data: Data, clusterings: Iterable[Clustering]) -> list[Mode]:
    """The modes of other nights or columns at clusterings that are already known."""
    modes: list[Mode] = []
    for clustering in clusterings:
        modes.append(fit_at(data, clustering, modes[-1] if modes else None))
    return modes


def _weighted(modes: list[Mode], priors: Floats) -> tuple[list[Mode], Floats]:
    evidence = np.array([mode.log_evidence for mode in modes])
    weights = priors * np.exp(evidence - evidence.max())
    weights /= weights.sum()
    kept = np.flatnonzero(weights > 1e-3)
    return [modes[index] for index in kept], weights[kept] / weights[kept].sum()


def _widths(points: Floats) -> Floats:
    """Trapezium weights of unequally spaced points."""
    gaps = np.diff(points)
    return np.concatenate([gaps[:1], gaps[:-1] + gaps[1:], gaps[-1:]]) / 2


def _precision(nights: int, rho: float) -> tuple[Floats, Floats]:
    """Diagonal and off-diagonal (never empty, as LAPACK asks) of the precision of a unit autoregression."""
    scale = 1 / (1 - rho**2)
    diagonal = np.full(nights, (1 + rho**2) * scale)
    diagonal[0] = diagonal[-1] = scale if nights > 1 else 1.0
    return diagonal, np.full(max(1, nights - 1), -rho * scale)


def _times(diagonal: Floats, beside: Floats, z: Floats) -> Floats:
    product = diagonal * z
    product[:-1] += beside * z[1:]
    product[1:] += beside * z[:-1]
    return product


def _log_joint(
    data: Data, weight: Floats, diagonal: Floats, beside: Floats, sigma: float, beta: Floats, z: Floats
) -> tuple[float, Floats]:
    log_rates = np.minimum(data.columns @ beta + sigma * z, HIGHEST_LOG_RATE)
    rates = weight * np.exp(log_rates)
    away = beta - data.mean
    value = log_likelihood(data.counts, log_rates, rates, yes_no=data.yes_no)
    square = diagonal @ (z * z) + 2 * beside[0] * (z[:-1] @ z[1:])
    return float(value - 0.5 * square - 0.5 * away @ data.precision @ away), rates
