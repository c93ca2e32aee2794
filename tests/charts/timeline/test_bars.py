"""The row of weeks or months, asserted as data."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from analysis.charts import Display, plot_timeline
from analysis.measures.frequency import Month, Week
from analysis.measures.results import Rate
from tests.charts.made import made_review, rate
from tests.charts.timeline.parts import START, key_of, one, traces
from tests.journals import made_up_year, make_journal


def test_bars_are_the_weeks_of_the_review() -> None:
    """Oracle: frequency.weeks of the same review."""
    review = made_review(made_up_year(unlogged=0.3))
    bars = one(plot_timeline(review), "weeks")
    assert list(bars.y) == [week.rate.per_week for week in review.frequency.weeks]


def test_a_week_with_few_logged_nights_is_hollow_and_does_not_set_the_axis() -> None:
    """Oracle: by hand: one night of three cramps is 21 a week; the full weeks beside it hold 7 each."""
    counts = [1.0] * 28 + [3.0] + [None] * 6 + [1.0] * 28
    figure = plot_timeline(made_review(make_journal(counts)))
    bars = one(figure, "weeks")
    assert list(bars.y) == [7.0] * 4 + [21.0] + [7.0] * 4
    paper = Display().palette.paper
    assert [colour == paper for colour in bars.marker.color] == [False] * 4 + [True] + [False] * 4
    assert bars.width[4] * 7 == pytest.approx(bars.width[3])
    assert bars.x[4] not in one(figure, "ranges").x
    top = figure.layout.yaxis.range[1]
    assert 7.0 < top < 21.0
    assert "under 4 logged" in key_of(figure)
    mark = one(figure, "beyond")
    assert (list(mark.x), list(mark.y)) == ([bars.x[4]], [top])
    assert "21 cramps a week" in mark.hovertext[0]


def test_where_every_week_has_few_nights_they_set_the_axis() -> None:
    """Oracle: by hand: a single night of one cramp is 7 a week."""
    figure = plot_timeline(made_review(make_journal([1.0])))
    assert figure.layout.yaxis.range[1] > 7.0


def test_a_journal_without_a_cramp_has_a_low_row_of_noughts() -> None:
    """Oracle: the same nights with cramps, which need room for their bars."""
    none, some = (plot_timeline(made_review(make_journal([count] * 60))) for count in (0.0, 1.0))
    assert list(none.layout.yaxis.range) == [0, 1]
    assert none.layout.height < some.layout.height - 100


def test_without_any_rate_there_is_no_weekly_bar() -> None:
    """Oracle: by hand: a night with one cramp, of which the review says that it allows no rate."""
    review = made_review(make_journal([1.0]))
    refused = replace(review.frequency, overall=Rate(1, 1, None))
    words = one(plot_timeline(replace(review, frequency=refused)), "weeks")
    assert words.type == "scatter"
    assert list(words.text) == ["Too few nights for a rate"]


def test_a_long_journal_is_shown_by_months() -> None:
    """Oracle: by hand: four years of 48 months, every third without a cramp; the first begins on the 6th."""
    review = made_review(make_journal([1.0] * 1456))
    starts = [date(2025 + place // 12, place % 12 + 1, 1) for place in range(48)]
    months = tuple(Month(start, rate(28, 4.0 * (place % 3))) for place, start in enumerate(starts))
    review = replace(review, frequency=replace(review.frequency, months=months))
    figure = plot_timeline(review)
    bars = one(figure, "weeks")
    assert list(bars.y) == [month.rate.per_week for month in months]
    assert bars.x[0] == "2025-01-19T00:00"  # the middle of the 26 nights from 6 January
    assert bars.hovertext[1].startswith("<b>1 to 28 Feb 2025</b>")
    assert "month" in figure.layout.yaxis.title.text
    assert "each month" in key_of(figure)
    assert len(one(plot_timeline(made_review(make_journal([1.0] * 600))), "weeks").x) == 86


def test_the_rolling_rate_breaks_where_it_is_not_known() -> None:
    """Oracle: rolling_per_week of the review, NaN becoming a gap in the line."""
    review = made_review(made_up_year())
    line = one(plot_timeline(review), "rolling")
    rates = review.frequency.rolling_per_week
    assert [value is None for value in line.y] == np.isnan(rates).tolist()
    assert line.connectgaps is False
    known = ~np.isnan(rates)
    assert np.allclose([value for value in line.y if value is not None], rates[known], atol=1e-4)


def test_ranges_are_those_of_the_weeks_and_end_openly_at_the_top() -> None:
    """Oracle: low and high of each week's rate, the highs cut at the axis, each cut with an arrow head."""
    review = made_review(made_up_year(nights=70))
    figure = plot_timeline(review)
    lines, top = one(figure, "ranges"), figure.layout.yaxis.range[1]
    weeks = review.frequency.weeks
    assert list(lines.y[::3]) == [week.rate.low for week in weeks]
    assert list(lines.y[1::3]) == [min(week.rate.high or 0.0, top) for week in weeks]
    assert set(lines.y[2::3]) == {None}
    beyond = [place for place, week in enumerate(weeks) if (week.rate.high or 0.0) > top]
    assert beyond
    heads = one(figure, "open ranges")
    assert list(heads.x) == [one(figure, "weeks").x[place] for place in beyond]
    assert set(heads.y) == {top}


@pytest.mark.parametrize("seed", range(6))
def test_the_axis_holds_every_bar_and_most_ranges(seed: int) -> None:
    """Oracle: counted over the weeks of journals with different luck."""
    review = made_review(made_up_year(seed, nights=200))
    top = plot_timeline(review).layout.yaxis.range[1]
    weeks = review.frequency.weeks
    assert all((week.rate.per_week or 0.0) < top for week in weeks)
    assert np.nanmax(review.frequency.rolling_per_week) < top
    assert sum((week.rate.high or 0.0) > top for week in weeks) < len(weeks) / 2


def test_a_journal_without_a_cramp_has_no_ranges_of_weeks() -> None:
    """Oracle: by hand: eight weeks of zeros, and the same with one cramp."""
    assert not traces(plot_timeline(made_review(make_journal([0.0] * 56))), "ranges")
    assert traces(plot_timeline(made_review(make_journal([1.0] + [0.0] * 55))), "ranges")


def test_a_single_wide_range_does_not_flatten_its_bar() -> None:
    """Oracle: by hand: ten cramps in a week, with a range to 60 a week: the bar has at least a third."""
    review = made_review(make_journal([2.0] * 5 + [0.0] * 2))
    week = Week(START, Rate(7, 10.0, 10.0, 1.0, 60.0))
    figure = plot_timeline(replace(review, frequency=replace(review.frequency, weeks=(week,))))
    assert 10 < figure.layout.yaxis.range[1] <= 30
    assert traces(figure, "open ranges")


def test_hover_tells_a_week_in_words() -> None:
    """Oracle: by hand: three cramps on five logged nights of seven are 4.2 a week."""
    counts = [1.0, None, 0.0, 2.0, None, 0.0, 0.0] + [0.0] * 7
    words = one(plot_timeline(made_review(make_journal(counts))), "weeks").hovertext[0]
    assert words.startswith(
        "<b>6 to 12 Jan 2025</b><br>3 cramps, 5 of 7 nights logged<br>4.2 cramps a week<br>95 % range "
    )
