"""What a diary says of its cramps: their number in every row, and cramps that it tells of one by one; with
those of the logs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import Any

import numpy as np

from analysis.journal.entries import Entries, Row, row_of
from analysis.journal.ledger.cramp_log import CRAMP_FIELDS, Cramp, joined_rows, one_cramp
from analysis.journal.ledger.night_rule import NO_DAY, Days, moment_in_night
from analysis.journal.ledger.times_of_writing import says_none, set_aside_times_of_writing
from analysis.journal.receipts import USED

NOT_UNDERSTOOD = "not_understood"
_DESCRIBE = ("onset", "duration", "severity")


def count_cramps_of_diary(entries: Entries) -> None:
    """Fills the column ``cramps`` of a diary from what else each row says: a cramp's own time, length or
    pain is a cramp, and a cell for one of them that says none is none.
    """
    size = len(entries)
    counted = "cramps" in entries.values
    counts = entries.values.setdefault("cramps", [None] * size)
    onsets, durations, severities = (entries.column(name) for name in _DESCRIBE)
    if not entries.none and not any(name in entries.values for name in _DESCRIBE):
        return
    note = entries.draft.note
    set_aside_times_of_writing(entries, counted=counted)
    for at in range(size):
        times = len(onsets[at] or ())
        if entries.each:
            times = max(times, len(_each(entries, at)))
        felt = (durations[at] or 0) > 0 or (severities[at] or 0) > 0
        count = counts[at]
        if (times or felt) and says_none(entries, at, counted=counted):
            counts[at] = None
            if onsets[at]:
                onsets[at] = None
            entries.not_understood.add(at)
            problem = "the row says that there was no cramp and describes one; the night is not logged"
            note(at, None, problem, "conflict", "keep one of the two", code=NOT_UNDERSTOOD)
        elif count is None:
            if times or felt:
                counts[at] = float(times or 1)
                if counted:
                    problem = "the cell for the cramps is empty, but a cramp is described; it counts"
                    note(at, None, problem, "assumed")
            elif says_none(entries, at, counted=counted):
                counts[at] = 0.0
        elif times > count:
            counts[at] = float(times)
            problem = "more clock times than cramps are given; the larger number counts"
            note(at, None, problem, "repaired")
    entries.not_understood -= {at for at in entries.not_understood if counts[at] is not None}


def _each(entries: Entries, at: int) -> list[dict[str, Any]]:
    """What numbered columns say in one row of each cramp; those of which nothing is said are left out."""
    found = []
    for number in sorted(entries.each):
        told = {name: values[at] for name, values in entries.each[number].items() if values[at] is not None}
        if any(told.values()):
            found.append(told)
    return found


def numbered_cramps(tables: Iterable[tuple[Entries, Days]]) -> dict[int, list[Cramp]]:
    """By night the cramps that rows of diaries tell of in numbered columns."""
    cramps: dict[int, list[Cramp]] = defaultdict(list)
    for entries, nights in tables:
        if not entries.each:
            continue
        for at, night in enumerate(nights.tolist()):
            if night == NO_DAY or entries.draft.status[at] != USED or entries.values["cramps"][at] is None:
                continue
            for told in _each(entries, at):
                clocks: Sequence[time | None] = told.pop("onset", None) or (None,)
                for clock in clocks:
                    onset = None if clock is None else _minute_in_night(night, clock)
                    cramps[night].append(Cramp(night, onset, dict(told)))
    return cramps


def cramps_by_row(
    tables: Sequence[tuple[int, Entries, Days]],
) -> tuple[dict[int, list[Cramp]], list[Days]]:
    """By night the cramps of diaries that have a row for each cramp (one cramp and one time a row, several
    rows a night) or for each leg, and the nights of every table without those rows: they do not contradict
    each other.
    """
    places: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    others: list[Days] = []
    by_place: dict[int, list[Cramp]] = defaultdict(list)
    for table, (_, entries, nights) in enumerate(tables):
        single = _single_rows(entries, nights)
        mask = np.zeros(len(nights), dtype=bool)
        for at, night, clock in single:
            mask[at] = True
            places[night, _minute_in_night(night, clock)].append((table, at))
        for at in _rows_of_places(entries, np.where(mask, NO_DAY, nights)):
            mask[at] = True
            if found := _cramps_of_row(entries, at, int(nights[at])):
                by_place[int(nights[at])] += found
            else:  # the leg that had none is no leg with a cramp
                for name in {"side", "muscle"} & entries.values.keys():
                    entries.values[name][at] = None
        others.append(np.where(mask, NO_DAY, nights))
    cramps: dict[int, list[Cramp]] = defaultdict(list, by_place)
    for (night, onset), of_time in sorted(places.items()):
        rows = [row_of(tables[table][1], tables[table][0], at) for table, at in of_time]
        told = one_cramp(rows)
        values = {name: value for name, value in told.items() if name not in ("onset", "cramps")}
        cramps[night].append(Cramp(night, onset, values))
    return cramps, others


def _minute_in_night(night: int, clock: time) -> int:
    """The beginning of the minute of a clock time in its night, in seconds since 1970-01-01."""
    return moment_in_night(night, clock) // 60 * 60


def _single_rows(entries: Entries, nights: Days) -> list[tuple[int, int, time]]:
    """The rows with one cramp and its time in nights that have several such rows, of different times or
    different legs.
    """
    if "onset" not in entries.values or "cramps" not in entries.values:
        return []
    if len(np.unique(nights)) == len(nights):
        return []
    of_night: dict[int, list[tuple[int, int, time]]] = defaultdict(list)
    different: dict[int, set[tuple[time, Any]]] = defaultdict(set)
    refused: set[int] = set()
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
        if count == 1 and clocks and len(clocks) == 1:
            of_night[night].append((at, night, clocks[0]))
            different[night].add((clocks[0], side))
        else:
            refused.add(night)
    return [
        row
        for night, rows in of_night.items()
        if night not in refused and len(different[night]) > 1
        for row in rows
    ]


def _rows_of_places(entries: Entries, nights: Days) -> list[int]:
    """The rows of nights that have one for each leg or muscle: their counts add up."""
    if len(np.unique(nights)) == len(nights) or not {"side", "muscle"} & entries.values.keys():
        return []
    of_night: dict[int, dict[tuple[Any, Any], list[int]]] = defaultdict(lambda: defaultdict(list))
    places = zip(entries.column("side"), entries.column("muscle"), strict=True)
    for at, (night, place) in enumerate(zip(nights.tolist(), places, strict=True)):
        if night != NO_DAY and entries.draft.status[at] == USED:
            of_night[night][place].append(at)
    return [
        at
        for found in of_night.values()
        if len(found) > 1 and _each_tells_of_one(found)
        for (at,) in found.values()
        if all(entries.values["cramps"][rows[0]] is not None for rows in found.values())
    ]


def _each_tells_of_one(found: Mapping[tuple[Any, Any], list[int]]) -> bool:
    """Whether every row of a night names its place, no two the same, and none of them both legs."""
    return (None, None) not in found and all(
        len(rows) == 1 and side != "both" for (side, _), rows in found.items()
    )


def _cramps_of_row(entries: Entries, at: int, night: int) -> list[Cramp]:
    """The cramps of a row; what it says beside their place is that of the worst, the first."""
    told = {
        name: values[at]
        for name, values in entries.values.items()
        if name in CRAMP_FIELDS and values[at] is not None
    }
    place: dict[str, Any] = {name: told[name] for name in ("side", "muscle") if name in told}
    clocks = list(told.pop("onset", None) or ())
    found = []
    for number in range(int(entries.values["cramps"][at])):
        onset = _minute_in_night(night, clocks[number]) if number < len(clocks) else None
        found.append(Cramp(night, onset, dict(place if number else told)))
    return found


def add_to(logged: dict[int, list[Cramp]], cramps: dict[int, list[Cramp]]) -> None:
    """Adds cramps that a diary tells of one by one to those of the logs; at one time there is one cramp."""
    for night, found in cramps.items():
        there = logged.setdefault(night, [])
        by_onset = {cramp.onset: cramp for cramp in there if cramp.onset is not None}
        had_some = bool(there)
        for cramp in found:
            same = by_onset.get(cramp.onset) if cramp.onset is not None else None
            if same is not None:
                same.values = cramp.values | same.values
            elif cramp.onset is not None or not had_some:
                there.append(cramp)
        there.sort(key=_by_onset)


def _by_onset(cramp: Cramp) -> tuple[bool, int]:
    """By time, cramps without one last."""
    return cramp.onset is None, cramp.onset or 0


def combine(
    diary_rows: Mapping[int, Sequence[Row]], logged: Mapping[int, Sequence[Cramp]]
) -> tuple[dict[int, list[Cramp]], dict[int, float]]:
    """One row a cramp, and the count of every night that says anything: of diary and log the larger one."""
    counts: dict[int, float] = {}
    cramps: dict[int, list[Cramp]] = {}
    for night, rows in diary_rows.items():
        found = list(logged.get(night, ()))
        count = max(row.values["cramps"] for row in rows)
        if found and count == 0:
            for row in rows:
                problem = "the diary says no cramp, but a cramp is logged for this night; the log counts"
                row.entries.draft.note(row.at, None, problem, "conflict")
        counts[night] = max(count, float(len(found)))
        if counts[night] > 0:
            cramps[night] = _with_diary(night, found, int(counts[night]), joined_rows(rows))
    for night, of_log in logged.items():
        if night not in counts:
            counts[night] = float(len(of_log))
            cramps[night] = list(of_log)
    return cramps, counts


def cramps_of_diary(entries: Entries, places: Iterable[tuple[int, int]]) -> dict[int, list[Cramp]]:
    """The cramps of nights that only this diary tells of, once each; ``places`` are its rows by night."""
    about = [(name, entries.values[name]) for name in CRAMP_FIELDS if name in entries.values]
    counts, onsets = entries.values["cramps"], entries.column("onset")
    found: dict[int, list[Cramp]] = {}
    for night, at in places:
        told = {name: column[at] for name, column in about if column[at] is not None}
        clocks = onsets[at]
        if counts[at] == 1:
            found[night] = [Cramp(night, moment_in_night(night, clocks[0]) if clocks else None, told)]
        else:
            if clocks:
                told["onset"] = clocks
            found[night] = _with_diary(night, [], int(counts[at]), told)
    return found


def _with_diary(night: int, found: list[Cramp], count: int, told: dict[str, Any]) -> list[Cramp]:
    """``count`` cramps: the logged ones, then those that only the diary has. What a diary says about its
    worst cramp goes to a single cramp of the night, or to the first that the log does not have.
    """
    known = {cramp.onset for cramp in found}
    times = [
        moment for clock in told.get("onset", ()) if (moment := moment_in_night(night, clock)) not in known
    ]
    about = {name: told[name] for name in CRAMP_FIELDS if name in told}
    if len(found) >= count:
        if count == 1:
            found[0].values = about | found[0].values
            if found[0].onset is None and times:
                found[0].onset = times[0]
        return found
    for _ in range(count - len(found)):
        found.append(Cramp(night, times.pop(0) if times else None, about))
        about = {}
    if any(cramp.onset is not None for cramp in found[1:]):
        found.sort(key=_by_onset)
    return found
