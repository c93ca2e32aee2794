"""Colours of empty cells. Oracle: what somebody sees who opens the workbook written here."""

import io
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from analysis.journal import JournalError, Receipt, read_journal

RED, GREEN, WHITE = "FFFF0000", "FF00FF00", "FFFFFFFF"


def said(colours: dict[tuple[int, int], str], cells: tuple[object, ...] = ()) -> str:
    """``colours`` by row and column of a diary of six nights, in which ``cells`` are the first counts."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["Date", "Leg cramps"])
    for day in range(1, 7):
        sheet.append([datetime(2025, 3, day), cells[day - 1] if day <= len(cells) else None])
    for (row, column), colour in colours.items():
        sheet.cell(row, column).fill = PatternFill("solid", fgColor=colour)
    content = io.BytesIO()
    made.save(content)
    try:
        receipts: tuple[Receipt, ...] = tuple(
            read_journal([("diary.xlsx", content.getvalue())], today=date(2026, 1, 1)).receipts
        )
    except JournalError as error:
        receipts = tuple(error.receipts)
    return " | ".join(problem.problem for receipt in receipts for problem in receipt.problems)


@pytest.mark.parametrize("cells", [(), (0, 0, None, 0)])
def test_colours_that_differ_from_night_to_night_are_said(cells: tuple[object, ...]) -> None:
    colours = {(row, 2): RED if row in (4, 6) else GREEN for row in range(2, 8)}
    assert "colours are not read, and empty cells are coloured in column B" in said(colours, cells)


@pytest.mark.parametrize(
    "colours",
    [
        {},
        {(row, 2): WHITE for row in range(2, 8)},
        {(row, 2): GREEN for row in range(1, 8)},  # the column as a whole
        {(row, column): GREEN for row in (2, 4, 6) for column in (1, 2)},  # every other row
    ],
)
def test_colours_that_tell_no_night_from_another_are_not_said(colours: dict[tuple[int, int], str]) -> None:
    assert "colours" not in said(colours)
