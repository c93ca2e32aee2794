"""Whether an answer says that there was no cramp: the word for none has to belong to the cramps."""

import re

from analysis.journal.cells.beside_counts import UNKNOWN
from analysis.journal.cells.cramp_words import CRAMP_TOLD
from analysis.journal.cells.words import pattern_of, words_of

_SHORT_NOT = re.compile(r"n't\b")
BUT = re.compile(r"\b(?:but|except|aber|mais|pero|maar)\b")
_CRAMP, _APART = "<cramp>", ","
_TOKENS = re.compile(rf"{_CRAMP}|[^\W_]+|[,;.:!–—、。]| - ")


def negations_apart(words: str) -> str:
    """Plain words with "n't" as the word that it is: "did not"."""
    return _SHORT_NOT.sub(" not", words)


def says_none(words: str) -> bool:
    """Whether an answer says that there was none, and of nothing else that it was missing: "no leg cramps at
    all", but not "no relief from cramps" and not "cramp, no sleep".
    """
    words = _without_restlessness(words)
    if UNKNOWN.search(words) or BUT.search(words) or pattern_of("other cramps").search(words):
        return False
    if pattern_of("not one's own cramp").search(words):
        return False
    if words.endswith("?"):
        return False
    rest = pattern_of("free of cramps").sub(" 0 ", negations_apart(words))
    for kind in ("the past night", "during a night", "having"):
        rest = pattern_of(kind).sub(" ", rest)
    tokens = [
        token if token == _CRAMP or token.isalnum() else _APART
        for token in _TOKENS.findall(CRAMP_TOLD.sub(f" {_CRAMP} ", rest))
    ]
    none = {"0", "intet", *words_of("says there was none")}
    if none.isdisjoint(tokens) or not none.union(words_of("beside none"), (_CRAMP, _APART)).issuperset(
        tokens
    ):
        return False
    cramps = [at for at, token in enumerate(tokens) if token == _CRAMP]
    if cramps:
        return all(_none_before(tokens[:at], none) or _none_behind(tokens[at + 1 :], none) for at in cramps)
    return any(token in none and not _negates_another(tokens[at:]) for at, token in enumerate(tokens))


def _without_restlessness(words: str) -> str:
    """The words without a "but" that tells of a bad night and of nothing that may have been a cramp."""
    before, but, behind = words.partition(next(iter(BUT.findall(words)), "\0"))
    if not but or not before.strip():
        return words
    told = set(re.findall(r"[^\W_]+", behind))
    return before.strip(" ,;.-") if told and told <= set(words_of("a bad night without cramps")) else words


def _none_before(tokens: list[str], none: set[str]) -> bool:
    """Whether the word for none before a cramp is its own: "no leg cramps", not "no good night, cramps"."""
    for token in reversed(tokens):
        if token in none:
            return True
        if token in (_CRAMP, _APART) or token in words_of("may be missing itself"):
            return False
    return False


def _none_behind(tokens: list[str], none: set[str]) -> bool:
    """Whether the word for none behind a cramp is its own: "cramps: none", but not "cramp, no sleep"."""
    for at, token in enumerate(tokens):
        if token in none:
            return not _negates_another(tokens[at:])
        if token == _CRAMP or token in words_of("may be missing itself"):
            return False
    return False


def _negates_another(tokens: list[str]) -> bool:
    """Whether the first word, one for none, denies what follows it: sleep, a good night, another cramp."""
    if tokens[0] in words_of("none by itself"):
        return False
    ending = tokens.index(_APART) if _APART in tokens else len(tokens)
    return any(token == _CRAMP or token in words_of("may be missing itself") for token in tokens[1:ending])
