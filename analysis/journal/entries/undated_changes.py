"""Changes of a medicine that a diary tells without their night, without the other medicine, or as wrong."""

from analysis.journal.entries.table import Entries
from analysis.journal.medicines import Memory, all_left_open, telling_an_undated_change
from analysis.journal.receipts import USED

_PROBLEM = "a change of a medicine is told here, its night is not"
_HINT = "write started or stopped on the row of the night of the change"
_LEFT_OPEN = {
    "exchange": (
        "a medicine was exchanged here, and for which one is not told; nothing was changed by it",
        "write both, such as: switched from simvastatin to atorvastatin 20 mg",
    ),
    "correction": (
        "this corrects what was told of a medicine elsewhere; nothing was changed by it",
        "mend the row that was wrong",
    ),
}


def note_undated_changes(entries: Entries, memory: Memory) -> None:
    """Says of each used row whose remark or medicines tell such a change what is missing."""
    for field in ("notes", "medication"):
        for plan in entries.plan.of(field)[:1]:
            texts = [
                text if isinstance(text, str) and status == USED else ""
                for text, status in zip(
                    entries.values.get(field, []), entries.draft.status.tolist(), strict=False
                )
            ]
            asked = dict.fromkeys(telling_an_undated_change({*texts}, memory), (_PROBLEM, _HINT))
            asked |= {text: _LEFT_OPEN[kind] for text, kind in all_left_open({*texts}, memory).items()}
            for at, text in enumerate(texts if asked else ()):
                if text in asked:
                    problem, hint = asked[text]
                    entries.draft.note(at, plan.named, problem, "set_aside", hint, text)
