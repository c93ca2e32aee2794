"""Bytes to tables: the same small diary in every encoding, delimiter and layout has the same ledger."""

import io
from datetime import datetime, time

import openpyxl
import pytest

from analysis.journal import read_journal
from analysis.journal.tables.layout import read_tables
from analysis.journal.tables.sheets import read_sheets
from tests.journal.test_reading import TODAY, ledger, read

LEDGER = {"03-01": 2, "03-02": 0, "03-03": 1}


def test_titles_totals_headers_again_remarks_and_blank_lines_are_outside() -> None:
    journal = read(
        "My cramps\nSpring 2024,,\n\n# kept by hand\nDate,Cramps,Water (L)\n"
        "2024-03-01,2,1.5\n2024-03-02,0,2\n,,\n"
        "April\nDate,Cramps,Water (L)\n2024-03-03,1,1\nTotal,3,4.5\nAverage,1,1.5\n"
    )
    assert ledger(journal) == LEDGER
    receipt = journal.receipts[0]
    assert receipt.rows.read == receipt.rows.used == 3
    outside = [(p.row, p.problem) for p in receipt.problems if p.action == "outside"]
    assert outside == [
        (None, "2 blank lines"), (1, "a title line above the header"), (2, "a title line above the header"),
        (4, "a remark"), (9, "a title line"), (10, "the header again"), (12, "a totals line"), (13,
        "a totals line"),
    ]  # fmt: skip


def test_months_pasted_together_with_their_columns_in_another_order() -> None:
    journal = read(
        "Date,Cramps,Water (L)\n2024-03-01,2,1.5\nWater (L),Date,Cramps\n2,2024-03-02,0\n1,2024-03-03,1\n"
    )
    assert ledger(journal) == LEDGER
    assert journal.days["hydration"].tolist() == [1500, 2000, 1000]


def test_a_person_called_max_is_no_totals_line() -> None:
    assert ledger(read("Name,Date,Cramps\nMax,2024-03-01,2\nMax,2024-03-02,0\nMax,2024-03-03,1\n")) == LEDGER


def test_two_tables_below_one_another() -> None:
    journal = read(
        "Nights\nDate,Cramps\n2024-03-01,2\n2024-03-02,0\nMedicines\n"
        "Date,Medicine,Change\n2024-03-02,Lasix,start\n"
    )
    assert [receipt.kind for receipt in journal.receipts] == ["night diary", "medication changes"]
    assert journal.changes["generic"].tolist() == ["furosemide"]


def test_columns_of_the_same_name_and_columns_without_one() -> None:
    journal = read(
        "Date,Cramps,Water,Water,\n2024-03-01,2,1500,,x\n2024-03-02,0,,2000,\n2024-03-03,1,1000,2000,\n"
    )
    assert journal.days["hydration"].tolist() == [1500, 2000, 1000]
    told = [
        (p.row, p.column, p.action)
        for p in journal.receipts[0].problems
        if p.action in ("conflict", "not_mapped")
    ]
    assert told == [(None, "column 5", "not_mapped"), (4, "Water", "conflict")]


@pytest.mark.parametrize(
    ("written", "millilitres"),
    [
        ('Date,Cramps,Water (L)\n2024-03-01,2,"1,5"\n2024-03-02,0,"2,25"\n', [1500, 2250]),
        ("Date;Cramps;Water (L)\n2024-03-01;2;1,5\n2024-03-02;0;2\n", [1500, 2000]),
        ('Date,Cramps,Water (mL)\n2024-03-01,2,"1,500"\n2024-03-02,0,"2,000"\n', [1500, 2000]),
        ("Date;Cramps;Water (mL)\n2024-03-01;2;1.500\n2024-03-02;0;2.000\n", [1500, 2000]),
        ("Date\tCramps\tWater (mL)\n2024-03-01\t2\t1 500\n2024-03-02\t0\t2'000\n", [1500, 2000]),
    ],
)
def test_decimal_commas_and_thousands_marks(written: str, millilitres: list[float]) -> None:
    assert read(written).days["hydration"].tolist() == millilitres


