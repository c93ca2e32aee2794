"""Answers in a column of cramps that are a code of its own: letters (A, B, C), rising marks (*, **)."""

import re
from collections.abc import Iterable

from analysis.journal.cells.values import plain, vocabulary

MINUS = frozenset({"-", "–", "—", "−"})
CIRCLES = frozenset({"○", "〇", "◯", "◎"})
_CROSSES = frozenset({"×", "✕", "✖"})
_EXES = frozenset({"x", "X"})
_ONE_LETTER = re.compile(r"\(?([^\W\d_])[.)]?")
# A tally of strokes counts, and so do ticks: "|||", "xxx", "✓✓". Pluses are how bad a cramp was, and dashes
# stand for nothing.
_MARKS = re.compile(r"([^\w\s|/?.,;:☆×+–—−✓✔☑-])\1{0,9}")
_TICK = "x"


def none_by_marks(texts: Iterable[str]) -> frozenset[str]:
    """The marks that say none in a column that answers by two of them: a minus where the others are pluses,
    and a cross where they are circles, as in Japan; none for any other column.
    """
    said = {text for text in texts if text}
    plus = {text for text in said if set(text) == {"+"}}
    if plus and said & MINUS and said <= plus | MINUS:
        return MINUS
    return _CROSSES if said & CIRCLES else frozenset()


def circles_that_say_nothing(texts: Iterable[str]) -> frozenset[str]:
    """The circles of a column without a cross, where an open one may as well be the none beside a filled one,
    and the letter x beside circles, which may be a tick as well as a cross.
    """
    said = set(texts)
    if not said & CIRCLES:
        return frozenset()
    return _EXES if said & _CROSSES else CIRCLES | _EXES


def coded_answers(texts: Iterable[str]) -> frozenset[str]:
    """Those of a column's answers that mean only what their writer agreed with himself.

    Single letters are a code where any of them is neither a yes or no nor a side, or is one that says so only
    beside its counterpart ("B" for both legs beside "L" or "R", "S" for sí beside "N"). A mark that is
    written once, twice and more often can be a number as well as a strength.
    """
    letters: dict[str, set[str]] = {}
    marks: dict[str, set[str]] = {}
    for text in {text for text in texts if 0 < len(text) <= _LONGEST}:
        words = plain(text)
        if found := _ONE_LETTER.fullmatch(words):
            letters.setdefault(found[1], set()).add(text)
        elif found := _MARKS.fullmatch(text.strip()):
            marks.setdefault(found[1], set()).add(text)
    coded = {text for letter in _of_a_code(set(letters)) for text in letters[letter]}
    for of_one in marks.values():
        if len({len(text.strip()) for text in of_one}) > 1:
            coded |= of_one
    return frozenset(coded)


def _of_a_code(letters: set[str]) -> set[str]:
    """Which of the single letters of a column say nothing that is known."""
    letters = letters - {_TICK}
    said, side = vocabulary("yes_no"), vocabulary("side")
    answers = {letter for letter in letters if letter in said}
    sides = {letter for letter in letters if letter in side}
    words = {letter for letter in answers | sides if not letter.isascii()}  # 無 and 右 are whole words
    if {said[letter] for letter in answers} != {"yes", "no"}:
        answers &= words
    if not {"left", "right"} <= {side[letter] for letter in sides}:
        sides &= words
    alone = {*_PLAIN_ALONE, *("b" if letters & {"l", "r"} else "")}
    if letters <= alone | answers | sides:
        return set()
    return letters - sides - words - (answers if answers <= _PLAIN_ALONE else set())


_PLAIN_ALONE = frozenset("lrynji")  # "I" is one of a tally
_LONGEST = 10  # characters of a code
