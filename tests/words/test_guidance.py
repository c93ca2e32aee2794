"""What public guidance says, in full and in few words. Oracle: each sentence written by hand."""

import pytest

from analysis import words
from analysis.measures import WarningSign
from analysis.words.guidance import GUIDANCE
from tests.words import results


def recorded(*names: str) -> list[WarningSign]:
    """Signs that are recorded, whatever their nights."""
    signs = {sign.name: sign for sign in results.signs()}
    some = next(iter(signs.values()))
    return [WarningSign(**{**vars(some), "name": name, "status": "recorded"}) for name in names]


def test_pages_are_named_once_and_the_same_day_stands_first() -> None:
    said = words.say_guidance_briefly(recorded("swelling", "ongoing", "numbness", "swelling_one_sided"))
    assert said == (
        "Public guidance: one leg swollen and painful is a reason for medical advice on the same day (in the "
        "United Kingdom an urgent GP appointment or NHS 111) (NHS, “DVT (deep vein thrombosis)”); see a "
        "doctor (GP) about leg cramps with swelling in the legs, with numbness in the legs (NHS, “Leg "
        "cramps”); that are frequent (NHS inform, “Leg cramps”)."
    )
    assert words.say_guidance_briefly([]) == words.say_guidance([]) == ""


@pytest.mark.parametrize("name", GUIDANCE)
def test_every_sign_has_its_page_in_both_forms(name: str) -> None:
    """Oracle: the page that the full sentence names."""
    source = GUIDANCE[name].source  # type: ignore[index]
    for said in (words.say_guidance(recorded(name)), words.say_guidance_briefly(recorded(name))):
        assert said.startswith("Public guidance: ")
        assert said.endswith(f"({source}).")


def test_a_blood_test_has_the_range_of_its_file_and_no_guidance() -> None:
    assert words.say_guidance(recorded("blood_test_outside_range")) == ""
