"""The forms of a test and their dates."""

import random
from datetime import date, timedelta

import pytest

from analysis.plan import KEPT, Design, designs, missing_columns, schedule, told_by
from tests.for_each import for_each
from tests.journals import make_journal

MADE = date(2025, 6, 30)
START = MADE + timedelta(days=1)
HISTORY = make_journal([1, 0, 2, 0] * 20, start="2025-04-12")  # to 30 June 2025


def plan_of(design: Design, journal=HISTORY, **others):
    return schedule(design, journal, start=START, made_on=MADE, what="magnesium", **others)


@pytest.mark.parametrize("seed", range(6))
def test_what_comes_first_is_drawn_by_the_stated_seed(seed) -> None:
    """Oracle: Python's own generator, drawn again; then on and off take turns."""
    plan = plan_of(Design("on_off", 112, 14, 3), seed=seed)
    first = random.Random(seed).random() < 0.5
    assert [block.on for block in plan.blocks] == [first, not first] * 4
    assert (plan.seed, plan.start, plan.end) == (seed, START, START + timedelta(days=111))


def test_every_night_of_a_plan_by_turns_is_in_one_block() -> None:
    """Oracle: counted by hand: 8 blocks of 14 nights; 3 carried over after each switch, and none where the
    first block goes on with what is done now."""
    for now_on in (False, True):
        plan = plan_of(Design("on_off", 112, 14, 3, now_on), seed=1)
        nights = [block.first + timedelta(days=each) for block in plan.blocks for each in range(block.nights)]
        assert nights == [START + timedelta(days=each) for each in range(112)]
        switched = plan.blocks[0].on != now_on
        assert [block.carry_over for block in plan.blocks] == [3 if switched else 0] + [3] * 7


def test_a_step_is_compared_with_the_nights_since_the_last_change() -> None:
    """Oracle: by hand. The journal has 80 nights; a change after the first 30 leaves 50."""
    plain = plan_of(Design("step", 56, carry_over=5))
    assert (plain.blocks[0].first, plain.blocks[0].on) == (date(2025, 4, 12), False)
    assert (plain.blocks[1].first, plain.blocks[1].on, plain.blocks[1].carry_over) == (START, True, 5)
    changed = make_journal(
        [1, 0] * 40, start="2025-04-12", changes=[{"night": 30, "medication": "x", "change": "start"}]
    )
    assert plan_of(Design("step", 56), changed).blocks[0].first == date(2025, 5, 12)
    assert plan_of(Design("step", 56, now_on=True)).blocks[1].on is False


def test_a_step_waits_where_there_is_too_little_to_compare_with() -> None:
    """Oracle: by hand: 20 logged nights are less than 28, so half of the plan's nights wait."""
    short = make_journal([1, 0] * 10, start="2025-06-11")
    plan = plan_of(Design("step", 56), short)
    assert [(block.first, block.last) for block in plan.blocks] == [
        (START, START + timedelta(days=27)), (START + timedelta(days=28), START + timedelta(days=55)),
    ]  # fmt: skip
    assert plan.start == START


def test_watching_compares_with_as_many_nights_before_and_tries_nothing() -> None:
    """Oracle: by hand."""
    plan = plan_of(Design("watch", 42))
    assert plan.what == ""
    assert plan.seed is None
    assert (plan.blocks[0].first, plan.start) == (START - timedelta(days=42), START)


@for_each("nights", [14, 28, 56, 112, 224])
@for_each("carry_over", [0, 3, 7, 14])
def test_every_form_that_is_offered_can_be_planned(nights, carry_over) -> None:
    """Oracle: a plan is made of each, of no more nights than were asked for."""
    for design in designs(nights, carry_over=carry_over):
        plan = plan_of(design)
        assert 0 < (plan.end - plan.start).days + 1 <= nights
    assert {design.kind for design in designs(nights, carry_over=carry_over)} >= {"step", "watch"}


@pytest.mark.parametrize(
    ("kind", "nights", "block", "carried", "says"),
    [
        ("on_off", 112, 14, 8, "take longer blocks"), ("on_off", 112, 3, 0, "blocks have 7 to 56"),
        ("on_off", 20, 14, 0, "blocks have 7 to 10"), ("step", 13, 0, 0, "at least 14"),
        ("step", 28, 0, -1, "from 0"),
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_is_refused(kind, nights, block, carried, says) -> None:
    """Oracle: the sentence names the bound."""
    with pytest.raises(ValueError, match=says):
        Design(kind, nights, block, carried)


def test_a_plan_does_not_begin_before_it_is_made() -> None:
    """Oracle: the day before."""
    with pytest.raises(ValueError, match="before it is made"):
        schedule(Design("watch", 28), HISTORY, start=MADE - timedelta(days=1), made_on=MADE)


def test_what_the_journal_lacks_is_named() -> None:
    """Oracle: by hand."""
    journal = make_journal([1, 0], fields={"hydration": [1000.0, 1500.0], "severity": [5.0, None]})
    assert missing_columns(journal) == tuple(name for name in KEPT if name not in ("hydration", "severity"))


@pytest.mark.parametrize("form", ["activity", "activity_level", "steps"])
def test_activity_in_any_form_is_not_asked_for_again(form: str) -> None:
    """Oracle: by hand."""
    assert "activity" not in missing_columns(make_journal([1, 0], fields={form: [2.0, 1.0]}))


def test_a_treatment_that_the_diary_asks_for_is_told_by_its_column() -> None:
    """Oracle: the data dictionary: names and labels of yes/no exposures, and of no other field."""
    asked = {
        "Stretching": "stretching",
        " calf  stretches ": "stretching",
        "supportive shoes": "supportive_footwear",
    }
    assert {what: told_by(HISTORY, what) for what in asked} == asked
    assert [told_by(HISTORY, what) for what in ("magnesium", "water", "swelling", "")] == [None] * 4
    plan = schedule(Design("step", 28), HISTORY, start=START, made_on=MADE, what="Stretching")
    assert (plan.what, plan.field) == ("Stretching", "stretching")
