"""The keys of the timeline. The oracle is their geometry, done again here."""

import numpy as np
import pytest

from analysis.charts.template import Display
from analysis.charts.timeline.key import Entry, Kind, key_above, night_entries

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


@pytest.mark.parametrize(
    ("kind", "corners"), [("right", 3), ("up", 3), ("down", 3), ("square", 4), ("circle", 0)]
)
def test_marks_of_changes_are_drawn_inside_their_box(kind: Kind, corners: int) -> None:
    """Oracle: a triangle has three corners and a square four; the box is 11 px wide and begins the key."""
    (shape,) = key_above([Entry("started", kind, "#111111")], 0.5, 900, Display()).shapes
    if corners:
        points = [tuple(map(float, point.split(","))) for point in shape["path"].strip("MZ").split("L")]
        assert len(points) == corners
        assert all(0 <= x <= 11 for x, _ in points)
    else:
        assert (shape["type"], shape["x0"] >= 0, shape["x1"] <= 11) == ("circle", True, True)
    assert shape["fillcolor"] == "#111111"


def test_without_entries_there_is_no_key() -> None:
    """Oracle: by hand."""
    key = key_above([], 0.5, 900, Display())
    assert (len(key.shapes), len(key.texts), key.height) == (0, 0, 0.0)


@pytest.mark.parametrize(
    ("counts", "wide", "narrow"),
    [
        ([0, 1, 2, 3], ["no cramp", "1 cramp", "2", "3 or more"], ["none", "1", "2", "3+"]),
        ([0, 1, 0], ["no cramp", "1 cramp"], ["none", "1"]),
        ([0, 2, float("nan")], ["no cramp", "2 cramps", "not logged"], ["none", "2", "not logged"]),
        ([7], ["3 or more"], ["3+"]),
    ],
)
def test_the_key_of_nights_names_no_shade_that_does_not_occur(
    counts: list[float], wide: list[str], narrow: list[str]
) -> None:
    """Oracle: by hand."""
    found = np.array(counts, dtype=float)
    for display, names in ((Display(), wide), (Display(narrow=True), narrow)):
        assert [entry.name for entry in night_entries(found, display, assumed=False)] == names
