"""Keep, the last part of the screen: the picture, what goes in, and a button for every file."""

from dataclasses import replace
from datetime import date

from analysis import Person, read_journal, review
from analysis.report import FORMS, Keep, write_page
from tests.journal_files import a_season
from tests.without_browser import dashboard, text_of, unfold


def test_what_was_typed_at_the_last_visit_is_there_again():
    """Oracle: the answers in the page that was dropped; what is typed now stays."""
    typed = Person(70, False, ("diabetes", "a condition of their own"), "mother", ("Why at night?",))
    page = write_page(review(replace(read_journal(a_season()), person=typed)), Keep(made_on=date(2025, 9, 2)))
    at = dashboard().run()
    at.session_state.files = (("page.pdf", page),)
    at.run()
    assert not at.exception
    assert "70 years" in text_of(at)
    unfold(at, "patient")
    assert at.number_input(key="age").value == 70
    assert at.multiselect(key="conditions").value == ["diabetes", "a condition of their own"]
    assert at.text_area(key="questions").value == "Why at night?"
    at.number_input(key="age").set_value(71).run()
    assert at.number_input(key="age").value == 71
    shown = " ".join(each.value for each in at.markdown)
    assert "71 years" in shown
    assert "not pregnant" in shown


def test_keep_shows_the_page_and_a_button_for_every_file():
    """Oracle: the forms that the report offers, and what each says that it holds."""
    at = dashboard().run()
    at.session_state.files = tuple(a_season())
    at.session_state.view = "Keep"
    at.run()
    assert not at.exception
    assert at.title[0].value == "Keep"
    assert sum("<img alt=" in each.proto.body for each in at.get("html")) == 1
    assert len(at.get("download_button")) == len(FORMS) + 1
    said = " ".join(each.value for each in at.markdown)
    assert "Whoever has the page can then read the whole journal" in said
    at.checkbox(key="data inside").uncheck().run()
    assert "cannot be opened here again" in " ".join(each.value for each in at.markdown)
    [text] = at.code
    assert 0 < len(text.value.splitlines()) <= 25
