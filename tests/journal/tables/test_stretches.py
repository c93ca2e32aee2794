"""Two days in one cell. Oracle: the two days that a person reads in it."""

import pytest

from analysis.journal.tables.raw_table import RawTable
from analysis.journal.tables.stretches import part_stretches, stretch_in
from tests.for_each import for_each


@for_each(
    ("cell", "first", "last"),
    [
        ("10 Jan 2025 - 3 Mar 2025", "10 Jan 2025", "3 Mar 2025"),
        ("10 Jan 2025 – present", "10 Jan 2025", "present"),
        ("10.01.2025 bis 15.03.2025", "10.01.2025", "15.03.2025"),
        ("du 10/01/2025 au 15/03/2025", "10/01/2025", "15/03/2025"),
        ("desde 10/01/2025 hasta 15/03/2025", "10/01/2025", "15/03/2025"),
        ("dal 10/01/2025 al 15/03/2025", "10/01/2025", "15/03/2025"),
        ("10-01-2025 tot 15-03-2025", "10-01-2025", "15-03-2025"),
        ("10/01/2025-15/03/2025", "10/01/2025", "15/03/2025"),
        ("2025-01-10/2025-03-15", "2025-01-10", "2025-03-15"),
        ("10-25 Jan 2025", "10 Jan 2025", "25 Jan 2025"),
        ("10 Jan - 3 Mar 2025", "10 Jan 2025", "3 Mar 2025"),
        ("20 Dec - 5 Jan 2025", "20 Dec 2024", "5 Jan 2025"),
        ("seit 2019", "2019", ""),
        ("since 3 Feb 2025", "3 Feb 2025", ""),
        ("ab 01.03.2025", "01.03.2025", ""),
        ("bis 20.02.2025", "", "20.02.2025"),
        ("2019 - present", "2019", "present"),
    ],
)
def test_first_and_last_day(cell: str, first: str, last: str) -> None:
    assert stretch_in(cell) == (first, last)


@pytest.mark.parametrize(
    "cell", ["2025-01-10", "10.01.2025", "22:00 - 06:30", "1-0-1", "since yesterday", "5-10"]
)
def test_what_is_no_stretch(cell: str) -> None:
    assert stretch_in(cell) is None


def table(headers: list[str], rows: list[list[str]]) -> RawTable:
    return RawTable(None, headers, rows, list(range(2, len(rows) + 2)), 1)


def test_a_list_of_medicines_gets_two_columns_and_keeps_what_is_no_stretch() -> None:
    made = table(
        ["Drug", "Period"], [[f"drug {at}", "10 Jan 2025 - 3 Mar 2025"] for at in range(9)] + [["x", "?"]]
    )
    part_stretches(made)
    assert made.headers == ["Drug", "Period: first day", "Period: last day"]
    assert made.rows[0][1:] == ["10 Jan 2025", "3 Mar 2025"]
    assert made.rows[9][1:] == ["?", ""]


def test_a_table_of_something_else_is_left_as_it_is() -> None:
    made = table(["Trip", "Dates"], [["Lisbon", "10 Jan 2025 - 13 Jan 2025"]])
    part_stretches(made)
    assert made.headers == ["Trip", "Dates"]
