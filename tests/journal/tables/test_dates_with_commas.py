"""Dates with a comma and no quotation marks. Oracle: the same file with its dates quoted, by hand."""

import pytest

from analysis.journal import Journal, read_journal
from analysis.journal.tables.dates_with_commas import JOINED


def read(text: str) -> Journal:
    return read_journal([("log.csv", text.encode())])


def ledger(journal: Journal) -> dict[str, float]:
    return {str(night.date()): count for night, count in journal.nights["cramps"].items()}


THREE = {"2025-01-13": 1, "2025-01-14": 0, "2025-01-15": 2}


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Night of,Leg cramps", ["January {}, 2025,{}"]),
        ("Night of,Leg cramps", ["Jan {}, 2025 9:00 PM,{}"]),
        ("Night of,Leg cramps", ["{} January, 2025,{}"]),
        ("Night of,Leg cramps", ["1/{}/2025, 9:00 PM,{}"]),
        ("Night of,Leg cramps,Notes", ["January {}, 2025,{},bad"]),
        ("Night of,Leg cramps,Notes", ["January {}, 2025,{},"]),
        ("Nacht vom,Wadenkrämpfe", ["Jan {}, 2025,{}"]),
    ],
)
def test_the_cells_of_a_date_are_one(head: str, rows: list[str]) -> None:
    text = "\n".join([head, *(rows[0].format(13 + at, count) for at, count in enumerate((1, 0, 2)))])
    journal = read(text + "\n")
    assert ledger(journal) == THREE
    assert [problem.row for problem in journal.receipts[0].problems if problem.problem == JOINED] == [2, 3, 4]


def test_a_day_of_the_week_and_a_year_are_part_of_the_date() -> None:
    days = ("Mon, Jan 13, 2025", "Tue, Jan 14, 2025", "Wed, Jan 15, 2025")
    rows = "\n".join(f"{day},{count}" for day, count in zip(days, (1, 0, 2), strict=True))
    assert ledger(read(f"Night of,Leg cramps\n{rows}\n")) == THREE
    quoted = rows.replace(", 2025", " 2025")
    assert ledger(read(f"Night of,Leg cramps\n{quoted}\n")) == THREE


@pytest.mark.parametrize(
    "text",
    [
        "Night of,Leg cramps\n2025-01-13,1,left\n2025-01-14,0,\n2025-01-15,2,right\n",
        "Night of,Time,Leg cramps\n2025-01-13,02:10,1\n2025-01-14,,0\n2025-01-15,03:00,2\n",
        "Day,Date,Leg cramps\nMon,2025-01-13,1\nTue,2025-01-14,0\nWed,2025-01-15,2\n",
    ],
)
def test_cells_of_their_own_stay_apart(text: str) -> None:
    journal = read(text)
    assert ledger(journal) == THREE
    assert not [problem for problem in journal.receipts[0].problems if problem.problem == JOINED]
