"""How well the model for changes holds, and what it finds, where one change is the named question.

    python -m tests.calibration changes --journals 2000 --rows changes.csv

Journals of 8, 16 and 26 weeks a side, 1, 3 and 6 cramps a week, in the worlds of ``tests/other_worlds.py``;
each world with no change, a halving, a fall of 70 % and a true ratio drawn from mostly small changes. The
program's own comparison answers, beside the textbook methods of ``tests/rivals.py`` and an oracle on the same
journals. The oracle knows the world: it judges the raw ratio by how that ratio falls in journals of this very
world, length and rate in which nothing changed.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np

from analysis.measures.results import RateRatio
from analysis.measures.windows import Nights
from tests import shown
from tests.calibration_rounds import rounds
from tests.calibration_tables import EXACT, OURS, ends
from tests.changes_tables import DRAWN, report
from tests.exact_poisson import exact_poisson_ratio
from tests.glarma import glarma
from tests.other_worlds import OTHER_WORLDS, nights_of_one_change
from tests.rivals import interrupted_weeks, poisson_regression, quasi_poisson_weeks
from tests.worlds import Floats, drawn_ratio

A_SIDE = (56, 112, 182)
PER_WEEK = (1.0, 3.0, 6.0)
RATIOS = (1.0, 0.5, 0.3)
NULLS = 400  # journals by which the oracle knows a world
SLOW = 300  # journals a world for the rival that is slow
WORLDS = tuple(OTHER_WORLDS)
__all__ = ["WORLDS", "report", "rows_of", "run"]


def rows_of(
    world: str, number: int, ratio: float, seed: int, *, rivals: bool = True
) -> Iterator[dict[str, Any]]:
    """One row a method; without ``rivals`` only the program's and exact Poisson's."""
    base, nights = _journal(world, number, ratio, seed)
    a_side, counts = base["a_side"], nights.counts
    [found] = shown.changes([a_side], nights)
    chances = found.chances
    said = {"fewer": chances.fewer, "quarter": chances.quarter_fewer, "half": chances.half_fewer}
    yield base | _row(OURS, found.ratio) | said | {"shrunk": chances.ratio}
    if found.ratio is None or base["drawn"]:
        return
    after = np.arange(len(counts)) >= a_side
    late, early = nights.rate(after), nights.rate(~after)
    yield base | _row(EXACT, exact_poisson_ratio(late.cramps, late.nights, early.cramps, early.nights))
    if not rivals:
        return
    low, high = _nulls(world, a_side, base["per_week"], seed)
    swing = raw_swing(counts, a_side)
    yield base | _row("oracle", RateRatio(np.exp(swing), np.exp(swing - high), np.exp(swing - low), 1.0))
    yield base | _row("quasi-Poisson weeks", quasi_poisson_weeks(counts, after))
    if number < SLOW:
        yield base | _row("interrupted weeks", interrupted_weeks(counts, after))
        yield base | _row("GLARMA", glarma(counts, after))
    if min(late.cramps, early.cramps) > 0:
        regression = poisson_regression(counts, np.column_stack([np.ones(len(after)), after]))
        if regression is not None:
            yield base | _row("Newey-West", regression.ratio(1, regression.newey_west))


def _journal(world: str, number: int, ratio: float, seed: int) -> tuple[dict[str, Any], Nights]:
    """What a row says of its journal, and its nights."""
    a_side, per_week = A_SIDE[number % 3], PER_WEEK[number // 3 % 3]
    random = np.random.default_rng([seed, list(OTHER_WORLDS).index(world), number, int(100 * ratio)])
    drawn = ratio == DRAWN
    if drawn:
        ratio = drawn_ratio(random)
    counts, _, _, evening = nights_of_one_change(world, a_side, per_week, ratio, random)
    dates = np.datetime64(evening.date(), "D") + np.arange(len(counts))
    base = {"world": world, "number": number, "a_side": a_side, "per_week": per_week}
    return base | {"true": ratio, "drawn": drawn}, Nights(dates, counts, None)


def rival_rows(
    journals: int, seed: int, *, worlds: tuple[str, ...] = WORLDS, seconds: float = np.inf
) -> Iterator[dict[str, Any]]:
    """Those of GLARMA alone, on the journals of ``run`` with a fixed true ratio that the program answers."""
    for number, world in rounds(journals, worlds, seconds):
        for ratio in RATIOS:
            base, nights = _journal(world, number, ratio, seed)
            after = np.arange(len(nights.counts)) >= base["a_side"]
            if not shown.refuses(nights, after):
                yield base | _row("GLARMA", glarma(nights.counts, after))


def raw_swing(counts: Floats, a_side: int) -> float:
    """The log ratio of the rates after and before, half a cramp added to each. [-]"""
    before, after = counts[:a_side], counts[a_side:]
    rates = [(np.nansum(arm) + 0.5) / np.isfinite(arm).sum() for arm in (before, after)]
    return float(np.log(rates[1] / rates[0]))


@cache
def _nulls(world: str, a_side: int, per_week: float, seed: int) -> tuple[float, float]:
    """Between which log ratios 95 % of the journals of this kind lie in which nothing changed. [-]"""
    random = np.random.default_rng([seed, list(OTHER_WORLDS).index(world), a_side, int(per_week), 7])
    swings = [
        raw_swing(nights_of_one_change(world, a_side, per_week, 1.0, random)[0], a_side) for _ in range(NULLS)
    ]
    low, high = np.quantile(swings, [0.025, 0.975])
    return float(low), float(high)


def _row(method: str, ratio: RateRatio | None) -> dict[str, Any]:
    if ratio is None or ratio.p_value is None:
        return {"method": method, "refused": True}
    low, high = ends(ratio)
    return {"method": method, "refused": False, "ratio": ratio.ratio, "low": low, "high": high}


def run(
    journals: int,
    seed: int,
    *,
    worlds: tuple[str, ...] = WORLDS,
    seconds: float = np.inf,
    rivals: bool = True,
) -> Iterator[dict[str, Any]]:
    """The rows of so many journals a world and true ratio, or of as many as ``seconds`` leave time for."""
    for number, world in rounds(journals, worlds, seconds):
        for ratio in (*RATIOS, DRAWN):
            yield from rows_of(world, number, ratio, seed, rivals=rivals)
