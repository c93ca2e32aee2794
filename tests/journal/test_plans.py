"""A plan as data and as a file: what is written is what is read, and what is no plan is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.journal import (
    Block,
    Plan,
    Told,
    export_plan,
    plan_as_data,
    plan_from_data,
    read_journal,
)
from tests.for_each import for_each
from tests.plan.made import DIARY, by_turns

START = date(2025, 9, 1)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any legal plan by turns."""
    lengths = draw(st.lists(st.integers(1, 60), min_size=2, max_size=12))
    first, on, blocks = START, draw(st.booleans()), []
    for length in lengths:
        last = first + timedelta(days=length - 1)
        blocks.append(Block(first, last, on, draw(st.integers(0, length - 1))))
        first, on = last + timedelta(days=1), not on
    what = draw(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40))
    chances = draw(st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), max_size=2))
    futures = draw(st.one_of(st.none(), st.integers(1, 2000)))
    return Plan(
        START, "on_off", what, tuple(blocks), seed=draw(st.integers(0, 10**9)),
        columns=("hydration", "severity"), expected=tuple(Told(0.5, chance, futures) for chance in chances),
    )  # fmt: skip


def check_comes_back(plan: Plan) -> None:
    assert plan_from_data(plan_as_data(plan)) == plan
    journal = read_journal([("plan.csv", export_plan(plan)), ("diary.csv", DIARY)], today=date(2030, 1, 1))
    assert journal.earlier is not None
    assert journal.earlier.plan == plan
    rows = next(receipt.rows for receipt in journal.receipts if receipt.kind == "plan")
    assert (rows.read, rows.used, rows.rejected) == (len(plan.blocks), len(plan.blocks), 0)


@given(plans())
@settings(max_examples=20, deadline=None)
def test_a_plan_comes_back_from_its_data_and_from_its_file(plan: Plan) -> None:
    """Oracle: the plan itself; and every row of its file is used."""
    check_comes_back(plan)


@pytest.mark.slow
@given(plans())
@settings(derandomize=False, max_examples=2000, deadline=None, database=None)
def test_each_of_2_000_plans_comes_back_from_its_data_and_from_its_file(plan: Plan) -> None:
    """Oracle: the plan itself; and every row of its file is used."""
    check_comes_back(plan)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"kind": "coin"}, "kind is one of"),
        ({"what": " "}, "what is tried"),
        ({"what": "x" * 121}, "at most 120"),
        ({"blocks": (Block(START, START, True), Block(START, START, False))}, "on the night after"),
        ({"blocks": (Block(START, START, True),)}, "2 to 64 blocks"),
        ({"blocks": (Block(START, START, True, 1), Block(START + timedelta(1), START, False))}, "carried"),
    ],
)
def test_what_is_no_plan_cannot_be_made(changed, says) -> None:
    """Oracle: the rules of a plan, one broken at a time."""
    with pytest.raises(ValueError, match=says):
        replace(by_turns(start=START), **changed)


@for_each(
    "spoiled",
    [
        {"format": "cramp-journal-plan/9"}, {"blocks": None}, {"blocks": [{"first": "2025-09-01"}]},
        {"what": 5}, {"seed": "1"}, {"made_on": "yesterday"}, {"expected": [{"fall": 0.5, "chance": 7}]},
        {"expected": [{"fall": 0.5, "chance": 1, "futures": 0}]},
        {"expected": [{"fall": 0.5, "chance": 1, "futures": "9"}]},
    ],
)  # fmt: skip
def test_data_that_is_no_plan_is_refused(spoiled) -> None:
    """Oracle: the form, one part spoiled at a time."""
    with pytest.raises(ValueError, match=r"\w"):
        plan_from_data(plan_as_data(by_turns(start=START)) | spoiled)
