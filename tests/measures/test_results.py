"""The results that measures share. Oracle: their definitions, by hand."""

import pytest

from analysis.measures.results import (
    NO_CHANCES,
    NO_RATIO,
    Chances,
    RateRatio,
    Verdict,
    size_shown,
)
from tests.for_each import for_each

SHRUNK = Chances(0.97, 0.9, 0.6, 0.5, 0.25, 0.9)


@for_each(
    ("low", "high", "p_value", "nothing"),
    [
        (0.3, 2.9, 0.8, False),  # just below tenfold
        (0.3, 3.1, 0.8, True),
        (0.3, 3.0, 0.8, False),  # tenfold is not wider than tenfold
        (0.0, 2.9, 0.8, True),  # open below
        (None, 2.9, 0.8, True),
        (0.3, None, 0.8, True),  # open above
        (0.001, 0.9, 0.01, False),  # without 1 in it a wide interval tells a direction
        (0.001, 0.9, 0.05, False),
        (None, None, None, False),  # what was refused is another answer
    ],
)
def test_an_interval_tells_nothing_where_it_holds_1_and_is_open_or_wider_than_tenfold(
    low: float | None, high: float | None, p_value: float | None, nothing: bool
) -> None:
    assert RateRatio(1.0, low, high, p_value).tells_nothing is nothing


@pytest.mark.parametrize("verdict", ["fewer_cramps", "more_cramps"])
def test_beside_a_direction_only_the_size_is_the_shrunk_one(verdict: Verdict) -> None:
    """By hand: 0.5 in the place of 0.4; the interval and p are those that were found."""
    assert size_shown(RateRatio(0.4, 0.2, 0.8, 0.01), SHRUNK, verdict) == RateRatio(0.5, 0.2, 0.8, 0.01)


@pytest.mark.parametrize(
    ("ratio", "chances", "verdict"),
    [
        (RateRatio(0.4, 0.2, 1.4, 0.2), SHRUNK, "no_clear_difference"),
        (RateRatio(0.0, 0.0, 0.8, 0.01), SHRUNK, "fewer_cramps"),  # none after: that is what was counted
        (RateRatio(None, 1.4, None, 0.01), SHRUNK, "more_cramps"),
        (RateRatio(0.4, 0.2, 0.8, 0.01), NO_CHANCES, "fewer_cramps"),
        (NO_RATIO, NO_CHANCES, "not_enough_data"),
    ],
)
def test_what_was_counted_stays_where_nothing_better_is_known(
    ratio: RateRatio, chances: Chances, verdict: Verdict
) -> None:
    assert size_shown(ratio, chances, verdict) == ratio
