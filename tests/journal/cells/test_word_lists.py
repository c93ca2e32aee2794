"""The lists of words themselves. Oracle: a list that says a thing once says it where one looks for it; a word
that cannot be found, because cells and headings are compared plain, says nothing.
"""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.journal.cells import plain
from analysis.journal.cells.values import vocabularies
from analysis.journal.cells.words import words_apart, words_of
from analysis.journal.fields import headers
from analysis.journal.medicines.known import name_words

JOURNAL = Path(__file__).resolve().parents[3] / "analysis" / "journal"
WORDS = JOURNAL / "cells" / "reading_words.csv"
VOCABULARY = JOURNAL / "cells" / "vocabulary.csv"
MEDICINES = JOURNAL / "medicines" / "medicines.csv"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def twice(names: list[str], form: Callable[[str], str]) -> list[str]:
    return [name for name, count in Counter(map(form, names)).items() if count > 1]


@pytest.mark.parametrize(
    ("path", "column", "meaning", "form"),
    [
        (WORDS, "words", ("kind",), plain),
        (VOCABULARY, "names", ("kind", "word"), plain),
        (MEDICINES, "names", ("generic",), name_words),
    ],
    ids=["reading words", "vocabulary", "medicines"],
)
def test_no_word_stands_twice_in_a_list(
    path: Path, column: str, meaning: tuple[str, ...], form: Callable[[str], str]
) -> None:
    """Oracle: the words of each meaning, whose list may take several rows, in the form in which they are
    compared.
    """
    lists: dict[str, list[str]] = {}
    for row in rows(path):
        lists.setdefault(" ".join(row[name] for name in meaning), []).extend(row[column].split(";"))
    found = {name: twice(words, form) for name, words in lists.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_no_word_of_a_kind_has_two_meanings() -> None:
    """Oracle: the rows of each kind; of two meanings only the first would ever be read."""
    meanings: dict[tuple[str, str], set[str]] = {}
    for row in rows(VOCABULARY):
        for name in {plain(name) for name in (row["word"], *row["names"].split(";")) if name}:
            meanings.setdefault((row["kind"], name), set()).add(row["word"])
    assert {key: words for key, words in meanings.items() if len(words) > 1} == {}
    assert len(meanings) == sum(map(len, vocabularies().values()))


def test_no_medicine_shares_a_name_with_another() -> None:
    """Oracle: the generics of each name."""
    generics: dict[str, set[str]] = {}
    for row in rows(MEDICINES):
        for name in filter(None, (row["generic"], *row["names"].split(";"))):
            generics.setdefault(name_words(name), set()).add(row["generic"])
    assert {name: found for name, found in generics.items() if len(found) > 1} == {}


def test_every_word_is_plain_as_what_it_is_compared_with() -> None:
    """Oracle: `plain`; "terminé" is looked for in text that says "termine"."""
    assert [word for row in rows(WORDS) for word in row["words"].split(";") if plain(word) != word] == []


def test_a_kind_that_no_list_has_is_an_error_and_no_empty_list() -> None:
    with pytest.raises(KeyError, match="a kind of nothing"):
        words_of("a kind of nothing")


def test_a_word_for_none_is_told_apart_from_the_cramp_before_it() -> None:
    """Oracle: both are words by themselves, and a heading that is both of them makes no third."""
    assert words_apart(plain("昨夜こむら返りなし")) == plain("昨夜 こむら返り なし")
    assert words_apart("没有抽筋") == "没有 抽筋"


@pytest.mark.parametrize("kind", ["id of anything", "id of a person", "name of anything"])
def test_what_is_told_of_headings_of_persons_is_told_of_known_ones(kind: str) -> None:
    """Oracle: the names of the field; a word that is missing there would never be asked for its kind."""
    assert set(words_of(kind)) - set(headers()["person_id"].names) == set()
