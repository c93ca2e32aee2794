"""Rows that have a date and nothing that stands anywhere in the journal."""

from analysis.journal.entries.table import Entries
from analysis.journal.receipts import USED

_NOTHING = "the row has a date and nothing else that is used"


def reject_empty_rows(entries: Entries) -> None:
    """Rejects the rows of days that say nothing of their day. A row of a diary leaves its night open, and is
    kept for that.
    """
    values = [column for name, column in entries.values.items() if name not in ("night", "recorded_at")]
    told = [any(column[at] is not None for column in values) for at in range(len(entries))]
    for at, says_something in enumerate(told):
        if not says_something and entries.draft.status[at] == USED:
            entries.draft.reject(at, None, _NOTHING)
