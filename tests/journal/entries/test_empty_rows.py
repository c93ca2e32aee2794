"""Rows that hold a date and nothing else. Oracle: read = used + duplicate + rejected, and what each row says,
counted by hand.
"""

from analysis.journal import Journal, read_journal
from analysis.journal.model import Rows

ONLY_A_DATE = "a date and no answer, as on a blank line"


def read(text: str, name: str = "log.csv") -> Journal:
    return read_journal([(name, text.encode())])


def blank(journal: Journal) -> list[int | None]:
    return [problem.row for problem in journal.receipts[0].problems if problem.problem == ONLY_A_DATE]


def test_a_row_of_a_diary_with_a_date_alone_is_a_blank_line() -> None:
    rows = "2025-03-01,1,Sat\n2025-03-02,,Sun\n2025-03-03,0,Mon\n2025-03-04,,Tue\n"
    journal = read(f"Night of,Leg cramps,Weekday\n{rows}")
    assert journal.nights["logged"].tolist() == [True, False, True]
    assert journal.receipts[0].rows == Rows(read=2, used=2)
    assert blank(journal) == [3, 5]


def test_a_row_that_says_anything_else_is_used() -> None:
    text = "Night of,Leg cramps,Water (ml)\n2025-03-01,1,\n2025-03-02,,1500\n2025-03-03,0,\n"
    journal = read(text)
    assert journal.receipts[0].rows == Rows(read=3, used=3)
    assert journal.days["hydration"].tolist() == [1500]


def test_an_answer_that_is_not_understood_is_no_blank() -> None:
    journal = read("Night of,Leg cramps\n2025-03-01,1\n2025-03-02,A\n2025-03-03,0\n")
    assert journal.receipts[0].rows == Rows(read=3, used=3)
    assert journal.not_understood == 1


def test_where_no_night_says_none_a_blank_leaves_its_night_open_and_is_used() -> None:
    journal = read("Night of,Leg cramps\n2025-03-01,1\n2025-03-02,\n2025-03-03,2\n")
    assert journal.receipts[0].rows == Rows(read=3, used=3)
    assert journal.nights["logged"].tolist() == [True, False, True]


def test_a_day_of_a_device_without_a_number_is_a_blank_line() -> None:
    diary = ("nights.csv", b"Night of,Cramps\n2025-03-01,1\n2025-03-02,0\n")
    journal = read_journal([("steps.csv", b"Date,Steps\n2025-03-01,5000\n2025-03-02,\n"), diary])
    assert journal.receipts[0].rows == Rows(read=1, used=1)
    assert blank(journal) == [3]


def test_in_a_list_of_dates_each_is_a_cramp() -> None:
    journal = read("Leg cramp\n2025-03-01\n2025-03-04\n", "leg cramps.csv")
    assert journal.receipts[0].rows == Rows(read=2, used=2)
