"""Findings in one line: at most 20 words, in both wordings, whatever the journal holds.

Oracle: words counted by splitting at spaces, signs that stand alone not counted; lines written by hand.
"""

from dataclasses import replace
from itertools import product

import pytest

from analysis import words
from analysis.findings import Finding, Item, findings
from analysis.measures.results import NO_RATIO, Chances, Now, Rate, RateRatio, Verdict
from analysis.review import Review
from analysis.words import Volume, Wording
from analysis.words.brief import MOST_WORDS, brief_change, listed, number_of_words, shortened
from analysis.words.without_direction import brief_no_clear_difference
from tests.words import results
from tests.words.everything import WORDINGS
from tests.words.test_reviews import NAMES, reviews

NO_END = RateRatio(None, 1.4, None, 0.3)
LONG = "the big white magnesium tablets from the market stall, two before bed with warm milk " * 3
SMALL_LETTERS = "x" * 300
VERDICTS: tuple[Verdict, ...] = ("fewer_cramps", "more_cramps", "no_clear_difference")
RATIOS = (
    RateRatio(0.4, 0.2, 0.8, 0.01),
    RateRatio(2.5, 1.45, 4.9, 0.01),
    RateRatio(0.0, 0.0, 0.9, 0.02),
    RateRatio(1.0, 0.03, 54.0, 0.9),
    RateRatio(None, 1.4, None, 0.3),
    NO_RATIO,
)


def counted(line: str) -> int:
    return len([word for word in line.split() if any(letter.isalnum() for letter in word)])


def lines_of(review: Review, wording: Wording, volume: Volume = "mL") -> list[words.Sentence]:
    found = words.say_findings(review, wording, volume)
    for line in found:
        assert counted(line.text) <= MOST_WORDS, line.text
        assert number_of_words(line.text) == counted(line.text)
        assert line.details
    assert len(found) <= 5
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("wording", WORDINGS)
def test_a_whole_journal_has_lines_of_twenty_words(name: str, wording: Wording) -> None:
    assert lines_of(reviews()[name], wording)


def made(name: str, verdict: Verdict, ratio: RateRatio) -> Review:
    """A journal whose every result has this verdict and ratio, and this name."""
    plain = results.review()
    rates = {"q_value": 0.01, "verdict": verdict, "reason": None, "nights_needed": None}
    now = Now(results.night(150), results.night(181), Rate(20, 19, 6.7, 3.0, 12.0), ratio, False)
    steps = results.change().steps
    changes = tuple(
        replace(
            each,
            medication=name,
            generic=None,
            change_ratio=ratio,
            now=now,
            steps=steps,
            after=results.rate(6.25, 80),
            **rates,
        )
        for each in (*plain.medication_changes, replace(results.change(), switched_from=name))
    )
    answers = tuple(
        replace(
            each, label=name, field=name if each.field == "alcohol" else each.field, adjusted=ratio, **rates
        )
        for each in plain.exposures
    )
    on_and_off = (replace(results.course(), medication=name, ratio=ratio, generic=None, **rates),)
    recent = results.comparison(change=ratio, verdict=verdict)
    often = results.frequency(
        recent=recent, trend=replace(plain.frequency.trend, per_28_nights=ratio, verdict=verdict)
    )
    leaning = replace(plain.completeness.leaning, leans=True)
    complete = replace(plain.completeness, leaning=leaning)
    found = findings(often, answers, changes, on_and_off, complete, most=5)
    return replace(
        plain, frequency=often, exposures=answers, medication_changes=changes, courses=on_and_off,
        completeness=complete, findings=found,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["magnesium", LONG, SMALL_LETTERS])
@pytest.mark.parametrize("wording", WORDINGS)
def test_every_result_keeps_to_twenty_words_whatever_it_is_called(name: str, wording: Wording) -> None:
    for verdict, ratio, volume in product(VERDICTS, RATIOS, ("mL", "glasses")):
        review = made(name, verdict, ratio)
        everything = [
            Finding("recent", (), verdict, 0.01),
            Finding("trend", (), verdict, 0.01),
            Finding("completeness", (), verdict, None),
            *(Finding("medication_change", (Item("medication_change", i, str(i)),), verdict, 0.01)
              for i in range(len(review.medication_changes))),
            Finding("course", (Item("course", 0, "0"),), verdict, 0.01),
            *(Finding("exposure", (Item("exposure", i, str(i)),), verdict, 0.01)
              for i in range(len(review.exposures))),
        ]  # fmt: skip
        lines_of(review, wording, volume)
        for found in everything:
            for line in lines_of(replace(review, findings=(found,)), wording, volume):
                assert len(line.text) < 260, line.text


def test_a_direction_says_whether_it_still_holds() -> None:
    """Oracle: by hand."""
    now = Now(
        results.night(154),
        results.night(181),
        Rate(24, 23, 6.7, 2.5, 15.5),
        results.ratio(0.8, 0.4, 1.7),
        False,
    )
    fell = results.change(
        medication="Magnesium citrate", generic="magnesium citrate", now=now,
        before=Rate(71, 101, 10.0, 5.0, 18.0), after=Rate(121, 104, 6.0, 3.0, 10.0),
        change_ratio=RateRatio(0.43, 0.2, 0.75, 0.01),
    )  # fmt: skip
    only = (Finding("medication_change", (Item("medication_change", 0, "0"),), "fewer_cramps", 0.01),)
    review = results.review(medication_changes=(fell,), exposures=(), courses=(), findings=only)
    assert [line.text for line in words.say_findings(review)] == [
        "Magnesium citrate started (29 June 2025): 10 a week, then 6 (25 to 80 % fewer); "
        "now 6.7, no longer clear."
    ]
    assert [line.text for line in words.say_findings(review, "clinical")] == [
        "Magnesium citrate started (29 June 2025): fewer cramps; RR 0.43 (95 % CI 0.20 to 0.75); "
        "now 6.7/week, no longer clear."
    ]


