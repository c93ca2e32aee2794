"""Two calves are both of them, in every language. Oracle: each answer as anybody reads it, by hand: the least
that it can mean is one cramp.
"""

import pytest

from analysis.journal.cells import cramps_in_cell, read_side, with_pairs
from tests.for_each import for_each

BOTH = [
    "deux mollets",
    "les deux mollets",
    "2 mollets",
    "zwei Waden",
    "die zwei Waden",
    "beide Waden",
    "two calves",
    "2 legs",
    "both calves",
    "dos pantorrillas",
    "las dos pantorrillas",
    "due polpacci",
    "entrambi i polpacci",
    "twee kuiten",
    "båda vaderna",
    "begge ben",
    "begge legge",
    "obie łydki",
    "obě lýtka",
    "molemmat pohkeet",
    "mindkét vádli",
    "iki baldır",
    "обе икры",
    "両足",
    "ambas panturrilhas",
    "linke und rechte Wade",
    "mollet gauche et droit",
    "G et D",
    "L+R",
]


@for_each("text", BOTH)
def test_both_of_a_pair_are_one_cramp_in_both(text: str) -> None:
    assert (cramps_in_cell(text).value, read_side(text).value) == (1, "both")


@for_each(
    ("text", "side"),
    [
        ("vä vad", "left"),
        ("hö vad", "right"),
        ("左足", "left"),
        ("右のふくらはぎ", "right"),
        ("левая нога", "left"),
        ("perna direita", "right"),
        ("panturrilha esquerda", "left"),
        ("bal vádli", "left"),
        ("polpaccio dx", "right"),
        ("pied D", "right"),
        ("re. Wade", "right"),
        ("kuit li", "left"),
        ("pantorrilla izq", "left"),
    ],
)
def test_one_leg_is_one_cramp_of_that_side(text: str, side: str) -> None:
    assert (cramps_in_cell(text).value, read_side(text).value) == (1, side)


@pytest.mark.parametrize(
    ("text", "count"),
    [("deux crampes", 2), ("deux", 2), ("2 toes", 2), ("2 left calf", 2), ("2 legs, 1 foot", 3)],
)
def test_two_of_anything_else_are_two(text: str, count: float) -> None:
    assert cramps_in_cell(text).value == count


def test_words_without_two_stay_as_they_are() -> None:
    assert with_pairs("3 calves") == "3 calves"


@for_each(
    "text",
    ["2 Waden-Krämpfe", "2 Waden Krämpfe", "zwei Waden-Krämpfe", "2 bacak krampı", "2 ben kramper",
     "2 leg cramps", "två ben kramper", "2 Waden-Krämpfe nachts"],
)  # fmt: skip
def test_two_cramps_of_a_leg_are_counted_and_are_not_both_legs(text: str) -> None:
    """Oracle: the number counts the cramps that it stands before, as anybody reads it."""
    assert (cramps_in_cell(text).value, read_side(text).value) == (2, None)


@pytest.mark.parametrize("text", ["cramp in 2 legs", "crampe deux mollets", "Krampf zwei Waden"])
def test_a_pair_behind_the_cramp_is_both(text: str) -> None:
    assert read_side(text).value == "both"
