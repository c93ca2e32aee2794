"""Every medicine as it was taken: statements and logs -> spells, intakes, and the changes made of spells."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import pandas as pd

from analysis.journal.medicines.combined import named_apart
from analysis.journal.medicines.intake_logs import changes_of_log, taken_nights
from analysis.journal.medicines.spells import Spell, spells_of
from analysis.journal.medicines.statements import ENDS, Log, Statement, compare_doses
from analysis.journal.medicines.told_and_logged import (
    is_contradicted,
    is_told,
    start_of_others,
    taken_after_all,
)
from analysis.journal.medicines.which_one import in_order, one_medicine


@dataclass(frozen=True)
class Record:
    """``changes``, ``spells`` and ``intakes`` are the tables of a Journal."""

    changes: pd.DataFrame
    spells: pd.DataFrame
    intakes: pd.DataFrame


def medicine_record(told: Iterable[Statement], logs: Sequence[Log], first_night: int | None = None) -> Record:
    """The record of all medicines.

    told : what lists and sentences say. logs : what was written of single nights. first_night : of the
        ledger; what was taken on it since before is open to the left and no change [days since 1970-01-01].
    """
    told, logs = named_apart(told, logs)
    shown: list[Statement] = []
    intakes: list[Statement] = []
    for log in logs:
        changes, single = changes_of_log(log)
        shown += changes
        intakes += single
    taken = taken_nights(logs)
    told = [one for one in told if not is_contradicted(one, taken.get(one.key, {}))]
    said, seen = one_medicine(told, start_of_others(shown))
    spells: list[Spell] = []
    for key in dict.fromkeys(one.key for one in (*said, *seen)):
        of_list = in_order(one for one in said if one.key == key)
        of_list += taken_after_all(of_list, taken.get(key, {}))
        events = of_list + [one for one in seen if one.key == key and not is_told(one, of_list)]
        spells += spells_of(in_order(events))
    spells = [_from_before(spell, first_night) for spell in spells]
    spells, single = _without_single_nights(spells)
    intakes += single
    daily = [spell for spell in spells if not spell.as_needed]
    changes_told = [change for of_one in _by_medicine(daily) for change in _changes(of_one, first_night)]
    if not (spells or intakes):
        empty = _no_medicine()
        return Record(empty.changes.copy(), empty.spells.copy(), empty.intakes.copy())
    return Record(_change_table(changes_told), spell_table(spells), _intake_table(intakes, spells))


def _from_before(spell: Spell, first_night: int | None) -> Spell:
    """A spell that holds the ledger's first night and began before it is open to the left."""
    if first_night is None or spell.first is None or spell.first >= first_night:
        return spell
    if spell.last is not None and spell.last < first_night:
        return spell
    return replace(spell, first=None)


def _without_single_nights(spells: Sequence[Spell]) -> tuple[list[Spell], list[Statement]]:
    """The spells without those of one night, which are intakes: nothing can be compared with one night."""
    kept: list[Spell] = []
    single: list[Statement] = []
    ends = {(spell.key, night) for spell in spells for night in (spell.first, spell.last)}
    for spell in spells:
        first = spell.first
        beside = first is not None and ends & {(spell.key, first - 1), (spell.key, first + 1)}
        if first is None or first != spell.last or beside:
            kept.append(spell)
        else:
            single.append(Statement(first, spell.medicine, "taken", "; ".join(spell.sources), spell.why))
    return kept, single


def _by_medicine(spells: Sequence[Spell]) -> list[list[Spell]]:
    by_key: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        by_key[spell.key].append(spell)
    return list(by_key.values())


def _changes(spells: Sequence[Spell], first_night: int | None) -> list[tuple[int, Spell, str]]:
    """What changed at the beginning and the end of every spell of one medicine: night, spell, change."""
    found: list[tuple[int, Spell, str]] = []
    for place, spell in enumerate(spells):
        before = spells[place - 1] if place else None
        after = spells[place + 1] if place + 1 < len(spells) else None
        if spell.first is not None:
            joins = before is not None and before.last == spell.first - 1
            way = compare_doses(before.medicine, spell.medicine) if before is not None and joins else None
            change = spell.began
            if joins and way:
                change = "increase" if way > 0 else "decrease"
            found.append((spell.first, spell, change))
        joined = after is not None and (after.first is None or after.first == (spell.last or 0) + 1)
        if spell.last is not None and not joined:
            found.append((spell.last + 1, spell, spell.ended))
    if first_night is not None:
        goes_on = any(spell.first is None for spell in spells)
        found = [one for one in found if one[0] >= first_night or not goes_on]
    return found


