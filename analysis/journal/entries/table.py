"""The rows of one table as values, once they are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.journal.cells import DatePart
from analysis.journal.columns import Plan, TablePlan
from analysis.journal.fields import Field
from analysis.journal.model import DateOrder, DatesMean
from analysis.journal.receipts import Draft

NUMBERS = frozenset({"count", "number", "amount", "duration", "scale"})
ONE_DAY = 24 * 60 * 60  # seconds
NO_MOMENT: int = int(np.iinfo(np.int64).min)  # also numpy's own NaT


def as_date(day: int) -> date:
    """The date of a day that is counted since 1970-01-01."""
    return date(1970, 1, 1) + timedelta(days=int(day))


@dataclass(frozen=True)
class Settings:
    """How to read, as given to ``read_journal``. ``meanings``: what a text in the cells of a heading means,
    both plain.
    """

    today: date
    date_order: DateOrder | None = None
    glass_ml: float = 250.0
    meanings: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass
class Entries:
    """One table, read. Every list has one entry for each row; ``values`` holds them by field, None where
    blank.

    ``seconds`` are wall-clock moments as written, since 1970-01-01, and `NO_MOMENT` for a row without one;
    ``timed`` tells which carry a time of day. ``own_fields`` describes the columns that the person keeps
    under their own name. ``each`` holds what numbered columns say of a first, second and third cramp.
    ``described`` are the rows with any cell about a cramp, ``none`` those with a cell that says there was no
    cramp. ``columns`` are all columns of each field, as they were read. ``evenings`` are the rows whose date
    is that of the evening, whatever the night rule. ``not_understood`` are the rows whose answer about cramps
    was not understood; ``half_told`` those whose 0 was set aside, as another place or entry of the night
    leaves it open; ``offsets`` the offset from UTC of the rows that write one. ``dates_mean``: which night
    its dates mean, where the words of its rows say so. ``slept_from`` are the moments at which the sleep
    of each row began, where another column dates the rows. ``unread`` are the cells of columns not read that
    hold a word of a warning sign, by row and heading. ``remarks_answer``: its remarks may answer for cramps
    whose own cell is empty; ``none_remarked`` are the rows of ``none`` of which a remark says so.
    ``parts``: what dates leave possible of which only the month or the year is written, by "date" or field
    and row.
    """

    draft: Draft
    plan: TablePlan
    seconds: npt.NDArray[np.int64]
    timed: list[bool]
    values: dict[str, list[Any]]
    date_plan: Plan | None = None
    own_fields: list[Field] = field(default_factory=list)
    each: dict[int, dict[str, list[Any]]] = field(default_factory=dict)
    described: set[int] = field(default_factory=set)
    none: set[int] = field(default_factory=set)
    columns: dict[str, list[tuple[Plan, list[Any]]]] = field(default_factory=dict)
    evenings: set[int] = field(default_factory=set)
    sessions: bool = False
    not_understood: set[int] = field(default_factory=set)
    half_told: set[int] = field(default_factory=set)
    written_here: bool = False  # the program itself wrote the file: what it says was settled before
    offsets: dict[int, str] = field(default_factory=dict)
    dates_mean: DatesMean | None = None
    slept_from: npt.NDArray[np.int64] | None = None
    unread: list[tuple[int, str, str]] = field(default_factory=list)
    remarks_answer: bool = False
    none_remarked: set[int] = field(default_factory=set)
    parts: dict[str, dict[int, DatePart]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return self.plan.kind

    def __len__(self) -> int:
        return len(self.seconds)

    @property
    def days(self) -> npt.NDArray[np.int64]:
        """Days since 1970-01-01, `NO_MOMENT` for a row without a date."""
        return np.where(self.seconds == NO_MOMENT, NO_MOMENT, self.seconds // ONE_DAY)

    @cached_property
    def dates(self) -> list[pd.Timestamp | None]:
        """The moments, None for a row without one."""
        moments = pd.DatetimeIndex(self.seconds.astype("datetime64[s]").astype("datetime64[us]"))
        return [None if pd.isna(moment) else moment for moment in moments]

    def column(self, name: str) -> Sequence[Any]:
        """The values of a field; without a column of it None for every row."""
        return self.values.get(name) or self._nothing

    @cached_property
    def _nothing(self) -> tuple[None, ...]:
        return (None,) * len(self)
