"""A column of dates. Oracle: the calendar, and what a person would read in the text."""

import random
from datetime import date, datetime, timedelta
from functools import partial

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.journal.cells.dates import DateColumn, read_date_column
from analysis.journal.model import DateOrder
from tests.clock import assert_within

TODAY = date(2026, 11, 23)


def read(*texts: str | float | datetime | None, order: DateOrder | None = None) -> DateColumn:
    return read_date_column(list(texts), order, TODAY)


def days(column: DateColumn) -> list[str | None]:
    return [value.strftime("%Y-%m-%d") if value is not None else None for value in column.values]


def test_blank_cells_are_blank() -> None:
    column = read("2020-09-22", "", "  ", "-", "n/a", None, float("nan"))
    assert column.values[1:] == [None] * 6
    assert column.problems == [None] * 7


def test_the_future_and_the_distant_past_are_set_aside() -> None:
    column = read("2026-11-23", "2026-11-24", "2062-09-22", "1066-10-14", "22/09/62", "22/09/35")
    assert days(column) == ["2026-11-23", None, None, None, "1962-09-22", None]
    assert all(column.problems[at] for at in (1, 2, 3, 5))


# --- the order of day and month
# -----------------------------------------------------------------------------------


def test_a_day_above_twelve_decides_the_order_of_the_whole_column() -> None:
    column = read("01/02/2020", "02/02/2020", "13/02/2020")
    assert (column.order, column.order_open) == ("dmy", False)
    assert days(column) == ["2020-02-01", "2020-02-02", "2020-02-13"]
    column = read("02/01/2020", "02/02/2020", "02/13/2020")
    assert (column.order, column.order_open) == ("mdy", False)
    assert days(column) == ["2020-02-01", "2020-02-02", "2020-02-13"]


def test_an_open_order_gives_the_contiguous_journal_and_says_so() -> None:
    """1 to 12 March: twelve nights in a row, or the third day of twelve months."""
    column = read(*[f"{day:02d}/03/2020" for day in range(1, 13)])
    assert (column.order, column.order_open, column.other_order) == ("dmy", True, "mdy")
    column = read(*[f"03/{day:02d}/2020" for day in range(1, 13)])
    assert (column.order, column.order_open, column.other_order) == ("mdy", True, "dmy")
    assert days(column)[11] == "2020-03-12"


def test_no_order_that_lies_in_the_future_is_chosen() -> None:
    """11/12/2026 is the 11th of December to come, or the 12th of November that was."""
    column = read("11/12/2026")
    assert (column.order, days(column)) == ("mdy", ["2026-11-12"])
    assert not column.order_open


def test_weekdays_decide_between_the_orders() -> None:
    """The 3rd of April 2021 was a Saturday, the 4th of March 2021 a Thursday."""
    assert days(read("Sat 03/04/2021")) == ["2021-04-03"]
    assert days(read("Thu 03/04/2021")) == ["2021-03-04"]
    assert not read("Thu 03/04/2021").order_open


def test_a_weekday_that_does_not_fit_is_said() -> None:
    column = read("Monday 22 September 2020")
    assert days(column) == ["2020-09-22"]
    assert "weekday" in str(column.problems[0])


def test_points_mean_day_month_year() -> None:
    column = read("05.06.2020", "05.07.2020")
    assert (column.order, column.order_open) == ("dmy", False)
    assert days(column) == ["2020-06-05", "2020-07-05"]


def test_two_digit_years_first() -> None:
    column = read(*[f"20-09-{day}" for day in range(13, 30)])
    assert column.order == "ymd"
    assert days(column)[0] == "2020-09-13"


def test_the_person_chooses_the_order() -> None:
    assert days(read("03/04/2020", order="dmy")) == ["2020-04-03"]
    assert days(read("03/04/2020", order="mdy")) == ["2020-03-04"]
    column = read("03/04/2020", "03/25/2020", order="dmy")
    assert days(column) == ["2020-04-03", None]
    assert not column.order_open


def test_one_wrong_date_does_not_turn_the_column_round() -> None:
    column = read("13/02/2020", "14/02/2020", "15/02/2020", "02/16/2020")
    assert days(column) == ["2020-02-13", "2020-02-14", "2020-02-15", None]
    assert column.problems[3]


def test_no_order_where_none_matters() -> None:
    column = read("2020-09-22", "05/05/2020", "22 Sep 2020")
    assert (column.order, column.order_open) == (None, False)