def test_a_range_wider_than_tenfold_cannot_tell_and_says_why() -> None:
    """Oracle: 54 / 0.3 is 180 times; by hand."""
    wide = RateRatio(1.9, 0.3, 54.0, 0.5)
    recent = results.comparison(change=wide, unclear="few_cramps")
    only = (Finding("recent", (), "no_clear_difference", 0.5),)
    often = results.frequency(recent=recent)
    review = results.review(frequency=often, exposures=(), medication_changes=(), courses=(), findings=only)
    [line] = words.say_findings(review)
    assert line.text == (
        "4 weeks to 31 August 2025: cannot tell (few cramps); 1.8 a week, 2.6 before (70 % fewer to 54 "
        "times)."
    )
    assert line.details.startswith(
        "The 4 weeks to 31 August 2025 against the 4 weeks before: cannot tell, since too few cramps came"
    )


def test_what_cannot_be_told_stands_apart_from_what_is_well_answered() -> None:
    """Oracle: 0.85 to 1.40 tells something, 0.1 to 4 does not; by hand."""
    well, wide = results.ratio(1.08, 0.85, 1.4, 0.5), results.ratio(0.8, 0.1, 4.0, 0.7)
    nothing = {"verdict": "no_clear_difference"}
    answers = (results.answer(adjusted=well, **nothing),)
    changes = (results.change(change_ratio=wide, **nothing),)
    items = (Item("exposure", 0, "hydration"), Item("medication_change", 0, "0"))
    review = results.review(
        exposures=answers, medication_changes=changes, courses=(),
        findings=(Finding("no_clear_difference", items, "no_clear_difference", None),),
    )  # fmt: skip
    [line] = words.say_findings(review)
    assert line.text == (
        "Fluid: no clear difference (15 % fewer to 40 % more); the start of magnesium: cannot tell."
    )
    said = words.say_no_clear_difference(review)
    assert said is not None
    assert said.text.startswith(
        "No clear difference: fluid (15 % fewer to 40 % more for each extra half litre; "
    )
    assert "One cannot tell: the start of magnesium (" in said.text


def test_many_treatments_are_a_number_and_no_name_is_cut() -> None:
    """Oracle: by hand: four names do not go into six words, one does."""
    null = {"verdict": "no_clear_difference", "ratio": results.ratio(1.0, 0.5, 2.0, 0.9)}
    names = ("atorvastatin", "magnesium", "salmeterol", "quinine")
    for many, said in ((4, "Nights on and off 4 treatments:"), (1, "Nights on and off atorvastatin:")):
        courses = tuple(results.course(medication=name, generic=None, **null) for name in names[:many])
        review = results.review(exposures=(), medication_changes=(), courses=courses)
        line = brief_no_clear_difference(review, "everyday", ())
        assert line is not None
        assert line.lead == said


def test_names_give_way_first() -> None:
    """Oracle: by hand."""
    assert shortened("one two three four") == "one two three…"
    assert shortened("one two") == "one two"
    assert shortened("nights on and off atorvastatin, magnesium and quinine", 8) == (
        "nights on and off atorvastatin…"  # 40 letters end within a word
    )
    assert shortened("a" * 50) == "a" * 40 + "…"
    assert listed(["fluid", "activity", "tea"], 4) == "fluid, activity and tea"
    assert listed(["fluid", "activity above the usual", "tea"], 4) == "fluid and 2 others"


@pytest.mark.parametrize("wording", WORDINGS)
def test_no_two_brackets_stand_beside_each_other(wording: Wording) -> None:
    """Oracle: by hand; and none in the lines of any journal that the tests know."""
    leans = results.change(
        verdict="no_clear_difference",
        change_ratio=results.ratio(0.7, 0.3, 1.6, 0.3),
        chances=Chances(0.86, 0.6, 0.3, 0.8, 0.5, 1.3),
    )
    only = (Finding("medication_change", (Item("medication_change", 0, "0"),), "no_clear_difference", 0.3),)
    review = results.review(medication_changes=(leans,), exposures=(), courses=(), findings=only)
    lines = [line.text for line in words.say_findings(review, wording)]
    if wording == "everyday":
        assert lines[0] == (
            "Magnesium started (29 June 2025): no clear difference, leans to fewer (about 8 in 10); 70 % "
            "fewer to 60 % more."
        )
    every = [*lines, *(line.text for name in NAMES for line in lines_of(reviews()[name], wording))]
    assert not [line for line in every if ") (" in line]


def test_a_clinical_line_has_the_size_that_is_drawn_beside_a_direction() -> None:
    """Oracle: by hand: a direction with a shrunk ratio of 0.6, the same without a direction, and one that was
    not shrunk."""
    shrunk = results.change(chances=Chances(0.9, 0.6, 0.3, 0.6, 0.4, 0.9))
    assert "; shrunk RR 0.60 (95 % CI " in brief_change(shrunk, "clinical").text
    for change in (replace(shrunk, verdict="no_clear_difference"), results.change()):
        assert "; RR 0.44 (95 % CI " in brief_change(change, "clinical").text
