"""The questions of a journal: their keys and labels, which is named, and the verdicts over all of them."""

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.family import (
    as_one_family,
    change_key,
    default_question,
    family_of_what_is_left,
    named_question,
    p_values,
    questions,
)
from analysis.faults import Lost, attempt
from analysis.journal import Earlier
from analysis.measures.textbook import benjamini_hochberg
from analysis.review import Review, review
from analysis.words import day
from tests.journals import made_up_year, make_journal


def test_q_values_are_over_all_questions_of_the_review():
    """Oracle: Benjamini and Hochberg over every p-value, gathered here; changes of one night count once.

    No question is named, so that all are of the family.
    """
    found = review(made_up_year(nights=210), question="")
    results = [
        *((answer.adjusted.p_value, answer.q_value) for answer in found.exposures),
        *((change.change_ratio.p_value, change.q_value) for change in found.medication_changes),
        *((course.ratio.p_value, course.q_value) for course in found.courses),
        (found.frequency.recent.change.p_value, found.frequency.recent.q_value),
        (found.frequency.trend.per_28_nights.p_value, found.frequency.trend.q_value),
    ]
    expected = benjamini_hochberg([p_value for p_value, _ in results])
    assert [q_value for _, q_value in results] == pytest.approx(expected)
    assert sorted(p for p in found.p_values if p is not None) == sorted(
        p for p, _ in results if p is not None
    )
    assert len(results) > 15


def test_a_treatment_is_one_question() -> None:
    """Oracle: by hand. Ten sessions can be compared day by day and make no course; six cannot, and do."""
    for sessions, courses_asked in ((range(100, 130, 3), 0), (range(100, 118, 3), 1)):
        had = np.isin(np.arange(240), list(sessions))
        counts = np.random.default_rng(1).poisson(0.5, 240).astype(float)
        found = review(make_journal(counts, fields={"electroanalgesia": had}))
        [by_day] = found.exposures
        assert (by_day.reason is None) == (courses_asked == 0)
        assert len(found.courses) == courses_asked
        assert len([p_value for p_value in found.p_values[:-2] if p_value is not None]) == 1


def test_the_labels_of_questions_have_their_dates_as_the_reader_has_them():
    """Oracle: the changes of the journal made here, its date said by hand."""
    journal = make_journal(
        [1.0] * 60, start="2025-01-01", changes=[{"night": 30, "medication": "Lasix", "change": "start"}]
    )
    [plain] = [label for key, label in questions(journal).items() if key.startswith("change:")]
    [said] = [label for key, label in questions(journal, day).items() if key.startswith("change:")]
    assert (plain, said) == ("Lasix: start, 2025-01-31", "Lasix: start, 31 January 2025")


def test_without_a_choice_the_latest_change_with_28_logged_nights_after_it_is_named():
    """Oracle: nights counted by hand: 28 after the first change, 27 after the second."""
    changes = [
        {"night": 30, "medication": "one", "change": "start"},
        {"night": 60, "medication": "two", "change": "start"},
    ]
    journal = make_journal([0, 1, 0] * 29, changes=changes)
    assert len(journal.nights) == 87
    keys = list(questions(journal))
    assert review(journal).question == keys[0]
    longer = make_journal([0, 1, 0] * 30, changes=changes)
    assert named_question(longer, longer, None, 0) == keys[1]
    assert reviewed().question == ""
    with pytest.raises(ValueError, match=keys[1]):
        review(journal, question="change:2000-01-01:three")


def three() -> Any:
    """Two changes and water: 30 nights before, between and after."""
    changes = [
        {"night": 30, "medication": "Lasix", "generic": "furosemide", "change": "start"},
        {"night": 60, "medication": " Zinc ", "change": "start"},
    ]
    water = np.random.default_rng(2).normal(1800, 300, 90)
    return make_journal([0, 1, 0] * 30, fields={"hydration": water}, changes=changes)


