"""The part of a journal that is looked at: its period, and the nights that are left out of it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from analysis.journal import Journal


def marked_nights(journal: Journal) -> Iterable[date]:
    """The nights of the journal that lie in a stretch marked to be left out."""
    nights = journal.nights.index
    for row in journal.events[journal.events["left_out"]].itertuples():
        inside = nights[(nights >= row.first_night) & (nights <= row.last_night)]
        yield from (night.date() for night in inside)


def period_of(journal: Journal, start: date | None, end: date | None) -> Journal:
    """The journal from ``start`` to ``end``; its ledger runs from the first logged night in it to the last.

    Changes before the period stay, since they say what was taken in it.
    """
    if start is None and end is None:
        return journal
    first = pd.Timestamp.min if start is None else pd.Timestamp(start)
    last = pd.Timestamp.max if end is None else pd.Timestamp(end)

    def inside(when: Any) -> Any:
        return (when >= first) & (when <= last)

    nights = journal.nights[inside(journal.nights.index)]
    logged = np.flatnonzero(nights["logged"])
    nights = nights.iloc[logged[0] : logged[-1] + 1] if logged.size else nights.iloc[:0]
    return replace(
        journal,
        nights=nights,
        days=journal.days[inside(journal.days.index)],
        cramps=journal.cramps[inside(journal.cramps["night"])],
        changes=journal.changes[journal.changes["night"] <= last],
        spells=_until(journal.spells, last),
        intakes=journal.intakes[inside(journal.intakes["night"])],
        measurements=journal.measurements[inside(journal.measurements["date"])],
    )


def _until(spells: pd.DataFrame, last: pd.Timestamp) -> pd.DataFrame:
    """The spells that had begun by ``last``; one that ended later goes on."""
    begun = spells[~(spells["first_night"] > last)]
    return begun.assign(last_night=begun["last_night"].where(begun["last_night"] < last))


def left_out_of(journal: Journal, left_out: Iterable[object]) -> Journal:
    """The journal without these nights: they stand in it as not logged, and ``journal.left_out`` names them.

    Their days still say what is usual for the person. The ledger runs from the first night that is still
    logged to the last.
    """
    nights = pd.DatetimeIndex(sorted({pd.Timestamp(night) for night in left_out})).as_unit("us")  # type: ignore[arg-type]
    if nights.empty:
        return journal
    table = journal.nights.copy()
    out = table.index.isin(nights)
    table.loc[out, "logged"] = False
    table.loc[out, "cramps"] = np.nan
    logged = np.flatnonzero(table["logged"])
    table = table.iloc[logged[0] : logged[-1] + 1] if logged.size else table.iloc[:0]
    return replace(
        journal,
        nights=table,
        cramps=journal.cramps[~journal.cramps["night"].isin(nights)],
        nights_assumed=journal.nights_assumed.difference(nights),
        left_out=nights,
    )
