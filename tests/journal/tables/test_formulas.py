"""Formulas that say nothing. Oracle: which cells of the workbook written here somebody has filled."""

import io
from collections.abc import Sequence
from datetime import date, datetime

import pytest
import xlsxwriter

from analysis.journal import Journal, read_journal
from analysis.journal.tables.formulas import formulas_of, leave_out_empty_formulas
from tests.for_each import for_each

COUNTS = (None, 1, None, 0, 2, None)  # of the nights from 1 March
LOGGED = {"2025-03-02": 1, "2025-03-04": 0, "2025-03-05": 2}


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    """A pair is a formula and its result."""
    content = io.BytesIO()
    made = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet, days = made.add_worksheet("Diary"), made.add_format({"num_format": "yyyy-mm-dd"})
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, datetime):
                sheet.write_datetime(row, column, cell, days)
            elif isinstance(cell, tuple):
                sheet.write_formula(row, column, cell[0], None, cell[1])
            elif cell is not None:
                sheet.write(row, column, cell)
    made.close()
    return content.getvalue()


def opened(rows: Sequence[Sequence[object]]) -> Journal:
    return read_journal([("diary.xlsx", workbook(rows))], today=date(2026, 1, 1))


def logged(journal: Journal) -> dict[str, int]:
    return {str(night.date()): int(count) for night, count in journal.nights["cramps"].dropna().items()}


def said(journal: Journal) -> str:
    return " | ".join(problem.problem for problem in journal.receipts[0].problems)


@pytest.mark.parametrize(
    "formula",
    [
        '=IF(B{0}>0,"yes","no")',
        '=IF(A{0}="","",IF(B{0}>0,"yes","no"))',  # the date is there, and decides nothing
        '=IF(B{0}>$H$1,"yes","no")',  # a limit that stands elsewhere
        '=IF(SUM(B{0}:B{0})>0,"yes","no")',
    ],
)
def test_a_no_that_comes_from_an_empty_count_is_no_answer(formula: str) -> None:
    rows: list[list[object]] = [["Night", "Cramps", "Cramp?"]]
    for day, count in enumerate(COUNTS, start=1):
        rows.append([datetime(2025, 3, day), count, (formula.format(day + 1), "yes" if count else "no")])
    journal = opened(rows)
    assert logged(journal) == LOGGED
    assert "formulas that are made of empty cells say nothing, and are left out: column C (3)" in said(
        journal
    )


def test_a_sum_of_empty_cells_is_no_zero_also_through_another_formula() -> None:
    rows: list[list[object]] = [["Night", "Left", "Right", "Both", "Cramps"]]
    for day, count in enumerate(COUNTS, start=1):
        both, cramps = f"=SUM(B{day + 1}:C{day + 1})", f"=D{day + 1}"
        rows.append([datetime(2025, 3, day), count, None, (both, count or 0), (cramps, count or 0)])
    assert logged(opened(rows)) == LOGGED


def test_a_formula_of_what_is_written_stays() -> None:
    rows: list[list[object]] = [["Night", "Water (mL)", "Cramps"]]
    rows += [[datetime(2025, 3, day), 1500, (f"=IF(B{day + 1}>1600,1,0)", 0)] for day in range(1, 4)]
    assert list(logged(opened(rows)).values()) == [0, 0, 0]


def test_dates_that_count_on_from_the_first_stay() -> None:
    rows: list[list[object]] = [["Night", "Cramps"], [datetime(2025, 3, 1), 0]]
    rows += [[(f"=A{row}+1", 45_716 + row), count] for row, count in ((2, 1), (3, 0))]
    assert [receipt.rows.used for receipt in opened(rows).receipts] == [3]


def test_formulas_without_a_result_are_said_with_what_to_do() -> None:
    rows = [["Night", "Cramps"], [datetime(2025, 3, 1), 1], [datetime(2025, 3, 2), ("=B2", "")]]
    assert "formulas without a result in the file are empty here: column B (1)" in said(opened(rows))


def test_a_shared_formula_is_moved_to_where_it_stands() -> None:
    """As Excel writes a column that was filled down: only its first cell has the text."""
    xml = (
        b'<c r="A1"><v>1</v></c><c r="B1" t="str"><f t="shared" ref="B1:B2" si="0">IF(A1&gt;0,"y","n")</f>'
        b'<v>y</v></c><c r="B2" t="str"><f t="shared" si="0"/><v>n</v></c>'
    )
    records = [["1", "y"], ["", "n"]]
    assert leave_out_empty_formulas(records, formulas_of(xml)) != []
    assert records == [["1", "y"], ["", ""]]


@for_each(
    ("text", "kept"),
    [
        ("COUNTIF(Log!A:A,A2)", "0"),  # another sheet is not looked at
        ("SUM(A:A)", "0"),
        ("ROW()", "0"),
        ("LOG10(1)", "0"),
        ("B2", "0"),  # itself
        ("Diary[[#This Row],[Count]]", ""),
        ("Diary[[#This Row],[Nowhere]]", "0"),
        ("C2+D2", ""),
    ],
)
def test_only_what_is_seen_to_be_empty_empties_a_formula(text: str, kept: str) -> None:
    records = [["Night", "Sum", "Count", "More"], ["2025-03-01", "0", "", ""]]
    xml = f'<c r="B2"><f>{text}</f><v>0</v></c>'.encode()
    leave_out_empty_formulas(records, formulas_of(xml))
    assert records[1][1] == kept


def test_sums_over_long_columns_are_not_followed_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Oracle: the results as they stand in the file, where the cells behind them are more than are looked
    at; with fewer, the same sums of empty cells say nothing."""
    sums = [(f"=SUM(D$2:D{day + 1})", 0) for day in range(1, 11)]
    nights = [[datetime(2025, 3, day), day % 2, made] for day, made in enumerate(sums, start=1)]
    rows: list[list[object]] = [["Night", "Cramps", "So far"], *nights]
    whole = said(opened(rows))
    monkeypatch.setattr("analysis.journal.tables.formulas._MOST_LOOKED_AT", 20)
    assert "say nothing" in whole
    assert "say nothing" not in said(opened(rows))
