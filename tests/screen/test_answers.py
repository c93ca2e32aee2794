"""What only a person can say of a file: kept as asked, taken back, read again. Oracle: by hand."""

from typing import Any

import pytest
import streamlit as st

from analysis.screen import answers
from tests.journal_files import as_csv
from tests.without_browser import Held, answer, folded_away, offered, open_app, opened_at, press, text_of

pytestmark = pytest.mark.usefixtures("remembered", "fresh_caches")
UNKNOWN = (
    b"date,cramps,Wie arg\n2025-03-01,1,so\n2025-03-02,0,\n2025-03-03,perhaps so\n2025-03-04,perhaps so\n"
)


def test_a_meaning_is_given_once_for_all_alike() -> None:
    """Oracle: two nights say "perhaps so"; said to be a cramp, three of four nights have one."""
    app = open_app([("own.csv", UNKNOWN)], "Journal")
    next(box for box in app.selectbox if "perhaps so" in box.label).select("cramp")
    press(app, "Read again")
    assert "3 of 4" in text_of(opened_at(app, "Summary"))


def test_a_column_of_the_patients_own_becomes_one_more_question() -> None:
    """Oracle: its name among the questions, after eight weeks of it that are kept under that name."""
    rows = [
        (f"2024-{m:02d}-{d:02d}", int((m * d) % 3 == 0), "yes" if (d + m) % 2 else "no")
        for m in (1, 2)
        for d in range(1, 29)
    ]
    diary = as_csv(("night of", "cramps", "Compression socks"), rows)
    app = open_app([("diary.csv", diary)], "Journal")
    assert "Not used: column “Compression socks”" in text_of(app)
    answer(app, "Compression socks", "kept under its own name")
    press(app, "Read again")
    text = text_of(opened_at(app, "Everything together"))
    assert "Compression socks" in text
    assert "Not used" not in text


def test_answers_that_went_home_are_taken_again() -> None:
    """By hand: three nights, two of them with a cramp; with the journal the answers are gone."""
    own = [("own words.csv", b"date,Zwicken\n2025-03-01,yes\n2025-03-02,no\n2025-03-03,yes\n")]
    app = open_app(own)
    assert "2 of 3" not in text_of(app)
    answer(app, "Zwicken", "Cramps")
    press(app, "Read again")
    assert "2 of 3" in text_of(opened_at(app, "Summary"))
    answers = offered(opened_at(app, "Journal"), "Download these answers")
    press(opened_at(app, "Summary"), "Close this journal")
    assert not app.tabs
    app.file_uploader[0].set_value([(*own[0], "text/csv")]).run()
    assert not app.tabs
    box = next(box for box in app.file_uploader if box.label == "Answers from last time (.json)")
    box.set_value([("answers.json", answers, "application/json")]).run()
    assert "2 of 3" in text_of(app)


EVENTS = (
    b"Icon,Action,UTC Time,Time Zone\n"
    b"x,Charley,2025-03-02 02:10:00,Europe/London\n"
    b"x,Charley,2025-03-04 03:10:00,Europe/London\n"
    b"x,Walk,2025-03-05 12:40:00,Europe/London\n"
)


def test_a_kind_of_event_is_said_to_be_the_cramp() -> None:
    """By hand: two cramps, in the nights of 1 and 3 March (both came after midnight)."""
    app = open_app([("when did i.csv", EVENTS)])
    answer(app, "Charley", "the cramp itself")
    press(app, "Read again")
    told = folded_away(opened_at(app, "Journal"))
    assert "Cramps: 2 rows" in told
    assert "Nights: 3 rows" in told


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    holds = Held(mapping={}, version=3)
    monkeypatch.setattr(st, "session_state", holds)
    return holds


def test_what_a_file_is_about_is_taken_and_taken_back(held: Held) -> None:
    """Each answer is a new version, so that no box keeps what it showed before."""
    answers.answer_file("file:a.csv", "cramps")
    answers.answer_file("file:b.csv", "ignore")
    assert (held.mapping, held.version) == ({"file:a.csv": "cramps", "file:b.csv": "ignore"}, 5)
    answers.answer_file("file:a.csv", None)
    answers.answer_file("file:c.csv", None)
    assert (held.mapping, held.version) == ({"file:b.csv": "ignore"}, 7)


def test_an_empty_box_for_the_zone_is_no_answer(held: Held) -> None:
    held.update({"zone 0 3": "Europe/Oslo"})
    answers.answer_zone("zone:a.csv", "zone 0 3")
    assert held.mapping == {"zone:a.csv": "Europe/Oslo"}
    held["zone 0 3"] = ""
    answers.answer_zone("zone:a.csv", "zone 0 3")
    assert held.mapping == {}


def test_a_meaning_that_is_left_open_is_no_answer_and_takes_back_an_earlier_one(held: Held) -> None:
    key = answers.key_of_word("Cramps", "perhaps")
    held.update({"mapping": {key: "cramp", "Water": "hydration"}, "means 0 3": "", "means 1 3": "none"})
    answers.take_meanings([("Cramps", "perhaps"), ("Cramps", "so")])
    assert held.mapping == {"Water": "hydration", answers.key_of_word("Cramps", "so"): "none"}
    assert held.version == 4


def test_a_suggestion_does_not_go_before_what_a_person_said(held: Held) -> None:
    held.mapping = {"Wadl": "ignore"}
    answers.take_suggestions({"Wadl": "cramps", "Trinken": "hydration"})
    assert held.mapping == {"Wadl": "ignore", "Trinken": "hydration"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"map 0 3": "hydration", "map 1 3": ""}, {"file:a.csv": "cramps", "Water": "hydration"}),
        ({"map 0 3": "", "map 1 3": "own"}, {"file:a.csv": "cramps", "kind:Nap": "own"}),
    ],
)
def test_columns_are_what_their_boxes_say_and_other_answers_stay(
    held: Held, given: dict[str, Any], expected: dict[str, str]
) -> None:
    held.update({"mapping": {"file:a.csv": "cramps", "kind:Nap": "ignore"}, **given})
    answers.map_columns(["Water", "kind:Nap"])
    assert held.mapping == expected
