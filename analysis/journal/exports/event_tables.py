"""Mapped events -> tables with the dictionary's headers: cramps, medicines, changes, exposures by day."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analysis.journal.cells import (
    amount_and_unit,
    plain,
    read_count,
    read_date_column,
    read_number,
    vocabulary,
)
from analysis.journal.exports.event_logs import Event, Log
from analysis.journal.fields import Field, dictionary
from analysis.journal.medicines import CHANGES, read_changes_in_text, resolve

_COUNTED = ("drinks",)  # units of which an event without an amount is one


@dataclass(frozen=True)
class Part:
    """One table made of events: its kind, the table, the headers that its columns came from, and for every
    row of the file that is in it the label of the table's row. ``evenings`` are the rows whose date was moved
    to the evening before by the part of the day that the app gives. ``unused`` are the events that gave
    nothing, by row and header, with the reason.
    """

    kind: str
    table: pd.DataFrame
    columns: Mapping[str, tuple[str, ...]]
    rows: Mapping[object, object]
    evenings: frozenset[object] = frozenset()
    unused: tuple[tuple[object, str, str], ...] = ()


def suggest(log: Log) -> dict[str, str]:
    """The field that a kind's own name says, by the dictionary's names; kinds that say none are left out.

    What is measured is only suggested where the events carry amounts: "sedentary" alone is no number of
    hours.
    """
    measured = {event.kind for event in log.events if event.amount}
    fields = {
        plain(name): known.name for known in dictionary().values() for name in (known.name, *known.names)
    }
    found = {}
    for kind in dict.fromkeys(event.kind for event in log.events):
        category, _, detail = kind.rpartition(": ")
        name = plain(detail)
        if fields.get(name) == "cramps" or any(
            word.startswith(tuple(vocabulary("cramp stem"))) for word in name.split()
        ):
            found[kind] = "cramps"
        elif plain(category).startswith("med"):
            found[kind] = "medication"
        elif name in fields and dictionary()[fields[name]].is_exposure:
            known = dictionary()[fields[name]]
            if kind in measured or known.kind == "yes_no" or known.unit in _COUNTED:
                found[kind] = known.name
        elif (told := _told_change(detail)) is not None:
            found[kind] = told[0]
        elif resolve(detail).generic is not None:
            found[kind] = "medication"
    return found


def tables(log: Log, mapping: Mapping[str, str]) -> list[Part]:
    """The events of the kinds that ``mapping`` names, as tables; a row is one row of the file, or one day."""
    chosen = [(event, mapping[event.kind]) for event in log.events if event.kind in mapping and event.day]
    singly = ("cramps", "medication", *CHANGES)
    parts = [
        _cramps(log, [event for event, target in chosen if target == "cramps"]),
        _taken(log, [event for event, target in chosen if target == "medication"]),
        _changes(log, [(event, target) for event, target in chosen if target in CHANGES]),
        _by_day(log, [(event, target) for event, target in chosen if target not in singly]),
    ]
    return [part for part in parts if part is not None]


_TIME_OF_DAY = re.compile(r"(?:, ?| |t)\d{1,2}:\d{2}[^/]{0,30}$", re.IGNORECASE)


def _date_of(moment: str) -> str:
    """The date of a moment, as it is written."""
    return _TIME_OF_DAY.sub("", moment) or moment


def _name(kind: str) -> str:
    """The kind without the category that an app puts before it."""
    return kind.rpartition(": ")[2]


def _told_change(name: str) -> tuple[str, str] | None:
    """The one change that a kind's name tells ("Started ramipril"), and the medicine as written."""
    told = read_changes_in_text(name)
    return (told[0][0], told[0][1].as_written) if len(told) == 1 and told[0][1].generic else None


def _changed_medicine(kind: str) -> str:
    told = _told_change(_name(kind))
    return told[1] if told is not None else _name(kind)


def _from(log: Log, *parts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(header for part in parts for header in log.headers.get(part, ())))


