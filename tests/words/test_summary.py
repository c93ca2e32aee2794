"""The row of figures and what stands out.

Oracle: each sentence written by hand beside the result that it says.
"""

from dataclasses import replace
from datetime import date

import pytest

from analysis import read_journal, words
from analysis import review as review_of
from analysis.findings import Finding, Item
from analysis.measures.results import NO_RATIO, Rate, RateRatio
from analysis.words.fitting import number_of_words
from tests.journal_files import cramp_log_only
from tests.journals import make_journal
from tests.words import results
from tests.words.everything import WORDINGS


def test_the_row_of_figures() -> None:
    quiet = results.comparison(
        verdict="no_clear_difference",
        current=Rate(26, 7, 1.8, 0.9, 3.2),
        previous=Rate(27, 10, 2.6, 1.5, 4.1),
    )
    figures = words.say_figures(results.review(frequency=results.frequency(recent=quiet)))
    assert figures == [
        (
            "Cramps a week",
            "1.8",
            "4 weeks to 31 August 2025: range 0.9 to 3.2, 7 cramps in 26 nights. Before that 2.6 "
            "(1.5 "
            "to 4.1)",
        ),
        ("Nights with a cramp", "5 of 26", "in the 4 weeks to 31 August 2025"),
        ("Worst pain", "7 of 10", "night of 14 August 2025; from 60 of 64 cramps"),
        ("Nights logged", "86 %", "157 of 182 nights; longest gap 9 nights, 3 to 11 May 2025"),
    ]


def test_what_stands_out_follows_the_findings_and_names_each_tab() -> None:
    found = words.say_findings(results.review())
    assert [
        (sentence.anchor, f"{sentence.finding.about}:{sentence.finding.key}")
        for sentence in found
        if sentence.finding is not None
    ] == [
        ("medication", "medication_change:1"),
        ("hydration", "exposure:hydration"),
        ("medication", "course:0"),
        ("together", "no_clear_difference:"),
    ]
    assert found[3].details == (
        "No clear difference: activity above the usual (15 % fewer to 40 % more for each 30 minutes; 157 "
        "nights), the higher dose of Lasix 40mg (furosemide) (20 % fewer to 2.4 times as many; 65 nights) "
        "and stretching (35 % fewer to 35 % more; 157 nights)."
    )


def test_a_change_and_another_of_its_night_are_one_finding() -> None:
    twice = (results.change(), results.change(medication="Lasix", generic="furosemide"))
    findings = tuple(
        Finding("medication_change", (Item("medication_change", place, str(place)),), "fewer_cramps", 0.01)
        for place in (0, 1)
    )
    found = words.say_findings(results.review(medication_changes=twice, findings=findings))
    assert [each.finding for each in found if each.finding is not None] == [findings[0]]
    assert found[0].lead == "Magnesium started and 1 other change (29 June 2025):"
    assert "magnesium 400 mg was started and Lasix (furosemide) 400 mg was started" in found[0].details


def test_where_nothing_can_be_compared_the_one_sentence_says_what_is_missing() -> None:
    refused = results.answer(
        verdict="not_enough_data", adjusted=NO_RATIO, reason="too_few_nights", nights_needed=12
    )
    review = results.review(exposures=(refused,), medication_changes=(), courses=(), findings=())
    assert [sentence.text for sentence in words.say_findings(review)] == [
        "Not enough to say yet: fluid (too few nights: 12 more needed)."
    ]
    assert [sentence.details for sentence in words.say_findings(review)] == [
        "Not enough to say yet: fluid (needs about 12 more logged nights)."
    ]


def test_a_journal_of_one_night_still_has_one_sentence() -> None:
    recent = results.comparison(verdict="not_enough_data", reason="too_few_nights", nights_needed=14)
    review = results.review(
        frequency=results.frequency(recent=recent, overall=Rate(1, 1, 7.0)),
        exposures=(),
        medication_changes=(),
        courses=(),
        findings=(),
    )
    [found] = words.say_findings(review)
    assert found.text == (
        "4 weeks to 31 August 2025: not enough to say yet (too few nights: 14 more needed)."
    )
    assert found.details == (
        "The 4 weeks to 31 August 2025 against the 4 weeks before: not enough to say yet (too few logged "
        "nights); needs about 14 more "
        "logged nights."
    )
    assert words.say_figures(review)[0] == ("Cramps a week", "–", "too few logged nights")


