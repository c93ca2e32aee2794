"""What a remark tells of a medicine without saying enough to be read: it is asked about, never guessed."""

import re
from collections.abc import Iterable
from typing import Literal

from analysis.journal.cells import plain, vocabulary
from analysis.journal.medicines.classes import LONGEST_TEXT, resolve
from analysis.journal.medicines.doses import NUMBER, any_of
from analysis.journal.medicines.known import class_named
from analysis.journal.medicines.names import Memory
from analysis.journal.medicines.text import Together, changes_told

Open = Literal["exchange", "correction"]

_EXCHANGED = re.compile(any_of(vocabulary("exchange without a partner")))
_CORRECTED = re.compile(any_of(vocabulary("correction")))
_DOSE_NOT = re.compile(rf"{NUMBER} ?[a-z]{{0,4}},? {any_of(vocabulary('not the other'))} {NUMBER}")
_WORD = re.compile(r"[a-z]{4,}")
_RUN = re.compile("[a-z]+")
_OPENING = frozenset(
    _RUN.findall(word)[0]
    for kind in ("exchange without a partner", "correction", "not the other")
    for word in vocabulary(kind)
)


def left_open(text: str, memory: Memory) -> Open | None:
    """What a remark leaves open of a known medicine: that it was exchanged, and not for which one, or that
    something told earlier was wrong; None for any other remark, and where its changes are told.

    >>> left_open("Simvastatin; switched", {}), left_open("magnesium was 300 not 400 mg", {})
    ('exchange', 'correction')
    >>> left_open("switched from simvastatin to atorvastatin", {}) is None
    True
    """
    words = plain(text[:LONGEST_TEXT])
    kind: Open | None = None
    if _CORRECTED.search(words) or _DOSE_NOT.search(words):
        kind = "correction"
    elif _EXCHANGED.search(words):
        kind = "exchange"
    if kind is None or not _names_one(words, memory) or changes_told(text, memory):
        return None
    return kind


def all_left_open(texts: Iterable[str], of_all: Together, memory: Memory) -> dict[str, Open]:
    """Those of many texts that leave something open. The words that open one are looked for in what all of
    them hold: in most remarks there is none."""
    if _OPENING.isdisjoint(of_all.words):
        return {}
    return {text: kind for text in texts if text and (kind := left_open(text, memory)) is not None}


def _names_one(words: str, memory: Memory) -> bool:
    named = (word for word in _WORD.findall(words) if not vocabulary("exchange").get(word))
    return any(resolve(word, memory).generic is not None or class_named(word) for word in named)
