"""Numbers beside a cramp in a sentence. Oracle: what a careful reader would write down, or ask about."""

import pytest

from analysis.journal.exports import said_in
from tests.for_each import for_each


@for_each(
    "text",
    [
        "Krampf Stärke 7", "cramp intensity 6", "crampe intensité 6", "skurcz siła 6", "skurcz 10 minut",
        "křeč 10 minut", "kramp 10 minuter", "cramp at 3 20", "cramp at 3-20", "Wadenkrampf um 3 Uhr 20",
        "crampe à 3 h 20", "crampe vers 3 heures 20", "kramp om 3 uur 20", "skurcz o 3 20", "kramp kl 3 20",
        "calambre a las 3 y 20", "crampo alle 3 e 20", "cramp 40 seconds",
    ],
)  # fmt: skip
@for_each("about_cramps", [False, True])
def test_minutes_lengths_and_strengths_are_no_counts(text: str, about_cramps: bool) -> None:
    assert said_in(text, about_cramps=about_cramps).cramps == 1


@for_each(
    "text",
    [
        "cramp for 5", "crampe pendant 5", "cramp by 5", "cramp in bed 7", "cramp of 7", "Krampf (7)",
        "cramp (6)", "cramp 6!!", "cramp - 8", "Krampf in Zehe 2", "cramp level 7", "cramp day 12",
        "day 12 cramp", "cramp: 6", "cramp in 2 toes",
    ],
)  # fmt: skip
@for_each("about_cramps", [False, True])
def test_another_number_beside_a_cramp_never_counts(text: str, about_cramps: bool) -> None:
    said = said_in(text, about_cramps=about_cramps)
    assert said.cramps in (None, 1)
    assert said.cramps == 1 or said.unclear


@pytest.mark.parametrize("text", ["for 5", "by 5", "in bed 7", "level 7", "pendant 5", "day 12"])
def test_such_a_number_without_the_word_never_counts_either(text: str) -> None:
    assert said_in(text, about_cramps=True).cramps is None


@for_each(
    ("text", "count"),
    [
        ("2 cramps", 2), ("2 bad cramps in left calf", 2), ("cramps x3", 3), ("cramp x2", 2),
        ("cramps: 2", 2),
        ("Krämpfe 3", 3), ("cramp 2 times", 2), ("Krampf zweimal", 2), ("crampes 3 fois", 3),
        ("skurcze 2 razy", 2), ("cramps last night 2", 2), ("about 3 cramps", 3),
        ("2 cramps, 10 min each", 2),
    ],
)  # fmt: skip
def test_a_number_that_counts_still_does(text: str, count: int) -> None:
    assert said_in(text, about_cramps=False).cramps == count