def _day(night: int | None) -> pd.Timestamp:
    return pd.NaT if night is None else pd.Timestamp(night, unit="D")  # type: ignore[return-value]


def _texts(values: Iterable[str | None]) -> pd.Series:
    return pd.Series(list(values), dtype="str")


@cache
def _no_medicine() -> Record:
    """The record of a journal that names no medicine, as most do: made once, and only copied."""
    return Record(_change_table(()), spell_table(()), _intake_table((), ()))


def _change_table(rows: Sequence[tuple[int, Spell, str]]) -> pd.DataFrame:
    rows = sorted(rows, key=lambda row: (row[0], row[1].key, row[2]))
    ends = [change in ENDS for _, _, change in rows]
    return pd.DataFrame(
        {
            "night": pd.Series([_day(night) for night, _, _ in rows], dtype="datetime64[us]"),
            "medication": _texts(
                spell.ended_as if end else spell.medicine.name
                for (_, spell, _), end in zip(rows, ends, strict=True)
            ),
            "generic": _texts(spell.medicine.generic for _, spell, _ in rows),
            "drug_class": _texts(spell.medicine.drug_class for _, spell, _ in rows),
            "change": _texts(change for _, _, change in rows),
            "dose": pd.Series(
                [None if end else spell.medicine.dose for (_, spell, _), end in zip(rows, ends, strict=True)],
                dtype="float64",
            ),
            "unit": _texts(
                None if end else spell.medicine.unit for (_, spell, _), end in zip(rows, ends, strict=True)
            ),
            "per_day": pd.Series(
                [
                    None if end else spell.medicine.per_day
                    for (_, spell, _), end in zip(rows, ends, strict=True)
                ],
                dtype="float64",
            ),
            "reason": _texts(
                spell.why_ended if end else spell.why for (_, spell, _), end in zip(rows, ends, strict=True)
            ),
        }
    )


def spell_table(spells: Sequence[Spell]) -> pd.DataFrame:
    """Spells by medicine, in the order in which each was first taken."""
    begins: dict[str, int] = {}
    for spell in spells:
        begin = -(10**9) if spell.first is None else spell.first
        begins[spell.key] = min(begin, begins.get(spell.key, begin))
    spells = sorted(spells, key=lambda one: (begins[one.key], one.key))
    return pd.DataFrame(
        {
            "medication": _texts(one.medicine.name for one in spells),
            "generic": _texts(one.medicine.generic for one in spells),
            "drug_class": _texts(one.medicine.drug_class for one in spells),
            "dose": pd.Series([one.medicine.dose for one in spells], dtype="float64"),
            "unit": _texts(one.medicine.unit for one in spells),
            "per_day": pd.Series([one.medicine.per_day for one in spells], dtype="float64"),
            "as_needed": pd.Series([one.as_needed for one in spells], dtype="bool"),
            "first_night": pd.Series([_day(one.first) for one in spells], dtype="datetime64[us]"),
            "last_night": pd.Series([_day(one.last) for one in spells], dtype="datetime64[us]"),
            "source": _texts("; ".join(filter(None, one.sources)) for one in spells),
        }
    )


def _intake_table(intakes: Sequence[Statement], spells: Sequence[Spell]) -> pd.DataFrame:
    """Single intakes by night, one a night and medicine, without those within a spell."""
    stretches: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        stretches[spell.key].append(spell)
    kept: dict[tuple[int, str], Statement] = {}
    for one in intakes:
        if one.night is not None and not any(
            spell.holds(one.night) and not spell.as_needed for spell in stretches[one.key]
        ):
            kept.setdefault((one.night, one.key), one)
    rows = [kept[key] for key in sorted(kept)]
    return pd.DataFrame(
        {
            "night": pd.Series([_day(one.night) for one in rows], dtype="datetime64[us]"),
            "medication": _texts(one.medicine.name for one in rows),
            "generic": _texts(one.medicine.generic for one in rows),
            "dose": pd.Series([one.medicine.dose for one in rows], dtype="float64"),
            "unit": _texts(one.medicine.unit for one in rows),
        }
    )
