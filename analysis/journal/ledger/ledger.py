"""The tables of a journal: one row for every night from the first logged one to the last, and the days
beside them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any

import numpy as np
import pandas as pd

from analysis.journal.entries import NUMBERS, ONE_DAY, Entries
from analysis.journal.fields import Field, dictionary
from analysis.journal.ledger.cramp_log import CRAMP_FIELDS, Cramp
from analysis.journal.ledger.night_rule import NO_DAY, Days, once_each
from analysis.journal.ledger.typed_columns import JOINED, date_index, moments, placed, spread, typed
from analysis.journal.ledger.yesterdays import note_unknown_yesterdays, yesterdays
from analysis.journal.receipts import USED

_SIDES = ("left", "right", "both")


def night_table(
    counts: Mapping[int, float],
    columns: Mapping[str, Mapping[int, Any]],
    days: pd.DataFrame,
    *,
    assume_none: bool,
    open_nights: Iterable[date] = (),
) -> tuple[pd.DataFrame, pd.DatetimeIndex]:
    """The ledger, and the nights that count as cramp-free only by assumption; ``open_nights`` never do."""
    if not counts:
        index = pd.DatetimeIndex([], dtype="datetime64[us]", name="night")
        empty = pd.DataFrame({"logged": np.zeros(0, dtype=bool), "cramps": np.zeros(0)}, index=index)
        return empty, index.rename(None)
    first, last = min(counts), max(counts)
    index = date_index(np.arange(first, last + 1), "night")
    size = last - first + 1
    cramps = np.full(size, np.nan)
    keys = np.fromiter(counts.keys(), dtype=np.int64) - first
    cramps[keys] = np.fromiter(counts.values(), dtype=np.float64)
    is_assumed = np.isnan(cramps) & assume_none
    if is_assumed.any():
        is_assumed &= ~index.isin(pd.DatetimeIndex(list(open_nights)))
    assumed = index[is_assumed].rename(None)
    cramps[is_assumed] = 0.0
    table: dict[str, Any] = {"logged": ~np.isnan(cramps), "cramps": cramps}
    wanted = np.arange(first, last + 1)
    for name, known in dictionary().items():
        if name in columns and known.table != "day" and name not in ("night", "cramps"):
            places, values = placed(columns[name], wanted)
            if any(value is not None for value in values):
                table[name] = spread(places, values, size, known)
    at = days.index.get_indexer(index)
    alike = np.array_equal(at, np.arange(len(days)))  # each night has its day, and each day its night
    for name in days.columns if (at >= 0).any() else ():
        column = days[name].array
        within = column.copy() if alike else column.take(at, allow_fill=True)
        if not within.isna().all():
            table[name] = within
    return pd.DataFrame(table, index=index, copy=False), assumed


def day_table(columns: Mapping[str, Mapping[int, Any]], own_fields: Sequence[Field]) -> pd.DataFrame:
    """The exposures of every day that has any."""
    known = {name: field for name, field in dictionary().items() if field.table == "day"}
    known |= {field.name: field for field in own_fields}
    present = {name: columns[name] for name in known if columns.get(name)}
    every_day = sorted(set().union(*present.values()))
    wanted = np.asarray(every_day, dtype=np.int64)
    index = date_index(wanted, "day")
    size = len(every_day)
    table = {name: spread(*placed(of_day, wanted), size, known[name]) for name, of_day in present.items()}
    return pd.DataFrame(table, index=index, copy=False)


def note_outside(tables: Iterable[tuple[Entries, Days]], counts: Mapping[int, float]) -> None:
    """Lists what rows of nights outside the ledger say of their night. The day's fields of such a row, and
    the medicines, count; a row that holds neither is rejected.
    """
    for entries, nights in tables:
        of_night, of_day = _names_by_use(entries)
        if not counts:
            for name in of_night if (entries.draft.status == USED).any() else ():
                column = _header_of(entries, name)
                entries.draft.note(None, column, _NO_LEDGER, "set_aside", hint=_WRITE_COUNT)
            _reject_of_night(entries, of_night, of_day)
            continue
        is_outside = (nights != NO_DAY) & ((nights < min(counts)) | (nights > max(counts)))
        for at in np.flatnonzero(is_outside & (entries.draft.status == USED)).tolist():
            told = [name for name in of_night if entries.values[name][at] is not None]
            if any(entries.values[name][at] is not None for name in of_day):
                for name in told:
                    column = _header_of(entries, name)
                    entries.draft.note(at, column, _OUTSIDE, "set_aside", hint=_WRITE_COUNT)
            elif told:
                column = ", ".join(header for name in told if (header := _header_of(entries, name)))
                entries.draft.reject(at, column or None, _OUTSIDE, hint=_WRITE_COUNT)


def _reject_of_night(entries: Entries, of_night: Sequence[str], of_day: Sequence[str]) -> None:
    """Rejects the rows that say something of a night alone, where no night is logged."""
    for at in np.flatnonzero(entries.draft.status == USED).tolist():
        told = [name for name in of_night if entries.values[name][at] is not None]
        alone = not any(entries.values[name][at] is not None for name in of_day)
        if told and alone and at not in entries.not_understood:
            entries.draft.reject(at, _header_of(entries, told[0]), _NO_LEDGER, hint=_WRITE_COUNT)


_OUTSIDE = "the night is before the first or after the last logged night, so that this is not used"
_NO_LEDGER = "no night of the journal says whether there was a cramp, so that this is not used"
_WRITE_COUNT = "write how many cramps the night had, 0 for none"


def _names_by_use(entries: Entries) -> tuple[list[str], list[str]]:
    """The columns that say something of the night alone, and those that count without a logged night."""
    of_night: list[str] = []
    of_day: list[str] = []
    for name, values in entries.values.items():
        known = dictionary().get(name)
        if name in ("night", "cramps", "recorded_at") or not any(value is not None for value in values):
            continue
        counts_alone = known is None or known.table == "day" or name == "medication"
        (of_day if counts_alone else of_night).append(name)
    return of_night, of_day


def _header_of(entries: Entries, name: str) -> str | None:
    plans = entries.plan.of(name)
    return plans[0].named if plans else None


def collect(
    tables: Sequence[tuple[Entries, Days, Days]], own_names: set[str]
) -> tuple[dict[str, dict[int, Any]], dict[str, dict[int, Any]]]:
    """Columns by night and by day, from the used rows of diaries and device days in the order given.

    Where two sources give one field of one day differently, the later one counts and the conflict is listed.
    """
    by_night: dict[str, dict[int, Any]] = {}
    by_day: dict[str, dict[int, Any]] = {}
    for entries, nights, days in tables:
        used = entries.draft.status == USED
        night_keys = _Keys(np.where(used, nights, NO_DAY))
        day_keys = _Keys(np.where(used, days, NO_DAY))
        day_before: _Keys | None = None
        for name, values in entries.values.items():
            known = dictionary().get(name)
            if name in ("cramps", "night") or (known is None and name not in own_names):
                continue
            if known is None or known.table == "day":
                keys = day_keys
                if any(plan.heading.yesterday for plan in entries.plan.of(name)):
                    keys = day_before = day_before or _Keys(yesterdays(entries, used, days))
                    note_unknown_yesterdays(entries, name, keys.keys, used)
                _fill(by_day.setdefault(name, {}), values, keys, entries, name)
            else:
                _fill(by_night.setdefault(name, {}), values, night_keys, entries, name)
    return by_night, by_day


class _Keys:
    """The night or day of every row, `NO_DAY` for a row that does not count."""

    def __init__(self, keys: Days) -> None:
        self.keys: list[int] = keys.tolist()
        self.once_each = once_each(keys[keys != NO_DAY])


def _fill(into: dict[int, Any], values: Sequence[Any], where: _Keys, entries: Entries, name: str) -> None:
    if not into and where.once_each:
        pairs = zip(where.keys, values, strict=True)
        into.update({key: value for key, value in pairs if value is not None})
        into.pop(NO_DAY, None)
        return
    known = dictionary().get(name)
    adding = known is not None and known.kind in ("text", "words")
    plans = entries.plan.of(name)
    for at, (value, key) in enumerate(zip(values, where.keys, strict=True)):
        if value is None or key == NO_DAY:
            continue
        there = into.get(key)
        if there is None or there == value:
            into[key] = value
        elif adding:
            into[key] = _added(there, value)
        elif known is not None and known.table == "cramp":
            into[key] = of_both(known, there, value)
        else:
            into[key] = value
            if name != "recorded_at":
                entries.draft.note(
                    at,
                    plans[0].named if plans else None,
                    "another row or file gives this differently for the same day; the later one counts",
                    "conflict",
                )


def _added(first: Any, second: Any) -> Any:
    if isinstance(first, tuple):
        return first + tuple(word for word in second if word not in first)
    return first if second in first else f"{first}; {second}"


def of_both(known: Field, first: Any, second: Any) -> Any:
    """What two sources say of one night's cramps together: the worst, the longest, every time, both sides."""
    if known.kind in NUMBERS or known.kind == "yes_no":
        return max(first, second)
    if known.kind == "side":
        return first if first == second else "both"
    if isinstance(first, tuple):
        return first + tuple(part for part in second if part not in first)
    return JOINED.join(dict.fromkeys([*str(first).split(JOINED), *str(second).split(JOINED)]))


