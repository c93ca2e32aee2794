"""Which day "yesterday" in a heading means: the day before the entry was written."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.journal.entries import NO_MOMENT, Entries
from analysis.journal.ledger.night_rule import NO_DAY, Days

_EPOCH = pd.Timestamp(0)
_LONGEST = 2  # days from the date of an entry to its writing; what is written later was not yesterday


def yesterdays(entries: Entries, used: npt.NDArray[np.bool_], days: Days) -> Days:
    """The day before every used row was written, where it says when that was; else the day before its date.
    `NO_DAY` for a row that was written so much later that its yesterday is not known.
    """
    found = np.where(used & (days != NO_DAY), days - 1, NO_DAY)
    for at, written in enumerate(entries.column("recorded_at")):
        if written is None or found[at] == NO_DAY:
            continue
        day = (written.normalize() - _EPOCH).days
        found[at] = day - 1 if 0 <= day - days[at] <= _LONGEST else NO_DAY
    return found


def note_unknown_yesterdays(
    entries: Entries, name: str, keys: Sequence[int], used: npt.NDArray[np.bool_]
) -> None:
    """Lists the cells about a yesterday of which it is not known what day it was."""
    column = entries.plan.of(name)[0].named
    for at, (key, value) in enumerate(zip(keys, entries.values[name], strict=True)):
        if key == NO_DAY and value is not None and used[at] and entries.days[at] != NO_MOMENT:
            entries.draft.note(at, column, _NOT_KNOWN, "set_aside", _HINT)


_NOT_KNOWN = "this is about the day before it was written, which was not within two days of its date"
_HINT = "write it beside the date of its day"
