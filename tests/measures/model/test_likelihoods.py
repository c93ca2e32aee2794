"""Nights that say only whether there was a cramp: the at-least-one likelihood and the ratio of shares."""

from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
import statsmodels.api as sm
from scipy.stats import beta

from analysis.measures.model import (
    fit_counts,
    interval_of_rate,
    interval_of_share,
    predictive_range,
    standardised_curve,
)
from analysis.measures.model.latent_fit import Clustering, Data
from analysis.measures.model.likelihoods import is_yes_no, score_and_information
from analysis.measures.model.newton import fit_at
from tests.measures.model.nights import at_one_clustering, ends

Floats = npt.NDArray[np.float64]


def arms(before: int, after: int, nights: int = 100) -> tuple[Floats, Floats]:
    """Nights with and without a cramp, so many with on each side."""
    counts = np.zeros(2 * nights)
    counts[np.arange(before) * nights // max(before, 1)] = 1
    counts[nights + np.arange(after) * nights // max(after, 1)] = 1
    return counts, np.repeat([0.0, 1.0], nights)


def test_which_nights_say_only_yes_or_no() -> None:
    """Oracle by definition: not one night with more than one; a part of a cramp is an amount."""
    assert is_yes_no(np.array([0.0, 1.0, np.nan]))
    assert not is_yes_no(np.array([0.0, 1.0, 2.0]))
    assert not is_yes_no(np.array([0.0, 0.5]))
    assert not is_yes_no(np.array([np.nan]))


def test_derivatives_against_differences() -> None:
    """Oracle: central differences of log(1 - exp(-rate)) for a yes and of -rate for a no, by the log-rate."""
    rates = np.array([1e-4, 0.02, 0.5, 2.0, 9.0])
    for count in (0.0, 1.0):
        score, information = score_and_information(np.full(5, count), rates, yes_no=True)

        def value(log_rates: Floats, count: float = count) -> Floats:
            there = np.exp(log_rates)
            return np.log(-np.expm1(-there)) if count else -there

        step, place = 1e-3, np.log(rates)
        up, here, down = value(place + step), value(place), value(place - step)
        assert score == pytest.approx((up - down) / (2 * step), rel=1e-4, abs=1e-9)
        assert information == pytest.approx(-(up - 2 * here + down) / step**2, rel=1e-2, abs=1e-8)


def test_without_clustering_against_statsmodels_complementary_log_log() -> None:
    """Oracle: ``sm.GLM(y, X, family=sm.families.Binomial(link=sm.families.links.CLogLog())).fit()``. Its
    errors are by the expected information, these by the observed.
    """
    random = np.random.default_rng(1)
    column = random.standard_normal(800)
    counts = (random.random(800) < -np.expm1(-np.exp(-0.4 + 0.5 * column))).astype(np.float64)
    family = sm.families.Binomial(link=sm.families.links.CLogLog())
    expected = sm.GLM(counts, sm.add_constant(column), family=family).fit()
    fit = at_one_clustering(fit_counts(counts, column, names=["a"]), 0.0)
    assert fit.data.yes_no
    assert fit.modes[0].beta[1] / fit.scale[0] == pytest.approx(expected.params[1], abs=2e-3)
    error = np.sqrt(fit.modes[0].covariance[1, 1]) / fit.scale[0]
    assert error == pytest.approx(expected.bse[1], rel=0.03)


def test_evidence_against_brute_force_integration() -> None:
    """Oracle: the integral over three nights' log-rates and the level by Gauss and Hermite's rule."""
    counts = np.array([1.0, 0.0, 1.0])
    data = Data(counts, np.ones((3, 1)), np.ones(3, dtype=bool), np.zeros(1), np.eye(1), yes_no=True)
    points, weights = np.polynomial.hermite_e.hermegauss(13)
    weights = weights / weights.sum()

    def brute(sigma: float, rho: float) -> float:
        root = np.linalg.cholesky(rho ** np.abs(np.subtract.outer(np.arange(3), np.arange(3))))
        places = np.array(list(product(range(13), repeat=4)))
        latent = sigma * points[places[:, :3]] @ root.T + points[places[:, 3:]]
        chances = -np.expm1(-np.exp(latent))
        held = np.where(counts > 0, chances, 1 - chances).prod(axis=1)
        return float(np.log(weights[places].prod(axis=1) @ held))

    for sigma, rho in [(0.6, 0.0), (1.0, 0.8)]:
        expected = brute(sigma, rho) - brute(0.0, 0.0)
        found = (
            fit_at(data, Clustering(sigma, rho)).log_evidence - fit_at(data, Clustering(0, 0)).log_evidence
        )
        assert found == pytest.approx(expected, abs=0.06)


@pytest.mark.parametrize(("before", "after"), [(80, 40), (30, 15), (20, 30), (95, 90)])
def test_the_ratio_is_that_of_shares(before: int, after: int) -> None:
    """Oracle: the ratio of two beta variables with half a night added on either side (Jeffreys), by 200,000
    draws. The rate that would lie behind 80 and 40 of 100 nights falls to 0.32, the share to a half.
    """
    counts, arm = arms(before, after)
    ratio = at_one_clustering(fit_counts(counts, arm, names=["arm"]), 0.0).ratio("arm", cautious=False)
    random = np.random.default_rng(2)
    late, early = (
        beta.rvs(n + 0.5, 100 - n + 0.5, size=200_000, random_state=random) for n in (after, before)
    )
    assert ratio.ratio == pytest.approx(np.median(late / early), rel=0.02)
    assert np.log(ends(ratio)) == pytest.approx(np.log(np.quantile(late / early, [0.025, 0.975])), abs=0.03)


def test_an_arm_without_cramps_keeps_one_end() -> None:
    """Oracle by definition, as for counts: none before leaves the lower end, none after the upper."""
    counts, arm = arms(20, 0)
    none_after = fit_counts(counts, arm, names=["arm"]).ratio("arm")
    assert (none_after.ratio, none_after.low) == (0.0, 0.0)
    assert none_after.high is not None
    assert none_after.high < 1
    counts, arm = arms(0, 20)
    none_before = fit_counts(counts, arm, names=["arm"]).ratio("arm")
    assert (none_before.ratio, none_before.high) == (None, None)
    assert none_before.low is not None
    assert none_before.low > 1


def test_chances_add_to_the_size() -> None:
    """Oracle by reason: where the share was halved in 200 nights, a fall is nearly sure, one of more than a
    half about even, and the size lies between the plain one and no change.
    """
    counts, arm = arms(80, 40)
    fit = at_one_clustering(fit_counts(counts, arm, names=["arm"]), 0.0)
    _, found = fit.ratio_and_chances("arm")
    assert found.fewer is not None
    assert found.half_fewer is not None
    assert found.ratio is not None
    assert found.fewer > 0.99
    assert 0.25 < found.half_fewer < 0.6
    assert 0.49 < found.ratio < 0.6


def test_no_rate_passes_seven_a_week() -> None:
    """Oracle by definition: a night is one night. 58 of 60 nights with a cramp."""
    counts = np.ones(60)
    counts[[10, 40]] = 0
    rate = interval_of_rate(counts)
    assert rate.low is not None
    assert rate.high is not None
    assert rate.low < 7 * 58 / 60 < rate.high < 7
    share = interval_of_share(counts, like=at_one_clustering(fit_counts(counts), 0.0))
    assert (share.low, share.high) == (
        pytest.approx(beta.ppf(0.025, 58.5, 2.5), abs=1e-6),
        pytest.approx(beta.ppf(0.975, 58.5, 2.5), abs=1e-6),
    )


def test_the_curve_runs_through_the_shares() -> None:
    """Oracle by hand: 7 × 12 / 60 and 7 × 54 / 60 nights a week with a cramp, and never more than 7."""
    counts = np.zeros(120)
    counts[0:60:5] = 1
    counts[60:114] = 1
    fit = at_one_clustering(fit_counts(counts, np.repeat([0.0, 1.0], 60), names=["a"]), 0.0)
    middle, low, high = standardised_curve(fit, {"a": np.array([0.0, 1.0])})
    assert middle == pytest.approx([7 * 12 / 60, 7 * 54 / 60], rel=0.03)
    assert (low < middle).all()
    assert (middle < high).all()
    assert (high <= 7).all()


def test_the_usual_range_of_yes_no_nights_is_at_most_every_night() -> None:
    """Oracle by definition, and by the binomial: 0.9 of 28 nights, 4 either way."""
    counts = np.concatenate([np.resize([*[1.0] * 9, 0.0], 200), np.full(28, np.nan)])
    fit = at_one_clustering(fit_counts(counts), 0.0)
    found = predictive_range(fit, np.arange(228) >= 200)
    assert found.low is not None
    assert found.high is not None
    assert found.high <= 7
    assert found.low * 4 == pytest.approx(28 * 0.9 - 1.96 * np.sqrt(28 * 0.09), abs=1.5)
