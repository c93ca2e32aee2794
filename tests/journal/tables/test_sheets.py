"""Bytes to sheets of text: in every encoding, delimiter and kind of file one small diary has one ledger."""

import pytest

from analysis.journal import read_journal
from tests.for_each import for_each
from tests.journal.test_reading import TODAY, ledger, read
from tests.journal.test_robustness import workbook

DIARY = "Date,Cramps,Notes\n2024-03-01,2,Ä ü é ß\n2024-03-02,0,ok\n2024-03-03,1,\n"
LEDGER = {"03-01": 2, "03-02": 0, "03-03": 1}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    journal = read(DIARY.encode(encoding))
    assert ledger(journal) == LEDGER
    assert journal.nights["notes"].iloc[0] == "Ä ü é ß"


@for_each("delimiter", [",", ";", "\t", "|"])
@for_each("ending", ["\n", "\r\n", "\r"])
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


def test_a_workbook_named_csv_and_a_csv_named_xlsx_are_read_by_what_they_are() -> None:
    book = workbook(("A", [["Date", "Cramps"], ["2024-03-01", 2], ["2024-03-02", 0], ["2024-03-03", 1]]))
    assert ledger(read_journal([("diary.csv", book)], today=TODAY)) == LEDGER
    assert ledger(read_journal([("diary.xlsx", DIARY.encode())], today=TODAY)) == LEDGER
