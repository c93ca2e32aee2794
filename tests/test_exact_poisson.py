"""The exact ratio of two Poisson rates against R and scipy."""

import pytest
from scipy.stats import binomtest

from tests.exact_poisson import exact_poisson_ratio
from tests.for_each import for_each


def test_exact_ratio_against_the_documented_example_of_r_poisson_test() -> None:
    """Oracle: R 4, ``poisson.test(c(11, 6+8+7), c(800, 1083+1050+878))``, the second example of its help page
    (lung cancer in Fredericia against three other Danish towns, ISwR's ``eba1977``), which prints

        p-value = 0.07967 95 percent confidence interval: 0.8584264 4.2772659 rate ratio 1.971488
    """
    result = exact_poisson_ratio(11, 800, 6 + 8 + 7, 1083 + 1050 + 878)
    assert result.ratio == pytest.approx(1.971488, abs=5e-7)
    assert result.low == pytest.approx(0.8584264, abs=5e-8)
    assert result.high == pytest.approx(4.2772659, abs=5e-8)
    assert result.p_value == pytest.approx(0.07967, abs=5e-6)


@for_each("cramps_a", [0, 1, 4, 17, 60])
@for_each(("cramps_b", "nights_a", "nights_b"), [(1, 56, 56), (9, 14, 56), (40, 300, 65)])
def test_exact_ratio_against_scipy_binomtest(
    cramps_a: int, cramps_b: int, nights_a: int, nights_b: int
) -> None:
    """Oracle: given their sum, the cramps of one side are binomial; ``scipy.stats.binomtest`` with the exact
    interval, its ends turned from a share into a ratio of rates."""
    result = exact_poisson_ratio(cramps_a, nights_a, cramps_b, nights_b)
    test = binomtest(cramps_a, cramps_a + cramps_b, nights_a / (nights_a + nights_b))
    ends = test.proportion_ci(0.95, "exact")
    odds = nights_b / nights_a
    assert result.low == pytest.approx(ends.low / (1 - ends.low) * odds, rel=1e-8)
    assert result.high == pytest.approx(ends.high / (1 - ends.high) * odds, rel=1e-8)
    assert result.p_value == pytest.approx(test.pvalue, rel=1e-6)


def test_exact_ratio_where_an_arm_holds_no_cramps() -> None:
    """Oracle by hand: 5 against 0 in equal time. Five heads in five tosses: p = 2 / 32; lower end of the
    share 0.025^(1/5), so that the ratio is at least share / (1 - share).
    """
    result = exact_poisson_ratio(5, 56, 0, 56)
    share = 0.025 ** (1 / 5)
    assert result.ratio is None
    assert result.high is None
    assert result.low == pytest.approx(share / (1 - share))
    assert result.p_value == pytest.approx(2 / 32)
    turned = exact_poisson_ratio(0, 56, 5, 56)
    assert (turned.ratio, turned.low) == (0, 0)
    assert turned.high == pytest.approx((1 - share) / share)


@pytest.mark.parametrize("arguments", [(0, 56, 0, 56), (3, 0, 4, 56)])
def test_exact_ratio_of_nothing_is_missing(arguments: tuple[int, int, int, int]) -> None:
    """Oracle by hand: no cramp at all, or no night in an arm, gives no ratio."""
    result = exact_poisson_ratio(*arguments)
    assert (result.ratio, result.low, result.high, result.p_value) == (None, None, None, None)
