"""Answers that tell of several cramps without one number. Oracle: each was counted by hand."""

import pytest

from analysis.journal import read_journal
from analysis.journal.cells.counts import cramps_in_cell
from analysis.journal.cells.several_told import several_told
from tests.for_each import for_each


@for_each(
    ("text", "count"),
    [
        ("x x", 2),
        ("X X X", 3),
        ("x, x", 2),
        ("✓ ✓", 2),
        ("L x2", 2),
        ("Lx2 Rx1", 3),
        ("left calf twice", 2),
        ("linke Wade 2 mal", 2),
        ("left x2, right x3", 5),
        ("2 x 10 min each", 2),
        ("1 for 5 min", 1),
        ("1 at 2am, 2 at 4am", 3),
        ("one at 2, one at 4", 2),
        ("mollet G 2h, pied D 4h", 2),
        ("gemelo izq 2h, pie der 4h", 2),
        ("one each leg", 2),
        ("2 in each calf", 4),
        ("1 L calf 7/10", 1),
        ("0 - walked 3 miles", 0),
        ("none, slept 8 hours", 0),
    ],
)
def test_what_a_cell_tells_of_several_cramps_is_counted(text: str, count: int) -> None:
    assert cramps_in_cell(text).value == count


@for_each(
    "text",
    [
        "none 7/10",  # where something hurt, there was not none
        "no 5/10",
        "hand x2",
        "coffee x2",
        "both x2",  # one may have been in both
        "2 x 200 mg",
        "2 x 3",
        "4 each",
        "3 at 4, tea at 5",
        "stretch 2h, foot 4h",
        "none, 2 miles, 1 cramp",
        "0, 6 h sleep then 1",
    ],
)
def test_what_is_not_plain_is_not_counted(text: str) -> None:
    assert cramps_in_cell(text).value is None


@pytest.mark.parametrize("text", ["2", "left calf", "none", "L2"])
def test_other_answers_are_left_to_their_readers(text: str) -> None:
    assert several_told(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "holiday - not kept",
        "Urlaub, nicht geführt",
        "in hospital",
        "glömde",
        "zapomniałam",
        "forgot to write",
    ],
)
def test_a_night_of_which_nothing_was_written_is_not_logged_and_asks_nothing(text: str) -> None:
    rows = f'Night of,Cramps\n2025-03-01,2\n2025-03-02,"{text}"\n2025-03-03,0\n'
    journal = read_journal([("diary.csv", rows.encode())])
    assert journal.nights["logged"].tolist() == [True, False, True]
    assert journal.not_understood == 0
    assert journal.receipts[0].rows.used == 3
