"""Columns that each tell one thing of a change. Oracle: the rows, as a person reads them; nights counted from
the diary's first, 1 January 2025.
"""

import pytest

from tests.journal.medicines.test_record import Span, changes, diary, read, spells


def listed(table: str) -> list[Span]:
    return sorted(spells(read(diary(90), table)), key=str)


@pytest.mark.parametrize(
    ("before", "after"), [("Old dose", "New dose"), ("From (mg)", "To (mg)"), ("Alte Dosis", "Neue Dosis")]
)
def test_the_dose_before_and_the_dose_after(before: str, after: str) -> None:
    unit = "" if "(mg)" in before else " mg"
    rows = f"2025-01-21,Furosemide,20{unit},40{unit}\n2025-03-02,Furosemide,40{unit},80{unit}\n"
    found = listed(f"Date,Medicine,{before},{after}\n{rows}")
    expected = [("furosemide", 20, None, 19), ("furosemide", 40, 20, 59), ("furosemide", 80, 60, None)]
    assert found == sorted(expected, key=str)


@pytest.mark.parametrize(
    "heading",
    ["Date,From,To", "Date,Stopped,Started", "Date,Discontinued,Begun", "Datum,Ende,Gestartet"],
)
def test_columns_of_the_medicine_that_ended_and_the_one_that_began(heading: str) -> None:
    rows = "2025-01-21,simvastatin 40 mg,atorvastatin 20 mg\n2025-03-02,,magnesium 300 mg\n"
    found = listed(f"{heading}\n{rows}")
    assert {spell[0]: spell[2:] for spell in found} == {
        "simvastatin": (None, 19),
        "atorvastatin": (20, None),
        "magnesium": (60, None),
    }


def test_ticks_under_started_and_stopped() -> None:
    """What was stopped is not shown as still taken."""
    rows = "2025-01-11,Quinine 200 mg,x,\n2025-03-02,Quinine,,x\n2025-01-21,Lasix 40 mg,x,\n"
    journal = read(diary(90), f"Date,Medicine,Started,Stopped\n{rows}")
    assert changes(journal) == [
        (10, "quinine", "start", 200), (20, "furosemide", "start", 40), (60, "quinine", "stop", None)
    ]  # fmt: skip


def test_dates_under_started_and_stopped_stay_dates() -> None:
    found = listed("Medicine,Dose,Started,Stopped\nQuinine,200 mg,2025-01-11,2025-03-02\n")
    assert found == [("quinine", 200, 10, 59)]


@pytest.mark.parametrize("heading", ["Duration", "For how long", "Length of course", "Dauer"])
def test_how_long_it_was_taken(heading: str) -> None:
    found = listed(f"Medicine,Dose,Start,{heading}\nPrednisolone,30 mg,2025-01-21,7 days\n")
    assert found == [("prednisolone", 30, 20, 26)]
    of_changes = listed(f"Date,Medicine,Dose,{heading}\n2025-01-21,Prednisolone,30 mg,2 weeks\n")
    assert of_changes == [("prednisolone", 30, 20, 33)]


def test_the_duration_of_a_diary_stays_that_of_the_cramps() -> None:
    """Oracle: the minutes as written."""
    journal = read(diary(20, {"Duration (min)": ["5"] * 20, "Medication": [""] * 19 + ["quinine"]}))
    assert set(journal.cramps["duration"].dropna()) == {5.0}
