"""Columns that answer the kinds of an event log. Oracle: each log read by hand, its ledger worked out by
night."""

import io

import pytest
from openpyxl import Workbook

from analysis.journal import Journal, JournalError, read_journal
from tests.for_each import for_each


def read(text: str, name: str = "log.csv", **how: object) -> Journal:
    return read_journal([(name, text.encode())], **how)  # type: ignore[arg-type]


def ledger(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}


@for_each(
    ("heading", "yes", "no"),
    [("Done", "Yes", "No"), ("Score", "Yes", "No"), ("Result", "YES", "NO"), ("Entry", "1", "0"),
     ("Erledigt", "ja", "nein"), ("Success", "TRUE", "FALSE"), ("Present", "✓", "✗"),
     ("Status", "done", "not done"),
     ("Oui/non", "oui", "non"), ("Hecho", "sí", "no"), ("Gedaan", "ja", "nee"), ("Fatto", "sì", "no")],
)  # fmt: skip
@for_each("kind", ["Habit", "Symptom"])
def test_a_no_beside_the_kind_is_a_night_without(kind: str, heading: str, yes: str, no: str) -> None:
    """A cramp on 1 and 4 March, none on the 2nd and 3rd; the row of the headache is another's."""
    rows = [("01", "Leg cramps", yes), ("02", "Leg cramps", no), ("02", "Headache", yes),
            ("03", "Leg cramps", no), ("04", "Leg cramps", yes)]  # fmt: skip
    text = "".join(f"2025-03-{day},{said},{answer}\n" for day, said, answer in rows)
    journal = read(f"Date,{kind},{heading}\n{text}")
    assert ledger(journal) == {"03-01": 1, "03-02": 0, "03-03": 0, "03-04": 1}
    assert not journal.unlogged_assumed_cramp_free


def test_in_a_workbook_and_beside_a_diary() -> None:
    """The diary says 0, 1, 0 of 1 to 3 March; the workbook the same, and none on the 20th."""
    book = Workbook()
    for row in [("Date", "Habit", "Done"), ("2025-03-01", "Leg cramps", False),
                ("2025-03-02", "Leg cramps", True),
                ("2025-03-20", "Leg cramps", False)]:  # fmt: skip
        book.active.append(row)
    book.save(held := io.BytesIO())
    diary = b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n"
    journal = read_journal([("diary.csv", diary), ("habits.xlsx", held.getvalue())])
    assert ledger(journal) == {"03-01": 0, "03-02": 1, "03-03": 0, "03-20": 0}


@pytest.mark.parametrize("skipped", ["Skip", "", "?", "übersprungen"])
def test_an_answer_that_was_not_given_is_no_night(skipped: str) -> None:
    answers = {"01": "Yes", "02": skipped, "03": "No"}
    text = "Date,Habit,Done\n" + "".join(
        f"2025-03-{day},Leg cramps,{said}\n" for day, said in answers.items()
    )
    assert ledger(read(text)) == {"03-01": 1, "03-03": 0}


def test_a_column_that_was_mapped_as_the_kind_has_its_answers_too() -> None:
    """Way of Life: yes, no, skip and yes; a yes to water is no amount of it."""
    text = (
        "Date,Journal,Score,Note\n2025-03-01,Leg cramps,Yes,\n2025-03-02,Leg cramps,No,\n"
        "2025-03-02,Water,Yes,\n2025-03-03,Leg cramps,Skip,\n2025-03-04,Leg cramps,Yes,\n"
    )
    journal = read(text, mapping={"Journal": "event_kind"})
    assert ledger(journal) == {"03-01": 1, "03-02": 0, "03-04": 1}
    assert "hydration" not in journal.days


