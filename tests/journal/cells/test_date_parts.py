"""Dates of which only the month or the year is written."""

from datetime import date

import pytest

from analysis.journal.cells import DatePart, date_part, is_since_before
from tests.for_each import for_each


@for_each(
    "text",
    ["March 2019", "mar. 2019", "03/2019", "2019-03", "2019/3", "since March 2019", "seit März 2019",
     "depuis mars 2019", "early March 2019", "marzo 2019", "maart 2019", "03.2019"],
)  # fmt: skip
def test_a_month_leaves_its_days_possible(text: str) -> None:
    """By hand: March has 31 days."""
    assert date_part(text) == DatePart(date(2019, 3, 1), date(2019, 3, 31))
    assert DatePart(date(2019, 3, 1), date(2019, 3, 31)).is_month


@for_each(
    "text",
    ["2019", "since 2019", "ca. 2019", "seit ca. 2019", "spring 2019", "Anfang 2019", "vers 2019", "2019?"],
)
def test_a_year_leaves_all_of_it_possible(text: str) -> None:
    part = date_part(text)
    assert part == DatePart(date(2019, 1, 1), date(2019, 12, 31))
    assert not part.is_month


@for_each("text", ["", "12 March 2019", "2019-03-12", "13/2019", "lunch 2019", "1819", "40 mg", "2019 2020"])
def test_a_day_or_other_words_are_no_part_of_a_date(text: str) -> None:
    assert date_part(text) is None


@for_each(
    "text",
    ["since before", "long term", "for years", "10 years ago", "many years", "seit 10 Jahren", "seit Jahren",
     "vor dem Tagebuch", "depuis longtemps", "depuis 5 ans", "desde hace años", "da sempre", "al jaren",
     "always"],
)  # fmt: skip
def test_it_began_before_without_a_date(text: str) -> None:
    assert is_since_before(text)


@pytest.mark.parametrize("text", ["", "2019", "yesterday", "before dinner", "after surgery", "5 days ago"])
def test_other_words_do_not_say_so(text: str) -> None:
    assert not is_since_before(text)
