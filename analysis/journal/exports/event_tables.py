"""Mapped events -> tables with the dictionary's headers: cramps, medicines, changes, exposures by day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from analysis.journal.exports.event_answers import answer_of, is_not_given, is_taken_back
from analysis.journal.exports.event_cramps import cramps
from analysis.journal.exports.event_days import by_day
from analysis.journal.exports.event_kinds import NO_CRAMP, changed_medicine, name_of
from analysis.journal.exports.event_logs import Event, Log
from analysis.journal.exports.event_parts import Part, date_of, filled, headers_of
from analysis.journal.medicines import CHANGES


def tables(log: Log, mapping: Mapping[str, str]) -> list[Part]:
    """The events of the kinds that ``mapping`` names, as tables; a row is one row of the file, or one day."""
    chosen = [(event, mapping[event.kind]) for event in log.events if event.kind in mapping and event.day]
    of_cramps = ("cramps", NO_CRAMP)
    singly = (*of_cramps, "medication", *CHANGES)
    parts = [
        *cramps(log, [(event, target == "cramps") for event, target in chosen if target in of_cramps]),
        _taken(log, [e for e, target in chosen if target == "medication" and not is_not_given(e.amount)]),
        _changes(log, [(e, to) for e, to in chosen if to in CHANGES and not is_taken_back(e.amount)]),
        by_day(log, [(event, target) for event, target in chosen if target not in singly]),
    ]
    made = [part for part in parts if part is not None]
    shared = dict.fromkeys(
        (event.row, header, _NOT_SHARED_OUT)
        for event, _ in chosen
        if event.shared
        for header in headers_of(log, event.shared)
    )
    return [replace(part, unused=(*part.unused, *shared)) if part is made[0] else part for part in made]


_NOT_SHARED_OUT = "one number beside several kinds is not shared out; it is not used"


def _changes(log: Log, events: Sequence[tuple[Event, str]]) -> Part | None:
    if not events:
        return None
    table = pd.DataFrame(
        {
            "date": [event.day for event, _ in events],
            "medication": [changed_medicine(event.kind) for event, _ in events],
            "change": [change for _, change in events],
            "dose": ["" if answer_of(event.amount) == "yes" else event.amount for event, _ in events],
            "unit": [event.unit for event, _ in events],
        },
        index=pd.Index([event.row for event, _ in events]),
    )
    columns = {
        "date": headers_of(log, "day"),
        "medication": headers_of(log, "kind"),
        "change": headers_of(log, "kind"),
        "dose": headers_of(log, "amount"),
        "unit": headers_of(log, "unit"),
    }
    return Part("medication changes", filled(table), columns, {event.row: event.row for event, _ in events})


def _taken(log: Log, events: Sequence[Event]) -> Part | None:
    """One row a day with the list of what was taken, as a diary would hold it."""
    lists: dict[str, list[str]] = {}
    first: dict[str, object] = {}
    rows: dict[object, object] = {}
    for event in events:
        taken = " ".join(part for part in (name_of(event.kind), event.amount, event.unit) if part)
        day = date_of(event.day)
        rows[event.row] = first.setdefault(day, event.row)
        if taken not in lists.setdefault(day, []):
            lists[day].append(taken)
    if not lists:
        return None
    table = pd.DataFrame(
        {"date": list(lists), "medication": ["; ".join(taken) for taken in lists.values()]},
        index=pd.Index([first[day] for day in lists]),
    )
    columns = {"date": headers_of(log, "day"), "medication": headers_of(log, "kind", "amount", "unit")}
    return Part("night diary", table, columns, rows)
