"""The forest of all questions, asserted as data."""

from datetime import date
from math import log2
from typing import get_args

import numpy as np
import pytest

from analysis.charts import Display, plot_forest
from analysis.charts.forest import forest_lines
from analysis.charts.ratio_axis import ends, half_width, place
from analysis.measures.refusals import Reason
from analysis.measures.results import NO_RATIO, RateRatio
from analysis.review import Review
from analysis.words import missing_briefly, table_questions
from tests.charts.made import (
    answer,
    change,
    course,
    made_review,
    refused_answer,
    refused_change,
    yes_no_answer,
)
from tests.journals import make_journal


def mixed() -> Review:
    return made_review(
        make_journal([1.0] * 30),
        exposures=[refused_answer(), yes_no_answer(), answer()],
        changes=[change(q_value=0.01, change_ratio=RateRatio(0.43, 0.24, 0.78, 0.001)), refused_change()],
        courses=[course()],
    )


def test_a_ratio_stands_at_its_logarithm() -> None:
    """Oracle: by hand."""
    assert [place(ratio) for ratio in (0.25, 0.5, 1.0, 2.0, 4.0)] == [-2, -1, 0, 1, 2]
    assert place(0) == -float("inf")
    assert place(float("inf")) == float("inf")


def test_the_axis_is_wide_enough_for_every_estimate() -> None:
    """Oracle: by hand: 6 times is 2.6 doublings; nothing asks for less than 2 or more than 4."""
    assert half_width([]) == 2
    assert half_width([RateRatio(6.0, 3.0, 12.0, 0.01)]) == 3
    assert half_width([RateRatio(40.0, 3.0, 400.0, 0.01)]) == 4


def test_open_intervals_run_off_the_axis() -> None:
    """Oracle: what RateRatio says: none in the reference: no upper bound; none after: low 0."""
    no_reference = ends(RateRatio(None, 2.0, None, 0.01), 2)
    assert no_reference is not None
    assert (no_reference.low, no_reference.off_left, no_reference.off_right) == (1.0, False, True)
    none_after = ends(RateRatio(0.0, 0.0, 0.5, 0.01), 2)
    assert none_after is not None
    assert (none_after.high, none_after.off_left, none_after.off_right) == (-1.0, True, False)
    assert ends(NO_RATIO, 2) is None


def test_lines_stand_by_evidence_with_nulls_and_refusals() -> None:
    """Oracle: by hand: q 0.01 and 0.02 with a direction, two nulls of q 0.8 by p, then the two refusals."""
    names = [line.name for line in forest_lines(mixed(), Display())]
    assert names[0] == "Magnesium started 29 Jun 2025"
    assert names[1] == "Fluid: per extra 500 mL"
    assert set(names[2:4]) == {"Stretching: yes v no", "Prednisone: on v off"}
    assert set(names[4:]) == {"Alcohol: per extra drink", "Magnesium started 29 Jun 2025"}
    assert len(names) == 6


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


def many_refused(count: int) -> Review:
    changes = [refused_change(date(2025, 1 + place // 28, 1 + place % 28)) for place in range(count)]
    return made_review(make_journal([1.0] * 30), exposures=[answer(), yes_no_answer()], changes=changes)


@pytest.mark.parametrize(("count", "shown", "closing"), [(8, 8, None), (9, 9, None), (40, 8, "32 more")])
def test_many_refusals_end_in_one_closing_line(count: int, shown: int, closing: str | None) -> None:
    """Oracle: by hand: eight stand by name; a ninth alone would take as much room as the line for it."""
    figure = plot_forest(many_refused(count))
    names = list(figure.layout.yaxis.ticktext)
    refused = next(trace for trace in figure.data if trace.name == "refused")
    assert len(refused.y) == shown + (closing is not None)
    assert len(names) == 2 + len(refused.y)
    assert (names[-1] if closing else None) == closing
    assert len(forest_lines(many_refused(count), Display())) == 2 + count
    if closing:
        assert figure.layout.annotations[-1].text == "too little recorded"
        assert list(refused.customdata[-1]) == []
        assert "row in the table" in refused.hovertext[-1]


def test_forty_refusals_are_hardly_taller_than_ten() -> None:
    """Oracle: by hand: nine rows instead of nine, however many there are."""
    assert plot_forest(many_refused(40)).layout.height == plot_forest(many_refused(10)).layout.height


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


def test_where_no_number_of_nights_would_do_the_line_says_why() -> None:
    """Oracle: the names in ``Reason``; every one has its words, and no line of a phone is too narrow."""
    reasons = list(get_args(Reason))
    answers = [refused_answer(question=reason, nights_needed=None, reason=reason) for reason in reasons]
    figure = plot_forest(made_review(make_journal([0.0] * 40), exposures=answers[:8]))
    said = [item.text for item in figure.layout.annotations]
    assert "no cramp is recorded" in said
    assert "too few cramps" in said
    briefly = [missing_briefly(reason, None) for reason in reasons]
    assert len(set(briefly)) == len(reasons)
    assert "too little recorded" not in briefly
    assert max(len(words) for words in briefly) <= len(missing_briefly("too_few_nights", 100))


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


def test_the_hover_says_each_ratio_as_its_table_does() -> None:
    """Oracle: the row of `table_questions` for the same question, figure by figure."""
    made_of = mixed()
    figure = plot_forest(made_of, Display())
    hovers = " ".join(
        str(text) for trace in figure.data if trace.name == "answers" for text in trace.hovertext or ()
    )
    rows = table_questions(made_of, "everyday", "mL", 250.0)
    answered = [row for row in rows if isinstance(row.get("Times as many"), float)]
    assert answered
    for row in answered:
        assert f"{row['Times as many']:.2f} ({row['Range']})" in hovers
