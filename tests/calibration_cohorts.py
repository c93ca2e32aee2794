"""How well pooled answers hold: the product's own ratios of simulated journals, pooled by its own pooling.

    nice -n 10 python -m tests.calibration_cohorts --journals 1200
    nice -n 10 python -m tests.calibration_cohorts --ratio 0.5 --short
    nice -n 10 python -m tests.calibration_cohorts --ratio 0.5 --short --own-errors

simulates journals of every world, in each a medicine with a known ratio, and keeps of each by how much the
log ratio that the program gives is off, with its error. Cohorts are then drawn from these: every journal in
them has a true log ratio of its own around that of ``--ratio``, spread by tau, on which what it was off is
laid. The tables say how often the pooled interval holds that ratio, by how much the pooled one is off, how
often the range expected of a further journal holds one, how often tau is found to be 0, and its median.
``--short``: journals of six to eight weeks, some with few cramps. ``--own-errors``: pooled without evening.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
import pandas as pd

from analysis.cohort.pooled import OVERSTATED, Counted, pool
from analysis.cohort.rows import error_of
from analysis.measures import SeasonBehind
from analysis.measures.arms import whole_fit
from analysis.measures.medications import medication_changes
from analysis.measures.windows import nights_of
from tests.worlds import WORLDS, Effects, simulate

LONG = (84, 112, 168), (2.6, 5.0, 10.0)  # nights, and cramps a week
SHORT = (42, 49, 56), (1.5, 2.6, 5.0)
RATIO, SPREAD = 0.7, 0.3  # of the journals that are kept
SIZES, TAUS = (5, 20, 80, 200), (0.0, 0.15, 0.3, 0.6)
LEANING = "leaning"  # who writes rather after a cramp: the program says so beside the ratio


@dataclass(frozen=True)
class Off:
    """One journal: its world, by how much its log ratio is off, the error it was given with, its season, and
    what it was counted from."""

    world: str
    off: float
    error: float
    season: SeasonBehind | None
    counted: Counted


def kept(number: int, seed: int, ratio: float = RATIO, *, short: bool = False) -> Off | None:
    """Journal ``number``; None where the program gives no ratio, or one without an end."""
    worlds = [world for world in WORLDS if world != LEANING]
    world = worlds[number % len(worlds)]
    random = np.random.default_rng([seed, number])
    true = float(random.normal(log(ratio), SPREAD))
    effects = Effects(medicine=float(np.exp(true)))
    lengths, rates = SHORT if short else LONG
    nights, per_week = lengths[number // 6 % 3], rates[number // 18 % 3]
    journal = simulate(world, nights, per_week, effects, random).journal
    change = medication_changes(journal, whole_fit(nights_of(journal)))[-1]
    error, found = error_of(change.change_ratio), change.change_ratio.ratio
    if change.reason is not None or error is None or not found:
        return None
    before, after = change.before, change.after
    counted = Counted(before.cramps + after.cramps, before.nights, after.nights)
    return Off(world, log(found) - true, error, change.season_behind, counted)


def cohorts(
    journals: Sequence[Off],
    size: int,
    tau: float,
    number: int,
    seed: int,
    ratio: float = RATIO,
    *,
    own_errors: bool = False,
) -> dict[str, float]:
    """What ``number`` cohorts of ``size`` journals gave. [% of cohorts; tau: -]"""
    random = np.random.default_rng([seed, size, round(100 * tau)])
    truth, rows = log(ratio), []
    for _ in range(number):
        drawn = [journals[place] for place in random.integers(len(journals), size=size)]
        true = random.normal(truth, tau, size + 1)
        values = [own + one.off for own, one in zip(true, drawn, strict=False)]
        seasons = [one.season for one in drawn if one.season is not None]
        errors = [one.error for one in drawn]
        behind = seasons if len(seasons) == size else ()
        counted = () if own_errors else [one.counted for one in drawn]
        found = pool(values, errors, behind, counted=counted, overstated=OVERSTATED, leave_out=False)
        assert found.expected_low is not None
        assert found.expected_high is not None
        rows.append(
            {
                "mean held": 100 * (found.low <= truth <= found.high),
                "off": found.log_value - truth,
                "further held": 100 * (found.expected_low <= true[-1] <= found.expected_high),
                "tau 0": 100 * (found.tau == 0),
                "median tau": found.tau,
                "width": found.high - found.low,
            }
        )
    table = pd.DataFrame(rows)
    told = table.mean()
    told["median tau"] = table["median tau"].median()
    return told.to_dict()


def report(
    journals: Sequence[Off], number: int, seed: int, ratio: float = RATIO, *, own_errors: bool = False
) -> str:
    """How far off the journals are in units of their errors, and a table for each true tau."""
    off = pd.DataFrame(
        [{"world": one.world, "z": one.off / one.error, "error": one.error} for one in journals]
    )
    by = off.groupby("world").agg(
        journals=("z", "size"), bias=("z", "mean"), spread=("z", "std"), error=("error", "median")
    )
    whole = off["z"].agg(["mean", "std"]).round(3).to_dict()
    lines = [f"{len(off)} journals, off in units of their errors: {whole}", by.round(2).to_string()]
    for tau in TAUS:
        cells = {
            size: cohorts(journals, size, tau, number, seed, ratio, own_errors=own_errors) for size in SIZES
        }
        table = pd.DataFrame(cells)
        lines += [f"tau {tau}", table.round(3).to_string()]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--journals", type=int, default=1200, help="a multiple of 54 is balanced")
    parser.add_argument("--cohorts", type=int, default=1000, help="of every size and tau")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--ratio", type=float, default=RATIO, help="the true one")
    parser.add_argument("--short", action="store_true", help="journals of six to eight weeks")
    parser.add_argument("--own-errors", action="store_true", help="each journal's, not evened")
    given = parser.parse_args()
    every = (kept(number, given.seed, given.ratio, short=given.short) for number in range(given.journals))
    found = [one for one in every if one is not None]
    print(report(found, given.cohorts, given.seed, given.ratio, own_errors=given.own_errors))


if __name__ == "__main__":
    main()
