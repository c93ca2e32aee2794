"""A line of few words: names that give way, lists that end in a number, and the fullest form that fits."""

import re
from collections.abc import Sequence
from itertools import product

from analysis.words.speech import Anchor, Sentence, count, listing

MOST_WORDS = 20
MOST_WORDS_OF_ONE = 6  # of a name in a list
_WORD = re.compile(r"\S*\w\S*")
_NAME_WORDS, _NAME_LETTERS = 3, 40


def number_of_words(text: str) -> int:
    """Words and numbers, without the signs that stand alone.

    >>> number_of_words("25 to 80 % fewer")
    4
    """
    return len(_WORD.findall(text))


def shortened(name: str, most: int = _NAME_WORDS) -> str:
    """A name as written, in at most ``most`` words and 40 letters; no word is cut but one that is longer.

    >>> shortened("a magnesium powder from the market")
    'a magnesium powder…'
    """
    said = name.split()
    cut = " ".join(said[:most])
    if len(said) <= most and len(cut) <= _NAME_LETTERS:
        return name
    if len(cut) > _NAME_LETTERS:
        whole = cut[: _NAME_LETTERS + 1].rpartition(" ")[0]
        cut = whole or cut[:_NAME_LETTERS]
    return f"{cut.rstrip(',;:')}…"


def listed(names: Sequence[str], room: int) -> str:
    """As many of the names as go into ``room`` words, each of few words, then the number of the others."""
    names = [shortened(name, MOST_WORDS_OF_ONE) for name in names]
    for shown in range(len(names), 0, -1):
        others = len(names) - shown
        said = listing([*names[:shown], *([count(others, "other")] if others else [])])
        if number_of_words(said) <= room:
            return said
    return count(len(names), "question")


def first_that_fits(
    leads: Sequence[str], rests: Sequence[str], anchor: Anchor, bare: str = "", most: int = MOST_WORDS
) -> Sentence:
    """The fullest rest with the fullest lead that fits; with the ``bare`` lead, if any, where none does."""
    pairs = [(lead, rest) for rest, lead in product(rests, leads)]
    pairs += [(bare, rest) for rest in rests if bare]
    fits = (pair for pair in pairs if number_of_words(" ".join(pair)) <= most)
    lead, rest = next(fits, pairs[-1])
    return Sentence(lead, rest, anchor)
