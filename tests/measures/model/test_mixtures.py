"""Quantiles of mixtures and pairs of nights. Oracle: scipy.stats of one part; sums of parts by hand."""

import numpy as np
import pytest
from scipy import stats

from analysis.measures.model.mixtures import (
    beta_mixture_quantile,
    gamma_mixture_quantile,
    heaviest,
    normal_mixture_quantile,
    pairs_by_lag,
)

ONE = np.array([1.0])


@pytest.mark.parametrize("chance", [0.025, 0.5, 0.975])
def test_the_quantile_of_one_part_is_its_own_output_against_scipy(chance: float) -> None:
    normal = normal_mixture_quantile(ONE, np.array([[1.5]]), np.array([[0.4]]), chance)
    assert normal[0] == pytest.approx(stats.norm(1.5, 0.4).ppf(chance), abs=1e-9)
    gamma = gamma_mixture_quantile(ONE, np.array([3.5]), np.array([40.0]), chance)
    assert gamma == pytest.approx(stats.gamma(3.5, scale=1 / 40).ppf(chance), rel=1e-9)
    beta = beta_mixture_quantile(ONE, np.array([3.5]), np.array([9.5]), chance)
    assert beta == pytest.approx(stats.beta(3.5, 9.5).ppf(chance), abs=1e-9)


@pytest.mark.parametrize("chance", [0.025, 0.5, 0.975])
def test_the_quantile_of_several_parts_leaves_that_share_below_it(chance: float) -> None:
    """Oracle: the weighted sum of the parts' distribution functions by scipy.stats."""
    weights = np.array([0.2, 0.5, 0.3])
    means, errors = np.array([[-1.0], [0.0], [2.0]]), np.array([[0.3], [1.0], [0.1]])
    normal = normal_mixture_quantile(weights, means, errors, chance)
    assert weights @ stats.norm(means[:, 0], errors[:, 0]).cdf(normal[0]) == pytest.approx(chance, abs=1e-8)
    shapes, nights = np.array([0.5, 4.0, 30.0]), np.array([10.0, 20.0, 90.0])
    gamma = gamma_mixture_quantile(weights, shapes, nights, chance)
    assert weights @ stats.gamma(shapes, scale=1 / nights).cdf(gamma) == pytest.approx(chance, abs=1e-8)
    firsts, seconds = np.array([0.5, 4.0, 30.0]), np.array([10.0, 2.0, 30.0])
    beta = beta_mixture_quantile(weights, firsts, seconds, chance)
    assert weights @ stats.beta(firsts, seconds).cdf(beta) == pytest.approx(chance, abs=1e-8)


def test_several_columns_have_each_their_own_quantile() -> None:
    means, errors = np.array([[0.0, 5.0]]), np.array([[1.0, 2.0]])
    assert normal_mixture_quantile(ONE, means, errors, 0.5) == pytest.approx([0.0, 5.0], abs=1e-9)


@pytest.mark.parametrize(
    ("weights", "kept"),
    [
        ([0.6, 0.3, 0.0949, 0.0051], [0, 1, 2, 3]),  # three hold 0.9949 only
        ([0.6, 0.3, 0.096, 0.004], [0, 1, 2]),
        ([0.004, 0.096, 0.3, 0.6], [1, 2, 3]),  # in the order of the grid
        ([1.0, 0.0, 0.0], [0]),
    ],
)
def test_the_fewest_clusterings_that_hold_995_of_a_thousand(weights: list[float], kept: list[int]) -> None:
    assert heaviest(np.array(weights)).tolist() == kept


@pytest.mark.parametrize(
    ("logged", "pairs"),
    [
        ([1, 1, 1], [3, 2, 1]),
        ([0, 1, 0, 1, 1, 0], [3, 1, 1, 1]),  # what lies outside the first and last counts nothing
        ([0, 1, 0], [1]),
        ([1, 0, 0, 1], [2, 0, 0, 1]),
    ],
)
def test_pairs_of_nights_by_their_distance(logged: list[int], pairs: list[int]) -> None:
    assert pairs_by_lag(np.array(logged, dtype=bool)).tolist() == pytest.approx(pairs)
