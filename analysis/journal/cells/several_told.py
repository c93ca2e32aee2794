"""Answers that tell of several cramps by marks, by place or by time, without one number for all of them.

| in the cell | cramps |
|---|---|
| "x x" | one a mark |
| "L x2", "left calf twice" | the number beside the place |
| "Lx2 Rx1" | their sum |
| "2 x 10 min each" | the number before the length |
| "1 at 2am, 2 at 4am" | the sum of the numbers before the times |
| "calf L 2 h, foot R 4 h" | one a place with its hour |
| "one each leg" | twice the number |
"""

import re

from analysis.journal.cells.beside_counts import besides_cramps
from analysis.journal.cells.times_of_day import BEFORE_CLOCK, CLOCK, HOUR_SURELY
from analysis.journal.cells.units import UNIT_OF_LENGTH
from analysis.journal.cells.values import Cell, vocabulary, words_found
from analysis.journal.cells.words import alternatives, pattern_of, words_of

_MARKS = re.compile(r"[x×✓✔*](?:[ ,;/&+]+[x×✓✔*]){1,11}")
_MARK = re.compile(r"[x×✓✔*]")
_NUMBERS = {name: int(number) for name, number in vocabulary("number").items() if 0 < float(number) < 13}
_OFTEN = {name: number for name, number in _NUMBERS.items() if name in words_of("how often in one word")}
_TIMES_BEHIND = alternatives(words_of("so many times"))
_PLACE_AND_OFTEN = re.compile(
    rf"([^\d,;&+/]{{1,40}}?) ?"
    rf"(?:[x×] ?(\d{{1,2}})|(\d{{1,2}}) ?(?:[x×]|{_TIMES_BEHIND})|({alternatives(_OFTEN)}))"
)
_PLACES = re.compile(r"[ ,;/&+]*([^\d,;&+/]{1,40}?) ?[x×] ?(\d{1,2})(?=[ ,;/&+]|$)")
_EACH = alternatives(words_of("each of two"))
_OF_A_LENGTH = re.compile(
    rf"(\d{{1,2}}) ?(?:[x×]|(?:{alternatives(words_of('before a length'))})) ?(?:ca\.? |~)?"
    rf"\d{{1,3}} ?{UNIT_OF_LENGTH}\.?(?: (?:{_EACH}))?"
)
_TIMES = re.compile(
    rf"(\d{{1,2}}|{alternatives(_NUMBERS)}) "
    rf"(?:{BEFORE_CLOCK}(?:{CLOCK})|{CLOCK}|{HOUR_SURELY}|(?:@|at) ?\d{{1,2}})"
)
_PIECES = re.compile(r" ?(?:[,;+&]|\b(?:and|und|et|y|e|en|och|og|i)\b) ?")
_AT_AN_HOUR = re.compile(rf"(.{{1,40}}?) (?:{BEFORE_CLOCK})?(?:{CLOCK}|\d{{1,2}} ?h)")
_ON_EACH = re.compile(
    rf"(\d{{1,2}}|{alternatives(_NUMBERS)}) (?:in |on |at |en |a |in |auf |an )?(?:{_EACH}) (.{{3,20}})"
)


def several_told(words: str) -> Cell | None:
    """How many cramps [count] the plain ``words`` of an answer tell of in one of these forms; None for
    another.

    >>> several_told("x x").value, several_told("left calf twice").value, several_told("2 x 10 min").value
    (2.0, 2.0, 2.0)
    >>> several_told("left calf") is None
    True
    """
    if _MARKS.fullmatch(words):
        return Cell(float(len(_MARK.findall(words))), True, "marks, counted")
    if found := _OF_A_LENGTH.fullmatch(words):
        return Cell(float(found[1]), True, "a number before a length; it counts the cramps")
    for told in (_at_places, _at_times, _at_hours, _on_each):
        if number := told(words):
            return Cell(float(number), True, "the cramps at each place or time were added up")
    return None


def _is_a_place(words: str) -> bool:
    """Whether words name a leg or muscle, and nothing that is not about a cramp."""
    if pattern_of("other cramps").search(words) or pattern_of("says no").search(words):
        return False
    placed, rest = besides_cramps(words)
    both = "both" in words_found("side", words)[0]
    return placed and not both and all(word in words_of("beside a cramp") for word in rest)


def _at_places(words: str) -> int:
    if (found := _PLACE_AND_OFTEN.fullmatch(words)) and _is_a_place(found[1]):
        return int(found[2] or found[3] or _OFTEN[found[4]])
    total, at = 0, 0
    while at < len(words):
        found = _PLACES.match(words, at)
        if found is None or not _is_a_place(found[1]):
            return 0
        total, at = total + int(found[2]), found.end()
    return total


def _at_times(words: str) -> int:
    pieces = [_TIMES.fullmatch(piece) for piece in _PIECES.split(words)]
    if len(pieces) < 2:
        return 0
    told = [_NUMBERS.get(found[1]) or int(found[1]) for found in pieces if found]
    return sum(told) if len(told) == len(pieces) else 0


def _at_hours(words: str) -> int:
    pieces = [_AT_AN_HOUR.fullmatch(piece) for piece in _PIECES.split(words)]
    several = len(pieces) > 1
    return len(pieces) if several and all(found and _is_a_place(found[1]) for found in pieces) else 0


def _on_each(words: str) -> int:
    found = _ON_EACH.fullmatch(words)
    if found is None:
        return 0
    leg = found[2] in ("leg", "side") or pattern_of("of the leg").search(found[2]) or _is_a_place(found[2])
    return 2 * (_NUMBERS.get(found[1]) or int(found[1])) if leg else 0
