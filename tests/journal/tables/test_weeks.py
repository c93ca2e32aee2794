"""Rows of one week each, named by a day or by their number. Oracle: calendars, read by hand."""

from datetime import date

import pytest

from analysis.journal.tables.weeks import dates_in


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Week of 6 Jan 2025", date(2025, 1, 6)),  # a Monday
        ("week commencing 06.01.25", date(2025, 1, 6)),  # two digits are a year of this century
        ("KW 2 2025", date(2025, 1, 6)),
        ("Woche 1 2026", date(2025, 12, 29)),  # ISO: the week of the year's first Thursday
    ],
)
def test_days_that_a_title_names(title: str, day: date) -> None:
    assert day in set(dates_in(title))


def test_neither_the_53rd_week_of_a_year_of_52_nor_a_bare_number_names_a_day() -> None:
    """2025 has 52 weeks, 2026 has 53, the last of which begins on 28 December."""
    assert list(dates_in("KW 53 2025")) == []
    assert date(2026, 12, 28) in set(dates_in("KW 53 2026"))
    assert list(dates_in("Week 2")) == []
    assert list(dates_in("KW 54 2026")) == []
