"""How often and whether that changes, in words.

Oracle: each sentence written by hand beside the result that it says.
"""

from dataclasses import replace
from datetime import date

from analysis import words
from analysis.measures import Share
from analysis.measures.results import NO_RATIO, Rate, RateRatio
from tests.words import results


def test_the_overall_rate() -> None:
    frequency = results.frequency(overall=Rate(157, 43, 1.92, 1.1, 2.9))
    assert (
        words.say_overall(frequency, assumed=False)
        == "43 cramps in 157 logged nights: about 2 a week (1 to 3)."
    )
    assert (
        words.say_overall(frequency, "clinical") == "43 cramps in 157 nights: 1.9/week (95 % CI 1.1 to 2.9)."
    )
    assert words.say_overall(frequency, assumed=True) == (
        "43 cramps in 157 nights (those without an entry counted as cramp-free): about 2 a week (1 to 3)."
    )


def test_no_cramp_at_all_is_said_with_its_range_and_without_comfort() -> None:
    said = words.say_overall(results.frequency(overall=Rate(30, 0, 0.0, 0.0, 0.7)), assumed=False)
    assert (
        said
        == "No cramp is recorded on 30 logged nights; with that many nights the range is 0 to 0.7 a week."
    )


def test_one_night_and_one_cramp_have_their_singular() -> None:
    said = words.say_overall(results.frequency(overall=Rate(1, 1, 7.0, 0.2, 39.0)), assumed=False)
    assert said == "1 cramp in 1 logged night: about 7 a week (0.2 to 39)."


def test_a_rate_that_was_refused_says_why() -> None:
    unknown = results.frequency(overall=Rate(44, 64, None), reason="nights_without_entry_unknown")
    assert words.say_overall(unknown) == (
        "How often cramps come cannot be said: the journal holds only cramps, and nights without an entry "
        "are taken as "
        "unknown."
    )
    nothing = results.frequency(overall=Rate(0, 0, None))
    assert words.say_overall(nothing) == "How often cramps come cannot be said: no night is logged."


def test_recent_weeks_with_and_without_a_direction() -> None:
    fewer = results.comparison(
        verdict="fewer_cramps",
        current=Rate(26, 7, 1.9, 1.0, 3.1),
        previous=Rate(27, 15, 3.9, 2.6, 5.8),
        change=RateRatio(0.49, 0.26, 0.9, 0.01),
        q_value=0.03,
    )
    assert words.say_recent(fewer, assumed=False) == (
        "The 4 weeks to 31 August 2025 had fewer cramps than the 4 weeks before: 7 cramps in 26 logged "
        "nights against 15 in 27 (1.9 a week against 3.9); allowing for the time of year, about half as "
        "many (10 to 75 % fewer)."
    )
    assert words.say_recent(fewer, "clinical").endswith(
        "7 cramps in 26 nights v 15 in 27 (1.9 v 3.9/week); season-adjusted rate ratio 0.49 (95 % CI 0.26 to "
        "0.90), p = 0.010, q = 0.030."
    )
    refused = results.comparison(
        verdict="not_enough_data", reason="too_few_nights", nights_needed=7, change=NO_RATIO
    )
    assert words.say_recent(refused) == (
        "The 4 weeks to 31 August 2025 against the 4 weeks before: not enough to say yet (too few logged "
        "nights); needs about 7 more "
        "logged nights."
    )


def test_two_chosen_periods_are_named_by_their_dates() -> None:
    assert words.say_compare(results.comparison()).startswith(
        "4 to 31 August 2025 against 7 July to 3 August 2025: no clear difference"
    )


def test_the_share_of_nights_with_a_cramp() -> None:
    share = Share(157, 44, 0.28, 0.21, 0.36)
    assert words.say_share(share, "everyday", 1.0) == (
        "A cramp came on 44 of 157 nights: 28 % (21 % to 36 %); more than one on a night is not written down."
    )
    assert words.say_share(share, "everyday", 1.2).endswith("; on such a night 1.2 cramps on average.")
    assert words.say_share(Share(44, 44, None, None, None)) == (
        "The share of nights with a cramp cannot be said: too few nights are known to be without one."
    )
    assert words.say_share(Share(1, 0, None, None, None)) == (
        "The share of nights with a cramp cannot be said: too few logged nights."
    )


def test_an_assumption_is_stated_and_can_be_switched() -> None:
    assert words.say_assumption(results.journal()) == ""
    assumed = results.journal(unlogged_assumed_cramp_free=True, never_says_none=True)
    assert "counted as nights without a cramp" in words.say_assumption(assumed)
    assert words.say_assumption(assumed).endswith("it can be switched off.")
    assert words.say_assumption(assumed, on_screen=False).endswith("That is an assumption.")
    unknown = results.journal(never_says_none=True)
    assert "no rate and no comparison" in words.say_assumption(unknown)


def test_a_rate_without_a_range_is_not_said() -> None:
    """One night with a cramp is no seven a week."""
    said = words.say_overall(results.frequency(overall=Rate(1, 1, 7.0)), assumed=False)
    assert said == "1 cramp in 1 logged night: too few nights to say how often cramps come."
    short = results.frequency(overall=Rate(15, 6, None), reason="too_few_nights", nights_needed=13)
    assert words.say_overall(short, assumed=False) == (
        "6 cramps in 15 logged nights: too few nights to say how often cramps come; needs about 13 more "
        "logged nights."
    )


def test_few_nights_are_counted_and_no_share_is_made_of_them() -> None:
    """Oracle: by hand: 4 of 10 is read as it is; a clinician reads the interval, too."""
    few = Share(10, 4, 0.4, 0.04, 0.92)
    assert words.say_share(few, "everyday", 1.25) == (
        "A cramp came on 4 of 10 nights; on such a night 1.3 cramps on average."
    )
    assert "40 % (95 % CI 4 % to 92 %)" in words.say_share(few, "clinical")
    assert words.say_share(Share(60, 0, 0.0, 0.0, 0.04)) == ""


def test_a_visit_names_the_nights_that_are_compared() -> None:
    """Oracle: by hand: both stretches have their own dates, and nobody picked them."""
    since = replace(
        results.comparison(verdict="no_clear_difference"),
        previous_from=date(2025, 3, 3),
        previous_to=date(2025, 5, 31),
        freely_chosen=True,
    )
    said = words.say_since_visit(since, date(2025, 6, 1))
    assert said.startswith("The nights since the last visit (1 June 2025) against 3 March to 31 May 2025: ")
    assert said.endswith(" This gets a range and no verdict.")
