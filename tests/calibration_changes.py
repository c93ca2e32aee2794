"""How well the model for changes holds, and what it finds, where one change is the named question.

    python -m tests.calibration_changes --journals 300

Journals of 8, 16 and 26 weeks a side, 1, 3 and 6 cramps a week, in the worlds of ``tests/other_worlds.py``;
each world with no change, a halving, a fall of 70 % and a true ratio drawn from mostly small changes. The
program's own ``medication_changes`` answers, beside exact Poisson, quasi-Poisson weeks and Poisson regression
with Newey-West errors on the same journals.
"""

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from analysis.measures import medication_changes, nights_of, whole_fit
from analysis.measures.results import RateRatio
from tests.exact_poisson import exact_poisson_ratio
from tests.other_worlds import OTHER_WORLDS, one_change
from tests.rivals import poisson_regression, quasi_poisson_weeks

A_SIDE = (56, 112, 182)
PER_WEEK = (1.0, 3.0, 6.0)
RATIOS = (1.0, 0.5, 0.3)
DRAWN = 0.0  # stands for a true ratio drawn from a population of mostly small changes


def rows_of(world: str, number: int, ratio: float, seed: int) -> Iterator[dict[str, Any]]:
    """One row a method."""
    a_side, per_week = A_SIDE[number % 3], PER_WEEK[number // 3 % 3]
    random = np.random.default_rng([seed, list(OTHER_WORLDS).index(world), number, int(100 * ratio)])
    drawn = ratio == DRAWN
    if drawn:
        ratio = float(np.exp(random.normal(0, random.choice([0.3, 0.6, 1.2], p=[0.4, 0.4, 0.2]))))
    journal, _, _ = one_change(world, a_side, per_week, ratio, random)
    nights = nights_of(journal)
    [found] = medication_changes(journal, whole_fit(nights))
    base = {"world": world, "number": number, "a_side": a_side, "per_week": per_week}
    base |= {"true": ratio, "drawn": drawn}
    yield (
        base
        | _row("count model", found.change_ratio)
        | {
            "fewer": found.chances.fewer,
            "quarter": found.chances.quarter_fewer,
            "half": found.chances.half_fewer,
            "shrunk": found.chances.ratio,
        }
    )
    if found.reason is not None or drawn:
        return
    after = np.arange(len(nights.dates)) >= a_side
    late, early = nights.rate(after), nights.rate(~after)
    yield base | _row(
        "exact Poisson", exact_poisson_ratio(late.cramps, late.nights, early.cramps, early.nights)
    )
    yield base | _row("quasi-Poisson weeks", quasi_poisson_weeks(nights.counts, after))
    if min(late.cramps, early.cramps) > 0:
        regression = poisson_regression(nights.counts, np.column_stack([np.ones(len(after)), after]))
        if regression is not None:
            yield base | _row("Newey-West", regression.ratio(1, regression.newey_west))


def _row(method: str, ratio: RateRatio | None) -> dict[str, Any]:
    if ratio is None or ratio.p_value is None:
        return {"method": method, "refused": True}
    low, high = ratio.low or 0.0, np.inf if ratio.high is None else ratio.high
    return {"method": method, "refused": False, "ratio": ratio.ratio, "low": low, "high": high}


def report(rows: pd.DataFrame) -> str:
    """The tables: coverage, false directions and what is found, in per cent."""
    told = rows[~rows["refused"].astype(bool)].copy()
    told["covers"] = (told["low"] <= told["true"]) & (told["true"] <= told["high"])
    told["fewer_said"] = told["high"] < 1
    told["direction"] = told["fewer_said"] | (told["low"] > 1)
    drawn, told = told[told["drawn"]], told[~told["drawn"]]
    nothing = told[told["true"] == 1]

    def table(frame: pd.DataFrame, column: str, by: list[str]) -> str:
        made = frame.pivot_table(index=by, columns="method", values=column, aggfunc="mean")
        return str((100 * made).round(1).to_string())

    there = told[told["true"] < 1]
    parts = [
        (
            "Coverage of the 95 % interval where the true ratio is drawn [%]",
            table(drawn, "covers", ["world"]),
        ),
        ("Coverage of the 95 % interval [%]", table(told, "covers", ["world"])),
        ("Coverage by nights a side [%]", table(told, "covers", ["a_side"])),
        ("A direction where nothing is there [%]", table(nothing, "direction", ["world"])),
        ("All worlds: a direction where nothing is there [%]", table(nothing, "direction", ["true"])),
        ("Falls found, by true ratio and nights a side [%]", table(there, "fewer_said", ["true", "a_side"])),
        ("Falls found, all lengths [%]", table(there, "fewer_said", ["true"])),
        ("Falls found, by world [%]", table(there, "fewer_said", ["true", "world"])),
        ("Journals a world and true ratio", str(rows.groupby("world")["number"].nunique().min())),
        ("Coverage, average over the worlds [%]", _average(told)),
        ("What chances say and what is true [%]", _bins(drawn)),
    ]
    return "\n\n".join(f"{title}\n\n{text}" for title, text in parts)


def _average(told: pd.DataFrame) -> str:
    by_world = told.groupby(["method", "world"])["covers"].mean().groupby("method").mean()
    return str((100 * by_world).round(1).to_string())


def _bins(ours: pd.DataFrame) -> str:
    """Said against true, where the true ratio is drawn."""
    claims = {"fewer": ours["true"] < 1, "quarter": ours["true"] <= 0.75, "half": ours["true"] <= 0.5}
    lines = []
    for claim, truth in claims.items():
        said = ours[claim].astype(float)
        for low, high in ((0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.8), (0.8, 0.95), (0.95, 1.01)):
            inside = (said >= low) & (said < high)
            if inside.any():
                lines.append(
                    f"{claim:8} said {100 * said[inside].mean():5.1f}  "
                    f"true {100 * truth[inside].mean():5.1f}  journals {inside.sum()}"
                )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="How well the model for changes holds, and what it finds.")
    parser.add_argument("--journals", type=int, default=2000, help="journals a world and true ratio")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=Path, help="write each row here as it comes (CSV)")
    asked = parser.parse_args()
    rows: list[dict[str, Any]] = []
    names = [
        "world",
        "number",
        "a_side",
        "per_week",
        "true",
        "drawn",
        "method",
        "refused",
        "ratio",
        "low",
        "high",
    ]
    names += ["fewer", "quarter", "half", "shrunk"]
    kept = asked.rows.open("w", newline="") if asked.rows else None
    writer = csv.DictWriter(kept, names) if kept else None
    if writer is not None:
        writer.writeheader()
    for number in range(asked.journals):
        for world in OTHER_WORLDS:
            for ratio in (*RATIOS, DRAWN):
                found = list(rows_of(world, number, ratio, asked.seed))
                rows += found
                if writer is not None and kept is not None:
                    writer.writerows(found)
                    kept.flush()
    print(report(pd.DataFrame(rows)))


if __name__ == "__main__":
    sys.exit(main())
