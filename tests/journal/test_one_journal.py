"""The tables of all files as one journal. Oracle: what stands in the files, by hand."""

from datetime import date

import pytest

from analysis.journal import JournalError, read_journal

TODAY = date(2026, 6, 1)

DIARY = ("diary.csv", b"night,cramps,notes\n2025-03-01,0,late tea\n2025-03-02,2,\n2025-03-03,1,\n")


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
