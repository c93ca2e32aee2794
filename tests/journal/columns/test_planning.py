"""What each column is taken for. Oracle: by hand: first what a person says, then its header."""

import pytest

from analysis.journal.columns import ReadAs, TablePlan, plan_table
from tests.journal.columns.test_kinds import table

DIARY = (
    "Night of,Cramps,Zwicken,Water (mL)\n2025-03-01,2,yes,1500\n2025-03-02,0,no,1400\n2025-03-03,0,no,1300"
)


def fields(plan: TablePlan) -> list[str | None]:
    return [column.field for column in plan.columns]


def test_headers_tell_their_fields_and_what_is_not_known_is_left() -> None:
    plan = plan_table(table(DIARY), {}, ("diary.csv",))
    assert fields(plan) == ["night", "cramps", None, "hydration"]
    assert [column.position for column in plan.columns] == [0, 1, 2, 3]


def test_what_a_person_says_stands_before_what_the_header_says() -> None:
    """Both of a column that is not known and of one that is; the receipt says who decided."""
    plan = plan_table(table(DIARY), {"Zwicken": "massage", "Water (mL)": "own"}, ("diary.csv",))
    assert fields(plan) == ["night", "cramps", "massage", "water_ml"]
    assert [column.why == ReadAs.MAPPED for column in plan.columns[:3]] == [False, False, True]
    assert [column.own for column in plan.columns] == [False, False, False, True]


@pytest.mark.parametrize("header", ["zwicken", "ZWICKEN", " Zwicken "])
def test_an_answer_is_found_by_its_header_however_it_is_spelt(header: str) -> None:
    assert fields(plan_table(table(DIARY), {header: "massage"}, ("diary.csv",)))[2] == "massage"


def test_a_column_that_is_to_be_left_out_is_none() -> None:
    assert fields(plan_table(table(DIARY), {"Water (mL)": "ignore"}, ("diary.csv",)))[3] is None
