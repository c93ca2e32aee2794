"""The posterior of a log ratio: against exact sums, and what its quantiles, chances and p-values mean."""

import numpy as np
import pytest
from scipy.stats import beta, norm

from analysis.measures.model import fit_counts
from analysis.measures.model.marginal import Line, Marginal, marginal, reweighted
from tests.for_each import for_each
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


@for_each("seed", range(12))
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


PLACES = np.linspace(-6, 6, 1201)


def normal_line(mean: float, deviation: float) -> Line:
    points = mean + deviation * np.linspace(-6, 6, 81)
    return Line(points, points, -0.5 * ((points - mean) / deviation) ** 2)


def test_of_one_normal_line_the_ends_are_those_of_the_normal() -> None:
    """Oracle: ``scipy.stats.norm``."""
    found = marginal([normal_line(-0.4, 0.3)], np.ones(1))
    own = norm(-0.4, 0.3)
    assert found.middle() == pytest.approx(-0.4, abs=1e-6)
    assert found.interval() == pytest.approx(own.interval(0.95), abs=2e-3)
    assert found.interval(0.8) == pytest.approx(own.interval(0.8), abs=2e-3)
    assert found.quantile(0.3) == pytest.approx(own.ppf(0.3), abs=2e-3)
    assert found.less_than(-0.2) == pytest.approx(own.cdf(-0.2), abs=2e-3)
    assert found.two_sided_p() == pytest.approx(2 * own.sf(0), abs=2e-3)
    assert found.two_sided_p() == pytest.approx(
        marginal([normal_line(0.4, 0.3)], np.ones(1)).two_sided_p(), abs=1e-9
    )


def test_a_p_value_is_at_most_1() -> None:
    """Oracle: both chances of a yes/no column are cautious and add up to more than 1."""
    both = Marginal(np.array([-1.0, 0.0, 1.0]), np.array([0.0, 0.7, 1.0]), np.array([1.0, 0.6, 0.0]))
    assert both.two_sided_p() == 1.0
    assert both.less_than(0.0) == 0.7


def test_lines_are_mixed_by_their_weights() -> None:
    """Oracle: the mixture of two normals, ``scipy.stats.norm``."""
    weights = np.array([0.3, 0.7])
    found = marginal([normal_line(-1.0, 0.2), normal_line(0.5, 0.4)], weights)
    for place in (-1.2, -0.9, 0.0, 0.6):
        expected = 0.3 * norm.cdf(place, -1.0, 0.2) + 0.7 * norm.cdf(place, 0.5, 0.4)
        assert found.less_than(place) == pytest.approx(expected, abs=3e-3)
    assert found.below[-1] == pytest.approx(1.0)
    assert found.above[0] == pytest.approx(1.0)


def test_each_end_of_a_column_with_two_values_counts_a_quarter_of_a_cramp_for_its_side() -> None:
    """Oracle: a normal density times exp(± tilt x) is the normal moved by ± tilt times its variance."""
    found = marginal([normal_line(0.0, 0.3)], np.ones(1), between_arms=2.0)
    moved = 0.25 * 2.0 * 0.3**2
    assert found.interval() == pytest.approx((-moved - 1.96 * 0.3, moved + 1.96 * 0.3), abs=2e-3)
    assert found.middle() == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("off_by", [1.0, 1.5])
def test_another_prior_takes_the_place_of_the_one_that_the_line_has(off_by: float) -> None:
    """Oracle: a sum over a fine grid. The line is a normal likelihood times its normal prior of 2; the same
    likelihood, its error ``off_by`` times as large, times a mixture of two normals is what is asked for."""
    mean, deviation, spread, mixture = -0.5, 0.3, 2.0, [(0.6, 0.2), (0.4, 1.0)]
    found = reweighted([normal_line(mean, deviation)], np.ones(1), spread, mixture, off_by)
    line = np.exp(-0.5 * ((PLACES - mean) / (deviation * off_by)) ** 2) * np.exp(0.5 * (PLACES / spread) ** 2)
    prior = sum(weight / wide * np.exp(-0.5 * (PLACES / wide) ** 2) for weight, wide in mixture)
    density = np.where(np.abs(PLACES - mean) <= 6 * deviation, line * prior, 0.0)
    below = np.cumsum(density) / density.sum()
    assert found.middle() == pytest.approx(float(np.interp(0.5, below, PLACES)), abs=0.01)
    assert found.less_than(0.0) == pytest.approx(float(np.interp(0.0, PLACES, below)), abs=0.01)
    assert found.below[-1] == pytest.approx(1.0)
