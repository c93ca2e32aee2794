"""The moments of a device's rows, and which of its sleeps are no part of the night."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.journal.cells import local_moments, plain, read_chosen_dates
from analysis.journal.model import DateOrder

A_NAP = "a nap by day is no part of the night's sleep"
_NAP_HOURS = (9, 19)
_LONGEST_NAP = 3.0  # hours


def naps(table: pd.DataFrame, names: Sequence[str]) -> pd.Series:
    """The rows that the file itself calls naps: by a column of yes and no, or by a kind of sleep."""
    found = pd.Series(False, index=table.index)
    for at, name in enumerate(names):
        if name in ("nap", "is nap", "type", "sleep type"):
            cells = table.iloc[:, at].fillna("").astype(str).map(plain)
            yes = ("true", "yes", "1") if "nap" in name else ("nap", "late_nap", "rest", "late nap")
            found |= cells.isin(yes)
    return found


def by_day_and_short(begins: pd.Series, hours: pd.Series | None) -> pd.Series:
    """Sleeps of an hour or two that began and ended by day."""
    if hours is None:
        return pd.Series(False, index=begins.index)
    first, last = _NAP_HOURS
    by_day = begins.dt.hour.between(first, last - 1)
    return pd.Series(by_day & hours.lt(_LONGEST_NAP), index=begins.index)


@dataclass(frozen=True)
class Moments:
    """The wall-clock moment of every row, the cells that are none, and what was taken for granted; with the
    order of day and month, and whether it stays open.
    """

    values: pd.Series
    set_aside: tuple[tuple[object, str, str], ...]
    notes: tuple[str, ...]
    order: DateOrder | None = None
    order_open: bool = False


def moments_of(table: pd.DataFrame, header: str, zone: str | None, order: DateOrder | None) -> Moments:
    texts = [str(cell).strip() for cell in table[header].fillna("")]
    notes: tuple[str, ...] = ()
    read = read_chosen_dates(texts, order, date.max)
    if zone is not None:
        zones = [_offset(str(cell).strip()) for cell in table[zone].fillna("")]
        local, _ = local_moments(texts, zones, read.order)
        values = [pd.Timestamp(moment.text) if moment.text else None for moment in local]
        problems = [moment.problem for moment in local]
        notes = ("the times were taken as those of UTC, and the offset was added",)
    else:
        values, problems = read.values, [problem or "" for problem in read.problems]
    set_aside = tuple(
        (label, header, problem or "this is no date")
        for label, value, problem in zip(table.index, values, problems, strict=True)
        if value is None
    )
    found = pd.Series(pd.DatetimeIndex(values).as_unit("us"), index=table.index)
    return Moments(found, set_aside, notes, read.order, read.order_open)


_MOST_SECONDS = 15 * 3600  # between UTC and any zone


def _offset(text: str) -> str:
    """An offset in seconds or milliseconds as hours and minutes; any other as it is written."""
    if not re.fullmatch(r"0|-?\d{3,9}", text):
        return text or "UTC"
    minutes = int(int(text) / (60_000 if abs(int(text)) > _MOST_SECONDS else 60))
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"
