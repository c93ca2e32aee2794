"""Where in the leg, asserted as data."""

from dataclasses import replace

from analysis.charts import plot_places
from analysis.measures.patterns import Place
from tests.charts.made import patterns
from tests.charts.test_patterns import one


def test_places_hold_their_numbers() -> None:
    """Oracle: by hand: calf 41 left, 22 right, 5 not said; foot 6 left; toes 2 both."""
    figure = plot_places(patterns().places)
    fields = next(trace for trace in figure.data if trace.name == "places")
    assert list(figure.layout.yaxis.ticktext) == ["Calf", "Foot", "Toes"]
    assert list(figure.layout.xaxis.ticktext) == ["Left", "Right", "Both", "Not said"]
    assert [list(row) for row in fields.z] == [[41, 22, 0, 5], [6, 0, 0, 0], [0, 0, 2, 0]]
    assert list(one(figure, "numbers").text) == ["41", "22", "0", "5", "6", "0", "0", "0", "0", "0", "2", "0"]


def test_without_a_side_only_what_is_said_has_a_column() -> None:
    """Oracle: by hand: foot 6 and calf 3, no side told; no muscle said comes last, with its 9."""
    some = patterns().places[0]
    told = (("foot", 6), ("calf", 3), (None, 9))
    figure = plot_places([replace(some, muscle=muscle, side=None, cramps=count) for muscle, count in told])
    fields = next(trace for trace in figure.data if trace.name == "places")
    assert list(figure.layout.yaxis.ticktext) == ["Foot", "Calf", "Not said"]
    assert list(figure.layout.xaxis.ticktext) == ["Not said"]
    assert [list(row) for row in fields.z] == [[6], [3], [9]]
    assert fields.zmax == 9


def test_nothing_told_is_a_calm_sentence() -> None:
    assert plot_places([]).layout.annotations[0].text == "No cramp says where it was."


def test_long_muscles_stand_in_two_lines_and_markup_is_text() -> None:
    """Oracle: by hand: 14 letters a line, and plotly reads <b> as bold."""
    figure = plot_places(
        [
            Place("gastrocnemius, medial head", "left", 3),
            Place("<b>abductor hallucis brevis of the foot", None, 1),
        ]
    )
    first, second = figure.layout.yaxis.ticktext
    assert first == "Gastrocnemius,<br>medial head"
    assert second.count("<br>") == 1
    assert second.endswith("…")
    assert "<b>" not in str(figure.to_dict())
