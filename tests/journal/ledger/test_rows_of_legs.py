"""A diary with a row for each leg: their counts add up. Oracle: the sums, done by hand."""

import pytest

from analysis.journal import read_journal
from tests.journal.checks import assert_sound


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [("Leg", "left", "right"), ("Bein", "links", "rechts"), ("Muscle", "calf", "foot"), ("Side", "L", "R")],
)
def test_the_rows_of_two_legs_add_up(heading: str, one: str, other: str) -> None:
    rows = [
        (1, one, 1, 5),
        (1, other, 2, 7),
        (2, one, 0, 0),
        (2, other, 0, 0),
        (3, one, 0, 0),
        (3, other, 1, 3),
    ]
    lines = "".join(f"2025-01-0{day},{leg},{count},{pain}\n" for day, leg, count, pain in rows)
    journal = read_journal([("d.csv", f"Date,{heading},Cramps,Pain\n{lines}".encode())])
    assert_sound(journal)
    assert journal.nights["cramps"].tolist() == [3, 0, 1]
    assert journal.nights["severity"].fillna(0).tolist() == [7, 0, 3]
    assert journal.receipts[0].rows.used == 6
    assert len(journal.cramps) == 4


def test_each_cramp_keeps_its_leg_and_a_leg_without_one_is_not_named() -> None:
    text = b"Date,Leg,Cramps\n2025-01-01,left,1\n2025-01-01,right,2\n2025-01-02,left,0\n2025-01-02,right,1\n"
    journal = read_journal([("d.csv", text)])
    assert journal.cramps["side"].tolist() == ["left", "right", "right", "right"]
    assert journal.nights["side"].tolist() == ["both", "right"]


def test_two_rows_of_one_leg_contradict_each_other() -> None:
    text = b"Date,Leg,Cramps\n2025-01-01,left,1\n2025-01-01,left,2\n2025-01-02,left,0\n"
    journal = read_journal([("d.csv", text)])
    assert journal.nights["cramps"].tolist() == [2, 0]
    assert journal.receipts[0].rows.rejected == 1
