"""Changes of a medicine that a diary tells as earlier ones, without their night."""

from analysis.journal.entries.table import Entries
from analysis.journal.medicines import Memory, telling_an_undated_change
from analysis.journal.receipts import USED

_PROBLEM = "a change of a medicine is told here, its night is not"
_HINT = "write started or stopped on the row of the night of the change"


def note_undated_changes(entries: Entries, memory: Memory) -> None:
    """Says of each used row whose remark or medicines tell such a change that it has no night."""
    for field in ("notes", "medication"):
        for plan in entries.plan.of(field)[:1]:
            texts = [
                text if isinstance(text, str) and status == USED else ""
                for text, status in zip(
                    entries.values.get(field, []), entries.draft.status.tolist(), strict=False
                )
            ]
            telling = telling_an_undated_change({*texts}, memory)
            for at, text in enumerate(texts if telling else ()):
                if text in telling:
                    entries.draft.note(at, plan.named, _PROBLEM, "set_aside", _HINT, text)
