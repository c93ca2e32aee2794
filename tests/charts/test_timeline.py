"""The timeline, asserted as data: bars, gaps, lanes and marks stand where the review says."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from analysis.charts import Display, plot_timeline
from analysis.charts.timeline_rows import DAY_MS
from analysis.measures.frequency import Month, Week
from analysis.measures.medications import MedicationPeriod
from analysis.measures.results import Rate
from analysis.measures.rolling import rolling_mean
from tests.charts.made import answer, change, changes_of, made_review, periods_of, rate
from tests.journals import made_up_year, make_journal

START = date(2025, 1, 6)  # what make_journal begins with; a Monday


def traces(figure: Any, name: str) -> list[Any]:
    """Traces with data of that name; entries of the legend hold none."""
    return [
        trace for trace in figure.data if trace.name == name and (trace.x is None or list(trace.x) != [None])
    ]


def key_of(figure: Any) -> list[str]:
    """The names in all keys of a timeline."""
    return [item.text for item in figure.layout.annotations]


def one(figure: Any, name: str) -> Any:
    found = traces(figure, name)
    assert len(found) == 1, name
    return found[0]


def test_bars_are_the_weeks_of_the_review() -> None:
    """Oracle: frequency.weeks of the same review."""
    review = made_review(made_up_year(unlogged=0.3))
    bars = one(plot_timeline(review), "weeks")
    assert list(bars.y) == [week.rate.per_week for week in review.frequency.weeks]


def test_a_week_without_a_logged_night_has_no_bar_and_no_zero() -> None:
    """Oracle: by hand: of four weeks the second is unlogged and the third is logged without a cramp."""
    counts = [1.0] * 7 + [None] * 7 + [0.0] * 7 + [1.0] * 7
    figure = plot_timeline(made_review(make_journal(counts)))
    assert list(one(figure, "weeks").y) == [7.0, None, 0.0, 7.0]
    strip = np.asarray(one(figure, "nights").z)[0]
    assert np.isnan(strip[7:14]).all()
    assert (strip[14:21] == 0).all()
    assert not np.isnan(strip[[0, 6, 14, 27]]).any()


def test_a_week_with_few_logged_nights_is_hollow_and_does_not_set_the_axis() -> None:
    """Oracle: by hand: one night of three cramps is 21 a week; the full weeks beside it hold 7 each."""
    counts = [1.0] * 28 + [3.0] + [None] * 6 + [1.0] * 28
    figure = plot_timeline(made_review(make_journal(counts)))
    bars = one(figure, "weeks")
    assert list(bars.y) == [7.0] * 4 + [21.0] + [7.0] * 4
    paper = Display().palette.paper
    assert [colour == paper for colour in bars.marker.color] == [False] * 4 + [True] + [False] * 4
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


def test_medicines_have_a_lane_each_with_their_doses() -> None:
    """Oracle: by hand: furosemide 20 mg from 1 February, 40 mg from 1 March; magnesium until 19 January."""
    journal = make_journal([0.0] * 90)
    periods = [
        MedicationPeriod(
            "Lasix", "furosemide", "loop diuretic", 20.0, "mg", date(2025, 2, 1), date(2025, 2, 28)
        ),
        MedicationPeriod("Lasix", "furosemide", "loop diuretic", 40.0, "mg", date(2025, 3, 1), None),
        MedicationPeriod("magnesium", None, None, 400.0, "mg", None, date(2025, 1, 19)),
    ]
    figure = plot_timeline(made_review(journal, periods=periods))
    axes = [
        axis for axis in figure.to_dict()["layout"].values() if isinstance(axis, dict) and "ticktext" in axis
    ]
    assert ["Magnesium 400 mg", "Furosemide"] in [axis["ticktext"] for axis in axes]
    magnesium, furosemide = traces(figure, "doses")
    assert list(magnesium.base) == ["2025-01-06"]
    assert list(magnesium.x) == [14 * DAY_MS]
    assert list(furosemide.base) == ["2025-02-01", "2025-03-01"]
    last = START + timedelta(days=89)
    assert list(furosemide.x) == [28 * DAY_MS, ((last - date(2025, 3, 1)).days + 1) * DAY_MS]
    assert [text.strip("\u00a0") for text in furosemide.text] == ["20 mg", "40 mg"]
    assert len(set(furosemide.marker.color)) == 2
    assert "from before the journal" in magnesium.hovertext[0]


def test_a_dose_stands_in_the_name_of_a_lane_only_if_it_held_all_along() -> None:
    """Oracle: by hand: the dose before the rise is not known, so that 40 mg names only its own bar."""
    periods = [
        MedicationPeriod("A", "atorvastatin", "statin", None, None, None, date(2025, 1, 31)),
        MedicationPeriod("A", "atorvastatin", "statin", 40.0, "mg", date(2025, 2, 1), None),
    ]
    figure = plot_timeline(made_review(make_journal([0.0] * 90), periods=periods))
    axes = figure.to_dict()["layout"].values()
    assert ["Atorvastatin"] in [
        axis["ticktext"] for axis in axes if isinstance(axis, dict) and "ticktext" in axis
    ]
    assert [text.strip("\u00a0") for text in one(figure, "doses").text] == ["", "40 mg"]


def test_a_click_on_a_change_tells_which_one() -> None:
    """Oracle: the order of medication_changes."""
    journal = made_up_year()
    review = made_review(journal, changes=changes_of(journal))
    marks = one(plot_timeline(review), "changes")
    assert [place for [place] in marks.customdata] == list(range(len(review.medication_changes)))
    assert list(marks.x) == [item.night.isoformat() for item in review.medication_changes]


def test_blood_tests_outside_their_range_are_filled() -> None:
    """Oracle: by hand: potassium 4.1 and 3.2 with the file's own range of 3.5 to 5.1."""
    tests = one(plot_timeline(made_review(made_up_year())), "blood tests")
    assert list(tests.marker.symbol) == ["diamond-open", "diamond"]
    assert [text.strip("\u00a0") for text in tests.text] == ["K 4.1", "K 3.2"]
    assert "outside the range given" in tests.hovertext[1]
    assert "outside" not in tests.hovertext[0]


