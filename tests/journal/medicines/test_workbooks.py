"""Medicines in workbooks: typed dates, merged cells, several sheets. Oracle: each sheet read by hand."""

import io
from datetime import date, datetime, timedelta

import pytest
from openpyxl import Workbook

from analysis.journal import Journal, read_journal

FIRST = date(2025, 1, 1)
Sheet = tuple[str, list[list[object]], tuple[str, ...]]  # title, rows, merged ranges
DIARY = [["Night of", "Cramps"], *[[FIRST + timedelta(days=at), int(at % 3 == 0)] for at in range(120)]]
LIST = ["Date", "Medication", "Dose", "Change"]


def read(*sheets: Sheet) -> Journal:
    """A diary of 120 nights and a workbook beside it."""
    files = []
    for name, parts in (("diary.xlsx", [("Sheet", DIARY, ())]), ("medicines.xlsx", sheets)):
        book = Workbook()
        book.remove(book.active)
        for title, rows, merged in parts:
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
            for cells in merged:
                sheet.merge_cells(cells)
        content = io.BytesIO()
        book.save(content)
        files.append((name, content.getvalue()))
    return read_journal(files, today=date(2026, 11, 26))


def told(journal: Journal) -> list[tuple[str, str, str]]:
    rows = journal.changes.sort_values(["night", "generic"]).itertuples()
    return [(f"{row.night:%m-%d}", row.generic, row.change) for row in rows]


def spells(journal: Journal) -> list[tuple[str, float]]:
    return sorted((row.generic, row.dose) for row in journal.spells.itertuples())


@pytest.mark.parametrize("moment", [date, datetime])
def test_dates_as_cells_and_doses_as_numbers(moment: type) -> None:
    rows: list[list[object]] = [
        ["Date", "Medication", "Dose (mg)", "Change"],
        [moment(2025, 1, 5), "Magnesium", 300.0, "start"],
        [moment(2025, 2, 10), "Magnesium", 400.0, "increase"],
        [moment(2025, 3, 10), "Magnesium", None, "stop"],
    ]
    journal = read(("Sheet", rows, ()))
    assert told(journal) == [
        ("01-05", "magnesium", "start"),
        ("02-10", "magnesium", "increase"),
        ("03-10", "magnesium", "stop"),
    ]
    assert spells(journal) == [("magnesium", 300), ("magnesium", 400)]


def test_a_title_over_all_columns_and_dates_that_are_left_open() -> None:
    rows: list[list[object]] = [
        ["My medicines"],
        [],
        ["Name", "Dose", "Started", "Stopped"],
        ["Magnesium", "300 mg", datetime(2025, 1, 20), datetime(2025, 3, 1)],
        ["Atorvastatin", "20 mg", None, None],
    ]
    journal = read(("Sheet", rows, ("A1:D1",)))
    assert told(journal) == [("01-20", "magnesium", "start"), ("03-01", "magnesium", "stop")]
    assert spells(journal) == [("atorvastatin", 20), ("magnesium", 300)]


def test_one_merged_date_beside_two_medicines() -> None:
    rows: list[list[object]] = [
        LIST,
        [date(2025, 1, 20), "Magnesium", "300 mg", "start"],
        [None, "Ramipril", "5 mg", "start"],
    ]
    journal = read(("Sheet", rows, ("A2:A3",)))
    assert told(journal) == [("01-20", "magnesium", "start"), ("01-20", "ramipril", "start")]


def test_a_medicine_merged_beside_the_days_on_which_it_was_taken() -> None:
    """Oracle: 30 days each from the 21st on; an empty row below stays empty."""
    rows: list[list[object]] = [["Medication", "Date", "Taken"]]
    for name in ("Magnesium 300 mg", "Ramipril 5 mg"):
        rows += [[name if at == 0 else None, FIRST + timedelta(days=at + 20), "yes"] for at in range(30)]
    journal = read(("Sheet", [*rows, [], []], ("A2:A31", "A32:A63")))
    assert spells(journal) == [("magnesium", 300), ("ramipril", 5)]
    assert not [one for receipt in journal.receipts for one in receipt.problems if one.action == "rejected"]


def test_an_amount_that_was_merged_is_not_repeated() -> None:
    """Oracle: a reason merged over three rows belongs to the first alone, as far as anybody can tell."""
    rows: list[list[object]] = [
        [*LIST, "Reason"],
        *[[date(2025, 1, 20 + at), name, "5 mg", "start", "blood pressure" if at == 0 else None]
          for at, name in enumerate(("Ramipril", "Amlodipine", "Bisoprolol"))],
    ]  # fmt: skip
    journal = read(("Sheet", rows, ("E2:E4",)))
    assert journal.changes["reason"].isna().tolist() == [False, True, True]


def test_columns_of_medicines_under_one_merged_heading() -> None:
    rows: list[list[object]] = [["Date", "Medicines", None], [None, "Magnesium", "Ramipril"]]
    rows += [[FIRST + timedelta(days=at), "yes" if at > 10 else "no", "yes"] for at in range(40)]
    journal = read(("Sheet", rows, ("B1:C1", "A1:A2")))
    assert told(journal) == [("01-12", "magnesium", "start")]
    assert [name for name, _ in spells(journal)] == ["magnesium", "ramipril"]


def test_dates_across_the_columns() -> None:
    days = [FIRST + timedelta(days=at) for at in range(40)]
    rows: list[list[object]] = [
        ["Medication", *days],
        ["Magnesium 300 mg", *["x" if at > 12 else None for at in range(40)]],
        ["Ramipril 5 mg", *["x"] * 40],
    ]
    journal = read(("Sheet", rows, ()))
    assert told(journal) == [("01-14", "magnesium", "start")]
    assert spells(journal) == [("magnesium", 300), ("ramipril", 5)]


def test_two_sheets_go_on_from_one_another() -> None:
    """Oracle: started on 10 December, before the diary, and stopped on 20 March."""
    journal = read(
        ("2024", [LIST, [date(2024, 12, 10), "Magnesium", "300 mg", "start"]], ()),
        ("2025", [LIST, [date(2025, 3, 20), "Magnesium", None, "stop"]], ()),
    )
    assert told(journal) == [("03-20", "magnesium", "stop")]
    assert journal.spells["first_night"].isna().tolist() == [True]
