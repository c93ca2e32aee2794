"""What is reckoned of a comparison to come: two Poisson counts where nights are independent, and order."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import norm

from analysis.measures.futures import outlook
from analysis.measures.reckoned import CRITICAL, WIDER, _expected, _on, few, reckoned_chance
from analysis.measures.windows import nights_of
from tests.journals import clustered_counts, make_journal


def look_at(counts):
    journal = make_journal(counts)
    return outlook(journal, nights_of(journal).night(-1))


def test_independent_nights_by_turns_have_the_error_of_two_poisson_counts():
    """Oracle: by hand: the log ratio of counts a and b has the variance 1/a + 1/b (with σ = 0, as Wald's); by
    turns slope and season take next to nothing of it."""
    look = look_at(np.random.default_rng(1).poisson(1.0, 365).astype(float))
    independent = replace(look.fit, modes=look.fit.modes[:1], weights=np.ones(1))
    assert independent.modes[0].clustering.sigma == 0
    look = replace(look, fit=independent)
    for nights, fall in ((84, 0.3), (140, 0.3), (56, 0.5)):
        error = np.sqrt(1 / nights + 1 / (nights * (1 - fall)))
        by_hand = norm.cdf(-np.log(1 - fall) / error - CRITICAL * WIDER)
        assert reckoned_chance(look, 1.0, fall, nights, "by_turns") == pytest.approx(by_hand, abs=0.03)


def test_more_nights_and_larger_falls_show_more_and_one_change_less_than_turns():
    """Oracle: order, in a journal whose cramps come in runs."""
    look = look_at(clustered_counts(np.random.default_rng(3), 365, 5.0, sigma=0.8, rho=0.85))
    turns = [reckoned_chance(look, 0.7, 0.5, nights, "by_turns") for nights in (28, 56, 112, 224)]
    assert turns == sorted(turns)
    assert reckoned_chance(look, 0.7, 0.3, 112, "by_turns") < turns[2]
    assert reckoned_chance(look, 0.7, 0.5, 112, "step") < turns[2]
    assert all(0 <= chance <= 1 for chance in turns)


def test_a_few_clusterings_stand_for_all():
    """Oracle: the mean size of the runs over the whole posterior, to a seventh."""
    look = look_at(clustered_counts(np.random.default_rng(4), 365, 5.0, sigma=0.8, rho=0.85))
    kept = few(look.fit)
    assert len(kept.modes) < len(look.fit.modes)
    assert kept.weights.sum() == pytest.approx(1)
    assert kept.sigma == pytest.approx(look.fit.sigma, rel=0.15)


def test_a_yes_or_no_tells_less_than_a_count():
    """Oracle: order: with a cramp in four nights of five, yes and no tell less of a rate than counts do; with
    one in twenty they tell the same, within a hundredth."""
    counts = np.random.default_rng(6).poisson(1.6, 365).astype(float)
    look = look_at(counts)
    asked = replace(look, yes_no=True)
    often, rarely = 0.8, 0.05
    plain = reckoned_chance(look, -np.log1p(-often), 0.5, 56, "by_turns")
    assert reckoned_chance(asked, often, 0.5, 56, "by_turns") < plain - 0.02
    plain = reckoned_chance(look, -np.log1p(-rarely), 0.5, 182, "by_turns")
    assert reckoned_chance(asked, rarely, 0.5, 182, "by_turns") == pytest.approx(plain, abs=0.01)


def test_what_a_yes_or_no_tells_is_averaged_over_the_runs():
    """Oracle: by simulation: nights of runs of this size, the same mean share: the mean of rate² /
    (exp(rate) - 1) over a million draws, and less than at the rate of the mean share alone."""
    random, share, size = np.random.default_rng(8), 0.7, 1.2
    look = replace(look_at((random.random(200) < share).astype(float)), yes_no=True)
    one = look.fit.modes[-1]
    one = replace(one, clustering=replace(one.clustering, sigma=size))
    look = replace(look, fit=replace(look.fit, modes=(one,), weights=np.ones(1)))
    drawn = np.exp(size * random.standard_normal(10**6))
    levels = np.linspace(0.5, 4, 701)
    shares = [-np.expm1(-level * drawn[:20000]).mean() for level in levels]
    rates = levels[np.argmin(np.abs(np.array(shares) - share))] * drawn
    rates = np.minimum(rates, 500)  # beyond, a night tells nothing
    by_hand = [np.mean((part * rates) ** 2 / np.expm1(part * rates)) for part in (1.0, 0.5)]
    found = _expected(look, np.array([share, share / 2]), share)
    assert found == pytest.approx(by_hand, rel=0.03)
    assert found[0] < 0.9 * np.log(1 - share) ** 2 / (1 / (1 - share) - 1)


def test_one_change_comes_after_its_nights_before_and_turns_change_after_each_block():
    """Oracle: by hand: blocks of two weeks; off first."""
    assert _on(3, "step").tolist() == [0, 0, 0, 1, 1, 1]
    turns = _on(28, "by_turns")
    assert turns.tolist() == [0] * 14 + [1] * 14 + [0] * 14 + [1] * 14
