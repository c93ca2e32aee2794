"""Which old code page a text is written in: the one in which its words are known and its letters stand in
words.
"""

import re
from functools import cache

from analysis.journal.cells import plain
from analysis.journal.fields import headers
from analysis.journal.tables.headings import heading

# The first of equals counts.
CODE_PAGES = (
    "cp1252", "mac_roman", "cp850", "cp437", "cp1250", "cp1251", "shift_jis", "cp1254", "cp852", "cp1253",
    "koi8_r", "cp866", "euc_jp",
)  # fmt: skip
_SAMPLED = 20_000  # bytes
_HEADER_LINES = 8
_LONGEST_NAME = 200  # characters
_WORD = re.compile(r"[^\W\d_]+")
_CELLS = re.compile(r"[,;\t|\r\n]+")
# What people write beside letters: signs of currency, degrees, parts, quotation marks, dashes, accents.
_SIGNS = frozenset("€£§©®°±²³µ·¼½¾¡¿«»‘’‚“”„†•…–—™×÷ \u00a0、。（）：・")
_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@cache
def _known_words() -> frozenset[str]:
    return frozenset(word for field in headers().values() for name in field.names for word in name.split())


def old_code_page(content: bytes) -> str:
    """The code page of a text that is not UTF-8, by its opening."""
    sample = content[:_SAMPLED]
    if len(content) > _SAMPLED:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    best, best_score = CODE_PAGES[0], float("-inf")
    for page in CODE_PAGES:
        try:
            score = likeness(sample.decode(page))
        except UnicodeDecodeError:
            continue
        if score > best_score:
            best, best_score = page, score
    return best


def likeness(text: str) -> int:
    """How much the characters beyond ASCII look like those of a journal, in tenths: known names count most.
    In whole numbers, as the sum of fractions is another in another order of the words."""
    score = 0
    opening = " \n".join(text.splitlines()[:_HEADER_LINES])
    for cell in _CELLS.split(opening):
        named = any(len(word) > 1 and not word.isascii() for word in _WORD.findall(cell))
        if named and len(cell) <= _LONGEST_NAME and heading(cell.strip(' "')).fields:
            score += 100
    for word in set(_WORD.findall(text)):
        if not word.isascii() and len(word) > 1:
            score += 30 if plain(word) in _known_words() else -_oddness(word)
    strange = sum(not letter.isalpha() and letter not in _SIGNS for letter in text if letter > "\x7f")
    # A sign in the middle of a word is a letter of another page.
    return score - 10 * (strange + len(_SIGN_IN_WORD.findall(text)))


_SIGN_IN_WORD = re.compile(r"[a-z][^\W\d_]?[¿¹³¡£¥¼¾ªº±²·»«§©®¶†‡‰„…‹›“][a-z]", re.IGNORECASE)


def _oddness(word: str) -> int:
    """How little a word beyond ASCII looks like one, in tenths: small and large letters mixed, several
    alphabets, many accents on end.
    """
    if _ASIAN.search(word):
        return 0 if not any(letter < "\u0250" for letter in word) else 20
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in word)
    if cyrillic:
        # One letter alone among Latin ones is no word; a large letter after small ones is none either.
        return 20 if cyrillic < len(word) else 0 if word[1:].islower() or word.isupper() else 10
    odd = 0 if word.islower() or word.isupper() or word.istitle() else 10
    accents = sum(letter > "\x7f" for letter in word)
    return odd + (20 if accents > 2 and accents > len(word) / 2 else 2)
