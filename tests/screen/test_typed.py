"""What is typed becomes an entry, or nothing while something is missing. Oracle: by hand."""

import json
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from analysis.journal import Added
from analysis.screen.typed import BEFORE, FORMS
from tests.journal_files import DIARY, as_csv
from tests.without_browser import folded_away, offered, open_app, opened_at, press, text_of


def form() -> None:
    """One form, and the entry that it gives."""
    from datetime import date

    import streamlit as st

    from analysis.screen import typed

    st.session_state.setdefault("typed", [])
    st.session_state.entry = typed.FORMS[st.session_state.asked][1](date(2025, 3, 1), None)


def filled(kind: str, **boxes: Any) -> Added | None:
    """The entry of a form in which these boxes are filled, by the names of their keys."""
    at = AppTest.from_function(form)
    at.session_state["asked"] = kind
    at.run()
    for name, value in boxes.items():
        key = f"typed {name.replace('_', ' ')} 0"
        every = [*at.text_input, *at.text_area, *at.number_input, *at.date_input, *at.selectbox, *at.checkbox]
        next(box for box in every if box.key == key).set_value(value)
    at.run()
    assert not at.exception
    entry: Added | None = at.session_state["entry"]
    return entry


@pytest.mark.parametrize("kind", list(FORMS))
def test_an_empty_form_is_no_entry(kind: str) -> None:
    assert filled(kind) is None


def test_a_remark_is_one_line_in_the_words_of_the_patient() -> None:
    assert filled("remark", remark="  slept\n badly ") == Added(
        "Remarks", {"night of": "2025-03-01", "remark": "slept badly"}
    )
    assert filled("remark", remark=" \n ") is None


def test_an_event_begins_with_its_first_night_whichever_was_typed_first() -> None:
    told = {"first_night": "2025-02-20", "last_night": "2025-03-01", "event": "holiday"}
    typed = filled("event", event=" holiday ", last=date(2025, 2, 20))
    assert typed == Added("Events", told | {"left_out": ""})
    assert filled("event", event="flu", out=True) == Added(
        "Events",
        {"first_night": "2025-03-01", "last_night": "2025-03-01", "event": "flu", "left_out": "yes"},
    )


def test_a_blood_result_may_have_one_end_of_its_range_or_none() -> None:
    typed = filled("result", result=3.25, result_unit=" mmol/L ", low=3.5)
    assert typed is None  # without the name of the test
    known = AppTest.from_function(form)
    known.session_state["asked"] = "result"
    known.run()
    assert [box.label for box in known.number_input] == ["Result", "Range from", "Range to"]


def test_a_medicine_needs_a_name() -> None:
    assert filled("change", dose=5.0) is None
    assert filled("change", what="before") is None
    assert BEFORE.startswith("taken since")


ROWS = [("2025-03-01", 0, "", 1500, 30), ("2025-03-02", 3, 8, 1750, 45), ("2025-03-03", 1, 4, 1500, 30)]
FILE = ("diary.csv", as_csv(DIARY, ROWS))


def type_in(app: AppTest, kind: str, **boxes: Any) -> None:
    """Fills these boxes of the window at one kind of entry, by the names of their keys, and adds the entry. A
    browser runs the window by itself; here the page runs with it, and is asked for it at each run."""
    app.session_state["typing"] = (kind, None)
    app.run()
    every = [*app.text_input, *app.text_area, *app.number_input, *app.selectbox, *app.checkbox]
    for name, value in boxes.items():
        key = f"typed {name} {len(app.session_state['typed'])}"
        (box,) = (box for box in every if box.key == key)
        if isinstance(box, Selectbox) and value not in box.options:
            box.options.append(value)  # a list that takes what it does not hold
        box.set_value(value)
    app.session_state["typing"] = (kind, None)
    press(app, "Add")


@pytest.mark.usefixtures("remembered", "fresh_caches")
def test_each_kind_of_entry_stands_in_the_journal_and_is_gone_with_it() -> None:
    """Furosemide from the night of 3 March (the last), potassium, and a remark."""
    app = open_app([FILE], "Journal")
    type_in(app, "change", medicine="Lasix", dose=40)
    type_in(app, "result", test="potassium", result=3.4)
    type_in(app, "remark", remark="ankle swollen")
    text = text_of(app)
    for told in (
        "Lasix 40 mg started, 3 March 2025", "Potassium 3.4, 3 March 2025",
        "Night of 3 March 2025: “ankle swollen”",
    ):  # fmt: skip
        assert told in text
    assert {"Medication changes: 1 row", "Blood tests: 1 row"} <= set(folded_away(app))
    assert "ankle swollen" in text_of(opened_at(app, "Summary"))
    press(app, "Close this journal")
    assert "Try the sample journal" in [button.label for button in app.button]
    app.file_uploader[0].set_value([(*FILE, "text/csv")]).run()
    assert "ankle swollen" not in text_of(app)
    assert app.session_state["typed"] == []


@pytest.mark.usefixtures("remembered", "fresh_caches")
def test_nights_of_pasted_rows_are_left_out_of_every_rate_until_they_are_taken_back() -> None:
    """Pasted rows are a file. Of its three nights the last is left out: two are left. Without a word of what
    it was nothing is added."""
    app = open_app()
    app.text_area[0].set_value("Night\tCramps\n2025-03-01\t0\n2025-03-02\t2\n2025-03-03\t1\n")
    press(app, "Read this text")
    assert "3 of 3 nights" in text_of(app)
    assert any("pasted text" in each.value for each in app.sidebar.markdown)
    type_in(app, "event")
    assert "Something is missing" in text_of(app)
    type_in(app, "event", event="flu", out=True)
    assert "Something is missing" not in text_of(app)
    assert "2 of 2 nights" in text_of(app)
    press(opened_at(app, "Journal"), "Take back")
    assert "Nothing in this visit yet" in text_of(app)
    assert "3 of 3 nights" in text_of(opened_at(app, "Summary"))


@pytest.mark.usefixtures("remembered", "fresh_caches")
def test_answers_go_home_in_one_file_and_stay_when_the_journal_is_replaced() -> None:
    """A suggestion is taken by one click: the column that nobody knows is read as what it most likely is.
    With another file, of four nights, the remark is still there. Removed, the first page is back."""
    rows = b"date,cramps,Trinkmenge heute ml ca\n2025-03-01,0,1500\n2025-03-02,2,1750\n2025-03-03,1,1600\n"
    app = open_app([("diary.csv", rows)], "Journal")
    press(app, "Yes, read it so")
    assert "What the unknown columns may be" not in text_of(app)
    type_in(app, "remark", remark="late tea")
    answers = offered(app, "Download these answers")
    assert json.loads(answers)["added"][0][1]["remark"] == "late tea"
    assert "Trinkmenge" in answers.decode()
    replacing(app)
    longer = as_csv(DIARY, [*ROWS, ("2025-03-04", 2, 3, 1500, 30)])
    box = next(box for box in app.file_uploader if box.label == "Another file in its place")
    box.set_value([("april.csv", longer, "text/csv")]).run()
    assert "4 rows read" in text_of(app)
    assert "“late tea”" in text_of(app)
    replacing(app)
    press(app, "Remove this file")
    assert "Try the sample journal" in [button.label for button in app.button]


def replacing(app: AppTest) -> None:
    """Opens what replaces or removes the only file."""
    app.session_state[f"file of 0 {app.session_state['version']}"] = True
    app.run()
