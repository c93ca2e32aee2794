"""Answers where a medicine's name should stand. Oracle: a yes, a no and a tick name no medicine."""

import pytest

from analysis.journal import Journal
from analysis.journal.receipts import Receipt
from tests.journal.entries.reading import diary, read
from tests.journal.test_reading import read as read_files

NIGHTS = "Night of,Cramps\n2025-01-01,1\n2025-03-31,0\n"


def taken(journal: Journal) -> int:
    """Changes, spells and intakes together."""
    return len(journal.changes) + len(journal.spells) + len(journal.intakes)


@pytest.mark.parametrize(
    "rows",
    [
        "Date,Tablet\n2025-01-01,yes\n2025-01-02,no\n2025-01-03,✓\n",
        "Date,Medication,Taken\n2025-01-01,yes,yes\n2025-01-02,✓,yes\n2025-01-03,x,no\n",
        "Date,Medicine,Change\n2025-01-01,ja,start\n2025-01-08,nein,stop\n2025-01-09,2,start\n",
    ],
)
def test_no_medicine_is_named_yes(rows: str) -> None:
    journal = read_files(NIGHTS, rows)
    receipt = journal.receipts[1]
    assert taken(journal) == 0
    assert (receipt.rows.read, receipt.rows.used, receipt.rows.rejected) == (3, 0, 3)
    assert all(problem.hint == "which medicine? write its name" for problem in receipt.problems)


def test_a_list_keeps_the_rows_that_name_one() -> None:
    journal = read_files(NIGHTS, "Date,Tablet\n2025-01-01,yes\n2025-01-02,ramipril 5 mg\n")
    assert journal.spells[["generic", "dose"]].to_numpy().tolist() == [["ramipril", 5.0]]


def column_of(journal: Journal) -> tuple[str | None, list[str]]:
    """The field of the diary's third column, and the hints about it."""
    receipt: Receipt = journal.receipts[0]
    return receipt.columns[2].field, [one.hint for one in receipt.problems if one.column]


@pytest.mark.parametrize("heading", ["Cramp medication", "Tablet", "Medication"])
def test_a_diary_that_only_answers_is_asked_which(heading: str) -> None:
    journal = read(diary(heading, ["yes", "no", "✓", "", "yes"] * 6))
    assert taken(journal) == 0
    assert column_of(journal) == (None, ["which medicine? name the column after it"])


def test_no_alone_says_that_nothing_was_taken() -> None:
    assert column_of(read(diary("Medication", ["no"] * 20))) == ("medication", [])


def test_answers_among_names_are_told() -> None:
    """Oracle: ten nights of ramipril from the eleventh; the two ticks before it name nothing."""
    journal = read(diary("Medication", ["no"] * 8 + ["✓"] * 2 + ["ramipril 5 mg"] * 10))
    assert column_of(journal) == ("medication", ["which medicine? write its name"])
    assert [f"{night:%m-%d}" for night in journal.spells["first_night"]] == ["01-11"]


def test_yes_after_a_name_is_the_same_again() -> None:
    journal = read(diary("Medication", ["no"] * 8 + ["ramipril 5 mg"] + ["yes"] * 11))
    assert column_of(journal) == ("medication", [])
    assert [f"{night:%m-%d}" for night in journal.spells["first_night"]] == ["01-09"]
