"""The bounds on all files of one journal. Oracle: the bounds themselves, and the sums of what is given."""

import pytest

from analysis.journal import read_journal
from analysis.journal.tables import MOST_BYTES
from analysis.journal.together import MOST_FILES, MOST_TOGETHER, which_fit

LARGE = b"night,cramps,notes\n2025-03-01,1," + b"x" * 17_967 + b"\n"  # 18 kB
SMALL = b"night,cramps\n2025-03-02,2\n"


def test_files_beyond_the_sum_are_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousandth of the bound, and 25 files of 18 kB: three fit, and a small one at the end still does;
    every one has its receipt."""
    monkeypatch.setattr("analysis.journal.together.MOST_TOGETHER", MOST_TOGETHER // 1000)
    files = [(f"{number}.csv", LARGE) for number in range(25)]
    journal = read_journal([*files, ("small.csv", SMALL)])
    refused = [receipt for receipt in journal.receipts if receipt.error is not None]
    assert len(journal.receipts) == 26
    assert len(LARGE) == 18_000
    assert len(refused) == 25 - 3
    assert all("MB together" in str(receipt.error) for receipt in refused)
    assert journal.nights["logged"].sum() == 2


def test_more_files_than_a_journal_can_be() -> None:
    files = [(f"{number}.csv", SMALL) for number in range(3)]
    fit, too_much = which_fit(files, [("more.csv", SMALL)] * MOST_FILES)
    assert (len(fit), too_much) == (MOST_FILES - 3, 3)


def test_a_generator_is_not_held_as_a_whole() -> None:
    """Only what fits is kept of files that come one after the other."""
    fit, too_much = which_fit([], ((str(number), bytes(MOST_BYTES)) for number in range(10)))
    assert sum(len(content) for _, content in fit) <= MOST_TOGETHER
    assert (len(fit), too_much) == (3, 7)


def test_what_is_held_may_come_to_more_than_the_bound() -> None:
    """A pasted text of 200 kB and an upload of the whole bound beside it: the next file is refused, and
    nothing raises."""
    held = [("pasted text", bytes(200_000)), ("large.csv", bytes(MOST_TOGETHER))]
    assert which_fit(held, [("small.csv", SMALL)]) == ([], 1)
