"""Paper on which the days run across the columns. Oracle: every cell, written out by hand with its day."""

import io

import openpyxl
import pytest

from analysis.journal import Journal, JournalError, read_journal
from tests.journal.checks import assert_sound


def ledger(journal: Journal) -> list[str]:
    counts = journal.nights["cramps"].items()
    return [f"{night:%Y-%m-%d} {count:g}" for night, count in counts if count == count]


def read(name: str, text: str) -> Journal:
    journal = read_journal([(name, text.encode())])
    assert_sound(journal)
    return journal


def test_two_weeks_below_their_dates() -> None:
    """6 January 2025 is a Monday; the 13th is no month, so that 06/01 is day before month."""
    journal = read(
        "c.csv",
        "Cramp diary\n"
        "Week of 06/01/2025,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Total\nCramps,1,0,2,,,,,3\nWater (L),2,1.5,2,,,,,\n\n"
        "Week of 13/01/2025,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Total\nCramps,0,3,,,,,,3\n",
    )
    assert ledger(journal) == [
        "2025-01-06 1", "2025-01-07 0", "2025-01-08 2", "2025-01-13 0", "2025-01-14 3",
    ]  # fmt: skip
    assert journal.days["hydration"].dropna().tolist() == [2000, 1500, 2000]


def test_a_week_by_its_number() -> None:
    """Week 2 of 2025 begins on 6 January (ISO 8601)."""
    journal = read("k.csv", "KW 2 2025;Mo;Di;Mi;Do;Fr;Sa;So\nKrämpfe;1;0;2;0;0;1;0\n")
    assert ledger(journal)[0] == "2025-01-06 1"
    assert ledger(journal)[-1] == "2025-01-12 0"


def test_a_week_without_a_date_is_refused() -> None:
    with pytest.raises(JournalError):
        read("k.csv", "KW 2;Mo;Di;Mi;Do;Fr;Sa;So\nKrämpfe;1;0;2;0;0;1;0\n")


def test_dates_above_the_columns() -> None:
    journal = read("x.csv", "Symptom,13/01/2025,14/01/2025,15/01/2025\nLeg cramps,1,2,0\nHeadache,3,3,3\n")
    assert ledger(journal) == ["2025-01-13 1", "2025-01-14 2", "2025-01-15 0"]
    assert any("side by side" in problem.problem for problem in journal.receipts[0].problems)


def test_prices_below_dates_are_no_journal() -> None:
    with pytest.raises(JournalError):
        read("p.csv", "Item,2025-01-01,2025-01-02,2025-01-03\nBread,1,2,3\nMilk,3,3,3\n")


@pytest.mark.parametrize(
    ("name", "sheet", "first"),
    [
        ("Krämpfe 2025.xlsx", "Januar", "2025-01-01 1"),
        ("Cramps.xlsx", "Jan 2025", "2025-01-01 1"),
        ("Cramps.xlsx", "2025-01", "2025-01-01 1"),
        ("Crampes 2024-2025.xlsx", "janv 25", "2025-01-01 1"),
    ],
)
def test_the_days_of_a_month_are_dated_by_their_tab_and_file(name: str, sheet: str, first: str) -> None:
    book = openpyxl.Workbook()
    tab = book.active
    assert tab is not None
    tab.title = sheet
    for row in [["Day", "Cramps"], *([d, d % 3] for d in range(1, 11)), ["Sum", 10]]:
        tab.append(row)
    file = io.BytesIO()
    book.save(file)
    journal = read_journal([(name, file.getvalue())])
    assert ledger(journal)[0] == first
    assert journal.nights["cramps"].sum() == 10


def test_day_numbers_without_a_month_are_no_dates() -> None:
    with pytest.raises(JournalError):
        read("cramps 2025.csv", "Day,Cramps\n1,0\n2,1\n3,0\n")


def test_a_header_of_two_lines_keeps_the_legs_apart() -> None:
    """By hand: 1 + 0, 0 + 0 and 2 + 1 cramps."""
    journal = read(
        "d.csv",
        "Date,Left leg,,Right leg,\n,Cramps,Pain,Cramps,Pain\n"
        "2025-01-01,1,5,0,\n2025-01-02,0,,0,\n2025-01-03,2,6,1,3\n",
    )
    assert ledger(journal) == ["2025-01-01 1", "2025-01-02 0", "2025-01-03 3"]
    assert journal.nights["severity"].dropna().tolist() == [5, 6]


def test_a_legend_is_no_row() -> None:
    journal = read(
        "d.csv", "Date,Cramps\n2025-01-01,1\n2025-01-02,0\nLegend:,\nM,moderate\n0 = no cramp,\nx,forgot\n"
    )
    assert journal.receipts[0].rows.read == 2
    assert sum(problem.problem == "a line of the legend" for problem in journal.receipts[0].problems) == 3
