"""How well a planned comparison holds and what it finds, and whether the chances that were told come true.

    python -m tests.calibration plans --journals 300

Journals of 16 weeks, and 16 weeks of a plan after them, in the worlds of ``tests/other_worlds.py``, 1, 3 and
6 cramps a week: by turns in blocks of two and of four weeks, and one step. Each plan is analysed by the
program's own functions; of every tenth journal the chances are told from its first 16 weeks, by 40 futures.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pandas as pd

from analysis.journal import Earlier
from analysis.measures import NoOutlook, planned
from analysis.plan import basis_of, designs, schedule, simulate
from tests.calibration_rounds import rounds
from tests.calibration_tables import holds
from tests.journals import make_journal
from tests.other_worlds import OTHER_WORLDS
from tests.worlds import days_of_year, first_evening

BEFORE, NIGHTS = 112, 112
RATIOS = (1.0, 0.7, 0.5)
WORLDS = tuple(OTHER_WORLDS)
EVERY = 10  # of how many journals one is told its chances, which takes most of the time
NAMES = ("2 weeks by turns", "4 weeks by turns", "one step")


def rows_of(world: str, number: int, ratio: float, seed: int, *, told: bool) -> Iterator[dict[str, Any]]:
    """One row a design."""
    per_week = (1.0, 3.0, 6.0)[number % 3]
    random = np.random.default_rng([seed, list(OTHER_WORLDS).index(world), number, int(100 * ratio)])
    evening = first_evening(random)
    dates = pd.date_range(evening, periods=BEFORE + NIGHTS)
    base = OTHER_WORLDS[world](len(dates), per_week / 7, random, days_of_year(evening, len(dates)))
    logged = random.random(len(dates)) < 0.95
    logged[[0, BEFORE - 1, -1]] = True
    first = make_journal(np.where(logged, base, np.nan)[:BEFORE], start=str(evening.date()))
    made = dates[BEFORE - 1].date()
    plans = [
        schedule(design, first, start=made + timedelta(1), made_on=made, what="one", seed=number)
        for design in designs(NIGHTS)[:3]
    ]
    chances = _told(first, plans, number) if told else [None] * 3
    for name, plan, chance in zip(NAMES, plans, chances, strict=True):
        multiplier = np.ones(len(dates))
        for block in plan.blocks:
            if block.on:
                multiplier[(dates.date >= block.first) & (dates.date <= block.last)] = ratio
        cramps = np.where(logged, random.binomial(base.astype(int), multiplier), np.nan)
        whole = replace(make_journal(cramps, start=str(evening.date())), earlier=Earlier(made, {}, plan=plan))
        found = planned(whole)
        assert found is not None
        yield {
            "world": world,
            "number": number,
            "design": name,
            "per_week": per_week,
            "true": ratio,
            "refused": found.reason is not None,
            "covers": holds(found.ratio, ratio),
            "fewer": found.verdict == "fewer_cramps",
            "more": found.verdict == "more_cramps",
            "told": chance,
        }


def _told(journal: Any, plans: Any, seed: int) -> list[float | None]:
    basis = basis_of(journal, plans)
    if isinstance(basis, NoOutlook):
        return [None] * len(plans)
    found = simulate(basis, seed=seed, journals=40, falls=(0.5,))
    return [each[0].chance for each in found.by_plan]


def report(rows: pd.DataFrame) -> str:
    """Coverage, directions where nothing is, what is found, and told against true, in per cent."""
    told = rows[~rows["refused"]]
    tables = [f"{len(rows)} plans, refused {100 * rows['refused'].mean():.1f} %"]
    by = told.groupby("design")
    tables.append("coverage, average\n" + (100 * by["covers"].mean()).round(1).to_string())
    worst = told.groupby(["design", "world"])["covers"].mean().groupby("design").agg(["min", "idxmin"])
    tables.append(f"coverage, worst world\n{worst.to_string()}")
    nothing = told[told["true"] == 1]
    wrong = (nothing["fewer"] | nothing["more"]).groupby(nothing["design"]).mean()
    tables.append("a direction where nothing is\n" + (100 * wrong).round(1).to_string())
    power = told[told["true"] < 1].pivot_table("fewer", "design", ["true", "per_week"])
    tables.append("found\n" + (100 * power).round(1).to_string())
    halved = told[(told["true"] == 0.5) & told["told"].notna()]
    if len(halved):
        bins = pd.cut(halved["told"].astype(float), [-0.01, 0.2, 0.4, 0.6, 0.8, 1.0])
        kept = halved.assign(told=halved["told"].astype(float)).groupby(bins, observed=True)
        shown = kept.agg(told=("told", "mean"), true=("fewer", "mean"), plans=("fewer", "size"))
        tables.append("chance of a halving: told, true, plans\n" + shown.round(2).to_string())
    return "\n\n".join(tables)


def run(
    journals: int, seed: int, *, worlds: tuple[str, ...] = WORLDS, seconds: float = np.inf
) -> Iterator[dict[str, Any]]:
    """The rows of so many journals a world and true ratio, or of as many as ``seconds`` leave time for."""
    for number, world in rounds(journals, worlds, seconds):
        for ratio in RATIOS:
            told = number % EVERY == 0 and ratio == 0.5
            yield from rows_of(world, number, ratio, seed, told=told)
