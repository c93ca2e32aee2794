"""Changes of a medicine that a diary tells without their night, without the other medicine, or as wrong."""

import numpy as np
import numpy.typing as npt

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


def note_undated_changes(entries: Entries, nights: npt.NDArray[np.int64], memory: Memory) -> None:
    """Says of each used row whose remark or medicines tell such a change what is missing; ``nights``: the
    night of each row."""
    for field in ("notes", "medication"):
        for plan in entries.plan.of(field)[:1]:
            told = [
                (at, night, text)
                for at, (night, text, status) in enumerate(
                    zip(
                        nights.tolist(),
                        entries.values.get(field, []),
                        entries.draft.status.tolist(),
                        strict=False,
                    )
                )
                if text and isinstance(text, str) and status == USED
            ]
            undated = telling_an_undated_change({each[1:] for each in told}, memory)
            left = all_left_open({text for _, _, text in told}, memory)
            for at, night, text in told if undated or left else ():
                if text in left:
                    problem, hint = _LEFT_OPEN[left[text]]
                elif (night, text) in undated:
                    problem, hint = _PROBLEM, _HINT
                else:
                    continue
                entries.draft.note(at, plan.named, problem, "set_aside", hint, text)
