"""Every row that is used stands somewhere: without it the journal would be another one.

The oracle is the reader itself, asked twice: a file without one of its used rows has to give another journal.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.journal import Journal, JournalError, Receipt, read_journal

TODAY = date(2026, 1, 1)
FIRST = date(2025, 3, 1)
DIARY = ("nights.csv", b"Night of,Cramps\n" + b"".join(
    f"{FIRST + timedelta(days=at)},{at % 3}\n".encode() for at in range(40)
))  # fmt: skip


@dataclass(frozen=True)
class Form:
    """A kind of table: its name, its headings, and what the cells under each can hold."""

    name: str
    headings: str
    cells: tuple[tuple[str, ...], ...]


# In a diary an answer that is not known leaves its night open, and that is what it says.
COUNTS = ("0", "1", "2", "no", "yes", "left calf", "none", "odd", "02:10, 04:45")
PAINS = ("", "", "3", "7", "0", "severe", "nonsense", "44")
CLOCKS = ("", "", "02:10", "23:50", "12:10", "late")
PLACES = ("", "", "calf", "left calf", "hand", "somewhere")
WATER = ("", "1500", "1.5 L", "2 glasses", "much", "99999", "0")
STEPS = ("", "5400", "0", "6,100", "a lot", "-3")
YES = ("", "yes", "no", "x", "maybe", "perhaps not")
# Each once in a file: that a medicine is started while it is taken changes nothing, and need not.
MEDICINES = ("magnesium", "amlodipine", "Ramipril", "quinine", "simvastatin", "gabapentin", "furosemide")
DOSES = ("", "5 mg", "300 mg", "20", "some")
CHANGES = ("start", "stop", "increase", "pause", "", "unsure")
TAKEN = ("Taken", "taken late", "", "snoozed")  # that a medicine was never taken stands nowhere
NOTES = ("", "", "a long flight", "started magnesium 300 mg", "cramp in the cinema")
FORMS = (
    Form("diary.csv", "Night of,Cramps,Pain,Time,Water (mL),Stretching,Notes",
         (COUNTS, PAINS, CLOCKS, WATER, YES, NOTES)),
    Form("diary.csv", "Datum,Krämpfe,Stelle,Schlaf (h),Schritte",
         (COUNTS, PLACES, ("", "7", "6,5", "77", "gut"), STEPS)),
    Form("leg cramps.csv", "Date,Time,Pain,Where,Duration",
         (("02:10", "23:50", "12:10"), PAINS, PLACES, ("", "5", "10 min", "long"))),
    Form("days.csv", "Date,Steps,Water,Walk (min)", (STEPS, WATER, ("", "30", "0", "far"))),
    Form("sleep.csv", "Date,Sleep (h),Heat,Fatigue (0-10)", (("", "7", "6.5", "gut", "30"), YES, PAINS)),
    Form("changes.csv", "Date,Medicine,Change,Dose", (MEDICINES, CHANGES, DOSES)),
    Form("doses.csv", "Date,Medicine,Dose,Status", (MEDICINES, DOSES, TAKEN)),
    Form("spells.csv", "Started,Medicine,Dose,Stopped", (MEDICINES, DOSES, ("", "2025-04-20", "later"))),
    Form("labs.csv", "Date,Test,Result,Unit",
         (("Potassium", "Sodium", ""), ("4.1", "<0.6", "", "low"), ("mmol/L", ""))),
    Form("labs.csv", "Date,Potassium (mmol/L),Sodium (mmol/L)", (("4.1", "", "low"), ("139", "", "?"))),
    Form("events.csv", "Timestamp,Event,Value",
         (("Leg cramp", "No cramp", "Water", "Walk", "Headache", "Coffee"),
          ("", "1", "2", "0", "30", "odd"))),
    Form("daily.csv", "full_date,time,mood,activities,note",
         (("07:10", "21:00"), ("good", "bad"),
          ("leg cramp", "walk", "stomach cramp", "leg cramp | stretching", ""), NOTES)),
)  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> tuple[str, str, list[str]]:
    """The name, the heading and the rows of a file in one of the forms: every date once, in any order."""
    form = draw(st.sampled_from(FORMS))
    days = draw(st.lists(st.integers(0, 30), min_size=2, max_size=7, unique=True))
    columns = [
        draw(st.permutations(cells))[: len(days)]
        if cells is MEDICINES
        else draw(st.lists(st.sampled_from(cells), min_size=len(days), max_size=len(days)))
        for cells in form.cells
    ]
    rows = [
        ",".join([(FIRST + timedelta(days=day)).isoformat(), *(f'"{cell}"' for cell in cells)])
        for day, *cells in zip(days, *columns, strict=True)
    ]
    return form.name, form.headings, rows


def read(name: str, heading: str, rows: list[str], *, beside: bool) -> Journal | JournalError:
    content = "\n".join([heading, *rows]).encode()
    try:
        return read_journal([*([DIARY] if beside else []), (name, content)], today=TODAY)
    except JournalError as error:
        return error


def of_file(found: Journal | JournalError, name: str) -> list[Receipt]:
    return [receipt for receipt in found.receipts if receipt.name.startswith(name)]


def told(found: Journal | JournalError) -> str:
    """All that a journal says, but for its receipts."""
    if isinstance(found, JournalError):
        return ""
    tables = (
        found.nights, found.days, found.cramps, found.changes, found.spells, found.intakes,
        found.measurements,
    )  # fmt: skip
    return f"{found.not_understood} " + " ".join(table.to_json(date_format="iso") for table in tables)


def used_rows(receipts: list[Receipt], size: int) -> list[int]:
    """The places of the rows that are used: those that are neither rejected nor a duplicate."""
    (receipt,) = receipts
    gone = {number - 2 for number in receipt.raw_rejected.numbers}
    gone |= {problem.row - 2 for problem in receipt.problems if problem.action == "duplicate" and problem.row}
    return [at for at in range(size) if at not in gone]


def check(name: str, heading: str, rows: list[str], *, beside: bool) -> None:
    # A cramp that a diary counts already adds nothing to it.
    beside = beside and name not in ("leg cramps.csv", "events.csv", "daily.csv", "diary.csv")
    journal = read(name, heading, rows, beside=beside)
    receipts = of_file(journal, name)
    if len(receipts) != 1 or not receipts[0].rows.used:
        return
    used = used_rows(receipts, len(rows))
    assert len(used) >= receipts[0].rows.used
    if len(used) > receipts[0].rows.used:  # a row was blank
        return
    for at in used:
        without = read(name, heading, [*rows[:at], *rows[at + 1 :]], beside=beside)
        assert told(without) != told(journal), f"{heading}\n{rows[at]}"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(files(), st.booleans())
def test_without_a_used_row_the_journal_is_another(file: tuple[str, str, list[str]], beside: bool) -> None:
    check(*file, beside=beside)


@pytest.mark.slow
@settings(max_examples=3_000, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(files(), st.booleans())
def test_in_3_000_files_no_used_row_is_without_effect(file: tuple[str, str, list[str]], beside: bool) -> None:
    check(*file, beside=beside)
