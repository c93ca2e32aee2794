"""A column of hours without a unit. Oracle: a day has 24 hours, 1440 minutes and 86,400 seconds."""

import pytest

from tests.journal.entries.reading import diary, read, values


@pytest.mark.parametrize(
    ("cells", "hours"),
    [
        (["7", "6.5", "8"], [7, 6.5, 8]),
        (["420", "390", "480"], [7, 6.5, 8]),
        (["25200", "23400", "28800"], [7, 6.5, 8]),
        (["25200", "25200", "25200"], [7, 7, 7]),
        (["420", "0", "480"], [7, 0, 8]),  # a 0 is one in every unit
    ],
)
def test_the_unit_is_told_by_the_size_of_all_numbers(cells: list[str], hours: list[float]) -> None:
    assert values(read(diary("Sleep", cells)), "sleep", 3) == hours


def test_an_assumed_unit_is_said_once_and_hours_need_none() -> None:
    """By hand: of the minutes the receipt says that they are, of the hours nothing."""
    receipts = [read(diary("Sleep", cells)).receipts[0] for cells in (["420", "390"], ["7", "6.5"])]
    said = [
        sum("numbers of this size" in problem.problem for problem in receipt.problems) for receipt in receipts
    ]
    assert said == [1, 0]


def test_a_number_below_a_days_hours_makes_all_hours() -> None:
    """Two units in one column are not guessed apart: 420 hours are set aside, and the 7 stands."""
    journal = read(diary("Sleep", ["7", "420"]))
    assert values(journal, "sleep", 2) == [7, None]
    assert {problem.row for problem in journal.receipts[0].problems} == {3}
