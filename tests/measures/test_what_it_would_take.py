"""What it would take: order, limits and refusals; the textbook where nights are independent, and the
program's own rule by simulation."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from analysis.journal import Block, Plan
from analysis.measures.what_it_would_take import what_it_would_take
from analysis.measures.windows import nights_of
from analysis.plan import basis_of, simulate
from tests.journals import clustered_counts, make_journal


def test_independent_nights_need_no_less_than_the_textbook():
    """Oracle: two Poisson rates by their logs, n = (1.96 + 0.84)² (1 / rate + 1 / fallen rate) / log(fall)²
    a side, by hand. By turns takes at most half as many again, for what is not known of runs, and whole parts
    of two weeks; one change takes no fewer but for those whole parts, for the slope and the season."""
    counts = np.random.default_rng(1).poisson(1.0, 730).astype(float)
    rate = counts.mean()
    found = what_it_would_take(make_journal(counts))
    for needed in found.falls:
        left = 1 - needed.fall
        textbook = 2.8**2 * (1 / rate + 1 / (rate * left)) / np.log(left) ** 2
        assert 0.85 * textbook < needed.nights_by_turns / 2 < 1.5 * textbook + 14
        assert needed.nights_each_side is None or needed.nights_each_side > needed.nights_by_turns / 2 - 14
    assert found.per_week == pytest.approx(7 * rate)


def test_runs_and_rare_cramps_need_more_nights_and_larger_falls_fewer():
    """Oracle: order. Beyond two years, or half a year on a side, no number is given."""
    random = np.random.default_rng(2)
    steady = what_it_would_take(make_journal(random.poisson(0.8, 365).astype(float)))
    runs = what_it_would_take(make_journal(clustered_counts(random, 365, 5.6, sigma=1.0, rho=0.85)))
    rare = what_it_would_take(make_journal(random.poisson(0.1, 365).astype(float)))
    small, large = steady.falls
    assert (small.fall, large.fall) == (0.3, 0.5)
    assert large.nights_by_turns < small.nights_by_turns
    assert runs.falls[1].nights_by_turns > large.nights_by_turns
    assert rare.falls[0].nights_by_turns is None
    assert rare.falls[0].nights_each_side is None
    assert all(each.nights_by_turns % 28 == 0 for each in steady.falls)


def test_the_number_that_is_told_shows_the_fall_in_about_eight_of_ten():
    """Oracle: plans of just that many nights, simulated from the same journal and decided as the program
    decides: 80 of 100, within 3 standard errors of 28 futures and the whole part that it is rounded up to."""
    journal = make_journal(clustered_counts(np.random.default_rng(7), 300, 4.0, sigma=0.6, rho=0.7))
    [_, needed] = what_it_would_take(journal).falls
    last = nights_of(journal).night(-1)
    start = last + timedelta(days=1)
    blocks = [
        Block(start + timedelta(14 * at), start + timedelta(14 * at + 13), at % 2 == 1)
        for at in range(needed.nights_by_turns // 14)
    ]
    basis = basis_of(journal, [Plan(last, "on_off", "one", tuple(blocks))])
    basis = replace(basis, outlook=replace(basis.outlook, share_logged=1.0))
    [[told]] = simulate(basis, seed=3, journals=28, falls=(0.5,)).by_plan
    assert 0.8 - 3 * told.error < told.chance


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


def test_a_refusal_names_how_far_it_would_have_looked():
    """Oracle: the limit that was asked for, whatever the reason: too few nights, no cramps, or no outlook."""
    for counts in ([1, 0] * 10, [0] * 60, [1, 0, 0] * 20):
        found = what_it_would_take(make_journal(counts, unlogged_assumed_cramp_free=True), limit=400)
        plain = what_it_would_take(make_journal(counts), limit=400)
        assert (found.limit, plain.limit) == (400, 400)


def test_turns_take_at_most_the_limit_on_both_sides_together():
    """Oracle: by hand: at a limit of 112 nights half of it is four blocks of two weeks."""
    counts = np.random.default_rng(3).poisson(1.0, 365).astype(float)
    without = what_it_would_take(make_journal(counts), falls=(0.5,)).falls[0].nights_by_turns
    assert without is not None
    assert (
        what_it_would_take(make_journal(counts), falls=(0.5,), limit=without).falls[0].nights_by_turns
        == without
    )
    assert (
        what_it_would_take(make_journal(counts), falls=(0.5,), limit=without - 1).falls[0].nights_by_turns
        is None
    )
