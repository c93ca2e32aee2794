"""A plan in words: its dates, its chances, and what it gave."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from analysis import review, words
from analysis.journal import Told
from analysis.measures import NO_RATIO, NoOutlook, Rate, planned
from analysis.measures.refusals import Reason
from analysis.plan import Chance, Chances, Counting, Design, schedule
from tests.journals import make_journal
from tests.measures.test_planned import CHANGES, PLAN, counts_of, with_plan
from tests.plan.made import by_turns
from tests.words.test_vocabulary import FORBIDDEN

HISTORY = make_journal([1, 0, 2, 0] * 20, start="2025-06-13")  # to 31 August 2025


def plan_of(design: Design):
    return schedule(
        design, HISTORY, start=date(2025, 9, 1), made_on=date(2025, 8, 31), what="magnesium", seed=2,
        columns=("severity",),
    )  # fmt: skip


def test_a_plan_by_turns_says_its_nights_what_begins_and_what_does_not_count() -> None:
    """Oracle: by hand."""
    plan = replace(
        by_turns(), expected=(Told(0.3, 0.21), Told(0.5, 0.594, 32)), columns=("severity", "own thing")
    )
    assert words.say_plan(plan) == [
        "Magnesium citrate on and off by turns, nights of 1 September to 21 December 2025 (16 weeks): eight "
        "parts of 2 weeks each, on first (drawn with the seed 7).",
        "The first 3 nights after each switch are left out.",
        "As told when it was made, if there are 30 % fewer on it, that shows in 21 of 100; if half as "
        "many, in "
        "59 of 100 (give or take 16).",
        "The diary is also to say: worst pain and own thing.",
    ]
    assert words.table_plan(plan)[1] == {
        "Part": 2,
        "From the night of": date(2025, 9, 15),
        "To the night of": date(2025, 9, 28),
        "What": "off",
        "Counts from": date(2025, 9, 18),
    }


def test_one_change_and_watching_say_what_they_are_compared_with() -> None:
    """Oracle: by hand: 80 nights before the first of September."""
    step, watch = plan_of(Design("step", 56, carry_over=3)), plan_of(Design("watch", 28))
    assert words.say_plan(step)[:2] == [
        "Magnesium, on from the night of 1 September 2025 to 26 October 2025.",
        "These nights are compared with those of 13 June to 31 August 2025.",
    ]
    one = plan_of(Design("step", 56, carry_over=1))
    assert "The first night after each switch is left out." in words.say_plan(one)
    assert words.say_plan(watch)[1] == "These nights are compared with those of 4 to 31 August 2025."
    assert [words.label_plan(plan) for plan in (step, watch)] == ["one change", "watching on"]


def test_the_chances_of_a_plan_in_one_line() -> None:
    """Oracle: by hand."""
    told = (Chance(0.0, 100, 2, 3), Chance(0.3, 100, 20, 0), Chance(0.5, 100, 50, 0))
    assert words.say_plan_chances(by_turns(), told, Counting(0, 66.4)) == (
        "By turns, 2 weeks each (about 66 nights count): if there are 30 % fewer on it, that shows in 20 of "
        "100 (give or take 8); if half as many, in 50 of 100 (give or take 10)."
    )
    [row] = words.table_chances([by_turns()], Chances((told,)), [Counting(120, 81.0)])
    assert row["Nights that count"] == "120 kept and about 81 to come"
    assert row["A difference is said where there is none"] == "5 of 100 (give or take 5)"
    assert words.say_plan_chances(by_turns(), (Chance(0.5),), Counting(0, 66.4)) == ""
    assert "100 times" in words.say_chances_note(Chances((told,)))
    assert "finer" in words.say_chances_note(Chances((told,)), "clinical", goes_on=True)


@pytest.mark.parametrize("wording", ["everyday", "clinical"])
def test_what_was_planned_is_said_with_its_verdict_and_no_more(wording) -> None:
    """Oracle: the verdicts; no word that one journal cannot bear."""
    base = planned(with_plan(counts_of(1, 2), changes=CHANGES))
    for verdict, lead in (
        ("fewer_cramps", "As planned, nights on magnesium citrate had fewer cramps than nights off"),
        ("more_cramps", "As planned, nights on magnesium citrate had more cramps than nights off"),
        ("no_clear_difference", "show no clear difference"),
    ):
        said = words.planned_sentence(replace(base, verdict=verdict), wording).text
        assert lead in said
        assert not FORBIDDEN.search(said)
    empty = replace(base, ratio=NO_RATIO, on=Rate(0, 0.0, None))
    goes_on = replace(empty, reason="plan_goes_on", verdict="not_enough_data", nights_to_come=6)
    assert "6 nights are to come" in words.planned_sentence(goes_on, wording).text
    last = replace(goes_on, nights_to_come=1)
    assert "1 night is to come" in words.planned_sentence(last, wording).text
    few = replace(empty, reason="too_few_nights", verdict="not_enough_data", nights_needed=4)
    assert "4 more logged nights" in words.planned_sentence(few, wording).text


def test_how_a_plan_was_kept() -> None:
    """Oracle: by hand: two nights late, nothing unlogged, 12 nights after a switch."""
    found = planned(with_plan(counts_of(1, 2), replace(PLAN, what="magnesium"), changes=CHANGES))
    assert words.say_kept_to_plan(found) == [
        "2 nights off plan (15 and 16 September 2025), counted as planned.",
        "12 nights after a switch, left out.",
    ]
    assert words.say_kept_to_plan(replace(found, off_plan=()))[0] == "No night off plan is recorded."
    assert "does not say" in words.say_kept_to_plan(replace(found, off_plan=None))[0]
    other = replace(found, other_changes=(date(2025, 9, 20),))
    assert "20 September 2025" in words.say_kept_to_plan(other)[-1]


PLANS = (
    by_turns(),
    plan_of(Design("step", 56, carry_over=3)),
    plan_of(Design("step", 56, now_on=True)),
    plan_of(Design("watch", 28)),
)
COUNTING = Counting(120, 81.0)
TOLD = (Chance(0.0, 100, 2, 3), Chance(0.3, 100, 20, 0), Chance(0.5, 100, 50, 0))


@pytest.mark.parametrize("wording", ["everyday", "clinical"])
def test_nothing_that_is_said_of_a_plan_has_a_forbidden_word(wording) -> None:
    """Oracle: the list of words; every sentence and every cell, headings with them."""
    kept = planned(with_plan(counts_of(1, 2), replace(PLAN, what="magnesium"), changes=CHANGES))
    chances = Chances(tuple(TOLD for _ in PLANS))
    said = [words.say_counting(COUNTING), words.say_nights_that_count(), words.say_chances_to_come(10, 120)]
    said += [words.say_no_treatment(), words.say_worth_keeping(("severity", "hydration"))]
    said += [words.say_chances_note(chances, wording, goes_on=more) for more in (False, True)]
    said += [words.say_no_chances(NoOutlook(reason, 8)) for reason in get_args(Reason)]
    for plan in PLANS:
        told = replace(plan, expected=(Told(0.3, 0.21), Told(0.5, 0.594, 32)))
        said += [*words.say_plan(told), words.say_plan_chances(plan, TOLD, COUNTING), words.label_plan(plan)]
    for off_plan in ((), None, kept.off_plan):
        said += words.say_kept_to_plan(replace(kept, off_plan=off_plan))
    tables = [
        words.table_planned(kept, wording),
        words.table_chances(PLANS, chances, [COUNTING] * len(PLANS)),
    ]
    tables += [words.table_plan(plan) for plan in PLANS]
    for row in (row for table in tables for row in table):
        said += [f"{heading} {cell}" for heading, cell in row.items()]
    assert len(said) > 60
    assert [each for each in said if FORBIDDEN.search(each)] == []


def test_what_is_worth_keeping_is_not_called_missing_while_something_unused_could_hold_it() -> None:
    """Oracle: design: nothing is "not recorded" while a column that could hold it is unused."""
    assert "worst pain and fluid" in words.say_worth_keeping(("severity", "hydration"))
    assert words.say_worth_keeping(("severity",), unused=True) == words.say_worth_keeping(()) == ""


def test_the_text_for_the_record_holds_what_the_plan_gave() -> None:
    """Oracle: the sentence of the plan, in at most 25 lines; a field of the diary is said by its name."""
    found = review(with_plan(counts_of(0, 3), replace(PLAN, what="Stretches", field="stretching")))
    lines = words.text_review(found)
    said = words.planned_sentence(found.planned).text
    assert said.startswith("As planned, nights on stretching had fewer cramps")
    [line] = [each for each in lines if each.startswith(said)]
    assert line.endswith(" ".join(words.say_kept_to_plan(found.planned)))
    assert len(lines) <= 25


def test_parts_of_a_plan_and_the_dates_on_which_they_begin() -> None:
    """Oracle: by hand: four parts of a week by turns from 1 September."""
    plan = by_turns(block_nights=7, blocks=4)
    assert [words.label_block(plan, block) for block in plan.blocks] == ["on", "off", "on", "off"]
    assert words.say_dates(plan) == (
        "On from 1 and 15 September 2025; off from 8 and 22 September 2025; "
        "the last night is 28 September 2025."
    )
    watch = plan_of(Design("watch", 28))
    assert [words.label_block(watch, block) for block in watch.blocks] == ["before", "from then on"]
    assert [words.label_kept(field) for field in ("severity", "my own")] == ["worst pain", "my own"]


@pytest.mark.parametrize("wording", ["everyday", "clinical"])
def test_the_parts_of_a_plan_with_their_rates(wording) -> None:
    """Oracle: counted by hand from the nights of the journal."""
    found = planned(with_plan(counts_of(1, 2), changes=CHANGES))
    rows = words.table_planned(found, wording)
    assert [row["What"] for row in rows] == ["on" if block.on else "off" for block in found.blocks]
    assert [row["Part"] for row in rows] == list(range(1, len(found.blocks) + 1))
    assert sum(int(row["Nights that count"]) for row in rows) == found.on.nights + found.off.nights
    assert sum(int(row["Cramps"]) for row in rows) == found.on.cramps + found.off.cramps
