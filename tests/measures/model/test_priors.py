"""What is taken for likely beforehand. Oracle: the definitions, by geometry and by simulation."""

from types import SimpleNamespace

import numpy as np
import pytest

from analysis.measures.model.priors import (
    DAYS_A_YEAR,
    MOSTLY_SMALL,
    SEASON_AMPLITUDE,
    SEASON_IN_PHASE,
    WIDE,
    prior_of_columns,
    season_found,
    season_in_phase,
    season_of_any_phase,
)


def test_a_level_and_columns_are_nearly_free_but_for_those_that_have_a_spread() -> None:
    """By hand: the standard deviation of "b" is 0.3 a unit, of which the column's scale holds 2."""
    mean, precision = prior_of_columns(-1.5, ("a", "b"), np.array([5.0, 2.0]), {"b": 0.3})
    assert mean.tolist() == [-1.5, 0, 0]
    assert 1 / np.sqrt(precision) == pytest.approx([WIDE, WIDE / 2, 0.6])


def test_a_season_of_any_phase_is_as_likely_in_every_direction() -> None:
    mean, precision = season_of_any_phase()
    assert mean.tolist() == [0, 0]
    for angle in (0, 1, 2):
        way = np.array([np.cos(angle), np.sin(angle)])
        assert way @ precision @ way == pytest.approx(SEASON_AMPLITUDE**-2)


@pytest.mark.parametrize("peak", [0.0, 91.3125, 200.0])
def test_a_season_in_phase_peaks_on_its_day(peak: float) -> None:
    """Oracle: cosine and sine added up over a year; and the spread along and across the phase."""
    mean, precision = season_in_phase(peak)
    days = np.arange(0, DAYS_A_YEAR, 0.05)
    angles = 2 * np.pi * days / DAYS_A_YEAR
    season = mean[0] * np.cos(angles) + mean[1] * np.sin(angles)
    size, along, across = SEASON_IN_PHASE
    assert season.max() == pytest.approx(size, rel=1e-6)
    away = abs(days[season.argmax()] - peak)
    assert min(away, DAYS_A_YEAR - away) < 0.2
    covariance = np.linalg.inv(precision)
    ahead = mean / np.hypot(*mean)
    beside = np.array([-ahead[1], ahead[0]])
    assert ahead @ covariance @ ahead == pytest.approx(along**2)
    assert beside @ covariance @ beside == pytest.approx(across**2)
    assert ahead @ covariance @ beside == pytest.approx(0, abs=1e-12)


def test_the_season_that_was_found_has_the_moments_of_the_mixture() -> None:
    """Oracle: draws from the mixture; a hundredth is six standard errors or more."""
    random = np.random.default_rng(4)
    weights = np.array([0.3, 0.7])
    means = [np.array([0.2, -0.1]), np.array([-0.4, 0.3])]
    covariances = [np.diag([0.04, 0.09]), np.array([[0.05, 0.02], [0.02, 0.03]])]
    modes = [
        SimpleNamespace(beta=np.array([9.0, *mean]), covariance=np.pad(covariance, ((1, 0), (1, 0))))
        for mean, covariance in zip(means, covariances, strict=True)
    ]
    mean, precision = season_found(modes, weights)  # type: ignore[arg-type]
    drawn = np.concatenate(
        [
            random.multivariate_normal(mean_of, covariance, size=int(200_000 * weight))
            for mean_of, covariance, weight in zip(means, covariances, weights, strict=True)
        ]
    )
    assert mean == pytest.approx(drawn.mean(axis=0), abs=0.01)
    assert np.linalg.inv(precision) == pytest.approx(np.cov(drawn.T), abs=0.01)


def test_the_prior_of_changes_is_whole_and_holds_mostly_small_ones() -> None:
    """By hand: the weights add up to 1, and most of it lies within a halving and a doubling."""
    from scipy import stats

    assert sum(weight for weight, _ in MOSTLY_SMALL) == pytest.approx(1)
    within = sum(weight * (2 * stats.norm.cdf(np.log(2) / spread) - 1) for weight, spread in MOSTLY_SMALL)
    assert within > 0.7
