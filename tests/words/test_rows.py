"""The tables under the charts. Oracle: rows written by hand beside the result that they list."""

from dataclasses import replace
from datetime import date

import pytest

from analysis import words
from analysis.measures.calendar_rates import NamedRate
from analysis.measures.patterns import MonthMedian
from analysis.measures.results import Rate, RateRatio
from tests.words import results
from tests.words.everything import WORDINGS


def test_a_week_without_a_logged_night_has_no_rate() -> None:
    logged, empty = words.table_weeks(results.frequency())
    assert logged == {
        "Week from": date(2025, 3, 3),
        "Nights": 7,
        "Cramps": 2,
        "Cramps a week": 2.0,
        "Range": "0.2 to 3.8",
    }
    assert (empty["Nights"], empty["Cramps a week"], empty["Range"]) == (0, None, None)


def test_headings_name_the_interval_for_a_clinician() -> None:
    row = words.table_comparison(results.comparison(), "clinical")[0]
    assert list(row)[-1] == "95 % CI"


def test_levels_are_said_in_the_chosen_unit() -> None:
    in_litres = [row["Fluid on the day before"] for row in words.table_levels(results.answer())]
    in_glasses = [
        row["Fluid on the day before"] for row in words.table_levels(results.answer(), "glasses", 200.0)
    ]
    assert in_litres == ["under 1.2 L", "1.2 to 1.5 L", "2.1 L or more"]
    assert in_glasses == ["under 6 glasses", "6 to 7.5 glasses", "10.5 glasses or more"]


def test_every_question_change_and_course_has_its_row() -> None:
    rows = words.table_questions(results.review())
    # directions by q-value (0.012, 0.02, 0.03), no clear difference (0.4, 0.6, 0.8), then refusals
    assert [row["Question"] for row in rows] == [
        "Magnesium started: after against before",
        "Fluid: per extra 500 mL",
        "Lasix (furosemide): nights on against nights off",
        "Lasix 40mg (furosemide) raised: after against before",
        "Activity above the usual: per 30 min",
        "Stretching: yes against no",
        "Alcohol: per extra drink",
        "Atorvastatin stopped: after against before",
    ]
    assert [row["Times as many"] for row in rows] == [0.44, 0.75, 2.0, 1.36, 1.08, 0.94, None, None]
    assert "p" not in rows[0]
    fluid = words.table_questions(results.review(), "clinical")[1]
    assert (fluid["p"], fluid["q"], fluid["Crude rate ratio"]) == (0.004, 0.02, 0.7)


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_range_wider_than_tenfold_is_no_answer_in_the_table(wording: words.Wording) -> None:
    """Oracle: 0.14 to 1.83 is 13 times, 0.3 to 2.9 is under 10; by hand."""
    wide, well = results.ratio(0.56, 0.14, 1.83, 0.4), results.ratio(0.9, 0.3, 2.9, 0.8)
    answers = tuple(
        results.answer(adjusted=ratio, verdict="no_clear_difference", q_value=0.8) for ratio in (wide, well)
    )
    rows = words.table_questions(
        results.review(exposures=answers, medication_changes=(), courses=()), wording
    )
    assert [row["Answer"] for row in rows] == ["cannot tell", "no clear difference"]


def test_the_lags_are_counted_from_the_night() -> None:
    rows = words.table_lags([results.answer(lag=1), results.answer(lag=0)])
    assert [row["Days before the night"] for row in rows] == [1, 2]


def test_a_change_has_before_after_and_the_usual_range() -> None:
    before, after, usual = words.table_change(results.change())
    assert (before["Cramps a week"], after["Cramps a week"], usual["Cramps a week"]) == (4.3, 1.9, None)
    assert (usual["Range"], usual["Nights"], usual["Cramps"]) == ("2.1 to 5.9", 53, None)
    refused = results.change(verdict="not_enough_data", change_ratio=RateRatio(None, None, None, None))
    assert words.table_change(refused) == []


