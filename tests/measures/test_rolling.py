"""Means that move along: sums by hand, and pandas' own rolling mean."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis.measures.rolling import rolling_mean, rolling_rate, sums
from analysis.measures.windows import nights_of
from tests.journals import made_up_year, make_journal


def test_means_of_the_last_days_by_hand():
    """Oracle: by hand: the third and fourth of six days are unlogged; from the fifth on three are known."""
    journal = make_journal([0] * 6, fields={"hydration": [1000, 2000, None, None, 1500, 3500]})
    found = rolling_mean(journal, "hydration")
    assert found.stretch == 7
    assert found.days[0] == date(2025, 1, 6)
    assert found.means == pytest.approx([np.nan] * 4 + [1500, 2000], nan_ok=True)


def test_an_unlogged_stretch_breaks_the_mean():
    """Oracle: ten unlogged days: the last three logged days before them leave the window after four days."""
    values = [60.0] * 10 + [None] * 10 + [30.0] * 10
    means = rolling_mean(make_journal([0] * 30, fields={"activity": values}), "activity").means
    assert np.isfinite(means[2:14]).all()
    assert np.isnan(means[14:22]).all()
    assert means[22] == 30


def test_rolling_mean_output_against_pandas():
    """Oracle: ``Series.rolling("7D", min_periods=3).mean()`` of the days of a year."""
    journal = made_up_year()
    journal.days.loc[journal.days.index[40:44], "hydration"] = np.nan
    found = rolling_mean(journal, "hydration")
    days = journal.days["hydration"].reindex(journal.nights.index)
    expected = days.rolling("7D", min_periods=3).mean()
    assert found.means == pytest.approx(expected.to_numpy(), nan_ok=True)


def test_days_outside_the_ledger_count_for_nothing():
    """Oracle: the same journal without them."""
    values = [1000.0, 1200.0, 1400.0, 1600.0]
    outside = pd.DataFrame({"hydration": [9000.0]}, index=pd.DatetimeIndex(["2025-01-05"]))
    plain = make_journal([0] * 4, fields={"hydration": values})
    wider = make_journal([0] * 4, fields={"hydration": values}, extra_days=outside)
    assert rolling_mean(wider, "hydration").means == pytest.approx(
        rolling_mean(plain, "hydration").means, nan_ok=True
    )


def test_a_field_or_a_ledger_that_is_not_there_gives_no_mean():
    """Oracle: by hand."""
    assert np.isnan(rolling_mean(make_journal([0] * 9), "hydration").means).all()
    assert rolling_mean(make_journal([]), "hydration").days == ()


def test_a_rate_counts_only_logged_nights_by_hand():
    """Oracle: by hand: of the last four nights, two cramps in three logged ones."""
    nights = nights_of(make_journal([1, 0, None, 1, 1]))
    assert rolling_rate(nights, 4, 3) == pytest.approx([np.nan, np.nan, np.nan, 14 / 3, 14 / 3], nan_ok=True)
    assert sums(np.array([1.0, 2.0, 3.0]), 2).tolist() == [1, 3, 5]


def test_the_day_after_the_last_night_counts_for_nothing():
    """Oracle: by hand: three nights, and a day of water on each and on the day after."""
    extra = pd.DataFrame({"hydration": [9000.0]}, index=pd.DatetimeIndex(["2025-03-04"]).as_unit("us"))
    journal = make_journal(
        [1, 0, 1], start="2025-03-01", fields={"hydration": [1000.0] * 3}, extra_days=extra
    )
    found = rolling_mean(journal, "hydration", least_logged=1)
    assert list(found.means) == [1000, 1000, 1000]
    assert found.stretch == 7
