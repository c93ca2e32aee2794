"""Columns that speak of cramps and are not taken stop their file. Oracle: what each heading says, by hand."""

import pytest

from analysis.journal import JournalError, read_journal

LOOP = "2025-03-01,2,2,\n2025-03-02,0,2,\n2025-03-03,2,0,\n"
WORDS = "2025-03-01,yes,1500\n2025-03-02,no,2000\n2025-03-03,yes,1800\n"


@pytest.mark.parametrize("heading", ["No cramps", "Krampffrei", "Cramp free", "Sans crampes"])
@pytest.mark.parametrize(
    ("name", "beside", "rows"), [("c.csv", "Water (ml)", WORDS), ("Checkmarks.csv", "Walk,", LOOP)]
)
def test_a_yes_to_no_cramps_is_asked_about(heading: str, name: str, beside: str, rows: str) -> None:
    with pytest.raises(JournalError) as raised:
        read_journal([(name, f"Date,{heading},{beside}\n{rows}".encode())])
    receipt = raised.value.receipts[0]
    assert receipt.question == "cramp_column_not_known"
    assert receipt.rows.used == 0


def test_beside_the_number_of_cramps_it_says_nothing_more() -> None:
    text = "Date,Cramps,No cramps\n2025-03-01,2,\n2025-03-02,0,x\n"
    assert read_journal([("c.csv", text.encode())]).nights["cramps"].tolist() == [2, 0]


@pytest.mark.parametrize(
    "heading", ["Crampe nocturne", "Krämpfe nachts", "Calambre nocturno", "Crampo notturno"]
)
def test_cramps_of_the_night_are_cramps_in_a_list_of_habits_too(heading: str) -> None:
    journal = read_journal([("Checkmarks.csv", f"Date,{heading},Walk,\n{LOOP}".encode())])
    assert journal.nights["cramps"].tolist() == [1, 0, 1]


def test_a_column_that_is_left_out_stops_nothing() -> None:
    text = f"Date,No leg cramps,Walk,\n{LOOP}"
    files = [("Checkmarks.csv", text.encode()), ("d.csv", b"Night of,Cramps\n2025-03-01,1\n2025-03-02,0\n")]
    journal = read_journal(files, mapping={"No leg cramps": "ignore"})
    assert journal.nights["cramps"].tolist() == [1, 0]
