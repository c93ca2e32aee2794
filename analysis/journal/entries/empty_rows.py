"""Rows that have a date and nothing that stands anywhere in the journal."""

import numpy as np

from analysis.journal.entries.table import Entries
from analysis.journal.receipts import BLANK, USED

_NOTHING = "the row has a date and nothing else that is used"


def reject_empty_rows(entries: Entries) -> None:
    """Rejects the rows of days that say nothing of their day; those that hold a date alone are blank lines.
    A row of a diary leaves its night open, and is kept for that.
    """
    leave_out_blank_rows(entries)
    values = [column for name, column in entries.values.items() if name not in ("night", "recorded_at")]
    told = [any(column[at] is not None for column in values) for at in range(len(entries))]
    for at, says_something in enumerate(told):
        if not says_something and entries.draft.status[at] == USED:
            entries.draft.reject(at, None, _NOTHING)


def leave_out_blank_rows(entries: Entries) -> None:
    """Takes the rows in which nothing is written but the date, and what says it again, for blank lines."""
    table = entries.draft.table
    beside = [plan.position for plan in entries.plan.columns if plan.field not in OF_THE_DATE]
    if table is None or not beside:  # in a list of dates alone each is an entry
        return
    if any("" not in table.different(position) for position in beside):
        return
    blank = np.flatnonzero(entries.draft.status == USED).tolist()
    for position in beside:
        cells = table.column(position)
        blank = [at for at in blank if not cells[at]]
    entries.draft.status[blank] = BLANK


OF_THE_DATE = frozenset({"night", "weekday"})
