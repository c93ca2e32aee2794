"""Everything that the journal knows about one night, line by line."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from analysis.journal import Journal, dictionary
from analysis.words.added import LEFT_OUT
from analysis.words.labels import CHANGED, quantity
from analysis.words.mapping import label_column
from analysis.words.speech import Wording, capital, count, day, decimal, listing
from analysis.words.units import GLASS_ML, Volume

Line = tuple[str, str]
_OF_NIGHT_ALONE = ("logged", "cramps", "notes", "medication", "recorded_at")


def say_night(
    journal: Journal,
    night: date,
    wording: Wording = "everyday",
    volume: Volume = "mL",
    glass_ml: float = GLASS_ML,
) -> list[Line]:
    """What is known about a night, as (what, said): for the screen, as the patient's own words stand in it.

    Of what the journal does not hold there is no line.

    >>> from analysis import read_journal
    >>> rows = b"night,cramps,notes\\n2025-03-01,1,ankle swollen\\n2025-03-02,0,\\n"
    >>> say_night(read_journal([("diary.csv", rows)]), date(2025, 3, 1))[:2]
    [('Cramps', '1 cramp'), ('In the patient’s words', '“ankle swollen”')]
    """
    at = pd.Timestamp(night)

    def amount(name: str, value: Any) -> str:
        field = dictionary().get(name) or next((own for own in journal.own_fields if own.name == name), None)
        if str(value) in ("True", "False"):  # numpy's own truth is no bool
            return "yes" if value else "no"
        if isinstance(value, tuple | list):
            return _several(value)
        if isinstance(value, int | float):
            unit = field.unit if field is not None else None
            of_ten = unit == "0-10"
            return f"{decimal(value)} of 10" if of_ten else quantity(value, unit, wording, volume, glass_ml)
        return str(value)

    return [
        *_cramps(journal, at, amount),
        *_fields(journal, at, amount),
        *_medicines(journal, at),
        *_beside(journal, at),
        *_where(journal, at),
    ]


def _cramps(journal: Journal, at: pd.Timestamp, amount: Any) -> Iterator[Line]:
    nights = journal.nights
    if at not in nights.index:
        yield "Cramps", "outside the nights of the journal"
        return
    if at in journal.nights_assumed:
        said = "no entry; counted as none, which is assumed"
    elif not nights.at[at, "logged"]:
        said = "not logged"
    else:
        cramps = float(nights["cramps"].loc[at])
        said = count(cramps, "cramp") if cramps else "no cramp"
    yield "Cramps", said
    found = _of(journal.cramps.sort_values("onset"), "night", at)
    for place, row in enumerate(found, start=1):
        told = {name: value for name, value in row.items() if name != "night" and _is_known(value)}
        began = told.pop("onset", None)
        parts = [" ".join(str(told.pop(name)) for name in ("side", "muscle") if name in told)]
        parts += _felt_and_tried(told)
        parts += [_told(name, value, amount) for name, value in told.items()]
        parts = [part for part in parts if part]
        if began is not None or parts:
            title = (
                f"{began:%H:%M}" if began is not None else f"Cramp {place}" if len(found) > 1 else "The cramp"
            )
            yield title, "; ".join(parts) or "the time alone is known"
    for row in _of(journal.remarks, "night", at):
        yield "In the patient’s words", f"“{row['text']}”"


def _felt_and_tried(told: dict[str, Any]) -> list[str]:
    """``felt pain and stiffness``, ``tried stretching, noted as giving relief``; taken out of ``told``."""
    said = []
    if (felt := told.pop("symptoms", None)) is not None:
        said.append(f"felt {_several(felt)}")
    if (tried := told.pop("relief", None)) is not None:
        helped = told.pop("relief_helped", None)
        which = "" if helped is None else f", noted as giving {'' if helped else 'no '}relief"
        said.append(f"tried {_several(tried)}{which}")
    return said


def _several(value: Any) -> str:
    each = value if isinstance(value, tuple | list) else str(value).split(";")
    return listing([str(one).strip() for one in each])


def _told(name: str, value: Any, amount: Any) -> str:
    """``pain 7 of 10``; of a yes only what it is, of a no nothing."""
    field = dictionary().get(name)
    label = (field.label if field is not None else name.replace("_", " ")).lower()
    said = amount(name, value)
    return label if said == "yes" else "" if said == "no" else f"{label} {said}"


def _fields(journal: Journal, at: pd.Timestamp, amount: Any) -> Iterator[Line]:
    """What else the journal holds about the night, and about the day before it."""
    known = dictionary()
    of_cramps = {str(name) for name in journal.cramps.columns}
    for table, of_day in ((journal.nights, False), (journal.days, True)):
        if at not in table.index:
            continue
        for name, value in table.loc[at].items():
            field = known.get(str(name))
            is_of_day = field is None or field.table == "day"
            if is_of_day is of_day and name not in (*_OF_NIGHT_ALONE, *of_cramps) and _is_known(value):
                label = field.label if field is not None else label_column(str(name), journal.own_fields)
                yield f"{label}, that day" if of_day else label, amount(str(name), value)


def _medicines(journal: Journal, at: pd.Timestamp) -> Iterator[Line]:
    for row in journal.changes[journal.changes["night"] == at].to_dict("records"):
        verb = CHANGED.get(str(row["change"]), "changed")
        yield "Changed that night", f"{capital(_dosed(row))} {verb}"
    spells = journal.spells
    taken = ~(spells["first_night"] > at) & ~(spells["last_night"] < at)
    names = [_dosed(row) for row in spells[taken].to_dict("records")]
    names += [f"{_dosed(row)} (that night)" for row in _of(journal.intakes, "night", at)]
    if names:
        yield "Medicines", "; ".join(dict.fromkeys(map(capital, names)))


def _beside(journal: Journal, at: pd.Timestamp) -> Iterator[Line]:
    for row in _of(journal.measurements, "date", at):
        unit = f" {row['unit']}" if _is_known(row["unit"]) else ""
        found = decimal(row["result"], 2) if _is_known(row["result"]) else "no result"
        yield str(row["test"]), f"{found}{unit}"
    events = journal.events
    around = events[(events["first_night"] <= at) & (events["last_night"] >= at)]
    for event, out in zip(around["event"].tolist(), around["left_out"].tolist(), strict=True):
        yield "Event", f"{event}; {LEFT_OUT}" if out else str(event)


def _where(journal: Journal, at: pd.Timestamp) -> Iterator[Line]:
    for row in _of(journal.places, "night", at):
        yield "Stands in", f"{row['file']}" + (f", row {int(row['row']):,}" if _is_known(row["row"]) else "")


def _of(table: pd.DataFrame, name: str, at: pd.Timestamp) -> list[dict[str, Any]]:
    rows = table[table[name] == at].to_dict("records")
    return [{str(key): value for key, value in row.items()} for row in rows]


def _dosed(row: dict[Any, Any]) -> str:
    dose = decimal(row["dose"], 2) if _is_known(row["dose"]) else ""
    unit = str(row["unit"]) if dose and _is_known(row["unit"]) else ""
    return " ".join(part for part in (str(row["medication"]), dose, unit) if part)


def _is_known(value: Any) -> bool:
    return isinstance(value, tuple | list) or not (value is None or pd.isna(value))


def title_night(night: date) -> str:
    """``Night of Sunday, 2 March 2025``."""
    return f"Night of {night:%A}, {day(night)}"
