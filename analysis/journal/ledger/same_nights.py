"""The same night twice: the rows of every table that are about one night are settled together."""

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

from analysis.journal.entries import Entries, row_of, settle, where
from analysis.journal.ledger.night_rule import NO_DAY, Days
from analysis.journal.receipts import USED


def settle_same_nights(
    tables: Sequence[Entries], files: Sequence[int], keys: Sequence[Days], what: str = "night"
) -> None:
    """Marks every row that repeats or contradicts another one of its night as duplicate or rejected.

    Identical rows are duplicates, rows that add to each other are both used. Of rows that contradict each
    other the later ``recorded_at`` counts, else the later file, else the larger number of cramps, else the
    fuller row.
    """
    if not tables:
        return
    every_key = np.concatenate(
        [
            np.where(entries.draft.status == USED, key, NO_DAY)
            for entries, key in zip(tables, keys, strict=True)
        ]
    )
    table_of = np.repeat(np.arange(len(tables)), [len(entries) for entries in tables])
    starts = np.cumsum([0, *(len(entries) for entries in tables)])
    order = np.argsort(every_key, kind="stable")
    ordered = every_key[order]
    first = (
        np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
        if len(ordered)
        else np.zeros(0, dtype=np.int64)
    )
    ends = np.r_[first[1:], len(ordered)]
    several = (ends - first > 1) & (ordered[first] != NO_DAY)
    for begin, end in zip(first[several].tolist(), ends[several].tolist(), strict=True):
        rows = [
            row_of(
                tables[table_of[position]],
                files[table_of[position]],
                int(position - starts[table_of[position]]),
            )
            for position in _without_copies(tables, starts, table_of, order[begin:end].tolist())
        ]
        settle(rows, what)


def _without_copies(
    tables: Sequence[Entries],
    starts: npt.NDArray[np.int64],
    table_of: npt.NDArray[np.int64],
    places: list[int],
) -> list[int]:
    """The rows of one night without those that repeat another one of their table, cell for cell."""
    first: dict[Hashable, int] = {}
    kept = []
    for place in places:
        table = int(table_of[place])
        entries, at = tables[table], int(place - starts[table])
        content = (table, *(column[at] for column in entries.values.values()))
        if content in first:
            entries.draft.duplicate(at, f"the same as {where(entries, first[content])}")
        else:
            first[content] = at
            kept.append(place)
    return kept