def _evenings(events: Sequence[Event]) -> list[str]:
    """The date of each event as text: of the evening before, where it belongs to the morning."""
    days = read_date_column([event.day for event in events], None, date.max).values
    return [
        (day - timedelta(days=1)).strftime("%Y-%m-%d")
        if event.early and not event.at and day is not None
        else event.day
        for event, day in zip(events, days, strict=True)
    ]


def _cramps(log: Log, events: Sequence[Event]) -> Part | None:
    """One cramp a row; where the events say how many there were, a diary of the nights that they tell of."""
    told = [event.amount for event in events if event.counts and event.amount]
    if all(plain(amount) in _ONE for amount in told):
        return _cramp_log(log, events)
    nights: dict[str, list[Event]] = {}
    for event, day in zip(events, _evenings(events), strict=True):
        nights.setdefault(_night_of(day, event.at), []).append(event)
    rows = []
    for night, found in nights.items():
        counts = [read_count(_bare(event.amount) or "1") for event in found]
        known = [count.value for count in counts if count.value is not None]
        total = f"{sum(known):g}" if len(known) == len(counts) else " + ".join(e.amount for e in found)
        times = [
            event.at for event, count in zip(found, counts, strict=True) if event.at and count.value != 0
        ]
        rows.append(
            {
                "night of": night,
                "cramps": total,
                "time": ", ".join(times),
                "notes": "; ".join(event.note for event in found if event.note),
            }
        )
    first = {night: found[0].row for night, found in nights.items()}
    columns = {
        "night of": _from(log, "day", "at"),
        "cramps": _from(log, "kind", "amount"),
        "time": _from(log, "day", "at"),
        "notes": _from(log, "note"),
    }
    labels = {event.row: first[night] for night, found in nights.items() for event in found}
    return Part(
        "night diary", _filled(pd.DataFrame(rows, index=pd.Index(list(first.values())))), columns, labels
    )


_ONE = ("1", "1.0", "yes", "true", "x", "done", "yes_manual")


def _bare(amount: str) -> str:
    """An amount without the label that an app puts beside it ("2.0:two"), and without empty decimals."""
    return re.sub(r"\.0+$", "", amount.partition(":")[0].strip())


def _night_of(day: str, at: str) -> str:
    """The night of an event as an ISO date, where its moment is understood; else what is written."""
    moment = read_date_column([f"{day} {at}".strip()], None, date.max)
    found = moment.values[0]
    if found is None:
        return day
    timed = moment.has_time[0] or bool(at)
    return ((found - timedelta(hours=12)) if timed else found).strftime("%Y-%m-%d")


def _cramp_log(log: Log, events: Sequence[Event]) -> Part | None:
    if not events:
        return None
    table = pd.DataFrame(
        {
            "time": [
                f"{day} {event.at}".strip() for event, day in zip(events, _evenings(events), strict=True)
            ],
            "severity": [event.severity for event in events],
            "notes": [event.note for event in events],
        },
        index=pd.Index([event.row for event in events]),
    )
    columns = {
        "time": _from(log, "day", "at"),
        "severity": _from(log, "severity"),
        "notes": _from(log, "note"),
    }
    evenings = frozenset(event.row for event in events if event.early and not event.at)
    return Part("cramp log", _filled(table), columns, {event.row: event.row for event in events}, evenings)


def _changes(log: Log, events: Sequence[tuple[Event, str]]) -> Part | None:
    if not events:
        return None
    table = pd.DataFrame(
        {
            "date": [event.day for event, _ in events],
            "medication": [_changed_medicine(event.kind) for event, _ in events],
            "change": [change for _, change in events],
            "dose": [event.amount for event, _ in events],
            "unit": [event.unit for event, _ in events],
        },
        index=pd.Index([event.row for event, _ in events]),
    )
    columns = {
        "date": _from(log, "day"),
        "medication": _from(log, "kind"),
        "change": _from(log, "kind"),
        "dose": _from(log, "amount"),
        "unit": _from(log, "unit"),
    }
    return Part("medication changes", _filled(table), columns, {event.row: event.row for event, _ in events})


