"""Headings of shares and of vessels of a size. Oracle: by hand, none is an amount, a length or a count."""

import pytest

from analysis.journal import read_journal
from analysis.journal.model import Journal
from analysis.journal.tables import heading
from tests.for_each import for_each


def read(header: str, cells: list[str]) -> Journal:
    rows = [f"2025-03-{at:02d},{at % 2},{cell}" for at, cell in enumerate(cells, 1)]
    return read_journal([("diary.csv", "\n".join([f"Night of,Cramps,{header}", *rows]).encode())])


@for_each(
    "header",
    ["Water %", "% water", "Water%", "Water (% of goal)", "Water (%)", "Sleep %", "Sleep (%)", "Alcohol %",
     "Steps (%)", "Steps % of goal", "Walking (%)"],
)  # fmt: skip
def test_a_share_is_no_amount(header: str) -> None:
    journal = read(header, ["55", "80", "100", "7"])
    assert journal.nights["cramps"].tolist() == [1, 0, 1, 0]
    found = [name for name in ("hydration", "sleep", "alcohol", "steps", "activity") if name in journal.days]
    assert all(journal.days[name].isna().all() for name in found)


@for_each(
    ("header", "each"),
    [
        ("Water (bottles of 0.5 L)", 500),
        ("Water (500 ml bottles)", 500),
        ("Water (0.75 l Flaschen)", 750),
        ("Water bottles (500 ml)", 500),
        ("Trinken (Gläser à 0.2 l)", 200),
        ("Gläser Wasser (0.2 l)", 200),
        ("Verres d'eau (20 cl)", 200),
        ("Vasos de agua (250 ml)", 250),
        ("Bicchieri d'acqua (200 ml)", 200),
        ("Glazen water (0.25 l)", 250),
        ("Water: glasses of 200 ml", 200),
        ("Water 8 oz glasses", 236.5882365),
    ],
)
def test_vessels_of_a_size_hold_it(header: str, each: float) -> None:
    """By hand: three bottles of half a litre are 1500 mL, and never 750."""
    journal = read(header, ["3", "4", "3.5", "4"])
    assert journal.days["hydration"].tolist() == pytest.approx([3 * each, 4 * each, 3.5 * each, 4 * each])
    assert {problem.action for problem in journal.receipts[0].problems} == {"assumed"}


@pytest.mark.parametrize("header", ["Water (bottle 500 ml)", "Water (1 glass 200 ml)"])
def test_millilitres_below_a_vessel_of_a_size_stay_millilitres(header: str) -> None:
    journal = read(header, ["1500", "2000", "1750", "1800"])
    assert journal.days["hydration"].tolist() == [1500, 2000, 1750, 1800]


@pytest.mark.parametrize(
    ("header", "field", "unit"),
    [("Water (bottles)", "hydration", "bottle"), ("Wine (12 %)", "alcohol", None),
     ("Water (mL)", "hydration", "mL"), ("Water (goal 2 L)", "hydration", None), ("Steps", "steps", None)],
)  # fmt: skip
def test_other_headings_keep_their_unit(header: str, field: str, unit: str | None) -> None:
    found = heading(header)
    assert (found.fields[:1], found.unit) == ((field,), unit)
