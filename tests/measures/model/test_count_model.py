"""Ratios, chances and rates of a fit against exact sums and other people's programs."""

import numpy as np
import pytest
from scipy.stats import beta, gamma, norm

from analysis.measures.model import (
    fit_counts,
    interval_of_rate,
)
from analysis.measures.results import RateRatio
from tests.measures.model.needed import nights_needed
from tests.measures.model.nights import at_one_clustering, clustered, ends, two_arms


@pytest.mark.parametrize(
    ("before", "after", "apart"),
    [(24, 20, 0.02), (60, 90, 0.02), (8, 3, 0.06), (6, 1, 0.15), (8, 0, 0.1), (0, 5, 0.1)],
)
def test_without_clustering_the_ends_are_beta_quantiles(before: int, after: int, apart: float) -> None:
    """Oracle: ``scipy.stats.beta``. Given their sum, the cramps after are binomial; Jeffreys's interval has
    the shapes (a + 1/2, b + 1/2) at both ends, the exact one (a, b + 1) and (a + 1, b), and this lies half
    way between. Ends may lie ``apart`` on the log scale [-].
    """
    counts, arm = two_arms(before, after)
    ours = at_one_clustering(fit_counts(counts, arm, names=["arm"], yes_no=False), 0.0).ratio("arm")
    low = beta.ppf(0.025, after + 0.25, before + 0.75)
    high = beta.ppf(0.975, after + 0.75, before + 0.25)
    if after == 0:
        assert (ours.ratio, ours.low) == (0, 0)
    else:
        assert ours.low is not None
        assert np.log(ours.low) == pytest.approx(np.log(low / (1 - low)), abs=apart)
    if before == 0:
        assert (ours.ratio, ours.high) == (None, None)
    else:
        assert ours.high is not None
        assert np.log(ours.high) == pytest.approx(np.log(high / (1 - high)), abs=apart)


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


@pytest.mark.parametrize("seed", range(12))
def test_p_value_and_interval_say_the_same(seed: int) -> None:
    """Oracle by definition: p < 0.05 where, and only where, the 95 % interval excludes 1."""
    counts, column = clustered(seed, per_night=0.4)
    step = (np.arange(len(counts)) >= 100).astype(float)
    fit = fit_counts(counts, np.column_stack([column, step]), names=["a", "step"])
    for name in fit.names:
        ratio = fit.ratio(name)
        low, high = ends(ratio)
        assert ratio.p_value is not None
        assert (ratio.p_value < 0.05) == (low > 1 or high < 1)
        assert ratio.ratio is not None
        assert low < ratio.ratio < high


@pytest.mark.parametrize("off_by", [1.0, 0.85])
def test_chances_of_an_amount_against_a_sum_over_level_and_ratio(off_by: float) -> None:
    """Oracle: independent Poisson nights, their likelihood summed over the level on a fine grid, times the
    prior of two standard deviations of the amount (here 4, so that a unit has a quarter of it). Errors of
    0.85 times the size are a likelihood to the power of 1 / 0.85²."""
    random = np.random.default_rng(4)
    amounts = 2.0 * np.tile([-1.0, 1.0, 0.0, -1.0, 1.0, 0.0], 20) * np.sqrt(1.5)
    counts = random.poisson(0.5 * np.exp(-0.08 * amounts)).astype(float)
    fit = fit_counts(counts, amounts, names=["amount"], sigma_spread=0.01)
    ratio, chances = fit.ratio_and_chances("amount", off_by=off_by)
    slopes = np.linspace(-0.6, 0.6, 1201)
    level, slope = np.meshgrid(np.linspace(-3, 2, 400), slopes, indexing="ij")
    # With log-rates of level + slope × amount the sum over the nights of count × log-rate - rate is this.
    rates_over_level = np.exp(np.outer(slopes, amounts)).sum(axis=1)
    log_density = level * counts.sum() + slope * (counts @ amounts) - np.exp(level) * rates_over_level
    prior = np.zeros(len(slopes))
    for share, deviation in ((0.4, 0.3), (0.4, 0.6), (0.2, 1.2)):
        prior += share / deviation * np.exp(-0.5 * (4 * slopes / deviation) ** 2)
    density = np.exp(log_density - log_density.max()).sum(axis=0) ** (1 / off_by**2) * prior
    density /= density.sum()
    assert amounts.std() == pytest.approx(2.0)
    assert chances.fewer == pytest.approx(float(density[slopes < 0].sum()), abs=0.01)
    middle = float(np.interp(0.5, np.cumsum(density), slopes))
    assert np.log(chances.ratio or 0) == pytest.approx(middle, abs=0.004)
    assert (ratio.ratio or 0) < (chances.ratio or 0) < 1


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
