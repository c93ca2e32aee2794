"""How well the intervals hold: the product's own functions on journals whose truth is known.

    python -m tests.calibration questions --journals 2000

prints, for every world of ``tests/worlds.py``, coverage, refusals, false claims, true effects found and width
of what the program shows for medication changes and exposures, beside three textbook methods on the same
journals.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from typing import Any, Literal

import numpy as np
import pandas as pd

from analysis.measures.arms import rate_of, whole_fit
from analysis.measures.medications import medication_changes
from analysis.measures.questions import declared_questions
from analysis.measures.refusals import verdicts
from analysis.measures.results import NO_RATIO, RateRatio
from analysis.measures.windows import Nights, nights_of
from tests import calibration_tables as tables
from tests import shown
from tests.calibration_rounds import rounds
from tests.exact_poisson import exact_poisson_ratio
from tests.rivals import poisson_regression, quasi_poisson_weeks
from tests.worlds import LENGTHS, NOTHING, PER_WEEK, SOMETHING, WORLDS, Simulated, simulate

Subject = Literal["change", "exposure", "rate", "usual_range"]
OURS, WEEKS, NEWEY_WEST = "count model", "quasi-Poisson weeks", "Newey-West"
EXACT = "exact Poisson"  # for exposures: Poisson regression
FOR_WIDTH = "independent, 3 a week"
CHANGE_METHODS = (OURS, EXACT, WEEKS, NEWEY_WEST)


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
    """The intervals of every method for all changes and exposures of one journal."""
    ledger = nights_of(simulated.journal)
    changes = shown.changes(simulated.changes, ledger)
    exposures = shown.adjusted_ratios(simulated, ledger)
    effects = simulated.effects
    truths = {str(place): 1.0 for place in range(len(changes) - 1)} | {
        str(len(changes) - 1): effects.medicine,
        "hydration": effects.hydration,
        "activity_above_usual": effects.above_usual,
        "activity_below_usual": effects.below_usual,
    }
    rows = []
    for method, (of_changes, of_exposures) in _by_method(simulated, ledger, changes, exposures).items():
        ratios = {str(place): ratio for place, ratio in enumerate(of_changes)} | of_exposures
        found = verdicts(list(ratios.values()))
        for (question, ratio), (_, verdict) in zip(ratios.items(), found, strict=True):
            rows.append(
                Row(
                    journal=number,
                    world=simulated.world,
                    nights=simulated.nights,
                    per_week=simulated.per_week,
                    nothing=effects == NOTHING,
                    method=method,
                    subject="exposure" if question in of_exposures else "change",
                    question=question,
                    refused=ratio is None,
                    truth=truths[question],
                    low=_end(ratio, "low", 0.0),
                    high=_end(ratio, "high", np.inf),
                    both_arms=ratio is not None and ratio.ratio not in (None, 0.0),
                    direction=verdict in ("fewer_cramps", "more_cramps"),
                )
            )
    return rows


def range_rows(number: int, world: str, seed: int) -> list[Row]:
    """The overall rate's interval, and the usual range at changes that changed nothing."""
    random = np.random.default_rng([seed, list(WORLDS).index(world), number])
    nights = LENGTHS[number % len(LENGTHS)]
    per_week = PER_WEEK[number // len(LENGTHS) % len(PER_WEEK)]
    simulated = simulate(world, nights, per_week, NOTHING, random)
    ledger = nights_of(simulated.journal)
    fit = whole_fit(ledger)
    row = partial(
        Row,
        journal=number,
        world=world,
        nights=nights,
        per_week=per_week,
        nothing=True,
        method=OURS,
        question="",
        refused=False,
        both_arms=True,
        direction=False,
    )
    rows = []
    rate = rate_of(ledger, ledger.logged, fit)
    # In summer the rate of a journal is that of its season, which differs from journal to journal.
    if world != "summer" and rate.low is not None and rate.high is not None:
        rows.append(row(subject="rate", truth=per_week, low=rate.low, high=rate.high))
    for change in medication_changes(simulated.journal, fit):
        usual, after = change.usual_range, change.after.per_week
        if after is not None and usual.low is not None and usual.high is not None:
            rows.append(row(subject="usual_range", truth=after, low=usual.low, high=usual.high))
    return rows


Ratios = tuple[list[RateRatio | None], dict[str, RateRatio | None]]


def _by_method(
    simulated: Simulated,
    ledger: Nights,
    changes: Sequence[shown.Change],
    exposures: dict[str, RateRatio | None],
) -> dict[str, Ratios]:
    """Every method's ratios; the textbook methods answer the questions that the program does not refuse."""
    of_changes: dict[str, list[RateRatio | None]] = {
        method: [change.ratio if method == OURS else None for change in changes] for method in CHANGE_METHODS
    }
    for place, change in enumerate(changes):
        if change.ratio is None:
            continue
        after, before = ledger.rate(change.after), ledger.rate(change.before)
        window = change.before | change.after
        counts, arm = ledger.counts[window], change.after[window]
        of_changes[EXACT][place] = exact_poisson_ratio(
            after.cramps, after.nights, before.cramps, before.nights
        )
        of_changes[WEEKS][place] = quasi_poisson_weeks(counts, arm)
        both = min(after.cramps, before.cramps) > 0
        regression = poisson_regression(counts, np.column_stack([np.ones(len(arm)), arm])) if both else None
        of_changes[NEWEY_WEST][place] = regression.ratio(1, regression.newey_west) if regression else NO_RATIO
    asked = declared_questions(simulated.journal, ledger)
    night = np.arange(len(ledger.counts))
    columns = [np.ones(len(night)), *(question.column for question in asked)]
    regression = poisson_regression(
        ledger.counts, np.column_stack([*columns, *(night >= change for change in simulated.changes)])
    )
    plain: dict[str, RateRatio | None] = dict.fromkeys(exposures)
    robust: dict[str, RateRatio | None] = dict.fromkeys(exposures)
    for column, question in enumerate(asked, start=1):
        if exposures[question.name] is not None:
            plain[question.name] = (
                regression.ratio(column, regression.independent) if regression else NO_RATIO
            )
            robust[question.name] = (
                regression.ratio(column, regression.newey_west) if regression else NO_RATIO
            )
    return {
        OURS: (of_changes[OURS], exposures),
        EXACT: (of_changes[EXACT], plain),
        WEEKS: (of_changes[WEEKS], {}),
        NEWEY_WEST: (of_changes[NEWEY_WEST], robust),
    }


def _end(ratio: RateRatio | None, side: Literal["low", "high"], otherwise: float) -> float:
    value = None if ratio is None else getattr(ratio, side)
    return otherwise if value is None else float(value)


def run(
    journals: int,
    seed: int,
    processes: int,
    worlds: Iterable[str] = tuple(WORLDS),
    rows: Callable[[int, str, int], list[Row]] = journal_rows,
) -> pd.DataFrame:
    """The rows of ``journals`` journals a world."""
    jobs = [(number, world, seed) for number in range(journals) for world in worlds]
    if processes == 1:
        return pd.DataFrame(row for job in jobs for row in rows(*job))
    with get_context("spawn").Pool(processes) as pool:
        return pd.DataFrame(row for found in pool.starmap(rows, jobs, chunksize=20) for row in found)


def run_independent(journals: int, seed: int) -> pd.DataFrame:
    """Independent nights, 3 cramps a week, half a year and a year: what the width is judged by."""
    random = np.random.default_rng([seed, 3])
    return pd.DataFrame(
        row
        for number in range(journals)
        for row in rows_of(number, simulate("independent", (182, 365)[number % 2], 3.0, NOTHING, random))
    )


def report(rows: pd.DataFrame, ranges: pd.DataFrame, independent: pd.DataFrame) -> str:
    """Everything that is printed."""
    parts: list[tuple[str, pd.DataFrame]] = [
        ("Coverage of medication changes [%]", tables.coverage(rows, "change")),
        ("Coverage of exposures, adjusted [%]", tables.coverage(rows, "exposure")),
        (
            "Journals with a direction where nothing is there [%] (exact Poisson: with Poisson regression)",
            tables.false_claims(rows),
        ),
        ("True ratios to which the right direction is given [%]", tables.true_found(rows)),
        ("Median log-width, medication changes with cramps in both arms", tables.widths(rows)),
        ("Questions refused [%]", tables.refusals(rows)),
        ("Coverage of the overall rate [%]", tables.coverage(ranges, "rate")),
        ("Coverage of the usual range [%]", tables.coverage(ranges, "usual_range")),
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


def every_row(
    journals: int, seed: int, *, worlds: tuple[str, ...] = tuple(WORLDS), seconds: float = np.inf
) -> Iterator[dict[str, Any]]:
    """The rows of all that ``report`` prints, one journal of each world after the other; rates and usual
    ranges of a tenth of them, and as many journals of independent nights for the width."""
    random, few = np.random.default_rng([seed, 3]), max(40, journals // 10)
    for number, world in rounds(journals, worlds, seconds):
        yield from map(_numbered, journal_rows(number, world, seed))
        if number < few:
            yield from map(_numbered, range_rows(number, world, seed))
        if number < few and world == worlds[-1]:
            simulated = simulate("independent", (182, 365)[number % 2], 3.0, NOTHING, random)
            yield from (_numbered(row) | {"world": FOR_WIDTH} for row in rows_of(number, simulated))


def _numbered(row: Row) -> dict[str, Any]:
    return asdict(row) | {"number": row.journal}


def report_of(rows: pd.DataFrame) -> str:
    """``report`` of what ``every_row`` gives."""
    width = rows["world"] == FOR_WIDTH
    of_range = rows["subject"].isin(["rate", "usual_range"])
    return report(rows[~width & ~of_range], rows[~width & of_range], rows[width])
