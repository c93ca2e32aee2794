"""The same comparison at other dates, asserted as data."""

import numpy as np
import pytest

from analysis.charts import Display, plot_other_dates
from analysis.charts.labels import text_width
from analysis.measures.results import Rate, RateRatio
from tests.charts.made import change


def one(figure, name):  # type: ignore[no-untyped-def]
    return next(trace for trace in figure.data if trace.name == name)


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


def test_no_bar_straddles_the_same() -> None:
    """Oracle: by hand: bars are a quarter of a doubling wide, and 0, the same, lies between two of them."""
    bars = one(plot_other_dates(change()), "other dates")
    assert all(abs(x) > 0.12 for x in bars.x)
    below = one(plot_other_dates(change(other_dates=(0.99, 0.9, 1.01))), "other dates")
    assert dict(zip(np.round(below.x, 3), below.y, strict=True))[-0.125] == 2


def test_the_bars_at_the_ends_say_that_they_are_open() -> None:
    """Oracle: by hand: a quarter and a quarter of a doubling are 0.3, the other end is its inverse."""
    hover = one(plot_other_dates(change(other_dates=(0.0, 1.0, float("inf")))), "other dates").hovertext
    assert hover[0] == "1 other date<br>ratio 0.3 or less, or no cramps after"
    assert hover[-1] == "1 other date<br>ratio 3.4 or more, or no cramps before"


@pytest.mark.parametrize("after", [0.0, 0.5, 2.0, 4.1, 8.0, 15.9, 40.0])
def test_the_name_of_this_change_is_never_cut(after: float) -> None:
    """Oracle: by hand: the width of the name against the room between the mark and the end of the axis."""
    display = Display(narrow=True, large=True)
    made = change(before=Rate(50, 28, 4.0), after=Rate(50, 28, after))
    figure = plot_other_dates(made, display)
    low, high = figure.layout.xaxis.range
    said = figure.layout.annotations[0]
    room = (high - said.x) if said.xanchor == "left" else (said.x - low)
    assert room / (high - low) * (display.safe_width - 80) >= text_width("this change", display.small) + 8