@for_each(
    "heading",
    ["Qty", "Times", "Number", "Anzahl", "How many", "Quantity", "Count", "Mal", "Veces", "Fois", "Aantal"],
)
def test_a_number_beside_the_kind_is_counted(heading: str) -> None:
    """02:30 on 11 March is of the night of the 10th; 2, 1 and 3 cramps."""
    text = (
        f"Time,Event,{heading}\n2025-03-11 02:30,leg cramp,2\n2025-03-12 02:50,Leg Cramp,1\n"
        "2025-03-13 23:50,Leg Cramp,3\n"
    )
    found = ledger(read(text))
    assert (found["03-10"], found["03-11"], found["03-13"]) == (2, 1, 3)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [("Zuzu", ("2", "1", "3")), ("Treated", ("yes", "no", "yes")), ("Level", ("5", "7", "5"))],
)
def test_a_column_that_may_answer_is_asked_about(heading: str, cells: tuple[str, str, str]) -> None:
    """Nothing is taken until somebody says what it holds; then its number, its strength, or neither."""
    first, second, third = cells
    text = (
        f"Date,Event,{heading}\n2025-03-01,Leg cramp,{first}\n2025-03-03,Leg cramp,{second}\n"
        f"2025-03-04,Leg cramp,{third}\n2025-03-05,Tea,\n"
    )
    with pytest.raises(JournalError) as asked:
        read(text)
    (receipt,) = asked.value.receipts
    assert receipt.error_code == "which_column_counts"
    assert receipt.error is not None
    assert heading in receipt.error
    assert ledger(read(text, mapping={heading: "ignore"}))["03-03"] == 1
    if heading == "Zuzu":
        assert ledger(read(text, mapping={heading: "cramps"}))["03-01"] == 2
    if heading == "Level":
        journal = read(text, mapping={heading: "severity"})
        assert journal.nights["severity"].dropna().tolist() == [5, 7, 5]


def test_columns_that_cannot_answer_stop_nothing_and_have_a_line() -> None:
    text = (
        "No,Date,Event,City,Steps\n1,2025-03-01,Leg cramp,Ulm,4000\n2,2025-03-02,Tea,Ulm,5000\n"
        "3,2025-03-04,Leg cramp,Bonn,6000\n"
    )
    journal = read(text)
    assert {night for night, count in ledger(journal).items() if count} == {"03-01", "03-04"}
    unused = {p.column for p in journal.receipts[0].problems if p.problem == "this column is not used"}
    assert unused == {"No", "City", "Steps"}


def test_no_cramp_answered_with_no_says_nothing() -> None:
    rows = "2025-03-01,Leg cramps,Yes\n2025-03-02,No leg cramps,No\n2025-03-03,No leg cramps,Yes\n"
    text = f"Date,Habit,Done\n{rows}"
    assert ledger(read(text)) == {"03-01": 1, "03-03": 0}


def test_what_was_not_done_is_neither_taken_nor_started() -> None:
    text = (
        "Date,Habit,Done\n2025-03-01,Leg cramps,Yes\n2025-03-01,Started ramipril,No\n"
        "2025-03-02,Stretching,Skip\n"
        "2025-03-03,Stretching,Yes\n2025-03-04,Stretching,No\n2025-03-05,Leg cramps,No\n"
    )
    journal = read(text)
    assert journal.changes.empty
    assert journal.days["stretching"].dropna().astype(bool).tolist() == [True, False]


@pytest.mark.parametrize("heading", ["Score", "Pain score", "Pain level", "Rating", "Severity"])
def test_numbers_under_a_heading_of_severity_rate_the_cramps(heading: str) -> None:
    """Rated 0, 1, 7 and 0: cramps on the 12th and 13th; the walk's 5 is of no cramp."""
    rows = "".join(f"2025-03-{day},Leg cramp,{rated}\n" for day, rated in enumerate((0, 1, 7, 0), 11))
    journal = read(f"Date,Habit,{heading}\n{rows}2025-03-15,Walk,5\n")
    assert ledger(journal) == {"03-11": 0, "03-12": 1, "03-13": 1, "03-14": 0}
    assert journal.cramps["severity"].tolist() == [1, 7]


def test_a_score_of_yes_and_no_as_numbers_stays_an_answer() -> None:
    """Asked twice and answered 0 and 1: none on the 11th, one on the 12th, rated by nobody."""
    journal = read("Date,Habit,Score\n2025-03-11,Leg cramp,0\n2025-03-12,Leg cramp,1\n")
    assert ledger(journal) == {"03-11": 0, "03-12": 1}
    assert journal.cramps["severity"].isna().all()


def test_a_counter_that_goes_on_from_event_to_event_numbers_them() -> None:
    """A tally: the fourth tap says 4, and is one cramp more; 2 and 4 of another night are two and four."""
    taps = ("03-11 02:10,1", "03-11 04:10,2", "03-13 02:10,3", "03-14 02:10,4")
    rows = "".join(f"Leg cramps,2025-{tap}\n" for tap in taps)
    assert ledger(read(f"Counter,Date,Value\n{rows}")) == {"03-10": 2, "03-11": 0, "03-12": 1, "03-13": 1}
    told = "Leg cramps,2025-03-11 02:10,2\nLeg cramps,2025-03-13 02:10,4\n"
    assert ledger(read(f"Counter,Date,Value\n{told}")) == {"03-10": 2, "03-11": 0, "03-12": 4}
