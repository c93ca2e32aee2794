"""Events that are cramps, or say that there was none -> a log of cramps, and a diary of the nights that the
events count.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from analysis.journal.cells import MINUTES, plain, read_count, read_date_column, read_scale, unit_of_header
from analysis.journal.exports.event_answers import NOT_GIVEN, is_taken_back
from analysis.journal.exports.event_kinds import is_question
from analysis.journal.exports.event_logs import Event, Log
from analysis.journal.exports.event_names import cramps_of_kind, told_by_kind
from analysis.journal.exports.event_parts import Part, filled, headers_of

_PLACES = ("side", "muscle", "relief")
_TOLD = ("onset", *_PLACES)  # of what a kind's name says beside how many
_ONE = ("1", "1.0", "yes", "true", "x", "done", "yes_manual")
_NO_MEASURE = "the amount of this cramp has a unit that no cramp is measured in; it is not used"


@dataclass(frozen=True)
class _Dated:
    """An event with its night as an ISO date, or as it is written where that is not understood, and its clock
    time, "" where it has none. ``day`` is its date, moved to the evening where it is of the morning.
    """

    event: Event
    day: str
    night: str
    clock: str

    @property
    def settled(self) -> bool:
        """Whether its night is known, whatever the dates of the file mean."""
        return bool(self.clock) or self.event.early


def cramps(log: Log, events: Sequence[tuple[Event, bool]]) -> list[Part]:
    """The events that are cramps (True) or say that there was none (False), as one table or two: a cramp a
    row where nothing is counted, else a diary of the nights that the events count or call free of cramps.
    """
    told = [_told(event) if cramp else _said_none(event) for event, cramp in events]
    nights: dict[str, list[_Dated]] = {}
    for event, day in zip(told, _evenings(told), strict=True):
        dated = _dated(event, day)
        nights.setdefault(dated.night, []).append(dated)
    counted = [found for found in nights.values() if any(map(_is_counted, found))]
    singly = [dated for found in nights.values() if not any(map(_is_counted, found)) for dated in found]
    parts = [part for part in (_log_of(singly, log), _diary_of(counted, log)) if part is not None]
    unused = tuple(
        (event.row, header, _NO_MEASURE)
        for event in told
        for header in headers_of(log, "unit")
        if event.amount and event.unit and not _is_time(event.unit)
    )
    return [replace(part, unused=unused if part is parts[0] else ()) for part in parts]


def _is_counted(dated: _Dated) -> bool:
    if not dated.clock and dict(dated.event.about).get("onset"):
        return True  # the kind's own words say when in the night of its date
    amount = plain(dated.event.amount)
    return dated.event.counts and bool(amount) and amount not in _ONE


def _none(event: Event) -> Event:
    """An event that says that there was no cramp."""
    return replace(event, amount="0", counts=True, unit="", severity="")


def _said_none(event: Event) -> Event:
    """An event whose kind says that there was no cramp; one that takes that back says nothing."""
    if is_taken_back(event.amount):  # "No cramp: no"
        return replace(event, amount=NOT_GIVEN, counts=True, unit="", severity="")
    return _none(event)


def _told(event: Event) -> Event:
    """A cramp, or as many as its kind's name says; one whose strength is rated 0 is none."""
    several = cramps_of_kind(event.kind) or 1.0
    event = _with_words_of_kind(event)
    if several > 1 and (not event.amount or plain(event.amount) in _ONE):
        event = replace(event, amount=f"{several:g}", counts=True, unit="")
    if event.unit and _is_scale(event.unit) and not event.severity:
        event = replace(event, severity=f"{event.amount} {event.unit}", amount="")
    if not event.counts and not event.unit and _bare(event.amount) == "0":
        return _none(event)
    return event


def _with_words_of_kind(event: Event) -> Event:
    """The event with what its kind's name says beside the number of cramps, where no column says it."""
    told = told_by_kind(event.kind)
    about = tuple({**{name: told[name] for name in _TOLD if name in told}, **dict(event.about)}.items())
    severity, length = told.get("severity", ""), told.get("duration", "")
    return replace(event, about=about, severity=event.severity or severity, length=event.length or length)


def _is_time(unit: str) -> bool:
    return unit_of_header(f"x ({unit})")[1] in MINUTES


def _is_scale(unit: str) -> bool:
    named = unit_of_header(f"x ({unit})")[1] or ""
    return named[:2] in ("0-", "1-")


def _bare(amount: str) -> str:
    """An amount without the label that an app puts beside it ("2.0:two"), and without empty decimals."""
    return re.sub(r"\.0+$", "", amount.partition(":")[0].strip())


