"""A scale whose steps a heading spells out: "0 = none, 1 = mild, 2 = strong", or "none/mild/severe"."""

import re

from analysis.journal.cells import plain, vocabulary

_ENDS = re.compile(r"\b([01]) ?= ?[^\d]{1,40}?\b(100|10|5|4|3) ?=")
_NUMBER_FIRST = re.compile(r"\b(\d{1,3}) ?[=:\-–]? ?([^\W\d_][^\d=,;/|()\[\]–-]{0,30})")
_WORD_FIRST = re.compile(r"([^\W\d_][^\d=,;/|()\[\]:–-]{0,30}?) ?[=:] ?(\d{1,3})\b")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{5,80})[)\]]")
_BETWEEN = re.compile(r" ?[/,;|<>–-]+ ?")
_LONGEST = 200  # characters
_HIGHEST = 100
_FEWEST_WORDS = 3


def spelt_scale(header: str) -> str | None:
    """The scale as a unit ("0-3"), where the numbers in a heading are given names of strength, or where names
    of strength alone stand in its bracket; None for all else, such as "1 = once, 2 = twice"."""
    text = plain(header[:_LONGEST])
    steps = [(int(number), word) for number, word in _NUMBER_FIRST.findall(text)]
    the_other_way = [(int(number), word) for word, number in _WORD_FIRST.findall(text)]
    steps = max(steps, the_other_way, key=len)
    strong = [number for number, word in steps if _strength(word)]
    if len(steps) > 1 and strong and min(steps)[0] <= 1 < max(steps)[0] <= _HIGHEST:
        return f"{min(steps)[0]}-{max(steps)[0]}"
    if ends := _ENDS.search(text):
        return f"{ends[1]}-{ends[2]}"
    for bracket in _BRACKET.findall(text):
        found = [vocabulary("scale").get(word) for word in _BETWEEN.split(bracket.strip())]
        values = [float(value) for value in found if value is not None]
        if len(values) == len(found) >= _FEWEST_WORDS and values == sorted(set(values)):
            return f"0-{len(values) - 1}" if values[0] == 0 else f"1-{len(values)}"
    return None


def _strength(words: str) -> bool:
    return float(vocabulary("scale").get(words.strip(), 0)) > 0
