"""Text is told from a table. The oracle is what a person sees who opens the file."""

import pytest

from analysis.journal import JournalError, read_journal
from analysis.journal.files import HEADER_ONLY, TEXT
from tests.for_each import for_each
from tests.journal.test_reading import TODAY, read


def error_of(content: str) -> str:
    with pytest.raises(JournalError) as raised:
        read_journal([("letter.txt", content.encode())], today=TODAY)
    (receipt,) = raised.value.receipts
    assert receipt.rows.read == 0
    return str(raised.value)


@pytest.mark.parametrize(
    "letter",
    [
        "Dear doctor,\nI have had cramps for months, and they wake me at night.\n\nYours,\nA. Patient\n",
        "Leg cramps\n\nDear doctor,\n\nI have had cramps for months.\nThey hurt, a lot, in the left calf.\n",
        "Boston, 3 March 2025\n\nDear doctor,\ncramps and pain trouble me at night.\nYours, A. Patient\n",
        "Sehr geehrte Frau Doktor,\nseit Monaten habe ich nachts Krämpfe, vor allem links.\nMit Gruß, A. P.",
        "Dear doctor,\nOn 12 March 2024 I had a cramp, on 14 March I had two.\nNone since.\nYours, A. P.",
        "I have had cramps for months, mostly at night.",
        "Every night the same pain and cramps\nNo sleep, no rest\nWater and magnesium do not help.\n",
    ],
)
def test_a_letter_is_text(letter: str) -> None:
    assert error_of(letter) == TEXT
    assert TEXT.startswith("This is text, not a table")
    assert "template" in TEXT


@for_each(
    "header",
    [
        "date,cramps,pain",
        "date,cramps,pain\n",
        "Date;Cramps;Pain (0-10);Anything else that you want to tell us\n",
        "Date\tCramps\n",
        "My cramp journal, for the visit in the spring\n\ndate,cramps,pain\n",
        "Timestamp,How many cramps did you have last night?,Anything else?\n",
        "My journal of cramps for the doctor\n\nDate;Beschwerden\n",
        "Icon,Action,UTC Time,Time Zone,Note\n",
        "Cramps\n",
    ],
)
def test_a_header_without_rows_is_still_a_table(header: str) -> None:
    assert error_of(header) == HEADER_ONLY


@pytest.mark.parametrize(
    "table",
    [
        "2024-03-01,2,woken twice by the left calf\n2024-03-02,0,\n",
        '2024-03-01,2,woken twice by the left calf,"it hurt\n2024-03-02,0,\nDate,Cramps\n',
        "Colour,Shape\nred,round\nblue,a square with very round corners\n",
        "Date,Something\n2024-03-01,a long walk in the hills\n2024-03-02,x, y and z\n",
    ],
)
def test_a_table_that_cannot_be_used_is_not_called_text(table: str) -> None:
    assert error_of(table) != TEXT


def test_a_journal_with_long_notes_is_read() -> None:
    """By hand: two rows, a note with commas that no quotation marks hold together."""
    journal = read("Date,Cramps,Notes\n2024-03-01,2,I walked far, then slept, badly.\n2024-03-02,0,\n")
    assert journal.nights["cramps"].tolist() == [2, 0]


def test_a_letter_beside_a_journal_has_its_sentence() -> None:
    """By hand: the letter is one file of two, and the other is read."""
    journal = read("Date,Cramps\n2024-03-01,2\n", "Dear doctor,\nI have had cramps for months.\n")
    assert [receipt.error for receipt in journal.receipts] == [None, TEXT]