def test_a_course_has_its_nights_off_and_on_and_every_stretch() -> None:
    off, on, first, second = words.table_courses([results.course()])
    assert [row["Nights that were"] for row in (off, on, first, second)] == [
        "off it",
        "on it",
        "on it, stretch 1",
        "on it, stretch 2",
    ]
    assert [(row["Nights"], row["Cramps a week"]) for row in (off, on)] == [(90, 2.0), (60, 4.0)]
    assert [(row["From"], row["To"]) for row in (first, second)] == list(results.course().periods)
    assert list(first) == list(off)
    assert (first["Nights"], first["Cramps a week"]) == (None, None)
    assert list(words.table_courses([results.course()], "clinical")[0])[-1] == "95 % CI"


def test_a_course_of_one_stretch_has_its_dates_beside_the_rate() -> None:
    stretch = results.course().periods[0]
    off, on = words.table_courses([results.course(periods=(stretch,))])
    assert (on["From"], on["To"], on["Nights"]) == (*stretch, 60)
    assert (off["From"], off["To"]) == (None, None)


def test_several_courses_name_theirs() -> None:
    rows = words.table_courses([results.course(), results.course(medication="Slow-Mag", generic="magnesium")])
    assert [row["Medicine or treatment"] for row in rows] == ["Lasix (furosemide)"] * 4 + [
        "Slow-Mag (magnesium)"
    ] * 4
    assert "Medicine or treatment" not in words.table_courses([results.course()])[0]


def test_a_refused_course_has_nights_and_no_rate() -> None:
    off, on, *_ = words.table_courses([results.course(verdict="not_enough_data")])
    assert [(row["Nights"], row["Cramps a week"], row["Range"]) for row in (off, on)] == [
        (90, None, None),
        (60, None, None),
    ]


def test_hours_run_from_noon_to_noon() -> None:
    rows = words.table_hours(results.hours())
    assert (rows[0]["Hour"], rows[11]["Hour"], rows[12]["Hour"], rows[-1]["Hour"]) == (
        "12:00 to 12:59",
        "23:00 to 23:59",
        "00:00 to 00:59",
        "11:00 to 11:59",
    )


def test_a_fall_beyond_the_limit_is_said_so() -> None:
    rows = words.table_what_it_would_take(results.what_it_would_take())
    assert [list(row.values())[1:] for row in rows] == [
        ["more than 730", "more than half a year"],
        ["196", "140"],
    ]


def test_months_have_their_names() -> None:
    """Oracle: by hand: 28 of the 29 nights of March 2025 were logged."""
    assert words.table_completeness(results.completeness()) == [
        {"Month": "Mar 2025", "Nights": 29, "Logged": 28}
    ]


def test_a_range_that_is_open_at_one_end_says_so() -> None:
    """Oracle: by hand: no cramp before a change leaves the ratio without an upper bound."""
    said = []
    for low, high in ((0.4, 2.0), (0.4, None), (None, 2.0), (None, None)):
        ratio = RateRatio(None, low, high, None)
        [row] = words.table_lags([results.answer(adjusted=ratio)])
        said.append(row["Range"])
    assert said == ["0.40 to 2.00", "0.40 or more", "up to 2.00", None]


def test_a_rate_without_a_range_is_not_shown() -> None:
    """Oracle: one cramp in one night is no seven cramps a week."""
    [row] = words.table_named_rates([NamedRate("Monday", Rate(1, 1.0, 7.0))], "Evening of")
    assert row == {"Evening of": "Monday", "Nights": 1, "Cramps": 1, "Cramps a week": None, "Range": None}


def test_the_middle_half_stands_beside_the_median() -> None:
    """Oracle: by hand: of a month of 9 cramps the quartiles are 2 and 7, of a month without one nothing."""
    months = (
        MonthMedian(date(2025, 1, 1), 9, 5.0, 2.0, 7.0),
        MonthMedian(date(2025, 2, 1), 0, None, None, None),
    )
    rows = words.table_distribution(replace(results.patterns().severity, months=months), "0-10")
    assert [(row["Median [0-10]"], row["Middle half [0-10]"]) for row in rows] == [
        (5.0, "2.0 to 7.0"),
        (None, None),
    ]
