"""Events of what was drunk, done or kept -> one row a day."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.journal.cells import amount_and_unit, plain, read_duration, read_number, vocabulary
from analysis.journal.exports.event_answers import answer_of, is_not_given
from analysis.journal.exports.event_kinds import COUNTED, name_of
from analysis.journal.exports.event_logs import Event, Log
from analysis.journal.exports.event_parts import Part, date_of, filled, headers_of
from analysis.journal.fields import Field, dictionary

OWN = "own"
_NO_AMOUNT = "this event was mapped to {}, but tells no amount of it, so that it says nothing"


def by_day(log: Log, events: Sequence[tuple[Event, str]]) -> Part | None:
    """One row a day. What is counted or measured adds up, a yes is a yes, and of a level the last counts."""
    days: dict[str, dict[str, str]] = {}
    first: dict[str, object] = {}
    rows: dict[object, object] = {}
    unused: list[tuple[object, str, str]] = []
    counted = {event.kind for event, _ in events if _is_a_number(event.amount)}
    for event, target in events:
        date_text = date_of(event.day)
        told = _of_a_day(event, target, days.get(date_text, {}), event.kind in counted)
        if told is None:
            kind = headers_of(log, "kind")
            unused.append((event.row, kind[0] if kind else "", _NO_AMOUNT.format(target)))
            continue
        rows[event.row] = first.setdefault(date_text, event.row)
        days.setdefault(date_text, {}).update([told])
    if not days and not unused:
        return None
    table = pd.DataFrame([{"date": day, **values} for day, values in days.items()])
    table.index = pd.Index([first[day] for day in days])
    told_by = headers_of(log, "kind", "amount", "unit", "length")
    columns = {
        str(header): headers_of(log, "day") if header == "date" else told_by for header in table.columns
    }
    return Part("device days", filled(table), columns, rows, unused=tuple(unused))


def _is_a_number(amount: str) -> bool:
    """Whether an amount can be no yes or no; what is beside a 2 counts, and a 1 there is one."""
    return amount not in ("0", "1") and read_number(amount).value is not None


def _of_a_day(event: Event, target: str, so_far: Mapping[str, str], counted: bool) -> tuple[str, str] | None:
    """What an event says of its day, together with those before it; None where it says nothing. ``counted``:
    the events of its kind come with numbers."""
    known = dictionary().get(target)
    if is_not_given(event.amount):
        return None
    says_no = vocabulary("yes_no").get(plain(event.amount)) == "no"
    if known is None:
        header = f"{OWN}:{name_of(event.kind) if target == OWN else target}"
        if counted and read_number(event.amount).value is not None:
            return header, _added(so_far.get(header, ""), event.amount, event.unit)
        return header, so_far.get(header, "no") if says_no else "yes"
    if known.kind == "yes_no":
        return target, so_far.get(target, "no") if says_no else "yes"
    if known.kind in ("amount", "number", "count", "duration"):
        amount = _amount(event, known)
        if amount is None:
            return None
        before = so_far.get(target, "")
        if known.kind == "duration" and (longer := _longer(before, " ".join(amount).strip())):
            return target, longer
        return target, _added(before, *amount)
    return target, event.amount or event.severity or name_of(event.kind)


def _amount(event: Event, known: Field) -> tuple[str, str] | None:
    """The amount of an event and its unit: its own, else its name's ("Glass of water"), else one drink."""
    if known.kind == "duration" and event.length and not event.unit:
        return event.length, ""
    answer = answer_of(event.amount) if event.amount and not event.amount[0].isdecimal() else None
    if answer == "no":
        return None
    if event.amount and answer is None:
        return event.amount, event.unit
    if known.kind == "amount":
        name = name_of(event.kind)
        told = amount_and_unit(name) or amount_and_unit(f"1 {name}")
        return (f"{told[0]:g}", told[1]) if told is not None and told[1] else None
    return ("1", "") if known.unit in COUNTED else None


def _longer(before: str, length: str) -> str:
    """The sum of two lengths of time in minutes; "" where one of them is not understood."""
    one, two = read_duration(before).value, read_duration(length).value
    return "" if one is None or two is None else f"{one + two:.15g} min"


def _added(before: str, amount: str, unit: str) -> str:
    """The sum as text: of numbers with one unit the number, else one after another ("500 mL + 2 cups")."""
    if not before:
        return f"{amount} {unit}".strip()
    earlier, _, earlier_unit = before.partition(" ")
    one, two = read_number(earlier).value, read_number(amount).value
    if one is not None and two is not None and earlier_unit == unit:
        return f"{one + two:.15g} {unit}".strip()
    return f"{before} + {amount} {unit}".strip()
