"""Shapes as SVG text. Oracle: what an XML reader finds in them, and coordinates by hand."""

from xml.etree import ElementTree

from analysis.report.letters import FAMILY
from analysis.report.svg import SMALLEST, diamond, drawing, label, line, path, rect
from tests.report.pages import HOSTILE


def attributes(shape: str) -> dict[str, str]:
    return ElementTree.fromstring(shape).attrib


def test_text_of_a_journal_is_the_text_of_a_label() -> None:
    """An XML reader gives back letter for letter what was written; there is no other element."""
    element = ElementTree.fromstring(label(1, 2, HOSTILE, "#000000", anchor="end"))
    assert (element.tag, element.text, len(element)) == ("text", HOSTILE, 0)
    assert (element.attrib["font-family"], element.attrib["text-anchor"]) == (FAMILY, "end")
    assert float(element.attrib["font-size"]) == SMALLEST


def test_lines_stop_where_a_run_ends() -> None:
    """By hand: two runs are two movements; an empty one is none, and nothing at all draws nothing."""
    drawn = attributes(path([[(0, 1), (2, 3)], [], [(4, 5), (6, 7.126)]], "#111111", 1.5))["d"]
    assert drawn == "M0.00 1.00 L2.00 3.00 M4.00 5.00 L6.00 7.13"
    assert path([[], []], "#111111", 1.5) == ""


def test_a_bar_is_never_less_than_nothing() -> None:
    """A width below 0 is an error of SVG, with which a reader leaves the whole drawing."""
    assert attributes(rect(1, 2, -3, 4, "#222222")) == {
        "x": "1.00", "y": "2.00", "width": "0.00", "height": "4.00", "fill": "#222222", "stroke": "none",
        "stroke-width": "0.5",
    }  # fmt: skip


def test_a_line_is_dashed_only_where_that_is_asked_for() -> None:
    assert "stroke-dasharray" not in attributes(line(0, 0, 1, 1, "#333333"))
    assert attributes(line(0, 0, 1, 1, "#333333", dash="2 2"))["stroke-dasharray"] == "2 2"


def test_a_diamond_has_its_corners_around_its_point() -> None:
    """By hand: left, top, right and bottom of (5, 6) at a distance of 2."""
    assert attributes(diamond(5, 6, 2, "#444444", "#555555"))["d"] == (
        "M3.00 6.00L5.00 4.00L7.00 6.00L5.00 8.00Z"
    )


def test_a_drawing_holds_its_shapes_in_order() -> None:
    whole = ElementTree.fromstring(
        drawing(100.4, 50, [rect(0, 0, 1, 1, "#666666"), label(0, 0, "a", "#777777")])
    )
    assert [element.tag.rpartition("}")[2] for element in whole] == ["defs", "rect", "text"]
    assert (whole.attrib["width"], whole.attrib["viewBox"]) == ("100pt", "0 0 100 50")
