"""The tables of all files as one journal. Oracle: what stands in the files, by hand."""

from datetime import date

import pytest

from analysis.journal import Journal, JournalError, added_file, read_journal
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


def test_the_order_of_files_decides_which_of_two_counts() -> None:
    """The later file counts where two disagree. Oracle: pain 7 or 3, by the order in which they came."""
    first = ("a.csv", b"night,cramps,pain (0-10)\n2025-03-01,1,7\n2025-03-02,0,\n")
    second = ("b.csv", b"night,cramps,pain (0-10)\n2025-03-01,1,3\n")
    for files in ([first, second], [second, first]):
        journal = read_journal(files, today=TODAY)
        assert journal.nights["severity"].iloc[0] == float(files[-1][1].split(b"\n")[1].split(b",")[2])


def test_the_error_is_the_file_s_own_or_says_that_no_file_gave_a_journal() -> None:
    empty = ("empty.csv", b"night,cramps\n")
    with pytest.raises(JournalError, match="header but no rows") as one:
        read_journal([empty], today=TODAY)
    assert len(one.value.receipts) == 1
    with pytest.raises(JournalError, match="None of the files") as two:
        read_journal([empty, empty], today=TODAY)
    assert [receipt.error_code for receipt in two.value.receipts] == ["header_only", "header_only"]
    with pytest.raises(JournalError, match="There is no file"):
        read_journal([], today=TODAY)


def test_a_table_of_which_no_row_could_be_used_says_so_beside_one_that_could() -> None:
    lost = ("lost.csv", b"night,cramps\nnever,1\nnever,2\n")
    journal = read_journal([DIARY, lost], today=TODAY)
    assert journal.receipts[0].error is None
    assert journal.receipts[1].rows.rejected == 2
    assert journal.receipts[1].error is not None
