"""Imported once, in the process from which workers are forked: a made-up journal is read, each pattern
compiled, and what fits use loaded, so that word lists and what libraries set up at their first use are there
before a worker begins. Without it each would spend most of its time on them. Nothing of a visit is in it."""

from datetime import date, timedelta

import scipy.linalg
import scipy.special  # noqa: F401

from analysis.journal import compile_patterns, generic_name, read_journal

NIGHTS = 70
DRUG, FROM = "Magnesium", 35
MISSPELT = "Magneseum"


def made_up() -> list[tuple[str, bytes]]:
    """A diary and the one change of its medicine.

    >>> [name for name, _ in made_up()]
    ['nights.csv', 'medication_changes.csv']
    """
    first = date(2025, 1, 6)
    rows = ["Night,Cramps,Cramp times,Pain,Fluid (ml),Exercise (min)"]
    for night in range(NIGHTS):
        cramps = (night * 7) % 11 % 3
        times = "; ".join(f"{2 + at}:10" for at in range(cramps))
        fluid, exercise = 1200 + night * 31 % 700, night % 4 * 15
        rows.append(f"{first + timedelta(night)},{cramps},{times},{2 * cramps},{fluid},{exercise}")
    changed = f"Date,Medication,Change,Dose\n{first + timedelta(FROM)},{DRUG},Started,300 mg\n"
    return [("nights.csv", "\n".join(rows).encode()), ("medication_changes.csv", changed.encode())]


read_journal(made_up())
generic_name(MISSPELT)
compile_patterns()
