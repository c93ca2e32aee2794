"""All questions at once, and the one that is named. Oracle: the review asked from Python; by hand."""

import pytest

from analysis import review
from analysis.screen.together import first_to_look_at
from tests.journal_files import sample
from tests.without_browser import open_app, text_of
from tests.words import results

pytestmark = pytest.mark.usefixtures("remembered", "fresh_caches")


def test_the_question_that_the_two_came_with_is_the_one_that_is_named() -> None:
    """Oracle: the review asked from Python with the same key; without a choice it is the latest change."""
    app = open_app(sample(), "Everything together")
    box = next(box for box in app.selectbox if box.label == "The question you came with")
    assert box.options[0] == "the latest change"
    assert box.options[-1] == "none"
    box.set_value("exposure:hydration").run()
    assert not app.exception
    assert "fault in the program" not in text_of(app)
    *_, named = app.session_state["kept"]["review"].values()
    assert named.question == "exposure:hydration"
    assert named.findings == review(named.journal, question="exposure:hydration").findings


def test_the_question_that_is_open_first_is_one_with_an_answer() -> None:
    """Oracle: by hand: a refusal is no answer, and a direction stands before no clear difference."""
    refused, unclear, fewer = (
        [results.answer(verdict=verdict)]
        for verdict in ("not_enough_data", "no_clear_difference", "fewer_cramps")
    )
    assert first_to_look_at({"hydration": refused, "steps": unclear, "caffeine": fewer}) == "caffeine"
    assert first_to_look_at({"hydration": refused, "steps": unclear}) == "steps"
    assert first_to_look_at({"hydration": refused, "steps": refused}) == "hydration"
