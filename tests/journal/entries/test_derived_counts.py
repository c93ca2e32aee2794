"""Columns that were computed from others. Oracle: which nights somebody wrote an answer of."""

from datetime import date

import pytest

from analysis.journal import read_journal


def logged(text: str) -> dict[str, int]:
    journal = read_journal([("diary.csv", text.encode())], today=date(2026, 1, 1))
    return {str(night.date())[5:]: int(count) for night, count in journal.nights["cramps"].dropna().items()}


@pytest.mark.parametrize("no", ["no", "0", "FALSE", "nein"])
def test_a_no_filled_down_beside_an_empty_count_is_no_answer(no: str) -> None:
    yes = {"no": "yes", "0": "1", "FALSE": "TRUE", "nein": "ja"}[no]
    text = f"Night,Cramps,Cramp?\n2025-03-01,,{no}\n2025-03-02,1,{yes}\n2025-03-03,0,{no}\n2025-03-04,,{no}\n"
    assert logged(text) == {"03-02": 1, "03-03": 0}


def test_a_total_of_empty_legs_is_no_answer() -> None:
    head = "Night,Left leg cramps,Right leg cramps,Total cramps\n"
    assert logged(head + "2025-03-01,,,0\n2025-03-02,1,1,2\n2025-03-03,0,0,0\n") == {"03-02": 2, "03-03": 0}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # A number is written only beside a yes, and so the no is the answer.
        ("2025-03-01,,no\n2025-03-02,2,yes\n2025-03-03,,no\n", {"03-01": 0, "03-02": 2, "03-03": 0}),
        # An answer that is missing in one night was written by hand in the others.
        ("2025-03-01,,no\n2025-03-02,2,yes\n2025-03-03,0,no\n"
            "2025-03-04,,\n", {"03-01": 0, "03-02": 2, "03-03": 0}),
        # A yes without a number was written by hand, too.
        ("2025-03-01,,no\n2025-03-02,,yes\n2025-03-03,0,no\n", {"03-01": 0, "03-02": 1, "03-03": 0}),
    ],
)  # fmt: skip
def test_an_answer_written_by_hand_stays(rows: str, expected: dict[str, int]) -> None:
    assert logged("Night,Cramps,Cramp?\n" + rows) == expected


WRITTEN = (
    "no,",
    "yes,2",
    "no,0",
    "no,",
    "yes,1",
    "no,",
)  # by hand: three nights of an answer without a number


def test_a_no_before_the_number_is_the_answer_of_the_night() -> None:
    rows = "\n".join(f"2025-03-0{at},{row}" for at, row in enumerate(WRITTEN, start=1))
    counts = [*logged(f"Date,Cramp (yes/no),Number of cramps\n{rows}\n").values()]
    assert counts == [0, 2, 0, 0, 1, 0]


def test_a_total_before_legs_that_are_filled_now_and_then_is_the_answer() -> None:
    legs = ("0,,", "2,1,1", "0,0,0", "0,,", "1,1,", "0,,")
    rows = "\n".join(f"2025-03-0{at},{row}" for at, row in enumerate(legs, start=1))
    text = f"Date,Cramps,Left leg cramps,Right leg cramps\n{rows}\n"
    assert [*logged(text).values()] == [0, 2, 0, 0, 1, 0]


def test_a_no_in_a_row_in_which_more_is_written_stays() -> None:
    """Who wrote the water of a night was there; only the row that holds nothing else was filled down."""
    rows = "2025-03-01,900,,no\n2025-03-02,,1,yes\n2025-03-03,,0,no\n2025-03-04,,,no\n"
    assert logged(f"Night,Water (ml),Cramps,Cramp?\n{rows}") == {"03-01": 0, "03-02": 1, "03-03": 0}
