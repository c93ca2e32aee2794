"""Before and after, and the other dates, asserted as data."""

import numpy as np
import pytest

from analysis.charts import plot_change, plot_compare, plot_other_dates
from analysis.measures.results import Rate, RateRatio
from tests.charts.made import change, made_review, refused_change
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


def test_a_refused_change_says_what_is_missing_where_a_rate_would_stand() -> None:
    """Oracle: 10 more nights, in the line of the rate after."""
    figure = plot_change(refused_change())
    said = figure.layout.annotations[0]
    assert (said.text, said.y) == ("too few nights: 10 more needed", 1)
    assert list(one(figure, "rates").x) == [4.3]


def test_other_dates_are_counted_once_each_also_without_cramps() -> None:
    """Oracle: the number of dates: two without a cramp after (0), one without any before (infinite)."""
    ratios = (0.0, 0.0, float("inf"), 1.0, 1.05, 2.0)
    bars = one(plot_other_dates(change(other_dates=ratios)), "other dates")
    assert sum(bars.y) == 6
    assert (bars.y[0], bars.y[-1]) == (2, 1)
    assert bars.y[list(np.round(bars.x, 3)).index(0.125)] == 2


def test_this_change_is_marked_by_its_raw_ratio() -> None:
    """Oracle: by hand: 2 after 4 a week is a half, -1 on the axis, whatever the model's ratio is."""
    made = change(
        before=Rate(50, 30, 4.0), after=Rate(50, 15, 2.0), change_ratio=RateRatio(0.7, 0.4, 1.2, 0.2)
    )
    assert list(one(plot_other_dates(made), "this change").x) == [-1, -1]


def test_without_other_dates_it_says_so() -> None:
    """Oracle: an empty tuple of dates."""
    figure = plot_other_dates(change(other_dates=()))
    assert not figure.data
    assert figure.layout.annotations[0].text == "Too few other dates to compare this change with."


def test_two_periods_stand_earlier_above_later() -> None:
    """Oracle: the comparison's own dates and rates."""
    recent = made_review(make_journal([1.0] * 60)).frequency.recent
    figure = plot_compare(recent)
    assert list(one(figure, "rates").x) == [recent.previous.per_week, recent.current.per_week]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
    assert figure.layout.yaxis.ticktext[0].startswith("9 Dec 2024 to 5 Jan 2025")
