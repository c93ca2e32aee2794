"""What LAPACK makes of a tridiagonal precision. Oracle: the same by numpy, of the whole matrix."""

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from analysis.measures.model.latent_fit import Floats, precision_of_run
from analysis.measures.model.tridiagonal import factorised, solved, solved_from_the_end

NIGHTS = 7


def whole(diagonal: Floats, beside: Floats) -> Floats:
    return np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1)


@pytest.fixture
def precision() -> tuple[Floats, Floats]:
    diagonal, beside = precision_of_run(NIGHTS, 0.6)
    return diagonal + np.arange(NIGHTS), beside[:-1]


def lower(below: Floats) -> Floats:
    return np.eye(len(below) + 1) + np.diag(below, -1)


def test_the_factors_give_the_precision(precision: tuple[Floats, Floats]) -> None:
    pivots, below = factorised(*precision)
    assert lower(below) @ np.diag(pivots) @ lower(below).T == pytest.approx(whole(*precision))


def test_one_night_has_a_pivot_and_nothing_below() -> None:
    pivots, below = factorised(np.array([4.0]), np.empty(0))
    assert pivots.tolist() == [4.0]
    assert solved(pivots, below, np.array([[[8.0]]])).tolist() == [[[2.0]]]


def test_several_sides_are_solved_at_once(precision: tuple[Floats, Floats]) -> None:
    right = np.random.default_rng(1).standard_normal((3, 1, NIGHTS))
    expected = np.linalg.solve(whole(*precision), right.reshape(3, NIGHTS).T).T.reshape(right.shape)
    assert solved(*factorised(*precision), right) == pytest.approx(expected)


def test_from_the_last_night_back_to_the_first(precision: tuple[Floats, Floats]) -> None:
    _, below = factorised(*precision)
    right = np.random.default_rng(2).standard_normal((NIGHTS, 4))
    assert solved_from_the_end(below, right) == pytest.approx(np.linalg.solve(lower(below).T, right))


def test_the_linear_algebra_of_a_fit_keeps_to_one_thread() -> None:
    """Oracle: threadpoolctl, of every library of it that is loaded."""
    found = [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]
    assert found
    assert set(found) == {1}
