"""The card of a night: which one a click opens. Oracle: by hand; what a chart tells is made here."""

from datetime import date
from typing import Any

import pytest
import streamlit as st

from analysis.screen import night
from tests.without_browser import Held


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    holds = Held()
    monkeypatch.setattr(st, "session_state", holds)
    return holds


def clicked(*points: dict[str, Any]) -> dict[str, Any]:
    return {"selection": {"points": [*points]}}


@pytest.mark.parametrize(
    ("points", "opened"),
    [
        ([], None),
        ([{"customdata": ["2025-03-01", "two cramps"]}], date(2025, 3, 1)),
        ([{"customdata": ["2025-03-01"]}, {"customdata": ["2025-03-02"]}], date(2025, 3, 1)),
        ([{"customdata": None}], None),
        ([{"customdata": []}], None),
        ([{"x": 3}], None),
        ([{"customdata": [12]}], None),
    ],
)
def test_a_click_opens_the_night_that_it_hits_and_nothing_where_it_hits_none(
    held: Held, points: list[dict[str, Any]], opened: date | None
) -> None:
    held["calendar"] = clicked(*points)
    assert night.chosen_night("calendar") == opened
    night.open_clicked("calendar")
    assert held.get("card") == opened


def test_the_card_opens_once_for_each_time_that_somebody_asks(
    held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[object, ...]] = []
    monkeypatch.setattr(night, "card", lambda *given: opened.append((held["card night"], *given)))
    night.card_window("everyday", "litres", 250)
    night.begin_card(date(2025, 3, 1))
    for _ in range(2):
        night.card_window("everyday", "litres", 250)
    assert opened == [(date(2025, 3, 1), "everyday", "litres", 250)]
    night.move(date(2025, 3, 2))
    assert held["card night"] == date(2025, 3, 2)
