"""Sheets with a month a column and a day a row. Oracle: every cell, written out by hand with its day."""

import pytest

from analysis.journal import JournalError
from tests.journal.tables.test_across import ledger, read


@pytest.mark.parametrize("name", ["Leg cramps 2025.csv", "2025 Wadenkrämpfe.csv"])
def test_a_year_with_a_column_for_each_month(name: str) -> None:
    """Day d has d mod 3 cramps in January and one in March where d is 5; February ends after 28 days."""
    lines = [f"{d},{d % 3},{0 if d < 29 else ''},{int(d == 5)}" for d in range(1, 32)]
    journal = read(name, "\n".join(["Day,Jan,Feb,Mar", *lines, "Total,30,0,1"]))
    expected = [f"2025-01-{d:02d} {d % 3}" for d in range(1, 32)]
    expected += [f"2025-02-{d:02d} 0" for d in range(1, 29)]
    expected += [f"2025-03-{d:02d} {int(d == 5)}" for d in range(1, 32)]
    assert ledger(journal) == expected


def test_such_a_year_needs_a_word_about_cramps() -> None:
    lines = [f"{d},{d % 3},0,1" for d in range(1, 29)]
    with pytest.raises(JournalError):
        read("2025.csv", "\n".join(["Day,Jan,Feb,Mar", *lines]))
