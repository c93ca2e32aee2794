"""Ditto marks. Oracle: the ledger with every mark replaced, by hand, by what stands above it."""

import pytest

from analysis.journal import Journal, read_journal
from analysis.journal.tables.dittos import REPEATED, is_ditto
from tests.for_each import for_each

MARKS = [
    '"', "''", "″", "»", "„", '-"-', '– " –', "-//-", "-II-",
    "ditto", "Dto.", "idem", "as above", "s.o.", "同上",
]  # fmt: skip


def read(text: str) -> Journal:
    return read_journal([("log.csv", text.encode())])


@for_each("mark", MARKS)
def test_a_mark_says_what_stands_above_it(mark: str) -> None:
    assert is_ditto(mark)
    rows = [("2025-03-01", "2", "1.5 l"), ("2025-03-02", mark, mark), ("2025-03-03", "0", mark)]
    quoted = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)
    journal = read_journal([("log.csv", f"Night of,Leg cramps,Water\n{quoted}".encode())])
    assert journal.nights["cramps"].tolist() == [2, 2, 0]
    assert journal.days["hydration"].tolist() == [1500, 1500, 1500]
    (receipt,) = journal.receipts
    said = [(problem.row, problem.column) for problem in receipt.problems if problem.problem == REPEATED]
    assert said == [(3, "Leg cramps"), (3, "Water"), (4, "Water")]


def test_dates_of_the_cramps_of_one_night() -> None:
    journal = read(
        "Date,Time,Leg cramp\n2025-03-01,23:10,yes\nditto,23:40,yes\n-//-,23:55,yes\n2025-03-02,,no\n"
    )
    assert journal.nights["cramps"].tolist() == [3, 0]


def test_a_mark_below_nothing_repeats_nothing() -> None:
    journal = read("Night of,Leg cramps\n2025-03-01,\n2025-03-02,ditto\n2025-03-03,0\n2025-03-04,1\n")
    assert journal.nights["cramps"].dropna().tolist() == [0, 1]
    assert journal.not_understood == 1


@pytest.mark.parametrize("name", ["Subtotal week", "Week 10 total", "Zwischensumme", "Total semaine", ""])
def test_a_mark_below_a_subtotal_means_the_night_above_it(name: str) -> None:
    """By hand: 2 on the left on each of the nights; the 7 of the week is of no night."""
    journal = read(
        'Night of,Leg cramps,Leg\n2025-03-01,2,left\n2025-03-02,"""",""""\n'
        f'{name},7,\n2025-03-03,"""",""""\n2025-03-04,0,\n'
    )
    assert journal.nights["cramps"].tolist() == [2, 2, 2, 0]
    assert journal.nights["side"].tolist()[:3] == ["left"] * 3


def test_marks_are_no_dates() -> None:
    """By hand: a column of marks is not that of the nights, and its first number is what they mean."""
    journal = read_journal(
        [("cramps January 2026.csv", b"Day,Cramps\n1,2\n2,ditto\n3,ditto\n4,ditto\n5,0\n")]
    )
    assert journal.nights["cramps"].tolist() == [2, 2, 2, 2, 0]


def test_a_row_without_a_date_is_not_for_that_a_total() -> None:
    """By hand: the second dose has no date, and is one of magnesium; nothing is called "ditto"."""
    journal = read(
        "Medication,Dose,Start\nMagnesium,300 mg,2025-01-01\nditto,400 mg,\nditto,500 mg,2025-09-01\n"
    )
    assert set(journal.spells["medication"]) == {"Magnesium"}


def test_marks_in_a_column_of_dates_behind_others() -> None:
    """By hand: two cramps of the calf in the night before 1 January, and one of the calf in the next."""
    log = b"Onset,Muscle,Date\n02:00,calf,2026-01-01\n03:00,ditto,ditto\n01:00,ditto,2026-01-02\n"
    journal = read_journal([("leg cramps.csv", log)])
    assert journal.cramps["muscle"].tolist() == ["calf"] * 3
    assert journal.nights["cramps"].tolist() == [2, 1]


def test_same_below_a_number_of_cramps_is_asked_about() -> None:
    """It can be the same as above, as last time, or as ever."""
    journal = read("Night of,Leg cramps,Water\n2025-03-01,2,1 l\n2025-03-02,same,same\n2025-03-03,0,2 l\n")
    assert journal.nights["cramps"].tolist()[0::2] == [2, 0]
    assert journal.not_understood == 1
    assert journal.days["hydration"].tolist() == [1000, 1000, 2000]


@for_each("cell", ["-", "--", "//", "/", "||", "II", "x", "0", "do", "Do.", ""])
def test_what_is_no_mark(cell: str) -> None:
    assert not is_ditto(cell)


def test_remarks_stay_as_they_are_written() -> None:
    journal = read("Night of,Leg cramps,Notes\n2025-03-01,1,hot day\n2025-03-02,0,ditto\n")
    assert journal.nights["notes"].tolist() == ["hot day", "ditto"]
