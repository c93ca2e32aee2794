"""Columns parted by spaces. Oracle: what stands below what, as a person reads the page."""

from datetime import date

import pytest

from analysis.journal import JournalError, read_journal
from analysis.journal.tables.fixed_widths import fixed_widths

NIGHTS = [0, 1, 0]


def counts(text: str, name: str = "diary.txt") -> list[float]:
    journal = read_journal([(name, text.encode())], today=date(2026, 1, 1))
    return [float(count) for count in journal.nights["cramps"]]


@pytest.mark.parametrize(
    "text",
    [
        "Date        Cramps  Water\n2025-03-01  0       1500 mL\n2025-03-02  1       1200 mL\n"
        "2025-03-03  0       900 mL\n",
        "DATE        CRAMPS  PAIN  NOTES\n2025-03-01  0             slept well\n"
        "2025-03-02  1       4     left calf\n2025-03-03  0\n",
        "MY CRAMPS\n\nDATE        CRAMPS\n----------  ------\n2025-03-01   0\n2025-03-02   1\n"
        "2025-03-03   0\n",
        "      Date  Leg cramps  Pain\n2025-03-01           0     0\n2025-03-02           1     5\n"
        "2025-03-03           0     0\n",
    ],
)  # fmt: skip
def test_columns_that_stand_below_each_other_are_a_table(text: str) -> None:
    assert counts(text) == NIGHTS


@pytest.mark.parametrize("title", ["CRAMPS", "Leg cramps:", "Wadenkrämpfe"])
def test_numbers_behind_dates_are_what_the_title_says(title: str) -> None:
    assert counts(f"{title}\n\n2025-03-01   0\n2025-03-02   1\n2025-03-03   0\n") == NIGHTS


@pytest.mark.parametrize("title", ["Push-ups", "Leg pain", "Glasses of water", "Headaches"])
def test_numbers_below_another_title_are_no_cramps(title: str) -> None:
    text = f"{title}\n2025-03-01 8\n2025-03-02 7\n2025-03-03 6\n"
    try:
        assert not any(counts(text))
    except JournalError as refused:
        assert refused.receipts[0].error  # noqa: PT017


@pytest.mark.parametrize(
    "lines",
    [
        ["Dear Doctor,", "", "I had  two cramps.", "Then  nothing for a week.", "Yours, Anna"],
        ["Date    Cramps", "2025-03-01  0", "2025-03-02  1"],  # they do not stand below their headings
        ["Date    Cramps", "2025-03-01"],
        ["one line"],
        [],
    ],
)
def test_other_text_is_no_table(lines: list[str]) -> None:
    assert fixed_widths(lines) is None
