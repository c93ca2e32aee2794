"""How a ratio becomes a verdict; oracle: q-values of Benjamini and Hochberg worked out by hand."""

import pytest

from analysis.measures.refusals import family_verdicts, verdicts, why_unclear
from analysis.measures.results import Rate, RateRatio

FEWER = RateRatio(0.5, 0.3, 0.8, 0.004)
MORE = RateRatio(2.0, 1.2, 3.4, 0.012)
NEITHER = RateRatio(1.1, 0.7, 1.7, 0.6)


def test_q_values_are_over_the_family_that_was_asked() -> None:
    """By hand, of three: 0.004 × 3 / 1 = 0.012, 0.012 × 3 / 2 = 0.018, and 0.6, which is above 0.025."""
    found = verdicts([FEWER, NEITHER, MORE])
    assert [q for q, _ in found] == pytest.approx([0.012, 0.6, 0.018])
    assert [verdict for _, verdict in found] == ["fewer_cramps", "no_clear_difference", "more_cramps"]


def test_further_questions_make_a_verdict_stricter_and_get_none() -> None:
    """By hand: with two more of p = 1, 0.012 × 5 / 2 = 0.03 is above 0.025, and 0.004 × 5 = 0.02 is not."""
    found = verdicts([FEWER, MORE], alongside=[1.0, 1.0, 1.0])
    assert [q for q, _ in found] == pytest.approx([0.02, 0.03])
    assert [verdict for _, verdict in found] == ["fewer_cramps", "no_clear_difference"]


def test_a_refused_question_counts_for_nothing_and_says_so() -> None:
    """By hand: of two that were answered, 0.004 × 2 = 0.008."""
    found = verdicts([None, FEWER, NEITHER])
    assert found[0] == (None, "not_enough_data")
    assert found[1][0] == pytest.approx(0.008)


def test_a_small_q_value_without_an_interval_on_one_side_is_no_direction() -> None:
    """An interval that holds 1, or has no end there, names none."""
    holds_one = RateRatio(0.9, 0.8, 1.02, 0.001)
    no_end = RateRatio(None, 0.9, None, 0.001)
    assert [verdict for _, verdict in verdicts([holds_one, no_end])] == ["no_clear_difference"] * 2
    assert (
        verdicts([RateRatio(0.0, 0.0, 0.7, 0.001), RateRatio(None, 1.3, None, 0.001)])[0][1] == "fewer_cramps"
    )
    assert (
        verdicts([RateRatio(0.0, 0.0, 0.7, 0.001), RateRatio(None, 1.3, None, 0.001)])[1][1] == "more_cramps"
    )


def test_the_named_question_stands_by_its_own_interval_outside_the_family() -> None:
    """By hand: p = 0.04 of its own is enough; the other is alone in its family, so that q is p."""
    named = RateRatio(0.6, 0.37, 0.98, 0.04)
    assert family_verdicts([named, FEWER], [True, False]) == [(None, "fewer_cramps"), (0.004, "fewer_cramps")]
    assert family_verdicts([named, FEWER], [False, False])[0] == (0.04, "no_clear_difference")
    assert family_verdicts([None, FEWER], [True, False])[0] == (None, "not_enough_data")


def test_a_range_is_wide_because_of_few_cramps_or_of_long_runs() -> None:
    """By hand: 2 against 2 independent cramps give a range of exp(3.92 × √0.8) = 33 times, 40 against 40 one
    of exp(3.92 × √0.049) = 2.4 times; tenfold is the bound. A narrower range needs no reason.
    """
    wide, narrow = RateRatio(1.0, 0.1, 9.0, 0.9), RateRatio(1.0, 0.5, 2.0, 0.9)
    few, many = Rate(40, 2.0, 0.35), Rate(40, 40.0, 7.0)
    assert why_unclear(wide, few, few) == "few_cramps"
    assert why_unclear(wide, many, many) == "long_runs"
    assert why_unclear(narrow, few, few) is None
