"""A column about cramps that was computed from the others, and so says "no" where they are empty."""

from collections.abc import Sequence
from typing import Any

from analysis.journal.columns import Plan
from analysis.journal.receipts import Draft

Source = tuple[Plan, list[Any]]  # a column that says of each row how many cramps it has, or whether any


def without_derived(sources: Sequence[Source], draft: Draft) -> Sequence[Source]:
    """The ``sources``, and of one that only repeats the others nothing where these are empty: its "no" or 0
    was filled down with a formula, and nobody wrote it of that night.

    It repeats them where it stands in every row, agrees with them wherever one is filled, and they say 0
    themselves where there was none: a person who writes a number only beside a yes leaves no 0.
    """
    kept = list(sources)
    for at, (plan, values) in enumerate(sources):
        others = [other for place, (_, other) in enumerate(kept) if place != at]
        told = [_sum(cells) for cells in zip(*others, strict=True)]
        if others and _repeats(values, told):
            emptied = [None if beside is None else own for own, beside in zip(values, told, strict=True)]
            kept[at] = (plan, emptied)
            draft.note(None, plan.named, _FILLED_DOWN, "assumed", "write 0 where there was none")
    return kept


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
