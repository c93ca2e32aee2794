"""The question that stands by itself. Oracle: the name that it has in the table, and sentences by hand."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from analysis import words
from analysis.family import change_key, course_key, exposure_key
from analysis.review import Review
from analysis.words import Wording
from analysis.words.questions import label_named, say_named_answer, say_named_question, say_result
from tests.words import results

CHANGE, PLAIN = results.change(), results.review()
KEYS = {
    "change": change_key(CHANGE.night, CHANGE.medication, CHANGE.generic),
    "course": course_key(PLAIN.courses[0]),
    "exposure": exposure_key(PLAIN.exposures[0].question),
}


def asked(kind: str) -> Review:
    return replace(PLAIN, question=KEYS[kind])


@pytest.mark.parametrize("wording", ["everyday", "clinical"])
@pytest.mark.parametrize("kind", KEYS)
def test_it_is_called_as_the_table_calls_it_and_answered_as_its_part_does(
    kind: str, wording: Wording
) -> None:
    review = asked(kind)
    label = label_named(review, wording)
    assert label in {row["Question"] for row in words.table_questions(PLAIN, wording)}
    assert label in say_named_question(review, wording)
    assert review.named is not None
    answer = say_named_answer(review, wording)
    assert answer == say_result(review.named, review, wording)
    assert len(answer.split()) > 10


def test_where_none_stands_by_itself_nothing_is_said() -> None:
    assert (label_named(PLAIN), say_named_question(PLAIN), say_named_answer(PLAIN)) == ("", "", "")


def test_changes_of_one_night_are_named_with_the_one_that_was_asked() -> None:
    """By hand: what began in the same night is beside it in the answer."""
    other = results.change(medication="Zanzibarol", generic=None)
    review = replace(asked("change"), medication_changes=(CHANGE, other))
    assert "Zanzibarol" in say_named_answer(review)
    assert "Zanzibarol" not in say_named_answer(replace(review, medication_changes=(CHANGE,)))


def test_the_named_question_is_named_in_either_wording() -> None:
    """Oracle: by hand: nothing without one; an exposure and a change by their labels."""

    def said(named: object, wording: words.Wording = "everyday") -> str:
        return words.say_named_question(SimpleNamespace(named=named), wording)  # type: ignore[arg-type]

    answer, change = results.answer(), results.change()
    assert said(None) == ""
    assert words.label_question(answer) in said(answer)
    assert "judged by its own p" in said(answer, "clinical")
    assert words.label_change(change) in said(change)
    for named in (answer, change):
        label = words.label_named(SimpleNamespace(named=named))  # type: ignore[arg-type]
        assert label
        assert label in said(named)
    assert words.label_named(SimpleNamespace(named=None)) == ""  # type: ignore[arg-type]
