"""Rates side by side, asserted as data. Oracle: by hand."""

import pytest

from analysis.charts.intervals import NamedDot, dots, name_axis, plot_rates, rate_top, upright
from analysis.charts.template import Display
from analysis.measures import Rate

KNOWN = NamedDot("Monday", Rate(20, 10, 3.5, 2.0, 6.0))
OPEN = NamedDot("Tuesday", Rate(20, 10, 4.0, None, None))
REFUSED = NamedDot("Wednesday", Rate(2, 1, None))
ALL = [KNOWN, REFUSED, OPEN]


def test_a_rate_that_was_refused_has_a_name_and_no_dot() -> None:
    """By hand: 2.0 to 6.0 are 1.5 below and 2.5 above 3.5; an end that is not known has no whisker."""
    trace = dots(ALL, Display(), across=False)
    assert (trace["x"], trace["y"]) == ([0, 2], [3.5, 4.0])
    assert (trace["error_y"]["array"], trace["error_y"]["arrayminus"]) == ([2.5, 0.0], [1.5, 0.0])
    assert len(trace["hovertext"]) == 2
    assert len(name_axis(ALL, Display(), across=False)["ticktext"]) == 3


def test_across_the_rates_run_to_the_right_and_the_first_name_stands_on_top() -> None:
    trace = dots(ALL, Display(), across=True, colours=["#111111", "#222222", "#333333"])
    assert (trace["x"], trace["y"]) == ([3.5, 4.0], [0, 2])
    assert trace["marker"]["color"] == ["#111111", "#333333"]
    assert "error_x" in trace
    assert name_axis(ALL, Display(), across=True)["range"] == [2.5, -0.5]


@pytest.mark.parametrize(
    ("rates", "top"),
    [
        ([], 1.0),
        ([Rate(20, 0, 0.0, 0.0, 0.9)], 1.0),
        ([Rate(20, 10, 3.5, 2.0, 6.0)], 6.3),  # 1.05 × 6, which leaves the rate legible
        ([Rate(20, 10, 3.5, 2.0, 40.0)], 11.5),  # 3 × 3.5 + 1: the end of the interval lies off the axis
        ([Rate(20, 10, 3.5, None, None)], 3.78),  # 1.08 × 3.5
    ],
)
def test_the_axis_shows_every_rate_and_intervals_only_while_rates_stay_legible(
    rates: list[Rate], top: float
) -> None:
    assert rate_top(rates) == pytest.approx(top)


def test_nights_are_bare_numbers_where_words_have_no_room() -> None:
    """By hand: twelve names on a narrow sheet; the axis then says what the numbers are."""
    many = [NamedDot(name, KNOWN.rate) for name in "abcdefghijkl"]
    _, wide = upright(many[:2], "Weekday", Display())
    _, tight = upright(many, "Weekday", Display(width=400))
    assert "20 nights" in wide["ticktext"][0]
    assert "20 nights" not in tight["ticktext"][0]
    assert "number of nights under each" in tight["title"]["text"]


def test_on_a_phone_rates_run_across() -> None:
    figures = [plot_rates(ALL, "Weekday", Display(narrow=narrow), alt=None) for narrow in (False, True)]
    assert [list(figure.data[0].x) for figure in figures] == [[0, 2], [3.5, 4.0]]
