"""Ratios, chances and rates of a fit against exact sums and other people's programs."""

import numpy as np
import pytest
from scipy.stats import gamma, norm

from analysis.measures.model import (
    fit_counts,
    interval_of_rate,
)
from analysis.measures.results import RateRatio
from tests.measures.model.needed import nights_needed
from tests.measures.model.nights import at_one_clustering, clustered, ends


def test_a_rate_without_clustering_is_a_gamma_quantile() -> None:
    """Oracle: the gamma quantiles of (cramps + 1/2) / nights, ``scipy.stats.gamma``; clustering only
    widens.
    """
    counts = np.zeros(70)
    counts[::5] = 1
    whole = fit_counts(counts, yes_no=False)
    rate = interval_of_rate(counts, like=at_one_clustering(whole, 0.0))
    assert (rate.nights, rate.cramps, rate.per_week) == (70, 14, pytest.approx(1.4))
    assert (rate.low, rate.high) == pytest.approx(tuple(7 * gamma.ppf([0.025, 0.975], 14.5) / 70), rel=1e-6)
    wider = interval_of_rate(counts, like=at_one_clustering(whole, 0.8, 0.8))
    assert rate.low is not None
    assert rate.high is not None
    assert wider.low is not None
    assert wider.high is not None
    assert wider.low < rate.low < rate.high < wider.high


@pytest.mark.parametrize(("fall", "cramps_a_week"), [(0.5, 2.6), (0.5, 5.0), (0.3, 5.0)])
def test_nights_needed_without_clustering_against_the_sample_size_formula(
    fall: float, cramps_a_week: float
) -> None:
    """Oracle: (1.96 + 0.8416)² (1 / λ + 1 / (λ (1 - fall))) / log(1 - fall)², λ in cramps a night."""
    per_night = cramps_a_week / 7
    counts = np.zeros(700)
    counts[(np.arange(round(700 * per_night)) / per_night).astype(int)] = 1
    needed = nights_needed(at_one_clustering(fit_counts(counts), 0.0), fall)
    expected = (1.96 + norm.ppf(0.8)) ** 2 * (1 + 1 / (1 - fall)) / per_night / np.log1p(-fall) ** 2
    assert needed == pytest.approx(expected, rel=0.03, abs=1.5)


def test_clustering_asks_for_more_nights_and_gives_up_at_the_limit() -> None:
    """Oracle by reason: nights that resemble each other tell less; a fall of 5 % shows in no two years."""
    fit = fit_counts(np.resize([1.0, 0.0], 300))
    alone, together = (nights_needed(at_one_clustering(fit, sigma, 0.8), 0.5) for sigma in (0.0, 0.8))
    assert alone is not None
    assert together is not None
    assert together > 1.5 * alone
    assert nights_needed(fit, 0.05) is None
    assert nights_needed(fit_counts(np.zeros(100)), 0.5) is None


def test_a_contrast_is_a_weighted_sum_of_columns() -> None:
    """Oracle by algebra: a - b of a fit on (a, b) is the first column of the fit on (a, a + b) turned
    about.
    """
    counts, column = clustered(7)
    second = np.random.default_rng(8).standard_normal(len(counts))
    difference = fit_counts(counts, np.column_stack([column, second]), names=["a", "b"]).ratio([1.0, -1.0])
    turned = fit_counts(counts, np.column_stack([column, second + column]), names=["a", "b"]).ratio(
        [1.0, 0.0]
    )
    assert ends(difference) == pytest.approx(ends(turned), rel=0.01)


def test_nothing_to_compare_gives_no_ratio() -> None:
    """Oracle by definition: no cramps, no night or a column that never varies."""
    missing = RateRatio(None, None, None, None)
    arm = np.repeat([0.0, 1.0], 20)
    assert fit_counts(np.zeros(40), arm, names=["a"]).ratio("a") == missing
    assert fit_counts(np.full(40, np.nan), arm, names=["a"]).ratio("a") == missing
    assert fit_counts(np.ones(40), np.ones(40), names=["a"]).ratio("a") == missing
    nothing = interval_of_rate(np.full(40, np.nan))
    assert (nothing.low, nothing.high) == (None, None)
    silent = interval_of_rate(np.zeros(60))
    assert silent.low == 0
    assert silent.high is not None
    assert 0.2 < silent.high < 5