def test_better_or_worse_is_one_line_and_holds_the_whole_sentence() -> None:
    """The line of the findings, and beside it the sentence with all ranges and nights."""
    review = results.review()
    said = words.say_better(review)
    assert said.lead == "4 weeks to 31 August 2025:"
    assert number_of_words(said.text) <= 20
    assert said.details == words.say_recent(review.frequency.recent, assumed=False)


def test_better_or_worse_says_what_is_counted() -> None:
    """Where nights without an entry count as free of cramps, that stands beside the rates."""
    review = review_of(read_journal(cramp_log_only()))
    assert words.assumes(review.journal)
    assert words.say_better(review).text.endswith(" Unlogged nights counted as cramp-free.")


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ("Water (L),Activity (min)", "Not recorded: a change of a medicine."),
        ("Notes,Activity (min)", "Not recorded outside the remarks: fluid or a change of a medicine."),
        (
            "Water (L),Ziehen",
            "Not found in what was read: activity or a change of a medicine. Part of the files is not used "
            "and could hold it.",
        ),
    ],
)
def test_what_nothing_is_recorded_about(columns: str, said: str) -> None:
    """By hand, from the headings."""
    lines = [f"2025-03-{day:02},{day % 2},{1 + day % 3},{20 + day % 3}" for day in range(1, 15)]
    file = ("diary.csv", "\n".join([f"Night of,Cramps,{columns}", *lines]).encode())
    assert words.say_not_asked(review_of(read_journal([file]))) == said


def test_all_questions_are_counted() -> None:
    asked = results.review()
    verdicts = [each.verdict for each in (*asked.exposures, *asked.medication_changes, *asked.courses)]
    said = words.say_all_questions(asked)
    assert said.startswith(f"{len(verdicts)} questions asked of this journal: ")
    assert f"{verdicts.count('no_clear_difference')} with no clear difference" in said
    assert words.say_all_questions(results.review(exposures=(), medication_changes=(), courses=())) == ""


def test_questions_of_one_kind_are_not_counted_twice() -> None:
    """Oracle: by hand."""
    refused = results.answer(verdict="not_enough_data", reason="too_few_nights")
    one = results.review(exposures=(refused,), medication_changes=(), courses=())
    assert words.say_all_questions(one) == "1 question asked of this journal, with too little to say."
    two = results.review(exposures=(refused, refused), medication_changes=(), courses=())
    assert words.say_all_questions(two) == "2 questions asked of this journal, all with too little to say."


def test_nulls_are_said_one_by_one() -> None:
    """Oracle: by hand: one range for all of them would be that of the widest, so that what was answered well
    reads like what was hardly answered. Each has its own range and nights; the widest stand apart."""
    null = {"verdict": "no_clear_difference"}
    answers = (
        results.answer(adjusted=results.ratio(1.0, 0.9, 1.1, 0.9), nights=200, **null),
        results.answer(
            field="activity", label="Activity", question="activity_above_usual", form="above_usual",
            step=30.0, unit="min/day", adjusted=results.ratio(1.0, 0.8, 1.4, 0.9), nights=150, **null,
        ),
    )  # fmt: skip
    ratios = {"magnesium": results.ratio(1.0, 0.5, 2.0, 0.9), "quinine": results.ratio(1.0, 0.1, 9.0, 0.9)}
    courses = tuple(
        results.course(
            medication=name, generic=None, ratio=ratio, on=Rate(40, 9, 1.6), off=Rate(80, 20, 1.8), **null
        )
        for name, ratio in ratios.items()
    )
    review = results.review(exposures=answers, medication_changes=(), courses=courses)
    everyday, clinical = (
        words.say_no_clear_difference(review, wording) for wording in ("everyday", "clinical")
    )
    assert everyday is not None
    assert clinical is not None
    assert everyday.text == (
        "No clear difference: fluid (10 % fewer to 10 % more for each extra half litre; 200 nights), "
        "activity above the usual (20 % fewer to 40 % more for each 30 minutes; 150 nights) and nights on "
        "and off magnesium (50 % fewer to twice as many; 120 nights). One cannot tell: nights on and off "
        "quinine (90 % fewer to 9 times as many; 120 nights)."
    )
    assert clinical.text.startswith(
        "No clear difference (rate ratios, 95 % CI): fluid (0.90 to 1.10 for each extra 500 mL; 200 nights)"
    )
    ounces = words.say_no_clear_difference(review, "clinical", "fl oz")
    assert ounces is not None
    assert "fluid (0.90 to 1.10 for each extra 17 fl oz; 200 nights)" in ounces.text


