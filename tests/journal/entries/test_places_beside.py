"""What answers about cramps say beside their number. Oracle: each answer as anybody reads it, by hand."""

from analysis.journal import read_journal
from analysis.journal.cells import Cell
from analysis.journal.entries.places_beside import _could_name

ANSWERS = "left calf\n2025-03-02,deux mollets\n2025-03-03,0\n2025-03-04,2 (aspirin)\n2025-03-05,severe\n"


def test_side_muscle_strength_and_remark_stand_in_their_own_columns() -> None:
    journal = read_journal([("log.csv", f"Night of,Leg cramps\n2025-03-01,{ANSWERS}".encode())])
    assert journal.nights["cramps"].tolist() == [1, 1, 0, 2, 1]
    assert journal.cramps["side"].dropna().tolist() == ["left", "both"]
    assert journal.cramps["muscle"].dropna().tolist() == ["calf", "calf"]
    assert journal.cramps["severity"].dropna().tolist() == [8]
    assert journal.nights["notes"].dropna().tolist() == ["aspirin"]


def test_a_column_of_its_own_goes_before_what_stands_beside_the_number() -> None:
    text = "Night of,Leg cramps,Side\n2025-03-01,left calf,right\n2025-03-02,0,\n"
    journal = read_journal([("log.csv", text.encode())])
    assert journal.cramps["side"].tolist() == ["right"]


def test_only_a_mended_answer_or_a_strength_of_pain_may_name_something_else() -> None:
    """By hand: a plain 2 names nothing beside, "severe" does; of none only a remark is kept, where it was
    read as none and not written so."""
    for name, cell, expected in (
        ("side", Cell(2, True), True),
        ("side", Cell(2, False), False),
        ("severity", Cell(2, False), True),
        ("side", Cell(0, True), False),
        ("severity", Cell(None, False), False),
        ("notes", Cell(0, True), True),
        ("notes", Cell(0, False), False),
        ("notes", Cell(None, True), False),
    ):
        assert _could_name(name, cell) is expected


def test_a_strength_that_is_read_from_a_word_is_said_with_its_cell() -> None:
    journal = read_journal([("log.csv", f"Night of,Leg cramps\n2025-03-01,{ANSWERS}".encode())])
    [said] = [each for each in journal.receipts[0].problems if each.cell == "severe"]
    assert (said.row, said.column, said.action) == (6, "Leg cramps", "assumed")
