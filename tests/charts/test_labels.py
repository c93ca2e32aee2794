"""Short texts of the charts. The oracle is what a person would write."""

from datetime import date

import pytest

from analysis.charts import labels
from analysis.charts.template import Display
from analysis.measures.exposures import Level
from analysis.measures.results import Rate
from tests.charts.made import answer, change, yes_no_answer


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.434, "0.43"),
        (2.0, "2"),
        (2.56, "2.6"),
        (14.4, "14"),
        (1500.0, "1,500"),
        (float("inf"), "∞"),
    ],
)
def test_numbers_have_two_significant_digits(value: float, text: str) -> None:
    """Oracle: by hand."""
    assert labels.number(value) == text


def test_a_level_of_counted_things_leaves_out_its_upper_bound() -> None:
    """Oracle: nights with 1 up to, not including, 2 drinks."""
    drinks = Level("1–2", 1.0, 2.0, Rate(20, 10, 3.5))
    assert labels.level(drinks, 1, counted=True) == "1 to under 2"
    assert labels.level(drinks, 1) == "1 to 2"
    fluid = Level("1250 to 2000", 1250.0, 2000.0, drinks.rate)
    assert labels.level(fluid, 0.001) == "1.25 to 2"
    assert labels.level(fluid, Display(volume="fl oz").unit("mL/day")[0]) == "42 to 68"
    assert labels.level(fluid, Display(volume="glasses").unit("mL/day")[0]) == "5 to 8"


def test_dates_and_counts_read_as_said() -> None:
    """Oracle: by hand."""
    assert labels.days(date(2025, 5, 3), date(2025, 5, 9)) == "3 to 9 May 2025"
    assert labels.days(date(2024, 12, 30), date(2025, 1, 5)) == "30 Dec 2024 to 5 Jan 2025"
    assert labels.days(date(2025, 5, 3), date(2025, 5, 3)) == "3 May 2025"
    assert labels.weekday_day(date(2025, 3, 11)) == "Tue 11 Mar 2025"
    assert labels.counted(1, "night") == "1 night"
    assert labels.counted(0, "night") == "0 nights"
    assert labels.counted(2, "stretch", "stretches") == "2 stretches"


def test_questions_say_what_is_compared() -> None:
    """Oracle: by hand; 500 mL are 16.9 US fluid ounces and 2 glasses of 250 mL."""
    assert labels.question(answer(), Display()) == "Fluid: per extra 500 mL"
    assert labels.question(answer(), Display(volume="fl oz")) == "Fluid: per extra 17 fl oz"
    assert labels.question(answer(), Display(volume="glasses")) == "Fluid: per extra 2 glasses"
    assert labels.question(yes_no_answer(), Display()) == "Stretching: yes v no"
    above = answer("activity", label="Activity", unit="min/day", step=30.0, form="above_usual")
    assert labels.question(above, Display()) == "Activity above usual: per 30 min more"
    assert (
        labels.question(answer("standing", label="Standing", unit="h", step=1.0), Display())
        == "Standing: per extra hour"
    )
    assert (
        labels.question(answer("caffeine", label="Caffeine", unit="drinks", step=1.0), Display())
        == "Caffeine: per extra drink"
    )


def test_changes_say_what_happened_and_to_which_dose() -> None:
    """Oracle: by hand."""
    assert labels.change_name(change()) == "Magnesium started"
    assert labels.change_dose(change()) == "400 mg"
    raised = change(change="increase", dose_before=20.0, dose_after=40.0)
    assert labels.change_name(raised) == "Magnesium raised"
    assert labels.change_dose(raised) == "20 to 40 mg"
    assert (
        labels.change_name(change(generic=None, medication="x" * 60), letters=10)
        == "X" + "x" * 8 + "… started"
    )


def test_text_of_a_file_is_made_harmless_after_it_was_shortened() -> None:
    """Oracle: by hand: an entity is never cut in two."""
    assert labels.plain(labels.shortened("<b>bold</b> & more", 8)) == "&lt;b&gt;bold…"
    assert labels.plain("two\n lines") == "two lines"
