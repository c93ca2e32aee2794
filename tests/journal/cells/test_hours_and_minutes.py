"""Hours and minutes without a mark between them. Oracle: what each says to a reader of its language."""

import pytest

from analysis.journal.cells import cramps_in_cell, read_clock, with_minutes_joined
from tests.for_each import for_each


@for_each(
    "text",
    [
        "3 Uhr 20", "03 Uhr 20", "um 3 Uhr 20", "3 heures 20", "vers 3 h 20", "3 uur 20", "3 y 20",
        "a las 3 y 20", "3 e 20", "ore 3 e 20", "alle 3 e 20", "kl 3 20", "kl. 3 20", "o 3 20", "klo 3 20",
        "saat 3 20", "at 3 20", "3 20", "03 20", "3 20 am", "3 20 Uhr", "v 3 hod 20",
    ],
)  # fmt: skip
def test_an_hour_and_its_minutes_are_one_time(text: str) -> None:
    cell = read_clock(text)
    assert [time.isoformat("minutes") for time in cell.value] == ["03:20"]


@pytest.mark.parametrize("text", ["3 10", "2 12", "3 y 5", "3 e 10", "3 Uhr 5", "03 05"])
def test_a_number_that_may_be_minutes_or_another_time_is_open(text: str) -> None:
    cell = read_clock(text)
    assert cell.value is None
    assert cell.problem is not None
    assert "can mean either" in cell.problem


@pytest.mark.parametrize(
    ("text", "hours"),
    [("2 4", [2, 4]), ("2 y 4", [2, 4]), ("22 23", [22, 23]), ("3 Uhr 5 Uhr", [3, 5]), ("1, 3", [1, 3])],
)  # fmt: skip
def test_two_times_stay_two(text: str, hours: list[int]) -> None:
    assert [time.hour for time in read_clock(text).value] == hours


@pytest.mark.parametrize("text", ["yes at 3 20", "1 um 3 Uhr 20", "3 Uhr 20", "tak, o 3 20", "1 vers 3 h 20"])
def test_in_the_place_of_a_count_they_are_one_cramp(text: str) -> None:
    assert cramps_in_cell(text).value == 1


@pytest.mark.parametrize(
    "text", ["10 minut", "5 minuter", "10 minutter", "15 minuutti", "10 dakika", "20 perc", "10 минут"]
)
def test_minutes_count_no_cramps(text: str) -> None:
    assert cramps_in_cell(text).value is None


@pytest.mark.parametrize(
    "text", ["3 Uhr 20 min", "lasted 2 h 20", "at 3 20 cramps", "um 3 Uhr 10 mal", "2 x 20"]
)
def test_lengths_and_counts_behind_an_hour_are_no_minutes(text: str) -> None:
    assert with_minutes_joined(text) == text
