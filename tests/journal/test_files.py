"""Several files and sheets. Oracle: read by hand."""

from datetime import date
from pathlib import Path

import pytest

from analysis.journal import JournalError, read_journal
from tests.journal.test_reading import TODAY, ledger, read
from tests.journal.test_robustness import workbook


def test_a_workbook_with_several_sheets(tmp_path: Path) -> None:
    book = workbook(
        ("Nights", [["Date", "Cramps", "Water (L)"], [date(2024, 3, 1), 1, 1.5], [date(2024, 3, 2), 0, 2]]),
        ("Medicines", [["Date", "Medicine", "Change"], [date(2024, 3, 2), "Lasix 40mg bd", "start"]]),
        ("Letter", [["Dear doctor"]]),
    )
    path = tmp_path / "diary.xlsx"
    path.write_bytes(book)
    journal = read_journal([path], today=TODAY)
    assert ledger(journal) == {"03-01": 1, "03-02": 0}
    assert journal.changes["generic"].tolist() == ["furosemide"]
    assert [receipt.name for receipt in journal.receipts] == ["diary.xlsx [Nights]", "diary.xlsx [Medicines]"]
    assert "Letter" in journal.receipts[0].problems[0].problem


def test_a_file_that_cannot_be_read_leaves_the_others() -> None:
    journal = read("Date,Cramps\n2024-03-01,1\n", b"%PDF-1.7", b"", "Date,Cramps\n")
    assert ledger(journal) == {"03-01": 1}
    assert [receipt.error is None for receipt in journal.receipts] == [True, False, False, False]
    with pytest.raises(JournalError) as raised:
        read(b"%PDF-1.7", b"")
    assert len(raised.value.receipts) == 2
