"""What stands beside a number of cramps in its cell. Oracle: each cell read by hand."""

import pytest

from analysis.journal import read_journal
from analysis.journal.cells import cramps_in_cell, remark_beside
from analysis.journal.cells.beside_counts import number_behind
from tests.for_each import for_each


@for_each(
    "text",
    [
        "none, left calf", "no - right foot", "0, left calf", "0 (left)", "none; L", "nil L calf",
        "no left calf cramps", "none, toe", "left: 0", "keine, linke Wade", "aucune, mollet gauche",
        "ninguno, pierna izquierda", "geen, linker kuit", "non, droite", "nessuno, polpaccio sinistro",
    ],
)  # fmt: skip
def test_none_beside_one_leg_or_muscle_says_nothing_of_the_night(text: str) -> None:
    """It is none of that leg, or a cramp there and a slip: which of them only the person knows."""
    assert cramps_in_cell(text).value is None
    assert cramps_in_cell(text).code == "no_count"


@for_each(
    "text",
    [
        "none, both legs", "no leg cramps", "none left, none right", "0L 0R", "no calf cramps", "0 legs",
        "none, legs fine", "no foot cramps", "none, right foot tingling", "none (took magnesium)",
        "keine Wadenkrämpfe", "no cramps at all",
    ],
)  # fmt: skip
def test_none_of_both_legs_or_of_a_kind_of_cramp_is_none(text: str) -> None:
    assert cramps_in_cell(text).value == 0


@pytest.mark.parametrize("text", ["2 (hand cramps)", "2, hand", "1 (finger)", "2 (stomach)", "2 (Bauch)"])
def test_a_number_of_another_part_of_the_body_counts_no_cramp_of_the_leg(text: str) -> None:
    assert cramps_in_cell(text).value is None


@pytest.mark.parametrize(("text", "count"), [("1 left calf", 1), ("2 (left)", 2), ("0 left, 1 right", 1)])
def test_a_number_above_none_may_have_its_place(text: str, count: int) -> None:
    assert cramps_in_cell(text).value == count


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("2 (aspirin)", "aspirin"),
        ("2, aspirin", "aspirin"),
        ("none - took Magnesium", "took Magnesium"),
        ("yes (aspirin)", "aspirin"),
        ("2; Kaffee getrunken", "Kaffee getrunken"),
        ("1 (left) wine", "1 (left) wine"),
        ("1 after wine", "1 after wine"),
    ],
)
def test_what_is_not_about_cramps_is_a_remark(text: str, remark: str) -> None:
    assert remark_beside(text).value == remark


@for_each(
    "text",
    [
        "", "2", "about 2", "2-3", "at least 2", "several", "02:10, 04:45", "2 at 3 am", "2 cramps L calf",
        "left calf, 5 min", "oui, deux fois", "3 - woke me twice", "1 big, 2 small", "no, slept well",
        "no leg cramps at all", "severe", "x", "+",
    ],
)  # fmt: skip
def test_number_place_time_and_strength_are_no_remark(text: str) -> None:
    assert remark_beside(text).value is None


def test_a_medicine_beside_the_number_is_kept_with_its_night() -> None:
    """Nights of 1, 2, 2, an open one, and 0. The remarks stand in the journal, beside those of their own
    column, and a change that one tells of is a change.
    """
    rows = (
        '2026-03-01,1,\n2026-03-02,"2 (aspirin)",late tea\n2026-03-03,"2, started magnesium 400 mg",\n'
        '2026-03-04,"none, left calf",\n2026-03-05,0 (took magnesium),\n'
    )
    journal = read_journal([("diary.csv", f"Date,Cramps,Notes\n{rows}".encode())])
    counts = journal.nights["cramps"]
    assert [None if count != count else count for count in counts] == [1, 2, 2, None, 0]
    assert journal.remarks["text"].tolist() == [
        "aspirin; late tea", "started magnesium 400 mg", "took magnesium"
    ]  # fmt: skip
    assert journal.changes[["generic", "change"]].to_numpy().tolist() == [["magnesium", "start"]]
    assert journal.not_understood == 1


@for_each(
    ("cell", "count"),
    [("leg cramps x2", 2), ("leg cramp x2", 2), ("cramps (3)", 3), ("krampfe: 4", 4), ("crampes (2)", 2),
     ("strong cramp: 8", None), ("cramp (9)", None), ("bad cramp =8", None), ("strong cramps: 8", None),
     ("cramps left (2) right (3)", None), ("calf cramps (2) and foot (1)", None),
     ("cramps 2 left (1)", None)],
)  # fmt: skip
def test_a_number_behind_cramps_counts_them_only_where_it_is_no_score(cell: str, count: float | None) -> None:
    assert number_behind(cell) == count
