"""What nights lean to, in words. Oracle: sentences by hand from the thresholds of 8 and of 1 in 10."""

from dataclasses import replace

import pytest

from analysis.measures.results import NO_CHANCES, Chances, RateRatio
from analysis.words.chances import (
    cannot_tell,
    cannot_tell_briefly,
    compared_with_chances,
    leans_to,
    say_leaning,
    say_shrunk,
)
from tests.words import results

OPEN = RateRatio(0.7, 0.4, 1.2, 0.2)


def of(fewer: float | None, half: float | None = 0.3, ratio: float | None = None) -> Chances:
    return Chances(fewer, None, half, ratio, None, None)


@pytest.mark.parametrize(
    ("fewer", "says"),
    [
        (0.8, "leans to fewer (about 8 in 10)"),
        (0.79, ""),
        (0.21, ""),
        (0.15, "leans to more (about 8 in 10)"),
        (0.999, "leans to fewer (about 9 in 10)"),
        (None, ""),
    ],
)
def test_from_eight_in_ten_nights_lean_and_never_to_ten(fewer: float | None, says: str) -> None:
    """By hand: 0.79 is no leaning; 0.15 fewer is 0.85 more, of which eight whole tenths."""
    assert leans_to(of(fewer)) == says


@pytest.mark.parametrize(
    ("chances", "says"),
    [
        (of(0.85, 0.3), "it leans to fewer (about 8 in 10)"),
        (of(0.85, 0.1), "it leans to fewer (about 8 in 10) and a halving is unlikely"),
        (of(0.5, 0.05), "a halving is unlikely"),
        (of(0.5, 0.3), ""),
        (NO_CHANCES, ""),
    ],
)
def test_that_a_halving_is_unlikely_is_said_up_to_one_in_ten(chances: Chances, says: str) -> None:
    assert say_leaning(chances) == says


def test_of_a_step_of_an_amount_no_halving_is_said() -> None:
    """Nobody expects that much of one glass."""
    assert say_leaning(of(0.5, 0.05), halving=False) == ""
    assert (
        say_leaning(of(0.5, 0.05), "clinical", halving=False) == "P(fewer) 0.50 (prior: mostly small changes)"
    )
    assert "P(halved) 0.05" in say_leaning(of(0.5, 0.05), "clinical")


@pytest.mark.parametrize(
    ("unclear", "full", "brief"),
    [
        (None, "", ""),
        ("few_cramps", "too few cramps came in these nights", "few cramps"),
        ("long_runs", "these cramps may come in long runs", "cramps may come in runs"),
    ],
)
def test_why_nights_cannot_tell(unclear, full: str, brief: str) -> None:  # type: ignore[no-untyped-def]
    change = replace(results.change(), unclear=unclear)
    assert (cannot_tell(change), cannot_tell_briefly(change)) == (full, brief)


def test_without_a_direction_the_leaning_stands_behind_the_range() -> None:
    leaning = compared_with_chances(OPEN, of(0.9, 0.3), "everyday", None, clear=False)
    assert leaning.endswith("; it leans to fewer (about 9 in 10)")
    assert "; " not in compared_with_chances(OPEN, of(0.5, 0.3), "everyday", None, clear=False).replace(
        compared_with_chances(OPEN, NO_CHANCES, "everyday", None, clear=False), ""
    )


def test_beside_a_direction_the_size_is_the_shrunk_one() -> None:
    """By hand: 0.40 as counted and 0.50 with chance taken off; clinicians see both."""
    clear, shrunk = RateRatio(0.4, 0.2, 0.8, 0.01), of(0.97, 0.6, ratio=0.5)
    said = compared_with_chances(clear, shrunk, "everyday", 0.02, clear=True)
    assert said.startswith("allowing for the time of year and for chance, ")
    clinical = compared_with_chances(clear, shrunk, "clinical", 0.02, clear=True)
    assert "0.40" in clinical
    assert clinical.endswith("; shrunk rate ratio 0.50")
    assert (say_shrunk(shrunk), say_shrunk(NO_CHANCES)) == ("shrunk rate ratio 0.50", "")
