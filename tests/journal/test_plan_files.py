"""The plan as a file: what is written is what is read, and a file that was changed is no plan."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from analysis.journal import (
    JournalError,
    export_plan,
    read_journal,
)
from tests.plan.made import DIARY, by_turns

START = date(2025, 9, 1)


@pytest.mark.parametrize(
    "cut",
    [
        lambda text: "\n".join(text.split("\n")[:3] + text.split("\n")[4:]),  # a block less
        lambda text: text.replace("2025-09-15", "soon", 1),
        lambda text: text.replace(",on,", ",perhaps,", 1),
        lambda text: text.replace(",on_off,", ",coin,"),
        lambda text: text.replace("2025-09-14", "2025-09-20", 1),  # two blocks at once
        lambda text: text.replace("magnesium", "another", 1),  # two plans in one
        lambda text: text.replace(",on,3,", f",on,{'9' * 5000},", 1),
    ],
    ids=["block lost", "no date", "no state", "no kind", "overlap", "two plans", "huge"],
)
def test_a_plan_that_was_changed_is_no_plan(cut) -> None:
    """Oracle: by hand; read = used + rejected, and the diary beside it is read all the same."""
    text = cut(export_plan(by_turns(start=START)).decode("utf-8-sig").replace("\r\n", "\n"))
    journal = read_journal([("plan.csv", text.encode()), ("diary.csv", DIARY)], today=date(2030, 1, 1))
    assert journal.earlier is None
    receipt = next(receipt for receipt in journal.receipts if receipt.name == "plan.csv")
    assert receipt.error is not None
    assert receipt.rows.used == 0
    assert receipt.rows.read == receipt.rows.rejected == len(text.strip().split("\n")) - 1
    assert len(journal.nights) == 3


def test_a_file_of_nothing_but_a_damaged_plan_is_said_in_one_sentence() -> None:
    """Oracle: the sentence names what to give, and holds no cell."""
    text = export_plan(by_turns(start=START)).decode("utf-8-sig").replace("on_off", "coin")
    with pytest.raises(JournalError, match="give the file as it was downloaded") as refused:
        read_journal([("plan.csv", text.encode())])
    assert "coin" not in str(refused.value)
    assert "magnesium" not in str(refused.value)


def test_the_later_of_two_plans_counts() -> None:
    """Oracle: the day on which each was made."""
    old = by_turns(start=START)
    new = replace(by_turns(start=START + timedelta(7)), made_on=START + timedelta(3), what="stretching")
    files = [("a.csv", export_plan(new)), ("b.csv", export_plan(old)), ("diary.csv", DIARY)]
    journal = read_journal(files, today=date(2030, 1, 1))
    assert journal.earlier is not None
    assert journal.earlier.plan == new
