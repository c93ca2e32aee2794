"""The score interval of a ratio of shares against statsmodels."""

import warnings

import pytest
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.stats.proportion import test_proportions_2indep as score_test

from analysis.measures.share_ratio import share_ratio


@pytest.mark.parametrize("counts", [(12, 40, 20, 35), (30, 40, 20, 35), (3, 90, 9, 80), (200, 210, 150, 170)])
def test_score_interval_output_against_statsmodels(counts):
    """Oracle: ``confint_proportions_2indep(compare="ratio", method="score")`` and the score test of
    statsmodels."""
    found = share_ratio(*counts)
    low, high = confint_proportions_2indep(*counts, compare="ratio", method="score")
    assert (found.low, found.high) == pytest.approx((low, high), rel=1e-6)
    expected = score_test(*counts, value=1, compare="ratio", method="score").pvalue
    assert found.p_value == pytest.approx(expected, rel=1e-6)
    assert found.ratio == pytest.approx(counts[0] / counts[1] / (counts[2] / counts[3]))


def test_a_share_of_nought_output_against_statsmodels():
    """Oracle: statsmodels for none in the first group; the second is the same turned over."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _, high = confint_proportions_2indep(0, 30, 5, 40, compare="ratio", method="score")
    none_first, none_second = share_ratio(0, 30, 5, 40), share_ratio(5, 40, 0, 30)
    assert (none_first.ratio, none_first.low) == (0, 0)
    assert none_first.high == pytest.approx(high, rel=1e-6)
    assert (none_second.ratio, none_second.high) == (None, None)
    assert none_second.low == pytest.approx(1 / high, rel=1e-6)


def test_equal_shares_of_one_hold_1_between_their_limits():
    """Oracle: symmetry. 40 of 40 against 35 of 35 must not give a width of nought, and swapping inverts the
    limits."""
    found, swapped = share_ratio(40, 40, 35, 35), share_ratio(35, 35, 40, 40)
    assert found.low < 1 < found.high
    assert found.p_value == pytest.approx(1)
    assert swapped.low == pytest.approx(1 / found.high)


def test_nothing_in_either_group_says_nothing():
    """Oracle: 0/0 has no value."""
    assert share_ratio(0, 10, 0, 10).p_value is None
