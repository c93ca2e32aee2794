"""Diaries that have several rows for a night: a row for each cramp, or for each leg or muscle."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import Any

import numpy as np

from analysis.journal.entries import Entries, Row, row_of, settle
from analysis.journal.ledger.cramp_log import CRAMP_FIELDS, Cramp, joined_rows, one_cramp
from analysis.journal.ledger.days import BY_CHANCE
from analysis.journal.ledger.diary import add_to, minute_in_night, numbered_cramps_of_row
from analysis.journal.ledger.night_rule import NO_DAY, Days, once_each
from analysis.journal.ledger.times_of_writing import times_are_of_cramps
from analysis.journal.receipts import USED

_Tables = Sequence[tuple[int, Entries, Days]]  # the order of the file, the rows, their nights
_Place = tuple[Any, Any]  # side, muscle
_FEWEST_OF_MORE = 1 / 3  # of the nights with a cramp and several rows, those of more than one cramp a row


def cramps_by_row(
    tables: _Tables, legs: Mapping[int, _Place] | None = None
) -> tuple[dict[int, list[Cramp]], list[Days]]:
    """By night the cramps of diaries that have a row for each cramp (one cramp and one time a row, several
    rows a night) or for each leg, and the nights of every table without those rows: they do not contradict
    each other. ``legs`` are the places of the tables that are about one leg or muscle alone.
    """
    places: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    remaining: list[Days] = []
    for table, (_, entries, nights) in enumerate(tables):
        remaining.append(nights.copy())
        for at, night, clock in _single_rows(entries, nights):
            remaining[table][at] = NO_DAY
            places[night, minute_in_night(night, clock)].append((table, at))
    cramps: dict[int, list[Cramp]] = defaultdict(list)
    for (night, onset), of_time in sorted(places.items()):
        rows = [row_of(tables[table][1], tables[table][0], at) for table, at in of_time]
        told = one_cramp(rows)
        values = {name: value for name, value in told.items() if name not in ("onset", "cramps")}
        cramps[night].append(Cramp(night, onset, values))
    add_to(cramps, _cramps_by_place(tables, remaining, legs or {}))
    return cramps, remaining


def _single_rows(entries: Entries, nights: Days) -> list[tuple[int, int, time]]:
    """The rows with one cramp and its time in nights that have several such rows, of different times or
    different legs.
    """
    if "onset" not in entries.values or "cramps" not in entries.values:
        return []
    if once_each(nights):
        return []
    of_night: dict[int, list[tuple[int, int, time]]] = defaultdict(list)
    different: dict[int, set[tuple[time, Any]]] = defaultdict(set)
    refused: set[int] = set()
    counts: dict[int, list[float]] = defaultdict(list)
    columns = zip(
        nights.tolist(),
        entries.values["cramps"],
        entries.values["onset"],
        entries.column("side"),
        strict=True,
    )
    for at, (night, count, clocks, side) in enumerate(columns):
        if night == NO_DAY or entries.draft.status[at] != USED or count is None:
            continue
        counts[night].append(count)
        if count == 1 and clocks and len(clocks) == 1:
            of_night[night].append((at, night, clocks[0]))
            different[night].add((clocks[0], side))
        else:
            refused.add(night)
    if cramps_are_repeated(entries, list(counts.values())):
        return []
    return [
        row
        for night, rows in of_night.items()
        if night not in refused and len(different[night]) > 1
        for row in rows
    ]


def are_repeated(told: Iterable[Sequence[float]]) -> bool:
    """Whether in every night or day of several rows all say the same number, and in others another one, as
    entries that do not depend on each other would hardly do: it is said again, and not another entry.
    """
    said = [numbers for numbers in told if len(numbers) > 1 and any(numbers)]
    if any(len(set(numbers)) > 1 for numbers in said):
        return False
    often = Counter(numbers[0] for numbers in said)
    alike = sum((number / len(said)) ** 2 for number in often.values())
    return len(often) > 1 and alike ** len(said) < BY_CHANCE


def cramps_are_repeated(entries: Entries, told: Sequence[Sequence[float]]) -> bool:
    """Whether the rows of a night say its number of cramps again. Rows of one cramp each agree as well, so
    that nights of more must be many. A time that is called the cramp's own is that of another cramp.
    """
    nights = [numbers for numbers in told if len(numbers) > 1 and any(numbers)]
    of_more = sum(numbers[0] > 1 for numbers in nights)
    is_told_often = of_more >= _FEWEST_OF_MORE * len(nights)
    return is_told_often and are_repeated(nights) and not times_are_of_cramps(entries)


def _cramps_by_place(
    tables: _Tables, remaining: Sequence[Days], legs: Mapping[int, _Place]
) -> dict[int, list[Cramp]]:
    """By night the cramps of rows for each leg or muscle: their counts add up, and a leg of which several
    tables tell has its cramps once. Takes these rows out of the ``remaining`` nights.
    """
    of_night: dict[int, list[tuple[int, dict[_Place, int]]]] = defaultdict(list)
    for table, (_, entries, _) in enumerate(tables):
        if table in legs:
            rows = _rows_of_one_leg(entries, remaining[table], legs[table])
        else:
            rows = _rows_of_places(entries, remaining[table])
        for night, by_place in rows:
            of_night[night].append((table, by_place))
    cramps: dict[int, list[Cramp]] = {}
    for night, found in of_night.items():
        joined: dict[_Place, list[Row]] = {}
        for table, by_place in sorted(found, key=lambda one: -_sum_of(tables[one[0]][1], one[1])):
            # Of the leg in one table and its muscles in another the sum would have cramps twice.
            if not _are_apart({*joined, *by_place}):
                continue
            file, entries, _ = tables[table]
            for place, at in by_place.items():
                joined.setdefault(place, []).append(row_of(entries, file, at))
                remaining[table][at] = NO_DAY
        missing = any(table in legs for table, _ in found) and not set(legs.values()) <= joined.keys()
        if of_places := _add_up(night, joined.values(), is_open=missing):
            cramps[night] = of_places
    return cramps


def _rows_of_places(entries: Entries, nights: Days) -> Iterable[tuple[int, dict[_Place, int]]]:
    """The nights that have a row for each leg or muscle, and those rows by place."""
    if once_each(nights) or not {"side", "muscle"} & entries.values.keys():
        return
    of_night: dict[int, list[tuple[_Place, int]]] = defaultdict(list)
    places = zip(entries.column("side"), entries.column("muscle"), strict=True)
    for at, (night, place) in enumerate(zip(nights.tolist(), places, strict=True)):
        if night != NO_DAY and entries.draft.status[at] == USED:
            of_night[night].append((place, at))
    for night, rows in of_night.items():
        found = dict(rows)
        if 1 < len(found) == len(rows) and _are_apart(found.keys()):
            yield night, found


def _rows_of_one_leg(
    entries: Entries, nights: Days, place: _Place
) -> Iterable[tuple[int, dict[_Place, int]]]:
    """The nights of a table about one leg or muscle that have one row; several contradict each other."""
    of_night: dict[int, list[int]] = defaultdict(list)
    for at in np.flatnonzero((nights != NO_DAY) & (entries.draft.status == USED)).tolist():
        of_night[int(nights[at])].append(at)
    for night, rows in of_night.items():
        if len(rows) == 1 and entries.column("cramps")[rows[0]] is not None:
            yield night, {place: rows[0]}


def _are_apart(places: Iterable[_Place]) -> bool:
    """Whether no cramp can be at two of the places: none is both legs, and any two name different legs or
    different muscles.
    """
    listed = list(places)
    if any(side == "both" for side, _ in listed):
        return False
    return all(
        any(None not in pair and pair[0] != pair[1] for pair in zip(one, other, strict=True))
        for number, one in enumerate(listed)
        for other in listed[:number]
    )


def _sum_of(entries: Entries, by_place: Mapping[_Place, int]) -> float:
    return sum(entries.values["cramps"][at] or 0.0 for at in by_place.values())


def _add_up(night: int, places: Iterable[Sequence[Row]], *, is_open: bool = False) -> list[Cramp]:
    """The cramps of the rows of every place of a night. Where none had a cramp and of one it is not known
    (``is_open``: of one without a row), the night is not logged: its rows lose their count.
    """
    cramps: list[Cramp] = []
    without: list[Row] = []
    for rows in places:
        settle(rows, "night")
        used = [row for row in rows if row.entries.draft.status[row.at] == USED]
        told = joined_rows(used)
        if told.get("cramps"):
            cramps += _cramps_of_place(used, told, night)
        else:
            without += used
            is_open |= "cramps" not in told
    for row in without:  # a leg that had none is no leg with a cramp
        for name in ("side", "muscle"):
            if name in row.values:
                row.entries.values[name][row.at] = None
        if not is_open:
            continue
        note, is_zero = row.entries.draft.note, "cramps" in row.values
        if not cramps:
            row.entries.values["cramps"][row.at] = None
        if not cramps and is_zero:
            row.entries.half_told.add(row.at)
            note(row.at, None, _HALF, "set_aside", _WRITE_EACH)
        elif cramps and not is_zero:
            note(row.at, None, _AT_LEAST, "assumed", _WRITE_EACH)
    return cramps


_HALF = "nothing says whether the other place of the night had a cramp; the night is not logged"
_AT_LEAST = "how many cramps this place had is not known; those of the other rows of the night count"
_WRITE_EACH = "write the number of cramps in every row of the night, 0 for none"


def _cramps_of_place(rows: Sequence[Row], told: Mapping[str, Any], night: int) -> list[Cramp]:
    """The cramps of one leg or muscle; what numbered columns do not say of each is said of the worst, the
    first.
    """
    about = {name: told[name] for name in CRAMP_FIELDS if name in told}
    place: dict[str, Any] = {name: told[name] for name in ("side", "muscle") if name in told}
    found = max((numbered_cramps_of_row(row.entries, row.at, night) for row in rows), key=len)
    for cramp in found:
        cramp.values = place | cramp.values
    clocks = () if found else told.get("onset", ())
    for number in range(len(found), int(told["cramps"])):
        onset = minute_in_night(night, clocks[number]) if number < len(clocks) else None
        found.append(Cramp(night, onset, dict(place if number else about)))
    return found
