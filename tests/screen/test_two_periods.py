"""Which two periods are compared. Oracle: the dates by hand."""

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analysis.screen.two_periods import HALVES, OTHER_DATES, VISIT
from tests.journal_files import in_litres
from tests.without_browser import answer, open_app, text_of, unfold

FIRST, LAST = date(2024, 9, 1), date(2025, 8, 31)


def picking() -> None:
    from datetime import date

    import streamlit as st

    from analysis.screen.two_periods import pick_two

    st.session_state.setdefault("answered", {})
    first, last = st.session_state.ends
    st.session_state.picked = pick_two(date.fromisoformat(first), date.fromisoformat(last), "north")


def picked(first: date, last: date, asked: str, *days: Any) -> tuple[list[str], Any]:
    """What can be asked, and the two periods once ``asked`` was chosen and the days were given."""
    at = AppTest.from_function(picking)
    at.session_state["ends"] = (str(first), str(last))
    at.run()
    at.selectbox[0].set_value(asked).run()
    for place, day in enumerate(days):
        at.date_input[place].set_value(day)
    at.run()
    assert not at.exception
    return at.selectbox[0].options, at.session_state["picked"]


def test_two_halves_share_no_night_and_leave_none_out() -> None:
    options, (early, late) = picked(FIRST, LAST, HALVES)
    assert options[:2] == [HALVES, VISIT]
    assert options[-1] == OTHER_DATES
    assert (early[0], late[1]) == (FIRST, LAST)
    assert (late[0] - early[1]).days == 1
    assert abs((early[1] - early[0]).days - (late[1] - late[0]).days) <= 1


def test_a_visit_parts_as_many_nights_before_its_day_from_those_after_it() -> None:
    """91 nights on each side: December, January and February before, three months from March on."""
    _, (before, after) = picked(FIRST, LAST, VISIT, date(2025, 3, 1))
    assert before == (date(2024, 11, 30), date(2025, 2, 28))
    assert after == (date(2025, 3, 1), date(2025, 5, 30))


def test_seasons_are_those_that_the_journal_holds_twice() -> None:
    options, (earlier, later) = picked(FIRST, date(2026, 2, 28), "Winter 2025/26 and the winter before")
    assert options[2:-1] == ["Winter 2025/26 and the winter before", "Autumn 2025 and the autumn before"]
    assert earlier == (date(2024, 12, 1), date(2025, 2, 28))
    assert later == (date(2025, 12, 1), date(2026, 2, 28))
    assert picked(FIRST, LAST, HALVES)[0] == [HALVES, VISIT, OTHER_DATES]


@pytest.mark.parametrize("half", [(date(2024, 9, 1),), ()])
def test_a_period_that_is_half_picked_is_none(half: tuple[date, ...]) -> None:
    whole = (date(2025, 1, 1), date(2025, 1, 31))
    assert picked(FIRST, LAST, OTHER_DATES, half, whole)[1] is None
    assert picked(FIRST, LAST, OTHER_DATES, (FIRST, date(2024, 9, 30)), whole)[1] == (
        (FIRST, date(2024, 9, 30)),
        whole,
    )


@pytest.mark.usefixtures("remembered", "fresh_caches")
def test_two_periods_are_compared_when_somebody_looks() -> None:
    """By hand: 91 nights on each side of 11 April, the first evening of the second half of 200 nights."""
    app = open_app(in_litres())
    heading = "The later against the earlier"
    both = "11 April to 10 July 2025 against 10 January to 10 April 2025"
    assert heading not in text_of(app)
    unfold(app, "compare")
    assert heading in [each.value for each in app.header]
    assert both not in text_of(app)
    answer(app, "Periods", "Before and after a visit")
    assert both in text_of(app)
    assert "fault in the program" not in text_of(app)
