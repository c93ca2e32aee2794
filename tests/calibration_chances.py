"""Whether the chances that stand beside exposures and courses come true, where the true ratio is drawn.

    python -m tests.calibration chances --journals 60

Journals of the worlds of ``tests/worlds.py``, 84, 182 and 365 nights, 1, 3 and 6 cramps a week. The true
ratio of fluid is drawn from mostly small changes for two standard deviations of it (800 mL), and that of
nights on against nights off for a course that goes on and off every two to six weeks. The program's own
functions answer.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from analysis.measures.exposures import _joint_fits, refused_question
from analysis.measures.questions import declared_questions
from analysis.measures.results import Chances, RateRatio
from analysis.measures.treatments import courses
from analysis.measures.windows import nights_of
from tests.calibration_rounds import rounds
from tests.calibration_tables import holds
from tests.changes_tables import chances
from tests.journals import make_journal
from tests.worlds import WORLDS, Effects, days_of_year, drawn_ratio, first_evening, simulate

LENGTHS, PER_WEEK = (84, 182, 365), (1.0, 3.0, 6.0)
WORLDS_ASKED = tuple(WORLDS)
STEPS = 1.6  # of 500 mL in two standard deviations of the fluid of these journals


def of_fluid(world: str, nights: int, per_week: float, random: np.random.Generator) -> dict[str, Any] | None:
    """What is said of fluid in one journal, with the true ratio of 500 mL more; None where refused."""
    true = drawn_ratio(random) ** (1 / STEPS)
    journal = simulate(world, nights, per_week, Effects(hydration=true), random).journal
    ledger = nights_of(journal)
    asked = [
        each for each in declared_questions(journal, ledger) if refused_question(each, ledger)[0] is None
    ]
    joint = _joint_fits(journal, ledger, asked).get("hydration")
    if joint is None:
        return None
    place = [each.name for each in joint.asked].index("hydration")
    return _row("fluid", true, *joint.fit.ratio_and_chances(str(place), cautious=True))


def of_course(
    world: str, nights: int, per_week: float, random: np.random.Generator, true: float | None = None
) -> dict[str, Any] | None:
    """What is said of a course in one journal, with its true ratio, drawn where it is not given; None where
    refused."""
    true = drawn_ratio(random) if true is None else true
    evening = first_evening(random)
    day_of_year = days_of_year(evening, nights)
    switches = np.cumsum(random.integers(14, 43, nights))
    switches = switches[switches < nights - 14]
    on = np.searchsorted(switches, np.arange(nights), side="right") % 2 == 1
    highest = max(1.0, true)
    base = WORLDS[world](nights, per_week / 7 * highest, random, day_of_year)
    cramps = random.binomial(base.astype(int), np.where(on, true, 1.0) / highest).astype(np.float64)
    changes = [
        {"night": int(night), "medication": "one", "change": "stop" if place % 2 else "start"}
        for place, night in enumerate(switches)
    ]
    journal = make_journal(
        np.where(random.random(nights) < 0.95, cramps, np.nan), start=str(evening.date()), changes=changes
    )
    [found] = courses(journal) or [None]
    return None if found is None or found.reason else _row("course", true, found.ratio, found.chances)


def _row(asked: str, true: float, ratio: RateRatio, said: Chances) -> dict[str, Any]:
    return {
        "asked": asked, "true": true, "drawn": True, "fewer": said.fewer, "quarter": said.quarter_fewer,
        "half": said.half_fewer, "plain": ratio.ratio, "shrunk": said.ratio,
        "covers": holds(ratio, true),
        "direction": ratio.p_value is not None and ratio.p_value <= 0.05, "p_value": ratio.p_value,
    }  # fmt: skip


def run(
    journals: int, seed: int, *, worlds: tuple[str, ...] = WORLDS_ASKED, seconds: float = np.inf
) -> Iterator[dict[str, Any]]:
    """One row an answer."""
    for number, world in rounds(journals, worlds, seconds):
        place = WORLDS_ASKED.index(world)
        for each, ask in enumerate((of_fluid, of_course)):
            random = np.random.default_rng([seed, place, number, each])
            found = ask(world, LENGTHS[number % 3], PER_WEEK[number // 3 % 3], random)
            if found is not None:
                yield {"world": world, "number": number, **found}


def report(rows: pd.DataFrame) -> str:
    """Said against true, coverage, and by how much sizes beside a direction overstate the log ratio."""
    lines = []
    for asked, part in rows.groupby("asked"):
        lines.append(f"{asked}: {len(part)} answers, coverage {100 * part['covers'].mean():.1f} %")
        found = part[part["direction"] & (part["plain"] > 0)]
        size = np.abs(np.log(found["true"])).mean()
        for name in ("plain", "shrunk"):
            toward = (
                np.log(found[name].astype(float)) * np.sign(np.log(found["plain"].astype(float)))
            ).mean()
            lines.append(
                f"  beside a direction: {name} |log ratio| {toward:.2f}, true {size:.2f} ({len(found)})"
            )
        lines += [
            f"  {claim:8} said {said:5.1f}  true {true:5.1f} ± {reach:4.1f}  answers {answers}"
            for claim, said, true, reach, answers in chances(part)
        ]
    return "\n".join(lines)
