"""Two of what a person has two of: "two calves" are both, and the French "deux" is a number elsewhere."""

import re
from functools import cache

from analysis.journal.cells.cramp_words import CRAMP
from analysis.journal.cells.values import vocabulary
from analysis.journal.cells.words import alternatives, words_of

_TWO_ALONE = re.compile(r"(?<!les )(?<!aux )(?<!des )(?<!mes )\bdeux\b")


@cache
def _both_of_a_pair() -> re.Pattern[str]:
    two = [word for word, number in vocabulary("number").items() if number == "2"]
    numbers = alternatives(two)
    pair = "|".join(map(re.escape, words_of("two of a person")))
    return re.compile(rf"\b(?:{numbers}|2) (?=(?:{pair})\b(?![ -]{CRAMP}))")


def with_pairs(words: str) -> str:
    """Plain words with two calves or legs as both of them: one cramp may have been in both ("deux mollets",
    "2 legs"), where they are not the cramps that are counted ("2 leg cramps"); and with any other "deux" as
    2: "deux crampes", not "les deux". Beside another number two stays a number.
    """
    if any(map(str.isdecimal, words.replace("2", "", 1))):
        return _TWO_ALONE.sub("2", words)
    return _TWO_ALONE.sub("2", _both_of_a_pair().sub("both ", words))
