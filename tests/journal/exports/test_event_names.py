"""What the name of a kind of event says of cramps. Oracle: each name read by hand."""

import pytest

from analysis.journal.exports.event_names import cramps_of_kind, is_unclear, parts_of
from tests.for_each import for_each


@for_each(
    ("kind", "number"),
    [("two cramps", 2), ("2 cramps", 2), ("Cramp x2", 2), ("3x cramp", 3), ("Leg cramps x2", 2),
     ("Cramps (3)", 3), ("Cramps: 2", 2), ("deux crampes", 2),
     ("drei Krämpfe", 3), ("Wadenkrampf x 3", 3), ("dos calambres", 2),
     ("Symptom: Leg cramps x2", 2), ("cramp again", 1), ("Crampe nocturne", 1), ("Calambre nocturno", 1),
     ("night-time cramp", 1), ("legcramp", 1), ("Health/Leg cramps", 1), ("CRAMP!!", 1), ("Krampffrei", 0),
     ("cramp-free night", 0), ("Nuit sans crampe", 0), ("Keine Krämpfe", 0),
     ("2 cramps at 23:00, 04:10", 2), ("1 cramp at 04:25", 1), ("2 Krämpfe um 1:00 und 4:30", 2),
     ("3 crampes à 01:00, 02:30 et 04:10", 3)],
)  # fmt: skip
def test_a_kind_tells_how_many_it_is(kind: str, number: int) -> None:
    assert cramps_of_kind(kind) == number
    assert not is_unclear(kind)


@for_each(
    "kind",
    ["almost cramp", "Cramps and headache", "Cramp cream", "Cramps gone", "Stretching for cramps",
     "Fast ein Krampf", "Presque une crampe", "no cramps but headache"],
)  # fmt: skip
def test_a_kind_that_only_speaks_of_cramps_is_unclear(kind: str) -> None:
    assert cramps_of_kind(kind) is None
    assert is_unclear(kind)


@pytest.mark.parametrize(
    "kind", ["Menstrual cramps", "Bauchkrampf", "hand cramp", "Water", "None", "No", "3"]
)
def test_a_kind_of_something_else_is_neither(kind: str) -> None:
    assert cramps_of_kind(kind) is None
    assert not is_unclear(kind)


def test_the_group_of_an_app_goes_before_the_kind() -> None:
    assert parts_of("Symptom: Cramps") == ("Symptom", "Cramps")
    assert parts_of("Health/Leg cramps") == ("Health", "Leg cramps")
    assert parts_of("Cramps: 2") == ("", "Cramps: 2")
