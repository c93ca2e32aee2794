"""The ledger as arrays: places, dates, and what is known of each night."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from analysis.measures.windows import days_of_year, left_out, nights_of, without_entry
from tests.journals import make_journal


def test_places_and_dates_of_the_ledger_by_hand():
    """Oracle: counted on a calendar; the year 2024 has 29 February."""
    nights = nights_of(make_journal([1, None, 0, 2], start="2024-02-28"))
    assert nights.night(1) == date(2024, 2, 29)
    assert nights.position(date(2024, 3, 2)) == 3
    assert nights.position(pd.Timestamp("2024-02-27")) == -1
    assert nights.logged.tolist() == [True, False, True, True]
    assert nights.rate(np.ones(4, dtype=bool)).per_week == 7 * 3 / 3


def test_a_night_that_is_only_assumed_has_no_entry():
    """Oracle: by hand; the second night is not logged, the third only taken as free of cramps."""
    journal = make_journal([1, None, 0, 2])
    journal = replace(journal, nights_assumed=journal.nights.index[2:3])
    assert without_entry(journal).tolist() == [False, True, True, False]


def test_an_unlogged_night_is_never_a_zero():
    """Oracle: the rate of three logged nights with three cramps is 7 a week, however many nights are unlogged
    between."""
    for gap in (0, 5, 50):
        nights = nights_of(make_journal([1, *[None] * gap, 1, 1]))
        rate = nights.rate(np.ones(3 + gap, dtype=bool))
        assert (rate.nights, rate.cramps, rate.per_week) == (3, 3.0, 7.0)


def test_nights_without_entry_count_as_cramp_free_only_as_an_assumption():
    """Oracle: two cramps over eight nights are 1.75 a week; without the assumption no rate is given."""
    cramps = [1, *[None] * 6, 1]
    assumed = nights_of(make_journal(cramps, never_says_none=True, unlogged_assumed_cramp_free=True))
    assert assumed.rate(np.ones(8, dtype=bool)).per_week == 7 * 2 / 8
    unknown = nights_of(make_journal(cramps, never_says_none=True))
    assert unknown.rates_refused == "nights_without_entry_unknown"
    assert unknown.rate(np.ones(8, dtype=bool)).per_week is None


def test_day_of_year_output_against_datetime():
    """Oracle: ``date.timetuple().tm_yday`` over two years, one of them a leap year."""
    dates = pd.date_range("2023-06-01", "2025-06-01", freq="D")
    expected = [day.timetuple().tm_yday for day in dates.date]
    assert days_of_year(dates.to_numpy()).tolist() == expected


def test_stretches_are_cut_to_the_ledger():
    """Oracle: nights -3 to 1 and 2 to 9 of a ledger of four are its first and its second two."""
    nights = nights_of(make_journal([0, 0, 0, 0]))
    assert nights.within(-3, 2).tolist() == [True, True, False, False]
    assert nights.within(2, 10).tolist() == [False, False, True, True]
    assert not nights.within(-5, -2).any()


def test_nights_that_were_left_out_by_hand():
    """Oracle: by hand: the second and the fourth night, and one outside the ledger."""
    journal = make_journal([1, 0, None, 2], start="2025-03-01")
    asked = pd.DatetimeIndex(["2025-03-02", "2025-03-04", "2025-03-09"])
    assert left_out(replace(journal, left_out=asked)).tolist() == [False, True, False, True]
    assert left_out(journal).tolist() == [False] * 4
