"""Exposure charts, asserted as data."""

from dataclasses import replace
from itertools import pairwise

import pytest

from analysis.charts import Display, plot_exposure, plot_lags
from analysis.measures.exposures import CurvePoint, Level
from analysis.measures.results import NO_RATIO, Range, Rate, RateRatio
from tests.charts.made import answer, rate, refused_answer, yes_no_answer


def one(figure, name):  # type: ignore[no-untyped-def]
    return next(trace for trace in figure.data if trace.name == name and list(trace.x) != [None])


def test_dots_and_intervals_are_the_levels() -> None:
    """Oracle: the levels of the answer."""
    made = answer()
    dots = one(plot_exposure(made), "rates")
    assert list(dots.y) == [item.rate.per_week for item in made.levels]
    for place, item in enumerate(made.levels):
        assert dots.y[place] + dots.error_y.array[place] == pytest.approx(item.rate.high)
        assert dots.y[place] - dots.error_y.arrayminus[place] == pytest.approx(item.rate.low)


@pytest.mark.parametrize(
    ("volume", "labels"),
    [
        ("mL", ["under 1.25", "1.25 to 1.6", "1.6 to 2.1", "2.1 or more"]),
        ("glasses", ["under 5", "5 to 6.4", "6.4 to 8.4", "8.4 or more"]),
        ("fl oz", ["under 42", "42 to 54", "54 to 71", "71 or more"]),
    ],
)
def test_each_level_is_named_in_the_readers_unit_with_its_nights(volume: str, labels: list[str]) -> None:
    """Oracle: by hand: 1250, 1600 and 2100 mL in litres, glasses of 250 mL, and ounces of 29.5735 mL."""
    texts = plot_exposure(answer(), Display(volume=volume)).layout.xaxis.ticktext  # type: ignore[arg-type]
    assert [text.split("<br>")[0] for text in texts] == labels
    assert [text.split(">")[2].split("<")[0] for text in texts] == [
        "24 nights",
        "33 nights",
        "41 nights",
        "29 nights",
    ]


def test_the_curve_stands_between_the_bounds_of_its_levels() -> None:
    """Oracle: by hand: 1250 mL bounds levels 0 and 1 (at 0.5), 1425 is the middle of level 1."""
    points = tuple(CurvePoint(value, 3.0, 2.0, 4.0) for value in (800.0, 1250.0, 1425.0, 2100.0, 2800.0))
    line = one(plot_exposure(answer(curve=points)), "curve")
    assert list(line.x) == pytest.approx([-0.5, 0.5, 1.0, 2.5, 3.5])
    assert list(line.y) == [3.0] * 5


def test_the_curve_never_turns_back() -> None:
    """Oracle: a larger amount stands further right."""
    line = one(plot_exposure(answer()), "curve")
    assert all(left < right for left, right in pairwise(line.x))


def test_the_usual_range_is_marked() -> None:
    """Oracle: by hand: 1300 to 2100 mL: a seventh into level 1, to the end of level 2."""
    shape = plot_exposure(answer()).layout.shapes[0]
    assert shape.x0 == pytest.approx(0.5 + 50 / 350)
    assert shape.x1 == pytest.approx(2.5)
    assert plot_exposure(answer()).layout.annotations[0].text == "usual range"


@pytest.mark.parametrize(("low", "high"), [(1800.0, 1800.0), (800.0, 900.0), (2600.0, 2800.0)])
def test_the_usual_range_is_seen_and_named_on_the_page_however_narrow(low: float, high: float) -> None:
    """Oracle: by hand: at the first level its name begins with it, at the last it ends with it."""
    figure = plot_exposure(answer(usual_range=Range(low, high)), Display(narrow=True))
    shape, said = figure.layout.shapes[0], figure.layout.annotations[0]
    assert shape.x1 - shape.x0 > 0.05
    middle = (shape.x0 + shape.x1) / 2
    assert said.xanchor == ("left" if middle < 0.5 else "right" if middle > 2.5 else "center")
    assert said.x == pytest.approx({"left": shape.x0, "right": shape.x1, "center": middle}[said.xanchor])


def test_the_band_has_edges_that_greyscale_keeps() -> None:
    """Oracle: the bounds of the curve's points, in the colour of the line and not of the usual range."""
    made = answer()
    edges = one(plot_exposure(made), "edges of the band")
    bounds = [*(point.low for point in made.curve), None, *(point.high for point in made.curve)]
    assert list(edges.y) == bounds
    assert edges.line.color == Display().palette.hydration