def test_dates_without_a_year_take_the_one_that_fits() -> None:
    """Without any year: the latest that is not in the future, of rows in the order of their days the latest
    for all. Beside dates with one: the year nearest to them.
    """
    assert days(read("22.9.", "24.12.", "2.8.", "3.12.")) == [
        "2026-09-22", "2025-12-24", "2026-08-02", "2025-12-03",
    ]  # fmt: skip
    assert days(read("22.9.", "24.12.")) == ["2025-09-22", "2025-12-24"]
    assert days(read("Mo 22.9.", "Di 23.9.")) == [
        "2025-09-22",
        "2025-09-23",
    ]  # a Tuesday and a Wednesday in 2026
    column = read("30 Dec 2019", "31 Dec", "1 Jan", "2 Jan 2020")
    assert days(column) == ["2019-12-30", "2019-12-31", "2020-01-01", "2020-01-02"]
    assert column.repaired == [False, True, True, False]


# --- invariance
# ---------------------------------------------------------------------------------------------------

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_FORMS = {
    "iso": lambda day: day.isoformat(),
    "dmy": lambda day: f"{day.day:02d}/{day.month:02d}/{day.year}",
    "mdy": lambda day: f"{day.month}/{day.day}/{day.year}",
    "points": lambda day: f"{day.day}.{day.month}.{day.year % 100:02d}",
    "words": lambda day: f"{_MONTHS[day.month - 1]} {day.day}, {day.year}",
    "weekday": lambda day: day.strftime("%a %d %b %Y"),
    "serial": lambda day: str((day - date(1899, 12, 30)).days),
}


@settings(max_examples=300, deadline=None)
@given(
    first=st.dates(date(2001, 1, 1), date(2026, 6, 1)),
    length=st.integers(14, 120),
    form=st.sampled_from(sorted(_FORMS)),
    seed=st.integers(0, 10_000),
)
def test_a_journal_in_any_form_and_any_order_of_rows_reads_back(
    first: date, length: int, form: str, seed: int
) -> None:
    """Two weeks or more of nights hold a day above 12 or are contiguous in one reading only."""
    nights = [first + timedelta(days=step) for step in range(length)]
    random.Random(seed).shuffle(nights)
    column = read(*[_FORMS[form](night) for night in nights])
    assert [value.date() for value in column.values if value is not None] == nights


# --- time
# ---------------------------------------------------------------------------------------------------------

_HOSTILE = [
    "1" * 100_000,
    "1/" * 50_000,
    "1/1/1" * 20_000,
    " " * 100_000 + "x",
    "a" * 100_000,
    "1 " * 50_000,
    "12:" * 33_333,
    "+1" * 50_000,
    "é" * 100_000,
    "Jan " * 25_000,
    "(" * 100_000,
    "2020-09-22" + " " * 100_000 + "02:10 x",
    "٣" * 100_000,
]


@pytest.mark.parametrize("text", _HOSTILE)
@pytest.mark.clock
def test_hostile_cells_take_no_time(text: str) -> None:
    assert_within(0.05, lambda: read(text))


@pytest.mark.clock
def test_ten_years_of_nights_are_read_quickly() -> None:
    """3,650 different dates in under 100 ms in each form; they take 10 to 40 ms on two shared cores."""
    nights = [date(2016, 1, 1) + timedelta(days=step) for step in range(3650)]
    for form in ("iso", "dmy", "points", "words"):
        texts = [_FORMS[form](night) for night in nights]
        assert [value.date() for value in read(*texts).values if value is not None] == nights
        assert_within(0.25, partial(read, *texts))


def test_values_are_naive_timestamps() -> None:
    value = read("2020-09-22T02:10:00+02:00").values[0]
    assert isinstance(value, pd.Timestamp)
    assert value.tz is None


def test_weekdays_that_fit_no_order_decide_nothing() -> None:
    """1 to 4 September 2026 are Tuesday to Friday: one off, only the last fits the other order."""
    read = read_date_column(
        ["Mon 1/9/26", "Tue 2/9/26", "Wed 3/9/26", "Thu 4/9/26"], None, date(2026, 11, 27)
    )
    assert [day.strftime("%m-%d") for day in read.values if day is not None] == [
        "09-01",
        "09-02",
        "09-03",
        "09-04",
    ]
    assert read.order_open
