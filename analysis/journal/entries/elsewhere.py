"""Rows of a journal of leg cramps that name another part of the body."""

from collections.abc import Sequence

from analysis.journal.cells import plain
from analysis.journal.columns import is_elsewhere
from analysis.journal.entries.table import Entries
from analysis.journal.fields import dictionary
from analysis.journal.receipts import USED

_OF_A_CRAMP = {"cramps", *(field.name for field in dictionary().values() if field.table == "cramp")}
_ELSEWHERE = "the place is of another part of the body than the leg; "
_HINT = "write where in the leg it was, or leave the row as it is"


def leave_out_elsewhere(entries: Entries, texts: Sequence[Sequence[str]]) -> None:
    """Cramps of a hand, a neck or a belly are none of a leg: a row of a log that tells of one is rejected,
    and a night of a diary is not logged. Unless a person said that all are those of a leg.
    """
    if entries.plan.sure or entries.kind not in ("cramp log", "night diary"):
        return
    told = [values for name, values in entries.values.items() if name in _OF_A_CRAMP]
    for column in entries.plan.of("muscle"):
        cells = texts[column.position]
        elsewhere = {text for text in set(cells) if text and is_elsewhere(plain(text))}
        for at, text in enumerate(cells if elsewhere else ()):
            if text not in elsewhere or entries.draft.status[at] != USED:
                continue
            if entries.kind == "cramp log":
                entries.draft.reject(at, column.named, f"{_ELSEWHERE}the cramp is not counted", _HINT)
            elif any(values[at] for values in told):
                for values in told:
                    values[at] = None
                entries.not_understood.add(at)
                said = f"{_ELSEWHERE}whether the leg cramped is not known, and the night is not logged"
                entries.draft.note(at, column.named, said, "set_aside", _HINT)
