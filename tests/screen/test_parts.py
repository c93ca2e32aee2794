"""Parts of the screen. Oracle: lines read by hand."""

from types import SimpleNamespace

import numpy as np
import pytest
from plotly.graph_objects import Bar

from analysis.charts import Figure
from analysis.screen.parts import _in_a_line, kept_chart
from tests.journal_files import a_season
from tests.without_browser import open_app, text_of


def test_a_row_on_a_phone_parts_each_head_from_its_cell() -> None:
    """Oracle: by hand: an empty cell has no head."""
    row = {"Medicine": "Magnesium", "Taken": "all the time", "Dose": " ", "Nights": "12"}
    assert _in_a_line(row) == "**Magnesium**: Taken: all the time; Nights: 12"


def test_a_question_as_a_name_needs_no_colon() -> None:
    """Oracle: by hand: a column of a form is a question."""
    assert _in_a_line({"Column": "Which leg?", "Nearest": "Side"}) == "**Which leg?** Nearest: Side"


@pytest.mark.parametrize(("chosen", "says"), [(True, "event+select"), (False, None)])
def test_a_chart_that_is_kept_is_drawn_and_packed_once(
    monkeypatch: pytest.MonkeyPatch, *, chosen: bool, says: str | None
) -> None:
    """Oracle: Plotly's own dictionary of the figure; what its reference calls a click that selects, which
    Streamlit leaves where a figure says it."""
    monkeypatch.setattr("streamlit.session_state", SimpleNamespace(kept={}))
    drawn: list[Figure] = []

    def make() -> Figure:
        drawn.append(Figure(Bar(x=np.arange(3), y=[1, 2, 0])))
        return drawn[-1]

    first, again = (kept_chart("timeline", 1, make, chosen=chosen) for _ in range(2))
    assert first is again is not None
    assert len(drawn) == 1
    told = first.to_dict()
    assert told["layout"].pop("clickmode", None) == says
    assert told == Figure(Bar(x=np.arange(3), y=[1, 2, 0])).to_dict()
    assert first.to_dict() is told


def test_no_chart_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Oracle: a fault, which is then said each time."""
    monkeypatch.setattr("streamlit.session_state", SimpleNamespace(kept={}))
    assert kept_chart("timeline", 1, lambda: None, chosen=True) is None


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("view", ["Summary", "Hydration", "Medication", "Nights", "Everything together"])
def test_a_chart_is_the_same_to_the_browser_whatever_the_wording(view: str) -> None:
    """Oracle: Streamlit's names of the charts, under which the browser knows what it has drawn; the lines
    beside them are others."""
    app = open_app(a_season(), view)
    before, said = [chart.proto.id for chart in app.get("plotly_chart")], text_of(app)
    app.session_state["wording"] = "clinical"
    app.run()
    assert before
    assert [chart.proto.id for chart in app.get("plotly_chart")] == before
    assert text_of(app) != said
