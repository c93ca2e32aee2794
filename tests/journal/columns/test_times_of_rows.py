"""What the dates and times of rows are. Oracle: the kind that a reader by hand would give each table."""

import pytest

from analysis.journal import JournalError, read_journal


def kind(text: str) -> str:
    [receipt] = read_journal([("leg cramps.csv", text.encode())]).receipts
    return receipt.kind


def test_moments_of_the_small_hours_are_those_of_single_cramps() -> None:
    rows = "2025-03-01 02:10,left,6\n2025-03-01 04:45,left,5\n2025-03-04 03:30,right,4\n"
    assert kind(f"Date,Side,Pain\n{rows}") == "cramp log"


def test_a_pain_of_0_on_some_of_the_nights_makes_a_diary_of_them() -> None:
    rows = "2025-03-01,left,6\n2025-03-02,,0\n2025-03-04,right,4\n"
    assert kind(f"Date,Side,Pain\n{rows}") == "night diary"


def test_two_pains_of_one_date_are_two_cramps_even_beside_a_0() -> None:
    rows = "2025-03-01,left,6\n2025-03-01,right,5\n2025-03-02,,0\n2025-03-04,right,4\n"
    assert kind(f"Date,Side,Pain\n{rows}") == "cramp log"


@pytest.mark.parametrize("heading", ["Week", "Month"])
def test_cramps_of_weeks_or_months_are_no_cramps_of_nights(heading: str) -> None:
    rows = "2025-03-03,4\n2025-03-10,6\n2025-03-17,2\n"
    with pytest.raises(JournalError):
        read_journal([("leg cramps.csv", f"{heading},Cramps\n{rows}".encode())])


def test_dates_that_follow_each_other_are_days_whatever_their_heading_says() -> None:
    rows = "".join(f"2025-03-{day:02d},{day % 3}\n" for day in range(3, 10))
    assert kind(f"Week,Cramps\n{rows}") == "night diary"