def test_sessions_stand_as_ticks_on_their_days() -> None:
    """Oracle: by hand: sessions of electroanalgesia on nights 3 and 10."""
    given = [place in (3, 10) for place in range(20)]
    figure = plot_timeline(made_review(make_journal([0.0] * 20, fields={"electroanalgesia": given})))
    ticks = one(figure, "sessions")
    assert list(ticks.x) == ["2025-01-09T12:00", "2025-01-16T12:00"]


def test_everything_shares_one_time_axis() -> None:
    """Oracle: plotly's axis references: one x axis, so zooming one row zooms all."""
    journal = made_up_year()
    figure = plot_timeline(
        made_review(journal, exposures=[answer()], changes=changes_of(journal), periods=periods_of(journal))
    )
    assert {trace.xaxis for trace in figure.data} <= {None, "x"}
    rows = sorted(
        axis["domain"] for key, axis in figure.to_dict()["layout"].items() if key.startswith("yaxis")
    )
    assert len(rows) == 6
    assert all(below[1] <= above[0] for below, above in pairwise(rows))


def test_hydration_is_shown_in_the_readers_unit() -> None:
    """Oracle: by hand: 1500 mL are 1.5 L, 6 glasses of 250 mL, and 50.72 US fluid ounces."""
    review = made_review(make_journal([0.0] * 10, fields={"hydration": [1500.0] * 10}))
    for display, value in (
        (Display(), 1.5),
        (Display(volume="glass"), 6.0),
        (Display(volume="fl oz"), 50.7210),
    ):
        assert np.allclose(one(plot_timeline(review, display), "hydration").y, value, rtol=1e-5)


def test_without_hydration_or_activity_there_are_no_such_rows() -> None:
    """Oracle: the rows themselves: weeks and nights only."""
    figure = plot_timeline(made_review(make_journal([0.0, 1.0] * 20)))
    assert not traces(figure, "hydration")
    assert sum(key.startswith("yaxis") for key in figure.to_dict()["layout"]) == 2


def test_the_height_grows_with_the_lanes() -> None:
    """Oracle: 25 px for each further lane."""
    journal = make_journal([0.0] * 60)
    heights = []
    for count in (1, 4):
        periods = [
            MedicationPeriod(f"drug {place}", None, None, None, None, None, None) for place in range(count)
        ]
        heights.append(plot_timeline(made_review(journal, periods=periods)).layout.height)
    assert heights[1] - heights[0] == 3 * 25


