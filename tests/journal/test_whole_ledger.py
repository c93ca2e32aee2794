"""Nights as all files tell of them. Oracle: what stands in the files, by hand."""

from datetime import date

import pytest

from analysis.journal import Journal, added_file, read_journal
from analysis.journal.added import Added

TODAY = date(2026, 6, 1)

DIARY = ("diary.csv", b"night,cramps,notes\n2025-03-01,0,late tea\n2025-03-02,2,\n2025-03-03,1,\n")


def remarks(journal: Journal) -> dict[str, str]:
    found = journal.nights["notes"].dropna()
    return {f"{night:%m-%d}": text for night, text in found.items() if text}  # type: ignore[str-bytes-safe]


def typed(*nights_and_words: tuple[str, str]) -> tuple[str, bytes]:
    return added_file(
        [Added("Remarks", {"night of": night, "remark": text}) for night, text in nights_and_words]
    )


def test_a_typed_remark_stands_below_what_the_diary_says_and_only_once() -> None:
    added = typed(("2025-03-01", "hot night"), ("2025-03-02", "long walk"), ("2025-03-01", "late tea"))
    journal = read_journal([DIARY, added], today=TODAY)
    assert remarks(journal) == {"03-01": "late tea; hot night", "03-02": "long walk"}
    rows = journal.receipts[1].rows
    assert (rows.used, rows.duplicate, rows.rejected) == (2, 1, 0)


@pytest.mark.parametrize("night", ["2025-02-28", "2025-03-04"])
def test_a_remark_of_a_night_that_the_journal_does_not_reach_is_rejected(night: str) -> None:
    journal = read_journal([DIARY, typed((night, "nowhere"))], today=TODAY)
    assert remarks(journal) == {"03-01": "late tea"}
    assert journal.receipts[1].rows.rejected == 1
    assert journal.receipts[1].rows.used == 0


def test_a_column_that_another_file_keeps_as_something_else_is_not_used_twice() -> None:
    """Numbers in the first file, words in the second: the first file's stands, and the other says so."""
    first = ("a.csv", b"night,cramps,Stairs\n2025-03-01,0,12\n2025-03-02,2,3\n")
    second = ("b.csv", b"night,cramps,Stairs\n2025-03-03,0,yes\n2025-03-04,2,no\n")
    journal = read_journal([first, second], mapping={"Stairs": "own"}, today=TODAY)
    (own,) = journal.own_fields
    assert own.kind == "number"
    assert [problem.problem for problem in journal.receipts[1].problems if problem.column == "Stairs"] == [
        "another file keeps this column as something else; it is not used here"
    ]
