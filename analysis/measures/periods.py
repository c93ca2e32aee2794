"""Which medicine was taken at which dose from when to when."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from analysis.journal import Journal
from analysis.measures.windows import Floats, Nights, as_date


@dataclass(frozen=True)
class MedicationPeriod:
    """A stretch of one dose, for the lanes of the timeline. ``start`` None: before the journal; ``end`` None:
    goes on."""

    medication: str
    generic: str | None
    drug_class: str | None
    dose: float | None
    unit: str | None
    start: date | None
    end: date | None


def medication_periods(journal: Journal) -> tuple[MedicationPeriod, ...]:
    """The stretches between the changes of each medicine, medicines in the order of their first change.

    A medicine whose first change is not a start was taken before, at a dose that is not known. A start while
    it is being taken counts as another dose. The last night of a stretch is the one before the change.
    """
    return tuple(period for told in by_medicine(journal.changes).values() for period in _periods(told))


def by_medicine(changes: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The changes of each medicine, in the order of nights, by generic name or else the name as written."""
    if changes.empty:
        return {}
    ordered = changes.sort_values("night", kind="stable")
    keys = ordered["generic"].fillna(ordered["medication"].str.strip().str.lower())
    return {str(key): told for key, told in ordered.groupby(keys, sort=False)}


def text(value: object) -> str | None:
    """Text of a table's cell, None where it is missing."""
    return None if pd.isna(value) else str(value)  # type: ignore[call-overload]


def number(value: object) -> float | None:
    """Number of a table's cell, None where it is missing."""
    return None if pd.isna(value) else float(value)  # type: ignore[call-overload, arg-type]


def _periods(told: pd.DataFrame) -> list[MedicationPeriod]:
    """A stretch is named as the change that began it wrote it, or else the one that ended it."""
    periods: list[MedicationPeriod] = []
    last = told.iloc[0]
    taking, start, dose = last["change"] != "start", None, None
    for _, row in told.iterrows():
        night = as_date(row["night"])
        if taking and (start is None or start < night):
            periods.append(_period(last, dose, start, night - timedelta(days=1)))
        taking, start, dose, last = row["change"] != "stop", night, number(row["dose"]), row
    if taking:
        periods.append(_period(last, dose, start, None))
    return periods


def _period(told: pd.Series, dose: float | None, start: date | None, end: date | None) -> MedicationPeriod:
    return MedicationPeriod(
        medication=str(told["medication"]),
        generic=text(told["generic"]),
        drug_class=text(told["drug_class"]),
        dose=dose,
        unit=None if dose is None else text(told["unit"]),
        start=start,
        end=end,
    )


def medication_columns(journal: Journal, nights: Nights, *, least_nights: int = 14) -> dict[str, Floats]:
    """A column for each medicine that was taken on some nights and not on others, and one for each later
    dose.

    1 on the nights of it, 0 on the others; only columns with at least ``least_nights`` logged nights on each
    side, the most evenly divided first, and of equal columns one.
    """
    columns: dict[str, Floats] = {}
    for name, told in by_medicine(journal.changes).items():
        periods = _periods(told)
        columns[name] = sum((_on(period, nights) for period in periods), start=np.zeros(len(nights.dates)))
        for place, period in enumerate(periods[1:], start=2):
            if period.start is not None and _follows(periods[place - 2], period):
                columns[f"{name}, dose {place}"] = _on(period, nights)
    balance = {name: _smaller_side(column, nights) for name, column in columns.items()}
    kept: dict[str, Floats] = {}
    for name in sorted(columns, key=lambda name: -balance[name]):
        same = any(
            np.array_equal(columns[name], column) or np.array_equal(columns[name], 1 - column)
            for column in kept.values()
        )
        if balance[name] >= least_nights and not same:
            kept[name] = columns[name]
    return kept


def _on(period: MedicationPeriod, nights: Nights) -> Floats:
    first = 0 if period.start is None else nights.position(period.start)
    last = len(nights.dates) - 1 if period.end is None else nights.position(period.end)
    return nights.within(first, last + 1).astype(np.float64)


def _follows(before: MedicationPeriod, after: MedicationPeriod) -> bool:
    return (
        before.end is not None and after.start is not None and after.start - before.end == timedelta(days=1)
    )


def _smaller_side(column: Floats, nights: Nights) -> int:
    on = int((nights.logged & (column > 0)).sum())
    return min(on, int(nights.logged.sum()) - on)
