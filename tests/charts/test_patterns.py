"""Patterns, remedies and months, asserted as data."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.charts import (
    Display,
    plot_hour_of_night,
    plot_logged_months,
    plot_month,
    plot_severity,
    plot_weekday,
)
from analysis.charts.labels import text_width
from analysis.measures.patterns import NamedRate
from analysis.measures.results import Rate
from tests.charts.made import made_review, patterns, rate
from tests.journals import make_journal


def one(figure, name):  # type: ignore[no-untyped-def]
    return next(trace for trace in figure.data if trace.name == name and list(trace.x) != [None])


def test_the_night_runs_from_evening_to_noon_through_midnight() -> None:
    """Oracle: by hand: 18:00 to 11:00 are 18 hours; midnight is the seventh; no cramp before 18:00."""
    found = patterns().hour_of_night
    figure = plot_hour_of_night(found)
    bars = one(figure, "cramps")
    assert list(bars.y) == list(found.cramps[6:])
    assert bars.hovertext[6].startswith("00:00 to 00:59")
    ticks = dict(zip(figure.layout.xaxis.tickvals, figure.layout.xaxis.ticktext, strict=True))
    assert (ticks[0], ticks[6], ticks[18]) == ("18:00", "00:00", "12:00")
    assert "12 without a time" in figure.layout.xaxis.title.text


def test_a_bar_tells_the_last_night_of_its_hour() -> None:
    """Oracle: by hand: a night for 02:00, the eighth hour after 18:00, and none for the others."""
    nights = tuple(date(2025, 3, 4) if hour == 2 else None for hour in patterns().hour_of_night.hours)
    bars = one(plot_hour_of_night(replace(patterns().hour_of_night, last_nights=nights)), "cramps")
    assert [told for (told,) in bars.customdata if told] == [bars.customdata[8][0]] == ["2025-03-04"]
    assert bars.hovertext[8].endswith("the last in the night of 4 Mar 2025: click")


def test_a_cramp_in_the_afternoon_is_not_dropped() -> None:
    """Oracle: the sum of the cramps."""
    found = patterns().hour_of_night
    early = replace(found, cramps=(0, 0, 3, *found.cramps[3:]), timed=found.timed + 3)
    bars = one(plot_hour_of_night(early), "cramps")
    assert sum(bars.y) == early.timed
    assert bars.hovertext[0].startswith("14:00")


def test_weekdays_begin_where_the_reader_wants() -> None:
    """Oracle: the rates by name."""
    found = patterns().weekdays
    sunday = plot_weekday(found, Display(first_weekday=6))
    assert [text[:3] for text in sunday.layout.xaxis.ticktext] == [
        "Sun",
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
    ]
    assert list(one(sunday, "rates").y) == [found[place].rate.per_week for place in (6, 0, 1, 2, 3, 4, 5)]


def test_a_month_without_a_night_has_no_dot() -> None:
    """Oracle: by hand: July has no night."""
    dots = one(plot_month(patterns().months), "rates")
    assert list(dots.x) == [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11]


def test_on_a_phone_names_stand_at_the_left() -> None:
    """Oracle: the axes change places, the rates stay."""
    wide, narrow = plot_weekday(patterns().weekdays), plot_weekday(patterns().weekdays, Display(narrow=True))
    assert list(one(wide, "rates").y) == list(one(narrow, "rates").x)
    assert narrow.layout.yaxis.range[0] > narrow.layout.yaxis.range[1]


def test_months_without_a_record_are_left_out_not_zero() -> None:
    """Oracle: the months whose median is None."""
    found = patterns().severity
    figure = plot_severity(found)
    kept = [item for item in found.months if item.median is not None]
    dots = one(figure, "medians")
    assert len(kept) < len(found.months)
    assert list(dots.y) == [item.median for item in kept]
    assert list(dots.x) == [item.start.replace(day=16).isoformat() for item in kept]
    assert figure.layout.yaxis.range[0] == 0
    assert figure.layout.yaxis.range[1] >= 10


def test_logged_and_unlogged_nights_make_up_each_month() -> None:
    """Oracle: by hand: of 31 nights from 1 January 20 are logged."""
    journal = make_journal([0.0] * 19 + [None] * 11 + [1.0], start="2025-01-01")
    figure = plot_logged_months(made_review(journal).completeness)
    assert list(one(figure, "logged").y) == [20]
    assert list(one(figure, "not logged").y) == [11]
    assert one(figure, "not logged").marker.pattern.shape == "/"


@pytest.mark.parametrize("display", [Display(), Display(narrow=True), Display(narrow=True, large=True)])
def test_clock_times_do_not_touch(display: Display) -> None:
    """Oracle: by hand: the widest text against the room between two ticks."""
    axis = plot_hour_of_night(patterns().hour_of_night, display).layout.xaxis
    step = axis.tickvals[1] - axis.tickvals[0]
    assert step / axis.range[1] * (display.safe_width - 60) >= text_width("00:00", display.small)
    assert (axis.ticktext[0], axis.ticktext[-1]) == ("18:00", "12:00")


def test_two_cramps_make_a_whole_axis_and_bars_of_nothing_no_edge() -> None:
    """Oracle: by hand: one cramp at 02 and one at 04."""
    found = patterns().hour_of_night
    cramps = tuple(1 if hour in (2, 4) else 0 for hour in found.hours)
    figure = plot_hour_of_night(replace(found, cramps=cramps, timed=2, untimed=0))
    bars = one(figure, "cramps")
    assert figure.layout.yaxis.dtick == 1
    assert list(bars.marker.line.width) == list(bars.y)


def test_rates_without_a_cramp_are_said_not_drawn() -> None:
    """Oracle: seven weekdays without a cramp; an interval without a rate would run off any axis."""
    none = [NamedRate(each.name, Rate(11, 0.0, 0.0, 0.0, 2.4)) for each in patterns().weekdays]
    for figure in (plot_weekday(none), plot_month([replace(each) for each in none])):
        assert not figure.data
        assert figure.layout.annotations[0].text == "No cramp is recorded on these nights."


def test_months_begin_and_end_with_the_journal() -> None:
    """Oracle: by hand: March to June have nights, April has none and stays."""
    nights = {"March": 20, "May": 30, "June": 12}
    found = [NamedRate(each.name, rate(nights.get(each.name, 0), 5)) for each in patterns().months]
    axis = plot_month(found).layout.xaxis
    assert [text[:3] for text in axis.ticktext] == ["Mar", "Apr", "May", "Jun"]


def test_of_few_nights_no_dot_is_drawn() -> None:
    """Oracle: by hand: a month of which one night is logged would stand at 7 a week."""
    nights = {"March": 20, "April": 1, "May": 30}
    found = [NamedRate(each.name, rate(nights.get(each.name, 0), 5)) for each in patterns().months]
    assert list(one(plot_month(found), "rates").x) == [0, 2]
    few = [NamedRate(each.name, rate(3 if each.name == "Monday" else 20, 5)) for each in patterns().weekdays]
    assert list(one(plot_weekday(few), "rates").x) == [1, 2, 3, 4, 5, 6]
    none = plot_month([NamedRate(each.name, rate(2, 1)) for each in patterns().months])
    assert not none.data
    assert none.layout.annotations[0].text == "Too few nights are logged in each."


@pytest.mark.parametrize("narrow", [False, True])
def test_a_month_without_a_dot_is_accounted_for(narrow: bool) -> None:
    """Oracle: by hand: 13 nights in July, or 30; a month without any night names itself."""
    for nights, told in ((13, True), (30, False), (0, False)):
        months = [NamedRate("July", rate(nights, 0)), NamedRate("August", rate(31, 9))]
        figure = plot_month(months, Display(narrow=narrow))
        below = figure.layout.xaxis.title.text
        assert ("no dot: under 14 nights" in below) == told
