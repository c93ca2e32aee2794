"""Why a measure refuses, by name, and how a ratio becomes a verdict."""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from analysis.measures.model import benjamini_hochberg
from analysis.measures.results import LARGEST_P, WIDEST, Rate, RateRatio, Verdict

Reason = Literal[
    "no_nights",  # no night is logged
    "nights_without_entry_unknown",  # only cramps are logged, and nights without entry are taken as unknown
    "answers_not_understood",  # too many answers about cramps whose meaning is not plain
    "no_cramps",  # not one cramp on the nights that are compared
    "too_few_cramps",
    "too_few_nights",  # nights_needed says how many more, None where no further nights can come
    "too_few_nights_before",  # the journal begins too short a time before the change
    "previous_change_too_near",  # the nights before the change are cut short by the change before it
    "next_change_too_near",  # the nights after the change are cut short by the next
    "does_not_vary",  # the amount is the same on nearly every day
    "known_on_cramp_nights_only",  # the amount stands beside cramps alone, and nothing to compare with
    "one_level_only",  # yes only, no only, or on throughout
    "outside_the_nights",  # the change lies before the first or after the last night
]


# Why a range is too wide to tell anything: it would be with so few cramps on independent nights too, or it is
# because cramps may come in runs: the nights do not rule them out.
Unclear = Literal["few_cramps", "long_runs"]

LARGEST_Q = 0.025


def verdicts(
    ratios: Sequence[RateRatio | None],
    *,
    alongside: Sequence[float | None] = (),
    largest_q: float = LARGEST_Q,
) -> list[tuple[float | None, Verdict]]:
    """q-value and verdict of every ratio of one family; None stands for a question that was refused.

    A direction needs a 95 % interval that excludes 1 and a q-value (Benjamini and Hochberg 1995) of at most
    ``largest_q`` over the family: half of one in twenty, since the named question takes the other half.
    ``alongside`` are the p-values of further questions of the same family.
    """
    own = [None if ratio is None else ratio.p_value for ratio in ratios]
    q_values = benjamini_hochberg([*own, *alongside])[: len(own)]
    return [
        (q_value, "not_enough_data" if ratio is None else _verdict(ratio, q_value, largest_q))
        for ratio, q_value in zip(ratios, q_values, strict=True)
    ]


def family_verdicts(
    ratios: Sequence[RateRatio | None], named: Sequence[bool], alongside: Sequence[float | None] = ()
) -> list[tuple[float | None, Verdict]]:
    """As ``verdicts``, but the question that was ``named`` before results were seen is outside the family:
    its verdict is by its own interval, and it has no q-value."""
    family = [ratio for ratio, apart in zip(ratios, named, strict=True) if not apart]
    of_family = iter(verdicts(family, alongside=alongside))
    return [
        (None, "not_enough_data" if ratio is None else _verdict(ratio, ratio.p_value, LARGEST_P))
        if apart
        else next(of_family)
        for ratio, apart in zip(ratios, named, strict=True)
    ]


def why_unclear(ratio: RateRatio, arm: Rate, reference: Rate) -> Unclear | None:
    """Why a ratio that tells nothing, its interval being wider than tenfold, does not; else None."""
    if not ratio.tells_nothing:
        return None
    independent = 2 * 1.96 * np.sqrt(1 / (arm.cramps + 0.5) + 1 / (reference.cramps + 0.5))
    return "few_cramps" if independent > np.log(WIDEST) else "long_runs"


def _verdict(ratio: RateRatio, q_value: float | None, largest_q: float) -> Verdict:
    if q_value is None or q_value > largest_q:
        return "no_clear_difference"
    if ratio.high is not None and ratio.high < 1:
        return "fewer_cramps"
    if ratio.low is not None and ratio.low > 1:
        return "more_cramps"
    return "no_clear_difference"
