"""A column of scores: one scale for all of them, which its header names or its numbers tell."""

import re
from collections.abc import Callable, Sequence

from analysis.journal.cells import Cell, bare_score, end_of_scale, read_scale
from analysis.journal.columns import Plan
from analysis.journal.receipts import Draft

SCALE_NOT_KNOWN = "scale_not_known"  # the code of scores whose scale nothing tells
_NAMED_SCALE = re.compile(r"[01]-\d{1,3}")
_ENOUGH_SCORES = 4  # different whole numbers up to 5
_WRITE_END = "write the end of the scale into the header, such as (0-{})"


def scale_reader(plan: Plan, texts: Sequence[str], draft: Draft) -> Callable[[str], Cell]:
    """Reads the scores of one column [0-10]. Without a scale in the header, all bare numbers of the column
    are on one scale, or none is read; words and scores with their own end ("4/10") are read either way.
    """
    unit = plan.heading.unit
    if unit and _NAMED_SCALE.fullmatch(unit):
        out_of = float(unit.split("-")[1])
        return lambda text: read_scale(text, out_of)
    bare = {text: score for text in set(texts) if (score := bare_score(text)) is not None}
    end = end_of_scale([bare[text] for text in texts if text in bare])
    if end == 100:
        problem = "most scores are above 10; all were read as scores out of 100"
        draft.note(None, plan.named, problem, "assumed", _WRITE_END.format(100))
    elif end is None:
        problem = "some scores are above 10 and others are not, so that their scale cannot be told"
        hint = _WRITE_END.format(100)
        draft.note(None, plan.named, f"{problem}; they are not used", "set_aside", hint, code=SCALE_NOT_KNOWN)
        unread = Cell(None, problem="a score of a scale that is not known", hint=hint, code=SCALE_NOT_KNOWN)
        return lambda text: unread if text in bare else read_scale(text)
    else:
        _note_short_scale(texts, plan, draft)
    return lambda text: read_scale(text, end)


def _note_short_scale(texts: Sequence[str], plan: Plan, draft: Draft) -> None:
    """Says so where a scale without an end in its header never goes beyond 5."""
    scores = {float(text) for text in texts if text.isdecimal() and len(text) < 3}
    if len(scores) >= _ENOUGH_SCORES and max(scores) <= 5:
        problem = "no score is above 5; they were read as scores out of 10"
        draft.note(None, plan.named, problem, "assumed", _WRITE_END.format(5))
