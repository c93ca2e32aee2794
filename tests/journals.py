"""Small journals, built in memory: for tests that need a Journal and no file."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.journal.fields import Field, dictionary
from analysis.journal.medicines import Medicine, Statement, medicine_record
from analysis.journal.model import Column, Journal, NightRule, Person, Receipt, Rows

NUMBERS = {"count", "number", "amount", "duration", "scale"}
CRAMP_COLUMNS = ("night", "onset", "severity", "duration", "side", "muscle")
CHANGE_COLUMNS = (
    "night", "medication", "generic", "drug_class", "change", "dose", "unit", "per_day", "reason"
)  # fmt: skip
MEASUREMENT_COLUMNS = ("date", "test", "result", "unit", "low", "high")


def make_journal(
    cramps: Sequence[float | None] | npt.NDArray[np.float64],
    *,
    start: str = "2025-01-06",
    fields: Mapping[str, Sequence[Any]] | None = None,
    cramp_rows: Sequence[Mapping[str, Any]] | None = None,
    changes: Sequence[Mapping[str, Any]] = (),
    measurements: Sequence[Mapping[str, Any]] = (),
    extra_days: pd.DataFrame | None = None,
    own_fields: Sequence[Field] = (),
    unlogged_assumed_cramp_free: bool = False,
    never_says_none: bool = False,
    person: Person | None = None,
) -> Journal:
    """A journal with an entry of ``cramps`` [cramps/night] for each night from ``start``; None is not logged.

    fields : columns by field name, as long as ``cramps``; exposures stand in ``days`` too.
    cramp_rows : the single cramps; without it, one row for each counted cramp that says nothing more.
    changes, measurements : one mapping a row; ``night`` and ``date`` are text, or a position from ``start``.
    extra_days : exposure days outside the nights, indexed by day.
    """
    counts = np.asarray([np.nan if value is None else value for value in cramps], dtype=np.float64)
    index = pd.date_range(start, periods=len(counts), freq="D", unit="us", name="night")
    known = {**dictionary(), **{field.name: field for field in own_fields}}
    nights = pd.DataFrame({"logged": ~np.isnan(counts), "cramps": counts}, index=index)
    for name, values in (fields or {}).items():
        nights[name] = _column(values, known[name], index)
    exposures = [name for name in (fields or {}) if known[name].is_exposure]
    days = nights[exposures].dropna(how="all").rename_axis(index="day")
    if extra_days is not None:
        days = pd.concat([days, extra_days.rename_axis(index="day")]).sort_index()
    logged = np.flatnonzero(~np.isnan(counts))
    nights = nights.iloc[logged[0] : logged[-1] + 1] if logged.size else nights.iloc[:0]
    return Journal(
        nights=nights,
        days=days,
        cramps=_cramp_table(cramp_rows, counts, index),
        changes=(told := _table(changes, CHANGE_COLUMNS, "night", ("dose", "per_day"), index)),
        spells=_spells(told),
        measurements=_table(measurements, MEASUREMENT_COLUMNS, "date", ("result", "low", "high"), index),
        receipts=(
            Receipt(
                name="made_in_memory.csv",
                sha256="0" * 64,
                kind="night diary",
                encoding="utf-8",
                delimiter=",",
                date_order="ymd",
                rows=Rows(read=int(logged.size), used=int(logged.size)),
                columns=(Column("night", "night"), Column("cramps", "cramps")),
            ),
        ),
        night_rule=NightRule("evening", "the evening, as nothing in the files says otherwise"),
        unlogged_assumed_cramp_free=unlogged_assumed_cramp_free,
        never_says_none=never_says_none,
        own_fields=tuple(own_fields),
        person=person or Person(),
    )


def _spells(changes: pd.DataFrame) -> pd.DataFrame:
    """The spells of which these changes would be made."""
    if changes.empty:
        return _no_spells().copy()
    told = [
        Statement(
            (row.night - pd.Timestamp(0)).days,
            Medicine(
                str(row.medication),
                *(
                    None if pd.isna(value) else value
                    for value in (row.generic, row.drug_class, row.dose, row.unit)
                ),
            ),
            row.change,
        )
        for row in changes.itertuples()
    ]
    return medicine_record(told, ()).spells


@cache
def _no_spells() -> pd.DataFrame:
    return medicine_record((), ()).spells


def clustered_counts(
    rng: np.random.Generator,
    nights: int,
    per_week: float = 3.0,
    log_ratio: npt.NDArray[np.float64] | float = 0.0,
    sigma: float = 0.7,
    rho: float = 0.8,
) -> npt.NDArray[np.float64]:
    """Counts whose log-rate wanders (autocorrelation ``rho`` a night, spread ``sigma``), with a mean of
    ``per_week`` where ``log_ratio`` is 0. [cramps/night]"""
    noise = rng.normal(size=nights)
    latent = np.empty(nights)
    latent[0] = sigma * noise[0]
    for night in range(1, nights):
        latent[night] = rho * latent[night - 1] + sigma * np.sqrt(1 - rho**2) * noise[night]
    rate = per_week / 7 * np.exp(latent - sigma**2 / 2 + log_ratio)
    return rng.poisson(rate).astype(np.float64)


def made_up_year(
    seed: int = 1, nights: int = 365, *, start: str = "2024-03-01", unlogged: float = 0.12
) -> Journal:
    """A journal with ten exposures, six changes, single cramps with their clock times, and blood tests.

    More fluid goes with fewer cramps (ratio 0.8 for each 500 mL), a diuretic with more (1.8) and magnesium
    with fewer (0.6); nothing else goes with anything.
    """
    rng = np.random.default_rng(seed)
    hydration = np.clip(rng.normal(1800, 450, nights), 300, 4500)
    activity = np.clip(rng.normal(45, 25, nights), 0, 240)
    diuretic, magnesium = int(nights * 0.3), int(nights * 0.7)
    position = np.arange(nights)
    log_ratio = (
        np.log(0.8) * (hydration - 1800) / 500
        + np.log(1.8) * (position >= diuretic)
        + np.log(0.6) * (position >= magnesium)
    )
    counts = clustered_counts(rng, nights, 3.0, log_ratio, sigma=0.5)
    rows = [
        {
            "night": night,
            "onset": 12.0 + float(np.clip(rng.normal(15, 2), 9, 22)),
            "severity": float(rng.integers(2, 10)),
            "duration": float(rng.integers(1, 9)),
            "side": str(rng.choice(["left", "right"])),
            "muscle": str(rng.choice(["calf", "foot"], p=[0.8, 0.2])),
            "relief": str(rng.choice(["stretching", "massage", "walking"])),
        }
        for night in position
        for _ in range(int(counts[night]))
    ]
    missing = rng.random(nights) < unlogged
    counts[missing] = np.nan
    fields: dict[str, Any] = {
        "hydration": hydration,
        "caffeine": rng.integers(0, 4, nights),
        "alcohol": rng.integers(0, 3, nights),
        "electrolytes": rng.random(nights) < 0.2,
        "activity": activity,
        "overexertion": rng.random(nights) < 0.1,
        "standing": np.clip(rng.normal(4, 1.5, nights), 0, 12),
        "sitting": np.clip(rng.normal(7, 2, nights), 0, 16),
        "stretching": rng.random(nights) < 0.5,
        "massage": (position % 14 == 3) & (position > nights // 2),
        "fatigue": rng.integers(0, 8, nights),
        "sleep": np.clip(rng.normal(6.8, 1, nights), 3, 10),
    }
    share = [0.1, 0.3, 0.45, 0.6, 0.7, 0.9]
    told = [
        ("amlodipine", "calcium channel blocker", "start", 5.0),
        ("furosemide", "loop diuretic", "start", 20.0),
        ("atorvastatin", "statin", "start", 20.0),
        ("furosemide", "loop diuretic", "increase", 40.0),
        ("magnesium", "magnesium", "start", 400.0),
        ("atorvastatin", "statin", "stop", np.nan),
    ]
    changes = [
        {
            "night": int(nights * at),
            "medication": name.capitalize(),
            "generic": name,
            "drug_class": drug_class,
            "change": change,
            "dose": dose,
            "unit": "mg",
        }
        for at, (name, drug_class, change, dose) in zip(share, told, strict=True)
    ]
    potassium = {"test": "potassium", "unit": "mmol/L", "low": 3.5, "high": 5.1}
    return make_journal(
        counts,
        start=start,
        fields=fields,
        cramp_rows=[row for row in rows if not missing[int(str(row["night"]))]],
        changes=changes,
        measurements=[
            {"date": 30, "result": 4.1, **potassium},
            {"date": int(nights * 0.5), "result": 3.2, **potassium},
        ],
    )


def _column(values: Sequence[Any], field: Field, index: pd.DatetimeIndex) -> pd.Series:
    if field.kind in NUMBERS:
        return pd.Series(
            [np.nan if value is None else value for value in values], index=index, dtype="float64"
        )
    if field.kind == "yes_no":
        return pd.Series(list(values), index=index, dtype="boolean")
    return pd.Series(list(values), index=index, dtype="str")


def _when(value: Any, index: pd.DatetimeIndex) -> pd.Timestamp:
    if isinstance(value, int | np.integer):
        return index[0] + pd.Timedelta(days=int(value))
    return pd.Timestamp(value)


def _cramp_table(
    rows: Sequence[Mapping[str, Any]] | None, counts: npt.NDArray[np.float64], index: pd.DatetimeIndex
) -> pd.DataFrame:
    if rows is None:
        rows = [
            {"night": position}
            for position in np.flatnonzero(counts > 0).tolist()
            for _ in range(int(counts[position]))
        ]
    table = _table(rows, CRAMP_COLUMNS, "night", ("severity", "duration"), index, onset=True)
    known = dictionary()
    for name in table.columns:
        if name not in CRAMP_COLUMNS and known[name].kind == "yes_no":
            table[name] = table[name].astype("boolean")
    return table


def _table(
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[str],
    when: str,
    numbers: Sequence[str],
    index: pd.DatetimeIndex,
    *,
    onset: bool = False,
) -> pd.DataFrame:
    """``onset`` as a number counts hours from the midnight at which the date of the evening begins."""
    if not rows:
        return _empty_table(tuple(columns), when, tuple(numbers), onset).copy()
    return _filled_table(rows, columns, when, numbers, index, onset)


@cache
def _empty_table(columns: Sequence[str], when: str, numbers: Sequence[str], onset: bool) -> pd.DataFrame:
    return _filled_table((), columns, when, numbers, pd.DatetimeIndex([]), onset)


def _filled_table(
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[str],
    when: str,
    numbers: Sequence[str],
    index: pd.DatetimeIndex,
    onset: bool,
) -> pd.DataFrame:
    names = list(dict.fromkeys([*columns, *(name for row in rows for name in row)]))
    table = pd.DataFrame([{name: row.get(name) for name in names} for row in rows], columns=names)
    dates = [_when(value, index) for value in table[when]]
    table[when] = pd.Series(dates, index=table.index, dtype="datetime64[us]")
    for name in numbers:
        table[name] = pd.Series(table[name], dtype="float64")
    if onset:
        told = [
            (night + pd.Timedelta(minutes=round(value * 60)))
            if isinstance(value, float) and not np.isnan(value)
            else pd.Timestamp(value)
            for night, value in zip(dates, table["onset"], strict=True)
        ]
        table["onset"] = pd.Series(told, index=table.index, dtype="datetime64[us]")
    for name in names:
        if (
            name not in {when, *numbers}
            and not (onset and name == "onset")
            and not _holds_yes_no(table[name])
        ):
            table[name] = pd.Series(table[name], dtype="str")
    return table


def _holds_yes_no(column: pd.Series) -> bool:
    told = column.dropna()
    return len(told) > 0 and all(isinstance(value, bool | np.bool_) for value in told)
