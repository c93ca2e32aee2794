"""The words in headers, cells and lines that say how a table is meant, from ``reading_words.csv``."""

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from analysis.journal.cells.late_patterns import compile_late_patterns
from analysis.journal.cells.values import vocabularies


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    with Path(__file__).with_name("reading_words.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["kind"]] = (*found.get(row["kind"], ()), *row["words"].split(";"))
    return found


def words_of(kind: str) -> tuple[str, ...]:
    """The words and phrases of a kind, plain: lower case and without accents.

    Raises KeyError for a kind that the list does not have.
    """
    return _kinds()[kind]


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def pattern_of(kind: str) -> re.Pattern[str]:
    """A pattern that finds any word or phrase of a kind as whole words."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words_of(kind))) + r")\b")


def compile_patterns() -> int:
    """Compiles every pattern that waits for its first text, for a process from which others are forked: each
    of them would compile those that its journal needs. How many there are. [patterns]"""
    return compile_late_patterns() + len([pattern_of(kind) for kind in _kinds()])


_UNSPACED = "\u3040-\u30ff\u4e00-\u9fff"  # kana and the characters of Chinese and Japanese
_HOUR_MARK = re.compile(r"(\d{1,2})時(?:(\d{1,2})分|(半))?")


@cache
def _unspaced_words() -> re.Pattern[str]:
    known = (word for word in every_word() if re.search(f"[{_UNSPACED}]", word))
    return re.compile("|".join(map(re.escape, sorted(known, key=lambda word: (-len(word), word)))))


def words_apart(words: str) -> str:
    """Plain words with a space around each known word of a language that is written without them, and its
    hours as clock times; other words as they are.

    >>> words_apart("昨夜こむら返り2回"), words_apart("2 cramps")
    ('昨夜 こむら返り 2 回', '2 cramps')
    """
    if not re.search(f"[{_UNSPACED}]", words):
        return words
    words = _HOUR_MARK.sub(lambda at: f" {at[1]}:{'30' if at[3] else (at[2] or '0').zfill(2)} ", words)
    return " ".join(_unspaced_words().sub(r" \g<0> ", words).split())


# Names are no words; a heading that says "no cramp" would keep both together in a sentence without spaces.
_NO_WORDS = ("first name", "no cramp")


def every_word() -> frozenset[str]:
    """Every plain word that stands in either list: those of reading, and the vocabulary of cells."""
    texts = [text for names in vocabularies().values() for text in names]
    texts += [word for kind, words in _kinds().items() if kind not in _NO_WORDS for word in words]
    return frozenset(word for text in texts for word in re.findall(r"[^\W\d_]+", text))
