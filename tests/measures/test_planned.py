"""The planned comparison: its nights by hand, its rule, and what of the plan was kept."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from analysis import questions, review
from analysis.journal import Earlier
from analysis.measures import planned
from tests.journals import make_journal
from tests.plan.made import by_turns

FIRST = date(2025, 6, 9)  # 84 nights before the plan
START = date(2025, 9, 1)
PLAN = by_turns(start=START, blocks=4, block_nights=14, carry_over=3)
BEFORE = (START - FIRST).days


def with_plan(counts, plan=PLAN, **others):
    journal = make_journal(counts, start=FIRST.isoformat(), **others)
    return replace(journal, earlier=Earlier(plan.made_on, {}, plan=plan))


def counts_of(on: float, off: float, carried: float = 5, before: float = 1) -> list[float]:
    """``before`` on the nights before, and one count for each kind of night of the plan."""
    nights = [before] * BEFORE
    for block in PLAN.blocks:
        nights += [carried] * block.carry_over + [on if block.on else off] * (block.nights - block.carry_over)
    return nights


def test_the_nights_of_each_side_are_those_of_the_plan() -> None:
    """Oracle: by hand: 2 blocks of 14 nights a side, 3 of each carried over: 22 nights a side."""
    found = planned(with_plan(counts_of(on=1, off=2)))
    assert (found.on.nights, found.on.cramps, found.off.nights, found.off.cramps) == (22, 22, 22, 44)
    assert (found.on.per_week, found.off.per_week) == (7, 14)
    assert (found.carried_over, found.not_logged, found.nights_to_come) == (12, 0, 0)
    assert [block.rate.nights for block in found.blocks] == [11] * 4
    assert [(block.first, block.last) for block in found.blocks] == [
        (at.first, at.last) for at in PLAN.blocks
    ]
    assert found.ratio.ratio == pytest.approx(0.5, rel=0.25)


@pytest.mark.parametrize(
    ("on", "off", "verdict"), [(0, 3, "fewer_cramps"), (3, 0, "more_cramps"), (2, 2, "no_clear_difference")]
)
def test_the_verdict_is_by_its_own_interval(on, off, verdict) -> None:
    """Oracle: no night of 22 against 66 cramps, and as many as on the others."""
    random = np.random.default_rng(2)
    noise = [min(value, 1) for value in random.poisson(0.5, BEFORE)]
    counts = noise + counts_of(on, off)[BEFORE:]
    found = planned(with_plan(counts))
    assert (found.verdict, found.q_value, found.reason) == (verdict, None, None)


def test_a_plan_that_goes_on_is_not_compared() -> None:
    """Oracle: by hand: 56 nights, of which a tenth is 5.6: with 6 to come it goes on, with 5 it is over."""
    whole = counts_of(on=0, off=3)
    going = planned(with_plan(whole[:-6]))
    assert (going.reason, going.nights_needed, going.verdict) == ("plan_goes_on", 6, "not_enough_data")
    assert going.ratio.ratio is None
    assert planned(with_plan(whole[:-5])).verdict == "fewer_cramps"


def test_nights_that_are_not_logged_are_told_and_count_for_nothing() -> None:
    """Oracle: by hand."""
    counts = [
        None if place in (BEFORE + 5, BEFORE + 20) else value for place, value in enumerate(counts_of(1, 2))
    ]
    found = planned(with_plan(counts))
    assert found.not_logged == 2
    assert (found.on.nights, found.off.nights) == (21, 21)


CHANGES = [
    {"night": BEFORE, "medication": "magnesium citrate", "generic": "magnesium", "change": "start"},
    {"night": BEFORE + 16, "medication": "magnesium citrate", "generic": "magnesium", "change": "stop"},
    {"night": BEFORE + 28, "medication": "magnesium citrate", "generic": "magnesium", "change": "start"},
    {"night": BEFORE + 42, "medication": "magnesium citrate", "generic": "magnesium", "change": "stop"},
]


def test_nights_off_plan_are_told_and_count_as_planned() -> None:
    """Oracle: by hand: it was taken two nights too long, and that moves no night to the other side."""
    kept, late = (
        planned(with_plan(counts_of(1, 2), replace(PLAN, what="magnesium"), changes=changes))
        for changes in (
            [{**change, "night": change["night"] - 2 * (at == 1)} for at, change in enumerate(CHANGES)],
            CHANGES,
        )
    )
    assert kept.off_plan == ()
    assert late.off_plan == (START + timedelta(14), START + timedelta(15))
    assert late.on == kept.on
    assert late.other_changes == ()


def test_what_the_journal_does_not_tell_is_not_known() -> None:
    """Oracle: a medicine that is not in the journal; a yes/no column that was kept, by hand."""
    assert planned(with_plan(counts_of(1, 2))).off_plan is None
    done = [None] * BEFORE + [block.on for block in PLAN.blocks for _ in range(block.nights)]
    done[BEFORE + 1] = False
    done[BEFORE + 30] = None
    plan = replace(PLAN, what="stretching", field="stretching")
    found = planned(with_plan(counts_of(1, 2), plan, fields={"stretching": done}))
    assert found.off_plan == (START + timedelta(1),)


def test_changes_of_other_medicines_within_the_plan_are_told() -> None:
    """Oracle: by hand: one before the plan, one in it."""
    others = [
        {"night": 10, "medication": "amlodipine", "change": "start"},
        {"night": BEFORE + 20, "medication": "amlodipine", "change": "stop"},
    ]
    found = planned(with_plan(counts_of(1, 2), replace(PLAN, what="magnesium"), changes=CHANGES + others))
    assert found.other_changes == (START + timedelta(20),)


def test_the_plan_is_the_named_question_until_another_is_named() -> None:
    """Oracle: design: the named question is the plan's; another one puts it among the others."""
    journal = with_plan(counts_of(0, 3), changes=CHANGES)
    found = review(journal)
    assert found.question == PLAN.key == found.planned.key
    assert PLAN.key in questions(journal)
    assert found.planned.q_value is None
    assert found.findings[0].about == "planned"
    other = review(journal, question="")
    assert other.planned.q_value is not None
    assert other.planned.ratio == found.planned.ratio
    assert review(replace(journal, earlier=None)).planned is None


def test_a_period_that_is_looked_at_does_not_cut_the_plan() -> None:
    """Oracle: the same comparison without a period; nights that are left out are."""
    journal = with_plan(counts_of(1, 2))
    cut = review(journal, start=START + timedelta(20))
    assert cut.planned == review(journal).planned
    fewer = review(journal, left_out=[START + timedelta(5)])
    assert fewer.planned.on.nights == 21


def test_without_a_logged_night_a_plan_is_refused_by_name() -> None:
    """Oracle: the reasons of the design."""
    empty = planned(with_plan([]))
    assert empty.verdict == "not_enough_data"
    assert planned(with_plan([0] * len(counts_of(0, 0)))).reason == "no_cramps"
