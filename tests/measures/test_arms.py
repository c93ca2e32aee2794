"""Some nights against some others: refusals and arms without cramps by hand."""

import numpy as np
import pytest

from analysis.measures.arms import rate_of, ratio_of_arms, refused_arms, whole_fit
from analysis.measures.windows import nights_of
from tests.journals import make_journal


def nights_with(counts):
    return nights_of(make_journal(counts))


def halves(nights):
    middle = len(nights.dates) // 2
    return nights.within(middle, len(nights.dates)), nights.within(0, middle)


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([1] * 20, ("too_few_nights", 4)),
        ([0, None, *[0] * 12, *[1] * 14], ("too_few_nights", 1)),
        ([0] * 28, ("no_cramps", None)),
        ([0] * 27 + [4], ("too_few_cramps", None)),
        ([0] * 27 + [5], (None, None)),
    ],
)
def test_two_arms_are_refused_by_name(counts, found):
    """Oracle: by hand; 14 logged nights in each half, five cramps in both together."""
    nights = nights_with(counts)
    assert refused_arms(nights, *halves(nights), least_logged=14, least_cramps=5) == found


def test_an_arm_without_cramps_has_an_open_end():
    """Oracle: by definition of ``RateRatio``."""
    none_after = nights_with([1, 0] * 20 + [0] * 40)
    after, before = halves(none_after)
    fallen, risen = ratio_of_arms(none_after, after, before), ratio_of_arms(none_after, before, after)
    assert (fallen.ratio, fallen.low) == (0, 0)
    assert 0 < fallen.high < 1
    assert (risen.ratio, risen.high) == (None, None)
    assert risen.low > 1


def test_the_ratio_the_other_way_round_is_its_inverse():
    """Oracle: invariance."""
    nights = nights_with(np.random.default_rng(1).poisson(np.repeat([0.8, 0.4], 60)))
    after, before = halves(nights)
    fallen, risen = ratio_of_arms(nights, after, before), ratio_of_arms(nights, before, after)
    assert fallen.ratio == pytest.approx(1 / risen.ratio, rel=0.02)
    assert fallen.low == pytest.approx(1 / risen.high, rel=0.05)


def test_one_night_has_a_rate_and_no_range():
    """Oracle: seven a week by hand; one night tells nothing of runs."""
    nights = nights_with([1])
    assert whole_fit(nights) is None
    rate = rate_of(nights, nights.within(0, 1), None)
    assert (rate.per_week, rate.low, rate.high) == (7, None, None)