def test_a_change_has_its_generic_name_in_its_key_else_the_name_as_written() -> None:
    """Oracle: by hand; a name that is missing may be None or NaN."""
    assert change_key("2025-03-01", "Lasix", "furosemide") == "change:2025-03-01:furosemide"
    for missing in (None, float("nan"), pd.NA):
        assert change_key(pd.Timestamp("2025-03-01"), " Zinc ", missing) == "change:2025-03-01:Zinc"


def test_which_question_is_named() -> None:
    """Oracle: by hand: what is asked for, else that of the last page where the journal still has it, else the
    latest change; of a question the journal does not have the legal ones are told."""
    journal = three()
    keys = list(questions(journal))
    assert keys[0] == "exposure:hydration"
    assert named_question(journal, journal, keys[0], 0) == keys[0]
    assert named_question(journal, journal, "", 0) == ""
    assert named_question(journal, journal, None, 0) == keys[2] == default_question(journal)
    assert default_question(journal, washout=2) == keys[2]  # 28 of 30 nights are left
    assert default_question(journal, washout=3) == ""
    assert default_question(journal, washout=3, least_nights=27) == keys[2]
    for before, expected in ((keys[0], keys[0]), ("exposure:sleep", keys[2]), ("", keys[2])):
        seen = replace(journal, earlier=Earlier(journal.nights.index[-1].date(), {}, question=before))
        assert named_question(seen, seen, None, 0) == expected
    with pytest.raises(ValueError, match="its questions are exposure:hydration, change:"):
        named_question(journal, journal, "exposure:sleep", 0)
    with pytest.raises(ValueError, match="its questions are none"):
        named_question(journal, make_journal([1, 0]), "exposure:sleep", 0)


@cache
def reviewed() -> Review:
    """The three questions, none of them named."""
    return review(three(), question="")


def as_parts(found: Review) -> tuple[Any, ...]:
    return found.frequency, found.exposures, found.medication_changes, found.courses


def q_values_of(settled: Any) -> list[float | None]:
    often, answers, changes, courses, _ = settled
    return [
        *(result.q_value for result in (*answers, *changes, *courses)),
        often.recent.q_value,
        often.trend.q_value,
    ]


@pytest.mark.parametrize("unanswered", [0, 1, 3])
def test_a_question_whose_answer_is_lost_counts_as_one_without_a_difference(unanswered: int) -> None:
    """Oracle: Benjamini and Hochberg, with a p-value of 1 for each."""
    found = reviewed()
    asked = p_values(*as_parts(found))
    expected = benjamini_hochberg([*asked, *[1.0] * unanswered])[: len(asked)]
    settled = as_one_family(*as_parts(found), "", unanswered=unanswered)
    assert q_values_of(settled) == pytest.approx(expected)


def test_of_a_part_that_is_lost_every_question_counts_and_it_stays_lost() -> None:
    """Oracle: two changes are asked about, so that there are two p-values of 1 in place of theirs."""
    found = reviewed()
    journal = found.journal
    often, answers, changes, courses = as_parts(found)
    lost: Any = Lost("ValueError in changes.py, line 7")
    settled = family_of_what_is_left(attempt, journal, often, answers, lost, courses, "", None)
    assert isinstance(settled[2], Lost)
    without = p_values(often, answers, (), courses)
    expected = benjamini_hochberg([*without, 1.0, 1.0])[: len(without)]
    assert len(changes) == 2
    assert q_values_of((settled[0], settled[1], (), settled[3], None)) == pytest.approx(expected)


def test_where_the_questions_cannot_be_counted_all_is_lost() -> None:
    """Oracle: by reason: without their number no q-value is right."""
    found = reviewed()
    lost: Any = Lost("ValueError in changes.py, line 7")
    no_journal: Any = None
    often, answers, _, courses = as_parts(found)
    settled = family_of_what_is_left(attempt, no_journal, often, answers, lost, courses, "", None)
    assert all(isinstance(part, Lost) for part in settled)
