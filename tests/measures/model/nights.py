"""Made nights for the tests of the count model, and how its answers are looked at."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from analysis.measures.model import (
    CountFit,
)
from analysis.measures.model.latent_fit import Clustering
from analysis.measures.model.newton import fit_at
from analysis.measures.results import RateRatio

Floats = npt.NDArray[np.float64]


def at_one_clustering(fit: CountFit, sigma: float, rho: float = 0.0) -> CountFit:
    """The same fit as if the clustering were known."""
    return replace(fit, modes=(fit_at(fit.data, Clustering(sigma, rho)),), weights=np.ones(1))


def two_arms(cramps_before: int, cramps_after: int, nights: int = 56) -> tuple[Floats, Floats]:
    counts = np.zeros(2 * nights)
    np.add.at(counts, np.arange(cramps_before) % nights, 1)
    np.add.at(counts, nights + np.arange(cramps_after) % nights, 1)
    return counts, np.repeat([0.0, 1.0], nights)


def clustered(seed: int, nights: int = 200, per_night: float = 0.6) -> tuple[Floats, Floats]:
    random = np.random.default_rng(seed)
    latent = np.zeros(nights)
    for night in range(1, nights):
        latent[night] = 0.8 * latent[night - 1] + 0.4 * random.standard_normal()
    column = np.repeat(random.standard_normal(nights // 4), 4)
    return random.poisson(per_night * np.exp(latent)).astype(np.float64), column


def ends(ratio: RateRatio) -> tuple[float, float]:
    assert ratio.low is not None
    assert ratio.high is not None
    return ratio.low, ratio.high
