"""The marks of changes on the timeline: each is there, named above it or in the lane of its medicine."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from analysis.charts import Display, plot_timeline
from analysis.charts.timeline.rows import DAY_MS
from analysis.measures.medications import MedicationPeriod
from tests.charts.made import change, changes_of, made_review, periods_of
from tests.charts.timeline.parts import START, key_of, one, traces
from tests.journals import made_up_year, make_journal


def test_a_click_on_a_change_tells_which_one() -> None:
    """Oracle: the order of medication_changes."""
    journal = made_up_year()
    review = made_review(journal, changes=changes_of(journal))
    marks = one(plot_timeline(review), "changes")
    assert [place for [place] in marks.customdata] == list(range(len(review.medication_changes)))
    assert list(marks.x) == [item.night.isoformat() for item in review.medication_changes]


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


def test_marks_are_told_apart_by_a_key() -> None:
    """Oracle: by hand: one medicine started and stopped; a name above the timeline says which medicine, its
    mark alone what was done."""
    changes = [change(START + timedelta(days=30)), change(START + timedelta(days=60), change="stop")]
    periods = [MedicationPeriod("Magnesium", "magnesium", None, 400.0, "mg", START, None)]
    review = made_review(make_journal([0.0, 1.0] * 50), changes=changes, periods=periods)
    told = {"started", "raised", "lowered", "stopped", "changed"}
    for display in (Display(), Display(narrow=True)):
        assert told & set(key_of(plot_timeline(review, display))) == {"started", "stopped"}


def test_the_key_names_the_steps_of_a_course_only_where_they_are_marked() -> None:
    """Oracle: by hand: a medicine lowered twice and then stopped has one mark above the timeline, that of its
    end, and three in its lane."""
    kinds = ("decrease", "decrease", "stop")
    nights = [START + timedelta(days=place) for place in (40, 47, 54)]
    steps = tuple(
        replace(change(night, change=kind), steps=()) for night, kind in zip(nights, kinds, strict=True)
    )
    taper = replace(change(nights[0], change="stop"), steps=steps)
    periods = [MedicationPeriod("Magnesium", "magnesium", None, 400.0, "mg", START, nights[-1])]
    review = made_review(make_journal([0.0, 1.0] * 50), changes=[taper], periods=periods)
    told = {"started", "raised", "lowered", "stopped", "changed"}
    for display, said in ((Display(), {"stopped"}), (Display(narrow=True), {"lowered", "stopped"})):
        assert told & set(key_of(plot_timeline(review, display))) == said


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


def test_no_line_of_a_change_runs_through_results_of_blood_tests() -> None:
    """Oracle: by hand: blood tests are the last of the lanes, which all are equally high."""
    journal = made_up_year()
    review = made_review(journal, changes=changes_of(journal), periods=periods_of(journal))
    layout = plot_timeline(review).to_dict()["layout"]
    (lanes,) = [
        axis
        for axis in layout.values()
        if isinstance(axis, dict) and "Blood tests" in axis.get("ticktext", [])
    ]
    low, high = lanes["domain"]
    above_tests = low + (high - low) / len(lanes["ticktext"])
    lines = [shape for shape in layout["shapes"] if shape["line"].get("dash") == "dot"]
    assert min(line["y0"] for line in lines) == pytest.approx(above_tests)


@pytest.mark.parametrize(("count", "ticks"), [(12, False), (13, True)])
def test_many_changes_are_ticks_under_the_weeks_and_named_in_the_key(count: int, ticks: bool) -> None:
    """Oracle: by hand: lines through the weeks up to twelve nights with a change, else short ticks."""
    nights = [START + timedelta(days=5 * place) for place in range(count)]
    changes = [change(night, generic="magnesium") for night in nights]
    periods = [MedicationPeriod("Magnesium", "magnesium", None, 400.0, "mg", START, None)]
    review = made_review(make_journal([0.0, 1.0] * 50), changes=changes, periods=periods)
    figure = plot_timeline(review, Display(narrow=True))
    lines = [shape for shape in figure.layout.shapes if shape.xref == "x"]
    assert [line.x0 for line in lines] == [night.isoformat() for night in nights]
    bottom = figure.layout.yaxis.domain[0]
    assert all((line.y1 < bottom) == ticks for line in lines)
    assert ("change" in key_of(figure)) == ticks
    assert len(one(figure, "changes").x) == count


def test_a_pause_is_told_from_a_stop_without_colour() -> None:
    """Oracle: by hand: both are squares, the one hollow and the other full, in the lanes as in the key."""
    changes = [
        change(START + timedelta(days=30), change="pause"),
        change(START + timedelta(days=60), change="stop"),
    ]
    periods = [MedicationPeriod("Magnesium", "magnesium", None, 400.0, "mg", START, None)]
    review = made_review(make_journal([0.0, 1.0] * 50), changes=changes, periods=periods)
    figure = plot_timeline(review, Display(narrow=True))
    pause, stop = zip(
        one(figure, "changes").marker.color, one(figure, "changes").marker.line.color, strict=True
    )
    assert pause == stop[::-1]
    assert {"paused", "stopped"} <= set(key_of(figure))
