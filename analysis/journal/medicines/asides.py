"""What is said of another medicine in brackets, behind a dash or behind a "but" stands for itself.

"amlodipine 5 mg (atorvastatin withdrawn)" takes the one and ends the other; "Lipitor (stopped)" is of one.
"""

import re

from analysis.journal.cells import late_pattern, plain, vocabulary
from analysis.journal.medicines.classes import read_medicine_list
from analysis.journal.medicines.doses import any_of
from analysis.journal.medicines.names import Memory

_BRACKET = late_pattern(r"[(\[]([^()\[\]]{3,80})[)\]]")
_DASH = late_pattern(r" [-–—] ")
_SAYS = late_pattern(
    any_of([*vocabulary("change"), *vocabulary("not taken"), *vocabulary("not taken at an end")])
)
_NO = any_of(vocabulary("not taken at an end"))
_BUT_NO = late_pattern(rf"[,;]? {any_of(vocabulary('but before a no'))} (?={_NO})", re.IGNORECASE)


def asides_apart(text: str, memory: Memory) -> str:
    """The text with a semicolon where something is said of another medicine than the one before it."""
    text = _BUT_NO.sub("; ", text)
    text = _BRACKET.sub(lambda aside: _bracket_apart(text, aside, memory), text)
    return _DASH.sub(lambda dash: _dash_apart(text, dash, memory), text)


def _bracket_apart(text: str, aside: re.Match[str], memory: Memory) -> str:
    before = text[: aside.start()].rpartition(";")[2]
    return f"; {aside[1]}; " if _of_another(before, aside[1], memory) else aside[0]


def _dash_apart(text: str, dash: re.Match[str], memory: Memory) -> str:
    before, behind = text[: dash.start()].rpartition(";")[2], text[dash.end() :].partition(";")[0]
    return "; " if _of_another(before, behind, memory) else dash[0]


def _of_another(before: str, words: str, memory: Memory) -> bool:
    """Whether words, or those before them, tell of a change or a "no", and each of a medicine of its own."""
    if not _SAYS.search(plain(f"{before} {words}")):
        return False
    named, earlier = (
        {one.generic for one in read_medicine_list(_SAYS.sub(" ", plain(text)), memory)} - {None}
        for text in (words, before)
    )
    return bool(named) and bool(earlier) and not named & earlier
