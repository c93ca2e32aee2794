"""What became of every row and column. The oracle is counted by hand."""

import pandas as pd
import pytest

from analysis.journal import JournalError, export_journal, read_journal, rejected_rows
from analysis.journal.receipts import MOST_ALIKE
from tests.journal.test_reading import TODAY, ledger, read

MIXED = (
    "Date,Cramps,Pain,Water,Mood\n2024-03-01,2,mild,1.5 L,=1+1\nnever,3,5,2 L,\n"
    "2024-03-02,0,,two buckets,\n2024-03-02,0,,two buckets,\n"
    "2024-03-03,1,11,2 L,\nTotal,6,,,\n"
)


def test_every_row_and_cell_is_accounted_for() -> None:
    (receipt,) = read(MIXED).receipts
    rows = receipt.rows
    assert (rows.read, rows.used, rows.repaired, rows.duplicate, rows.rejected) == (5, 3, 1, 1, 1)
    assert [(p.row, p.column, p.action, p.cell) for p in receipt.problems] == [
        (None, "Mood", "not_mapped", None),
        (2, "Pain", "repaired", "mild"),
        (3, "Date", "rejected", "never"),
        (4, "Water", "set_aside", "two buckets"),
        (5, "Water", "set_aside", "two buckets"),
        (5, None, "duplicate", None),
        (6, "Pain", "set_aside", "11"),
        (7, None, "outside", None),
    ]
    assert [(column.header, column.field) for column in receipt.columns] == [
        ("Date", "night"), ("Cramps", "cramps"), ("Pain", "severity"), ("Water", "hydration"), ("Mood", None),
    ]  # fmt: skip


def test_rows_that_could_not_be_used_can_be_mended_and_given_back() -> None:
    journal = read(MIXED)
    csv = rejected_rows(journal.receipts[0])
    assert csv.decode("utf-8-sig") == "Date,Cramps,Pain,Water,Mood\r\nnever,3,5,2 L,\r\n"
    mended = csv.replace(b"never", b"2024-03-04")
    assert ledger(read(MIXED, mended)) == {"03-01": 2, "03-02": 0, "03-03": 1, "03-04": 3}
    assert rejected_rows(read("Date,Cramps\n2024-03-01,1\n").receipts[0]) == b""


def test_a_formula_is_guarded_on_the_way_out_and_read_back_as_it_was() -> None:
    journal = read(
        'Date,Cramps,Notes\n2024-03-01,1,"=HYPERLINK(""x"")"\n'
        "2024-03-02,0,-5 in the morning\n2024-03-03,0,@home\n"
    )
    csv = export_journal(journal)
    assert all(
        not cell.startswith(("=", "+", "-", "@"))
        for line in csv.decode("utf-8-sig").splitlines()
        for cell in line.split(",")
    )
    back = read_journal([("export.csv", csv)], today=TODAY)
    pd.testing.assert_frame_equal(back.nights, journal.nights, check_freq=False)


def test_free_text_is_never_shown() -> None:
    (receipt,) = read(
        "Date,Cramps,Relief,Notes\n2024-03-01,1,asked my wife whom I shall not name here at all,secret\n"
    ).receipts
    assert all(problem.cell is None for problem in receipt.problems)
    assert "secret" not in repr(receipt)


def test_an_open_order_of_day_and_month_shows_both_readings() -> None:
    text = "Date,Cramps\n03/04/2024,1\n04/04/2024,0\n05/04/2024,2\n"
    journal = read(text)
    (receipt,) = journal.receipts
    assert (receipt.date_order, receipt.date_order_open) == ("dmy", True)
    assert ledger(journal) == {"04-03": 1, "04-04": 0, "04-05": 2}
    (problem,) = [problem for problem in receipt.problems if problem.action == "assumed"]
    assert problem.cell == "03/04/2024: 3 April 2024 or 4 March 2024"
    switched = read(text, date_order="mdy")
    assert list(switched.nights.index[switched.nights["logged"]].strftime("%m-%d")) == [
        "03-04",
        "04-04",
        "05-04",
    ]
    assert not switched.receipts[0].date_order_open


def test_a_unit_taken_from_the_range_is_said() -> None:
    (receipt,) = read("Date,Cramps,Water\n2024-03-01,1,1500\n2024-03-02,0,1800\n").receipts
    assert [(p.column, p.action) for p in receipt.problems] == [("Water", "assumed")]
    assert receipt.columns[2].unit == "mL"


def test_problems_that_are_all_alike_are_summed_up_beyond_a_number() -> None:
    text = "Date,Cramps,Steps\n" + "".join(
        f"{day:%Y-%m-%d},0,{'x' if at % 2 else 5000}\n"
        for at, day in enumerate(pd.date_range("2015-01-01", periods=2400))
    )
    (receipt,) = read(text).receipts
    assert (
        sum(problem.action == "set_aside" and problem.row is not None for problem in receipt.problems)
        == MOST_ALIKE
    )
    assert any(f"{1200 - MOST_ALIKE} more rows" in problem.problem for problem in receipt.problems)


def test_an_export_names_its_units_so_that_nothing_is_assumed_when_it_is_read_again() -> None:
    journal = read(
        "Date,Cramps,Pain (0-10),Water (L),Activity (h)\n2024-03-01,1,4,1.5,0.5\n2024-03-02,0,,2,1\n"
    )
    csv = export_journal(journal)
    assert "hydration [mL/day]" in csv.decode("utf-8-sig")
    back = read_journal([("export.csv", csv)], today=TODAY)
    assert [
        problem for receipt in back.receipts for problem in receipt.problems if problem.action == "assumed"
    ] == []
    pd.testing.assert_frame_equal(back.days, journal.days, check_freq=False)


def test_a_letter_is_no_empty_journal() -> None:
    """A line of prose with a comma in it is no header, and the sentence says so."""
    with pytest.raises(JournalError, match="no table"):
        read("Dear doctor, it hurt all night.\nBest wishes\n")
    with pytest.raises(JournalError, match="header but no rows"):
        read("Date,Cramps,Water\n")
