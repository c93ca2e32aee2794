"""Doses as reminder programs list them. Oracle: which doses were taken, counted by hand from the rows."""

from datetime import date, timedelta

import pytest

from analysis.journal import read_journal
from analysis.journal.columns import STATUSES, Plan, ReadAs, said_under, says_as_written
from analysis.journal.tables import heading
from tests.for_each import for_each
from tests.journal.medicines.test_record import changes, diary, read, spells, taken

DIARY = b"Night of,Cramps\n2025-03-13,0\n2025-03-14,1\n2025-03-15,0\n"

PROGRAMS = {
    "Medisafe": "Med Name,Strength,Scheduled,Taken at,Action\n"
    "Ramipril,5 mg,2025-03-13 08:00,2025-03-13 08:05,TAKEN\n"
    "Ramipril,5 mg,2025-03-14 08:00,,MISSED\n"
    "Ramipril,5 mg,2025-03-15 08:00,2025-03-15 09:05,TAKEN\n",
    "Medisafe without a status": "Med Name,Strength,Scheduled,Taken at\n"
    "Ramipril,5 mg,2025-03-13 08:00,2025-03-13 08:05\n"
    "Ramipril,5 mg,2025-03-14 08:00,\n"
    "Ramipril,5 mg,2025-03-15 08:00,2025-03-15 09:05\n",
    "MyTherapy": "Date,Time,Medication,Dose,Unit,Status\n"
    "2025-03-13,08:00,Ramipril,5,mg,confirmed\n"
    "2025-03-14,08:00,Ramipril,5,mg,skipped\n"
    "2025-03-15,08:00,Ramipril,5,mg,confirmed\n",
    "Dosecast": "Drug Name,Dose,Action,Time\n"
    "Ramipril,5 mg,Took,2025-03-13 8:00 AM\n"
    "Ramipril,5 mg,Skipped,2025-03-14 8:00 AM\n"
    "Ramipril,5 mg,Took,2025-03-15 8:00 AM\n",
    "Round Health": "Medication,Dose,Scheduled Time,Logged Time,Status\n"
    "Ramipril,5 mg,2025-03-13 08:00,2025-03-13 08:05,Taken\n"
    "Ramipril,5 mg,2025-03-14 08:00,,Missed\n"
    "Ramipril,5 mg,2025-03-15 08:00,2025-03-15 08:05,Taken\n",
    "Apple Health": "Date,Scheduled Date,Medication,Nickname,Dosage,Scheduled Dosage,Unit,Status,Archived\n"
    "2025-03-13 08:05:12 +0100,2025-03-13 08:00:00 +0100,Ramipril 5 mg tablet,,1,1,count,Taken,false\n"
    "2025-03-14 08:05:12 +0100,2025-03-14 08:00:00 +0100,Ramipril 5 mg tablet,,1,1,count,Skipped,false\n"
    "2025-03-15 08:05:12 +0100,2025-03-15 08:00:00 +0100,Ramipril 5 mg tablet,,1,1,count,Taken,false\n",
}


@for_each(
    "why",
    [
        "",
        "its name",
        *ReadAs,
        "it names the medicine that was started",
        "a tick for the medicine that was stopped",
    ],
)
def test_a_cell_is_told_as_written_where_its_column_says_no_more(why: str) -> None:
    texts = ["yes", "no", "", "x", "1", "08:00", "40 mg", "none", "forgot", "as needed"]
    plan = Plan(0, "Simvastatin 40 mg", "medication", heading("Simvastatin 40 mg"), why)
    assert says_as_written(plan) == all(said_under(plan, text) == (text or None) for text in texts)
    assert not any(says_as_written(Plan(0, "", "medication", heading(""), status)) for status in STATUSES)


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_doses_that_were_taken_are_the_intakes(program: str) -> None:
    files = [("diary.csv", DIARY), (f"{program}.csv", PROGRAMS[program].encode())]
    journal = read_journal(files, today=date(2026, 1, 1))
    assert journal.nights["cramps"].tolist() == [0, 1, 0]
    assert journal.receipts[1].kind == "medication changes"
    assert journal.intakes["generic"].tolist() == ["ramipril", "ramipril"]
    assert [night.day for night in journal.intakes["night"]] == [13, 15]
    assert journal.receipts[1].rows.rejected == 0


def test_a_therapy_of_yes_and_no_beside_a_named_medicine_is_no_medicine() -> None:
    """eMoods: hours of sleep, a column for each medicine, and whether there was therapy."""
    days = (
        "DATE_(YYYY-MM-DD),DEPRESSED,HOURS SLEPT,THERAPY,LAMICTAL (MG)\n"
        "2025-03-13,1,7,0,100\n2025-03-14,1,8,1,100\n2025-03-15,0,6,0,100\n"
    )
    journal = read_journal([("diary.csv", DIARY), ("days.csv", days.encode())], today=date(2026, 1, 1))
    assert journal.nights["sleep"].tolist() == [7, 8, 6]
    assert {*journal.intakes["generic"], *journal.spells["generic"]} == {"lamotrigine"}


FIRST = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [
        ("Magnesium", "ja", "nein"),
        ("Magnesium 300 mg", "1", "0"),
        ("Did you take magnesium?", "Yes", "No"),
        ("Magnésium (oui/non)", "oui", "non"),
        ("Magnesium (mg)", "300", "0"),
        ("Magnesio", "sí", "no"),
    ],
)
def test_a_column_named_after_a_medicine(heading: str, yes: str, no: str) -> None:
    journal = read(diary(40, {heading: taken((14, no), (26, yes))}))
    assert [row[:3] for row in changes(journal)] == [(14, "magnesium", "start")]


@for_each(
    "heading",
    [
        "Tablet",
        "Tablets",
        "Pill",
        "Drug",
        "Name of tablet",
        "Medikament",
        "Médicament",
        "Medicamento",
        "Medicijn",
        "Farmaco",
    ],
)
def test_headings_of_the_medicine(heading: str) -> None:
    journal = read(diary(40), f"Date,{heading},Change\n2025-01-12,Lasix,start\n")
    assert changes(journal) == [(11, "furosemide", "start", None)]


def test_taken_and_skipped_with_the_planned_and_the_actual_time() -> None:
    """By hand: twenty nights of magnesium in an app's log, the last ten skipped; tablets after midnight are
    the evening's before.
    """
    rows = []
    for at in range(20):
        planned = f"{FIRST + timedelta(days=at)} 22:00"
        actual = f"{FIRST + timedelta(days=at + 1)} 00:40" if at < 10 else ""
        rows.append(f"{planned},{actual},Magnesium,300 mg,{'Taken' if at < 10 else 'Skipped'}")
    journal = read(diary(30), "Scheduled date,Actual time,Medication,Dose,Status\n" + "\n".join(rows))
    assert spells(journal) == [("magnesium", 300, None, 9)]
    assert [receipt.rows.rejected for receipt in journal.receipts] == [0, 0]
