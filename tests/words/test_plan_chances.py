"""What a plan can show, in words."""

from dataclasses import replace

import pytest

from analysis import words
from analysis.journal import Told
from analysis.measures import NoOutlook
from analysis.plan import Chance, Counting
from analysis.words.plan_chances import say_expected
from tests.plan.made import by_turns


@pytest.mark.parametrize(
    ("chance", "says"),
    [
        (Chance(0.5, 100, 50, 0), "50 of 100 (give or take 10)"),
        (Chance(0.5, 400, 0, 0), "0 of 100 (give or take 1)"),
        (Chance(0.5), "–"),
    ],
)
def test_a_chance_comes_with_twice_its_error(chance, says) -> None:
    """Oracle: 2 × sqrt(0.25 / 104) = 0.098; 2 × sqrt(2/404 × 402/404 / 404) = 0.007, never said as none."""
    assert words.say_chance(chance) == says


def test_why_no_chance_can_be_told() -> None:
    """Oracle: the reasons of the measures."""
    assert "8 more logged nights" in words.say_no_chances(NoOutlook("too_few_nights", 8))
    assert "no cramp" in words.say_no_chances(NoOutlook("no_cramps", None))


def test_a_chance_that_was_filed_keeps_its_give_or_take() -> None:
    """Oracle: by hand: 60 of 120 is 62/124, twice its error sqrt(0.25/124) is 9 of 100; an older plan does
    not say how many futures there were, and so no error."""
    plan = replace(by_turns(), expected=(Told(0.3, 0.21), Told(0.5, 0.5, 120)))
    assert say_expected(plan) == (
        "if there are 30 % fewer on it, that shows in 21 of 100; if half as many, in 50 of 100 (give or "
        "take 9)"
    )
    assert say_expected(replace(plan, expected=())) == ""


def test_nights_that_count_are_told_apart_by_whether_they_are_kept_already() -> None:
    """Oracle: by hand."""
    assert words.say_counting(Counting(0, 66.4)) == "about 66"
    assert words.say_counting(Counting(120, 81.0)) == "120 kept and about 81 to come"
    assert "(40 of 120 futures" in words.say_chances_to_come(40, 120)
