"""The words of warning signs in what a patient wrote."""

import re
from functools import cache
from typing import Literal, get_args

from analysis.journal.cells.values import plain
from analysis.journal.cells.words import pattern_of

SpokenOf = Literal["weakness", "swelling", "redness", "numbness"]
SIGNS: tuple[SpokenOf, ...] = get_args(SpokenOf)


@cache
def _patterns() -> tuple[tuple[SpokenOf, "re.Pattern[str]"], ...]:
    return tuple((sign, pattern_of(f"sign of {sign}")) for sign in SIGNS)


def signs_in(text: str) -> set[SpokenOf]:
    """The warning signs of which a text holds a word; what it says of them only people can tell.

    >>> sorted(signs_in("calf red, ankle not swollen"))
    ['redness', 'swelling']
    """
    said = plain(text)
    return {sign for sign, pattern in _patterns() if pattern.search(said)}
