"""What is typed becomes an entry, or nothing while something is missing. Oracle: by hand."""

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analysis.journal import Added
from analysis.screen.typed import BEFORE, FORMS


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
