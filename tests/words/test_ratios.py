"""A rate ratio in words, at its edges. Oracle: tables written by hand."""

import re
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.results import RateRatio
from analysis.words import ratios
from tests.for_each import for_each


@for_each(
    ("ratio", "said"),
    [
        (0.0, "none at all"),
        (0.01, "over 97 % fewer"),
        (0.24, "about three quarters fewer"),
        (0.33, "about two thirds fewer"),
        (0.44, "about 55 % fewer"),
        (0.5, "about half as many"),
        (0.67, "about a third fewer"),
        (0.75, "about a quarter fewer"),
        (0.82, "about 20 % fewer"),
        (0.93, "about 7 % fewer"),
        (0.96, "about as many"),
        (1.0, "about as many"),
        (1.04, "about as many"),
        (1.07, "about 7 % more"),
        (1.25, "about a quarter more"),
        (1.5, "about 50 % more"),
        (1.8, "about 80 % more"),
        (1.95, "about twice as many"),
        (2.0, "about twice as many"),
        (2.4, "about 2.4 times as many"),
        (3.0, "about 3 times as many"),
        (14.6, "about 15 times as many"),
    ],
)
def test_a_ratio_is_said_as_people_say_it(ratio: float, said: str) -> None:
    assert ratios.amount(ratio) == said


@for_each(
    ("low", "high", "said"),
    [
        (0.6, 0.9, "10 to 40 % fewer"),
        (0.91, 0.97, "3 to 9 % fewer"),
        (0.6, 0.997, "under 1 to 40 % fewer"),
        (0.3, 1.5, "70 % fewer to 50 % more"),
        (0.6, 1.0, "40 % fewer to as many"),
        (1.1, 1.4, "10 to 40 % more"),
        (1.2, 3.4, "20 % more to 3.4 times as many"),
        (2.5, 4.0, "2.5 to 4 times as many"),
        (0.25, 4.0, "75 % fewer to 4 times as many"),
        (0.0, 0.4, "60 to 100 % fewer"),
        (0.0, 1.3, "none at all to 30 % more"),
        (1.4, None, "40 % more, or beyond without an upper end"),
        (0.4, inf, "60 % fewer, or beyond without an upper end"),
        (None, None, "no range can be given"),
    ],
)
def test_a_range_is_said_from_end_to_end(low: float | None, high: float | None, said: str) -> None:
    assert ratios.span(low, high) == said


@pytest.mark.parametrize(
    ("ratio", "said"),
    [
        (RateRatio(0.75, 0.6, 0.9, 0.01), "about a quarter fewer (10 to 40 %)"),
        (RateRatio(0.0, 0.0, 0.4, 0.01), "the range is 60 to 100 % fewer"),
        (
            RateRatio(None, 1.4, None, 0.01),
            "how many times as many cannot be said where there were none; the range is 40 % more, or "
            "beyond without "
            "an upper end",
        ),
    ],
)
def test_nought_before_or_after_is_no_number_of_times(ratio: RateRatio, said: str) -> None:
    assert ratios.everyday(ratio) == said


@pytest.mark.parametrize(
    ("ratio", "said"),
    [
        (RateRatio(0.45, 0.27, 0.76, 0.003), "rate ratio 0.45 (95 % CI 0.27 to 0.76), p = 0.003, q = 0.010"),
        (RateRatio(0.45, 0.27, 0.76, 0.0004), "rate ratio 0.45 (95 % CI 0.27 to 0.76), p < 0.001, q = 0.010"),
        (RateRatio(0.9, 0.4, 2.0, 0.41), "rate ratio 0.90 (95 % CI 0.40 to 2.00), p = 0.41, q = 0.010"),
        (
            RateRatio(None, 1.4, None, 0.02),
            "rate ratio not estimable (95 % CI 1.40, no upper limit), p = 0.020, q = 0.010",
        ),
        (RateRatio(0.0, 0.0, 0.4, 0.02), "rate ratio 0.00 (95 % CI 0.00 to 0.40), p = 0.020, q = 0.010"),
        (
            RateRatio(0.003, 0.001, 0.4, 0.02),
            "rate ratio <0.01 (95 % CI <0.01 to 0.40), p = 0.020, q = 0.010",
        ),
    ],
)
def test_a_ratio_is_said_with_interval_p_and_q_to_a_clinician(ratio: RateRatio, said: str) -> None:
    assert ratios.clinical(ratio, q_value=0.01) == said


@pytest.mark.parametrize(
    ("low", "high", "holds"),
    [
        (0.6, 0.9, False),
        (0.6, 1.0, True),
        (1.0, 2.0, True),
        (1.01, None, False),
        (None, 0.9, False),
        (0.5, None, True),
    ],
)
def test_a_missing_end_lies_beyond_one(low: float | None, high: float | None, holds: bool) -> None:
    assert ratios.holds_one(RateRatio(None, low, high, None)) is holds


ends = st.floats(0, 30) | st.just(0.0) | st.floats(0.9, 1.1)


@given(ends, ends | st.just(inf) | st.none())
def test_an_open_range_claims_no_direction(one: float, other: float | None) -> None:
    """Oracle: fewer and more stand there both, or neither, or beside an end of none at all."""
    low, high = sorted((one, inf if other is None else other))
    said = ratios.open_range(RateRatio(None, low, None if other is None else high, None))
    one_sided = ("fewer" in said) != (" more" in said)
    assert not one_sided or ratios.holds_one(RateRatio(None, low, None if other is None else high, None))
    if low > 1 or high < 1:
        assert "fewer" not in said
        assert not re.search(r"% more|times more", said)


@given(ends, ends)
def test_a_range_is_never_empty_of_numbers(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert re.search(r"\d|as many|none|twice", ratios.span(low, high))
    assert "nan" not in ratios.span(low, high)


def test_a_small_direction_keeps_its_way() -> None:
    """Oracle: by hand: a size within 5 % of 1 whose range leaves out 1 is no "about as many"."""
    assert ratios.with_range(1.03, RateRatio(1.05, 1.02, 1.08, 0.01)) == "about 3 % more (2 to 8 %)"
    assert ratios.with_range(0.97, RateRatio(0.95, 0.92, 0.98, 0.01)) == "about 3 % fewer (2 to 8 %)"
    assert ratios.with_range(1.03, RateRatio(1.05, 0.9, 1.2, 0.4)).startswith("about as many (")
