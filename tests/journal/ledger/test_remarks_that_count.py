"""Remarks of nights whose own cell for the cramps is empty. Oracle: what each says, by hand; a number and a
none are read alike, and what is not plain leaves the night unlogged.
"""

import pytest

from analysis.journal import Journal, read_journal
from tests.for_each import for_each


def read(remark: str, count: str = "") -> Journal:
    text = f'Date,Cramps,Notes\n2025-03-01,0,\n2025-03-02,{count},"{remark}"\n2025-03-03,2,\n'
    return read_journal([("diary.csv", text.encode())])


@for_each(
    ("remark", "cramps"),
    [
        ("no cramps", 0),
        ("cramp-free", 0),
        ("2 cramps at 3am", 2),
        ("one cramp", 1),
        ("slept badly. 2 cramps at 3 am, walked", 2),
        ("keine Krämpfe", 0),
        ("2 Krämpfe um 3 Uhr", 2),
        ("pas de crampe", 0),
        ("deux crampes", 2),
        ("sin calambres", 0),
        ("un calambre", 1),
        ("brak skurczu", 0),
        ("こむら返り1回", 1),
        ("no calf cramps", 0),
        (
            "no cramp tonight",
            0,
        ),  # a bare none stands beside the date of its row, as in the cell
        ("no cramps last night", 0),
    ],
)
def test_a_remark_answers_for_an_empty_cell_and_the_receipt_says_so(remark: str, cramps: int) -> None:
    journal = read(remark)
    assert journal.nights["cramps"].tolist() == [0, cramps, 2]
    (said,) = [problem for problem in journal.receipts[0].problems if problem.row == 3]
    assert "read from it" in said.problem


@for_each(
    "remark",
    ["cramp last night", "took magnesium for cramps", "cramps?", "3 days without cramps",
     "less cramp than yesterday", "almost a cramp", "husband had a cramp", "no cramps for a week",
     "no cramps yesterday", "1 cramp at 14:00", "2 cramps at 23:00 and 15:00"],
)  # fmt: skip
def test_a_remark_that_is_not_plain_leaves_the_night_unlogged_and_is_listed(remark: str) -> None:
    journal = read(remark)
    assert journal.nights["logged"].tolist() == [True, False, True]
    (said,) = [problem for problem in journal.receipts[0].problems if problem.row == 3]
    assert said.problem.endswith("the night is not logged")


@pytest.mark.parametrize("remark", ["late tea", "hand cramp", "cramp during the day", "period cramps"])
def test_a_remark_about_something_else_says_nothing(remark: str) -> None:
    journal = read(remark)
    assert journal.nights["logged"].tolist() == [True, False, True]
    assert not [problem for problem in journal.receipts[0].problems if problem.row == 3]


def test_a_filled_cell_stands_whatever_the_remark_says() -> None:
    assert read("2 cramps at 3am", "1").nights["cramps"].tolist() == [0, 1, 2]
