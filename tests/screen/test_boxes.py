"""Answers that stay. Oracle: what was answered, after another part was looked at."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

DASHBOARD = str(Path(__file__).parents[2] / "dashboard.py")


@pytest.fixture
def at() -> AppTest:
    """The sample journal in Keep."""
    at = AppTest.from_file(DASHBOARD, default_timeout=90).run()
    (sample,) = (button for button in at.button if "sample" in button.label)
    sample.click().run()
    look_at(at, "Keep")
    return at


def look_at(at: AppTest, part: str) -> None:
    at.session_state["view"] = part
    at.run()
    assert not at.exception


def test_what_goes_into_the_page_stays_as_it_was_answered(at):
    at.checkbox(key="data inside").uncheck().run()
    at.checkbox(key="every night").check().run()
    at.radio(key="paper").set_value("Letter").run()
    look_at(at, "Hydration")
    look_at(at, "Keep")
    assert not at.checkbox(key="data inside").value
    assert at.checkbox(key="every night").value
    assert at.radio(key="paper").value == "Letter"


def test_a_name_is_kept_though_the_next_click_opens_another_part(at):
    """Both arrive as one: the box is never drawn again before the other part is."""
    at.text_input(key="name on page").input("Anna Example")
    look_at(at, "Nights")
    assert at.session_state.answered["name on page"] == "Anna Example"
    look_at(at, "Keep")
    assert at.text_input(key="name on page").value == "Anna Example"


def test_an_answer_that_is_none_any_more_gives_way(at):
    """Oracle: what is shown at first, where a change was chosen that the journal has no longer."""
    look_at(at, "Medication")
    begun = at.selectbox(key="change").value
    look_at(at, "Keep")
    at.session_state.answered["change"] = 99
    look_at(at, "Medication")
    assert at.selectbox(key="change").value == begun


def test_no_answer_outlives_its_journal(at):
    at.text_input(key="name on page").input("Anna Example").run()
    (close,) = (button for button in at.button if button.label == "Close this journal")
    close.click().run()
    assert at.session_state.answered == {}
