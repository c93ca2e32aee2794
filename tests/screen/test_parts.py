"""Parts of the screen. Oracle: lines read by hand."""

from analysis.screen.parts import _in_a_line


def test_a_row_on_a_phone_parts_each_head_from_its_cell() -> None:
    """Oracle: by hand: an empty cell has no head."""
    row = {"Medicine": "Magnesium", "Taken": "all the time", "Dose": " ", "Nights": "12"}
    assert _in_a_line(row) == "**Magnesium**: Taken: all the time; Nights: 12"


def test_a_question_as_a_name_needs_no_colon() -> None:
    """Oracle: by hand: a column of a form is a question."""
    assert _in_a_line({"Column": "Which leg?", "Nearest": "Side"}) == "**Which leg?** Nearest: Side"
