"""Answers that stay. Oracle: what was answered, after another part was looked at."""

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from tests.without_browser import dashboard, fold, press, text_of, unfold

pytestmark = pytest.mark.usefixtures("remembered")


FIRST = date(2025, 1, 1)


def diary() -> bytes:
    """Ninety nights with two medicines that were begun."""
    begun = {30: "started furosemide 20 mg", 60: "started magnesium citrate 300 mg"}
    rows = [f"{FIRST + timedelta(days=at)},{at % 2},{begun.get(at, '')}" for at in range(90)]
    return "\n".join(["night,cramps,medication", *rows]).encode()


@pytest.fixture
def at() -> AppTest:
    """A small journal in Keep."""
    at = dashboard(90).run()
    at.session_state.files = [("diary.csv", diary())]
    at.run()
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
    at.session_state.answered["change"] = "of another journal"
    look_at(at, "Medication")
    assert at.selectbox(key="change").value == begun


def test_what_is_folded_away_counts_as_it_was_answered(at):
    """Oracle: the answers, before and after their boxes were folded away."""
    look_at(at, "Summary")
    for name in ("more", "patient"):
        unfold(at, name)
    at.number_input(key="washout").set_value(9).run()
    at.selectbox(key="weekday").set_value("Sunday").run()
    at.number_input(key="age").set_value(71).run()
    at.toggle(key="large").set_value(True).run()
    unfolded = text_of(at)
    for name in ("more", "patient"):
        fold(at, name)
    assert not at.number_input
    assert text_of(at) == unfolded
    assert "71 years" in unfolded
    look_at(at, "Medication")
    assert "9 nights" in text_of(at)
    unfold(at, "more")
    assert at.number_input(key="washout").value == 9
    assert at.selectbox(key="weekday").value == "Sunday"
    assert at.toggle(key="large").value


def test_no_answer_outlives_its_journal(at):
    at.text_input(key="name on page").input("Anna Example").run()
    unfold(at, "patient")
    at.number_input(key="age").set_value(68).run()
    look_at(at, "Summary")
    assert "68 years" in text_of(at)
    press(at, "Close this journal")
    assert at.session_state.answered == {}
    at.file_uploader[0].set_value([("diary.csv", diary(), "text/csv")]).run()
    look_at(at, "Summary")
    assert "68 years" not in text_of(at)
    unfold(at, "patient")
    assert at.number_input(key="age").value is None


def two_people() -> AppTest:
    rows = [
        f"2025-03-{day:02},{name},{day % 2},{dose}"
        for name, dose in (("Anna", "magnesium"), ("Ben", ""))
        for day in range(1, 31)
    ]
    at = dashboard(90).run()
    at.session_state.files = [("two.csv", "\n".join(["date,person,cramps,medication", *rows]).encode())]
    at.run()
    choose(at, "Anna")
    return at


def choose(at: AppTest, person: str) -> None:
    (box,) = (box for box in at.selectbox if "Whose journal" in box.label)
    box.set_value(person).run()
    assert not at.exception


def test_another_person_has_nothing_of_the_one_before():
    """Oracle: name, age and question are of Anna, who was looked at first; the wash-out is of the page."""
    at = two_people()
    unfold(at, "more")
    at.number_input(key="washout").set_value(9).run()
    look_at(at, "Keep")
    at.text_input(key="name on page").input("Anna Example").run()
    unfold(at, "patient")
    at.number_input(key="age").set_value(71).run()
    at.text_area(key="questions").input("Is it the statin?").run()
    look_at(at, "Journal")
    choose(at, "Ben")
    look_at(at, "Keep")
    assert at.text_input(key="name on page").value == ""
    unfold(at, "patient")
    assert at.number_input(key="age").value is None
    assert not at.text_area(key="questions").value
    unfold(at, "more")
    assert at.number_input(key="washout").value == 9
    assert at.session_state.choices["choose"] == {"two.csv": "Ben"}


def test_a_change_that_was_opened_is_the_same_one_after_more_files(at):
    """Oracle: its name, before and after a file brings an earlier change."""
    look_at(at, "Medication")
    last = at.selectbox(key="change").options[-1]
    at.selectbox(key="change").select_index(len(at.selectbox(key="change").options) - 1).run()
    assert at.selectbox(key="change").value
    chosen = at.selectbox(key="change").value
    earlier = b"date,medication,change\n2025-01-10,ramipril,started\n2025-01-20,ramipril,stopped\n"
    at.session_state.files = [*at.session_state.files, ("earlier.csv", earlier)]
    at.session_state.version += 1
    at.run()
    assert not at.exception
    assert at.selectbox(key="change").value == chosen
    assert last in at.selectbox(key="change").options
