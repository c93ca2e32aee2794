"""Fluid, activity and the rest of the days on screen. Oracle: by hand."""

import re

import pytest

from tests.journal_files import in_litres
from tests.without_browser import all_of, answer, open_app, unfold

pytestmark = pytest.mark.usefixtures("remembered", "fresh_caches")


def test_fluid_is_first_in_the_unit_that_stands_in_the_cells_and_can_be_shown_in_any() -> None:
    """Oracle: the units of the switch by hand; two pints a day beside nights with and without a cramp."""
    rows = "".join(f"2025-03-{night:02d},{night % 2},{2 + night % 3} pints\n" for night in range(1, 31))
    app = open_app([("diary.csv", f"Night of,Leg cramps,Water\n{rows}".encode())])
    assert app.selectbox(key="volume").value == "pints"
    assert app.selectbox(key="volume").options == ["litres", "fl oz", "pints", "US pints", "cups", "glasses"]
    app.selectbox(key="volume").set_value("cups").run()
    assert not app.exception
    assert app.session_state["volume"] == "cups"


def test_how_fluid_is_said_and_what_is_drawn_on_request() -> None:
    """Table and days before come with their figures when they are opened. A switch changes how a number is
    said, with its unit: range to 95 % CI, litres to fluid ounces."""
    app = open_app(in_litres(), "Hydration")
    assert not app.table
    charts = len(app.get("plotly_chart"))
    unfold(app, "table hydration")
    assert "Cramps a week" in app.table[0].value.columns
    assert len(app.get("plotly_chart")) == charts
    assert "The day before the night" not in all_of(app)
    unfold(app, "lags hydration")
    assert len(app.get("plotly_chart")) == charts + 1
    said = all_of(app)
    assert "The day before the night" in said
    assert "fault in the program" not in said
    assert "95 % CI" not in said
    assert re.search(r"\d L\b", said)
    answer(app, "Wording", "clinical")
    assert "95 % CI" in all_of(app)
    answer(app, "Fluid in", "fl oz")
    assert "fl oz/day" in all_of(app)
    assert not re.search(r"\d L\b", all_of(app))
