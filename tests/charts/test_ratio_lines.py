"""Rate ratios under each other, asserted as data: marks, names, and the lines without a ratio."""

from dataclasses import replace
from datetime import date
from math import log2

import numpy as np
import pytest

from analysis.charts import Display, plot_forest
from analysis.measures import Verdict
from tests.charts.made import (
    change,
    made_review,
    refused_answer,
    refused_change,
)
from tests.charts.test_forest import mixed
from tests.charts.timeline.parts import START
from tests.journals import make_journal


def test_marks_are_the_ratios_and_squares_the_clear_ones() -> None:
    """Oracle: log2 of each adjusted ratio; a direction is a square."""
    figure = plot_forest(mixed())
    marks = next(trace for trace in figure.data if trace.name == "answers")
    assert list(marks.x) == pytest.approx([log2(0.43), log2(0.74), log2(0.9), log2(0.96)])
    assert list(marks.marker.symbol) == ["square", "square", "circle", "circle"]
    assert [tuple(key) for key in marks.customdata] == [
        ("medication_changes", 0),
        ("exposures", 2),
        ("courses", 0),
        ("exposures", 1),
    ]


def test_crude_ratios_are_hollow_and_thinner() -> None:
    """Oracle: log2 of the crude ratios; changes and courses have none."""
    figure = plot_forest(mixed())
    crude = next(trace for trace in figure.data if trace.name == "crude")
    assert list(crude.x) == pytest.approx([log2(0.70), log2(0.93)])
    assert crude.marker.color == Display().palette.paper
    widths = [trace.line.width for trace in figure.data if trace.name == "intervals" and list(trace.x)]
    assert widths[0] < min(widths[1:])


def test_refusals_say_how_many_nights_are_missing_and_can_be_clicked() -> None:
    """Oracle: nights_needed: 6 and 10."""
    figure = plot_forest(mixed())
    said = [item.text for item in figure.layout.annotations]
    assert said == ["too few nights: 6 more needed", "too few nights: 10 more needed"]
    refused = next(trace for trace in figure.data if trace.name == "refused")
    assert [tuple(key) for key in refused.customdata] == [("exposures", 0), ("medication_changes", 1)]


@pytest.mark.parametrize("narrow", [False, True])
def test_names_are_unique_for_forty_changes_of_long_names(narrow: bool) -> None:
    """Oracle: a set of the names shown."""
    long = "Neurontin with a very long name indeed, twice daily and at night"
    changes = [
        change(date(2025, 1 + place // 28, 1 + place % 28), medication=long, generic=None,
               change="start" if place % 2 else "stop")
        for place in range(40)
    ]  # fmt: skip
    figure = plot_forest(made_review(make_journal([1.0]), changes=changes), Display(narrow=narrow))
    names = (
        [item.text for item in figure.layout.annotations] if narrow else list(figure.layout.yaxis.ticktext)
    )
    assert len(names) == len(set(names)) == 40


def test_the_axis_says_which_way_is_fewer() -> None:
    """Oracle: the words and ticks agreed for every axis of ratios."""
    axis = plot_forest(mixed()).layout.xaxis
    assert "fewer cramps" in axis.title.text.split("·")[0]
    assert "more cramps" in axis.title.text.split("·")[1]
    shown = dict(zip(axis.tickvals, axis.ticktext, strict=True))
    assert (shown[-2], shown[-1], shown[0], shown[1], shown[2]) == ("¼", "½", "same", "2×", "4×")


@pytest.mark.parametrize("narrow", [False, True])
def test_where_nothing_is_answered_there_is_no_axis_of_ratios(narrow: bool) -> None:
    """Oracle: a list of refusals has no direction and no key, and each still says what is missing."""
    review = made_review(make_journal([1.0] * 30), exposures=[refused_answer()], changes=[refused_change()])
    figure = plot_forest(review, Display(narrow=narrow))
    assert figure.layout.xaxis.showticklabels is False
    assert not figure.layout.showlegend
    assert not figure.layout.shapes
    said = [item.text for item in figure.layout.annotations]
    assert {"too few nights: 6 more needed", "too few nights: 10 more needed"} <= set(said)


@pytest.mark.parametrize(
    ("verdict", "named"),
    [("fewer_cramps", "clear direction"), ("no_clear_difference", "no clear difference")],
)
def test_the_key_names_no_mark_that_is_not_drawn(verdict: Verdict, named: str) -> None:
    """Oracle: by hand: one change with its verdict, and nothing that could be crude."""
    review = made_review(make_journal([1.0]), changes=[replace(change(START), verdict=verdict)])
    assert [item.name for item in plot_forest(review).data if item.showlegend] == [named]


def test_a_long_name_in_large_type_on_a_phone_has_two_lines_and_the_room_for_them() -> None:
    """Oracle: by hand: "Magnesium citrate started: after v before" is 41 letters and parts at its colon."""
    changes = [change(), change(date(2025, 1, 2), medication="Magnesium citrate", generic=None)]
    review = made_review(make_journal([1.0] * 30), changes=changes)
    figures = [plot_forest(review, Display(narrow=True, large=large)) for large in (False, True)]
    said = [[item.text for item in figure.layout.annotations] for figure in figures]
    assert said[0][1] == "Magnesium citrate started: after v before"
    assert said[1][1] == "Magnesium citrate started:<br>after v before"
    steps = [
        np.diff(next(trace.y for trace in figure.data if trace.name == "answers"))[0] for figure in figures
    ]
    assert steps[1] > steps[0]
