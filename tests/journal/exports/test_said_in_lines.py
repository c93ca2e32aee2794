"""What the words of one line say. The oracle is what a careful person would write down from them: a number
where it is plain, a question where it is not.
"""

import pytest

from analysis.journal.exports import said_in


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("drank 2 litres of water", {"hydration": "2 litres"}),
        ("water: 1,5 L", {"hydration": "1,5 l"}),
        ("2 glasses of wine, walked 45 min", {"alcohol": "2", "activity": "45 min"}),
        ("8,000 steps; slept 6.5 h", {"steps": "8,000", "sleep": "6.5 h"}),
        ("should drink 2 l a day", {}),
        ("walked 5 km", {}),
    ],
)
def test_amounts_of_the_day(text: str, fields: dict[str, str]) -> None:
    assert said_in(text, about_cramps=False).fields == fields


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("2 Gläser Wein", {"alcohol": "2"}),
        ("ein Glas Rotwein", {"alcohol": "1"}),
        ("2 verres de vin", {"alcohol": "2"}),
        ("2 glazen wijn", {"alcohol": "2"}),
        ("3 Tassen Kaffee", {"caffeine": "3"}),
        ("3 Gläser Wasser", {"hydration": "3 glaser"}),
    ],
)
def test_a_glass_of_wine_is_no_water(text: str, fields: dict[str, str]) -> None:
    assert said_in(text, about_cramps=False).fields == fields


@pytest.mark.parametrize(
    ("line", "count"),
    [("deux crampes", 2), ("deux crampes, mollet", 2), ("crampe dans les deux jambes", 1),
     ("crampe deux mollets", 1), ("trois crampes", 3), ("2 leg cramps, 1 foot cramp", 3),
     ("2 cramps, one bad", 2), ("Krämpfe, 2x", 2),
     ("Krampf, 3 Mal", 3), ("crampe, 2 fois", 2), ("cramp, twice", 2)],
)  # fmt: skip
def test_how_many_a_line_tells_of(line: str, count: float) -> None:
    """Oracle: the sentences, as anybody reads them."""
    assert said_in(line, about_cramps=False).cramps == count
