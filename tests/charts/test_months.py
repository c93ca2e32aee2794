"""The charts by month, asserted as data."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from analysis.charts import Display, plot_logged_months, plot_severity
from analysis.measures.completeness import MonthLogged
from tests.charts.made import made_review, patterns
from tests.for_each import for_each
from tests.journals import make_journal


@for_each("narrow", [False, True])
@for_each(
    ("months", "shown"),
    [
        (1, ["2024-11-01", "2025-04-01"]),
        (2, ["2024-12-01", "2025-05-01"]),
        (5, ["2025-01-01", "2025-06-01"]),
        (12, ["2025-01-01", "2026-01-01"]),
    ],
)
def test_a_few_months_stand_in_the_middle_of_five(months: int, shown: list[str], narrow: bool) -> None:
    """Oracle: counted on a calendar from January 2025; no month is named that holds no night."""
    complete = made_review(make_journal([1.0])).completeness
    logged = tuple(MonthLogged(date(2025, place + 1, 1), 28, 20) for place in range(months))
    figure = plot_logged_months(replace(complete, months=logged), Display(narrow=narrow))
    assert list(figure.layout.xaxis.range) == shown
    named = ["Jan<br>2025", "Feb"][:months] if months < 5 else None
    assert (None if figure.layout.xaxis.ticktext is None else list(figure.layout.xaxis.ticktext)) == named
    assert [bar for trace in figure.data for bar in trace.y] == [20] * months + [8] * months


@pytest.mark.parametrize("logged", [28, 20])
def test_what_was_not_logged_is_in_the_key_only_where_there_is_some(logged: int) -> None:
    """Oracle: by hand: a month of 28 nights."""
    complete = made_review(make_journal([1.0])).completeness
    figure = plot_logged_months(replace(complete, months=(MonthLogged(date(2025, 2, 1), 28, logged),)))
    assert figure.layout.showlegend == (logged < 28)


@pytest.mark.parametrize(("years", "gaps"), [(2, True), (10, False)])
def test_thin_bars_stand_side_by_side(years: int, gaps: bool) -> None:
    """Oracle: the calendar: without gaps each bar ends where its month does, on the first of the next."""
    complete = made_review(make_journal([1.0])).completeness
    firsts = [date(2015 + place // 12, place % 12 + 1, 1) for place in range(12 * years)]
    months = tuple(MonthLogged(first, 28, 20) for first in firsts)
    bars = plot_logged_months(replace(complete, months=months), Display(narrow=True)).data[0]
    ends = [
        datetime.fromisoformat(middle) + timedelta(milliseconds=width / 2)
        for middle, width in zip(bars.x, bars.width, strict=True)
    ]
    following = [datetime(first.year, first.month, 1) for first in firsts[1:]]
    assert all((end < month) == gaps for end, month in zip(ends, following, strict=False))
    assert all(end <= month for end, month in zip(ends, following, strict=False))


def test_a_month_without_pain_has_no_dot() -> None:
    """Oracle: the months of the distribution, each dot in the middle of its month."""
    result = patterns().severity
    figure = plot_severity(result)
    dots = next(trace for trace in figure.data if trace.name == "medians")
    known = [item for item in result.months if item.median is not None]
    assert len(known) < len(result.months)
    assert list(dots.y) == [item.median for item in known]
    assert [when[:8] for when in dots.x] == [item.start.isoformat()[:8] for item in known]


@pytest.mark.parametrize(
    ("years", "display"), [(1, Display(narrow=True)), (10, Display(narrow=True)), (10, Display())]
)
def test_bars_of_neighbouring_months_stand_apart(years: int, display: Display) -> None:
    """Oracle: the room of a month on the axis by hand; bars that touch are one block, and a dot as wide as
    two months hides its neighbours' bars."""
    known = patterns().severity
    one = next(month for month in known.months if month.upper_quartile is not None)
    firsts = [date(2015 + place // 12, place % 12 + 1, 1) for place in range(12 * years)]
    figure = plot_severity(
        replace(known, months=tuple(replace(one, start=first) for first in firsts)), display
    )
    dots = next(trace for trace in figure.data if trace.name == "medians")
    month_px = (display.safe_width - 70) / (12 * years)
    assert 1 <= dots.error_y.thickness < 0.7 * month_px
    assert dots.error_y.thickness < dots.marker.size <= max(9, 2 * month_px)
    assert (dots.error_y.thickness, dots.marker.size) == (5, 9) or years == 10


def test_the_middle_half_is_in_the_key_only_where_a_month_has_one() -> None:
    """Oracle: by hand: a month of two cramps has a median and no half."""
    known = patterns().severity
    bare = tuple(replace(month, lower_quartile=None, upper_quartile=None) for month in known.months)
    for months, named in ((known.months, 2), (bare, 1)):
        figure = plot_severity(replace(known, months=months))
        assert sum(bool(trace.showlegend) for trace in figure.data) == named
