"""Nights that may come. Oracle: sums by hand, and the history that they are drawn from."""

from datetime import timedelta

import numpy as np
import pytest

from analysis.measures import draw_night_counts, draw_rates, outlook
from tests.journals import clustered_counts, make_journal
from tests.plan.test_chances import FIRST, MADE, NIGHTS, steady


def test_futures_of_independent_nights_are_poisson_at_the_rate_of_the_history() -> None:
    """Oracle: the rate of the history, from which slope and season may carry a fifth away in eight weeks; the
    variance of a Poisson count at known rates, and a factor that halves every rate."""
    journal = steady(1.5)
    found = outlook(journal, MADE + timedelta(days=NIGHTS))
    random = np.random.default_rng(4)
    rates = draw_rates(found, 200, random)
    assert rates.shape == (200, NIGHTS)
    assert np.median(rates.mean(axis=1)) == pytest.approx(journal.nights["cramps"].mean(), rel=0.2)
    known = np.full(4000, 1.5)
    wide = outlook(journal, MADE + timedelta(days=4000))
    counts = draw_night_counts(wide, known, np.full(4000, 0.5), random).counts[-4000:]
    assert found.share_logged == 1
    assert counts.mean() == pytest.approx(0.75, abs=4 * np.sqrt(0.75 / 4000))
    assert counts.var() == pytest.approx(counts.mean(), rel=0.15)


def test_nights_to_come_are_logged_as_often_as_the_last_eight_weeks() -> None:
    """Oracle: by hand: of the last 56 nights 42 are logged."""
    counts = [1.0, 0.0] * 50 + [0.0, 1.0, 2.0, None] * 13 + [0.0, None, 1.0, 0.0]
    found = outlook(make_journal(counts, start=FIRST.isoformat()), FIRST + timedelta(days=2155))
    assert found.share_logged == pytest.approx(42 / 56)
    nights = draw_night_counts(found, np.ones(2000), np.ones(2000), np.random.default_rng(1)).counts[-2000:]
    assert np.isfinite(nights).mean() == pytest.approx(0.75, abs=0.04)


def test_futures_come_in_runs_where_the_history_does_and_stay_yes_or_no() -> None:
    """Oracle: the variance of weekly sums over that of Poisson, and the largest count of a yes/no journal."""
    random = np.random.default_rng(5)
    runs = make_journal(clustered_counts(random, 365, 5.0, sigma=1.2, rho=0.9), start=FIRST.isoformat())
    end = FIRST + timedelta(days=365 + 139)
    found = outlook(runs, end)
    rates = draw_rates(found, 80, random)
    weeks = np.concatenate(
        [
            draw_night_counts(found, r, np.ones(140), random).counts[-140:].reshape(20, 7).sum(axis=1)
            for r in rates
        ]
    )
    assert weeks.var() > 1.8 * weeks.mean()
    yes_no = make_journal((random.random(365) < 0.4).astype(float), start=FIRST.isoformat())
    found = outlook(yes_no, end)
    counts = draw_night_counts(found, draw_rates(found, 1, random)[0], np.ones(140), random).counts[-140:]
    assert found.yes_no
    assert np.nanmax(counts) == 1
