"""Weights that do not rest on the cramps that happened to come after. Oracles: arithmetic, and simulation."""

from math import log

import numpy as np
import pytest

from analysis.cohort.even_weights import Windows, even_squares
from analysis.cohort.pooled import pool


def test_what_is_as_expected_stays() -> None:
    """By hand: of 15 cramps in 28 and 28 nights a ratio of a half expects 10 and 5, as were counted."""
    squares, windows = np.array([0.4]), np.array([[10.0, 28.0, 5.0, 28.0]])
    assert even_squares(squares, windows, log(0.5)) == pytest.approx(squares)


def test_cramps_are_shared_out_as_the_common_ratio_would_have_it() -> None:
    """By hand: at a ratio of 1 these are 7.5 and 7.5, whose square is 2 / 8 where the counted ones have
    1 / 10.5 + 1 / 5.5; with twice as many nights after the change they are 5 and 10."""
    counted = 1 / 10.5 + 1 / 5.5
    alike = even_squares(np.array([0.4]), np.array([[10.0, 28.0, 5.0, 28.0]]), 0.0)
    assert alike == pytest.approx([0.4 * 0.25 / counted])
    longer = even_squares(np.array([0.4]), np.array([[10.0, 28.0, 5.0, 56.0]]), 0.0)
    assert longer == pytest.approx([0.4])


def test_none_afterwards_is_not_of_no_weight() -> None:
    """By hand: ten before and none after, at a common ratio of 1: five and five."""
    found = even_squares(np.array([2.0]), np.array([[10.0, 28.0, 0.0, 28.0]]), 0.0)
    assert found == pytest.approx([2.0 * (2 / 5.5) / (1 / 10.5 + 1 / 0.5)])


@pytest.mark.parametrize("tau", [0.0, 0.3])
def test_few_cramps_no_longer_lean_the_common_ratio(tau: float) -> None:
    """Oracle: the truth of 1,500 simulated journals, 0.70, ten cramps before on average. As they are the
    errors of ratios that came out low are large, and the common ratio is pulled up."""
    random = np.random.default_rng(17)
    rates = 10 * np.exp(random.normal(0, 0.5, 1500))
    before, after = random.poisson(rates), random.poisson(rates * np.exp(random.normal(log(0.7), tau, 1500)))
    ratios = np.log((after + 0.5) / (before + 0.5)).tolist()
    errors = np.sqrt(1 / (before + 0.5) + 1 / (after + 0.5)).tolist()
    windows = [Windows(float(b), 14, float(a), 14) for b, a in zip(before, after, strict=True)]
    leaning, even = (pool(ratios, errors, (), given, leave_out=False) for given in ((), windows))
    assert leaning.log_ratio - log(0.7) > 0.025
    assert abs(even.log_ratio - log(0.7)) < (leaning.log_ratio - log(0.7)) / 2
    assert even.low < log(0.7) < even.high
