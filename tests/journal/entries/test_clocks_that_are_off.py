"""Dates that a clock wrote which was not set. Oracle: rows counted by hand."""

from datetime import date

import pytest

from analysis.journal import Journal, JournalError, read_journal
from analysis.journal.entries.far_dates import CLOCK

TODAY = date(2026, 11, 27)
OCTOBER = "".join(f"2026-10-{day:02d},{day % 2}\n" for day in range(1, 29))


def read(rows: str) -> Journal:
    return read_journal([("diary.csv", f"Date,Cramps\n{rows}".encode())], today=TODAY)


def said(journal: Journal) -> list[str]:
    return [problem.problem for problem in journal.receipts[0].problems if problem.code == CLOCK]


@pytest.mark.parametrize("year", [1970, 1980, 2000, 2010])
def test_rows_of_a_clock_that_was_reset_are_set_aside_and_widen_nothing(year: int) -> None:
    journal = read("".join(f"{year}-01-0{day},1\n" for day in (1, 2, 3)) + OCTOBER)
    assert len(journal.nights) == 28
    assert journal.receipts[0].rows.rejected == 3
    assert all("reset" in problem.problem for problem in journal.receipts[0].problems)


def test_a_journal_whose_clock_was_never_set_is_read_and_said() -> None:
    journal = read(OCTOBER.replace("2026-10", "2000-01"))
    assert len(journal.nights) == 28
    assert len(said(journal)) == 1
    assert said(read(OCTOBER.replace("2026-10", "2003-01"))) == []


def test_stretches_with_years_between_them_are_said() -> None:
    (problem,) = said(read(OCTOBER.replace("2026-10", "2015-01") + OCTOBER))
    assert "2015, 2026" in problem


def test_a_computer_whose_clock_is_off_is_not_obeyed() -> None:
    """By hand: all 28 nights lie after the computer's date; of 56 just half do, and these are set aside."""
    later = OCTOBER.replace("2026-10", "2028-01")
    journal = read(later)
    assert journal.receipts[0].rows.used == 28
    assert "28 of 28" in said(journal)[0]
    assert read(later + OCTOBER).receipts[0].rows.rejected == 28
    with pytest.raises(JournalError):
        read("2028-01-01,1\n2028-01-02,0\n")


def test_nights_to_come_that_were_filled_in_with_no_are_none() -> None:
    """By hand: 2 nights were lived, 28 are filled in ahead with 0 or no; with a single 1 among them they
    were not.
    """
    ahead = [f"2026-12-{day:02d},{'0' if day % 2 else 'no'}\n" for day in range(1, 29)]
    lived = "2026-11-20,1\n2026-11-21,0\n"
    journal = read(lived + "".join(ahead))
    assert journal.nights.cramps.tolist() == [1, 0]
    assert not said(journal)
    assert read(lived + "".join([*ahead[:-1], "2026-12-28,1\n"])).receipts[0].rows.used == 30
