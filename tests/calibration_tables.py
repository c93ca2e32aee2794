"""What the rows of a calibration add up to: tables for people, and the targets that they miss."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.measures.results import RateRatio

LOWEST_COVERAGE = 93.0  # [%], in every world
HIGHEST_COVERAGE = 98.5  # [%], on average over the worlds
MOST_FALSE_CLAIMS = 5.0  # [%] of journals in which nothing is there
WIDEST = {182: 1.6, 365: 1.35}  # median log-width over that of the exact Poisson interval, by nights
OURS, EXACT = "count model", "exact Poisson"


def ends(ratio: RateRatio) -> tuple[float, float]:
    """The ends of an interval, an open one at 0 or without bound. [-]"""
    return ratio.low or 0.0, np.inf if ratio.high is None else ratio.high


def holds(ratio: RateRatio, true: float) -> bool:
    """Whether the interval of a ratio holds the true one."""
    low, high = ends(ratio)
    return low <= true <= high


def share(values: pd.Series, journal: pd.Series) -> tuple[float, float]:
    """A share and the half-width of the simulation's own 95 % bound [%]; journals are independent, questions
    of one journal are not.
    """
    numbers = values.astype(float)
    if numbers.empty:
        return np.nan, np.nan
    middle = float(numbers.mean())
    sums = (numbers - middle).groupby(journal.to_numpy()).sum()
    reach = 196 * float(np.sqrt((sums**2).sum())) / len(numbers)
    # Not one miss in so many journals still allows for a few: 1 - 0.025^(1/n) is about 3.7 / n.
    return 100 * middle, max(reach, 370 / len(sums))


def answered(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that are not refused and whose method gave an interval, with whether it covers."""
    kept = rows[~rows["refused"] & ~((rows["low"] == 0) & np.isinf(rows["high"]))]
    return kept.assign(covers=(kept["low"] <= kept["truth"]) & (kept["truth"] <= kept["high"]))


def coverage(rows: pd.DataFrame, subject: str, by: str = "world") -> pd.DataFrame:
    """Coverage of every method as ``94.8 ± 0.6`` [%]."""
    kept = _named(answered(rows[rows["subject"] == subject]))
    return _table(kept, by, lambda part: _shown(*share(part["covers"], _journals(part))))


def refusals(rows: pd.DataFrame, by: str = "world") -> pd.DataFrame:
    """Share of questions that the program refuses [%]."""
    ours = rows[(rows["method"] == OURS) & rows["subject"].isin(["change", "exposure"])]
    return (100 * ours.pivot_table(index="subject", columns=by, values="refused", sort=False)).round(1)


def false_claims(rows: pd.DataFrame, by: str = "world") -> pd.DataFrame:
    """Journals in which nothing is there and yet a direction is given [%]."""
    nothing = rows[rows["nothing"] & rows["subject"].isin(["change", "exposure"])]
    keys = list(dict.fromkeys(["method", "world", "journal", by]))
    journals = nothing.groupby(keys, sort=False)["direction"].max().reset_index()
    return _table(journals, by, lambda part: _shown(*share(part["direction"], _journals(part))))


def true_found(rows: pd.DataFrame, by: str = "world") -> pd.DataFrame:
    """Questions with a true ratio other than 1 to which the right direction is given [%]."""
    real = rows[(rows["truth"] != 1) & rows["subject"].isin(["change", "exposure"]) & ~rows["refused"]]
    right = real["direction"] & np.where(real["truth"] < 1, real["high"] < 1, real["low"] > 1)
    real = _named(real).assign(
        right=right, question=np.where(real["subject"] == "change", "change", real["question"])
    )
    return (
        100 * real.pivot_table(index=["question", "method"], columns=by, values="right", sort=False)
    ).round(1)


def widths(rows: pd.DataFrame, by: str = "world") -> pd.DataFrame:
    """Median log-width of the intervals of changes with cramps in both arms. [-]"""
    kept = rows[rows["both_arms"] & (rows["subject"] == "change") & np.isfinite(rows["high"])]
    kept = kept.assign(width=np.log(kept["high"] / kept["low"]))
    return kept.pivot_table(index="method", columns=by, values="width", aggfunc="median", sort=False).round(2)


def width_ratio(rows: pd.DataFrame) -> pd.Series:
    """Our log-width over the exact Poisson interval's for the same change: median by nights. [-]"""
    kept = rows[rows["both_arms"] & (rows["subject"] == "change") & np.isfinite(rows["high"])]
    kept = kept.assign(width=np.log(kept["high"] / kept["low"]))
    wide = kept.pivot_table(index=["nights", "journal", "question"], columns="method", values="width")
    return (wide[OURS] / wide[EXACT]).groupby("nights").median()


def missed(rows: pd.DataFrame, independent_three_a_week: pd.DataFrame | None = None) -> list[str]:
    """The targets that these rows miss; a target is missed when the simulation's own 95 % bound excludes
    it.
    """
    found = []
    for subject in ("change", "exposure"):
        ours = answered(rows[(rows["subject"] == subject) & (rows["method"] == OURS)])
        by_world = {
            str(world): share(part["covers"], part["journal"])
            for world, part in ours.groupby("world", sort=False)
        }
        found += [
            f"{subject}: {each}" for each in coverage_missed(by_world, LOWEST_COVERAGE, HIGHEST_COVERAGE)
        ]
    nothing = rows[rows["nothing"] & (rows["method"] == OURS) & rows["subject"].isin(["change", "exposure"])]
    for world, part in nothing.groupby("world", sort=False):
        journals = part.groupby("journal")["direction"].max()
        middle, reach = share(journals, pd.Series(journals.index))
        if middle - reach > MOST_FALSE_CLAIMS:
            found.append(
                f"a direction in {_shown(middle, reach)} % of journals of {world} with nothing there"
            )
    if independent_three_a_week is not None:
        for nights, ratio in width_ratio(independent_three_a_week).items():
            if ratio > WIDEST[int(str(nights))]:
                found.append(f"{ratio:.2f} times the width of the exact Poisson interval at {nights} nights")
    return found


def _journals(rows: pd.DataFrame) -> pd.Series:
    """One name a journal: numbers begin anew in every world."""
    return rows["world"] + " " + rows["journal"].astype(str)


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    """With the exact Poisson comparison's counterpart for exposures under its own name."""
    regression = (rows["method"] == EXACT) & (rows["subject"] == "exposure")
    return rows.assign(method=rows["method"].mask(regression, "Poisson regression"))


def _table(rows: pd.DataFrame, by: str, cell: object) -> pd.DataFrame:
    assert callable(cell)
    cells = {
        (method, column): cell(part) for (method, column), part in rows.groupby(["method", by], sort=False)
    }
    table = pd.Series(cells).unstack(sort=False)
    return table.reindex(index=rows["method"].unique(), columns=rows[by].unique()).fillna("")


def coverage_missed(by_world: Mapping[str, tuple[float, float]], lowest: float, highest: float) -> list[str]:
    """Worlds whose share covered, with its bound, stays below ``lowest``, and an average above ``highest``.
    [%]"""
    found = [
        f"coverage {_shown(middle, reach)} % in {world}"
        for world, (middle, reach) in by_world.items()
        if middle + reach < lowest
    ]
    average = float(np.mean([middle for middle, _ in by_world.values()]))
    reach = float(np.sqrt(np.sum([reach**2 for _, reach in by_world.values()]))) / len(by_world)
    if average - reach > highest:
        found.append(f"coverage {_shown(average, reach)} % on average")
    return found


def _shown(middle: float, reach: float) -> str:
    return f"{middle:.1f} ± {reach:.1f}"
