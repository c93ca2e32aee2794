"""Times with a date of their own. Oracle: the moments as written; the night before, up to noon."""

from datetime import date

import pytest

from analysis.journal import Journal, read_journal


def read(*rows: str) -> Journal:
    text = "\n".join(["Date,Time,Side", *rows])
    return read_journal([("leg cramps.csv", text.encode())], today=date(2026, 11, 26))


def found(journal: Journal) -> list[tuple[str, str]]:
    cramps = zip(journal.cramps["onset"], journal.cramps["night"], strict=True)
    return [(f"{onset:%Y-%m-%d %H:%M}", f"{night:%Y-%m-%d}") for onset, night in cramps]


@pytest.mark.parametrize(
    ("day", "moment", "onset", "night"),
    [
        ("2025-01-04", "2025-01-05 03:10", "2025-01-05 03:10", "2025-01-04"),
        ("2025-01-05", "2025-01-05 03:10", "2025-01-05 03:10", "2025-01-04"),
        ("2025-01-04", "2025-01-04 23:10", "2025-01-04 23:10", "2025-01-04"),
        ("2025-01-05", "2025-01-04T23:10", "2025-01-04 23:10", "2025-01-04"),
        ("2025-01-04", "05/01/2025 03:10", "2025-01-05 03:10", "2025-01-04"),
        ("2025-01-04", "01/05/2025 3:10 am", "2025-01-05 03:10", "2025-01-04"),
        ("2025-01-04", "2025-01-05 00:00", "2025-01-05 00:00", "2025-01-04"),
    ],
)
def test_the_date_beside_the_time_is_that_of_the_cramp(day: str, moment: str, onset: str, night: str) -> None:
    assert found(read(f"{day},{moment},left")) == [(onset, night)]


def test_two_dates_far_apart_are_said() -> None:
    """By hand: 9 days; the date of the row counts, and the first row has nothing to say."""
    journal = read("2025-01-04,2025-01-05 03:10,left", "2025-01-10,2025-01-19 03:10,right")
    assert found(journal) == [("2025-01-05 03:10", "2025-01-04"), ("2025-01-10 03:10", "2025-01-09")]
    said = [problem for problem in journal.receipts[0].problems if problem.action == "conflict"]
    assert [(problem.row, problem.column) for problem in said] == [(3, "Time")]
    assert "9 days" in said[0].problem


def test_times_without_a_date_and_those_of_a_spreadsheet_stay() -> None:
    """By hand: 1899-12-30 is the day zero of spreadsheets, and no date of a cramp."""
    journal = read("2025-01-04,03:10,left", "2025-01-08,1899-12-30 03:10,left")
    assert found(journal) == [("2025-01-04 03:10", "2025-01-03"), ("2025-01-08 03:10", "2025-01-07")]
    assert not any(problem.action == "conflict" for problem in journal.receipts[0].problems)