def add_cramps(
    columns: dict[str, dict[int, Any]],
    cramps: Mapping[int, Sequence[Cramp]],
    beside: Mapping[int, Sequence[Mapping[str, Any]]],
) -> None:
    """Adds to the columns by night what the single cramps of a log say, and ``beside`` them its rows about
    nights without a cramp.
    """
    for night, found in cramps.items():
        times = tuple(clock_of(cramp.onset) for cramp in found if cramp.onset is not None)
        if times:
            columns.setdefault("onset", {})[night] = times
        for cramp in found:
            _add_night(columns, night, cramp.values)
    for night, rows in beside.items():
        for values in rows:
            _add_night(columns, night, values)


def _add_night(columns: dict[str, dict[int, Any]], night: int, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        known = dictionary().get(name)
        if known is None or known.table not in ("night", "cramp") or name in _OWN_TO_A_ROW:
            continue
        there = columns.setdefault(name, {}).get(night)
        columns[name][night] = value if there is None else _of_night(known, there, value)


_OWN_TO_A_ROW = frozenset({"night", "onset", "cramps", "recorded_at"})


def _of_night(known: Field, first: Any, second: Any) -> Any:
    if known.kind == "text":
        return _added(first, second)
    return of_both(known, first, second)


def cramp_table(cramps: Mapping[int, Sequence[Cramp]]) -> pd.DataFrame:
    """One row a cramp, by night and time."""
    rows = [cramp for night in sorted(cramps) for cramp in cramps[night]]
    nights = date_index(np.asarray([cramp.night for cramp in rows], dtype=np.int64), "night")
    columns: dict[str, Any] = {
        "night": nights.array,
        "onset": moments([cramp.onset for cramp in rows]).array,
    }
    always = ("severity", "duration", "side", "muscle")
    index = pd.RangeIndex(len(rows))
    fields = dictionary()
    about = [cramp.values for cramp in rows]
    told = set().union(*about)
    for name in (*always, *(name for name in CRAMP_FIELDS if name in told and name not in always)):
        values = [of_one.get(name) for of_one in about] if name in told else [None] * len(rows)
        columns[name] = typed(values, fields[name])
    return pd.DataFrame(columns, index=index, copy=False)


def clock_of(second: int) -> time:
    minutes = second % ONE_DAY // 60
    return time(minutes // 60, minutes % 60)
