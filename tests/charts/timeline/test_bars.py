"""The row of weeks or months, asserted as data."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from analysis.charts import Display, plot_timeline
from analysis.charts.labels import per_week
from analysis.measures.frequency import Month, Week
from analysis.measures.results import Rate
from analysis.review import Review
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
    top = figure.layout.yaxis.range[1]
    assert 7.0 < top < 21.0
    assert "under 4 nights logged" in key_of(figure)
    mark = one(figure, "beyond")
    assert (list(mark.x), list(mark.y)) == ([bars.x[4]], [top])
    assert "21 cramps a week" in mark.hovertext[0]


def test_a_hollow_bar_of_no_height_is_not_in_the_key() -> None:
    """Oracle: by hand: the last week holds one night, with a cramp or with none."""
    for cramps, told in ((1.0, True), (0.0, False)):
        figure = plot_timeline(made_review(make_journal([1.0] * 28 + [cramps])))
        assert ("under 4 nights logged" in key_of(figure)) == told


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


def test_the_band_is_the_range_of_the_line_cut_at_the_axis() -> None:
    """Oracle: rolling_low and rolling_high of the review, there and back again for each stretch of nights
    without a break; the highs end at the top of the axis."""
    review = made_review(made_up_year())
    often = review.frequency
    figure = plot_timeline(review)
    band, top = one(figure, "band"), figure.layout.yaxis.range[1]
    known = np.isfinite(often.rolling_high)
    pieces = np.split(
        np.array(band.y, dtype=float), np.flatnonzero(np.isnan(np.array(band.y, dtype=float))) + 1
    )
    there = np.concatenate([piece[~np.isnan(piece)][: len(piece) // 2] for piece in pieces])
    back = np.concatenate([piece[~np.isnan(piece)][len(piece) // 2 :][::-1] for piece in pieces])
    assert there == pytest.approx(np.minimum(often.rolling_high, top)[known], abs=1e-4)
    assert back == pytest.approx(often.rolling_low[known], abs=1e-4)
    nights = [
        night.isoformat() for night, is_known in zip(often.rolling_nights, known, strict=True) if is_known
    ]
    assert set(band.x) - {None} == set(nights)
    assert "its 95 % range" in key_of(figure)


def test_the_range_of_a_single_week_is_told_on_hover_only() -> None:
    """Oracle: low and high of each week's rate, by the words of the hover."""
    review = made_review(made_up_year(nights=70))
    figure = plot_timeline(review)
    assert not traces(figure, "ranges")
    said = one(figure, "weeks").hovertext
    for week, words in zip(review.frequency.weeks, said, strict=True):
        assert week.rate.low is not None
        assert f"95 % range {per_week(week.rate.low)} to {per_week(week.rate.high)}" in words


def months_of(*rates: Rate) -> Review:
    """A journal of four years, whose months have these rates in turn."""
    review = made_review(make_journal([1.0] * 1456))
    starts = [date(2025 + place // 12, place % 12 + 1, 1) for place in range(48)]
    months = tuple(Month(start, rates[place % len(rates)]) for place, start in enumerate(starts))
    return replace(review, frequency=replace(review.frequency, months=months))


def test_ranges_of_months_end_openly_at_the_top() -> None:
    """Oracle: low and high of each month's rate, the highs cut at the axis, each cut with an arrow head."""
    review = months_of(Rate(30, 20, 5.0, 3.0, 8.0), Rate(30, 22, 5.5, 3.0, 8.5), Rate(30, 21, 5.2, 2.0, 90.0))
    figure = plot_timeline(review, Display(width=1000))
    lines, top = one(figure, "ranges"), figure.layout.yaxis.range[1]
    months = review.frequency.months
    assert list(lines.y[::3]) == [month.rate.low for month in months]
    assert list(lines.y[1::3]) == [min(month.rate.high or 0.0, top) for month in months]
    assert set(lines.y[2::3]) == {None}
    heads = one(figure, "open ranges")
    assert list(heads.x) == [one(figure, "weeks").x[place] for place in range(2, 48, 3)]
    assert set(heads.y) == {top}
    assert not traces(figure, "band")


@pytest.mark.parametrize("seed", range(6))
def test_the_axis_holds_every_bar_the_line_and_half_of_the_band(seed: int) -> None:
    """Oracle: counted over the nights of journals with different luck."""
    review = made_review(made_up_year(seed, nights=200))
    top = plot_timeline(review).layout.yaxis.range[1]
    weeks = review.frequency.weeks
    assert all((week.rate.per_week or 0.0) < top for week in weeks)
    assert np.nanmax(review.frequency.rolling_per_week) < top
    high = review.frequency.rolling_high
    assert np.nansum(high > top) < len(high) / 2


def test_a_journal_without_a_cramp_has_no_band() -> None:
    """Oracle: by hand: eight weeks of zeros, and the same with one cramp."""
    assert not traces(plot_timeline(made_review(make_journal([0.0] * 56))), "band")
    assert traces(plot_timeline(made_review(make_journal([1.0] + [0.0] * 55))), "band")


def test_a_single_wide_band_does_not_flatten_the_bars() -> None:
    """Oracle: by hand: ten cramps a week, with a band to 60 a week: the bars have at least a third."""
    review = made_review(make_journal([2.0] * 5 + [0.0] * 2))
    week = Week(START, Rate(7, 10.0, 10.0, 1.0, 60.0))
    often = replace(review.frequency, weeks=(week,), rolling_high=np.full(7, 60.0))
    figure = plot_timeline(replace(review, frequency=often))
    assert 10 < figure.layout.yaxis.range[1] <= 30
