"""Fluid, activity and the rest of the days on screen. Oracle: by hand."""

import pytest

from tests.without_browser import open_app

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
