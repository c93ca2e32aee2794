"""How well the other claims of a review hold: the program's own functions on journals whose truth is known.

    python -m tests.calibration claims --journals 300

Journals of 112, 224 and 364 nights, 1, 3 and 6 cramps a week, in the worlds of ``tests/other_worlds.py``, but
for ``wash_in``, which is ``runs`` where nothing changes, and ``drift``, whose walk is a trend itself. Each
journal is asked four times: with nothing in it, with a fall to a half from its first night to its last, with
the last 28 nights halved and with its second half halved; and it has a course of two to six weeks on and off
by turns that does nothing, and one that halves. A verdict is that of the question alone, p at most 0.025;
in a review it is held to the family of all questions besides.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from analysis.journal import Journal
from analysis.measures import Frequency, Rate, RateRatio, frequency, halves, medication_changes
from analysis.measures.arms import whole_fit
from analysis.measures.comparisons import compare_periods
from analysis.measures.exposures import exposures
from analysis.measures.trend import trend
from analysis.measures.windows import nights_of
from tests.calibration_chances import of_course
from tests.calibration_rounds import rounds
from tests.calibration_tables import holds, share
from tests.journals import make_journal
from tests.other_worlds import OTHER_WORLDS, nights_of_one_change
from tests.worlds import Floats, autoregression

A_SIDE = (56, 112, 182)
PER_WEEK = (1.0, 3.0, 6.0)
WORLDS = tuple(name for name in OTHER_WORLDS if name not in ("wash_in", "drift"))
SEASONAL = ("summer", "phases")  # the rate of a journal is that of its part of the year
LAST = 28  # nights that are compared with as many before
APART = 42  # nights between the two changes that change nothing, and from the later to the end
HALVED = 0.5
SINGLE = 0.025  # p of a verdict of a question alone
RANKS = (0.05, 0.1, 0.25, 0.5)
Row = dict[str, Any]


def rows_of(world: str, number: int, seed: int) -> Iterator[Row]:
    """One row a claim: of how many answers how many covered the truth, and whether a direction was given."""
    a_side, per_week = A_SIDE[number % 3], PER_WEEK[number // 3 % 3]
    random = np.random.default_rng([seed, list(OTHER_WORLDS).index(world), number])
    counts, _, _, evening = nights_of_one_change(world, a_side, per_week, 1.0, random)
    base = {"world": world, "number": number, "nights": len(counts), "per_week": per_week}
    for row in _where_nothing_is(counts, evening, world, per_week, random):
        yield base | {"there": False} | row
    for row in _where_something_is(counts, evening, random):
        yield base | {"there": True} | row
    # Courses are simulated in the worlds that also have exposures.
    if world in ("independent", "runs", "bursts", "echoes", "spells", "summer"):
        for true in (1.0, HALVED):
            found = of_course(world, len(counts), per_week, random, true)
            if found is not None:
                clear = found["p_value"] is not None and found["p_value"] <= SINGLE
                fewer = clear and found["plain"] < 1
                yield base | {"there": true != 1} | _row("course", found["covers"], clear, fewer=fewer)


def _where_nothing_is(
    counts: Floats, evening: pd.Timestamp, world: str, per_week: float, random: np.random.Generator
) -> Iterator[Row]:
    end, fluid = len(counts), 1800 + 400 * autoregression(len(counts), 0.7, random)
    changes = [
        {"night": end - back, "medication": name, "change": "start"}
        for back, name in ((2 * APART, "one"), (APART, "another"))
    ]
    journal = make_journal(counts, start=str(evening.date()), fields={"hydration": fluid})
    fit = whole_fit(nights_of(journal))
    often = frequency(journal, fit)
    yield from _ratios(journal, often, 1.0, 1.0, 1.0)
    if world not in SEASONAL and _mean_stands(world, per_week):
        yield from _rates(journal, often, per_week)
    changed = make_journal(counts, start=str(evening.date()), changes=changes)
    last = medication_changes(changed, fit)[-1]
    usual, after = last.usual_range, last.after.per_week
    if after is not None and usual.low is not None and usual.high is not None:
        yield _row("usual range", usual.low <= after <= usual.high)
    if last.date_rank.of and last.date_rank.as_extreme is not None:
        yield {"claim": "date rank", "rank": last.date_rank.as_extreme / last.date_rank.of}


def _where_something_is(counts: Floats, evening: pd.Timestamp, random: np.random.Generator) -> Iterator[Row]:
    """A trend, the last weeks and the second half, each in a journal where nothing else is."""
    night, end = np.arange(len(counts)), len(counts)
    falls = {
        "trend": HALVED ** (night / (end - 1)),
        "last weeks": np.where(night >= end - LAST, HALVED, 1.0),
        "halves": np.where(night >= end - end // 2, HALVED, 1.0),
    }
    for claim, multiplier in falls.items():
        kept = random.binomial(np.nan_to_num(counts).astype(int), multiplier)
        journal = make_journal(np.where(np.isfinite(counts), kept, np.nan), start=str(evening.date()))
        if claim == "trend":
            yield from _trend(journal, HALVED ** (LAST / (end - 1)))
        elif claim == "halves":
            yield from _halves(journal, HALVED)
        else:
            yield from _last_weeks(frequency(journal), HALVED)


def _ratios(
    journal: Journal, often: Frequency, of_trend: float, of_last: float, of_halves: float
) -> Iterator[Row]:
    yield from _trend(journal, of_trend)
    yield from _last_weeks(often, of_last)
    yield from _halves(journal, of_halves)


def _trend(journal: Journal, true: float) -> Iterator[Row]:
    found = trend(nights_of(journal))
    if found.reason is None:
        yield _compared("trend", found.per_28_nights, found.verdict, true)


def _last_weeks(often: Frequency, true: float) -> Iterator[Row]:
    if often.recent.reason is None:
        yield _compared("last weeks", often.recent.change, often.recent.verdict, true)


def _halves(journal: Journal, true: float) -> Iterator[Row]:
    nights = nights_of(journal)
    first, second = halves(nights.night(0), nights.night(-1))
    found = compare_periods(journal, first, second, freely_chosen=False)
    if found.reason is None:
        yield _compared("halves", found.change, found.verdict, true)


def _rates(journal: Journal, often: Frequency, per_week: float) -> Iterator[Row]:
    """Rates of all nights, weeks, months, the rolling curve, levels of fluid and the curve over it."""
    yield from _covers("rate", [often.overall], per_week)
    yield from _covers("weeks", [week.rate for week in often.weeks], per_week)
    yield from _covers("months", [month.rate for month in often.months], per_week)
    known = np.isfinite(often.rolling_low) & np.isfinite(often.rolling_high)
    inside = (often.rolling_low <= per_week) & (per_week <= often.rolling_high)
    if known.any():
        yield _row("rolling curve", float(inside[known].mean()))
    for answer in exposures(journal):
        if answer.reason is None:
            yield from _covers("levels", [level.rate for level in answer.levels], per_week)
            curve = [(point.low, point.high) for point in answer.curve]
            if curve:
                yield _row("exposure curve", float(np.mean([low <= per_week <= high for low, high in curve])))


def _covers(claim: str, rates: list[Rate], per_week: float) -> Iterator[Row]:
    told = [(rate.low, rate.high) for rate in rates if rate.low is not None and rate.high is not None]
    if told:
        yield _row(claim, float(np.mean([low <= per_week <= high for low, high in told])))


def _compared(claim: str, ratio: RateRatio, verdict: str, true: float) -> Row:
    direction = verdict in ("fewer_cramps", "more_cramps")
    return _row(claim, holds(ratio, true), direction, fewer=verdict == "fewer_cramps")


def _row(claim: str, covered: float, direction: bool | None = None, *, fewer: bool = False) -> Row:
    """``covered``: the share of a claim's intervals in this journal that hold the truth. [-]"""
    return {"claim": claim, "covered": float(covered), "direction": direction, "fewer": fewer}


