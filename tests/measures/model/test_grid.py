"""The grid of clustering: which places of it are left out, and what the others weigh."""

import numpy as np
import pytest

from analysis.measures.model.grid import LONG, LONG_RHOS, RHOS, SIGMAS, fit_grid
from analysis.measures.model.latent_fit import Clustering, Data
from analysis.measures.model.newton import fit_at


def runs(nights: int, seed: int) -> Data:
    """Counts whose log-rate is an autoregression."""
    random = np.random.default_rng(seed)
    z = np.zeros(nights)
    for night in range(1, nights):
        z[night] = 0.8 * z[night - 1] + 0.6 * random.standard_normal()
    counts = random.poisson(np.exp(-0.3 + 0.8 * z)).astype(np.float64)
    return Data(counts, np.ones((nights, 1)), np.ones(nights, dtype=bool), np.zeros(1), np.eye(1) / 9)


def widths(points: list[float]) -> list[float]:
    """Of the trapezium rule: from the place before to the place after, halved or not alike for all."""
    ends = [points[0], *points, points[-1]]
    return [after - before for before, after in zip(ends[:-2], ends[2:], strict=True)]


@pytest.mark.parametrize("spread", [None, 1.0])
@pytest.mark.parametrize("memory", [None, (2.0, 0.5)])
def test_weights_as_with_every_place_fitted_alone(
    spread: float | None, memory: tuple[float, float] | None
) -> None:
    """Oracle: each place of the grid fitted by itself, its evidence times its prior by the trapezium rule;
    places that carry less than a thousandth may be missing."""
    data = runs(150, 5)
    of_sigma = np.array(widths(list(SIGMAS)))
    if spread is not None:
        of_sigma = of_sigma * np.exp(-0.5 * (np.array(SIGMAS) / spread) ** 2)
    memories = [-np.log(1 - rho) for rho in RHOS]
    of_rho = np.array(widths(memories))
    if memory is not None:
        of_rho = of_rho * np.exp(-0.5 * ((np.array(memories) - memory[0]) / memory[1]) ** 2)
    of_rho = of_rho / of_rho.sum()
    places = [(Clustering(0.0, 0.0), of_sigma[0])]
    for rho, one in zip(RHOS, of_rho, strict=True):
        places += [
            (Clustering(sigma, rho), other * one)
            for sigma, other in zip(SIGMAS[1:], of_sigma[1:], strict=True)
        ]
    evidence = np.array([fit_at(data, at).log_evidence + np.log(prior) for at, prior in places])
    weights = np.exp(evidence - evidence.max())
    expected = {at: weight for (at, _), weight in zip(places, weights / weights.sum(), strict=True)}
    modes, found = fit_grid(data, spread, memory)
    assert found.sum() == pytest.approx(1)
    for mode, weight in zip(modes, found, strict=True):
        assert weight == pytest.approx(expected.pop(mode.clustering), rel=0.03)
    assert max(expected.values()) < 1.5e-3


def test_a_memory_of_months_is_looked_for_in_a_log_of_years_only() -> None:
    """Oracle: a log-rate that stands still for half a year at a time, two years and three months."""
    random = np.random.default_rng(1)
    counts = random.poisson(np.repeat([0.2, 2.0, 0.3, 2.5, 0.2], 165)).astype(np.float64)
    long = Data(counts, np.ones((825, 1)), np.ones(825, dtype=bool), np.zeros(1), np.eye(1) / 9)
    assert len(counts) >= LONG
    modes, weights = fit_grid(long)
    slow = sum(w for w, mode in zip(weights, modes, strict=True) if mode.clustering.rho in LONG_RHOS[8:])
    assert slow > 0.5
    year = Data(counts[:365], long.columns[:365], long.logged[:365], long.mean, long.precision)
    assert max(mode.clustering.rho for mode in fit_grid(year)[0]) <= max(RHOS)
