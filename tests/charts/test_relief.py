"""Symptoms and what helped, asserted as data."""

from analysis.charts import (
    Display,
    plot_relief,
    plot_symptoms,
)
from tests.charts.made import patterns
from tests.charts.test_patterns import one


def test_symptoms_say_of_how_many() -> None:
    """Oracle: the counts given, most frequent first."""
    bars = one(plot_symptoms(patterns().symptoms), "symptoms")
    assert list(bars.x) == [60, 31, 12]
    assert list(bars.text) == ["60 of 70", "31 of 70", "12 of 70"]


def test_relief_shows_durations_with_and_without() -> None:
    """Oracle: by hand: stretching 3 against 6 min, heat 5 against 4; none noted for walking."""
    figure = plot_relief(patterns().relief)
    assert list(one(figure, "with it").x) == [3.0, 5.0]
    assert list(one(figure, "without it").x) == [6.0, 4.0]
    assert "helped 38 of 44" in figure.layout.yaxis.ticktext[0]
    assert figure.layout.annotations[0].text == "no duration noted"


def test_relief_without_any_duration_shows_how_often_it_was_used() -> None:
    """Oracle: by hand: walking was used 12 times."""
    walking = patterns().relief[1]
    assert list(one(plot_relief([walking]), "used").x) == [12]


def test_symptoms_on_a_phone_stand_in_two_lines() -> None:
    """Oracle: by hand: 16 letters a line."""
    names = plot_symptoms(patterns().symptoms, Display(narrow=True)).layout.yaxis.ticktext
    assert list(names) == ["Pain", "Visible<br>contraction", "Stiffness"]
