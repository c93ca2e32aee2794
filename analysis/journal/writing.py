"""A journal as one CSV that can be read again: its tables below one another, each under a title."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.journal.added import EVENTS, REMARKS
from analysis.journal.fields import dictionary
from analysis.journal.model import Journal
from analysis.journal.receipts import to_csv

_NIGHT = "night of"
TITLES = (
    "Nights",
    "Days",
    "Cramps",
    "Medication changes",
    "Taken since before",
    "Single intakes",
    "Blood tests",
    EVENTS,
)
_OWN = "own:"
_UNITS_SAID = ("mL/day", "min/day", "min", "h", "0-10")


def export_journal(journal: Journal) -> bytes:
    """All tables of the journal as one CSV (UTF-8 with BOM), each under a title; reading it gives the same
    journal.

    A night that counts as cramp-free only by assumption is not written. No cell begins as a formula does.
    """
    records: list[Sequence[str]] = []
    own = {field.name: f"{_OWN}{field.label}" for field in journal.own_fields}
    tables = (
        _nights(journal),
        _days(journal),
        journal.cramps,
        journal.changes.drop(columns=["generic", "drug_class"]),
        _since_before(journal),
        _intakes(journal),
        journal.measurements,
        journal.events,
    )
    for title, table in zip(TITLES, tables, strict=True):
        if len(table):
            records += _section(title, table, own)
    return to_csv(records)


def is_own_export(records: Sequence[Sequence[str]]) -> bool:
    """Whether a file begins as `export_journal` begins it: a title, and under it the header of its table."""
    if len(records) < 2 or not records[0] or not records[1]:
        return False
    heads = (_NIGHT, "date", _NIGHT, _NIGHT, "medication", _NIGHT, "date", "first_night", _NIGHT)
    begins = dict(zip((*TITLES, REMARKS), heads, strict=True))
    return not any(records[0][1:]) and begins.get(records[0][0]) == records[1][0]


def _nights(journal: Journal) -> pd.DataFrame:
    nights = journal.nights
    known = dictionary()
    kept = [name for name in nights.columns if name in known and known[name].table != "day"]
    table = nights[kept]
    table = table[~table.index.isin(journal.nights_assumed)] if len(journal.nights_assumed) else table
    return table.dropna(how="all").reset_index(names=_NIGHT)


def _days(journal: Journal) -> pd.DataFrame:
    return journal.days.reset_index(names="date")


def _since_before(journal: Journal) -> pd.DataFrame:
    """The medicines that were taken when the journal began, as a list with an empty first day. Where one
    ends stands among the changes.
    """
    spells = journal.spells[journal.spells["first_night"].isna()]
    return spells[["medication", "dose", "unit"]].assign(start="")


def _intakes(journal: Journal) -> pd.DataFrame:
    return journal.intakes.drop(columns=["generic"]).assign(change="taken as needed")


def _section(title: str, table: pd.DataFrame, own: dict[str, str]) -> Iterable[Sequence[str]]:
    yield [title]
    yield [own.get(name, _heading(name)) for name in map(str, table.columns)]
    columns = [[_cell(value, str(name)) for value in table[name].tolist()] for name in table.columns]
    yield from zip(*columns, strict=True)


def _heading(name: str) -> str:
    """The header of a field, with its unit where one has to be known to read it again."""
    if name == "night":
        return _NIGHT
    field = dictionary().get(name)
    return f"{name} [{field.unit}]" if field is not None and field.unit in _UNITS_SAID else name


def _cell(value: Any, name: str) -> str:
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, pd.Timestamp):
        return (
            value.date().isoformat()
            if value == value.normalize() and name != "onset"
            else value.isoformat(" ", "seconds")
        )
    return str(value)
