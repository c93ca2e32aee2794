"""Words of a change around a name. Oracle: the sentences as a person reads them."""

import pytest

from analysis.journal.medicines.around_names import AROUND_WORDS, with_one_verb
from analysis.journal.medicines.text import changes_told
from tests.for_each import for_each


@for_each(
    ("text", "change", "nights"),
    [
        ("no magnesium any more", "stop", 0),
        ("not taking magnesium any longer", "stop", 0),
        ("cut magnesium out", "stop", 0),
        ("kein Magnesium mehr", "stop", 0),
        ("Magnesium nicht mehr", "stop", 0),
        ("ya no tomo magnesio", "stop", 0),
        ("geen magnesium meer", "stop", 0),
        ("niente più magnesio", "stop", 0),
        ("magnesium all gone", "stop", 0),
        ("took my last magnesium", "stop", 1),
        ("last magnesium tonight", "stop", 1),
        ("Last night of magnesium", "stop", 1),
        ("first magnesium tonight", "start", 0),
        ("Dr put me on magnesium", "start", 0),
        ("magnesium from tonight", "start", 0),
        ("ab heute Magnesium", "start", 0),
    ],
)
def test_a_change_that_stands_around_the_name(text: str, change: str, nights: int) -> None:
    assert [(one.change, one.medicine.generic, one.nights) for one in changes_told(text)] == [
        (change, "magnesium", nights)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "first ibuprofen tonight at 22",
        "last ibuprofen today at 18:00",
        "letzte Nacht mit Magnesium gut geschlafen",
        "seit heute Magnesium hilft",
        "Magnesium hilft seit heute",
        "walk tired me, magnesium from today's shop",
        "from tonight heat pad and magnesium",
    ],
)
def test_an_intake_or_what_it_did_is_no_change(text: str) -> None:
    """Oracle: a person reads no start and no stop in them for sure."""
    assert changes_told(text) == []


def test_out_of_a_reason_is_not_out() -> None:
    """Oracle: a dose is cut, not the medicine."""
    assert [one.change for one in changes_told("cut my magnesium dose out of caution")] == ["decrease"]


@pytest.mark.parametrize("text", ["first cramp tonight", "no cramps any more", "took my last shower"])
def test_what_is_no_medicine_is_not_changed(text: str) -> None:
    assert changes_told(text) == []


def test_no_phrase_is_passed_over_for_its_words() -> None:
    """Oracle: every phrase leaves one of the words by which a sentence is looked at at all."""
    assert with_one_verb("kein magnesium mehr") is not None
    assert "mehr" in AROUND_WORDS
    assert with_one_verb("magnesium 300 mg") is None