def _evenings(events: Sequence[Event]) -> list[str]:
    """The date of each event as text: of the evening before, where it belongs to the morning."""
    days = read_date_column([event.day for event in events], None, date.max).values
    return [
        (day - timedelta(days=1)).strftime("%Y-%m-%d")
        if event.early and not event.at and day is not None
        else event.day
        for event, day in zip(events, days, strict=True)
    ]


def _dated(event: Event, day: str) -> _Dated:
    moment = read_date_column([f"{day} {event.at}".strip()], None, date.max)
    found = moment.values[0]
    if found is None:
        return _Dated(event, day, day, event.at)
    if not (moment.has_time[0] or event.at):
        return _Dated(event, day, found.strftime("%Y-%m-%d"), "")
    night = (found - timedelta(hours=12)).strftime("%Y-%m-%d")
    if is_question(event.kind):
        return _Dated(replace(event, early=True, at=""), night, night, "")
    return _Dated(event, day, night, found.strftime("%H:%M"))


def _diary_of(nights: Sequence[Sequence[_Dated]], log: Log) -> Part | None:
    """One row a night: how many cramps its events tell of, when, the worst, and what was noted."""
    if not nights:
        return None
    rows = []
    for found in nights:
        counts = [read_count(_bare(dated.event.amount) or "1") for dated in found]
        known = [count.value for count in counts if count.value is not None]
        some = [dated for dated, count in zip(found, counts, strict=True) if count.value != 0]
        rows.append(
            {
                "night of": found[0].night,
                "cramps": f"{sum(known):g}"
                if len(known) == len(counts)
                else " + ".join(dated.event.amount for dated in found),
                "time": ", ".join(filter(None, map(_clocks, some))),
                "severity": _worst([dated.event.severity for dated in some if dated.event.severity]),
                **{name: _each_once(some, name) for name in _PLACES},
                "notes": "; ".join(dated.event.note for dated in found if dated.event.note),
            }
        )
    labels = [found[0].event.row for found in nights]
    columns = {
        "night of": headers_of(log, "day", "at"),
        "cramps": headers_of(log, "kind", "amount"),
        "time": headers_of(log, "day", "at"),
        "severity": headers_of(log, "severity") or headers_of(log, "kind"),
        **_headers_of_places(log),
        "notes": headers_of(log, "note"),
    }
    table = filled(pd.DataFrame(rows, index=pd.Index(labels)))
    of_rows = {dated.event.row: found[0].event.row for found in nights for dated in found}
    evenings = frozenset(found[0].event.row for found in nights if all(dated.settled for dated in found))
    return Part("night diary", table, columns, of_rows, evenings)


def _clocks(dated: _Dated) -> str:
    return dated.clock or dict(dated.event.about).get("onset", "")


def _each_once(events: Sequence[_Dated], name: str) -> str:
    """What the events say of a side, a muscle or what helped, each text once."""
    told = (dict(dated.event.about).get(name, "") for dated in events)
    return "; ".join(dict.fromkeys(filter(None, told)))


def _headers_of_places(log: Log) -> dict[str, tuple[str, ...]]:
    return {name: headers_of(log, name) or headers_of(log, "kind") for name in _PLACES}


def _worst(severities: Sequence[str]) -> str:
    """The severity that is the highest; the first where none is understood."""
    return max(severities, key=lambda text: read_scale(text).value or -1.0, default="")


def _length(event: Event) -> str:
    """How long a cramp lasted, as the file writes it: in its own column, or as an amount of time."""
    timed = bool(event.amount and event.unit) and _is_time(event.unit)
    return event.length or (f"{event.amount} {event.unit}" if timed else "")


def _log_of(events: Sequence[_Dated], log: Log) -> Part | None:
    """One row a cramp."""
    if not events:
        return None
    table = pd.DataFrame(
        {
            "time": [f"{dated.day} {dated.event.at}".strip() for dated in events],
            "severity": [dated.event.severity for dated in events],
            "duration": [_length(dated.event) for dated in events],
            **{name: [_each_once([dated], name) for dated in events] for name in _PLACES},
            "notes": [dated.event.note for dated in events],
        },
        index=pd.Index([dated.event.row for dated in events]),
    )
    columns = {
        "time": headers_of(log, "day", "at"),
        "severity": headers_of(log, "severity") or headers_of(log, "kind"),
        "duration": headers_of(log, "length") or headers_of(log, "amount", "unit"),
        **_headers_of_places(log),
        "notes": headers_of(log, "note"),
    }
    evenings = frozenset(dated.event.row for dated in events if dated.event.early and not dated.event.at)
    rows = {dated.event.row: dated.event.row for dated in events}
    return Part("cramp log", filled(table), columns, rows, evenings)
