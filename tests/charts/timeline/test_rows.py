"""Single nights and gaps on the timeline, asserted as data."""

import numpy as np

from analysis.charts import Display, plot_timeline
from analysis.charts.timeline.rows import DAY_MS
from tests.charts.made import made_review
from tests.charts.timeline.parts import key_of, one, traces
from tests.journals import make_journal


def test_a_week_without_a_logged_night_has_no_bar_and_no_zero() -> None:
    """Oracle: by hand: of four weeks the second is unlogged and the third is logged without a cramp."""
    counts = [1.0] * 7 + [None] * 7 + [0.0] * 7 + [1.0] * 7
    figure = plot_timeline(made_review(make_journal(counts)))
    assert list(one(figure, "weeks").y) == [7.0, None, 0.0, 7.0]
    strip = np.asarray(one(figure, "nights").z)[0]
    assert np.isnan(strip[7:14]).all()
    assert (strip[14:21] == 0).all()
    assert not np.isnan(strip[[0, 6, 14, 27]]).any()


def test_gaps_are_hatched_over_exactly_the_unlogged_nights() -> None:
    """Oracle: by hand: nights 7 to 13 and night 20 are unlogged; only the longer shows among the bars."""
    counts: list[float | None] = [1.0] * 28
    for place in (*range(7, 14), 20):
        counts[place] = None
    strip, weeks = None, None
    for trace in traces(plot_timeline(made_review(make_journal(counts))), "not logged"):
        if list(trace.y) and trace.y[0] == 1:
            strip = trace
        else:
            weeks = trace
    assert strip is not None
    assert weeks is not None
    assert list(strip.x) == ["2025-01-16T12:00", "2025-01-26T12:00"]  # middles of 13 to 19 and of 26 January
    assert list(strip.width) == [7 * DAY_MS, DAY_MS]
    assert list(weeks.x) == ["2025-01-16T12:00"]
    for trace in (strip, weeks):
        assert trace.marker.pattern.shape == "/"
        assert trace.marker.color == Display().palette.paper


def test_gaps_too_narrow_for_hatching_stay_blank() -> None:
    """Oracle: over three years a night is half a pixel; hatched it would cover its neighbours."""
    counts: list[float | None] = [0.0] * 1200
    counts[100] = None
    counts[900:930] = [None] * 30
    figure = plot_timeline(made_review(make_journal(counts)))
    gaps = [trace for trace in traces(figure, "not logged") if trace.y[0] == 1]
    assert [list(trace.width) for trace in gaps] == [[30 * DAY_MS]]
    assert np.isnan(np.asarray(one(figure, "nights").z)[0][100])


def test_where_nights_are_thinner_than_half_a_pixel_they_are_not_shown_singly() -> None:
    """Oracle: over six years a pixel would show one night of four; the gap is hatched among the bars."""
    counts: list[float | None] = [1.0] * 2400
    counts[2000:2030] = [None] * 30
    figure = plot_timeline(made_review(make_journal(counts)))
    assert not traces(figure, "nights")
    assert list(one(figure, "not logged").width) == [30 * DAY_MS]
    assert "not logged" in key_of(figure)


def test_nights_only_assumed_cramp_free_are_hatched_not_shown_as_none() -> None:
    """Oracle: by hand: three cramps on nights 0, 4 and 9, and no other entry."""
    counts: list[float | None] = [None] * 10
    for place in (0, 4, 9):
        counts[place] = 1.0
    journal = make_journal(counts, never_says_none=True, unlogged_assumed_cramp_free=True)
    figure = plot_timeline(made_review(journal))
    strip = one(figure, "nights")
    assert np.isnan(np.asarray(strip.z)[0]).sum() == 7
    assert strip.text[0][1] == "no entry, taken as no cramp"
    assert "no entry" in key_of(figure)
