"""A plan as data and as a file: what is written is what is read, and what is no plan is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.journal import (
    Block,
    JournalError,
    Plan,
    Told,
    export_plan,
    plan_as_data,
    plan_from_data,
    read_journal,
)
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


@given(plans())
@settings(max_examples=60, deadline=None)
def test_a_plan_comes_back_from_its_data_and_from_its_file(plan: Plan) -> None:
    """Oracle: the plan itself; and every row of its file is used."""
    assert plan_from_data(plan_as_data(plan)) == plan
    journal = read_journal([("plan.csv", export_plan(plan)), ("diary.csv", DIARY)], today=date(2030, 1, 1))
    assert journal.earlier is not None
    assert journal.earlier.plan == plan
    rows = next(receipt.rows for receipt in journal.receipts if receipt.kind == "plan")
    assert (rows.read, rows.used, rows.rejected) == (len(plan.blocks), len(plan.blocks), 0)


@pytest.mark.parametrize(
    "cut",
    [
        lambda text: "\n".join(text.split("\n")[:3] + text.split("\n")[4:]),  # a block less
        lambda text: text.replace("2025-09-15", "soon", 1),
        lambda text: text.replace(",on,", ",perhaps,", 1),
        lambda text: text.replace(",on_off,", ",coin,"),
        lambda text: text.replace("2025-09-14", "2025-09-20", 1),  # two blocks at once
        lambda text: text.replace("magnesium", "another", 1),  # two plans in one
        lambda text: text.replace(",on,3,", f",on,{'9' * 5000},", 1),
    ],
    ids=["block lost", "no date", "no state", "no kind", "overlap", "two plans", "huge"],
)
def test_a_plan_that_was_changed_is_no_plan(cut) -> None:
    """Oracle: by hand; read = used + rejected, and the diary beside it is read all the same."""
    text = cut(export_plan(by_turns(start=START)).decode("utf-8-sig").replace("\r\n", "\n"))
    journal = read_journal([("plan.csv", text.encode()), ("diary.csv", DIARY)], today=date(2030, 1, 1))
    assert journal.earlier is None
    receipt = next(receipt for receipt in journal.receipts if receipt.name == "plan.csv")
    assert receipt.error is not None
    assert receipt.rows.used == 0
    assert receipt.rows.read == receipt.rows.rejected == len(text.strip().split("\n")) - 1
    assert len(journal.nights) == 3


def test_a_file_of_nothing_but_a_damaged_plan_is_said_in_one_sentence() -> None:
    """Oracle: the sentence names what to give, and holds no cell."""
    text = export_plan(by_turns(start=START)).decode("utf-8-sig").replace("on_off", "coin")
    with pytest.raises(JournalError, match="give the file as it was downloaded") as refused:
        read_journal([("plan.csv", text.encode())])
    assert "coin" not in str(refused.value)
    assert "magnesium" not in str(refused.value)


def test_the_later_of_two_plans_counts() -> None:
    """Oracle: the day on which each was made."""
    old = by_turns(start=START)
    new = replace(by_turns(start=START + timedelta(7)), made_on=START + timedelta(3), what="stretching")
    files = [("a.csv", export_plan(new)), ("b.csv", export_plan(old)), ("diary.csv", DIARY)]
    journal = read_journal(files, today=date(2030, 1, 1))
    assert journal.earlier is not None
    assert journal.earlier.plan == new


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


@pytest.mark.parametrize(
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
