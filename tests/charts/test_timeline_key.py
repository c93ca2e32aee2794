"""The keys of the timeline. The oracle is their geometry, done again here."""

import pytest

from analysis.charts.template import Display
from analysis.charts.timeline_key import Entry, key_above

ENTRIES = [
    Entry("each week", "box", "#111111", "#222222"),
    Entry("last 28 nights", "line", "#333333"),
    Entry("under 4 nights logged", "box", "#ffffff"),
    Entry("95 % range", "range", "#444444"),
    Entry("not logged", "hatched", "#555555"),
]


@pytest.mark.parametrize("display", [Display(), Display(large=True), Display(narrow=True, large=True)])
@pytest.mark.parametrize("room", [240.0, 560.0])
def test_names_neither_touch_each_other_nor_leave_the_room(display: Display, room: float) -> None:
    """Oracle: 0.47 of the size of the type for a letter, and a letter to spare; boxes line by line."""
    key = key_above(ENTRIES, 0.5, room, display)
    assert [text["text"] for text in key.texts] == [entry.name for entry in ENTRIES]
    ends: dict[float, float] = {}
    for text in key.texts:
        assert text["xshift"] > ends.get(text["yshift"], -60)
        ends[text["yshift"]] = text["xshift"] + 0.47 * display.small * len(text["text"])
        assert ends[text["yshift"]] <= room + display.small
        assert 0 < text["yshift"] < key.height
    assert len(ends) == round(key.height / (display.small + 7))


def test_every_entry_has_a_mark_before_its_name() -> None:
    """Oracle: by hand: boxes and lines one shape each, the hatched box its frame and its strokes."""
    key = key_above(ENTRIES, 0.5, 900, Display())
    assert [shape["type"] for shape in key.shapes] == ["rect", "line", "rect", "line", "rect", "path"]
    assert all(shape["yanchor"] == 0.5 and shape["xsizemode"] == "pixel" for shape in key.shapes)
    for shape, text in zip(key.shapes[:4], key.texts, strict=False):
        assert shape["x1"] < text["xshift"]


def test_without_entries_there_is_no_key() -> None:
    """Oracle: by hand."""
    key = key_above([], 0.5, 900, Display())
    assert (len(key.shapes), len(key.texts), key.height) == (0, 0, 0.0)
