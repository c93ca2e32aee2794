"""Parts of the screen. Oracle: lines read by hand."""

from analysis.screen.parts import _in_a_line


def test_a_row_on_a_phone_parts_each_head_from_its_cell() -> None:
    """Oracle: by hand: an empty cell has no head."""
    row = {"Medicine": "Magnesium", "Taken": "all the time", "Dose": " ", "Nights": "12"}
    assert _in_a_line(row) == "**Magnesium**: Taken: all the time; Nights: 12"