def test_odd_lines() -> None:
    """Whole lines in quotes, columns apart by spaces, a line of units, bare commas in notes, and a date in
    three columns.
    """
    assert ledger(read('"Date,Cramps"\n"2024-03-01,2"\n"2024-03-02,0"\n"2024-03-03,1"\n')) == LEDGER
    assert ledger(read("Date        Cramps\n2024-03-01  2\n2024-03-02  0\n2024-03-03  1\n")) == LEDGER
    units = read("Date,Cramps,Water\n,(count),(L)\n2024-03-01,2,2\n2024-03-02,0,1\n2024-03-03,1,2\n")
    assert units.days["hydration"].tolist() == [2000, 1000, 2000]
    assert units.receipts[0].rows.read == 3
    bare = read("Date,Cramps,Notes\n2024-03-01,2,bad, very bad\n2024-03-02,0,\n2024-03-03,1,fine\n")
    assert bare.nights["notes"].iloc[0] == "bad, very bad"
    assert ledger(read("Day,Month,Year,Cramps\n1,3,2024,2\n2,3,2024,0\n3,3,2024,1\n")) == LEDGER


def test_many_widening_rows_are_padded_once() -> None:
    """Each row is one cell wider than the one before; every row ends as wide as the header."""
    text = "Date,Cramps\n" + "".join(f"2024-03-01,1{',x' * width}\n" for width in range(1, 400))
    (table,) = read_tables(read_sheets(text.encode())[0])
    assert {len(row) for row in table.rows} == {len(table.headers)} == {401}


def test_merged_cells_of_a_chart() -> None:
    """By hand: a date merged over two rows dates both cramps, a header over two lines names its column, and
    the medicine that is merged over three nights was started once.
    """
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    rows: list[list[object]] = [
        ["Cramp chart"], ["Date", "Night", None, None, "Medication"], [None, "Cramps", "Time", "Pain", None],
        [datetime(2025, 3, 1), 1, time(2, 10), 6, None], [None, 1, time(4, 30), 4, None],
        [datetime(2025, 3, 2), 0, None, None, "started magnesium"],
        [datetime(2025, 3, 3), 1, time(3, 0), 6, None],
        [datetime(2025, 3, 4), 0, None, None, None], ["Total", 3, None, None, None],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    for merged in ("A1:E1", "B2:D2", "A2:A3", "E2:E3", "A4:A5", "E6:E8"):
        sheet.merge_cells(merged)
    content = io.BytesIO()
    book.save(content)
    journal = read_journal([("chart.xlsx", content.getvalue())], today=TODAY)
    assert ledger(journal) == {"03-01": 2, "03-02": 0, "03-03": 1, "03-04": 0}
    assert journal.cramps["severity"].tolist() == [6, 4, 6]
    assert journal.changes[["generic", "change"]].to_numpy().tolist() == [["magnesium", "start"]]
    assert (journal.receipts[0].rows.read, journal.receipts[0].rows.used) == (5, 5)


def test_two_tables_beside_one_another() -> None:
    """By hand: three nights, and beside them two changes of other dates; neither takes the other's rows."""
    journal = read(
        "Date,Cramps,,Date,Medication,Change\n2025-03-01,1,,2025-03-01,magnesium,start\n"
        "2025-03-02,0,,2025-03-09,Lasix,stop\n2025-03-03,2,,,,\n"
    )
    assert ledger(journal) == {"03-01": 1, "03-02": 0, "03-03": 2}
    assert list(journal.changes["night"].dt.day) == [1, 9]
    assert [receipt.rows.read for receipt in journal.receipts] == [3, 2]


def test_an_empty_column_inside_one_table_parts_nothing() -> None:
    """By hand: only one of the two sides has a date."""
    journal = read("Date,Cramps,,Pain,Water (mL)\n2025-03-01,1,,5,1500\n2025-03-02,0,,,1600\n")
    assert len(journal.receipts) == 1
    assert journal.nights["hydration"].tolist() == [1500, 1600]
