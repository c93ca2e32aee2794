"""Parts of the screen. Oracle: lines read by hand."""

import pytest

from analysis.charts import Figure
from analysis.screen.parts import _in_a_line, chart


def test_a_row_on_a_phone_parts_each_head_from_its_cell() -> None:
    """Oracle: by hand: an empty cell has no head."""
    row = {"Medicine": "Magnesium", "Taken": "all the time", "Dose": " ", "Nights": "12"}
    assert _in_a_line(row) == "**Magnesium**: Taken: all the time; Nights: 12"


def test_a_question_as_a_name_needs_no_colon() -> None:
    """Oracle: by hand: a column of a form is a question."""
    assert _in_a_line({"Column": "Which leg?", "Nearest": "Side"}) == "**Which leg?** Nearest: Side"


@pytest.mark.parametrize(("options", "says"), [({"on_select": "rerun"}, "event+select"), ({}, None)])
def test_a_chart_whose_marks_are_chosen_says_so_itself(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, str], says: str | None
) -> None:
    """Oracle: what Plotly's reference calls a click that selects; Streamlit keeps what a figure says."""
    drawn: list[Figure] = []
    monkeypatch.setattr("streamlit.plotly_chart", lambda figure, **_: drawn.append(figure))
    chart("timeline", "Night by night", Figure(), **options)
    assert drawn[0].layout.clickmode == says
