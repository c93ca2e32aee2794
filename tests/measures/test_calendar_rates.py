"""Rates by weekday and by month, and when they differ by more than chance."""

import numpy as np
import pytest

from analysis.measures import patterns, well_known
from analysis.measures.calendar_rates import NOT_COMPARED, WEEKDAY_NIGHTS, several_known
from tests.journals import made_up_year, make_journal


def test_what_is_known_well_enough_has_nights_and_a_range():
    """Oracle: by hand: a week and a day have one Monday too few and two rates at most; ten weeks have all."""
    short, long = (patterns(make_journal([1, 0] * nights)).weekdays for nights in (4, 35))
    assert well_known(short, WEEKDAY_NIGHTS) == ()
    assert well_known(long, WEEKDAY_NIGHTS) == long


def test_weekdays_and_months_by_hand():
    """Oracle: three weeks from Monday 6 January 2025 with a cramp on every Wednesday evening, two of them
    logged."""
    cramps = [0, 0, 1, 0, 0, 0, 0] * 3
    cramps[9] = None
    found = patterns(make_journal(cramps, start="2025-01-06"))
    wednesday = found.weekdays[2]
    assert (wednesday.name, wednesday.rate.nights, wednesday.rate.cramps) == ("Wednesday", 2, 2)
    assert wednesday.rate.per_week == 7
    assert [day.rate.cramps for day in found.weekdays if day.name != "Wednesday"] == [0] * 6
    assert found.months[0].rate.nights == 20
    assert found.months[1].rate.per_week is None


def test_weekdays_and_months_hold_every_logged_night_once():
    """Oracle: sums over a made-up year."""
    journal = made_up_year()
    found = patterns(journal)
    for rates in (found.weekdays, found.months):
        assert sum(item.rate.nights for item in rates) == journal.nights["logged"].sum()
        assert sum(item.rate.cramps for item in rates) == journal.nights["cramps"].sum()


def test_a_weekday_that_stands_out_differs_and_even_weeks_do_not():
    """Oracle: made so: a year with five times the cramps on Wednesdays, and the same weeks with the days
    of each in a random order of their own."""
    random = np.random.default_rng(3)
    weeks = random.poisson(np.array([0.2, 0.2, 1.0, 0.2, 0.2, 0.2, 0.2]), (52, 7))
    found = patterns(make_journal(weeks.ravel().tolist(), start="2025-01-06"))
    assert found.weekdays_differ.differ
    assert found.weekdays_differ.p_value < 0.001
    assert not found.months_differ.differ
    shuffled = random.permuted(weeks, axis=1)
    even = patterns(make_journal(shuffled.ravel().tolist(), start="2025-01-06"))
    assert not even.weekdays_differ.differ
    assert even.weekdays_differ.p_value > 0.025


def test_a_month_that_comes_back_every_year_differs():
    """Oracle: made so: six years with a cramp each night in July and one in ten nights else."""
    nights = np.arange("2019-01-01", "2025-01-01", dtype="datetime64[D]")
    july = nights.astype("datetime64[M]").astype(int) % 12 == 6
    cramps = np.random.default_rng(5).poisson(np.where(july, 1.0, 0.1))
    found = patterns(make_journal(cramps.tolist(), start="2019-01-01"))
    assert found.months_differ.differ
    assert not found.weekdays_differ.differ


@pytest.mark.parametrize("nights", [0, 1, 20])
def test_too_few_nights_compare_nothing(nights):
    """Oracle: 20 nights have six weekdays less than seven times and one month or two with too few."""
    found = patterns(make_journal([1, 0] * (nights // 2) + [1] * (nights % 2)))
    assert found.weekdays_differ == NOT_COMPARED
    assert found.months_differ == NOT_COMPARED


def test_two_rates_that_are_known_can_be_told_apart_and_one_cannot():
    """Oracle: by hand; with no cramp in any of them there is nothing to tell."""
    known = patterns(make_journal([1, 0] * 35)).weekdays
    free = patterns(make_journal([0] * 70)).weekdays
    assert several_known(known[:2], WEEKDAY_NIGHTS)
    assert not several_known(known[:1], WEEKDAY_NIGHTS)
    assert not several_known(free, WEEKDAY_NIGHTS)
