"""The list of medicines as data. Oracle: ``medicines.csv`` as this file reads it, and pharmacy by hand."""

import csv
from pathlib import Path

import pytest

import analysis
from analysis.journal.medicines.classes import resolve
from analysis.journal.medicines.known import (
    brands,
    class_named,
    combinations,
    index_of_names,
    known_medicines,
    name_words,
)

_LIST = Path(analysis.__file__).parent / "journal" / "medicines" / "medicines.csv"


def _rows() -> list[dict[str, str]]:
    with _LIST.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_is_known_once() -> None:
    generics = [row["generic"] for row in _rows()]
    assert len(set(generics)) == len(generics)
    assert set(known_medicines()) == set(generics)


def test_every_written_name_leads_to_a_medicine_that_has_it() -> None:
    """A name of two medicines goes to the first that has it, and to no third; that of a form also without the
    word for it."""
    having: dict[str, set[str]] = {}
    for row in _rows():
        for name in (row["generic"], *row["names"].split(";")):
            having.setdefault(name_words(name), set()).add(row["generic"])
    having.pop("", None)
    index = index_of_names()
    assert index.keys() >= having.keys()
    assert all(index[name] in having[name] for name in having)
    for bare in index.keys() - having.keys():
        whole = {name for name in having if set(bare.split()) < set(name.split())}
        assert index[bare] in {generic for name in whole for generic in having[name]}


@pytest.mark.parametrize(
    ("written", "generic"),
    [("Striverdi", "olodaterol"), ("Tensipine", "nifedipine"), ("Slow-K", "potassium chloride")],
)
def test_a_brand_without_the_word_for_its_form(written: str, generic: str) -> None:
    assert index_of_names()[name_words(written)] == generic


@pytest.mark.parametrize(
    ("written", "words"),
    [("  Atorvastatín ", "atorvastatin"), ("CO-Q10 (100%)", "co q10 100%"), ("L.-Thyroxin", "l thyroxin")],
)
def test_the_words_of_a_name(written: str, words: str) -> None:
    assert name_words(written) == words


def test_brands_are_names_with_a_capital() -> None:
    assert "lipitor" in brands()
    assert "atorvastatin" not in brands()


def test_a_combination_is_found_by_its_parts() -> None:
    """Its name is made of theirs."""
    for parts, generic in combinations().items():
        assert len(parts) > 1
        assert all(part in generic for part in parts)
        assert generic in known_medicines()


@pytest.mark.parametrize("words", ["my water tablet", "new water tab", "Water pills", "Diuretic", "plaspil"])
def test_one_class_by_its_many_names(words: str) -> None:
    """So that "new water tablet" and "water tab doubled" are of one medicine."""
    assert class_named(words) == "diuretic"


@pytest.mark.parametrize("words", ["Vitamin", "vitamine", "water", "tablet", ""])
def test_a_word_that_many_share_names_no_medicine(words: str) -> None:
    assert class_named(words) is None
    assert resolve(words).generic is None


@pytest.mark.parametrize("words", ["Mg 400", "Mg", "Magn. 300", "Mg 300 mg", "Mg citrate 200"])
def test_the_sign_of_magnesium_before_a_number(words: str) -> None:
    assert (resolve(words).generic or "").startswith("magnesium")


@pytest.mark.parametrize("words", ["mg", "400 mg", "5 Mg"])
def test_a_unit_is_no_magnesium(words: str) -> None:
    assert resolve(words).generic is None
