"""The medicines that the program knows, by generic name, with the names that people write for them."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.journal.cells import late_pattern, plain, vocabulary

SHORTEST_ALONE = 5  # letters of a name without the word for its form
_NOT_WORD = late_pattern(r"[^a-z0-9%]+")


@dataclass(frozen=True)
class Known:
    """One row of ``medicines.csv``. ``relation`` is "may_trigger", "treatment" or "other"."""

    generic: str
    drug_class: str
    relation: str
    source: str


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with Path(__file__).with_name("medicines.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def known_medicines() -> dict[str, Known]:
    """Every medicine of ``medicines.csv`` by its generic name."""
    return {
        row["generic"]: Known(row["generic"], row["drug_class"], row["relation"], row["source"])
        for row in _rows()
    }


@cache
def index_of_names() -> dict[str, str]:
    """Every known name as `name_words` gives it, with its generic name; those of an inhaler or of a slow
    release also without the word that says so: "Striverdi"."""
    index: dict[str, str] = {}
    for row in _rows():
        for name in (row["generic"], *row["names"].split(";")):
            if name:
                index.setdefault(name_words(name), row["generic"])
    for name, generic in list(index.items()):
        index.setdefault(_without_form(name), generic)
    return index


def _without_form(name: str) -> str:
    bare = " ".join(word for word in name.split() if word not in vocabulary("form of a brand"))
    return bare if len(bare) >= SHORTEST_ALONE else name


@cache
def brands() -> frozenset[str]:
    """The names that ``medicines.csv`` writes with a capital letter."""
    names = {name for row in _rows() for name in row["names"].split(";") if name[:1].isupper()}
    written = set(map(name_words, names))
    return frozenset(written | set(map(_without_form, written)))


def class_named(words: str) -> str | None:
    """The class of medicines that somebody says instead of a name: "statin" for "my statins"; None where the
    words are none of those known.

    >>> class_named("Water tablet"), class_named("water")
    ('diuretic', None)
    """
    beside = vocabulary("before a name")
    bare = " ".join(word for word in plain(words).strip(" .?:").split() if word not in beside)
    return vocabulary("class of medicines").get(bare)


@cache
def combinations() -> dict[frozenset[str], str]:
    return {
        frozenset(re.split(r", | and ", generic)): generic
        for generic in known_medicines()
        if " and " in generic or ", " in generic
    }


def name_words(text: str) -> str:
    """The words of a name: plain letters and digits, single spaces."""
    return _NOT_WORD.sub(" ", plain(text)).strip()
