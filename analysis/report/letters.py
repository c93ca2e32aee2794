"""Which letters the page can print: its own font's, those of the system's, and what replaces the rest."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Noto Sans"
REPLACEMENT = "\ufffd"
_BREAKS = re.compile(r"[^\S\u00a0]+")


def printable(text: str) -> str:
    """``text`` on one line, without the control characters that no font has; a space that does not break
    stays."""
    shown = "".join(
        letter if unicodedata.category(letter) not in ("Cc", "Cs", "Cn", "Co") else " " for letter in text
    )
    return _BREAKS.sub(" ", shown).strip()


def foreign_letters(texts: Iterable[str]) -> set[str]:
    """The letters that the page's own font does not have."""
    return {letter for letter in set().union(*map(set, texts)) if not _has(letter)}


def alike(letter: str, letters: Iterable[str]) -> set[str]:
    """The letters of the same script as ``letter``: a font that lacks one mostly lacks them all."""
    script = _script(letter)
    return {each for each in letters if _script(each) == script} | {letter}


def missing_letter(message: str) -> str | None:
    """The letter that typst says it cannot print; None where its message says something else."""
    found = re.search(r'the text `"(.+?)"` could not be displayed', message, re.DOTALL)
    if found is None:
        return None
    escaped = re.fullmatch(r"\\u\{([0-9a-f]+)\}", found[1])
    return chr(int(escaped[1], 16)) if escaped else found[1]


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0].partition("-")[0]


def _has(letter: str) -> bool:
    starts, ends = _coverage()
    place = bisect_right(starts, ord(letter)) - 1
    return place >= 0 and ord(letter) <= ends[place]


@cache
def _coverage() -> tuple[list[int], list[int]]:
    """First and last code points of the stretches that the font has."""
    lines = (FONTS / "coverage.txt").read_text(encoding="ascii").split()
    pairs = [tuple(int(end, 16) for end in line.split("-")) for line in lines]
    return [first for first, _ in pairs], [last for _, last in pairs]
