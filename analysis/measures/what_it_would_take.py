"""How many nights this patient would have to log for a change to show, by the program's own rule."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from analysis.journal import Journal
from analysis.measures.futures import NoOutlook, outlook
from analysis.measures.reckoned import BLOCK, MOST_EACH_SIDE, Layout, reckoned_chance
from analysis.measures.season import Hemisphere
from analysis.measures.windows import nights_of


@dataclass(frozen=True)
class FallNeeded:
    """What gives an 80 % chance to show this ``fall`` (0.3 is 30 %): logged nights on each side of one
    change, None where it takes more than are compared, half a year; and logged nights in all, on and off by
    turns every two weeks, None beyond the limit. [nights]"""

    fall: float
    nights_each_side: int | None
    nights_by_turns: int | None = None


@dataclass(frozen=True)
class WhatItWouldTake:
    """``per_week``: the rate that falls [cramps/week]; ``limit``: beyond it no number is given [nights]."""

    per_week: float | None
    falls: tuple[FallNeeded, ...]
    limit: int
    verdict: Literal["estimated", "not_enough_data"]
    reason: str | None
    nights_needed: int | None


def what_it_would_take(
    journal: Journal,
    *,
    hemisphere: Hemisphere = "north",
    falls: Sequence[float] = (0.3, 0.5),
    power: float = 0.8,
    limit: int = 730,
    least_nights: int = 28,
    least_cramps: int = 5,
) -> WhatItWouldTake:
    """Logged nights for a fall of each size to show with a chance of ``power``, by the program's own rule:
    the model for changes, as the named question; as one step, and on and off by turns.

    falls : 50 % is the yardstick in use for a large change, 30 % about what quinine reached over placebo (28
        %, PMID 25842375). [-]
    limit : two years in all. [nights]
    hemisphere : for the season.
    least_nights, least_cramps : below them the journal's runs are not known well enough. [nights], [cramps]
    """
    nights = nights_of(journal)
    rate = nights.rate(np.ones(len(nights.dates), dtype=bool))
    reason, needed = nights.rates_refused, None
    if reason is None and rate.nights < least_nights:
        reason, needed = "too_few_nights", least_nights - rate.nights
    elif reason is None and rate.cramps < least_cramps:
        reason = "no_cramps" if rate.cramps == 0 else "too_few_cramps"
    if reason is not None:
        return WhatItWouldTake(rate.per_week, (), limit, "not_enough_data", reason, needed)
    found = outlook(journal, nights.night(-1), hemisphere=hemisphere)
    if isinstance(found, NoOutlook):
        return WhatItWouldTake(rate.per_week, (), limit, "not_enough_data", found.reason, found.nights_needed)
    per_night = rate.cramps / rate.nights

    def least(fall: float, layout: Layout, legal: Sequence[int]) -> int | None:
        def shows(number: int) -> bool:
            return reckoned_chance(found, per_night, fall, number, layout) >= power

        return _first(legal, shows)

    steps, turns = range(BLOCK, MOST_EACH_SIDE + 1, 7), range(BLOCK, limit // 2 + 1, BLOCK)
    needed_by_fall = []
    for fall in falls:
        by_turns = least(fall, "by_turns", turns)
        needed_by_fall.append(
            FallNeeded(fall, least(fall, "step", steps), None if by_turns is None else 2 * by_turns)
        )
    return WhatItWouldTake(rate.per_week, tuple(needed_by_fall), limit, "estimated", None, None)


def _first(legal: Sequence[int], shows: Callable[[int], bool]) -> int | None:
    """The first of the numbers, which grow, that is enough; None where the last is not."""
    if not legal or not shows(legal[-1]):
        return None
    low, high = 0, len(legal) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if shows(legal[middle]) else (middle + 1, high)
    return legal[low]