def _mean_stands(world: str, per_week: float) -> bool:
    """Whether a world has the rate that it is asked for: bad spells of yes/no nights end at 95 %."""
    return world != "yes_no" or 1.5 * per_week / 7 <= 0.95


def run(
    journals: int, seed: int, *, worlds: tuple[str, ...] = WORLDS, seconds: float = np.inf
) -> Iterator[Row]:
    """The rows of so many journals a world, or of as many as ``seconds`` leave time for."""
    for number, world in rounds(journals, worlds, seconds):
        yield from rows_of(world, number, seed)


def report(rows: pd.DataFrame) -> str:
    """Coverage, false and right directions of every claim, and the ranks of dates on which nothing was."""
    rows = rows.assign(there=rows["there"].astype(bool))
    lines = []
    for claim, part in rows[rows["claim"] != "date rank"].groupby("claim", sort=False):
        journals = part["world"] + " " + part["number"].astype(str)
        middle, reach = share(part["covered"].astype(float), journals)
        by_world = part.groupby("world")["covered"].agg(["mean", "size"])
        worst = str(by_world["mean"].idxmin())
        line = {
            "claim": claim,
            "answers": len(part),
            "coverage": f"{middle:.1f} ± {reach:.1f}",
            "worst world": f"{100 * by_world['mean'].min():.0f} {worst} ({by_world.loc[worst, 'size']})",
        }
        for name, column, of in (("false", "direction", False), ("found", "fewer", True)):
            asked = part[(part["there"] == of) & part["direction"].notna()]
            if len(asked):
                said, error = share(asked[column].astype(float), journals[asked.index])
                line[name] = f"{said:.1f} ± {error:.1f}"
        lines.append(line)
    table = f"Other claims [%]\n\n{pd.DataFrame(lines).fillna('').to_string(index=False)}"
    if "rank" not in rows:
        return table
    ranks = rows["rank"].dropna().astype(float)
    said = ", ".join(f"{100 * (ranks <= at).mean():.1f} % at most {at:.2f}" for at in RANKS)
    return f"{table}\n\nRanks among other dates, {len(ranks)} dates: {said}"
