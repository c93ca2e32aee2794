"""How well what the program says holds, table by table, on journals whose truth is known.

    python -m tests.calibration                         the tables that there are
    python -m tests.calibration claims --journals 300   one of them
    python -m tests.calibration changes --journals 2000 --worlds runs,bursts --seed 11 --rows rows.csv
    python -m tests.calibration changes --tables rows.csv

A run can be stopped: each row stands in ``--rows`` as soon as it is known, and ``--tables`` prints what the
rows of a file, or of several, add up to. ``--seconds`` ends a run after the next whole round of the worlds,
so that all worlds have as many journals.
"""

import argparse
import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from tests import (
    calibration_chances,
    calibration_changes,
    calibration_claims,
    calibration_needed,
    calibration_plans,
    calibration_questions,
)

Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """``run`` gives the rows of so many journals a world for a seed, ``report`` what they add up to."""

    says: str
    journals: int
    worlds: tuple[str, ...]
    run: Callable[..., Iterator[Row]]
    report: Callable[[pd.DataFrame], str]


TABLES = {
    "questions": Table(
        "changes and exposures in journals with both, beside the textbook's methods",
        2000, tuple(calibration_questions.WORLDS), calibration_questions.every_row,
        calibration_questions.report_of,
    ),
    "changes": Table(
        "one named change: coverage, false directions, what is found, chances, beside oracle and rivals",
        2000, calibration_changes.WORLDS, calibration_changes.run, calibration_changes.report,
    ),
    "rivals": Table(
        "GLARMA alone on the same journals, which is slow; to be printed together with the rows of changes",
        300, calibration_changes.WORLDS, calibration_changes.rival_rows, calibration_changes.report,
    ),
    "claims": Table(
        "trend, last weeks, periods, courses, rates by level, week and month, curves, usual range, date rank",
        300, calibration_claims.WORLDS, calibration_claims.run, calibration_claims.report,
    ),
    "chances": Table(
        "chances and sizes beside exposures and courses, where the true ratio is drawn",
        300, calibration_chances.WORLDS_ASKED, calibration_chances.run, calibration_chances.report,
    ),
    "needed": Table(
        "whether the number of nights that is told gives the chance that it was told for",
        300, calibration_needed.WORLDS, calibration_needed.run, calibration_needed.report,
    ),
    "plans": Table(
        "plans by turns and as one change: coverage, false directions, what is found, told against true",
        300, calibration_plans.WORLDS, calibration_plans.run, calibration_plans.report,
    ),
}  # fmt: skip


def written(rows: Iterable[Row], to: Path) -> Iterator[Row]:
    """The rows, each written to a CSV as soon as it is known; its columns are those of the first row and all
    that the later ones bring."""
    columns: list[str] = []
    kept: list[Row] = []
    for row in rows:
        kept.append(row)
        if new := [name for name in row if name not in columns]:
            columns += new
            with to.open("w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, columns)
                writer.writeheader()
                writer.writerows(kept)
        else:
            with to.open("a", newline="", encoding="utf-8") as file:
                csv.DictWriter(file, columns).writerow(row)
        yield row


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description="How well what the program says holds, on journals whose truth is known."
    )
    parser.add_argument("table", nargs="?", choices=list(TABLES))
    parser.add_argument("--journals", type=int, help="a world (where a true ratio is set: and a true ratio)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worlds", help="only these, with commas between them")
    parser.add_argument("--seconds", type=float, default=np.inf, help="stop at the next whole round")
    parser.add_argument("--rows", type=Path, help="write each row here as it comes (CSV)")
    parser.add_argument("--tables", type=Path, nargs="+", help="only print what these rows add up to")
    given = parser.parse_args(arguments)
    if given.table is None:
        print("\n".join(f"{name:10} {table.says}" for name, table in TABLES.items()))
        return 0
    table = TABLES[given.table]
    if given.tables:
        print(table.report(pd.concat([pd.read_csv(file) for file in given.tables], ignore_index=True)))
        return 0
    worlds = table.worlds if given.worlds is None else tuple(given.worlds.split(","))
    if unknown := [world for world in worlds if world not in table.worlds]:
        parser.error(
            f"no such world of {given.table}: {', '.join(unknown)}; it has {', '.join(table.worlds)}"
        )
    rows = table.run(given.journals or table.journals, given.seed, worlds=worlds, seconds=given.seconds)
    found = pd.DataFrame(rows if given.rows is None else written(rows, given.rows))
    print(table.report(found))
    numbers = found.groupby("world")["number"].nunique()
    print(f"\nSeed {given.seed}; {numbers.min()} to {numbers.max()} journals a world, {len(worlds)} worlds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
