"""Single cramps: from a log, one row a cramp; from a diary, as many as it counts."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time, timedelta
from typing import Any

import pandas as pd

from analysis.journal.entries import Entries
from analysis.journal.fields import dictionary
from analysis.journal.merging import Row, row_of, settle
from analysis.journal.model import DatesMean
from analysis.journal.nights import (
    DAY,
    NO_DAY,
    Days,
    from_day,
    header_says,
    moment_in_night,
    moment_of,
    night_of,
)
from analysis.journal.receipts import REJECTED, USED

CRAMP_FIELDS = tuple(
    name for name, known in dictionary().items() if known.table == "cramp" and name != "onset"
)


@dataclass
class Cramp:
    """One cramp. ``night`` in days since 1970-01-01; ``onset`` None where the time is not known."""

    night: int
    onset: pd.Timestamp | None
    values: dict[str, Any] = field(default_factory=dict)


def count_cramps_of_diary(entries: Entries) -> None:
    """Fills the column ``cramps`` of a diary from what else each row says: a cramp's own time, length or pain is a cramp."""
    size = len(entries)
    counted = "cramps" in entries.values
    counts = entries.values.setdefault("cramps", [None] * size)
    onsets, durations, severities = (entries.column(name) for name in ("onset", "duration", "severity"))
    if not any(name in entries.values for name in ("onset", "duration", "severity")):
        return
    note = entries.draft.note
    for at in range(size):
        times = len(onsets[at] or ())
        felt = (durations[at] or 0) > 0 or (severities[at] or 0) > 0
        count = counts[at]
        if count is None:
            if times or felt:
                counts[at] = float(times or 1)
                if counted:
                    note(
                        at,
                        None,
                        "the cell for the cramps is empty, but a cramp is described; it counts",
                        "assumed",
                    )
            elif severities[at] == 0 and not counted:
                counts[at] = 0.0
        elif times > count:
            counts[at] = float(times)
            problem = "more clock times than cramps are given; the larger number counts"
            note(at, None, problem, "repaired" if count else "conflict")
        elif count == 0 and felt:
            note(at, None, "no cramp is counted, but one is described; the count stands", "conflict")


def onsets_of_log(entries: Entries, rule: DatesMean) -> tuple[list[int], list[tuple[pd.Timestamp, ...]]]:
    """For every row of a cramp log its night [days since 1970-01-01] and its moments; both empty where it was rejected."""
    said = header_says(entries)
    calendar = (
        None if said == "morning" and entries.date_plan and entries.date_plan.heading.written_at else said
    )
    clocks = (
        entries.column("onset")
        if entries.date_plan and entries.date_plan.field != "onset"
        else [None] * len(entries)
    )
    nights: list[int] = []
    moments: list[tuple[pd.Timestamp, ...]] = []
    for at, (day, timed) in enumerate(zip(entries.dates, entries.timed, strict=True)):
        times: tuple[time, ...] = clocks[at] or ()
        if day is None:
            nights.append(NO_DAY)
            moments.append(())
            continue
        if times:
            found = tuple(moment_of(day.normalize(), clock, calendar) for clock in times)
        elif timed:
            found = (day,)
        else:
            found = ()
        night = (
            night_of(found[0]) if found else day.normalize() - (DAY if rule == "morning" else timedelta(0))
        )
        nights.append((night - _EPOCH).days)
        moments.append(found)
    return nights, moments


_EPOCH = pd.Timestamp(0)


def says_none(entries: Entries, at: int, moments: tuple[pd.Timestamp, ...]) -> bool:
    """Whether a row of a cramp log says that there was no cramp: a pain or a length of 0 and no time."""
    if moments:
        return False
    told = [entries.column(name)[at] for name in ("severity", "duration")]
    told = [value for value in told if value is not None]
    return bool(told) and not any(told)


def settle_logs(
    logs: Sequence[Entries], files: Sequence[int], rules: Sequence[DatesMean]
) -> tuple[dict[int, list[Cramp]], set[int]]:
    """The cramps of all logs by night, and the nights that a log calls free of cramps.

    With a clock time the same cramp is one. Without, the rows of one file are separate cramps, and of several files the
    one with more cramps in that night counts.
    """
    timed: dict[pd.Timestamp, list[Row]] = defaultdict(list)
    undated: dict[int, list[Row]] = defaultdict(list)
    numbers: dict[int, Counter[int]] = defaultdict(Counter)
    night_of_row: dict[tuple[int, int], int] = {}
    none: set[int] = set()
    more_times: list[tuple[Row, pd.Timestamp]] = []
    for table, (entries, file, rule) in enumerate(zip(logs, files, rules, strict=True)):
        nights, moments = onsets_of_log(entries, rule)
        for at, (night, found) in enumerate(zip(nights, moments, strict=True)):
            if entries.draft.status[at] != USED:
                continue
            row = row_of(entries, file, at)
            row.values.pop("onset", None)
            night_of_row[table, at] = night
            if says_none(entries, at, found):
                none.add(night)
            elif found:
                timed[found[0].floor("min")].append(row)
                more_times += [(row, moment) for moment in found[1:]]
                numbers[night][file] += len(found)
            else:
                undated[night].append(row)
                numbers[night][file] += 1
    cramps: dict[int, list[Cramp]] = defaultdict(list)
    for moment, rows in timed.items():
        if len(rows) > 1:
            settle(rows, "cramp")
        values = _joined(row for row in rows if row.entries.draft.status[row.at] == USED)
        night = (night_of(moment) - _EPOCH).days
        cramps[night].append(Cramp(night, moment, values))
    for row, moment in more_times:
        night = (night_of(moment) - _EPOCH).days
        moment = moment.floor("min")
        if all(cramp.onset != moment for cramp in cramps[night]):
            cramps[night].append(Cramp(night, moment))
    for night, rows in undated.items():
        wanted = max(numbers[night].values()) - len(cramps[night])
        for row in _chosen(rows, max(wanted, 0)):
            cramps[night].append(Cramp(night, None, dict(row.values)))
    for found in cramps.values():
        found.sort(key=_order)
    return dict(cramps), none


