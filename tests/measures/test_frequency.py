"""How often cramps come: sums by hand, other fits of the same data, and what must not change an answer."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
import statsmodels.api as sm

from analysis.measures import frequency
from analysis.measures.arms import whole_fit
from analysis.measures.model import interval_of_rate
from analysis.measures.windows import nights_of
from tests.journals import made_up_year, make_journal


def poisson_counts(nights=200, per_week=3.0, seed=4):
    return np.random.default_rng(seed).poisson(per_week / 7, nights).astype(float)


def test_rates_and_shares_by_hand():
    """Oracle: 6 cramps on 4 of 10 logged nights of 12."""
    found = frequency(make_journal([2, 0, 0, None, 1, 0, 0, None, 2, 0, 0, 1]), least_rate_nights=10)
    assert (found.overall.nights, found.overall.cramps) == (10, 6)
    assert found.overall.per_week == pytest.approx(7 * 6 / 10)
    assert found.overall.low < 7 * 6 / 10 < found.overall.high
    assert found.cramp_nights_share.share == pytest.approx(0.4)
    assert found.cramps_per_cramp_night == pytest.approx(1.5)


def test_weeks_are_sevens_from_the_first_night_by_hand():
    """Oracle: 16 nights from Wednesday 1 January 2025 are two sevens and two nights; the second seven holds
    no entry."""
    cramps = [1, 0, 1, 0, 0, 0, None, *[None] * 7, 0, 3]
    found = frequency(make_journal(cramps, start="2025-01-01")).weeks
    assert [week.start for week in found] == [date(2025, 1, 1), date(2025, 1, 8), date(2025, 1, 15)]
    assert [week.rate.nights for week in found] == [6, 0, 2]
    assert [week.rate.per_week for week in found] == [
        pytest.approx(7 * 2 / 6),
        None,
        pytest.approx(7 * 3 / 2),
    ]


def test_months_are_calendar_months_by_hand():
    """Oracle: 30 January to 2 March 2025 are 2 nights, 28 with a week unlogged, and 2 with one unlogged."""
    cramps = [1, 0, *[1] * 7, *[None] * 7, *[0] * 14, None, 2]
    found = frequency(make_journal(cramps, start="2025-01-30")).months
    assert [month.start for month in found] == [date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)]
    assert [(month.rate.nights, month.rate.cramps) for month in found] == [(2, 1), (21, 7), (1, 2)]
    assert [month.rate.per_week for month in found] == [pytest.approx(7 / 2), pytest.approx(7 / 3), 14]
    assert all(month.rate.low < month.rate.per_week < month.rate.high for month in found)


def test_a_month_that_is_a_week_has_the_interval_of_the_week():
    """Oracle: the same seven nights counted as a week of the journal."""
    counts = [float(place % 5 == 0) for place in range(35)]
    found = frequency(make_journal(counts, start="2025-01-25"))
    assert found.months[0].rate == found.weeks[0].rate


def test_rolling_rate_output_against_pandas():
    """Oracle: ``Series.rolling(28, min_periods=14).mean()``, which skips missing nights."""
    journal = made_up_year()
    found = frequency(journal)
    expected = 7 * journal.nights["cramps"].rolling(28, min_periods=14).mean()
    assert found.rolling_per_week == pytest.approx(expected.to_numpy(), nan_ok=True)
    assert found.rolling_nights[0] == journal.nights.index[0].date()


def test_the_band_of_the_rolling_rate_is_the_interval_of_its_nights():
    """Oracle: interval_of_rate of the same 28 nights, every seventh night; it always holds the rate."""
    journal = made_up_year()
    found, nights = frequency(journal), nights_of(journal)
    fit = whole_fit(nights)
    known = np.flatnonzero(np.isfinite(found.rolling_per_week))
    for place in known[:50:7]:
        expected = interval_of_rate(nights.counts[max(0, place - 27) : place + 1], like=fit)
        assert found.rolling_low[place] == pytest.approx(expected.low)
        assert found.rolling_high[place] == pytest.approx(expected.high)
    inside = slice(known[0], known[-1] + 1)
    rate, low, high = (x[inside] for x in (found.rolling_per_week, found.rolling_low, found.rolling_high))
    assert np.array_equal(np.isnan(rate), np.isnan(low))
    assert np.all((low <= rate) & (rate <= high) | np.isnan(rate))


def test_recent_weeks_are_the_last_28_nights_and_the_28_before():
    """Oracle: counted back from the last night."""
    journal = make_journal(poisson_counts(100), start="2025-01-01")
    recent = frequency(journal).recent
    last = date(2025, 1, 1) + timedelta(days=99)
    assert (recent.current_from, recent.current_to) == (last - timedelta(days=27), last)
    assert (recent.previous_from, recent.previous_to) == (
        last - timedelta(days=55),
        last - timedelta(days=28),
    )
    counts = journal.nights["cramps"].to_numpy()
    assert recent.current.cramps == counts[-28:].sum()
    assert recent.previous.cramps == counts[-56:-28].sum()


def test_trend_output_against_poisson_regression_of_statsmodels():
    """Oracle: a Poisson GLM on time and a yearly harmonic, where nights are independent and the trend is
    steep."""
    nights = 730
    months = np.arange(nights) / 28
    counts = np.random.default_rng(8).poisson(0.3 * np.exp(0.06 * months)).astype(float)
    journal = make_journal(counts)
    angle = 2 * np.pi * journal.nights.index.day_of_year.to_numpy() / 365.25
    design = sm.add_constant(np.column_stack([months, np.cos(angle), np.sin(angle)]))
    expected = np.exp(sm.GLM(counts, design, family=sm.families.Poisson()).fit().params[1])
    trend = frequency(journal).trend
    assert trend.per_28_nights.ratio == pytest.approx(expected, rel=0.02)
    assert trend.verdict == "more_cramps"
    assert trend.nights == nights


def test_time_turned_over_inverts_the_trend():
    """Oracle: symmetry, season aside. Two whole years from 1 January, read backwards."""
    counts = poisson_counts(730)
    forwards = frequency(make_journal(counts, start="2023-01-01")).trend.per_28_nights
    backwards = frequency(make_journal(counts[::-1], start="2023-01-01")).trend.per_28_nights
    assert forwards.ratio * backwards.ratio == pytest.approx(1, rel=0.02)
    assert forwards.low * backwards.high == pytest.approx(1, rel=0.02)


def test_moving_all_dates_by_28_years_changes_no_number():
    """Oracle: the calendar repeats after 28 years, weekdays and leap years included."""
    here = frequency(make_journal(poisson_counts(), start="2025-01-06"))
    there = frequency(make_journal(poisson_counts(), start="1997-01-06"))
    assert replace(here.recent.change) == replace(there.recent.change)
    assert here.trend == there.trend
    assert [week.rate for week in here.weeks] == [week.rate for week in there.weeks]


def test_intervals_of_independent_nights_are_about_those_of_the_exact_poisson():
    """Oracle: the exact (Garwood) interval from chi-square quantiles, by scipy; runs can only widen it."""
    from scipy.stats import chi2

    found = frequency(make_journal(poisson_counts(365))).overall
    exact = chi2.ppf([0.025, 0.975], [2 * found.cramps, 2 * found.cramps + 2]) / 2 * 7 / found.nights
    assert 0.8 < found.low / exact[0] < 1.02
    assert 0.98 < found.high / exact[1] < 1.25


def test_share_of_independent_nights_output_against_scipy():
    """Oracle: Jeffreys interval by ``scipy.stats.beta`` where a shuffle has undone all runs."""
    from scipy.stats import beta

    counts = (poisson_counts(730) > 0).astype(float)
    share = frequency(make_journal(counts)).cramp_nights_share
    expected = beta.ppf([0.025, 0.975], share.cramp_nights + 0.5, 730 - share.cramp_nights + 0.5)
    assert (share.low, share.high) == pytest.approx(tuple(expected), rel=0.1)


def test_runs_widen_the_share():
    """Oracle: the same nights in one block tell less than shuffled; both have the same share."""
    counts = np.tile([1.0] * 10 + [0.0] * 26, 10)
    runs = frequency(make_journal(counts)).cramp_nights_share
    shuffled = frequency(make_journal(np.random.default_rng(2).permutation(counts))).cramp_nights_share
    assert runs.share == shuffled.share
    assert runs.high - runs.low > 1.5 * (shuffled.high - shuffled.low)


def test_refusals_by_name_with_what_is_missing():
    """Oracle: by hand. 20 nights leave none for the 28 before; 56 nights for a trend lack 36."""
    short = frequency(make_journal(poisson_counts(20)))
    assert (short.recent.verdict, short.recent.reason) == ("not_enough_data", "too_few_nights")
    assert short.recent.nights_needed == 22  # 20 nights in a row; both stretches have 14 at 42
    assert (short.trend.reason, short.trend.nights_needed) == ("too_few_nights", 36)
    none = frequency(make_journal([0] * 100))
    assert (none.recent.reason, none.trend.reason) == ("no_cramps", "no_cramps")
    assert none.overall.per_week == 0
    assert none.overall.high > 0
    assert none.cramps_per_cramp_night is None
    empty = frequency(make_journal([]))
    assert (empty.reason, empty.overall.per_week, empty.weeks) == ("no_nights", None, ())


def test_a_range_that_says_nothing_is_refused_on_few_nights():
    """Oracle: the documented thresholds. On 2 nights the range reaches beyond ten times its lower end, which
    is what counts where nights say only yes or no, and beyond ten times the rate where cramps are counted; 28
    nights are enough whatever it is, and 27 that tell more than that are too."""
    few = frequency(make_journal([1, *[None] * 40, 0]))
    assert (few.overall.nights, few.overall.cramps) == (2, 1)
    assert (few.overall.per_week, few.overall.low, few.overall.high) == (None, None, None)
    assert (few.reason, few.nights_needed) == ("too_few_nights", 26)
    kept = frequency(make_journal([1, *[None] * 40, 0]), least_rate_nights=2)
    assert 7 > kept.overall.high > 10 * kept.overall.low
    assert kept.reason is None
    assert frequency(make_journal([2, *[None] * 40, 0])).reason == "too_few_nights"
    counted = frequency(make_journal([2, *[None] * 40, 0]), least_rate_nights=2)
    assert counted.overall.high > 10 * counted.overall.per_week
    narrow = frequency(make_journal([1, 0, 1] * 9))
    assert narrow.overall.per_week == pytest.approx(7 * 18 / 27)
    assert (narrow.reason, narrow.nights_needed) == (None, None)


def test_a_trend_needs_five_cramps():
    """Oracle: the documented threshold."""
    assert frequency(make_journal([1, *[0] * 90, 3])).trend.reason == "too_few_cramps"
    assert frequency(make_journal([1, *[0] * 90, 4])).trend.reason is None


def test_a_journal_that_never_says_none_gives_rates_only_under_its_assumption():
    """Oracle: refused by name without it; with it the nights between count."""
    cramps = [1, None, None, 2, None, 1] * 20
    unknown = frequency(make_journal(cramps, never_says_none=True))
    assert unknown.reason == "nights_without_entry_unknown"
    assert (unknown.overall.per_week, unknown.cramp_nights_share.share) == (None, None)
    assert unknown.recent.reason == unknown.trend.reason == "nights_without_entry_unknown"
    assert np.isnan(unknown.rolling_per_week).all()
    assumed = frequency(make_journal(cramps, never_says_none=True, unlogged_assumed_cramp_free=True))
    assert assumed.overall.per_week == pytest.approx(7 * 80 / 120)
