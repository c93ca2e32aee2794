"""The rate of some nights and the share with a cramp. Oracle: closed forms where nights are independent, the
variance of a sum added up night by night where they come in runs.
"""

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from analysis.measures.model.count_model import CountFit
from analysis.measures.model.fitting import fit_counts
from analysis.measures.model.latent_fit import Clustering
from analysis.measures.model.rates import interval_of_rate, interval_of_share

COUNTS = np.array([0, 1, 0, 0, 2, 0, 1, 0, 0, 0, 3, 0, 0, 1, np.nan, 0, 0, 1, 0, 0] * 2, dtype=float)


def at_one(sigma: float, rho: float) -> CountFit:
    """The fit with all weight on one clustering."""
    fit = fit_counts(COUNTS, yes_no=False)
    mode = replace(fit.modes[0], clustering=Clustering(sigma, rho))
    return replace(fit, modes=(mode,), weights=np.array([1.0]))


def test_independent_nights_have_the_interval_of_a_poisson_count_output_against_scipy() -> None:
    """Jeffreys's interval of a Poisson rate: gamma of half a cramp more over the nights."""
    found = interval_of_rate(COUNTS, like=at_one(0.0, 0.0))
    assert (found.nights, found.cramps) == (38, 18)
    assert found.per_week == pytest.approx(7 * 18 / 38)
    for end, chance in ((found.low, 0.025), (found.high, 0.975)):
        assert end == pytest.approx(7 * stats.gamma(18.5, scale=1 / 38).ppf(chance), rel=1e-7)


def test_independent_nights_have_jeffreys_interval_of_a_share_output_against_scipy() -> None:
    found = interval_of_share(COUNTS, like=at_one(0.0, 0.0))
    assert (found.nights, found.cramp_nights) == (38, 12)
    assert found.share == pytest.approx(12 / 38)
    for end, chance in ((found.low, 0.025), (found.high, 0.975)):
        assert end == pytest.approx(stats.beta(12.5, 26.5).ppf(chance), abs=1e-9)


def test_runs_make_nights_worth_fewer_by_the_variance_of_their_sum() -> None:
    """Oracle: the variance of the sum of counts whose log-rates are normal with this covariance, pair by pair
    of the logged nights; the rate is that of the count and the nights divided by it."""
    sigma, rho = 0.8, 0.7
    places = np.flatnonzero(np.isfinite(COUNTS))
    mean = 18 / 38
    covariance = mean**2 * np.expm1(sigma**2 * rho ** np.abs(places[:, None] - places))
    factor = (mean * 38 + covariance.sum()) / (mean * 38)
    found = interval_of_rate(COUNTS, like=at_one(sigma, rho))
    for end, chance in ((found.low, 0.025), (found.high, 0.975)):
        expected = stats.gamma(18 / factor + 0.5, scale=factor / 38).ppf(chance)
        assert end == pytest.approx(7 * expected, rel=1e-7)


def test_runs_make_nights_worth_fewer_for_a_share_by_the_delta_method() -> None:
    """Oracle: share = 1 - exp(-rate), so that the log-rate moves it by (1 - share) rate, pair by pair."""
    sigma, rho = 0.8, 0.7
    places = np.flatnonzero(np.isfinite(COUNTS))
    share = 12 / 38
    moves = -(1 - share) * np.log(1 - share)
    alike = moves**2 * np.expm1(sigma**2 * rho ** np.abs(places[:, None] - places))
    np.fill_diagonal(alike, share * (1 - share))
    worth = 38 * share * (1 - share) / alike.sum()
    found = interval_of_share(COUNTS, like=at_one(sigma, rho))
    for end, chance in ((found.low, 0.025), (found.high, 0.975)):
        assert end == pytest.approx(stats.beta(12 * worth + 0.5, 26 * worth + 0.5).ppf(chance), abs=1e-9)


def test_no_night_gives_no_rate_and_no_cramp_a_lower_end_of_0() -> None:
    fit = at_one(0.0, 0.0)
    nothing = interval_of_rate(np.full(20, np.nan), like=fit)
    assert (nothing.nights, nothing.cramps, nothing.per_week, nothing.low, nothing.high) == (
        0,
        0,
        None,
        None,
        None,
    )
    assert interval_of_share(np.full(20, np.nan), like=fit).share is None
    none = interval_of_rate(np.zeros(38), like=fit)
    assert (none.per_week, none.low) == (0, 0)
    assert none.high == pytest.approx(7 * stats.gamma(0.5, scale=1 / 38).ppf(0.975), rel=1e-7)


def test_a_share_of_none_or_all_ends_at_0_or_1() -> None:
    fit = at_one(0.0, 0.0)
    none, every = (interval_of_share(np.full(38, number), like=fit) for number in (0.0, 2.0))
    assert (none.share, none.low) == (0, 0)
    assert none.high == pytest.approx(stats.beta(0.5, 38.5).ppf(0.975), abs=1e-9)
    assert (every.share, every.high) == (1, 1)
    assert every.low == pytest.approx(stats.beta(38.5, 0.5).ppf(0.025), abs=1e-9)


def test_nights_that_say_only_yes_or_no_never_pass_seven_a_week() -> None:
    counts = np.array([1.0] * 39 + [0.0])
    found = interval_of_rate(counts, like=fit_counts(counts, yes_no=True))
    assert found.per_week == pytest.approx(7 * 39 / 40)
    assert found.high is not None
    assert found.high <= 7
