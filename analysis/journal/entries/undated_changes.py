"""Changes of a medicine that a diary tells without their night, without the other medicine, or as wrong."""

import numpy as np
import numpy.typing as npt

from analysis.journal.entries.table import Entries
from analysis.journal.medicines import Memory, all_left_open, telling_an_undated_change, together
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


def note_undated_changes(entries: Entries, nights: npt.NDArray[np.int64], memory: Memory) -> None:
    """Says of each used row whose remark or medicines tell such a change what is missing; ``nights``: the
    night of each row."""
    status = entries.draft.status.tolist()
    for field in ("notes", "medication"):
        values = entries.values.get(field, [])
        for plan in entries.plan.of(field)[:1]:
            told = [
                (at, text)
                for at, text in enumerate(values)
                if text and isinstance(text, str) and status[at] == USED
            ]
            texts = {text for _, text in told}
            of_all = together(texts)
            undated = telling_an_undated_change(
                ((int(nights[at]), text) for at, text in told), of_all, memory
            )
            left = all_left_open(texts, of_all, memory)
            for at, text in told if undated or left else ():
                if text in left:
                    problem, hint = _LEFT_OPEN[left[text]]
                elif (int(nights[at]), text) in undated:
                    problem, hint = _PROBLEM, _HINT
                else:
                    continue
                entries.draft.note(at, plan.named, problem, "set_aside", hint, text)
