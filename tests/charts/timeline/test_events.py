"""The lane of marked stretches, asserted as data. Oracle: the stretches themselves, by hand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from analysis.charts import Display, plot_timeline
from tests.charts.made import made_review
from tests.charts.timeline.parts import one, traces
from tests.journals import make_journal

DAY = 86_400_000  # ms


def drawn(*stretches: tuple[str, str, str, bool], display: Display | None = None) -> Any:
    """The timeline of 60 nights from 6 January 2025 with these stretches."""
    first, last, words, out = zip(*stretches, strict=True)
    events = pd.DataFrame(
        {
            "first_night": pd.DatetimeIndex(first).as_unit("us"),
            "last_night": pd.DatetimeIndex(last).as_unit("us"),
            "event": list(words),
            "left_out": list(out),
        }
    )
    journal = replace(make_journal([0.0, 1.0] * 30), events=events)
    return plot_timeline(made_review(journal), display or Display())


def test_a_stretch_goes_from_its_first_night_to_the_end_of_its_last() -> None:
    bar = one(drawn(("2025-01-20", "2025-01-29", "Holiday", False)), "events")
    assert list(bar.base) == [date(2025, 1, 20).isoformat()]
    assert list(bar.x) == [10 * DAY]
    assert list(bar.text) == ["Holiday"]
    assert "20 to 29 January 2025" in bar.hovertext[0] or "20 to 29 Jan 2025" in bar.hovertext[0]


def test_what_is_left_out_is_hatched_and_says_so() -> None:
    bar = one(
        drawn(("2025-01-10", "2025-01-12", "Flu", True), ("2025-02-20", "2025-02-21", "Bed", False)), "events"
    )
    assert list(bar.marker.pattern.shape) == ["/", ""]
    assert ["left out" in words for words in bar.hovertext] == [True, False]


def test_names_that_would_run_into_each_other_are_in_the_hover_alone() -> None:
    bar = one(
        drawn(("2025-01-10", "2025-01-10", "A long break", False), ("2025-01-12", "2025-01-12", "B", False)),
        "events",
    )
    assert list(bar.text) == ["", "B"]
    assert "A long break" in bar.hovertext[0]


def test_a_name_without_room_after_its_stretch_stands_before_it() -> None:
    """The axis ends on 7 March: after the second stretch there is no room, between the two there is."""
    figure = drawn(
        ("2025-01-10", "2025-01-12", "a cold", False), ("2025-03-01", "2025-03-05", "a holiday", False)
    )
    assert list(one(figure, "events").text) == ["a cold", ""]
    before = one(figure, "names of events")
    assert [text.strip() for text in before.text] == ["a holiday"]
    assert list(before.x) == ["2025-03-01"]
    assert before.textposition == "middle left"


def test_stretches_off_the_axis_are_not_drawn() -> None:
    assert traces(drawn(("2024-01-01", "2024-01-05", "Before", False)), "events") == []


def test_markup_in_a_name_is_text() -> None:
    bar = one(drawn(("2025-01-20", "2025-01-29", "<b>x</b>", False)), "events")
    assert "<b>x" not in bar.text[0]
