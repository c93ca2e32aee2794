"""Columns of a diary that tick a medicine on the nights on which it was taken, and stay blank on others."""

from collections.abc import Sequence
from typing import Any

from analysis.journal.cells import plain
from analysis.journal.columns import Plan, ReadAs, said_of_medicine
from analysis.journal.entries.table import Entries
from analysis.journal.medicines import TAKEN_AT_LEAST

_BLANK = "a blank beside ticks is read as not taken, on the nights that say whether there were cramps"
_HINT = "write yes and no, if a blank can mean that nobody noted it"


def answer_blanks(entries: Entries, texts: Sequence[Sequence[str]]) -> None:
    """Says "not taken" for the blanks of each column named after a medicine under which one and the same tick
    is all that is ever written, on the nights with an answer about cramps.
    """
    columns = entries.columns.get("medication", [])
    if not columns:
        return
    answers = [values for _, values in entries.columns.get("cramps", ())]
    answered = [any(value is not None for value in row) for row in zip(*answers, strict=True)]
    for at, (plan, values) in enumerate(columns):
        if answered and _only_ticks(plan, texts[plan.position], values):
            no = said_of_medicine(plan, "no")
            told = zip(values, answered, strict=True)
            found: list[Any] = [no if value is None and said else value for value, said in told]
            if found != values:
                entries.draft.note(None, plan.named, _BLANK, "assumed", _HINT)
                columns[at] = (plan, found)


def _only_ticks(plan: Plan, texts: Sequence[str], values: Sequence[Any]) -> bool:
    written = {plain(text) for text in texts if text.strip()}
    taken = sum(value is not None for value in values)
    named_and_taken = plan.why == ReadAs.NAMED_AFTER_ONE and taken >= TAKEN_AT_LEAST
    return (
        named_and_taken
        and len(written) == 1
        and said_of_medicine(plan, written.pop()) == (said_of_medicine(plan, "yes"))
    )