def test_forty_changes_keep_their_marks_and_their_names_do_not_touch() -> None:
    """Oracle: geometry done here: 0.57 of the type size for a letter, at the narrowest safe width."""
    journal = make_journal([0.0] * 300)
    changes = [
        change(START + timedelta(days=3 + round(7.3 * place)), generic=f"medicine {place % 9}")
        for place in range(40)
    ]
    for display in (Display(), Display(narrow=True)):
        figure = plot_timeline(made_review(journal, changes=changes), display)
        marks = one(figure, "changes")
        assert len(marks.x) == 40
        room = display.safe_width - (70 if display.narrow else 190)
        boxes = []
        for when, level, text, side in zip(marks.x, marks.y, marks.text, marks.textposition, strict=True):
            if text:
                x = (date.fromisoformat(when) - START).days * room / 300
                wide = 0.57 * 12 * len(text)
                boxes.append(
                    (
                        level,
                        x - wide if side == "middle left" else x,
                        x if side == "middle left" else x + wide,
                    )
                )
        assert len(boxes) >= 8
        for place, (level, low, high) in enumerate(boxes):
            assert low >= -1
            assert high <= room + 1
            for other, start, end in boxes[:place]:
                assert other != level or high <= start or end <= low


def test_a_finger_scrolls_the_page_on_a_phone() -> None:
    """Oracle: plotly's own switches: no drag mode and a fixed axis leave the touch to the page."""
    review = made_review(make_journal([0.0] * 30))
    assert plot_timeline(review, Display(narrow=True)).layout.dragmode is False
    assert plot_timeline(review, Display(narrow=True)).layout.xaxis.fixedrange is True
    assert plot_timeline(review).layout.dragmode == "zoom"


def test_one_night_stands_in_the_middle_of_four_weeks() -> None:
    """Oracle: by hand: 13 nights before 6 January and 14 after it."""
    figure = plot_timeline(made_review(make_journal([2.0])))
    assert list(figure.layout.xaxis.range) == ["2024-12-24", "2025-01-21"]


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


def test_lines_of_days_are_the_rolling_means() -> None:
    """Oracle: rolling_mean of the measures, in litres; a gap where it is not known."""
    journal = made_up_year(nights=100)
    journal.days.loc[journal.days.index[30:50], "hydration"] = np.nan
    line = one(plot_timeline(made_review(journal)), "hydration mean")
    means = rolling_mean(journal, "hydration").means / 1000
    assert [value is None for value in line.y] == np.isnan(means).tolist()
    known = [value for value in line.y if value is not None]
    assert np.allclose(known, means[np.isfinite(means)], atol=1e-4)
    assert line.connectgaps is False


def test_on_a_phone_changes_stand_in_the_lanes_of_their_medicines() -> None:
    """Oracle: each mark at the height of the bar that begins, or has ended, on its night."""
    journal = made_up_year()
    review = made_review(journal, changes=changes_of(journal), periods=periods_of(journal))
    assert one(plot_timeline(review), "changes").mode == "markers+text"
    figure = plot_timeline(review, Display(narrow=True))
    marks = one(figure, "changes")
    lanes = traces(figure, "doses")
    assert {marks.yaxis} == {lane.yaxis for lane in lanes}
    ends = {
        (lane.y[0], (date.fromisoformat(start) + timedelta(days=days * ended / DAY_MS)).isoformat())
        for lane in lanes
        for start, days in zip(lane.base, lane.x, strict=True)
        for ended in (0, 1)
    }
    assert set(zip(marks.y, marks.x, strict=True)) <= ends


def test_many_medicines_have_two_tints_in_turn() -> None:
    """Oracle: five colours for five lanes; for six or more, two, so that a repeated one means nothing."""
    journal = make_journal([0.0] * 60)
    for count, colours in ((5, 5), (10, 2)):
        periods = [MedicationPeriod(f"m{place}", None, None, 1.0, "mg", None, None) for place in range(count)]
        lanes = traces(plot_timeline(made_review(journal, periods=periods)), "doses")
        assert len({lane.marker.color[0] for lane in lanes}) == colours


@pytest.mark.parametrize("narrow", [False, True])
def test_no_line_of_a_change_crosses_a_key(narrow: bool) -> None:
    """Oracle: heights of the dotted lines against those of the key of single nights, in pixels."""
    journal = made_up_year()
    review = made_review(journal, changes=changes_of(journal), periods=periods_of(journal))
    figure = plot_timeline(review, Display(narrow=narrow))
    margin = figure.layout.margin
    inner = figure.layout.height - margin.t - margin.b
    key = next(item for item in figure.layout.annotations if item.text == "not logged")
    low, high = key.y * inner + key.yshift - 6, key.y * inner + key.yshift + 6
    lines = [shape for shape in figure.layout.shapes if shape.line.dash == "dot"]
    assert lines
    assert all(line.y0 * inner >= high or line.y1 * inner <= low for line in lines)
