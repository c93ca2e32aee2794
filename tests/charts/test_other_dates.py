"""The same comparison at other dates, asserted as data."""

import numpy as np

from analysis.charts import plot_other_dates
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
