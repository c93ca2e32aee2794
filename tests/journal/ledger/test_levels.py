"""Levels do not add up. Oracle: what a thermometer, scales or a person's rating shows twice on one day."""

from datetime import date

import pandas as pd
import pytest

from analysis.journal import read_journal
from tests.for_each import for_each

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n")


def of_day(heading: str) -> float:
    rows = "2025-03-01,08:00,1000,3\n2025-03-01,20:00,2000,4\n2025-03-02,08:00,500,5\n"
    text = f"Date,Time,Steps,{heading}\n{rows}"
    files = [DIARY, ("log.csv", text.encode())]
    journal = read_journal(files, mapping={heading: "own"}, today=date(2026, 1, 1))
    (own,) = [name for name in journal.days if name not in ("steps", "day")]
    return float(journal.days[own][pd.Timestamp("2025-03-01")])


@for_each(
    "heading",
    [
        "Bedroom temperature", "Mood (1-5)", "Stress", "Energy level", "Puls", "Gewicht", "Stimmung", "Poids",
        "Humeur (0-10)", "Peso", "Umore", "Stemming", "Nastrój", "Vikt", "Paino", "Nálada", "Súly", "体重",
        "How busy (1-7)", "Body fat %",
    ],
)  # fmt: skip
def test_of_a_level_the_last_of_a_day_counts(heading: str) -> None:
    assert of_day(heading) == 4


@pytest.mark.parametrize("heading", ["Sodium", "Potassium (mg)", "Bananas", "Salz (g)", "Stairs"])
def test_amounts_add_up(heading: str) -> None:
    assert of_day(heading) == 7
