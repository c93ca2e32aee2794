"""What a workbook hides. Oracle: the workbook written here, as its own window shows it."""

import io
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from analysis.journal import Journal, JournalError, read_journal
from analysis.journal.tables.hidden_parts import Hidden, hidden_of

NIGHTS = [["2025-03-13", 0, 5], ["2025-03-14", 1, 6], ["2025-03-15", 2, 7]]


def book() -> tuple[openpyxl.Workbook, Worksheet]:
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    for row in (["Date", "Cramps", "Sleep (h)"], *NIGHTS):
        sheet.append(row)
    return made, sheet


def opened(made: openpyxl.Workbook) -> Journal:
    content = io.BytesIO()
    made.save(content)
    return read_journal([("diary.xlsx", content.getvalue())], today=date(2026, 1, 1))


def told(journal: Journal) -> list[str]:
    return [problem.problem for problem in journal.receipts[0].problems]


def test_a_workbook_that_hides_nothing_says_nothing() -> None:
    journal = opened(book()[0])
    assert journal.nights["cramps"].tolist() == [0, 1, 2]
    assert told(journal) == []


def test_hidden_rows_and_columns_are_read_and_said() -> None:
    made, sheet = book()
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[40].hidden = True  # it holds nothing
    sheet.column_dimensions["C"].hidden = True
    journal = opened(made)
    assert journal.nights["cramps"].tolist() == [0, 1, 2]
    assert journal.nights["sleep"].tolist() == [5, 6, 7]
    assert told(journal) == [
        "hidden or filtered rows are read like the others: 3",
        "hidden columns are read like the others: C",
    ]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
@pytest.mark.parametrize("cover", [False, True])
def test_a_hidden_sheet_is_left_out_and_said(state: str, cover: bool) -> None:
    """An older copy of the same nights, which nobody sees who opens the workbook; with and without a sheet of
    prose before them."""
    made, _ = book()
    old = made.create_sheet("Old copy")
    for row in (["Date", "Cramps"], ["2025-03-14", 9], ["2025-02-01", 4]):
        old.append(row)
    old.sheet_state = state
    if cover:
        made.create_sheet("About", 0).append(["My diary of the nights"])
    journal = opened(made)
    assert journal.nights["cramps"].tolist() == [0, 1, 2]
    said = "hidden sheets are not read: “Old copy”; show them in the workbook to use them"
    assert said in told(journal)


def test_a_workbook_whose_filled_sheets_are_all_hidden_is_not_called_empty() -> None:
    made, sheet = book()
    made.create_sheet("Empty")
    made.active = 1
    sheet.sheet_state = "hidden"
    with pytest.raises(JournalError, match="is hidden; show the one with the journal"):
        opened(made)


def test_a_sheet_that_hides_nothing_has_nothing_hidden() -> None:
    assert hidden_of({b"state": b"visible"}, b"<sheetData/>") == Hidden()
