"""Bytes to tables: the same small diary in every encoding, delimiter and layout has the same ledger."""

import io
import zipfile
from datetime import datetime, time

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from analysis.journal import JournalError, read_journal
from analysis.journal.tables.layout import read_tables
from analysis.journal.tables.sheets import read_sheets
from tests.journal.test_reading import TODAY, ledger, read
from tests.journal.test_robustness import workbook

DIARY = "Date,Cramps,Notes\n2024-03-01,2,Ä ü é ß\n2024-03-02,0,ok\n2024-03-03,1,\n"
LEDGER = {"03-01": 2, "03-02": 0, "03-03": 1}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    journal = read(DIARY.encode(encoding))
    assert ledger(journal) == LEDGER
    assert journal.nights["notes"].iloc[0] == "Ä ü é ß"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, ending: str) -> None:
    text = DIARY.replace(",", delimiter).replace("\n", ending)
    assert ledger(read(text)) == ledger(read(f"sep={delimiter}{ending}{text}")) == LEDGER


def test_quoted_line_breaks_and_row_numbers_as_a_spreadsheet_counts() -> None:
    text = (
        'Date,Cramps,Notes\n2024-03-01,2,"two\nlines, ""quoted"""\n\n'
        "2024-13-02,0,\n2024-03-02,0,\n2024-03-03,1,\n"
    )
    journal = read(text)
    assert ledger(journal) == LEDGER
    assert [p.row for p in journal.receipts[0].problems if p.action == "rejected"] == [4]


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


def test_a_workbook_named_csv_and_a_csv_named_xlsx_are_read_by_what_they_are() -> None:
    book = workbook(("A", [["Date", "Cramps"], ["2024-03-01", 2], ["2024-03-02", 0], ["2024-03-03", 1]]))
    assert ledger(read_journal([("diary.csv", book)], today=TODAY)) == LEDGER
    assert ledger(read_journal([("diary.xlsx", DIARY.encode())], today=TODAY)) == LEDGER


def test_many_widening_rows_are_padded_once() -> None:
    """Each row is one cell wider than the one before; every row ends as wide as the header."""
    text = "Date,Cramps\n" + "".join(f"2024-03-01,1{',x' * width}\n" for width in range(1, 400))
    (table,) = read_tables(read_sheets(text.encode())[0])
    assert {len(row) for row in table.rows} == {len(table.headers)} == {401}


def test_dates_of_a_workbook_that_counts_from_1904() -> None:
    """By hand: openpyxl writes 1 to 3 January 2025 in the system of old Macs, with the flag that says so."""
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    assert book.active is not None
    for row in (["Date", "Cramps"], *([datetime(2025, 1, day), day - 1] for day in (1, 2, 3))):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    assert b'date1904="1"' in zipfile.ZipFile(content).read("xl/workbook.xml")
    journal = read_journal([("old.xlsx", content.getvalue())], today=TODAY)
    assert ledger(journal) == {"01-01": 0, "01-02": 1, "01-03": 2}


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


def test_a_sheet_for_each_month_with_the_day_in_the_rows() -> None:
    """By hand: the sheets name January and February 2025, the rows only their days."""
    rows: list[list[object]] = [["Day", "Cramps"], [30, 1], [31, 0]]
    later: list[list[object]] = [["Day", "Cramps"], [1, 2], [2, 0]]
    content = workbook(("Jan 2025", rows), ("February 2025", later))
    journal = read_journal([("months.xlsx", content)], today=TODAY)
    assert ledger(journal) == {"01-30": 1, "01-31": 0, "02-01": 2, "02-02": 0}


def test_a_month_above_the_header_dates_days_that_come_once() -> None:
    """By hand: 3 to 5 March 2025; a day that comes twice, or no day of the month, dates nothing."""
    journal = read("March 2025\nDay,Cramps,Water (mL)\n3,1,1500\n4,0,1400\n5,2,1300\n")
    assert ledger(journal) == {"03-03": 1, "03-04": 0, "03-05": 2}
    for days in ("3,1\n4,0\n3,2\n", "30,1\n31,0\n32,2\n"):
        with pytest.raises(JournalError):
            read(f"March 2025\nDay,Cramps\n{days}")
