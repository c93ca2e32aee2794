"""How many cramps each logged night had, by all diaries and logs together."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from analysis.journal.entries import (
    Entries,
    Row,
    row_of,
)
from analysis.journal.ledger import (
    CRAMP_FIELDS,
    NO_DAY,
    Cramp,
    Days,
    Logged,
    combine,
    cramps_of_diary,
)
from analysis.journal.receipts import DUPLICATE, USED


def answers_not_understood(entries: Entries) -> int:
    """The answers of a diary or a log that were not understood, also at its ends, where they reach none."""
    status = entries.draft.status
    return sum(bool(status[at] != DUPLICATE) for at in entries.not_understood)


def count_nights(
    dated: Sequence[tuple[int, Entries, Days, Days]],
    of_logs: Logged,
) -> tuple[dict[int, float], dict[int, list[Cramp]], bool, bool]:
    """The count of every logged night, its cramps, whether any entry says none, and whether an entry leaves
    it open.
    """
    logged, none = of_logs.cramps, of_logs.none
    counts: dict[int, float] = dict.fromkeys(none, 0.0)
    told_at: list[npt.NDArray[np.intp]] = []
    said_none = bool(none)
    open_nights = set(of_logs.blank)
    half_told = False
    for _, entries, nights, _ in dated:
        is_used = (entries.draft.status == USED) & (nights != NO_DAY)
        told = np.asarray(entries.column("cramps"), dtype=np.float64)
        # A row about medicines or the day says nothing of the nights beside it.
        if any(entries.plan.of(name) for name in ("cramps", *CRAMP_FIELDS, "onset")):
            open_nights.update(nights[is_used & np.isnan(told)].tolist())
        half_told |= any(is_used[at] and np.isnan(told[at]) for at in entries.half_told)
        says_none = is_used & (told == 0)
        said_none |= bool(says_none.any())
        only_here = says_none & ~np.isin(nights, list(logged)) if logged else says_none
        counts |= dict.fromkeys(nights[only_here].tolist(), 0.0)
        told_at.append(np.flatnonzero(is_used & ~np.isnan(told) & ~only_here))
    often = Counter(logged.keys())
    for (_, _, nights, _), at_rows in zip(dated, told_at, strict=True):
        often.update(nights[at_rows].tolist())
    rows: dict[int, list[Row]] = defaultdict(list)
    alone: dict[int, list[Cramp]] = {}
    for (file, entries, nights, _), at_rows in zip(dated, told_at, strict=True):
        only: list[tuple[int, int]] = []
        of_rows = entries.column("cramps")
        for at, night in zip(at_rows.tolist(), nights[at_rows].tolist(), strict=True):
            if often[night] == 1:
                only.append((night, at))
                counts[night] = of_rows[at]
            else:
                rows[night].append(row_of(entries, file, at))
        alone |= cramps_of_diary(entries, only) if only else {}
    cramps, of_cramps = combine(rows, logged)
    cramps |= alone
    counts |= of_cramps
    if said_none or not counts:
        return counts, cramps, said_none, False
    first, last = min(counts), max(counts)
    # Who wrote a 0 for one leg writes none, at whatever end of the journal it stands.
    is_open = half_told or any(first < night < last and night not in counts for night in open_nights)
    return counts, cramps, False, is_open


def note_blank(dated: Sequence[tuple[int, Entries, Days, Days]], counts: Mapping[int, float]) -> None:
    """Says of every diary what was taken as not logged where no night is without a cramp. ``counts`` are
    those of the logged nights.
    """
    for _, entries, nights, _ in dated:
        if not any(entries.plan.of(name) for name in ("cramps", *CRAMP_FIELDS, "onset")):
            continue
        told = np.asarray(entries.column("cramps"), dtype=np.float64)
        is_used = (entries.draft.status == USED) & (nights != NO_DAY)
        is_open = is_used & np.isnan(told) & ~np.isin(nights, list(counts))
        open_rows = set(np.flatnonzero(is_open).tolist())
        if not open_rows:
            continue
        what, hint = _HALF, _IF_HALF
        if open_rows - entries.not_understood - entries.half_told:
            what, hint = _EMPTY, _IF_EMPTY
        elif open_rows & entries.not_understood:
            what, hint = _UNCLEAR, _IF_UNCLEAR
        entries.draft.note(
            None,
            None,
            f"no night says plainly that there was no cramp; {what} was taken as not logged",
            "assumed",
            hint=hint,
        )


_EMPTY, _UNCLEAR = "an empty cell", "an answer that was not understood"
_HALF = "a 0 that tells of a part of the night alone"
_IF_UNCLEAR = "say what the answers mean that were not understood"
_IF_HALF = "write the number of cramps of every leg, 0 for none"
_IF_EMPTY = "if an empty cell means no cramp, count nights without entry as cramp-free"
