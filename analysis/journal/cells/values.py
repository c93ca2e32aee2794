"""What one cell gives: a value, nothing, or a problem. And its text, made plain enough to compare."""

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

LONGEST = 200  # characters; no date, time, amount or answer is longer
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75", "⅓": ".333", "⅔": ".667"}
_FRACTION = re.compile(r"(\d?)\s?([½¼¾⅓⅔])")
_MARKS = str.maketrans(
    {"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "`": "'", "´": "'", "⁄": "/"}
)


@dataclass(frozen=True)
class Cell:
    """What one cell was read as.

    ``value`` and ``problem`` None: the cell is blank. ``problem`` without ``value``: the cell is set aside.
    ``repaired`` with ``problem``: the value was understood after mending, and the problem says how. A problem
    never repeats the cell's content; where something is decided by it, it has a ``code``.
    """

    value: Any | None
    repaired: bool = False
    problem: str | None = None
    hint: str = ""
    code: str = ""


BLANK = Cell(None)


def plain(text: str) -> str:
    """The text in lower case, without accents, with single spaces and plain hyphens and apostrophes."""
    if text.isascii():
        return " ".join(text.lower().split())
    text = _FRACTION.sub(lambda found: (found[1] or "0") + _FRACTIONS[found[2]], text)
    text = unicodedata.normalize("NFKD", text).translate(_MARKS)
    # NFKD also turns other dashes' compatibility forms plain; U+FE0F and friends only choose a picture.
    kept = (letter for letter in text if unicodedata.category(letter) not in ("Mn", "Cf"))
    return " ".join("".join(kept).casefold().translate(_MARKS).split())


def before_reading(text: str) -> tuple[str, Cell | None]:
    """The plain text to read, and the answer where there is nothing to read in it."""
    text = text.strip()
    if not text:
        return "", BLANK
    if len(text) > LONGEST:
        return "", Cell(
            None, problem="the cell is too long for this column", hint="put remarks into a notes column"
        )
    words = plain(text)
    match vocabulary("empty").get(words):
        case "blank":
            return "", BLANK
        case "unknown":
            return "", Cell(None, problem="the cell says that it is not known")
        case "error":
            return "", Cell(None, problem="the spreadsheet shows an error here", hint="mend the formula")
    return words, None


@cache
def vocabularies() -> dict[str, Mapping[str, str]]:
    """Of every kind in ``vocabulary.csv`` the names, made plain, each with the word that it means."""
    found: dict[str, dict[str, str]] = {}
    with Path(__file__).with_name("vocabulary.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = found.setdefault(row["kind"], {})
            for name in (row["word"], *row["names"].split(";")):
                if name:
                    names.setdefault(plain(name), row["word"])
    return {kind: MappingProxyType(names) for kind, names in found.items()}


def vocabulary(kind: str) -> Mapping[str, str]:
    """Every name of a kind in ``vocabulary.csv``, made plain, with the word that it means."""
    return vocabularies()[kind]


@cache
def _longest_name(kind: str) -> int:
    return max(name.count(" ") + 1 for name in vocabulary(kind))


_WORD = re.compile(r"[^\W_]+")


def words_found(kind: str, text: str) -> tuple[list[str], list[str]]:
    """The words of a kind that plain ``text`` names, in order and once each; and the other words of the text.

    Of names that overlap the longest counts ("visible contraction" before "contraction").
    """
    names, longest = vocabulary(kind), _longest_name(kind)
    tokens = _WORD.findall(text)
    found: list[str] = []
    others: list[str] = []
    at = 0
    while at < len(tokens):
        for length in range(min(longest, len(tokens) - at), 0, -1):
            word = names.get(" ".join(tokens[at : at + length]))
            if word is not None:
                if word not in found:
                    found.append(word)
                at += length
                break
        else:
            others.append(tokens[at])
            at += 1
    return found, others
