"""How well the intervals hold: the product's own functions on journals whose truth is known.

    python -m tests.calibration --journals 2000

prints, for every world of ``tests/worlds.py``, coverage, refusals, false claims, true effects found and width
of what the program shows for medication changes and exposures, beside three textbook methods on the same
journals.
"""

import argparse
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import Literal

import numpy as np
import pandas as pd

from analysis.measures import exposures as exposure_answers
from analysis.measures.arms import rate_of, whole_fit
from analysis.measures.count_model import exact_poisson_ratio
from analysis.measures.medications import MedicationChange, medication_changes
from analysis.measures.questions import declared_questions
from analysis.measures.refusals import verdicts
from analysis.measures.results import RateRatio
from analysis.measures.windows import Nights, nights_of
from tests import calibration_tables as tables
from tests.rivals import NO_RATIO, poisson_regression, quasi_poisson_weeks
from tests.worlds import LENGTHS, NOTHING, PER_WEEK, SOMETHING, WORLDS, Simulated, simulate

Subject = Literal["change", "exposure", "rate", "usual_range"]
OURS, EXACT, WEEKS, NEWEY_WEST = "count model", "exact Poisson", "quasi-Poisson weeks", "Newey-West"
PLAIN = "Poisson regression"
CHANGE_METHODS = (OURS, EXACT, WEEKS, NEWEY_WEST)
EXPOSURE_METHODS = (OURS, PLAIN, NEWEY_WEST)
FAMILIES = {OURS: OURS, EXACT: EXACT, PLAIN: EXACT, WEEKS: WEEKS, NEWEY_WEST: NEWEY_WEST}


@dataclass(frozen=True)
class Row:
    """One interval of one method on one journal. ``low`` and ``high`` are infinite where open."""

    journal: int
    world: str
    nights: int
    per_week: float
    nothing: bool
    method: str
    subject: Subject
    question: str
    refused: bool
    truth: float
    low: float
    high: float
    both_arms: bool
    direction: bool


