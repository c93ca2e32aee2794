"""What the sidebar begins with, before anybody chose.

Oracle: by hand.
"""

from dataclasses import replace
from datetime import date

import pytest

from analysis import read_journal
from analysis.journal import Earlier
from analysis.screen.sidebar import glass_before, unit_of_files, usual_question


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("Water (glasses)", "glasses"), ("Water (fl oz)", "fl oz"), ("Water (mL)", "mL"), ("Water (L)", "mL")],
)
def test_fluid_is_first_shown_in_the_unit_of_the_files(heading: str, unit: str) -> None:
    amount = {"glasses": 6, "fl oz": 50, "mL": 1500}[unit] if heading != "Water (L)" else 1.5
    diary = f"Night of,Cramps,{heading}\n2025-03-01,1,{amount}\n2025-03-02,0,{amount}\n"
    assert unit_of_files(read_journal([("diary.csv", diary.encode())])) == unit


def test_without_fluid_it_is_litres_and_a_glass_of_250_ml() -> None:
    journal = read_journal([("diary.csv", b"Night of,Cramps\n2025-03-01,1\n2025-03-02,0\n")])
    assert unit_of_files(journal) == "mL"
    assert glass_before(journal) == 250
    assert glass_before(replace(journal, earlier=None)) == 250


def test_what_is_taken_for_the_question_where_nobody_chose() -> None:
    """The page's own goes before the latest change, and without a change there is none."""
    journal = read_journal([("diary.csv", b"Night of,Cramps\n2025-03-01,1\n2025-03-02,0\n")])
    named = {"exposure:hydration": "Fluid", "change:2025-03-02:magnesium": "Magnesium: start, 2025-03-02"}
    assert usual_question(journal, {"exposure:hydration": "Fluid"}) == ""
    assert usual_question(journal, named) == "the latest change"
    before = Earlier(date(2025, 3, 3), {}, "exposure:hydration")
    assert usual_question(replace(journal, earlier=before), named) == "that of the last visit"
