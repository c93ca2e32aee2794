"""What it would take: order, limits and refusals, and the textbook where nights are independent."""

import numpy as np
import pytest

from analysis.measures.what_it_would_take import what_it_would_take
from tests.journals import clustered_counts, make_journal


def test_independent_nights_need_no_less_than_the_textbook():
    """Oracle: two Poisson rates by their logs, n = (1.96 + 0.84)² (1 / rate + 1 / fallen rate) / log(fall)²,
    by hand; what is not known of runs can only add to it, here at most by half and half again."""
    counts = np.random.default_rng(1).poisson(1.0, 730).astype(float)
    rate = counts.mean()
    found = what_it_would_take(make_journal(counts))
    for needed in found.falls:
        left = 1 - needed.fall
        textbook = 2.8**2 * (1 / rate + 1 / (rate * left)) / np.log(left) ** 2
        assert 0.85 * textbook < needed.nights_each_side < 2.25 * textbook
    assert found.per_week == pytest.approx(7 * rate)


def test_runs_and_rare_cramps_need_more_nights_and_larger_falls_fewer():
    """Oracle: order. Beyond two years no number is given."""
    random = np.random.default_rng(2)
    steady = what_it_would_take(make_journal(random.poisson(0.8, 365).astype(float)))
    runs = what_it_would_take(make_journal(clustered_counts(random, 365, 5.6, sigma=1.0, rho=0.85)))
    rare = what_it_would_take(make_journal(random.poisson(0.1, 365).astype(float)))
    small, large = steady.falls
    assert (small.fall, large.fall) == (0.3, 0.5)
    assert large.nights_each_side < small.nights_each_side
    assert runs.falls[1].nights_each_side is None or runs.falls[1].nights_each_side > large.nights_each_side
    assert rare.falls[0].nights_each_side is None


@pytest.mark.parametrize(
    ("cramps", "reason", "needed"),
    [
        ([1] * 20, "too_few_nights", 8),
        ([0] * 60, "no_cramps", None),
        ([1, 1, 1, 1] + [0] * 60, "too_few_cramps", None),
        ([], "no_nights", None),
    ],
)
def test_refusals_by_name_with_what_is_missing(cramps, reason, needed):
    """Oracle: by hand against the documented thresholds: 28 nights, 5 cramps."""
    found = what_it_would_take(make_journal(cramps))
    assert (found.verdict, found.reason, found.nights_needed) == ("not_enough_data", reason, needed)
    assert found.falls == ()
