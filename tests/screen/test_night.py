"""The card of a night: which one a click opens. Oracle: by hand; what a chart tells is made here."""

from datetime import date
from typing import Any

import pytest
import streamlit as st

from analysis.screen import night
from tests.journal_files import as_csv
from tests.without_browser import Held, open_app, opened_at, press


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


@pytest.mark.usefixtures("remembered", "fresh_caches")
def test_a_night_is_opened_whole_on_a_phone() -> None:
    """Tables of more than twelve rows wait there for a click, but not that of a night with thirteen. The last
    night with cramps is that of 2 March, in row 3 of the file."""
    headings = (
        "Night of", "Cramps", "Pain", "Time", "Water (mL)", "Activity (min)", "Steps", "Sleep (h)", "Coffee",
        "Alcohol", "Stretching", "Fatigue", "Swelling", "Notes",
    )  # fmt: skip
    beside = (1500, 30, 4000, 7, 1, 0, "yes", 3, "no", "kept me up")
    nights = (("2025-03-01", 0, "", ""), ("2025-03-02", 3, 8, "02:10"), ("2025-03-03", 0, "", ""))
    app = open_app()
    app.session_state["narrow"] = True
    diary = as_csv(headings, [(*each, *beside) for each in nights])
    app.file_uploader[0].set_value([("diary.csv", diary, "text/csv")]).run()
    press(opened_at(app, "Nights"), "Open a night")
    assert "Night of Sunday, 2 March 2025" in [each.value.replace("\\", "") for each in app.header]
    (table,) = app.table
    assert len(table.value) == 13
    told = table.value.to_string().replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")
    assert "3 cramps" in told
    assert "diary.csv, row 3" in told
