"""Misspelled names. Oracle: the names of medicines, and which of them must never be taken for each other."""

import pytest

from analysis.journal.medicines.spelling import SHORTEST, spelled


@pytest.mark.parametrize(
    ("written", "generic"),
    [
        ("atorvastatine", "atorvastatin"),  # the French ending
        ("artovastatin", "atorvastatin"),  # two letters swapped
        ("simvastatn", "simvastatin"),  # one dropped
        ("magneesium", "magnesium"),  # one too many
        ("furozemide", "furosemide"),  # by ear
        ("amlodipin", "amlodipine"),
        ("kwinine", "quinine"),
    ],
)
def test_one_slip_is_the_medicine(written: str, generic: str) -> None:
    assert spelled(written) == generic


@pytest.mark.parametrize(
    "written", ["hydroxalazine", "metfoprolin", "quin", "water", "", "walk with the dog"]
)
def test_between_two_medicines_or_far_from_all_is_none(written: str) -> None:
    """The first lies between hydralazine and hydroxyzine, the second between metformin and metoprolol."""
    assert spelled(written) is None


def test_short_words_are_not_corrected() -> None:
    assert all(spelled("quinine"[:length]) is None for length in range(SHORTEST))


@pytest.mark.parametrize("written", ["tuinine", "uinine", "qquinine", "uqinine"])
def test_a_slip_in_the_first_letter_is_the_medicine(written: str) -> None:
    """Another letter, none, one too many, two swapped: all of quinine."""
    assert spelled(written) == "quinine"
