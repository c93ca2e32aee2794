"""Which numbers of a sentence count its cramps: a strength, a length or a day beside a cramp counts none."""

from collections.abc import Sequence

from analysis.journal.cells import pattern_of, words_of
from analysis.journal.exports.settled_lines import TOKEN, number_of

CRAMP, CRAMPS = "cramp", "cramps"  # what stands for each word for one, or for several


def all_count(words: str) -> bool:
    """Whether every number of plain words, with their words for cramps as "cramp" and "cramps", stands where
    it counts them: before them, behind a word for several, or with a word for how often.

    >>> [all_count(words) for words in ("2 bad cramp", "cramps 3", "cramp x2", "cramp twice", "day 2 cramp")]
    [True, True, True, True, False]
    >>> [all_count(words) for words in ("cramp for 5", "cramp in bed 7", "cramp 6", "cramps in bed 7")]
    [False, False, False, False]
    """
    for kind in ("the past night", "during a night"):
        words = pattern_of(kind).sub(" ", words)
    tokens = TOKEN.findall(words)
    return all(_counts(tokens, at) for at, token in enumerate(tokens) if number_of(token) is not None)


def is_of_something_else(before: str) -> bool:
    """Whether a word before a number says that it is a length, a day or a level: "for", "day"."""
    return before in words_of("before another number")


def _counts(tokens: Sequence[str], at: int) -> bool:
    token, before = tokens[at], tokens[at - 1] if at else ""
    behind = [word for word in tokens[at + 1 :] if word != "of"]
    often = "x" in token and any(map(str.isdecimal, token))
    if often or before == "x" or token in words_of("how often in one word"):
        return True
    if behind and (behind[0] == "x" or behind[0] in words_of("behind a number of cramps")):
        return True
    if is_of_something_else(before):
        return False
    return before == CRAMPS or CRAMP in behind or CRAMPS in behind