def _order(cramp: Cramp) -> tuple[bool, pd.Timestamp, str]:
    return (
        cramp.onset is None,
        cramp.onset or _EPOCH,
        repr(sorted(cramp.values.items(), key=lambda item: item[0])),
    )


def _joined(rows: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for row in rows:
        for name, value in row.values.items():
            if isinstance(value, tuple) and name in values:
                values[name] += tuple(word for word in value if word not in values[name])
            else:
                values.setdefault(name, value)
    return values


def _chosen(rows: Sequence[Row], wanted: int) -> list[Row]:
    """The ``wanted`` rows without a time that count: those of the file with most of them, of equals the later file.

    The others repeat a cramp that counts already, or contradict it.
    """
    of_file: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        of_file[row.file].append(row)
    if len(of_file) == 1 and wanted >= len(rows):
        return list(rows)

    def content(row: Row) -> str:
        return repr(sorted(row.values.items(), key=lambda item: item[0]))

    contents = {file: sorted(map(content, found)) for file, found in of_file.items()}
    best = max(of_file, key=lambda file: (len(of_file[file]), file))
    first_like_best = min(file for file in of_file if contents[file] == contents[best])
    ordered = sorted(of_file[first_like_best], key=content)
    chosen = ordered[:wanted]
    kept = set(map(content, chosen))
    for row in rows:
        if any(row is one for one in chosen):
            continue
        if content(row) in kept or wanted < len(ordered):
            row.entries.draft.duplicate(
                row.at, "a cramp of this night that another row or file counts already"
            )
        else:
            row.entries.draft.reject(
                row.at,
                None,
                "a later or fuller file describes the cramps of this night otherwise; that file counts",
                action="conflict",
            )
    return chosen


def combine(
    diary_rows: Mapping[int, Sequence[Row]], logged: Mapping[int, Sequence[Cramp]]
) -> tuple[dict[int, list[Cramp]], dict[int, float]]:
    """One row a cramp, and the count of every night that says anything: of diary and log the larger number."""
    counts: dict[int, float] = {}
    cramps: dict[int, list[Cramp]] = {}
    for night, rows in diary_rows.items():
        found = list(logged.get(night, ()))
        count = max(row.values["cramps"] for row in rows)
        if found and count == 0:
            for row in rows:
                row.entries.draft.note(
                    row.at,
                    None,
                    "the diary says no cramp, but a cramp is logged for this night; the log counts",
                    "conflict",
                )
        counts[night] = max(count, float(len(found)))
        if counts[night] > 0:
            cramps[night] = _with_diary(night, found, int(counts[night]), _joined(rows))
    for night, found in logged.items():
        if night not in counts:
            counts[night] = float(len(found))
            cramps[night] = list(found)
    return cramps, counts


def _with_diary(night: int, found: list[Cramp], count: int, told: dict[str, Any]) -> list[Cramp]:
    """``count`` cramps: the logged ones, then those that only the diary has. What a diary says about its worst cramp
    goes to a single cramp of the night, or to the first that the log does not have."""
    start = from_day(night)
    known = {cramp.onset for cramp in found}
    times = [
        moment for clock in told.get("onset", ()) if (moment := moment_in_night(start, clock)) not in known
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
    found.sort(key=lambda cramp: (cramp.onset is None, cramp.onset or _EPOCH))
    return found


def nights_of_diary(entries: Entries, rule: DatesMean, days: Days) -> Days:
    """The night of every row of a diary. A date with a time of day is that moment's, unless it says when it was written."""
    shift = 1 if rule == "morning" else 0
    nights = days - shift
    nights[days == NO_DAY] = NO_DAY
    if any(entries.timed) and not (entries.date_plan and _is_when_written(entries)):
        for at, (moment, timed) in enumerate(zip(entries.dates, entries.timed, strict=True)):
            if timed and moment is not None:
                nights[at] = (night_of(moment) - _EPOCH).days
    return nights


def _is_when_written(entries: Entries) -> bool:
    assert entries.date_plan is not None
    heading = entries.date_plan.heading
    return (
        heading.written_at or heading.morning or heading.evening or entries.date_plan.field == "recorded_at"
    )


def rejected(entries: Entries, at: int) -> bool:
    return bool(entries.draft.status[at] == REJECTED)
