"""Hours, places, pain, length and weekdays in words.

Oracle: each sentence written by hand beside the result that it says.
"""

from datetime import date

from analysis import words
from analysis.measures.calendar_rates import Difference, NamedRate
from analysis.measures.results import Rate
from tests.words import results

DIFFER = Difference(0.001, differ=True)


def test_hours_of_the_night() -> None:
    assert words.say_hour_of_night(results.hours(untimed=1)) == (
        "On average the cramps came at about 03:20 (allowing for chance, an average of 02:50 to 04:10); 15 "
        "cramps with a time; 1 cramp without a time."
    )
    spread = results.hours(mean_low=None, mean_high=None, untimed=0)
    assert words.say_hour_of_night(spread) == (
        "The cramps do not gather around one time of the night: 15 cramps with a time."
    )
    few = results.hours(timed=1, untimed=0, circular_mean=None)
    assert (
        words.say_hour_of_night(few)
        == "Around what time the cramps come cannot be said yet: only 1 cramp with a time."
    )


def test_cramps_by_day_are_said() -> None:
    said = words.say_hour_of_night(results.hours(untimed=0, by_day=7))
    assert said.endswith(
        "7 of them came by day, between 10:00 and 18:00, and count to the night from noon to noon that holds "
        "them."
    )
    every = words.say_hour_of_night(results.hours(untimed=0, by_day=15), "clinical")
    assert "All of them came by day" in every


def test_pain_and_length() -> None:
    assert words.say_severity(results.distribution()) == (
        "Pain: typically 5 of 10 (half of them 4 to 6), worst 7 of 10 on the night of 14 August 2025; from "
        "60 of 64 cramps."
    )
    one = results.distribution(
        median=1.0, lower_quartile=1.0, upper_quartile=2.0, largest=9.0, missing=0, recorded=1
    )
    assert words.say_duration(one) == (
        "Length: 1 minute on the night of 14 August 2025, from the only cramp."
    )
    three = results.distribution(
        median=1.0, lower_quartile=1.0, upper_quartile=2.0, largest=9.0, missing=0, recorded=3
    )
    assert words.say_duration(three) == (
        "Length: typically 1 minute, longest 9 minutes on the night of 14 August 2025; from all 3 cramps."
    )
    again = results.distribution(largest_last_night=date(2025, 9, 2))
    assert ", worst 7 of 10, last on the night of 2 September 2025; from 60" in words.say_severity(again)
    between = results.distribution(lower_quartile=3.0, upper_quartile=4.75)
    assert "(half of them 3 to 5)" in words.say_severity(between)
    short = results.distribution(median=1.5, lower_quartile=1.25, upper_quartile=2.6)
    assert "(half of them 1.5 to 2.5 minutes)" in words.say_duration(short)
    near = results.distribution(lower_quartile=4.75, upper_quartile=5.25)
    assert "half of them" not in words.say_severity(near)
    alike = results.distribution(lower_quartile=5.0, upper_quartile=5.0)
    assert "half of them" not in words.say_severity(alike)


def test_weekdays_with_few_nights_are_not_ranked() -> None:
    weekdays = results.patterns().weekdays
    assert words.say_weekdays(weekdays, DIFFER).startswith(
        "As logged, fewest on Monday nights, about 1.5 a week (0.9 to 2.1)"
    )
    assert (
        words.say_weekdays(weekdays, DIFFER, least_nights=23)
        == "By weekday: not enough to say yet (too few logged nights on each)."
    )


def test_weekdays_and_months_that_chance_may_make_differ_get_no_sentence() -> None:
    """Oracle: the same rates, with a test that finds a difference and with one that does not."""
    found = results.patterns()
    chance = Difference(0.3, differ=False)
    assert words.say_weekdays(found.weekdays, chance) == words.say_months(found.months, chance) == ""
    assert words.say_months(found.months, DIFFER).startswith("As logged, fewest in March, about 2 a week")
    assert words.say_weekdays(found.weekdays, chance, "clinical") == ""


def test_weekdays_without_a_cramp_are_not_ranked() -> None:
    none = [NamedRate(name, Rate(10, 0, 0.0, 0.0, 2.0)) for name in ("Monday", "Tuesday")]
    assert (
        words.say_weekdays(none, Difference(None, differ=False))
        == "No cramp is recorded on any weekday, from 20 nights."
    )
