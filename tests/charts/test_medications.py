"""Before and after, on and off, and two periods, asserted as data."""

from collections.abc import Callable
from datetime import date
from inspect import signature

import pytest

from analysis.charts import plot_change, plot_compare, plot_course
from analysis.measures import compare_periods
from analysis.measures.medications import Course, courses, medication_changes
from analysis.measures.results import Rate
from tests.charts.made import change, course, made_review, refused_change, refused_course
from tests.journals import make_journal


def one(figure, name):  # type: ignore[no-untyped-def]
    return next(trace for trace in figure.data if trace.name == name)


def test_dots_are_the_rates_before_and_after() -> None:
    """Oracle: 4.3 (3.1 to 5.8) in 51 nights, 1.9 (1.2 to 2.9) in 53, eight weeks each."""
    figure = plot_change(change())
    dots = one(figure, "rates")
    assert list(dots.x) == [4.3, 1.9]
    assert list(dots.error_x.array) == pytest.approx([1.5, 1.0])
    assert list(dots.error_x.arrayminus) == pytest.approx([1.2, 0.7])
    names = list(figure.layout.yaxis.ticktext)
    assert names[0].startswith("8 weeks before<br>")
    assert "51 logged nights" in names[0]
    assert names[1].startswith("8 weeks after<br>")


def test_the_usual_range_lies_behind_the_rate_after() -> None:
    """Oracle: 2.1 to 5.9; the rate after stands at 1."""
    shape = plot_change(change()).layout.shapes[0]
    assert (shape.x0, shape.x1) == (2.1, 5.9)
    assert shape.y0 < 1 < shape.y1
    assert shape.layer == "below"


def test_a_refused_change_shows_nights_and_what_is_missing_but_no_rate() -> None:
    """Oracle: by hand: 51 nights before, 4 after and 10 more needed: 14 on each side."""
    figure = plot_change(refused_change())
    bars = one(figure, "nights")
    assert [trace.name for trace in figure.data] == ["nights"]
    assert list(bars.x) == [51, 4]
    assert figure.layout.shapes[0].x0 == figure.layout.shapes[0].x1 == 14
    assert [(item.text, item.y) for item in figure.layout.annotations] == [
        ("14 needed", 1),
        ("10 more needed", 1),
    ]


def test_where_no_further_night_can_come_the_short_side_has_too_few() -> None:
    """Oracle: by hand: 9 nights before and 20 after, of 14 on each side; the change before was too near."""
    near = refused_change(
        before=Rate(9, 3.0, 2.3, 1, 5), after=Rate(20, 7.0, 2.5, 1, 5), nights_needed=None,
        reason="previous_change_too_near",
    )  # fmt: skip
    said = plot_change(near).layout.annotations
    assert [(item.text, item.y) for item in said] == [("14 needed", 1), ("5 too few", 0)]


def test_where_cramps_are_missing_they_stand_behind_the_nights() -> None:
    """Oracle: by hand: 1 and 2 cramps; no number of nights is asked for."""
    few = refused_change(
        before=Rate(30, 1.0, 0.2, 0, 1), after=Rate(30, 2.0, 0.5, 0, 2), nights_needed=None,
        reason="too_few_cramps",
    )  # fmt: skip
    figure = plot_change(few)
    assert list(one(figure, "nights").text) == ["1 cramp", "2 cramps"]
    assert not figure.layout.shapes


@pytest.mark.parametrize(
    ("draw", "measure", "name"),
    [
        (plot_change, medication_changes, "least_nights"),
        (plot_course, courses, "least_nights"),
        (plot_compare, compare_periods, "least_logged"),
    ],
)
def test_the_nights_needed_are_those_of_the_measure(
    draw: Callable[..., object], measure: Callable[..., object], name: str
) -> None:
    """Oracle: the default of the measure itself."""
    asked = [signature(each).parameters[name].default for each in (draw, measure)]
    assert asked[0] == asked[1]


def test_a_refused_change_without_a_night_says_so() -> None:
    """Oracle: no night on either side."""
    nothing = Rate(0, 0.0, None)
    figure = plot_change(refused_change(before=nothing, after=nothing, nights_needed=None))
    assert not figure.data
    assert figure.layout.annotations[0].text == "Too few nights."


@pytest.mark.parametrize("high", [2.0, 30.0, 200.0])
def test_no_interval_leaves_the_axis(high: float) -> None:
    """Oracle: the upper end of the interval against the end of the axis."""
    figure = plot_change(change(after=Rate(20, 3.0, 1.0, 0.2, high)))
    assert figure.layout.xaxis.range[1] > high


def test_a_course_stands_off_above_on_with_its_stretches() -> None:
    """Oracle: by hand: 9 cramps in 20 nights on are 3.15 a week, 60 in 120 off are 3.5."""
    stretches = ((date(2025, 3, 1), date(2025, 3, 20)), (date(2025, 12, 25), date(2026, 1, 5)))
    figure = plot_course(course(periods=stretches))
    dots = one(figure, "rates")
    assert list(dots.x) == pytest.approx([3.5, 3.15])
    names = list(figure.layout.yaxis.ticktext)
    assert (names[0].split("<br>")[0], names[1].split("<br>")[0]) == ("Nights off it", "Nights on it")
    assert "120 logged nights" in names[0]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
    assert dots.hovertext[1].endswith("1 to 20 Mar 2025<br>25 Dec 2025 to 5 Jan 2026")
    assert "Mar" not in dots.hovertext[0]


def test_a_course_of_many_stretches_names_the_first_six() -> None:
    """Oracle: by hand: ten of a week each, so four are left."""
    stretches = tuple((date(2025, 1 + place, 1), date(2025, 1 + place, 7)) for place in range(10))
    hover = one(plot_course(course(periods=stretches)), "rates").hovertext[1]
    assert hover.count(" 2025") == 6
    assert hover.endswith("and 4 more stretches")


@pytest.mark.parametrize("made", [course(), refused_course()])
def test_nights_that_are_only_assumed_are_not_called_logged(made: Course) -> None:
    """Oracle: the word itself, in axes, names and hovers."""
    assert "logged night" in str(plot_course(made).to_dict()).lower()
    assert "logged" not in str(plot_course(made, assumed=True).to_dict()).lower()


def test_a_refused_course_shows_nights_and_what_is_missing() -> None:
    """Oracle: by hand: 4 nights on and 10 more needed are 14."""
    figure = plot_course(refused_course())
    assert list(one(figure, "nights").x) == [120, 4]
    assert [item.text for item in figure.layout.annotations] == ["14 needed", "10 more needed"]


def test_two_periods_stand_earlier_above_later() -> None:
    """Oracle: the comparison's own dates and rates."""
    recent = made_review(make_journal([1.0] * 60)).frequency.recent
    figure = plot_compare(recent)
    assert list(one(figure, "rates").x) == [recent.previous.per_week, recent.current.per_week]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
    assert figure.layout.yaxis.ticktext[0].startswith("9 Dec 2024 to 5 Jan 2025")
