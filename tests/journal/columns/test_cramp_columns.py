"""Columns that speak of cramps and are not taken stop their file. Oracle: what each heading says, by hand."""

import pytest

from analysis.journal import JournalError, read_journal
from tests.for_each import for_each

LOOP = "2025-03-01,2,2,\n2025-03-02,0,2,\n2025-03-03,2,0,\n"
WORDS = "2025-03-01,yes,1500\n2025-03-02,no,2000\n2025-03-03,yes,1800\n"


@for_each("heading", ["No cramps", "Krampffrei", "Cramp free", "Sans crampes"])
@for_each(("name", "beside", "rows"), [("c.csv", "Water (ml)", WORDS), ("Checkmarks.csv", "Walk,", LOOP)])
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


DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "Date,What did you take for cramps?\n2025-03-01,magnesium\n2025-03-20,quinine\n"),
        ("a.csv", "Date,Cramp notes\n2025-03-01,slept well\n2025-03-20,none\n"),
        ("a.csv", "Datum;Krampf-Bemerkung\n01.03.2025;ruhige Nacht\n20.03.2025;-\n"),
        ("leg cramps and sleep.csv", "Date,Hours slept\n2025-03-01,7\n2025-03-20,6\n"),
        ("cramps appointments.csv", "Date,Time,Doctor\n2025-03-01,10:00,Dr Ruiz\n2025-03-20,11:00,Dr Ruiz\n"),
    ],
)
def test_rows_about_something_for_cramps_are_none(name: str, text: str) -> None:
    """Beside a diary they change none of its nights and add none."""
    journal = read_journal([DIARY, (name, text.encode())])
    assert journal.nights["cramps"].tolist() == [0, 1, 0]


@pytest.mark.parametrize(
    "text",
    ["Date\n2025-03-01\n2025-03-04\n", "Date,Time\n2025-03-01,23:00\n2025-03-04,22:00\n",
     "Date,Notes\n2025-03-01,left calf\n2025-03-04,bad\n"],
)  # fmt: skip
def test_a_file_named_after_cramps_that_says_only_when_lists_them(text: str) -> None:
    journal = read_journal([("leg cramps.csv", text.encode())])
    assert journal.cramps["night"].dt.day.tolist() == [1, 4]


@pytest.mark.parametrize("of", ["of", "out of", "von", "sur"])
def test_a_strength_out_of_ten_is_one_cramp_or_none(of: str) -> None:
    text = f"Date,Leg cramps\n2025-03-01,0 {of} 10\n2025-03-02,2 {of} 10\n2025-03-03,10 {of} 10\n"
    assert read_journal([("c.csv", text.encode())]).nights["cramps"].tolist() == [0, 1, 1]


@pytest.mark.parametrize("heading", ["Cramps (dog)", "Krämpfe Hund", "Crampes du chien"])
def test_cramps_of_an_animal_are_asked_about(heading: str) -> None:
    with pytest.raises(JournalError):
        read_journal([("diary.csv", f"Night of,{heading}\n2025-03-01,2\n2025-03-02,0\n".encode())])
