"""The medicines of one row of a table, each with its own dose: of one cell, or of cells side by side."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from analysis.journal.cells import alternatives, plain, vocabulary, words_of
from analysis.journal.entries.table import Entries
from analysis.journal.entries.tablet_counts import TabletCounts
from analysis.journal.medicines import (
    Medicine,
    Memory,
    change_in_cell,
    difference_in_cell,
    is_bare,
    of_tablets,
    read_medicine_list,
    resolve,
    times_a_day,
    two_doses,
    unit_of,
)

_BETWEEN = (
    re.compile(r"[;\n|•]"),
    re.compile(r",(?!\d)|(?<!\d),"),
    re.compile(rf" ?[/+&] ?| (?:plus|{alternatives(words_of('joins two things said'))}) "),
)


class Beside(NamedTuple):
    """What stands beside one name: its dose, the unit, how often it is taken, and what changed."""

    dose: str | None = None
    unit: str | None = None
    schedule: str | None = None
    change: str | None = None


def in_parallel(text: str | None, number: int) -> list[str | None] | None:
    """The ``number`` parts of a cell, one for each of so many names, None where a part is left out; None
    where it has not so many parts.

    >>> in_parallel("300 mg; 5 mg", 2)
    ['300 mg', '5 mg']
    """
    for between in _BETWEEN:
        parts = [part.strip() for part in between.split(text or "")]
        if len(parts) == number:
            return [None if _is_nothing(part) else part for part in parts]
    return None


def _is_nothing(part: str) -> bool:
    word = plain(part)
    return word in vocabulary("empty") or word in ("", "none")


def side_by_side(
    name: str, cells: Sequence[str | None], memory: Memory
) -> list[tuple[str, list[str | None]]]:
    """The names in a cell, each with its parts of the ``cells`` beside it, the first of which is the dose.

    Several where they are all known, or some are and each has a dose beside it. What stands once stands for
    each, but for a dose, which nobody could share out.
    """
    listed = read_medicine_list(name, memory)
    number = len(listed)
    known = [one.generic is not None for one in listed]
    if number < 2 or not any(known) or not (all(known) or in_parallel(cells[0], number)):
        return [(name, list(cells))]
    parts = [in_parallel(cell, number) or [cell] * number for cell in cells]
    if is_shared(cells[0], number):
        parts[0] = [None] * number
    if not any(cells[1:2]) and (unit := unit_of_others(parts[0], memory)):
        parts[0] = [f"{part} {unit}" if part and is_bare(part) else part for part in parts[0]]
    return [
        (one.as_written, list(beside)) for one, beside in zip(listed, zip(*parts, strict=True), strict=True)
    ]


def unit_of_others(doses: Sequence[str | None], memory: Memory) -> str | None:
    """The unit that stands for the bare numbers among doses ("50/5 mg"): the one of all others; None where
    none is bare, or the others have no unit or several.
    """
    written = [dose for dose in doses if dose]
    units = {resolve(dose, memory).unit for dose in written if not is_bare(dose)}
    return next(iter(units)) if len(units) == 1 and any(map(is_bare, written)) else None


def is_shared(dose: str | None, names: int) -> bool:
    """Whether one dose stands beside several names."""
    return bool(dose) and names > 1 and in_parallel(dose, names) is None


def note_doses(entries: Entries, at: int, dose: str | None, names: int, memory: Memory) -> None:
    """Says where one dose stands beside several names, and where one unit stands for several doses."""
    hint = "write a row for each"
    parts = in_parallel(dose, names) if names > 1 else None
    if is_shared(dose, names):
        problem = "one dose beside several medicines is not shared out"
        entries.draft.note(at, entries.plan.of("dose")[0].named, problem, "set_aside", hint, dose)
    elif parts and not entries.column("dose_unit")[at] and unit_of_others(parts, memory):
        problem = "one unit was taken for each of these doses"
        entries.draft.note(at, entries.plan.of("dose")[0].named, problem, "assumed", hint, dose)


def _with_change_of_dose(beside: Beside) -> Beside:
    """What stands beside a name, with a word of change under doses as one: "stopped" is no dose."""
    if beside.change or not beside.dose or any(map(str.isdecimal, beside.dose)):
        return beside
    word = any(map(str.isalpha, beside.dose)) and change_in_cell(beside.dose)
    return beside._replace(dose=None, change=beside.dose) if word else beside


class RowMedicines:
    """The medicines that each row of ``entries`` names, with what the row's other cells say of them."""

    def __init__(self, entries: Entries, memory: Memory) -> None:
        self.entries, self.memory = entries, memory
        self.tablets = TabletCounts(entries, memory)
        self.columns = {name: entries.column(name) for name in ("dose", "dose_unit", "schedule", "change")}
        self.before = entries.column("dose_before")

    def of(self, at: int, name: str) -> list[tuple[str, Beside]]:
        """Each name of a row with what stands beside it."""
        cells = [self.columns[column][at] for column in self.columns]
        rows = side_by_side(name, cells, self.memory)
        note_doses(self.entries, at, cells[0], len(rows), self.memory)
        return [(each, _with_change_of_dose(Beside(*beside))) for each, beside in rows]

    def medicine(self, at: int, name: str, beside: Beside) -> Medicine:
        """The medicine with the dose that stands beside it, and the one before where a column has it."""
        medicine = self._at_dose(at, name, beside)
        before = resolve(f"{medicine.name} {self.before[at]}", self.memory) if self.before[at] else None
        return medicine if before is None or not before.dose else replace(medicine, dose_before=before.dose)

    def _at_dose(self, at: int, name: str, beside: Beside) -> Medicine:
        medicine = self._named(at, name, beside)
        written, unit = beside.dose, beside.unit
        unit = unit_of(unit) if unit else unit
        number, instead = self.tablets.of(at, written)
        if instead:
            medicine = replace(medicine, as_written=medicine.name)
            per_day = times_a_day(plain(written or "")[:200]) or medicine.per_day
            return replace(of_tablets(medicine, number), per_day=per_day)
        if not written:
            medicine = (
                replace(medicine, unit=unit or medicine.unit) if medicine.dose is not None else medicine
            )
            return of_tablets(medicine, number)
        kind = vocabulary("change").get(plain(beside.change or "").strip(" .:!"))
        is_difference, by = difference_in_cell(plain(written), kind)
        if is_difference:
            return replace(medicine, as_written=medicine.name, dose=None, unit=None, difference=by)
        return of_tablets(self._with_dose(at, medicine, written, unit), number)

    def _with_dose(self, at: int, medicine: Medicine, written: str, unit: str | None) -> Medicine:
        both = two_doses(plain(written))
        found = resolve(both[1] if both else written, self.memory)
        if found.dose is None:  # two amounts a day, where the medicine is of one substance
            found = resolve(f"{medicine.name} {written}", self.memory)
        plans = self.entries.plan.of("dose")
        if found.dose is None:
            problem, hint = "this is no single dose", "write a number such as 20"
            self.entries.draft.note(at, plans[0].named, problem, "set_aside", hint, written)
            return medicine
        named = plans[0].heading.unit if plans else None
        if named is None and plans and plain(plans[0].header) == "mg":
            named = "mg"
        # The name without a dose of its own, which the row's dose replaces.
        unit = unit or found.unit or named or medicine.unit
        per_day = medicine.per_day or found.per_day
        return replace(
            medicine, as_written=medicine.name, dose=found.dose, unit=unit, per_day=per_day,
            dose_before=both[0] if both else medicine.dose_before,
        )  # fmt: skip

    def _named(self, at: int, name: str, beside: Beside) -> Medicine:
        """The medicine that the name means, with how often it is taken where another column says it."""
        medicine, schedule = resolve(name, self.memory), beside.schedule
        times = times_a_day(plain(schedule)[:200]) if schedule else None
        if schedule and times is None and not says_as_needed(schedule):
            header = self.entries.plan.of("schedule")[0].named
            self.entries.draft.note(
                at, header, "how often a day this is was not understood", "set_aside",
                "write once a day, twice a day or as needed", schedule,
            )  # fmt: skip
        return medicine if times is None else replace(medicine, per_day=times)


def says_as_needed(text: str) -> bool:
    """Whether a few words have one that says that it is taken now and then."""
    words = f" {plain(text)[:400]} "
    return any(f" {name} " in words for name in vocabulary("as needed"))
