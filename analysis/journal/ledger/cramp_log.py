"""Single cramps, and the logs that have a row for each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from typing import Any

import numpy as np

from analysis.journal.entries import ONE_DAY, Entries, Row, row_of, settle
from analysis.journal.fields import dictionary
from analysis.journal.ledger.night_rule import NO_DAY, Days, header_says, moment_in_night, night_of
from analysis.journal.ledger.none_in_logs import is_not_understood, tells_none, tells_nothing
from analysis.journal.model import DatesMean
from analysis.journal.receipts import REJECTED, USED

CRAMP_FIELDS = tuple(
    name for name, known in dictionary().items() if known.table == "cramp" and name != "onset"
)


@dataclass(slots=True)
class Cramp:
    """One cramp. ``night`` in days, ``onset`` in seconds since 1970-01-01; None where the time is not
    known.
    """

    night: int
    onset: int | None
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Logged:
    """What the logs say, by night [days].

    ``none`` are the nights that a log calls free of cramps, ``blank`` those of rows that have a date and say
    nothing about a cramp; ``beside`` holds what else the rows of both say of their night. ``nights`` are
    those of every row of every log.
    """

    cramps: dict[int, list[Cramp]]
    none: set[int]
    blank: set[int]
    beside: dict[int, list[dict[str, Any]]]
    nights: list[Days]


def onsets_of_log(entries: Entries, rule: DatesMean) -> tuple[list[int], list[tuple[int, ...]]]:
    """For every row of a cramp log its night [days since 1970-01-01] and its moments [s]; none where it was
    rejected.
    """
    heading = entries.date_plan.heading if entries.date_plan else None
    said = header_says(entries)
    # What was written about the last night says when that was done, and nothing of when the cramp came.
    stamped = said == "morning" and heading is not None and heading.written_at
    calendar = None if stamped else said
    no_clock = (
        entries.date_plan is None or entries.date_plan.field == "onset" or "onset" not in entries.values
    )
    clocks: Sequence[tuple[time, ...] | None] = [None] * len(entries) if no_clock else entries.values["onset"]
    seconds, days = entries.seconds, entries.days.tolist()
    nights: list[int] = []
    moments: list[tuple[int, ...]] = []
    back = 1 if rule == "morning" else 0
    rows = zip(days, seconds.tolist(), entries.timed, clocks, strict=True)
    for at, (day, second, timed, times) in enumerate(rows):
        if day == NO_DAY:
            found: tuple[int, ...] = ()
            nights.append(NO_DAY)
        elif times:
            found = tuple(_moment_of(day, clock, calendar) for clock in times)
            if stamped and timed:  # no cramp comes after it was written down
                found = tuple(moment - ONE_DAY if moment > second else moment for moment in found)
            nights.append(night_of(found[0]))
        elif timed and not stamped:
            found = (second,)
            nights.append(night_of(second))
        else:
            found = ()
            nights.append(day if at in entries.evenings else day - back)
        moments.append(found)
    return nights, moments


def _moment_of(day: int, clock: time, dates_mean: DatesMean | None) -> int:
    """The moment of a dated clock time [s]. ``dates_mean`` None: a calendar date, taken as it stands."""
    if dates_mean is not None:
        return moment_in_night(day - (dates_mean == "morning"), clock)
    return (day + clock.fold) * ONE_DAY + clock.hour * 3600 + clock.minute * 60 + clock.second


_NOTHING_SAID = "the row has a date and says nothing about a cramp; its night counts as not logged"
_NOT_UNDERSTOOD = "no answer of the row is understood, so that its night counts as not logged"
_Place = tuple[int, int]  # table, row


def reject_cramps_of_lost_nights(
    diaries: Sequence[tuple[int, Entries, Days, Days]], logs: Sequence[tuple[Entries, int]]
) -> None:
    """Rejects the cramps of an export of our own whose night another file has corrected: there the nights and
    the cramps below them say one thing twice, and are not two files that agree."""
    lost = {
        (file, int(night))
        for file, entries, nights, _ in diaries
        if entries.written_here
        for night in nights[entries.draft.status == REJECTED]
    }
    for entries, file in logs:
        if not (entries.written_here and lost):
            continue
        for at, night in enumerate(onsets_of_log(entries, "evening")[0]):
            if (file, night) in lost and entries.draft.status[at] == USED:
                entries.draft.reject(at, None, "another file gives this night differently, and counts")


def _one_cramp_each(
    logs: Sequence[Entries], timed: Mapping[int, list[_Place]]
) -> Iterable[tuple[int, list[_Place]]]:
    """The rows of each minute that tell of one cramp. Two different offsets from UTC in one minute are two
    moments, when the clocks go back.
    """
    for minute, places in timed.items():
        offsets = {logs[table].offsets[at] for table, at in places if at in logs[table].offsets}
        first = min(offsets, default="")
        for offset in sorted(offsets) or [first]:
            of_moment = [(t, at) for t, at in places if logs[t].offsets.get(at, first) == offset]
            yield from ((minute, found) for found in _apart_by_muscle(logs, of_moment))


def _apart_by_muscle(logs: Sequence[Entries], places: list[_Place]) -> list[list[_Place]]:
    """The rows of one moment by the muscle that they name: one log that names two at one time tells of two
    cramps. A row that names none belongs to the first.
    """
    muscles = (
        {place: logs[place[0]].column("muscle")[place[1]] for place in places} if len(places) > 1 else {}
    )
    several = any(
        len({muscles[place] for place in places if place[0] == table} - {None}) > 1
        for table in {table for table, _ in muscles}
    )
    if not several:
        return [places]
    named = list(dict.fromkeys(muscle for muscle in muscles.values() if muscle is not None))
    return [[place for place in places if (muscles[place] or named[0]) == muscle] for muscle in named]


@dataclass(frozen=True)
class _Rows:
    """The rows of all logs by what they say: ``timed`` by minute, ``undated`` and ``none`` by night;
    ``numbers`` of cramps by night and file, ``further`` the moments [s] behind the first of a row. The others
    are those of ``Logged``.
    """

    timed: dict[int, list[_Place]] = field(default_factory=lambda: defaultdict(list))
    undated: dict[int, list[_Place]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[int, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    none: dict[int, _Place] = field(default_factory=dict)
    blank: set[int] = field(default_factory=set)
    beside: dict[int, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    further: list[int] = field(default_factory=list)
    nights: list[Days] = field(default_factory=list)


def settle_logs(logs: Sequence[Entries], files: Sequence[int], rules: Sequence[DatesMean]) -> Logged:
    """The cramps of all logs by night, and the nights of rows about no cramp.

    With a clock time the same cramp is one. Without, the rows of one file are separate cramps, and of
    several files the one with more cramps in that night counts.
    """
    rows = _Rows()
    for table, (entries, file, rule) in enumerate(zip(logs, files, rules, strict=True)):
        _sort_out(entries, table, file, rule, rows)
    cramps = _timed_cramps(logs, files, rows)
    for night, places in rows.undated.items():
        wanted = max(rows.numbers[night].values()) - len(cramps[night])
        found = _chosen(_rows_at(logs, files, places), max(wanted, 0))
        cramps[night] += [Cramp(night, None, row.values) for row in found]
    for of_night in cramps.values():
        if len(of_night) > 1:
            of_night.sort(key=_order)
    for night in rows.none.keys() & cramps.keys():
        table, at = rows.none[night]
        problem = "the row says no cramp, but a cramp of this night is logged; the logged one counts"
        logs[table].draft.note(at, None, problem, "conflict")
    return Logged(dict(cramps), set(rows.none), rows.blank, dict(rows.beside), rows.nights)


def _sort_out(entries: Entries, table: int, file: int, rule: DatesMean, rows: _Rows) -> None:
    """Puts every used row of one log where it belongs."""
    nights, moments = onsets_of_log(entries, rule)
    rows.nights.append(np.asarray(nights, dtype=np.int64))
    for at, (night, found) in enumerate(zip(nights, moments, strict=True)):
        if night == NO_DAY or entries.draft.status[at] != USED:
            continue
        if tells_none(entries, at, timed=bool(found)):
            rows.none[night] = table, at
            rows.beside[night].append(row_of(entries, file, at).values)
        elif found:
            rows.timed[found[0] // 60].append((table, at))
            rows.further.extend(found[1:])
            rows.numbers[night][file] += len(found)
        elif tells_nothing(entries, at):
            # A calendar date may be that of either night; the times beside it stand in the one before.
            rows.blank.update((night, night - 1) if header_says(entries) is None else (night,))
            rows.beside[night].append(row_of(entries, file, at).values)
            entries.draft.note(at, None, _NOTHING_SAID, "set_aside", "write 0 or none if there was none")
        elif is_not_understood(entries, at):
            rows.blank.add(night)
            rows.beside[night].append(row_of(entries, file, at).values)
            entries.not_understood.add(at)
            entries.draft.note(at, None, _NOT_UNDERSTOOD, "set_aside", "write 0 or none if there was none")
        else:
            rows.undated[night].append((table, at))
            rows.numbers[night][file] += 1


def _timed_cramps(logs: Sequence[Entries], files: Sequence[int], rows: _Rows) -> dict[int, list[Cramp]]:
    """The cramps with a clock time, by night."""
    cramps: dict[int, list[Cramp]] = defaultdict(list)
    for minute, places in _one_cramp_each(logs, rows.timed):
        night = night_of(minute * 60)
        cramps[night].append(Cramp(night, minute * 60, one_cramp(_rows_at(logs, files, places))))
    known = {cramp.onset for found in cramps.values() for cramp in found} if rows.further else set()
    for second in rows.further:
        moment = second // 60 * 60
        if moment not in known:
            known.add(moment)
            night = night_of(moment)
            cramps[night].append(Cramp(night, moment))
    return cramps


def _rows_at(logs: Sequence[Entries], files: Sequence[int], places: Iterable[_Place]) -> list[Row]:
    """Of each place what it tells of its cramp, without the time."""
    found = [row_of(logs[table], files[table], at) for table, at in places]
    for row in found:
        row.values.pop("onset", None)
    return found


def _order(cramp: Cramp) -> tuple[bool, int, str]:
    # Cramps without a time have no order of their own; their content gives one that no order of rows can
    # change.
    return cramp.onset is None, cramp.onset or 0, "" if cramp.onset is not None else content_of(cramp.values)


def content_of(values: Mapping[str, Any]) -> str:
    return repr(sorted(values.items(), key=lambda item: item[0]))


def joined_rows(rows: Sequence[Row]) -> dict[str, Any]:
    if len(rows) == 1:
        return dict(rows[0].values)
    values: dict[str, Any] = {}
    for row in rows:
        for name, value in row.values.items():
            if isinstance(value, tuple) and name in values:
                values[name] += tuple(word for word in value if word not in values[name])
            else:
                values.setdefault(name, value)
    return values


def one_cramp(rows: Sequence[Row]) -> dict[str, Any]:
    """What rows about one moment say of its cramp. Where one file has a row for each leg, it is one cramp of
    both legs, with the worse pain and the longer time.
    """
    if len(rows) == 1:
        return rows[0].values
    by_side: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        by_side[row.values.get("side")].append(row)
    of_legs = None not in by_side and any(
        len({row.values["side"] for row in rows if row.file == file}) > 1 for file in {r.file for r in rows}
    )
    for found in by_side.values() if of_legs else [rows]:
        settle(found, "cramp")
    used = [row for row in rows if row.entries.draft.status[row.at] == USED]
    if not of_legs:
        return joined_rows(used)
    used.sort(key=lambda row: (-(row.values.get("severity") or 0), content_of(row.values)))
    values = joined_rows(used) | {"side": "both"}
    for name in ("severity", "duration"):
        if name in values:
            values[name] = max(row.values[name] for row in used if name in row.values)
    return values


def _chosen(rows: Sequence[Row], wanted: int) -> list[Row]:
    """The ``wanted`` rows without a time that count: those of the file with most of them, of equals the
    later file.

    The others repeat a cramp that counts already, or contradict it.
    """
    of_file: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        of_file[row.file].append(row)
    if len(of_file) == 1 and wanted >= len(rows):
        return list(rows)
    contents = {file: sorted(content_of(row.values) for row in found) for file, found in of_file.items()}
    best = max(of_file, key=lambda file: (len(of_file[file]), file))
    first_like_best = min(file for file in of_file if contents[file] == contents[best])
    ordered = sorted(of_file[first_like_best], key=lambda row: content_of(row.values))
    chosen = ordered[:wanted]
    kept = {content_of(row.values) for row in chosen}
    for row in rows:
        if any(row is one for one in chosen):
            continue
        if content_of(row.values) in kept or wanted < len(ordered):
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
