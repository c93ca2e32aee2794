"""Scales that a heading spells out. Oracle: each heading, and the ledger of a column under it, by hand."""

import pytest

from analysis.journal import read_journal
from analysis.journal.tables.spelt_scales import spelt_scale
from tests.for_each import for_each


@for_each(
    ("header", "scale"),
    [
        ("Leg cramps (0=none 1=mild 2=moderate 3=severe)", "0-3"),
        ("Leg cramps (0 = none, 1 = mild, 2 = moderate, 3 = severe)", "0-3"),
        ("Leg cramps (0=none 3=severe)", "0-3"),
        ("Krämpfe (0=keine 1=leicht 2=mittel 3=stark)", "0-3"),
        ("Crampes [0 : aucune, 1 : légère, 2 : modérée, 3 : forte]", "0-3"),
        ("Calambres (0 ninguno, 1 leve, 2 moderado, 3 fuerte)", "0-3"),
        ("Leg cramps (1 mild - 5 severe)", "1-5"),
        ("Leg cramps (mild=1 moderate=2 severe=3)", "1-3"),
        ("Cramps (0 none, 10 worst)", "0-10"),
        ("Leg cramps (none/mild/moderate/severe)", "0-3"),
        ("Krämpfe (leicht | mittel | stark)", "1-3"),
    ],
)
def test_steps_of_strength_are_a_scale(header: str, scale: str) -> None:
    assert spelt_scale(header) == scale


@pytest.mark.parametrize(
    "header",
    [
        "Leg cramps",
        "Leg cramps (0 = none, 1 = once, 2 = twice)",
        "Leg cramps (0=no, 1=yes)",
        "Cramps (1 left, 2 right)",
        "Cramps (calf/foot/thigh)",
        "Cramps 2025 light week",
        "Cramps in 24 h (count)",
    ],
)
def test_other_numbers_and_words_in_a_heading_are_none(header: str) -> None:
    assert spelt_scale(header) is None


@pytest.mark.parametrize(
    "header",
    ["Leg cramps (0=none 1=mild 2=moderate 3=severe)", "Krämpfe (0=keine 1=leicht 2=mittel 3=stark)"],
)
def test_a_night_on_a_scale_had_a_cramp_and_not_three(header: str) -> None:
    """2 of 3 is 6.7 on the scale to 10, 3 of 3 is 10."""
    text = f"Date,{header}\n2025-03-01,0\n2025-03-02,3\n2025-03-03,2\n"
    journal = read_journal([("d.csv", text.encode())])
    assert journal.nights["cramps"].tolist() == [0, 1, 1]
    assert journal.cramps["severity"].round(1).tolist() == [10.0, 6.7]
