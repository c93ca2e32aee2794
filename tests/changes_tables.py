"""What the rows of ``tests/calibration_changes.py`` add up to, and the targets that they miss."""

from itertools import pairwise

import pandas as pd

from tests.calibration_tables import OURS, coverage_missed, share

DRAWN = 0.0  # stands for a true ratio drawn from a population of mostly small changes
LOWEST_COVERAGE = 94.0  # [%], in every world
HIGHEST_COVERAGE = 97.5  # [%], on average over the worlds
MOST_FALSE, MOST_FALSE_IN_ONE = 5.0, 7.5  # [%] of journals in which nothing is there
LEAST_FOUND = {0.5: 25.0, 0.3: 50.0}  # [%], by true ratio
OF_THE_ORACLE = 60.0  # [%] of what the oracle finds at 26 weeks a side
BINS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 1.01)
UNLIKELY, HALVING = 0.1, 0.5  # a chance at most, that the ratio is at most
CHANCES_OFF = 5.0  # [percentage points]


def answered(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with an interval: whether it covers, and what it says."""
    told = rows[~rows["refused"].astype(bool)].copy()
    told["covers"] = (told["low"] <= told["true"]) & (told["true"] <= told["high"])
    told["fewer_said"] = told["high"] < 1
    told["direction"] = told["fewer_said"] | (told["low"] > 1)
    return told


def missed(rows: pd.DataFrame) -> list[str]:
    """The targets that these rows miss: where the simulation's own 95 % bound excludes them."""
    ours = answered(rows[rows["method"] == OURS])
    if ours.empty:
        return []
    fixed = ours[~ours["drawn"].astype(bool)]
    by_world = {str(world): _share(part, "covers") for world, part in fixed.groupby("world", sort=False)}
    found = coverage_missed(by_world, LOWEST_COVERAGE, HIGHEST_COVERAGE)
    nothing = fixed[fixed["true"] == 1]
    for name, part, most in [
        ("all worlds", nothing, MOST_FALSE),
        *((str(world), part, MOST_FALSE_IN_ONE) for world, part in nothing.groupby("world", sort=False)),
    ]:
        middle, reach = _share(part, "direction")
        if middle - reach > most:
            found.append(f"a direction in {middle:.1f} ± {reach:.1f} % where nothing is there, {name}")
    for ratio, least in LEAST_FOUND.items():
        middle, reach = _share(fixed[fixed["true"] == ratio], "fewer_said")
        if middle + reach < least:
            found.append(f"true ratio {ratio} found in {middle:.1f} ± {reach:.1f} %")
    return found + [
        f"{claim} said {said:.1f}, true {true:.1f} ± {reach:.1f} % ({journals} journals)"
        for claim, said, true, reach, journals in chances(ours)
        if abs(said - true) - reach > CHANCES_OFF
    ]


def chances(ours: pd.DataFrame) -> list[tuple[str, float, float, float, int]]:
    """Claim, said and true [%] with the simulation's own bound, and journals: where the true ratio is
    drawn."""
    ours = ours[ours["drawn"].astype(bool)]
    if ours.empty:
        return []
    claims = {"fewer": ours["true"] < 1, "quarter": ours["true"] <= 0.75, "half": ours["true"] <= 0.5}
    lines = []
    for claim, truth in claims.items():
        said = ours[claim].astype(float)
        for low, high in pairwise(BINS):
            inside = (said >= low) & (said < high)
            if inside.any():
                true, reach = share(truth[inside], _journals(ours[inside]))
                lines.append((claim, 100 * float(said[inside].mean()), true, reach, int(inside.sum())))
    return lines


def unlikely(ours: pd.DataFrame) -> str:
    """In how many journals with a drawn true ratio it can be said, in how many of them it is right, and in
    which world least often. [%]"""
    if ours.empty:
        return "not asked"
    said = ours[ours["half"].astype(float) <= UNLIKELY]
    right = said.assign(right=said["true"] > HALVING)
    if right.empty:
        return "never said"
    middle, reach = share(right["right"], _journals(right))
    by_world = right.groupby("world")["right"].mean()
    return (
        f"said in {100 * len(said) / len(ours):.1f} of {len(ours)} journals, "
        f"right in {middle:.1f} ± {reach:.1f}; least in {by_world.idxmin()}, {100 * by_world.min():.1f}"
    )


def report(rows: pd.DataFrame) -> str:
    """The tables: coverage, false directions and what is found, in per cent."""
    told = answered(rows)
    told["drawn"] = told["drawn"].astype(bool)
    drawn, fixed = told[told["drawn"]], told[~told["drawn"]]
    nothing, there = fixed[fixed["true"] == 1], fixed[fixed["true"] < 1]

    def table(frame: pd.DataFrame, column: str, by: list[str]) -> str:
        made = frame.pivot_table(index=by, columns="method", values=column, aggfunc="mean")
        return str((100 * made).round(1).to_string())

    by_world = fixed.groupby(["method", "world"])["covers"].mean().groupby("method").mean()
    far = there[there["a_side"] == there["a_side"].max()].pivot_table(
        index="true", columns="method", values="fewer_said"
    )
    parts = [
        ("Coverage of the 95 % interval [%]", table(fixed, "covers", ["world"])),
        ("Coverage, average over the worlds [%]", str((100 * by_world).round(1).to_string())),
        ("Coverage where the true ratio is drawn [%]", table(drawn, "covers", ["world"])),
        ("Coverage by nights a side [%]", table(fixed, "covers", ["a_side"])),
        ("A direction where nothing is there [%]", table(nothing, "direction", ["world"])),
        ("All worlds: a direction where nothing is there [%]", table(nothing, "direction", ["true"])),
        ("Falls found, by true ratio and nights a side [%]", table(there, "fewer_said", ["true", "a_side"])),
        (
            "Falls found, by true ratio and cramps a week [%]",
            table(there, "fewer_said", ["true", "per_week"]),
        ),
        ("Falls found, all lengths [%]", table(there, "fewer_said", ["true"])),
        ("Falls found, by world [%]", table(there, "fewer_said", ["true", "world"])),
        (
            "Of what the oracle finds with the longest windows [%]",
            str((100 * far.div(far["oracle"], axis=0)).round(0).to_string()) if "oracle" in far else "",
        ),
        ("Journals a world and true ratio", str(rows.groupby("world")["number"].nunique().min())),
        (
            "What chances say and what is true [%]",
            "\n".join(
                f"{claim:8} said {said:5.1f}  true {true:5.1f} ± {reach:4.1f}  journals {journals}"
                for claim, said, true, reach, journals in chances(drawn[drawn["method"] == OURS])
            ),
        ),
        ("“A halving is unlikely” [%]", unlikely(drawn[drawn["method"] == OURS])),
        ("Targets missed", "; ".join(missed(rows)) or "none"),
    ]
    return "\n\n".join(f"{title}\n\n{text}" for title, text in parts)


def _share(rows: pd.DataFrame, column: str) -> tuple[float, float]:
    return share(rows[column], _journals(rows))


def _journals(rows: pd.DataFrame) -> pd.Series:
    """One name a journal: each world, number and true ratio has its own."""
    return rows["world"] + " " + rows["number"].astype(str) + " " + rows["true"].astype(str)
