"""The comparison at other dates against a plain loop."""

import numpy as np
import pytest

from analysis.measures.other_dates import date_rank, raw_ratios
from analysis.measures.windows import nights_of
from tests.journals import clustered_counts, make_journal


def looped(counts, changes, before, after, washout, least_logged):
    """One date after another, as the definition reads."""
    ratios = []
    for date in range(before, len(counts) - after - washout + 1):
        if any(date - before < change < date + washout + after for change in changes):
            continue
        past = [count for count in counts[date - before : date] if not np.isnan(count)]
        next_ = [count for count in counts[date + washout : date + washout + after] if not np.isnan(count)]
        if min(len(past), len(next_)) < least_logged or sum(past) + sum(next_) == 0:
            continue
        rates = np.mean(past), np.mean(next_)
        ratios.append(rates[1] / rates[0] if rates[0] else np.inf)
    return ratios


@pytest.mark.parametrize("washout", [0, 9])
@pytest.mark.parametrize(("before", "after"), [(56, 56), (30, 20)])
def test_ratios_output_against_a_loop_over_dates(before, after, washout):
    """Oracle: ``looped``, which follows the definition night by night."""
    random = np.random.default_rng(3)
    counts = clustered_counts(random, 500, 1.0)
    counts[random.random(500) < 0.2] = np.nan
    nights = nights_of(make_journal(counts))
    counts, changes = nights.counts, [100, 101, 330]
    found = raw_ratios(nights, changes, before, after, washout, least_logged=14)
    assert found == pytest.approx(looped(counts, changes, before, after, washout, 14))
    assert len(found) > 30


def test_rank_counts_swings_up_and_down_by_hand():
    """Oracle: a halving; of 30 other dates 10 halve, 5 double and 15 stay, so 15 are as extreme. With 29,
    none is told."""
    nights = nights_of(make_journal([2] * 10 + [1] * 10))
    before, after = nights.within(0, 10), nights.within(10, 20)
    others = np.array([0.5] * 10 + [2.0] * 5 + [1.0] * 15)
    rank = date_rank(nights, before, after, others)
    assert (rank.as_extreme, rank.of) == (15, 30)
    assert date_rank(nights, before, after, others[:-1]).of is None


def test_rank_of_a_change_to_none_counts_only_swings_from_or_to_none():
    """Oracle: the log of 0 is as extreme as can be."""
    nights = nights_of(make_journal([2] * 10 + [0] * 10))
    others = np.array([0.0, np.inf, *[0.01] * 30])
    rank = date_rank(nights, nights.within(0, 10), nights.within(10, 20), others)
    assert (rank.as_extreme, rank.of) == (2, 32)