def test_levels_without_room_for_their_names_stand_above_each_other() -> None:
    """Oracle: the rates change places with the names; the first level is on top."""
    named = ("none at all", "light, such as strolling", "moderate", "very vigorous", "competitions")
    levels = tuple(Level(name, None, None, rate(20, 5 + place)) for place, name in enumerate(named))
    made = answer("activity_level", unit=None, levels=levels, curve=())
    wide, narrow = plot_exposure(made), plot_exposure(made, Display(narrow=True, large=True))
    assert list(one(wide, "rates").y) == list(one(narrow, "rates").x)
    assert narrow.layout.yaxis.range[0] > narrow.layout.yaxis.range[1]
    assert narrow.layout.yaxis.ticktext[1].startswith("light, such as<br>strolling<br>")


def test_one_level_or_no_cramp_is_said_not_drawn() -> None:
    """Oracle: nothing to compare: one level, or levels without a cramp."""
    single = answer(levels=(Level("", None, None, rate(1, 1)),), verdict="not_enough_data", nights_needed=27)
    none = answer(
        levels=tuple(Level(name, None, None, Rate(20, 0.0, 0.0, 0.0, 2.0)) for name in ("no", "yes"))
    )
    said = [plot_exposure(made).layout.annotations[0].text for made in (single, none)]
    assert said == [
        "Fluid: too few nights: 27 more needed",
        "Fluid: no cramp on the nights that could be compared",
    ]


def test_yes_and_no_stand_side_by_side_without_a_curve() -> None:
    """Oracle: by hand: 40 cramps in 80 nights are 3.5 a week; 21 in 45 are 3.27."""
    figure = plot_exposure(yes_no_answer())
    assert [round(value, 2) for value in one(figure, "rates").y] == [3.5, 3.27]
    assert [text.split("<br>")[0] for text in figure.layout.xaxis.ticktext] == ["no", "yes"]
    assert [trace.name for trace in figure.data] == ["rates"]


def test_named_levels_keep_their_names() -> None:
    """Oracle: the labels of the levels, although bounds stand beside them."""
    levels = tuple(Level(name, place, place + 1, rate(20, 5)) for place, name in enumerate(("none", "light")))
    figure = plot_exposure(answer("activity_level", unit=None, levels=levels, curve=()))
    assert [text.split("<br>")[0] for text in figure.layout.xaxis.ticktext] == ["none", "light"]


def test_a_refused_question_says_what_is_missing() -> None:
    """Oracle: nights_needed of the answer."""
    figure = plot_exposure(refused_answer())
    assert not figure.data
    assert figure.layout.annotations[0].text == "Alcohol: too few nights: 6 more needed"


def test_a_level_without_nights_has_no_dot() -> None:
    """Oracle: by hand: the first of two levels holds no night."""
    levels = (Level("", None, 1.0, rate(0, 0)), Level("", 1.0, None, rate(20, 5)))
    dots = one(plot_exposure(answer(unit="drinks", levels=levels, curve=())), "rates")
    assert list(dots.x) == [1]


def test_lags_stand_in_the_order_of_days() -> None:
    """Oracle: log2 of the ratios given: a half is -1, twice is 1."""
    ratios = {2: 2.0, 0: 0.5, 1: 1.0}
    answers = [
        answer(lag=lag, adjusted=RateRatio(ratio, ratio / 2, ratio * 2, 0.5)) for lag, ratio in ratios.items()
    ]
    figure = plot_lags(
        [*answers, answer(lag=3, adjusted=NO_RATIO, verdict="not_enough_data", nights_needed=4)]
    )
    assert list(one(figure, "answers").x) == [-1, 0, 1]
    assert list(figure.layout.yaxis.ticktext) == [
        "the day before the night", "2 days before", "3 days before", "4 days before",
    ]  # fmt: skip
    assert "too few nights: 4 more needed" in [said.text for said in figure.layout.annotations]


@pytest.mark.parametrize(
    ("field", "label", "unit", "title"),
    [
        ("steps", "Steps", "steps", "Steps [a day]"),
        ("caffeine", "Caffeine", "drinks", "Caffeine [drinks/day]"),
        ("activity", "Activity", "min/day", "Activity [min/day]"),
        ("room", "Room", "°C", "Room [°C]"),
    ],
)
def test_what_is_counted_of_a_day_says_so(field: str, label: str, unit: str, title: str) -> None:
    """Oracle: by hand; a column of the patient's own may be a temperature."""
    made = replace(answer(), field=field, label=label, unit=unit)
    assert plot_exposure(made).layout.xaxis.title.text == title
