"""A column about cramps that was computed from the others, and so says "no" where they are empty."""

from collections.abc import Sequence
from typing import Any

from analysis.journal.columns import Plan
from analysis.journal.receipts import Draft
from analysis.journal.tables import could_be_date, heading

Source = tuple[Plan, list[Any]]  # a column that says of each row how many cramps it has, or whether any


def without_derived(sources: Sequence[Source], draft: Draft) -> Sequence[Source]:
    """The ``sources``, and of one that only repeats the others nothing where these are empty: its "no" or 0
    was filled down with a formula, and nobody wrote it of that night.

    It repeats them where it stands behind them and in every row, agrees with them wherever one is filled,
    and they say 0 themselves where there was none: a person who writes a number only beside a yes leaves no
    0. In a row in which anything else is written, and before the numbers, the no may be the person's answer.
    """
    kept = list(sources)
    for at, (plan, values) in enumerate(sources):
        others = [source for place, source in enumerate(kept) if place != at]
        told = [_sum(cells) for cells in zip(*(beside for _, beside in others), strict=True)]
        behind = bool(others) and all(plan.position > other.position for other, _ in others)
        if not behind or not _repeats(values, told):
            continue
        bare = _rows_without_more(plan.position, told, draft)
        if any(bare):
            emptied = [None if alone else own for own, alone in zip(values, bare, strict=True)]
            kept[at] = (plan, emptied)
            draft.note(None, plan.named, _FILLED_DOWN, "assumed", "write 0 where there was none")
    return kept


def _rows_without_more(own: int, told: Sequence[Any], draft: Draft) -> list[bool]:
    """Of each row whether the column at ``own`` says all of it, beside what the night is called."""
    if draft.table is None:
        return [False] * len(told)
    fields = [set(heading(header).fields[:1]) for header in draft.table.headers]
    more = [at for at, found in enumerate(fields) if at != own and not found & _NAMES_THE_NIGHT]
    return [
        beside is None and not any(row[at] and not could_be_date(row[at]) for at in more)
        for beside, row in zip(told, draft.table.rows, strict=True)
    ]


_NAMES_THE_NIGHT = frozenset({"night", "weekday"})
_FILLED_DOWN = (
    "it repeats another column in every row, and its none where that one is empty is no answer; those nights "
    "are not logged by it"
)


def _repeats(values: Sequence[Any], told: Sequence[Any]) -> bool:
    pairs = list(zip(values, told, strict=True))
    beside = [(own, other) for own, other in pairs if other is not None]
    alone = [own for own, other in pairs if other is None]
    says_none = any(other == 0 for _, other in beside)
    says_some = any(other for _, other in beside)
    agree = all(own in (other, float(other > 0)) for own, other in beside if own is not None)
    whole = all(own is not None for own, _ in pairs)
    return whole and agree and says_none and says_some and bool(alone) and all(own == 0 for own in alone)


def _sum(cells: Sequence[Any]) -> Any:
    told = [cell for cell in cells if cell is not None]
    return sum(told) if told else None
