"""The windows on both sides of a change, and what else could lie behind a difference between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.measures.arms import refused_arms
from analysis.measures.refusals import Reason
from analysis.measures.windows import Bools, Nights

Caveat = Literal[
    "overlapping_change", "after_a_bad_spell", "season", "logging_changed", "few_nights", "same_night_change"
]


@dataclass(frozen=True)
class Windows:
    """Places in the ledger: before is [before, change), after is [after, end). Both are cut to the
    ledger; ``end_without_the_ledger`` is where after ends once enough nights have passed. ``cut_before`` and
    ``cut_after``: by another change. ``between``: another change lies between the first and the last step of
    a course."""

    before: int
    change: int
    after: int
    end: int
    end_without_the_ledger: int
    cut_before: bool
    cut_after: bool
    same_night: bool
    between: bool = False


def change_windows(
    places: Sequence[int],
    change: int,
    last: int,
    most_nights: int,
    washout: int,
    steps: Sequence[int] = (),
) -> Windows:
    """The windows of the change at a place among the changes at ``places``, up to ``most_nights`` nights on
    each side.

    Both are cut at the next change of any medicine; the ``washout`` nights after any change belong to
    neither. ``steps``: the places of all steps of a course, which is compared as one change; the nights
    between them belong to neither side.
    """
    steps = steps or (change,)
    others = list(places)
    for own in steps:
        others.remove(own)
    until = max(steps)
    earlier = max((place for place in others if place < change), default=None)
    later = min((place for place in others if place > until), default=None)
    first = change - most_nights
    begin = first if earlier is None else max(first, earlier + washout)
    stop = until + washout + most_nights
    end = stop if later is None else min(stop, later)
    return Windows(
        before=max(begin, 0),
        change=change,
        after=until + washout,
        end=min(end, last),
        end_without_the_ledger=end,
        cut_before=earlier is not None and earlier + washout > first,
        cut_after=later is not None and later < stop,
        same_night=change in others or until in others,
        between=any(change < place < until for place in others),
    )


def refused_windows(
    nights: Nights, windows: Windows, before: Bools, after: Bools, *, least_nights: int, least_cramps: int
) -> tuple[Reason | None, int | None]:
    """Why the two windows cannot be compared; how many more logged nights they need, only where further
    nights can still come."""
    if nights.rates_refused is None and not 0 <= windows.change < len(nights.dates):
        return "outside_the_nights", None
    reason, needed = refused_arms(nights, after, before, least_logged=least_nights, least_cramps=least_cramps)
    if reason != "too_few_nights":
        return reason, needed
    if nights.rate(before).nights < least_nights:
        if before.sum() >= least_nights:
            return "too_few_nights", None
        return "previous_change_too_near" if windows.cut_before else "too_few_nights_before", None
    to_come = max(windows.end_without_the_ledger - max(windows.after, len(nights.dates)), 0)
    if nights.rate(after).nights + to_come >= least_nights:
        return reason, needed
    if windows.cut_after and after.sum() + to_come < least_nights:
        return "next_change_too_near", None
    return "too_few_nights", None


def caveats(
    nights: Nights,
    windows: Windows,
    before: Bools,
    after: Bools,
    season: float | None,
    *,
    few_nights: int = 28,
    spell: int = 28,
    bad_spell: float = 1.5,
    season_matters: float = 1.1,
    logging_differs: float = 0.2,
) -> tuple[Caveat, ...]:
    """What else could lie behind a difference, by name.

    few_nights : logged nights on either side below which there are few; the four weeks of the trials.
        [nights]
    spell, bad_spell : the rate of the last ``spell`` nights before the change, over that of the journal's
        other nights, from which it is a bad spell. Half as many again: a month like that is common in
        clustered journals, and a fall of half or more follows it by chance in 20 to 49 % of them (simulated).
        [nights], [-]
    season_matters : ratio from the published season curve, either way. [-]
    logging_differs : between the shares of nights logged before and after. [-]
    """
    named: list[Caveat] = []
    if windows.same_night:
        named.append("same_night_change")
    if windows.cut_before or windows.cut_after or windows.between:
        named.append("overlapping_change")
    recent = nights.within(windows.change - spell, windows.change)
    others = nights.rate(~recent & ~nights.within(windows.change, windows.end))
    just_before = nights.rate(recent)
    if (
        just_before.per_week is not None
        and others.per_week is not None
        and min(others.nights, just_before.nights * 2) >= spell
        and just_before.per_week > bad_spell * others.per_week
    ):
        named.append("after_a_bad_spell")
    if season is not None and max(season, 1 / season) >= season_matters:
        named.append("season")
    shares = [nights.logged[arm].mean() for arm in (before, after) if arm.any()]
    if len(shares) == 2 and abs(shares[0] - shares[1]) >= logging_differs:
        named.append("logging_changed")
    if min(nights.rate(before).nights, nights.rate(after).nights) < few_nights:
        named.append("few_nights")
    return tuple(named)
