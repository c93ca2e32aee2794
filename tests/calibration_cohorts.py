"""How well pooled answers hold: the product's own ratios of simulated journals, pooled by its own pooling.

    nice -n 10 python -m tests.calibration_cohorts --journals 1200

simulates so many journals for each spread tau between people: journals of every world, in each a medicine
with a true log ratio of its own around log 0.70, read by the program. Cohorts are drawn from these. The
tables say how often the pooled interval holds 0.70, how often the range expected of a further journal holds
one, how often tau is found to be 0, its median, and how far off the pooled log ratio is on average, beside
what as many journals as there are leave open of that.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
import pandas as pd

from analysis.cohort.even_weights import Windows
from analysis.cohort.pooled import OVERSTATED, pool
from analysis.cohort.rows import error_of
from analysis.measures import SeasonBehind
from analysis.measures.arms import whole_fit
from analysis.measures.medications import medication_changes
from analysis.measures.windows import nights_of
from tests.worlds import WORLDS, Effects, simulate

NIGHTS, PER_WEEK = (84, 112, 168), (2.6, 5.0, 10.0)
SHORT = (28, 42), (2.6, 5.0)  # journals with few cramps on each side
TRUTH = log(0.7)
SIZES, TAUS = (5, 20, 80, 200), (0.0, 0.15, 0.3, 0.6)
LEANING = "leaning"  # who writes rather after a cramp: the program says so beside the ratio


@dataclass(frozen=True)
class Off:
    """One journal: its world, its true log ratio, by how much the one given is off, the error it was given
    with, the cramps and nights it is of, its season."""

    world: str
    true: float
    off: float
    error: float
    windows: Windows
    season: SeasonBehind | None


def kept(number: int, seed: int, tau: float, *, short: bool = False) -> Off | None:
    """Journal ``number`` of this spread; None where the program gives no ratio, or one without an end."""
    worlds = [world for world in WORLDS if world != LEANING]
    world = worlds[number % len(worlds)]
    random = np.random.default_rng([seed, number, round(100 * tau)])
    true = float(random.normal(TRUTH, tau))
    effects = Effects(medicine=float(np.exp(true)))
    lengths, rates = SHORT if short else (NIGHTS, PER_WEEK)
    nights = lengths[number // 6 % len(lengths)]
    per_week = rates[number // 6 // len(lengths) % len(rates)]
    journal = simulate(world, nights, per_week, effects, random).journal
    change = medication_changes(journal, whole_fit(nights_of(journal)))[-1]
    error, ratio = error_of(change.change_ratio), change.change_ratio.ratio
    if change.reason is not None or error is None or not ratio:
        return None
    windows = Windows(change.before.cramps, change.before.nights, change.after.cramps, change.after.nights)
    return Off(world, true, log(ratio) - true, error, windows, change.season_behind)


def cohorts(journals: Sequence[Off], size: int, tau: float, number: int, seed: int) -> dict[str, float]:
    """What ``number`` cohorts of ``size`` journals gave. [% of cohorts; tau, off by, width: log ratio]"""
    random = np.random.default_rng([seed, size, round(100 * tau)])
    rows = []
    for _ in range(number):
        drawn = [journals[place] for place in random.integers(len(journals), size=size)]
        further = random.normal(TRUTH, tau)
        values = [one.true + one.off for one in drawn]
        seasons = [one.season for one in drawn if one.season is not None]
        errors = [one.error for one in drawn]
        behind = seasons if len(seasons) == size else ()
        windows = [one.windows for one in drawn]
        found = pool(values, errors, behind, windows, overstated=OVERSTATED, leave_out=False)
        assert found.expected_low is not None
        assert found.expected_high is not None
        rows.append(
            {
                "mean held": 100 * (found.low <= TRUTH <= found.high),
                "further held": 100 * (found.expected_low <= further <= found.expected_high),
                "tau 0": 100 * (found.tau == 0),
                "median tau": found.tau,
                "off by": found.log_ratio - TRUTH,
                "width": found.high - found.low,
            }
        )
    table = pd.DataFrame(rows)
    told = table.mean()
    told["median tau"] = table["median tau"].median()
    return told.to_dict()


def report(journals: Sequence[Off], tau: float, number: int, seed: int) -> str:
    """How far off the journals of this spread are in units of their errors, and a column a size."""
    off = pd.DataFrame(
        [
            {"world": one.world, "z": one.off / one.error, "off": one.off, "error": one.error}
            for one in journals
        ]
    )
    by = off.groupby("world").agg(
        journals=("z", "size"), bias=("z", "mean"), spread=("z", "std"), error=("error", "median")
    )
    whole = off["z"].agg(["mean", "std"]).round(3).to_dict()
    open_ = off["off"].std() / np.sqrt(len(off))
    table = pd.DataFrame({size: cohorts(journals, size, tau, number, seed) for size in SIZES})
    lines = [
        f"tau {tau}: {len(off)} journals, off in units of their errors: {whole}",
        by.round(2).to_string(),
        table.round(2).to_string(),
        f"off by is open by about {2 * open_:.3f}",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--journals", type=int, default=1080, help="of each tau; a multiple of 54 is balanced"
    )
    parser.add_argument("--cohorts", type=int, default=1000, help="of every size and tau")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--short", action="store_true", help="journals of 4 and 6 weeks")
    given = parser.parse_args()
    for tau in TAUS:
        numbers = range(given.journals)
        found = [one for of in numbers if (one := kept(of, given.seed, tau, short=given.short)) is not None]
        print(report(found, tau, given.cohorts, given.seed), flush=True)


if __name__ == "__main__":
    main()