def journal_rows(number: int, world: str, seed: int) -> list[Row]:
    """All intervals of journal ``number`` of a world: lengths, rates, and with or without effects in turn."""
    random = np.random.default_rng([seed, list(WORLDS).index(world), number])
    nights = LENGTHS[number % len(LENGTHS)]
    per_week = PER_WEEK[number // len(LENGTHS) % len(PER_WEEK)]
    effects = SOMETHING if number // (len(LENGTHS) * len(PER_WEEK)) % 2 else NOTHING
    return rows_of(number, simulate(world, nights, per_week, effects, random))


def rows_of(number: int, simulated: Simulated) -> list[Row]:
    ledger = nights_of(simulated.journal)
    fit = whole_fit(ledger)
    changes = medication_changes(simulated.journal, fit)
    effects = simulated.effects
    truths = [1.0] * (len(changes) - 1) + [effects.medicine]
    ours_exposures = adjusted_ratios(simulated, ledger)
    truths_of_exposures = {
        "hydration": effects.hydration,
        "activity_above_usual": effects.above_usual,
        "activity_below_usual": effects.below_usual,
    }
    rivals = _rivals(simulated, ledger, changes, ours_exposures)
    row = partial(
        Row,
        journal=number,
        world=simulated.world,
        nights=simulated.nights,
        per_week=simulated.per_week,
        nothing=effects == NOTHING,
    )
    rows = []
    for method, (change_ratios, exposure_ratios) in rivals.items():
        found = verdicts([*change_ratios, *exposure_ratios.values()])
        subjects = [("change", str(place)) for place in range(len(changes))]
        subjects += [("exposure", name) for name in exposure_ratios]
        all_truths = [*truths, *(truths_of_exposures[name] for name in exposure_ratios)]
        ratios = [*change_ratios, *exposure_ratios.values()]
        for (subject, question), ratio, truth, (_, verdict) in zip(
            subjects, ratios, all_truths, found, strict=True
        ):
            rows.append(
                row(
                    method=method,
                    subject=subject,
                    question=question,
                    refused=ratio is None,
                    truth=truth,
                    low=_end(ratio, "low", 0.0),
                    high=_end(ratio, "high", np.inf),
                    both_arms=ratio is not None and ratio.ratio not in (None, 0.0),
                    direction=verdict in ("fewer_cramps", "more_cramps"),
                )
            )
    more = partial(row, method=OURS, question="", both_arms=True, direction=False)
    if effects == NOTHING and simulated.world != "summer":
        rate = rate_of(ledger, ledger.logged, fit)
        if rate.low is not None and rate.high is not None:
            rows.append(
                more(subject="rate", refused=False, truth=simulated.per_week, low=rate.low, high=rate.high)
            )
    for change, truth in zip(changes, truths, strict=True):
        usual, after = change.usual_range, change.after.per_week
        if truth == 1 and effects == NOTHING and usual.low is not None and usual.high is not None:
            rows.append(
                more(subject="usual_range", refused=False, truth=after or 0.0, low=usual.low, high=usual.high)
            )
    return rows


def adjusted_ratios(simulated: Simulated, ledger: Nights) -> dict[str, RateRatio | None]:
    """The adjusted ratio of every exposure as ``exposures`` gives it (a test holds that), None where refused;
    without the crude ratios, levels and curves, which would take most of the time.
    """
    asked = declared_questions(simulated.journal, ledger)
    refused = {question.name: exposure_answers.refused_question(question, ledger)[0] for question in asked}
    answered = [question for question in asked if refused[question.name] is None]
    joint = exposure_answers._joint_fits(simulated.journal, ledger, answered)
    ratios: dict[str, RateRatio | None] = {question.name: None for question in asked}
    for question in answered:
        fit = joint[question.field.name]
        ratios[question.name] = fit.fit.ratio(str([other.name for other in fit.asked].index(question.name)))
    return ratios


Ratios = tuple[list[RateRatio | None], dict[str, RateRatio | None]]


def _rivals(
    simulated: Simulated,
    ledger: Nights,
    changes: Sequence[MedicationChange],
    ours: dict[str, RateRatio | None],
) -> dict[str, Ratios]:
    """Every method's ratios for the questions that the program does not refuse."""
    of_changes: dict[str, list[RateRatio | None]] = {
        OURS: [None if change.reason else change.change_ratio for change in changes],
        EXACT: [],
        WEEKS: [],
        NEWEY_WEST: [],
    }
    for change, place in zip(changes, simulated.changes, strict=True):
        if change.reason or change.before_from is None or change.after_to is None:
            for method in (EXACT, WEEKS, NEWEY_WEST):
                of_changes[method].append(None)
            continue
        first, last = ledger.position(change.before_from), ledger.position(change.after_to)
        counts = ledger.counts[first : last + 1]
        after = np.arange(first, last + 1) >= place
        a, b = change.after, change.before
        of_changes[EXACT].append(exact_poisson_ratio(a.cramps, a.nights, b.cramps, b.nights))
        of_changes[WEEKS].append(quasi_poisson_weeks(counts, after))
        design = np.column_stack([np.ones(len(counts)), after])
        regression = poisson_regression(counts, design) if min(a.cramps, b.cramps) > 0 else None
        of_changes[NEWEY_WEST].append(regression.ratio(1, regression.newey_west) if regression else NO_RATIO)
    asked = declared_questions(simulated.journal, ledger)
    place_of_night = np.arange(len(ledger.counts))
    design = np.column_stack(
        [np.ones(len(ledger.counts))]
        + [question.column for question in asked]
        + [place_of_night >= change for change in simulated.changes]
    )
    regression = poisson_regression(ledger.counts, design)
    plain: dict[str, RateRatio | None] = {}
    robust: dict[str, RateRatio | None] = {}
    for column, question in enumerate(asked, start=1):
        if ours[question.name] is None:
            plain[question.name] = robust[question.name] = None
        elif regression is None:
            plain[question.name] = robust[question.name] = NO_RATIO
        else:
            plain[question.name] = regression.ratio(column, regression.independent)
            robust[question.name] = regression.ratio(column, regression.newey_west)
    return {
        OURS: (of_changes[OURS], ours),
        EXACT: (of_changes[EXACT], plain),
        WEEKS: (of_changes[WEEKS], {}),
        NEWEY_WEST: (of_changes[NEWEY_WEST], robust),
    }


def _end(ratio: RateRatio | None, side: Literal["low", "high"], otherwise: float) -> float:
    value = None if ratio is None else getattr(ratio, side)
    return otherwise if value is None else float(value)


def run(journals: int, seed: int, processes: int, worlds: Iterable[str] = tuple(WORLDS)) -> pd.DataFrame:
    """Every interval of ``journals`` journals a world, one a row."""
    jobs = [(number, world, seed) for number in range(journals) for world in worlds]
    if processes == 1:
        rows = [row for job in jobs for row in journal_rows(*job)]
    else:
        with get_context("spawn").Pool(processes) as pool:
            rows = [row for found in pool.starmap(journal_rows, jobs, chunksize=20) for row in found]
    return pd.DataFrame(rows)


def run_independent(journals: int, seed: int) -> pd.DataFrame:
    """Independent nights, 3 cramps a week, half a year and a year: what the width is judged by."""
    random = np.random.default_rng([seed, 3])
    return pd.DataFrame(
        row
        for number in range(journals)
        for row in rows_of(number, simulate("independent", (182, 365)[number % 2], 3.0, NOTHING, random))
    )


def report(rows: pd.DataFrame, independent: pd.DataFrame) -> str:
    """Everything that is printed."""
    parts: list[tuple[str, pd.DataFrame]] = [
        ("Coverage of medication changes [%]", tables.coverage(rows, "change")),
        ("Coverage of exposures, adjusted [%]", tables.coverage(rows, "exposure")),
        ("Journals with a direction where nothing is there [%]", tables.false_claims(rows)),
        ("True ratios to which the right direction is given [%]", tables.true_found(rows)),
        ("Median log-width, medication changes with cramps in both arms", tables.widths(rows)),
        ("Questions refused [%]", tables.refusals(rows)),
        ("Coverage of the overall rate [%]", tables.coverage(rows, "rate")),
        ("Coverage of the usual range [%]", tables.coverage(rows, "usual_range")),
    ]
    for by in ("nights", "per_week"):
        parts += [
            (f"Medication changes by {by} [%]", tables.coverage(rows, "change", by)),
            (f"Exposures by {by} [%]", tables.coverage(rows, "exposure", by)),
            (f"False directions by {by} [%]", tables.false_claims(rows, by)),
            (f"Questions refused by {by} [%]", tables.refusals(rows, by)),
        ]
    text = [f"{title}\n\n{table.to_string()}\n" for title, table in parts]
    width = tables.width_ratio(independent).round(2).to_dict()
    text.append(
        f"Log-width over the exact Poisson interval's, independent nights, 3 a week, by nights: {width}\n"
    )
    missed = tables.missed(rows, independent)
    text.append("Targets missed: " + ("; ".join(missed) if missed else "none"))
    return "\n".join(text)


def main() -> None:
    parser = argparse.ArgumentParser(
        description="How well the intervals hold, on journals whose truth is known."
    )
    parser.add_argument(
        "--journals", type=int, default=2000, help="journals a world; a multiple of 40 is balanced"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    began = time.monotonic()
    rows = run(asked.journals, asked.seed, asked.processes)
    independent = run_independent(max(40, asked.journals // 10), asked.seed)
    print(report(rows, independent))
    print(f"{asked.journals} journals a world, seed {asked.seed}, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
