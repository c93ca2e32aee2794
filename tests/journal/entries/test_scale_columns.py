"""One scale for a column of scores. Oracle: each column read by hand; 40 of 100 is 4 of 10."""

import pytest

from tests.for_each import for_each
from tests.journal.entries.reading import diary, read, told, values, workbook


@for_each(
    ("heading", "cells", "severities"),
    [
        ("Pain", ["40", "60", "75", "10"], [4, 6, 7.5, 1]),
        ("Schmerz", ["0", "100", "35", "5", "80"], [0, 10, 3.5, 0.5, 8]),
        ("Pain", ["40-50", "60", "20"], [5, 6, 2]),
        ("Pain (0-100)", ["8", "4"], [0.8, 0.4]),
        ("Pain", ["40", "6/10", "severe", "70"], [4, 6, 8, 7]),
        ("Pain", ["40%", "60 %", "75%", "10%"], [4, 6, 7.5, 1]),
        ("Dolor", ["7", "5", "10", "3"], [7, 5, 10, 3]),
        ("Pain", ["7", "14", "3", "5"], [7, None, 3, 5]),
    ],
)
def test_all_scores_of_a_column_stand_on_one_scale(
    heading: str, cells: list[str], severities: list[float | None]
) -> None:
    journal = read(diary(heading, cells))
    assert values(journal, "severity", len(cells)) == severities
    assert "scale_not_known" not in told(journal)


@pytest.mark.parametrize(
    "cells",
    [["4", "6", "7", "40", "60", "75"], ["5", "70", "3", "8"], ["40", "5"], ["9", "8", "90", "80", "7"]],
)
def test_two_scales_in_one_column_give_no_score(cells: list[str]) -> None:
    """Where the end of the scale cannot be told no number is read, and the receipt says so once."""
    journal = read(diary("Pain", [*cells, "4/10"]))
    assert values(journal, "severity", len(cells) + 1) == [None] * len(cells) + [4]
    said = [problem for problem in journal.receipts[0].problems if problem.code == "scale_not_known"]
    assert [problem.column for problem in said if problem.row is None] == ["Pain"]


def test_tiredness_and_a_workbook_are_read_by_the_same_rule() -> None:
    assert values(read(workbook("Pain", [40, 60, 75, 10])), "severity", 4) == [4, 6, 7.5, 1]
    assert values(read(diary("Fatigue", ["40", "60", "75", "10"])), "fatigue", 4) == [4, 6, 7.5, 1]
