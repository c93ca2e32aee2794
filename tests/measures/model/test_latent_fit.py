"""The latent fit against exact sums and other people's programs."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.linalg import block_diag

from analysis.measures.model import (
    fit_counts,
)
from analysis.measures.model.latent_fit import Clustering, Data
from analysis.measures.model.newton import fit_at
from tests.measures.model.nights import at_one_clustering, ends

# Monthly poliomyelitis in the United States, 1970 to 1983, the example of Zeger (Biometrika 1988;75:621-629).
POLIO = np.array([
    0, 1, 0, 0, 1, 3, 9, 2, 3, 5, 3, 5, 2, 2, 0, 1, 0, 1, 3, 3, 2, 1, 1, 5, 0, 3, 1, 0, 1, 4, 0, 0, 1,
    6, 14, 1, 1, 0, 0, 1, 1, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 2, 0, 1, 0, 1, 0, 0,
    1, 2, 0, 0, 1, 2, 0, 3, 1, 1, 0, 2, 0, 4, 0, 2, 1, 1, 1, 1, 0, 1, 1, 0, 2, 1, 3, 1, 2, 4, 0, 0, 0,
    1, 0, 1, 0, 2, 2, 4, 2, 3, 3, 0, 0, 2, 7, 8, 2, 4, 1, 1, 2, 4, 0, 1, 1, 1, 3, 0, 0, 0, 0, 1, 0, 1,
    1, 0, 0, 0, 0, 0, 1, 2, 0, 2, 0, 0, 0, 1, 0, 1, 0, 1, 0, 2, 0, 0, 1, 2, 0, 1, 0, 0, 0, 1, 2, 1, 0,
    1, 3, 6,
], dtype=np.float64)  # fmt: skip


def test_poisson_limit_against_glarma_on_the_polio_data() -> None:
    """Oracle: R package glarma, whose help pages start from R's ``glm(y ~ X - 1, family = poisson)`` on
    ``Polio``:

        c("Intcpt" = 0.2069383, "Trend" = -4.7986615, "CosAnnual" = -0.1487333, "SinAnnual" = -0.5318768,
        "CosSemiAnnual" = 0.1690998, "SinSemiAnnual" = -0.4321435)
    """
    month = np.arange(168) - 72.0
    angle = 2 * np.pi * month / 12
    columns = np.column_stack(
        [np.ones(168), month / 1000, np.cos(angle), np.sin(angle), np.cos(2 * angle), np.sin(2 * angle)]
    )
    weak = Data(POLIO, columns, np.ones(168, dtype=bool), np.zeros(6), np.eye(6) * 1e-9)
    expected = [0.2069383, -4.7986615, -0.1487333, -0.5318768, 0.1690998, -0.4321435]
    assert fit_at(weak, Clustering(0.0, 0.0)).beta == pytest.approx(expected, abs=2e-4)


def test_polio_data_run_in_clusters() -> None:
    """Oracle: Zeger (1988) and all who followed find these counts over-dispersed and autocorrelated, and the
    trend's standard error larger than the independent one, 1.40 for time in thousands of months (statsmodels
    below).
    """
    month = (np.arange(168) - 72.0) / 1000
    fit = fit_counts(POLIO, month, names=["trend"])
    low, high = ends(fit.ratio("trend"))
    plain = sm.GLM(POLIO, sm.add_constant(month), family=sm.families.Poisson()).fit()
    assert fit.sigma > 0.4
    assert 0.3 < fit.rho < 0.95
    assert np.log(high / low) / (2 * 1.96) > 1.5 * plain.bse[1]


def test_without_clustering_against_statsmodels_poisson_regression() -> None:
    """Oracle: ``statsmodels.GLM(y, X, family=Poisson())``: coefficients and standard errors at sigma = 0."""
    random = np.random.default_rng(5)
    columns = random.standard_normal((400, 3))
    counts = random.poisson(np.exp(-0.3 + columns @ [0.3, -0.2, 0.0])).astype(np.float64)
    expected = sm.GLM(counts, sm.add_constant(columns), family=sm.families.Poisson()).fit()
    fit = at_one_clustering(fit_counts(counts, columns, names=["a", "b", "c"]), 0.0)
    mode = fit.modes[0]
    assert mode.beta[1:] / fit.scale == pytest.approx(expected.params[1:], abs=1e-3)
    assert np.sqrt(np.diag(mode.covariance)[1:]) / fit.scale == pytest.approx(expected.bse[1:], rel=2e-3)


def test_night_level_spread_against_statsmodels_negative_binomial() -> None:
    """Oracle: ``statsmodels.NegativeBinomial(y, X)`` (NB2). Counts whose rates differ from night to night
    with no memory (rho = 0) have nearly the same likelihood where exp(sigma²) - 1 equals its alpha.
    """
    random = np.random.default_rng(6)
    column = random.standard_normal(1500)
    counts = random.poisson(np.exp(0.2 + 0.3 * column) * random.gamma(6, 1 / 6, 1500)).astype(np.float64)
    expected = sm.NegativeBinomial(counts, sm.add_constant(column)).fit(disp=False)
    sigma = float(np.sqrt(np.log1p(expected.params[2])))
    fit = at_one_clustering(fit_counts(counts, column, names=["a"]), sigma)
    middle = fit.modes[0].beta[1] / fit.scale[0]
    error = np.sqrt(fit.modes[0].covariance[1, 1]) / fit.scale[0]
    assert middle == pytest.approx(expected.params[1], abs=0.2 * expected.bse[1])
    assert error == pytest.approx(expected.bse[1], rel=0.05)


def test_evidence_against_brute_force_integration() -> None:
    """Oracle: the integral over the three nights' log-rates and the level, by Gauss and Hermite's rule, 25
    points each.

    Only differences between clusterings count: constants are left out of ``log_evidence``.
    """
    counts = np.array([2.0, 0.0, 3.0])
    data = Data(counts, np.ones((3, 1)), np.ones(3, dtype=bool), np.zeros(1), np.eye(1))
    points, weights = np.polynomial.hermite_e.hermegauss(15)
    weights = weights / weights.sum()

    def brute(sigma: float, rho: float) -> float:
        root = np.linalg.cholesky(rho ** np.abs(np.subtract.outer(np.arange(3), np.arange(3))))
        draws = np.stack(np.meshgrid(*[points] * 4), axis=-1).reshape(-1, 4)
        chances = np.stack(np.meshgrid(*[weights] * 4), axis=-1).reshape(-1, 4).prod(axis=1)
        log_rates = sigma * draws[:, :3] @ root.T + draws[:, 3:]
        return float(np.log(chances @ np.exp(log_rates @ counts - np.exp(log_rates).sum(axis=1))))

    def laplace(sigma: float, rho: float) -> float:
        return fit_at(data, Clustering(sigma, rho)).log_evidence

    for sigma, rho in [(0.4, 0.0), (0.8, 0.6), (1.2, 0.9)]:
        expected = brute(sigma, rho) - brute(0.0, 0.0)
        assert laplace(sigma, rho) - laplace(0.0, 0.0) == pytest.approx(expected, abs=0.06)


def test_drawn_log_rates_have_the_mean_and_spread_of_the_exact_normal() -> None:
    """Oracle: the same normal by dense matrices: the inverse of prior and information of effects and nights
    together. 40,000 draws of nights in the middle, of which some are not logged."""
    random, nights, sigma, rho = np.random.default_rng(5), 40, 0.9, 0.7
    logged = np.arange(nights) % 5 != 2
    columns = np.column_stack([np.ones(nights), random.standard_normal(nights)])
    counts = np.where(logged, random.poisson(0.8, nights), 0.0)
    data = Data(counts, columns * logged[:, None], logged, np.zeros(2), 0.5 * np.eye(2))
    mode = fit_at(data, Clustering(sigma, rho))
    where = np.arange(10, 27)
    drawn = mode.draw_log_rates(data, where, columns[where], 40_000, np.random.default_rng(6))
    run = rho ** np.abs(np.subtract.outer(np.arange(nights), np.arange(nights)))
    design = np.hstack([columns, sigma * np.eye(nights)])
    known = block_diag(0.5 * np.eye(2), np.linalg.inv(run))
    known += design.T @ (np.where(logged, mode.information, 0.0)[:, None] * design)
    exact = (design @ np.linalg.inv(known) @ design.T)[np.ix_(where, where)]
    expected = columns @ mode.beta + sigma * mode.z
    assert drawn.mean(axis=0) == pytest.approx(expected[where], abs=0.03)
    assert np.cov(drawn.T) == pytest.approx(exact, abs=0.03)
