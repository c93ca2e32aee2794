"""What came after a change, in words.

Oracle: each sentence written by hand beside the result that it says.
"""

from datetime import date

import pytest

from analysis import words
from analysis.measures.medications import DateRank, Evidence
from analysis.measures.results import NO_RATIO, Chances, Range, Rate, RateRatio
from tests.words import results


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {},
            "After magnesium 400 mg was started (29 June 2025) there were fewer cramps: 14 cramps in 53 "
            "nights, 31 in 51 before (2 a week against 4); allowing for the time of year, about 55 % fewer "
            "(20 to 75 %).",
        ),
        (
            {"after": Rate(50, 0, 0.0, 0.0, 0.6), "change_ratio": RateRatio(0.0, 0.0, 0.4, 0.001)},
            "After magnesium 400 mg was started (29 June 2025) there were fewer cramps: 0 cramps in 50 "
            "nights, 31 in 51 before (0 a week against 4); allowing for the time of year, the range is 60 "
            "to 100 % fewer.",
        ),
        (
            {
                "before": Rate(50, 0, 0.0, 0.0, 0.6),
                "change_ratio": RateRatio(None, 1.4, None, 0.001),
                "verdict": "more_cramps",
                "change": "stop",
                "dose_after": None,
            },
            "After magnesium was stopped (29 June 2025) there were more cramps: 14 cramps in 53 nights, 0 in "
            "50 before (2 a week against 0); allowing for the time of year, how many times as many cannot be "
            "said where there were none; the range is 40 % more, or beyond without an upper end.",
        ),
        (
            {"verdict": "no_clear_difference", "change_ratio": RateRatio(0.9, 0.5, 1.6, 0.6)},
            "After magnesium 400 mg was started (29 June 2025) there was no clear difference: 14 cramps in "
            "53 nights, 31 in 51 before (2 a week against 4); anything from 50 % fewer to 60 % more would "
            "fit.",
        ),
        (
            {"verdict": "not_enough_data", "change_ratio": NO_RATIO, "reason": "outside_the_nights"},
            "Magnesium 400 mg was started (29 June 2025): not enough to say yet (it lies before the first or "
            "after the last "
            "logged night).",
        ),
    ],
)
def test_a_change(fields: dict[str, object], said: str) -> None:
    assert words.say_change(results.change(**fields)) == said


def test_changes_of_one_night_are_named_together() -> None:
    other = results.change(medication="Lasix", generic="furosemide", change="stop", dose_after=None)
    said = words.change_sentence(results.change(), "everyday", [other]).lead
    assert said == (
        "After magnesium 400 mg was started and Lasix (furosemide) was stopped (29 June 2025) there were "
        "fewer cramps:"
    )


def test_the_usual_range_says_on_which_side_the_rate_lies() -> None:
    """Oracle: by hand. One rate has one number, which stands in the sentence of the change; and a rise inside
    the range is not called usual, which could be heard as reassurance."""
    outside = words.say_usual_range(
        results.change(after=Rate(53, 14, 1.9, 1.1, 2.7), usual_range=Range(2.1, 5.9))
    )
    assert outside == (
        "Going by the rest of this journal, 2.1 to 5.9 cramps a week can be expected in 53 nights like "
        "these; the rate after the change lies outside that range."
    )
    inside = results.change(verdict="more_cramps", after=Rate(53, 42, 5.6, 4, 7), usual_range=Range(2.1, 5.9))
    said = words.say_usual_range(inside)
    assert said.endswith("lies inside that range, with more cramps than just before.")
    assert "5.6" not in said
    assert "usual" not in said
    assert "inside" in words.say_usual_range(results.change(usual_range=Range(1.0, 5.9)), "clinical")
    assert words.say_usual_range(results.change(usual_range=Range(None, None))) == ""


