"""How many cramps each logged night had. Oracle: the nights counted by hand."""

import pytest

from analysis.journal import Journal, read_journal
from tests.journal.test_reading import TODAY, ledger

FIRST = "Date,Cramps,Water (mL)\n2024-03-01,2,1500\n2024-03-02,0,1500\n2024-03-03,,1500\n2024-03-04,1,1500\n"


def read(*files: tuple[str, str], **given: object) -> Journal:
    return read_journal([(name, text.encode()) for name, text in files], today=TODAY, **given)  # type: ignore[arg-type]


def open_notes(journal: Journal) -> list[str]:
    return [
        problem.problem
        for receipt in journal.receipts
        for problem in receipt.problems
        if "taken as not logged" in problem.problem
    ]


def test_a_night_counts_what_its_row_says_and_an_empty_cell_counts_nothing() -> None:
    journal = read(("diary.csv", FIRST))
    assert ledger(journal) == {"03-01": 2, "03-02": 0, "03-03": None, "03-04": 1}
    assert journal.nights["logged"].tolist() == [True, True, False, True]


def test_a_log_overrules_a_diary_that_says_none() -> None:
    """Two cramps of the log at the night for which the diary says 0; the other nights stay the diary's."""
    log = "Date and time,Leg cramp side\n2024-03-02 23:10,left\n2024-03-03 02:00,left\n"
    journal = read(("diary.csv", FIRST), ("cramps.csv", log))
    assert ledger(journal) == {"03-01": 2, "03-02": 2, "03-03": None, "03-04": 1}


def test_a_diary_that_says_none_makes_no_empty_night_free_of_cramps() -> None:
    journal = read(("diary.csv", FIRST))
    assert (journal.never_says_none, journal.unlogged_assumed_cramp_free) == (False, False)
    assert open_notes(journal) == []


def test_a_journal_that_never_says_none_leaves_an_empty_cell_open_and_says_so() -> None:
    text = "Date,Cramps\n2024-03-01,2\n2024-03-02,\n2024-03-04,1\n"
    journal = read(("diary.csv", text))
    assert (journal.never_says_none, journal.unlogged_assumed_cramp_free) == (True, False)
    assert ledger(journal) == {"03-01": 2, "03-02": None, "03-03": None, "03-04": 1}
    (note,) = open_notes(journal)
    assert "an empty cell" in note


def test_an_answer_that_is_not_understood_leaves_its_night_open_and_is_counted() -> None:
    text = "Date,Cramps\n2024-03-01,2\n2024-03-02,hrmpf\n2024-03-04,1\n"
    journal = read(("diary.csv", text))
    assert journal.not_understood == 1
    assert ledger(journal) == {"03-01": 2, "03-02": None, "03-03": None, "03-04": 1}
    (note,) = open_notes(journal)
    assert "an answer that was not understood" in note


@pytest.mark.parametrize("unlogged", ["cramp-free", "unknown"])
def test_what_somebody_said_about_empty_nights_stands(unlogged: str) -> None:
    """Oracle: 1 to 4 March; "cramp-free" holds for an empty cell and for a night without a row."""
    text = "Date,Cramps\n2024-03-01,2\n2024-03-02,\n2024-03-04,1\n"
    journal = read(("diary.csv", text), unlogged=unlogged)
    between = 0 if unlogged == "cramp-free" else None
    assert ledger(journal) == {"03-01": 2, "03-02": between, "03-03": between, "03-04": 1}
    assert open_notes(journal) == []
    assert journal.unlogged_assumed_cramp_free is (unlogged == "cramp-free")


def test_nights_without_any_row_between_are_free_where_no_cell_was_left_empty() -> None:
    journal = read(("diary.csv", "Date,Cramps\n2024-03-01,2\n2024-03-04,1\n"))
    assert journal.unlogged_assumed_cramp_free
    assert ledger(journal) == {"03-01": 2, "03-02": 0, "03-03": 0, "03-04": 1}


def test_a_row_about_water_alone_says_nothing_of_the_nights_beside_it() -> None:
    """A diary of water leaves no night open: it has no column for an answer."""
    water = "Date,Water (mL)\n2024-03-02,1500\n2024-03-03,1500\n"
    journal = read(("diary.csv", "Date,Cramps\n2024-03-01,2\n2024-03-04,1\n"), ("water.csv", water))
    assert journal.unlogged_assumed_cramp_free
    assert ledger(journal) == {"03-01": 2, "03-02": 0, "03-03": 0, "03-04": 1}


def test_two_diaries_of_one_night_are_one_night() -> None:
    """Both say two cramps: two, not four."""
    other = "Date,Cramps,Pain (0-10)\n2024-03-01,2,6\n2024-03-05,0,\n"
    journal = read(("diary.csv", FIRST), ("other.csv", other))
    assert ledger(journal) == {"03-01": 2, "03-02": 0, "03-03": None, "03-04": 1, "03-05": 0}
    assert len(journal.cramps) == 3
