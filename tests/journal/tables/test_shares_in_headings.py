"""Headings of shares and of vessels of a size. Oracle: by hand, none is an amount, a length or a count."""

import pytest

from analysis.journal import read_journal
from analysis.journal.model import Journal
from analysis.journal.tables import heading


def read(header: str, cells: list[str]) -> Journal:
    rows = [f"2025-03-{at:02d},{at % 2},{cell}" for at, cell in enumerate(cells, 1)]
    return read_journal([("diary.csv", "\n".join([f"Night of,Cramps,{header}", *rows]).encode())])


@pytest.mark.parametrize(
    "header",
    ["Water %", "% water", "Water%", "Water (% of goal)", "Water (%)", "Sleep %", "Sleep (%)", "Alcohol %",
     "Steps (%)", "Steps % of goal", "Walking (%)"],
)  # fmt: skip
def test_a_share_is_no_amount(header: str) -> None:
    journal = read(header, ["55", "80", "100", "7"])
    assert journal.nights["cramps"].tolist() == [1, 0, 1, 0]
    found = [name for name in ("hydration", "sleep", "alcohol", "steps", "activity") if name in journal.days]
    assert all(journal.days[name].isna().all() for name in found)


@pytest.mark.parametrize(
    "header", ["Water (bottles of 0.5 L)", "Water (500 ml bottles)", "Water (0.75 l Flaschen)"]
)
def test_vessels_of_a_size_are_no_glasses(header: str) -> None:
    """By hand: three bottles of half a litre are 1500 mL, and never 750."""
    journal = read(header, ["3", "4", "3", "4"])
    assert "hydration" not in journal.days or journal.days["hydration"].isna().all()
    assert {problem.action for problem in journal.receipts[0].problems} == {"set_aside"}


@pytest.mark.parametrize(
    ("header", "field", "unit"),
    [("Water (bottles)", "hydration", "bottle"), ("Wine (12 %)", "alcohol", None),
     ("Water (mL)", "hydration", "mL"), ("Water (goal 2 L)", "hydration", None), ("Steps", "steps", None)],
)  # fmt: skip
def test_other_headings_keep_their_unit(header: str, field: str, unit: str | None) -> None:
    found = heading(header)
    assert (found.fields[:1], found.unit) == ((field,), unit)