def test_without_a_cramp_nothing_is_called_too_little() -> None:
    """Oracle: by hand: eighty nights without a cramp are enough nights, and nothing to compare."""
    refused = results.answer(verdict="not_enough_data", reason="no_cramps", nights_needed=None)
    never = results.frequency(overall=Rate(80, 0, 0.0, 0.0, 0.4))
    review = results.review(
        exposures=(refused,), medication_changes=(), courses=(), findings=(), frequency=never
    )
    [found] = words.say_findings(review)
    assert found.text == "No cramp is recorded, nothing to compare: fluid."
    assert found.details == "No cramp is recorded, so there is nothing to compare: fluid."


def test_where_many_nights_are_not_logged_the_rate_is_its_two_bounds() -> None:
    """Oracle: 100 of 182 nights logged (55 %), or a log that leans; 84 % without leaning has a rate."""
    few = results.review(completeness=results.completeness(logged=100, share=100 / 182))
    assert words.say_figures(few)[0] == (
        "Cramps a week",
        "2.5 to 4.3",
        "over all 182 nights: what the 82 nights not logged could hold",
    )
    complete = results.completeness()
    leans = results.completeness(leaning=replace(complete.leaning, leans=True))
    assert words.say_figures(results.review(completeness=leans))[0] == (
        "Cramps a week",
        "2.5 to 4.3",
        "over all 182 nights: what the 25 nights not logged could hold, as logging leans",
    )
    assert words.say_figures(results.review())[0][1] == "1.8"


def test_the_worst_pain_has_its_last_night() -> None:
    """Oracle: by hand: of a pain that came again the last night, since the first may be years ago."""
    worst = results.distribution(largest_last_night=date(2026, 2, 3))
    review = results.review()
    again = replace(review, patterns=replace(review.patterns, severity=worst))
    assert words.say_figures(again)[2] == (
        "Worst pain", "7 of 10", "last on the night of 3 February 2026; from 60 of 64 cramps"
    )  # fmt: skip


@pytest.mark.parametrize("wording", WORDINGS)
def test_the_figures_of_a_journal_without_a_cramp(wording: words.Wording) -> None:
    """Oracle: by hand: no cramp is a plain 0, and its pain is nothing that was not recorded."""
    review = review_of(make_journal([0.0] * 60))
    rate, _, pain, _ = words.say_figures(review, wording)
    assert rate[1] == "0"
    assert pain[2] == "no cramp is recorded"
    better = words.say_better(review, wording).text
    assert better.endswith(": no cramp is recorded, nor in the 4 weeks before.")


def test_a_log_of_cramps_has_nights_with_an_entry() -> None:
    """Oracle: by hand: 9 % logged would read like a diary that was kept badly."""
    label, value, detail = words.say_figures(review_of(read_journal(cramp_log_only())))[3]
    assert label == "Nights with an entry"
    assert " of " in value
    assert detail == "the others counted as cramp-free"


def test_better_or_worse_has_both_rates_where_it_cannot_tell() -> None:
    """Oracle: by hand: the rates are the answer for a glance, whatever the reason adds."""
    runs = results.comparison(change=RateRatio(0.9, 0.3, 3.1, 0.8), unclear="long_runs")
    review = results.review(frequency=results.frequency(recent=runs))
    assert words.say_better(review).text == (
        "4 weeks to 31 August 2025: cannot tell (cramps may come in runs); 1.8 a week, 2.6 before."
    )
