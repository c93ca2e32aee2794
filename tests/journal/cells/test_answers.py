"""Yes, no, sides, muscles and levels in a cell. Oracle: read by hand."""

import pytest

from analysis.journal.cells import (
    read_level,
    read_muscle,
    read_side,
    read_yes_no,
)
from tests.for_each import for_each


@for_each(
    "text",
    [
        "y",
        "Yes",
        "YES",
        "yep",
        "true",
        "1",
        "x",
        "X",
        "✓",
        "✔️",
        "☑",
        "✅",
        "ja",
        "oui",
        "sí",
        "si",
        "sim",
        "tak",
        "да",
        "+",
        "yes, both calves",
        "done",
        "20 min",
        "2",
        "a bit",
        "taken",
    ],
)
def test_yes(text: str) -> None:
    assert read_yes_no(text).value is True


@for_each(
    "text",
    [
        "n",
        "No",
        "NO",
        "nope",
        "false",
        "0",
        "✗",
        "✘",
        "❌",
        "☐",
        "nein",
        "non",
        "não",
        "nie",
        "нет",
        "none",
        "never",
        "no swelling",
        "not today",
        "keine",
        "0 min",
    ],
)
def test_no(text: str) -> None:
    assert read_yes_no(text).value is False


@pytest.mark.parametrize("text", ["maybe", "left", "on holiday", "see notes", "a friend came"])
def test_neither(text: str) -> None:
    cell = read_yes_no(text)
    assert cell.value is None
    assert cell.problem


def test_a_cross_beside_ticks_means_no() -> None:
    assert read_yes_no("x", cross_means_no=True).value is False


@for_each(
    ("text", "side"),
    [
        ("L", "left"),
        ("left", "left"),
        ("Left calf", "left"),
        ("links", "left"),
        ("linke Wade", "left"),
        ("gauche", "left"),
        ("G", "left"),
        ("izquierda", "left"),
        ("R", "right"),
        ("right leg", "right"),
        ("re.", "right"),
        ("rechts", "right"),
        ("droite", "right"),
        ("D", "right"),
        ("derecha", "right"),
        ("both", "both"),
        ("L+R", "both"),
        ("left & right", "both"),
        ("beide", "both"),
        ("beidseits", "both"),
        ("les deux", "both"),
        ("ambas", "both"),
        ("bilateral", "both"),
        ("left then right", "both"),
    ],
)
def test_side(text: str, side: str) -> None:
    assert read_side(text).value == side


@pytest.mark.parametrize("text", ["calf", "middle", "3"])
def test_no_side(text: str) -> None:
    assert read_side(text).value is None


@for_each(
    ("text", "muscle"),
    [
        ("calf", "calf"),
        ("Calves", "calf"),
        ("left calf", "calf"),
        ("gastrocnemius", "calf"),
        ("Wade", "calf"),
        ("Wade links", "calf"),
        ("mollet gauche", "calf"),
        ("pantorrilla derecha", "calf"),
        ("gemelos", "calf"),
        ("foot", "foot"),
        ("arch of foot", "foot"),
        ("Fuß", "foot"),
        ("plante du pied", "foot"),
        ("pie", "foot"),
        ("toes", "toes"),
        ("big toe", "toes"),
        ("Zehen", "toes"),
        ("orteils", "toes"),
        ("dedos del pie", "toes"),
        ("thigh", "thigh"),
        ("quads", "thigh"),
        ("Oberschenkel", "thigh"),
        ("cuisse", "thigh"),
        ("muslo", "thigh"),
        ("hamstring", "hamstring"),
        ("back of thigh", "hamstring"),
        ("ischio-jambiers", "hamstring"),
        ("isquiotibiales", "hamstring"),
        ("shin", "shin"),
        ("Schienbein", "shin"),
        ("tibia", "shin"),
        ("espinilla", "shin"),
        ("hand", "other"),
        ("hip", "other"),
        ("somewhere new", "other"),
    ],
)
def test_muscle(text: str, muscle: str) -> None:
    assert read_muscle(text).value == muscle


def test_of_several_muscles_the_first_counts_and_it_is_said() -> None:
    cell = read_muscle("calf and foot")
    assert cell.value == "calf"
    assert cell.repaired


@for_each(
    ("text", "level"),
    [
        ("none", "none"),
        ("light", "light"),
        ("Moderate", "moderate"),
        ("vigorous", "vigorous"),
        ("0", "none"),
        ("3", "vigorous"),
        ("low", "light"),
        ("hard", "vigorous"),
        ("very active", "vigorous"),
        ("leicht", "light"),
        ("mäßig", "moderate"),
        ("élevée", "vigorous"),
        ("quite high", "vigorous"),
        ("rest day", "none"),
    ],
)
def test_level(text: str, level: str) -> None:
    assert read_level(text).value == level
