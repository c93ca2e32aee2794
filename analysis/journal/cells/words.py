"""The words in headers, cells and lines that say how a table is meant, from ``reading_words.csv``."""

import csv
import re
from functools import cache
from pathlib import Path

from analysis.journal.cells.values import vocabularies


@cache
def words_of(kind: str) -> tuple[str, ...]:
    """The words and phrases of a kind, plain: lower case and without accents."""
    with Path(__file__).with_name("reading_words.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            word for row in csv.DictReader(file) if row["kind"] == kind for word in row["words"].split(";")
        )


@cache
def pattern_of(kind: str) -> re.Pattern[str]:
    """A pattern that finds any word or phrase of a kind as whole words."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words_of(kind))) + r")\b")


def every_word() -> frozenset[str]:
    """Every plain word that stands in either list: those of reading, and the vocabulary of cells."""
    texts = [text for names in vocabularies().values() for text in names]
    with Path(__file__).with_name("reading_words.csv").open(encoding="utf-8", newline="") as file:
        texts += [row["words"] for row in csv.DictReader(file) if row["kind"] != "first name"]
    return frozenset(word for text in texts for word in re.findall(r"[^\W\d_]+", text))
