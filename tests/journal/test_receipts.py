"""What became of every row and column. The oracle is counted by hand."""

import pandas as pd
import pytest

from analysis.journal import Journal, JournalError, export_journal, read_journal, rejected_rows
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


def test_rows_with_only_a_date_are_summed_up_beyond_that_number_too() -> None:
    text = "Date,Cramps,Water (mL)\n" + "".join(
        f"{day:%Y-%m-%d},{'0,1500' if at < 3 else ','}\n"
        for at, day in enumerate(pd.date_range("2015-01-01", periods=MOST_ALIKE + 53))
    )
    (receipt,) = read(text).receipts
    blank = [problem for problem in receipt.problems if "a date and no answer" in problem.problem]
    assert {problem.action for problem in blank} == {"outside"}
    assert sum(problem.row is not None for problem in blank) == MOST_ALIKE
    assert [problem.problem.rpartition(": ")[2] for problem in blank if problem.row is None] == [
        "50 more rows like this"
    ]


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
    """A line of prose with a comma in it is no header, and the sentence says so; nor are single words."""
    with pytest.raises(JournalError, match="text, not a table"):
        read("Dear doctor, it hurt me all night.\nBest wishes\n")
    with pytest.raises(JournalError, match="is no table"):
        read("Dear doctor, it hurt.\nBest wishes\n")
    with pytest.raises(JournalError, match="header but no rows"):
        read("Date,Cramps,Water\n")


def rows_of(journal: Journal) -> tuple[int, int, int, int]:
    rows = journal.receipts[0].rows
    return rows.read, rows.used, rows.duplicate, rows.rejected


def told_of(journal: Journal, at: int = 0) -> list[tuple[int | None, str | None, str]]:
    return [(one.row, one.column, one.action) for one in journal.receipts[at].problems]


def test_what_stands_outside_the_ledger_is_used_or_listed() -> None:
    """By hand: the ledger goes from 1 to 4 March. Row 2 has water, which counts, and sleep, which is of no
    night; row 3 has sleep alone and is used for nothing; row 6 has a medicine, which counts; row 7 is empty.
    """
    journal = read(
        "Date,Cramps,Sleep,Water (mL),Medication\n2024-02-28,,6,900,\n2024-02-29,,7,,\n2024-03-01,2,8,1500,\n"
        "2024-03-04,0,,,\n2024-03-06,,5,,started magnesium\n2024-03-07,,,,\n"
    )
    assert list(journal.nights.index.day) == [1, 2, 3, 4]
    assert journal.days["hydration"].tolist() == [900, 1500]
    assert journal.changes["generic"].tolist() == ["magnesium"]
    assert rows_of(journal) == (6, 5, 0, 1)
    assert told_of(journal) == [
        (2, "Sleep", "set_aside"),
        (3, "Sleep", "rejected"),
        (6, "Sleep", "set_aside"),
    ]
    assert journal.receipts[0].raw_rejected.numbers == (3,)


def test_sleep_of_a_device_outside_the_ledger_is_listed() -> None:
    """By hand: the diary has the nights of 2 and 3 March; of the device's four nights two are in it."""
    journal = read(
        "Date,Cramps\n2024-03-02,1\n2024-03-03,0\n",
        "Date,Sleep (h)\n2024-03-01,7\n2024-03-02,6\n2024-03-03,5\n2024-03-04,8\n",
    )
    assert journal.nights["sleep"].tolist() == [6, 5]
    assert journal.receipts[1].rows.used == 2
    assert told_of(journal, 1) == [(2, "Sleep (h)", "rejected"), (5, "Sleep (h)", "rejected")]


def test_without_any_logged_night_the_column_is_listed_once() -> None:
    """By hand: sleep alone makes no night, and the receipt says so; no row is used."""
    with pytest.raises(JournalError) as refused:
        read("Date,Sleep (h)\n2024-03-01,7\n2024-03-02,6\n")
    (receipt,) = refused.value.receipts
    assert receipt.rows.rejected == receipt.rows.read == 2
    assert {problem.column for problem in receipt.problems} == {"Sleep (h)"}


def test_every_column_of_a_cramp_log_reaches_its_night_or_is_listed() -> None:
    """By hand: two cramps in the night of 1 March, none on 5 March; the rows of 6 and 9 March leave it open,
    and the ledger ends before them, so that of them only the medicine counts.
    """
    journal = read(
        "Time of cramp,Pain,Sleep,Medication,Notes\n2024-03-02 02:10,6,5,magnesium,a\n"
        "2024-03-02 04:10,3,5,,b\n2024-03-05,0,6,,c\n2024-03-06,,7,started quinine,d\n2024-03-09,,7,,e\n"
    )
    assert journal.receipts[0].kind == "cramp log"
    assert journal.nights["cramps"].dropna().tolist() == [2, 0]
    assert journal.nights["sleep"].dropna().tolist() == [5, 6]
    assert journal.nights["notes"].dropna().tolist() == ["a; b", "c"]
    assert journal.changes["generic"].tolist() == ["quinine"]
    assert rows_of(journal) == (5, 4, 0, 1)
    assert (6, "Sleep, Notes", "rejected") in told_of(journal)
    assert {(5, "Sleep", "set_aside"), (5, "Notes", "set_aside")} <= set(told_of(journal))


def test_a_dated_and_timed_row_with_a_pain_of_0_is_no_cramp() -> None:
    """By hand: the pain of 5 March is 0, so that its night is free; 0 min at a moment is a cramp."""
    journal = read(
        "Date and time,Cramp pain\n2024-03-02 02:10,6\n2024-03-02 04:10,3\n2024-03-05 23:00,0\n",
        "Cramp,Duration (min)\n2024-03-07 03:00,0\n2024-03-08 03:00,0\n",
    )
    assert journal.nights["cramps"].dropna().to_dict() == {
        pd.Timestamp("2024-03-01"): 2,
        pd.Timestamp("2024-03-05"): 0,
        pd.Timestamp("2024-03-06"): 1,
        pd.Timestamp("2024-03-07"): 1,
    }


def test_the_reason_of_each_unreadable_file_stands_once() -> None:
    """By hand: three files, two with one reason; every reason is in its own receipt and not in the sentence
    for all of them. A PDF is opened, as it could be a page with the journal inside: one that is cut off after
    its first bytes is called damaged.
    """
    files = [("a.csv", b""), ("b.csv", b"%PDF-1.7"), ("c.csv", b"")]
    with pytest.raises(JournalError) as raised:
        read_journal(files, today=TODAY)
    reasons = [receipt.error or "" for receipt in raised.value.receipts]
    assert [reason[:16] for reason in reasons] == ["The file is empt", "This PDF is dama", "The file is empt"]
    assert not any(reason in str(raised.value) for reason in reasons)
