"""Over a grid of clustering: how strongly, and for how long, cramps may come in runs."""

from collections.abc import Sequence

import numpy as np

from analysis.measures.model.latent_fit import Clustering, Data, Floats, Mode
from analysis.measures.model.newton import Start, fit_at, fit_together

# Flat in sigma and in log(1 - rho): a prior that shrinks sigma makes the intervals too narrow (METHODS.md).
SIGMAS: tuple[float, ...] = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.25, 1.5, 1.8, 2.2)
RHOS: tuple[float, ...] = (0.0, 0.35, 0.6, 0.75, 0.85, 0.91, 0.945, 0.97)
# A memory of months shows only in a log of years: 0.99 resembles itself half after 69 nights.
LONG_RHOS: tuple[float, ...] = (*RHOS, 0.982, 0.99)
LONG = 731  # [nights]
NEGLIGIBLE = 6.5  # in log evidence below the best


def fit_grid(
    data: Data, sigma_spread: float | None = None, memory: tuple[float, float] | None = None
) -> tuple[list[Mode], Floats]:
    """The modes over the grid of clustering with their weights, summing to 1; negligible ones left out.

    sigma_spread : of the half-normal prior of sigma [-]; None for a flat one.
    memory : mean and standard deviation of the normal prior of -log(1 - rho); None for a flat one. [-]
    """
    rhos = RHOS if len(data.counts) < LONG else LONG_RHOS
    of_sigma, of_rho = _priors(rhos, sigma_spread, memory)
    independent = fit_at(data, Clustering(0.0, 0.0))
    rows = [[independent] for _ in rhos]
    best, rising = independent.log_evidence, list(range(len(rhos)))
    # One size of the runs after another, of all memories at once: each row goes on until it has long fallen.
    for sigma in SIGMAS[1:]:
        found = fit_together(
            data,
            [Clustering(sigma, rhos[place]) for place in rising],
            [_expected(rows[place]) for place in rising],
        )
        best = max(best, *(mode.log_evidence for mode in found))
        still = []
        for place, mode in zip(rising, found, strict=True):
            if mode.log_evidence >= min(rows[place][-1].log_evidence, best - NEGLIGIBLE):
                still.append(place)
            rows[place].append(mode)
        rising = still
        if not rising:
            break
    modes, priors = [independent], [of_sigma[0]]
    for row, share in zip(rows, of_rho, strict=True):
        modes += row[1:]
        priors += (of_sigma[1 : len(row)] * share).tolist()
    return _weighted(modes, np.array(priors))


def _priors(
    rhos: Sequence[float], sigma_spread: float | None, memory: tuple[float, float] | None
) -> tuple[Floats, Floats]:
    """The weight of each sigma, and of each rho, those of rho summing to 1."""
    of_sigma = _widths(np.array(SIGMAS))
    if sigma_spread is not None:
        of_sigma = of_sigma * np.exp(-0.5 * (np.array(SIGMAS) / sigma_spread) ** 2)
    memories = -np.log1p(-np.array(rhos))
    of_rho = _widths(memories)
    if memory is not None:
        of_rho = of_rho * np.exp(-0.5 * ((memories - memory[0]) / memory[1]) ** 2)
    return of_sigma, of_rho / of_rho.sum()


def _expected(row: Sequence[Mode]) -> Start:
    """Where the next mode of a row of the grid lies, should it differ from the last one as that did from the
    one before: Newton's method has a step less to go."""
    near, place = row[-1], len(row)
    if place == 1:
        return Start(near.beta, near.z)
    before = row[-2]
    share = (SIGMAS[place] - SIGMAS[place - 1]) / (SIGMAS[place - 1] - SIGMAS[place - 2])
    return Start(near.beta + share * (near.beta - before.beta), near.z + share * (near.z - before.z))


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
