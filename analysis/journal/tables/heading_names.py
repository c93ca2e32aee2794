"""Which field the words of a header name: the names of the dictionary, in any order, nearly or in full."""

import re
from functools import cache

from rapidfuzz import fuzz, process

from analysis.journal.cells import plain, words_of
from analysis.journal.fields import headers
from analysis.journal.tables.cramp_headings import compounds_apart, numbered

Meaning = tuple[tuple[str, ...], str]  # the fields, the likeliest first, and by what they were told

_TOKEN = re.compile(r"[^\W_]+")


@cache
def _names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for field in headers().values():
        for name in (field.name.replace("_", " "), *field.names):
            fields = found.setdefault(" ".join(_TOKEN.findall(plain(name))), [])
            if field.name not in fields:
                fields.append(field.name)
    return {name: tuple(fields) for name, fields in found.items()}


@cache
def _word_sets() -> dict[frozenset[str], tuple[str, ...]]:
    return {frozenset(name.split()): fields for name, fields in reversed(_names().items())}


def named_in(words: str, bare: str, text: str) -> Meaning:
    """What a header means as it stands, without its unit, without brackets, or without a cramp's number."""
    bracketless = re.sub(r"\([^()]{0,100}\)|\[[^\[\]]{0,100}\]", " ", capitals_apart(text))
    for candidate in (
        words,
        heading_tokens(capitals_apart(bare)),
        heading_tokens(bracketless),
        numbered(words)[0],
    ):
        fields, why = fields_named(candidate)
        if fields:
            return fields, why
    return (), ""


def fields_named(words: str) -> Meaning:
    """The fields that plain words name, the likeliest first, in any order and with what else asks for them
    ("how many … last night"); and by what.
    """
    if fields := _names().get(words):
        return fields, "its name"
    tokens = words.split()
    numbered = [token for token in tokens if not token.isdecimal()]
    kept = [token for token in numbered if token not in words_of("filler")]
    for candidate in (numbered, kept, [token for token in kept if token not in words_of("cramp")]):
        if not candidate:
            continue
        fields = _names().get(" ".join(candidate)) or _word_sets().get(frozenset(candidate))
        if fields:
            return fields, "the words in its name"
    return (), ""


def nearly_named(words: str) -> str | None:
    """The field whose name the words misspell, for a hint; None where none is near."""
    if len(words) < 4:
        return None
    found = process.extractOne(words, list(_names()), scorer=fuzz.ratio, score_cutoff=86)
    return _names()[found[0]][0] if found else None


def heading_tokens(text: str) -> str:
    """The words of a header, plain, with compounds of a cramp apart."""
    return compounds_apart(" ".join(_TOKEN.findall(plain(text))))


def capitals_apart(text: str) -> str:
    """Words that are only told apart by their capitals: TotalSteps."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text.replace("_", " "))
