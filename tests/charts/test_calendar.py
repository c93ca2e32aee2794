"""The calendar of nights, asserted as data."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from analysis.charts import Display, plot_calendar
from tests.journals import make_journal


def grid(figure: object) -> np.ndarray:
    return np.asarray(next(trace for trace in figure.data if trace.name == "nights").z, dtype=float)  # type: ignore[attr-defined]


@pytest.mark.parametrize("first_weekday", [0, 6])
def test_each_night_stands_in_the_row_of_its_weekday(first_weekday: int) -> None:
    """Oracle: date.weekday() of the standard library; 30 nights from Wednesday 1 January 2025."""
    counts = [float(place % 4) for place in range(30)]
    nights = make_journal(counts, start="2025-01-01").nights
    figure = plot_calendar(nights, Display(first_weekday=first_weekday))
    shades = grid(figure)
    lead = (date(2025, 1, 1).weekday() - first_weekday) % 7
    for place, count in enumerate(counts):
        when = date(2025, 1, 1) + timedelta(days=place)
        row = (when.weekday() - first_weekday) % 7
        assert shades[row, (place + lead) // 7] == min(count, 3)
    assert np.isfinite(shades).sum() == 30
    assert figure.layout.yaxis.ticktext[0] == ("Mon" if first_weekday == 0 else "Sun")


def test_unlogged_nights_are_hatched_and_nights_outside_are_blank() -> None:
    """Oracle: by hand: 14 nights from a Monday, of which the third and the fourth are unlogged."""
    figure = plot_calendar(make_journal([0.0, 1.0, None, None] + [0.0] * 10).nights)
    hatched = next(trace for trace in figure.data if trace.name == "not logged" and not trace.showlegend)
    assert list(hatched.x) == [0, 0]
    assert [base + 0.43 for base in hatched.base] == [2, 3]
    assert hatched.marker.pattern.shape == "/"
    shades = grid(figure)
    assert np.isnan(shades[[2, 3], 0]).all()
    assert np.isnan(shades[:, 2:]).all()


def test_nights_only_assumed_cramp_free_are_hatched() -> None:
    """Oracle: the index of assumed nights that the journal gives."""
    nights = make_journal([1.0, 0.0, 0.0, 1.0]).nights
    figure = plot_calendar(nights, assumed=pd.DatetimeIndex(nights.index[1:3]))
    assert np.isfinite(grid(figure)).sum() == 2
    assert any(trace.name == "no entry" for trace in figure.data)


@pytest.mark.parametrize(("narrow", "panels"), [(False, 10), (True, 20)])
def test_ten_years_are_panels_of_a_year_or_half_a_year(narrow: bool, panels: int) -> None:
    """Oracle: by hand: ten calendar years from 1 January 2015; every night is drawn once."""
    count = (date(2025, 1, 1) - date(2015, 1, 1)).days
    nights = make_journal([1.0] * count, start="2015-01-01").nights
    figure = plot_calendar(nights, Display(narrow=narrow))
    assert len(figure.layout.annotations) == panels
    assert np.isfinite(grid(figure)).sum() == count
    assert figure.layout.height < 3000


def test_one_year_of_many_can_be_picked() -> None:
    """Oracle: 2016 was a leap year."""
    nights = make_journal([0.0] * 1000, start="2015-06-01").nights
    assert np.isfinite(grid(plot_calendar(nights, year=2016))).sum() == 366
    assert plot_calendar(nights, year=2030).layout.annotations[0].text.startswith("No night")
