"""The parts of one line together. Oracle: what a careful person would write down from them."""

import pytest

from analysis.journal.exports import said_in
from tests.for_each import for_each


@for_each(
    ("text", "count"),
    [
        ("cramps at 2, 4", 2),
        ("cramp at 3 and 5", 2),
        ("cramps at 2, 4 and 5am, water 1 l", 3),
        ("cramp, another one at 5", 2),
        ("a bad one at 3, then another at 5", 2),
        ("2 calf cramps and 1 toe cramp", 3),
        ("2 cramps left, 1 right", 3),
        ("2 cramps, 1 left, 1 right", 2),
        ("Cramps? no", 0),
        ("Cramps? Yes, 2", 2),
        ("cramps: yes", 1),
        ("Cramps x3", 3),
        ("crampe à 3h", 1),
        ("brak skurczów", 0),
        ("uma cãibra na perna esquerda", 1),
        ("kein Alkohol, 1 Krampf", 1),
        ("no magnesium today. cramp", 1),
    ],
)
def test_parts_of_a_line_are_settled_together(text: str, count: float) -> None:
    """Hours and places of their own add up; "no wine" takes back no cramp."""
    said = said_in(text, about_cramps=True)
    assert (said.cramps, said.unclear) == (count, [])


@pytest.mark.parametrize("text", ["cramp 2am, 4", "2 cramps, 3", "cramp at 2, no"])
def test_a_bare_number_behind_a_count_is_asked_about(text: str) -> None:
    assert said_in(text, about_cramps=True).cramps is None


@for_each(
    ("line", "count"),
    [("deux crampes", 2), ("deux crampes, mollet", 2), ("crampe dans les deux jambes", 1),
     ("crampe deux mollets", 1), ("trois crampes", 3), ("2 leg cramps, 1 foot cramp", 3),
     ("2 cramps, one bad", 2), ("Krämpfe, 2x", 2),
     ("Krampf, 3 Mal", 3), ("crampe, 2 fois", 2), ("cramp, twice", 2)],
)  # fmt: skip
def test_how_many_a_line_tells_of(line: str, count: float) -> None:
    """Oracle: the sentences, as anybody reads them."""
    assert said_in(line, about_cramps=False).cramps == count
