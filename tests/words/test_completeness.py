"""What was logged, and what it would take, in words.

Oracle: each sentence written by hand beside the result that it says.
"""

from datetime import date

from analysis import words
from analysis.measures.completeness import Gap, Leaning
from analysis.measures.results import NO_RATIO
from analysis.review import FallNeeded
from tests.words import results
from tests.words.everything import WORDINGS


def test_completeness_leaning_and_bounds() -> None:
    complete = results.completeness()
    assert words.say_completeness(complete) == (
        "157 of 182 nights logged (86 %); the longest gap is 9 nights, 3 to 11 May 2025."
    )
    assert words.say_leaning(complete) == (
        "After a night with a cramp the next was logged 90 % of the time (50 nights), after one without 84 "
        "% (107 nights): no "
        "clear difference (0.95 to 1.20 times as often)."
    )
    assert words.say_bounds(complete) == (
        "25 nights are not logged. Over all 182 nights there would be 2.5 cramps a week if none of them "
        "had a cramp, and 4.3 if each of them was like a usual night with cramps."
    )
    assert words.say_bounds(results.completeness(best_case=1.0)).startswith(
        "25 nights are not logged. Over all 182 nights there would be 1 cramp a week if none of them had"
    )
    night = Gap(date(2025, 5, 3), date(2025, 5, 3), 1)
    assert words.say_completeness(results.completeness(longest_gap=night)).endswith(
        "gap is 1 night, 3 May 2025."
    )
    assert words.say_completeness(results.completeness(longest_gap=None)).endswith("without a gap.")
    of_one_kind = Leaning(50, None, 0, None, NO_RATIO, None)
    assert words.say_leaning(results.completeness(leaning=of_one_kind)) == ""
    assert words.say_leaning(results.completeness(logged=182)) == ""
    unknown = Leaning(50, None, 3, None, NO_RATIO, None)
    assert words.say_leaning(results.completeness(leaning=unknown)).endswith(
        "cannot be said: 50 nights followed one with a cramp and 3 one without."
    )
    assert words.say_leaning(results.completeness(leaning=unknown, nights=13)) == ""
    never = Leaning(32, 0.0, 49, 0.0, NO_RATIO, None)
    assert words.say_leaning(results.completeness(leaning=never)).endswith(
        "cannot be said: no night was logged on the night after another."
    )
    assert words.say_bounds(results.completeness(logged=182)) == ""


def test_what_it_would_take() -> None:
    """Oracle: by hand; what a night needs to count is said wherever such nights are, since fewer count than
    are logged."""
    counts = "A night counts if it is logged and not just after a switch."
    assert words.say_what_it_would_take(results.what_it_would_take()) == (
        "At 2.9 cramps a week, to show half as many cramps takes about 200 nights that count, two weeks on "
        "and two off by turns; 30 % fewer, more than 730 (8 of 10 such tests show it). As one change it "
        "takes, "
        f"on each side, about 140 for half as many cramps; more than half a year for 30 % fewer. {counts}"
    )
    assert words.brief_what_it_would_take(results.what_it_would_take()) == [
        "To show half as many cramps takes about 200 nights, two weeks on and two off by turns.",
        f"30 % fewer takes more than 730; 8 of 10 such tests show it. {counts}",
    ]
    assert words.brief_what_it_would_take(results.what_it_would_take(), "clinical") == [
        "To show a fall of 50 % takes about 200 nights, two weeks on and two off by turns.",
        f"A fall of 30 % takes more than 730; 80 % power. {counts}",
    ]
    never = results.what_it_would_take(falls=(FallNeeded(0.3, None), FallNeeded(0.5, None)))
    assert words.brief_what_it_would_take(never) == [
        "To show half as many cramps takes more than 730 nights, two weeks on and two off by turns.",
        counts,
    ]
    few = results.what_it_would_take(verdict="not_enough_data", reason="too_few_nights", nights_needed=16)
    assert words.brief_what_it_would_take(few) == [
        "After about 16 more logged nights it can be said how long a test would take."
    ]
    one = results.what_it_would_take(falls=(FallNeeded(0.5, 48, 56),))
    assert "about 56 nights that count, two weeks on" in words.say_what_it_would_take(one, "clinical")
    assert "about 48 on each side" in words.say_what_it_would_take(one, "clinical")


def test_a_log_of_cramps_has_entries_and_no_gaps() -> None:
    """Oracle: by hand: a spell without a cramp is no gap of a log of cramps, and nobody thinks that each of
    its other nights had one."""
    complete = results.completeness(logged=8)
    for wording in WORDINGS:
        assert words.say_completeness(complete, wording, assumed=True) == "8 of 182 nights have an entry."
        assert words.say_bounds(complete, wording, assumed=True) == ""
    one = results.completeness(logged=1)
    assert words.say_completeness(one, assumed=True) == "1 of 182 nights has an entry."
