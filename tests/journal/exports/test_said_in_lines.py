"""What the words of one line say. The oracle is what a careful person would write down from them: a number
where it is plain, a question where it is not.
"""

import pytest

from analysis.journal.exports import said_in
from tests.for_each import for_each


@for_each(
    ("text", "count"),
    [
        ("2 cramps, left calf, 02:10 and 04:45, water 1.5 L", 2),
        ("had 2 cramps", 2),
        ("woke up with a bad cramp in right calf", 1),
        ("left calf cramped at 3am", 1),
        ("cramp at 2, another cramp at 4:30", 2),
        ("I had cramps at 1:15, 2:40 and 5:05", 3),
        ("cramps: 2", 2),
        ("cramp twice", 2),
        ("Wadenkrampf links um 3 Uhr", 1),
        ("crampe mollet gauche à 3h15", 1),
        ("two calambres", 2),
        ("kramp in kuit", 1),
        ("no cramps", 0),
        ("No cramps last night!", 0),
        ("didn't have any cramps", 0),
        ("slept well without cramps", 0),
        ("Cramps 0", 0),
        ("cramps - none", 0),
        ("keine Krämpfe, gut geschlafen", 0),
        ("aucune crampe", 0),
        ("sin calambres", 0),
        ("geen kramp", 0),
    ],
)
def test_a_plain_answer_is_a_count(text: str, count: float) -> None:
    said = said_in(text, about_cramps=False)
    assert said.cramps == count
    assert said.unclear == []


@for_each(
    "text",
    [
        "no cramps for three days",
        "No more cramps please",
        "cramp? not sure",
        "almost had a cramp",
        "Ben had cramps too",
        "cramps all week",
        "leg cramps 2-3",
        "no cramp in left leg",
        "no bad cramps",
        "no cramps but left calf cramped",
        "No cramps. Calf cramped at 4",
        "cramps, not really",
        "no cramp relief from magnesium",
        "take magnesium if cramps",
        "1 leg cramp 2 hours after bed",
        "cramp when swimming",
        "keine Ahnung ob Krampf",
        "no pain no cramp",
    ],
)
def test_what_is_not_plain_is_asked_about(text: str) -> None:
    said = said_in(text, about_cramps=False)
    assert said.cramps is None
    assert len(said.unclear) == 1


@pytest.mark.parametrize("text", ["period cramps today", "headache, 7/10", "walk in the hills", "left calf"])
def test_nothing_about_leg_cramps_is_none(text: str) -> None:
    said = said_in(text, about_cramps=False)
    assert said.cramps is None
    assert said.unclear == []


def test_a_part_of_the_leg_is_a_cramp_only_in_a_file_about_cramps() -> None:
    assert said_in("left calf at 3am, bad", about_cramps=True).cramps == 1
    said = said_in("left calf at 3am, bad", about_cramps=False)
    assert said.cramps is None
    assert said.bare == ["left calf at 3am"]


@pytest.mark.parametrize(
    ("text", "count"),
    [("2", 2), ("none", 0), ("yes", 1), ("2x left calf 3am", 2), ("ok", None), ("bad night", None)],
)
def test_bare_answers_in_a_file_about_cramps(text: str, count: float | None) -> None:
    assert said_in(text, about_cramps=True).cramps == count


def test_details_go_to_their_fields_and_the_rest_is_left_word_for_word() -> None:
    said = said_in(
        "cramp in my left calf at 3am, lasted 5 min, pain 7/10. Doctor says rest", about_cramps=False
    )
    assert said.fields == {
        "onset": "3am",
        "side": "left",
        "muscle": "calf",
        "duration": "5 min",
        "severity": "7/10",
    }
    assert said.left == ["Doctor says rest"]
