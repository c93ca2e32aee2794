"""Years of dates that are written without one. Oracle: the days from which the texts were made."""

from datetime import date, timedelta

import pytest

from analysis.journal.cells import read_date_column
from tests.for_each import for_each

WINTER = [date(2024, 10, 15) + timedelta(at) for at in range(150)]  # over the turn of the year
TODAY = date(2026, 11, 27)


def days(texts: list[str], span: tuple[date, date] | None = None, today: date = TODAY) -> list[date]:
    return [value.date() for value in read_date_column(texts, None, today, span).values if value is not None]


@for_each("form", ["%d %b", "%d/%m", "%d.%m.", "%B %d"])
@for_each("newest_first", [False, True])
def test_january_below_december_is_of_the_next_year(form: str, newest_first: bool) -> None:
    """The latest winter that has ended, whichever end the list begins with."""
    winter = WINTER[::-1] if newest_first else WINTER
    assert days([day.strftime(form) for day in winter], today=date(2025, 9, 1)) == winter


def test_the_rows_go_on_for_years() -> None:
    """Thirty days between the rows, over three years: a day and month come again, each in its own year."""
    told = [date(2023, 2, 1) + timedelta(30 * at) for at in range(37)]
    assert days([day.strftime("%d %b") for day in told], today=date(2026, 2, 1)) == told


def test_weekdays_tell_the_year() -> None:
    """15 October was a Tuesday in 2024, and before that in 2019."""
    assert days([day.strftime("%a %d %b") for day in WINTER]) == WINTER


@pytest.mark.parametrize(
    "span",
    [
        (date(2024, 1, 1), date(2024, 12, 31)),  # "winter 2024" names the year in which it begins
        (date(2024, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_title_tells_the_year(span: tuple[date, date]) -> None:
    assert days([day.strftime("%d %b") for day in WINTER], span) == WINTER


def test_a_title_names_the_year_of_nearly_all_rows() -> None:
    """Two nights of December above a year: the year is that of the many."""
    told = [date(2024, 12, 30) + timedelta(at) for at in range(100)]
    assert days([day.strftime("%d %b") for day in told], (date(2025, 1, 1), date(2025, 12, 31))) == told


def test_one_date_with_a_year_tells_those_of_all_others() -> None:
    """The last row lies 149 days behind the first, which alone has its year."""
    texts = [day.strftime("%d %b") for day in WINTER]
    assert days([f"{texts[0]} 2024", *texts[1:]]) == WINTER


def test_a_mistyped_month_moves_no_other_row() -> None:
    texts = [day.strftime("%d %b") for day in WINTER]
    texts[20] = "4 Sep"
    assert days(texts, today=date(2025, 9, 1))[21:] == WINTER[21:]


@for_each("form", ["%d %b", "%d/%m"])
@for_each("newest_first", [False, True])
@for_each(
    "told",
    [
        [date(2026, 2, 25), date(2026, 2, 26), date(2026, 2, 28), date(2026, 3, 20)],  # an appointment
        [date(2025, 11, 10), date(2026, 1, 5), date(2026, 4, 20)],  # a medicine that is planned
        [date(2026, 2, 25), date(2026, 2, 26), date(2026, 2, 28), date(2026, 3, 2)],  # of tomorrow
    ],
)
def test_a_planned_row_moves_no_other_row(form: str, newest_first: bool, told: list[date]) -> None:
    """The row ahead alone is none that can be read."""
    told, today = told[::-1] if newest_first else told, date(2026, 3, 1)
    assert days([day.strftime(form) for day in told], today=today) == [day for day in told if day <= today]


def test_many_rows_ahead_are_of_the_year_before() -> None:
    """Half of the winter would lie after the day of reading."""
    assert days([day.strftime("%d %b") for day in WINTER], today=date(2025, 12, 30))[0] == date(2024, 10, 15)
