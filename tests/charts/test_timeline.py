"""The timeline, asserted as data: bars, gaps, lanes and marks stand where the review says."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from analysis.charts import Display, plot_timeline
from analysis.charts.timeline_rows import DAY_MS
from analysis.measures.medications import MedicationPeriod
from tests.charts.made import answer, change, changes_of, made_review, periods_of
from tests.journals import made_up_year, make_journal

START = date(2025, 1, 6)  # what make_journal begins with; a Monday


def traces(figure: Any, name: str) -> list[Any]:
    """Traces with data of that name; entries of the legend hold none."""
    return [
        trace for trace in figure.data if trace.name == name and (trace.x is None or list(trace.x) != [None])
    ]


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
    assert [colour == "rgba(0,0,0,0)" for colour in bars.marker.color] == [False] * 4 + [True] + [False] * 4
    assert one(figure, "intervals").y[4] is None
    assert 7.0 < figure.layout.yaxis.range[1] < 21.0
    assert any(trace.name == "under 4 nights logged" and trace.showlegend for trace in figure.data)


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
    """Oracle: over six years a night is a quarter of a pixel; hatched single nights would cover all."""
    counts: list[float | None] = [0.0] * 2400
    counts[100] = None
    counts[2000:2030] = [None] * 30
    figure = plot_timeline(made_review(make_journal(counts)))
    gaps = [trace for trace in traces(figure, "not logged") if trace.y[0] == 1]
    assert [list(trace.width) for trace in gaps] == [[30 * DAY_MS]]
    assert np.isnan(np.asarray(one(figure, "nights").z)[0][100])


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
    assert any(trace.name == "no entry" and trace.showlegend for trace in figure.data)


def test_the_rolling_rate_breaks_where_it_is_not_known() -> None:
    """Oracle: rolling_per_week of the review, NaN becoming a gap in the line."""
    review = made_review(made_up_year())
    line = one(plot_timeline(review), "rolling")
    rates = review.frequency.rolling_per_week
    assert [value is None for value in line.y] == np.isnan(rates).tolist()
    assert line.connectgaps is False
    known = ~np.isnan(rates)
    assert np.allclose([value for value in line.y if value is not None], rates[known], atol=1e-4)


def test_intervals_are_those_of_the_weeks() -> None:
    """Oracle: low and high of each week's rate."""
    review = made_review(made_up_year(nights=70))
    bands = one(plot_timeline(review), "intervals")
    for base, tall, week in zip(bands.base, bands.y, review.frequency.weeks, strict=True):
        assert base == pytest.approx(week.rate.low)
        assert base + tall == pytest.approx(week.rate.high)


def test_a_journal_without_a_cramp_has_no_intervals_of_weeks() -> None:
    """Oracle: by hand: eight weeks of zeros, and the same with one cramp."""
    assert not traces(plot_timeline(made_review(make_journal([0.0] * 56))), "intervals")
    assert traces(plot_timeline(made_review(make_journal([1.0] + [0.0] * 55))), "intervals")


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
    assert list(furosemide.text) == ["20 mg", "40 mg"]
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
    assert list(one(figure, "doses").text) == ["", "40 mg"]


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


def test_one_night_takes_a_seventh_of_the_axis() -> None:
    """Oracle: by hand: an axis of at least a week from 6 January."""
    figure = plot_timeline(made_review(make_journal([2.0])))
    assert list(figure.layout.xaxis.range) == ["2025-01-06", "2025-01-13"]