def _taken(log: Log, events: Sequence[Event]) -> Part | None:
    """One row a day with the list of what was taken, as a diary would hold it."""
    lists: dict[str, list[str]] = {}
    first: dict[str, object] = {}
    rows: dict[object, object] = {}
    for event in events:
        taken = " ".join(part for part in (_name(event.kind), event.amount, event.unit) if part)
        day = _date_of(event.day)
        rows[event.row] = first.setdefault(day, event.row)
        if taken not in lists.setdefault(day, []):
            lists[day].append(taken)
    if not lists:
        return None
    table = pd.DataFrame(
        {"date": list(lists), "medication": ["; ".join(taken) for taken in lists.values()]},
        index=pd.Index([first[day] for day in lists]),
    )
    columns = {"date": _from(log, "day"), "medication": _from(log, "kind", "amount", "unit")}
    return Part("night diary", table, columns, rows)


def _by_day(log: Log, events: Sequence[tuple[Event, str]]) -> Part | None:
    """One row a day. What is counted or measured adds up, a yes is a yes, and of a level the last counts."""
    days: dict[str, dict[str, str]] = {}
    first: dict[str, object] = {}
    rows: dict[object, object] = {}
    unused: list[tuple[object, str, str]] = []
    for event, target in events:
        date_text = _date_of(event.day)
        told = _of_a_day(event, target, days.get(date_text, {}))
        if told is None:
            kind = _from(log, "kind")
            unused.append((event.row, kind[0] if kind else "", _NO_AMOUNT.format(target)))
            continue
        rows[event.row] = first.setdefault(date_text, event.row)
        days.setdefault(date_text, {}).update([told])
    if not days and not unused:
        return None
    table = pd.DataFrame([{"date": day, **values} for day, values in days.items()])
    table.index = pd.Index([first[day] for day in days])
    told_by = _from(log, "kind", "amount", "unit")
    columns = {str(header): _from(log, "day") if header == "date" else told_by for header in table.columns}
    return Part("device days", _filled(table), columns, rows, unused=tuple(unused))


_NO_AMOUNT = "this event was mapped to {}, but tells no amount of it, so that it says nothing"


def _of_a_day(event: Event, target: str, so_far: Mapping[str, str]) -> tuple[str, str] | None:
    """What an event says of its day, together with those before it; None where it says nothing."""
    known = dictionary().get(target)
    says_no = vocabulary("yes_no").get(plain(event.amount)) == "no"
    if known is None:
        header = f"{OWN}:{_name(event.kind) if target == OWN else target}"
        if event.amount not in ("0", "1") and read_number(event.amount).value is not None:
            return header, _added(so_far.get(header, ""), event.amount, event.unit)
        return header, so_far.get(header, "no") if says_no else "yes"
    if known.kind == "yes_no":
        return target, so_far.get(target, "no") if says_no else "yes"
    if known.kind in ("amount", "number", "count", "duration"):
        amount = _amount(event, known)
        return None if amount is None else (target, _added(so_far.get(target, ""), *amount))
    return target, event.amount or event.severity or _name(event.kind)


OWN = "own"


def _amount(event: Event, known: Field) -> tuple[str, str] | None:
    """The amount of an event and its unit: its own, else its name's ("Glass of water"), else one drink."""
    if event.amount:
        return event.amount, event.unit
    if known.kind == "amount":
        name = _name(event.kind)
        told = amount_and_unit(name) or amount_and_unit(f"1 {name}")
        return (f"{told[0]:g}", told[1]) if told is not None and told[1] else None
    return ("1", "") if known.unit in _COUNTED else None


def _added(before: str, amount: str, unit: str) -> str:
    """The sum as text: of numbers with one unit the number, else one after another ("500 mL + 2 cups")."""
    if not before:
        return f"{amount} {unit}".strip()
    earlier, _, earlier_unit = before.partition(" ")
    one, two = read_number(earlier).value, read_number(amount).value
    if one is not None and two is not None and earlier_unit == unit:
        return f"{one + two:.15g} {unit}".strip()
    return f"{before} + {amount} {unit}".strip()


def _filled(table: pd.DataFrame) -> pd.DataFrame:
    """Blank where nothing is, and without columns in which nothing is."""
    table = table.fillna("").astype("str")
    return table.loc[:, [bool((table[header] != "").any()) for header in table.columns]]
