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
    goes on. ``per_day``: how often it is taken, None where not told [1/day]; ``as_needed``: said to be taken
    only now and then."""

    medication: str
    generic: str | None
    drug_class: str | None
    dose: float | None
    unit: str | None
    start: date | None
    end: date | None
    per_day: float | None = None
    as_needed: bool = False

    @property
    def key(self) -> str:
        """What tells medicines apart: the generic name, else the name as written."""
        return self.generic or self.medication.strip().lower()


@dataclass(frozen=True)
class Intake:
    """A medicine taken once, on a night on which it was not taken daily."""

    night: date
    medication: str
    generic: str | None
    dose: float | None
    unit: str | None


def single_intakes(journal: Journal) -> tuple[Intake, ...]:
    """What was taken now and then, by night."""
    return tuple(
        Intake(as_date(row.night), str(row.medication), text(row.generic), number(row.dose), text(row.unit))
        for row in journal.intakes.itertuples()
    )


def medication_periods(journal: Journal) -> tuple[MedicationPeriod, ...]:
    """The spells of the journal as dates, medicines in the order in which each was first taken."""
    return tuple(_periods(journal))


def periods_by_medicine(journal: Journal) -> dict[str, list[MedicationPeriod]]:
    """The stretches of each medicine in order, by generic name or else the name as written; without those of
    what is taken as needed, which are nights neither with it nor without it."""
    found: dict[str, list[MedicationPeriod]] = {}
    for period in _periods(journal):
        if not period.as_needed:
            found.setdefault(period.key, []).append(period)
    return found


def _periods(journal: Journal) -> list[MedicationPeriod]:
    return [
        MedicationPeriod(
            medication=str(row.medication),
            generic=text(row.generic),
            drug_class=text(row.drug_class),
            dose=number(row.dose),
            unit=None if number(row.dose) is None else text(row.unit),
            start=_date(row.first_night),
            end=_date(row.last_night),
            per_day=number(row.per_day),
            as_needed=bool(row.as_needed),
        )
        for row in journal.spells.astype(object).itertuples()
    ]


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


def _date(night: object) -> date | None:
    return None if pd.isna(night) else as_date(night)  # type: ignore[call-overload]


def medication_columns(journal: Journal, nights: Nights, *, least_nights: int = 14) -> dict[str, Floats]:
    """A column for each medicine that was taken on some nights and not on others, and one for each later
    dose.

    1 on the nights of it, 0 on the others; only columns with at least ``least_nights`` logged nights on each
    side, the most evenly divided first, and of equal columns one.
    """
    columns: dict[str, Floats] = {}
    for name, periods in periods_by_medicine(journal).items():
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
