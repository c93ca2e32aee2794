"""What the patient wrote beside the nights, and which of it holds a word of a warning sign."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, get_args

from analysis.journal.cells import pattern_of, plain
from analysis.journal.model import Journal

SpokenOf = Literal["weakness", "swelling", "redness", "numbness"]


@dataclass(frozen=True)
class Remark:
    """A remark that holds a word of a sign, as the patient wrote it. It is quoted, never counted: only the
    two people can tell what it means ("not swollen", "red wine").
    """

    about: SpokenOf
    night: date
    text: str


def remarks_about_signs(journal: Journal) -> tuple[Remark, ...]:
    """Every remark that holds a word of a warning sign, by sign, of each the latest first.

    >>> from analysis import read_journal
    >>> rows = b"night,cramps,notes\\n2025-03-01,1,ankle swollen\\n2025-03-02,0,late tea\\n"
    >>> [found.about for found in remarks_about_signs(read_journal([("diary.csv", rows)]))]
    ['swelling']
    """
    remarks = journal.remarks
    if remarks.empty:
        return ()
    written = list(zip(remarks["night"], remarks["text"], strict=True))
    found = [(night.date(), text, _signs_in(text)) for night, text in reversed(written)]
    return tuple(
        Remark(sign, night, text) for sign in _SIGNS for night, text, signs in found if sign in signs
    )


_SIGNS: tuple[SpokenOf, ...] = get_args(SpokenOf)


@cache
def _patterns() -> tuple[tuple[SpokenOf, "re.Pattern[str]"], ...]:
    return tuple((sign, pattern_of(f"sign of {sign}")) for sign in _SIGNS)


def _signs_in(text: str) -> set[SpokenOf]:
    said = plain(text)
    return {sign for sign, pattern in _patterns() if pattern.search(said)}
