"""What public guidance says, of one sign and of all. Oracle: each sentence written by hand."""

from analysis import words
from analysis.measures import Sign, WarningSign
from analysis.words.guidance import GUIDANCE
from tests.for_each import for_each
from tests.words import results


def recorded(*names: str) -> list[WarningSign]:
    """Signs that are recorded, whatever their nights."""
    signs = {sign.name: sign for sign in results.signs()}
    some = next(iter(signs.values()))
    return [WarningSign(**{**vars(some), "name": name, "status": "recorded"}) for name in names]


def test_pages_are_named_once_each_in_its_own_words_and_the_same_day_stands_first() -> None:
    said = words.say_guidance(recorded("swelling", "ongoing", "numbness", "swelling_one_sided", "redness"))
    assert said == (
        "Public guidance: one leg swollen and painful is a reason for medical advice on the same day (in the "
        "United Kingdom an urgent GP appointment or NHS 111) (NHS, “DVT (deep vein thrombosis)”); see a "
        "doctor (GP) about leg cramps with swelling in the legs or with numbness in the legs (NHS, “Leg "
        "cramps”); speak to a doctor (GP) about frequent leg cramps (NHS inform, “Leg cramps”); see a doctor "
        "about muscle cramps with redness or changes of the skin (Mayo Clinic, “Muscle cramp”)."
    )
    assert words.say_guidance([]) == ""


def test_no_page_is_given_the_words_of_another() -> None:
    """Mayo Clinic names no GP, and NHS inform asks for help at once only where exercise does not ease it."""
    assert "GP" not in words.say_guidance(recorded("severe_pain", "redness"))
    assert words.say_guidance(recorded("severe_pain", "long_cramp")) == (
        "Public guidance: seek medical help at once for leg cramps that last more than 10 minutes and do not "
        "ease with exercise (NHS inform, “Leg cramps”); see a doctor about muscle cramps with severe "
        "discomfort (Mayo Clinic, “Muscle cramp”); see a doctor (GP) about leg cramps that last more than 10 "
        "minutes (NHS, “Leg cramps”)."
    )


def test_a_clinician_reads_whom_it_is_for() -> None:
    said = words.say_guidance(recorded("numbness"), "clinical")
    assert said.startswith("Public guidance for patients: see a doctor (GP) about ")


@for_each("name", GUIDANCE)
def test_every_sign_has_its_pages_in_both_forms(name: Sign) -> None:
    """Oracle: the pages of the table."""
    (sentence,) = words.say_warning_signs(recorded(name))
    for advice in GUIDANCE[name]:
        assert f"({advice.source})" in words.say_guidance(recorded(name))
        assert advice.source in sentence.source
        assert advice.said in sentence.rest


def test_a_blood_test_has_the_range_of_its_file_and_no_guidance() -> None:
    assert words.say_guidance(recorded("blood_test_outside_range")) == ""
