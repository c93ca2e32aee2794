"""Whether the number of nights that is told gives the chance that it was told for.

    python -m tests.calibration needed --journals 4

Journals of 182 to 365 nights of some worlds of ``tests/other_worlds.py``, 3, 5 and 8 cramps a week, are told
how many nights would show a halving with a chance of 80 %, by turns and as one change; a plan of just that
many nights, all logged, is then simulated from the same journal and decided as the program decides.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from analysis.journal import Block, Journal, Plan
from analysis.measures.reckoned import BLOCK, Layout, reckoned_chance
from analysis.measures.what_it_would_take import what_it_would_take
from analysis.measures.windows import nights_of
from analysis.plan import basis_of, simulate
from tests.calibration_rounds import rounds
from tests.journals import make_journal
from tests.other_worlds import OTHER_WORLDS
from tests.worlds import days_of_year, first_evening

WORLDS = ("independent", "runs", "echoes", "hidden", "drift", "yes_no")
FALL = 0.5
FUTURES = 40  # of each number that is told


def rows_of(world: str, number: int, seed: int, futures: int) -> Iterator[dict[str, Any]]:
    """One row a layout for which a number was told."""
    random = np.random.default_rng([seed, WORLDS.index(world), number])
    nights, per_week = int(random.integers(182, 366)), (3.0, 5.0, 8.0)[number % 3]
    evening = first_evening(random)
    day_of_year = days_of_year(evening, nights)
    # A night that says only yes or no cannot have more than six cramps a week with room to fall.
    per_night = min(per_week, 5.0 if world == "yes_no" else per_week) / 7
    journal = make_journal(
        OTHER_WORLDS[world](nights, per_night, random, day_of_year), start=str(evening.date())
    )
    needed = next((each for each in what_it_would_take(journal).falls if each.fall == FALL), None)
    if needed is None:
        return
    told: tuple[tuple[Layout, int | None, int], ...] = (
        ("by_turns", needed.nights_by_turns, 2),
        ("step", needed.nights_each_side, 1),
    )
    for layout, many, sides in told:
        if many is not None:
            yield {
                "world": world,
                "number": number,
                "layout": layout,
                "nights": many,
                **_chances(journal, layout, many // sides, number, futures),
            }


def _chances(journal: Journal, layout: Layout, each: int, seed: int, futures: int) -> dict[str, float | None]:
    """Reckoned and simulated, with ``each`` nights on and as many off."""
    ledger = nights_of(journal)
    last, rate = ledger.night(-1), ledger.rate(ledger.logged)
    plan = Plan(last, "on_off", "one", tuple(_blocks(last, layout, each)))
    basis = basis_of(journal, [plan])
    basis = replace(basis, outlook=replace(basis.outlook, share_logged=1.0))  # type: ignore[arg-type,union-attr]
    [[found]] = simulate(basis, seed=seed, journals=futures, falls=(FALL,)).by_plan  # type: ignore[arg-type]
    reckoned = reckoned_chance(basis.outlook, rate.cramps / rate.nights, FALL, each, layout)  # type: ignore[union-attr]
    return {"reckoned": reckoned, "simulated": found.chance}


def _blocks(last: date, layout: Layout, each: int) -> Iterator[Block]:
    """Off and then on, so many nights each; or by turns in parts of two weeks."""
    start = last + timedelta(days=1)
    length = each if layout == "step" else BLOCK
    for at in range(2 * each // length):
        yield Block(start + timedelta(length * at), start + timedelta(length * at + length - 1), at % 2 == 1)


def run(
    journals: int,
    seed: int,
    *,
    worlds: tuple[str, ...] = WORLDS,
    seconds: float = np.inf,
    futures: int = FUTURES,
) -> Iterator[dict[str, Any]]:
    """The rows of so many journals a world, or of as many as ``seconds`` leave time for."""
    for number, world in rounds(journals, worlds, seconds):
        yield from rows_of(world, number, seed, futures)


def report(rows: pd.DataFrame) -> str:
    """Reckoned and simulated chances by layout and world, with the standard error over journals. [%]"""
    made = rows.assign(simulated=100 * rows["simulated"].astype(float), reckoned=100 * rows["reckoned"])
    found = made.groupby("layout").agg(
        journals=("simulated", "size"), nights=("nights", "median"), reckoned=("reckoned", "mean"),
        simulated=("simulated", "mean"), error=("simulated", "sem"),
    )  # fmt: skip
    by_world = made.groupby(["layout", "world"])["simulated"].agg(["mean", "size"])
    return f"{found.round(1).to_string()}\n\n{by_world.round(1).to_string()}"