@pytest.mark.parametrize(
    ("rank", "said"),
    [
        (
            DateRank(0, 64),
            "Of 64 other dates in this journal, clear of changes, none of them shows a swing at least as "
            "large.",
        ),
        (
            DateRank(1, 64),
            "Of 64 other dates in this journal, clear of changes, 1 shows a swing at least as large.",
        ),
        (
            DateRank(9, 64),
            "Of 64 other dates in this journal, clear of changes, 9 show a swing at least as large.",
        ),
        (DateRank(None, None), "Too few other dates lie clear of changes to compare this swing with theirs."),
    ],
)
def test_the_rank_among_other_dates_is_a_count(rank: DateRank, said: str) -> None:
    assert words.say_date_rank(results.change(date_rank=rank)) == said


def test_every_caveat_has_a_number() -> None:
    names = (
        "overlapping_change",
        "after_a_bad_spell",
        "season",
        "logging_changed",
        "few_nights",
        "same_night_change",
    )
    for wording in ("everyday", "clinical"):
        said = words.say_caveats(results.change(caveats=names), wording)  # type: ignore[arg-type]
        assert len(said) == len(set(said)) == len(names)
        assert all(any(character.isdigit() for character in line) for line in said)


def test_evidence_stands_with_its_source_or_not_at_all() -> None:
    known = Evidence(
        "may_trigger", "adjusted sequence ratio", RateRatio(1.2, 1.0, 1.44, None), "Garrison 2012"
    )
    assert words.say_evidence(known, "loop diuretic") == (
        "Published, in other people, for the class “loop diuretic”: among people given it and quinine for "
        "cramps, the quinine began after it 1.2 times as often as before it (range 1.00 to 1.44). Source: "
        "Garrison 2012."
    )
    assert words.say_evidence(known, "loop diuretic", wording="clinical") == (
        "Published, in other people, for the class “loop diuretic”: adjusted sequence ratio 1.20 (95 % CI "
        "1.00 to 1.44). "
        "Source: Garrison 2012."
    )
    assert words.say_evidence(Evidence("may_trigger", None, None, "unsourced"), "statin") == ""
    tried = Evidence("treatment", None, None, "Cochrane 2020 (no worthwhile difference on average)")
    assert words.say_evidence(tried, "magnesium") == (
        "The class “magnesium” has been tried for leg cramps, in other people: no worthwhile difference on "
        "average. Source: Cochrane 2020."
    )
    assert words.say_evidence(Evidence("may_trigger", None, None, "A paper"), "statin") == (
        "Leg cramps are reported, in other people, with the class “statin”. Source: A paper."
    )
    assert words.say_evidence(Evidence("other", None, None, "A paper"), "statin") == ""
    assert words.say_evidence(None) == ""


def test_a_course_of_nights_on_and_off() -> None:
    assert words.say_course(results.course()) == (
        "Nights on Lasix (furosemide) had more cramps than nights off it: 34 cramps in 60 nights on it in "
        "two stretches, 26 in 90 off it (4 a week against 2); allowing for the time of year, about twice as "
        "many (20 % more to 3.4 times as many)."
    )


def test_a_course_has_its_chances() -> None:
    """Oracle: written by hand; the shrunk size stands beside a direction, with the plain range."""
    shrunk = Chances(0.01, 0.0, 0.0, 1.7, 1.1, 2.9)
    assert words.say_course(results.course(chances=shrunk)).endswith(
        "allowing for the time of year and for chance, about 70 % more (20 % more to 3.4 times as many)."
    )
    leaning = Chances(0.12, 0.05, 0.01, 1.3, 0.8, 2.0)
    open_ = {"verdict": "no_clear_difference", "ratio": RateRatio(1.4, 0.8, 2.4, 0.2), "chances": leaning}
    assert words.say_course(results.course(**open_)).endswith(
        "would fit; it leans to more (about 8 in 10) and a halving is unlikely."
    )
    assert "P(fewer) 0.12, P(halved) 0.01" in words.say_course(results.course(**open_), "clinical")


def test_a_wash_out_is_said_beside_the_nights() -> None:
    said = words.say_change(results.change(after_from=date(2025, 7, 6)))
    assert "14 cramps in 53 nights (the first 7 nights left out), 31 in 51 before" in said
