"""What a diary says of its cramps: their number in every row, and cramps that it tells of one by one; with
those of the logs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from functools import partial
from typing import Any

from analysis.journal.entries import Entries, Row
from analysis.journal.ledger.cramp_log import CRAMP_FIELDS, Cramp, joined_rows
from analysis.journal.ledger.night_rule import NO_DAY, Days, moment_in_night
from analysis.journal.ledger.remarks_that_count import take_counts_from_remarks
from analysis.journal.ledger.times_of_writing import (
    says_none,
    set_aside_last_nights,
    set_aside_times_of_writing,
)
from analysis.journal.receipts import USED

NOT_UNDERSTOOD = "not_understood"
_DESCRIBE = ("onset", "duration", "severity")


def count_cramps_of_diary(entries: Entries) -> None:
    """Fills the column ``cramps`` of a diary from what else each row says: a cramp's own time, length or
    pain is a cramp, and a cell for one of them that says none is none; then from the remarks.
    """
    counted = "cramps" in entries.values
    counts = entries.values.setdefault("cramps", [None] * len(entries))
    set_aside_last_nights(entries)
    by_remark = counted and entries.remarks_answer and not entries.written_here
    _count_from_details(entries, counts, counted=counted, by_remark=by_remark)
    if by_remark:
        take_counts_from_remarks(entries, counts)


def _count_from_details(
    entries: Entries, counts: list[float | None], *, counted: bool, by_remark: bool
) -> None:
    """``by_remark``: what the remarks say is read later, those that say none and those that count alike."""
    onsets, durations, severities = (entries.column(name) for name in _DESCRIBE)
    if not entries.none and not any(name in entries.values for name in _DESCRIBE):
        return
    note = entries.draft.note
    set_aside_times_of_writing(entries, counted=counted)
    for at in _rows_to_settle(entries, counts):
        times = len(onsets[at] or ())
        if entries.each:
            times = max(times, len(_each(entries, at)))
        felt = (durations[at] or 0) > 0 or (severities[at] or 0) > 0
        count = counts[at]
        if not count and (times or felt) and says_none(entries, at, counted=counted):
            counts[at] = None
            if onsets[at]:
                entries.values["onset"][at] = None
            entries.not_understood.add(at)
            problem = "the row says that there was no cramp and describes one; the night is not logged"
            note(at, None, problem, "conflict", "keep one of the two", code=NOT_UNDERSTOOD)
        elif count is None:
            if times or felt:
                counts[at] = float(times or 1)
                if counted:
                    problem = "the cell for the cramps is empty, but a cramp is described; it counts"
                    note(at, None, problem, "assumed")
            elif says_none(entries, at, counted=counted) and not (by_remark and at in entries.none_remarked):
                counts[at] = 0.0
        elif times > count:
            counts[at] = float(times)
            problem = "more clock times than cramps are given; the larger number counts"
            note(at, None, problem, "repaired")
    entries.not_understood -= {at for at in entries.not_understood if counts[at] is not None}


def _rows_to_settle(entries: Entries, counts: Sequence[float | None]) -> Iterable[int]:
    """The rows without a count, and those that tell something beside it: most nights are a 0 alone."""
    if entries.each:
        return range(len(entries))
    rows = enumerate(zip(counts, *(entries.column(name) for name in _DESCRIBE), strict=True))
    return [
        at
        for at, (count, onset, duration, severity) in rows
        if count is None or onset or duration or severity
    ]


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
            told = night != NO_DAY and entries.values["cramps"][at] is not None
            found = numbered_cramps_of_row(entries, at, night) if told else []
            if found and entries.draft.status[at] == USED:
                cramps[night] += found
    return cramps


def numbered_cramps_of_row(entries: Entries, at: int, night: int) -> list[Cramp]:
    found = []
    for told in _each(entries, at):
        clocks: Sequence[time | None] = told.pop("onset", None) or (None,)
        for clock in clocks:
            onset = None if clock is None else minute_in_night(night, clock)
            found.append(Cramp(night, onset, dict(told)))
    return found


def minute_in_night(night: int, clock: time) -> int:
    """The beginning of the minute of a clock time in its night, in seconds since 1970-01-01."""
    return moment_in_night(night, clock) // 60 * 60


def add_to(logged: dict[int, list[Cramp]], cramps: dict[int, list[Cramp]]) -> None:
    """Adds cramps that a diary tells of one by one to those of the logs. At one time there is one cramp; one
    without a time may be any of the other source, so that both together are no more than they have to be.
    """
    for night, found in cramps.items():
        there = logged.setdefault(night, [])
        free = list(there)
        without = [cramp for cramp in found if cramp.onset is None]
        for cramp in found:
            if cramp.onset is None:
                continue
            same = _same_cramp(cramp, free)
            if same is None:
                there.append(cramp)
                continue
            free = [other for other in free if other is not same]
            same.onset = cramp.onset
            same.values = cramp.values | same.values
        for other in free[: len(without)]:
            least = min(without, key=partial(_unlike, other))
            without = [cramp for cramp in without if cramp is not least]
        there += without
        there.sort(key=_by_onset)


def _same_cramp(cramp: Cramp, among: Sequence[Cramp]) -> Cramp | None:
    """The one of another source at the time of ``cramp``, else one without a time that may be it."""
    of_time = (other for other in among if other.onset == cramp.onset)
    may_be = (other for other in among if other.onset is None and not _differ_in_place(cramp, other))
    return next(of_time, None) or next(may_be, None)


def _unlike(other: Cramp, cramp: Cramp) -> tuple[bool, int]:
    return _differ_in_place(cramp, other), len(cramp.values)


def _differ_in_place(one: Cramp, other: Cramp) -> bool:
    pairs = [(one.values.get(name), other.values.get(name)) for name in ("side", "muscle")]
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


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
        clocks = onsets[at] or ()
        first = Cramp(night, moment_in_night(night, clocks[0]) if clocks else None)
        for name, values in about:
            if (value := values[at]) is not None:
                first.values[name] = value
        cramps = found[night] = [first]
        if counts[at] > 1:
            cramps += [Cramp(night, moment_in_night(night, clock)) for clock in clocks[1:]]
            cramps += [Cramp(night, None) for _ in range(int(counts[at]) - len(cramps))]
            if len(clocks) > 1:
                cramps.sort(key=_by_onset)
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
