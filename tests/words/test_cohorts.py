"""Pooled answers in words. Oracle: each sentence written by hand beside its numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

import pytest

from analysis import words


@dataclass(frozen=True)
class Pooled:
    log_value: float = log(0.8)
    low: float = log(0.7)
    high: float = log(0.9)
    tau: float = 0.123
    expected_low: float | None = log(0.5)
    expected_high: float | None = log(1.3)
    without_each: tuple[float, ...] = (log(0.75), log(0.85), log(0.8))


@dataclass(frozen=True)
class Group:
    part: str = "exposures"
    about: str = "hydration per_step"
    log_values: tuple[float, ...] = (0.1,) * 12
    errors: tuple[float, ...] = (0.1,) * 12
    refused: int = 3
    pooled: Pooled | None = Pooled()
    reasons: Mapping[str, int] = field(default_factory=dict)


@pytest.mark.parametrize(
    ("part", "about", "label"),
    [
        ("exposures", "hydration per_step", "Fluid: per extra 500 mL"),
        ("exposures", "activity above_usual", "Activity, above the usual"),
        ("exposures", "activity below_usual", "Activity, below the usual"),
        ("exposures", "stretching yes_no", "Stretching, with against without"),
        ("changes", "magnesium", "Magnesium: after against before"),
        ("rate_before", "magnesium", "Cramps a week before magnesium began or was raised"),
        ("rate_after", "magnesium", "Cramps a week after magnesium began or was raised"),
    ],
)
def test_what_a_pooled_answer_is_about(part: str, about: str, label: str) -> None:
    assert words.label_group(Group(part, about)) == label


def test_the_pooled_ratio_its_interval_and_how_many_answered() -> None:
    """Oracle: the exponentials by hand."""
    assert words.say_pooled(Group()) == (
        "Fluid: per extra 500 mL: 0.80 times as many cramps (0.70 to 0.90); a further journal: 0.50 to 1.30. "
        "12 journals answered, 3 could not."
    )
    rate = Group("rate_before", "magnesium", pooled=Pooled(expected_low=None))
    assert words.say_pooled(rate) == (
        "Cramps a week before magnesium began or was raised: 0.80 a week (0.70 to 0.90). "
        "12 journals answered, 3 could not."
    )
    why = Group(refused=12, reasons={"too_few_nights": 9, "other_reasons": 3})
    assert words.say_pooled(why).endswith("12 could not (9 too few nights, 3 for other reasons).")
    few = Group(log_values=(0.1,), pooled=None)
    assert words.say_pooled(few).endswith("too few journals to pool; 1 journal answered, 3 could not.")
    assert words.say_without_each(Group()) == "Without any one of them it is between 0.75 and 0.85."
    assert words.say_without_each(few) == words.say_without_each(Group(pooled=Pooled(without_each=()))) == ""


def test_the_table_of_pooled_answers() -> None:
    one, few = words.table_pooled([Group(), Group(pooled=None)])
    assert list(one.values()) == ["Fluid: per extra 500 mL", 12, 3, 0.8, "0.70 to 0.90", "0.50 to 1.30", 0.12]
    assert list(few.values())[3:] == [None, "", "", None]


def test_how_many_journals_were_read() -> None:
    assert words.say_cohort(1, 0) == "1 journal read."
    assert words.say_cohort(12, 1) == "12 journals read, 1 journal could not be."
    assert words.say_sheet_is_full("Questions", 1_048_575).endswith("they are in questions.csv.")
    assert "1,048,575 rows" in words.say_sheet_is_full("Questions", 1_048_575)
    assert "five journals" in words.say_nothing_pooled()
    assert "It cannot show why" in " ".join(words.say_cohort_notes())
    assert words.say_cohort_title() == "Pooled answers of many cramp journals"
