"""Medication changes as rows, whatever told of them, and their table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd

from analysis.journal.cells import plain
from analysis.journal.medicines.classes import Medicine

CHANGES = ("start", "stop", "increase", "decrease")
CHANGE_COLUMNS = ("night", "medication", "generic", "drug_class", "change", "dose", "unit", "reason")
_DAY = pd.Timedelta(days=1)


@dataclass
class ChangeRow:
    night: pd.Timestamp
    medication: str
    medicine: Medicine
    change: str
    dose: float | None
    unit: str | None
    reason: str | None = None

    def __post_init__(self) -> None:
        # What is stopped is no longer taken: the dose that a stop is written with is the one before it.
        if self.change == "stop":
            self.dose = self.unit = None

    @classmethod
    def told(cls, night: pd.Timestamp, change: str, one: Medicine) -> "ChangeRow":
        """A change of a medicine as a sentence or a list of tablets tells it, with the dose said there."""
        return cls(night, one.as_written, one, change, one.dose, one.unit)

    @property
    def key(self) -> tuple[pd.Timestamp, str, str]:
        return self.night, self.medicine.generic or plain(self.medication), self.change


def change_table(listed: Sequence[ChangeRow], told: Sequence[ChangeRow]) -> pd.DataFrame:
    """All changes by night. One told in a diary that a list has too, on that date or a day beside it,
    counts once.
    """
    known = {(row.night + shift * _DAY, *row.key[1:]) for row in listed for shift in (-1, 0, 1)}
    rows = [*listed]
    for row in told:
        if row.key not in known:
            known.add(row.key)
            rows.append(row)
    rows.sort(key=lambda row: (row.night, row.key[1], row.change))
    return _columns(rows) if rows else _no_changes().copy()


@cache
def _no_changes() -> pd.DataFrame:
    return _columns(())


def _columns(rows: Sequence[ChangeRow]) -> pd.DataFrame:
    table = pd.DataFrame(
        {
            "night": pd.Series([row.night for row in rows], dtype="datetime64[us]"),
            "medication": pd.Series([row.medication for row in rows], dtype="str"),
            "generic": pd.Series([row.medicine.generic for row in rows], dtype="str"),
            "drug_class": pd.Series([row.medicine.drug_class for row in rows], dtype="str"),
            "change": pd.Series([row.change for row in rows], dtype="str"),
            "dose": pd.Series([row.dose for row in rows], dtype="float64"),
            "unit": pd.Series([row.unit for row in rows], dtype="str"),
            "reason": pd.Series([row.reason for row in rows], dtype="str"),
        }
    )
    return table[list(CHANGE_COLUMNS)]
