"""Horizontal bars, asserted as data."""

from analysis.charts.bars import NamedBar, axis_end, bars_across, count_ticks
from analysis.charts.labels import text_width
from analysis.charts.template import Display
from tests.for_each import for_each


@for_each("display", [Display(), Display(narrow=True), Display(narrow=True, large=True)])
@for_each("length", [1.0, 37.0, 4000.0])
def test_the_text_behind_a_bar_stays_on_the_axis(display: Display, length: float) -> None:
    """Oracle: by hand: pixels of the bar and of its text together against the width left beside the names."""
    end = axis_end(length, "12 of 70", 90.0, display)
    width = display.safe_width - 90 - 40
    assert length / end * width + text_width("12 of 70", display.small) <= width


def test_the_axis_reaches_what_is_asked_for_and_every_bar() -> None:
    """Oracle: by hand: 14 nights are asked for, and a bar of 20 is longer."""
    short = [NamedBar("a", 2.0, "", "")]
    long = [NamedBar("a", 20.0, "", "")]
    ends = [
        bars_across(bars, Display(), name="nights", title="Nights", names_px=50, least=14.0)[1]["xaxis"][
            "range"
        ]
        for bars in (short, long)
    ]
    assert ends[0] == [0, 14.0]
    assert ends[1][1] >= 20


def test_few_cramps_have_whole_ticks() -> None:
    """Oracle: nobody has half a cramp: one tick for each number up to five."""
    assert count_ticks(1)["dtick"] == count_ticks(5)["dtick"] == 1
    assert "dtick" not in count_ticks(200)


def test_a_bar_of_nothing_needs_no_more_than_the_least() -> None:
    """Oracle: by hand: no length and a text of any width begin at 0."""
    assert axis_end(0.0, "none at all", 90.0, Display()) == 0
