"""What the files say of medicines: one statement a night and medicine, whatever form it was written in."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from analysis.journal.cells import plain
from analysis.journal.medicines.classes import Medicine
from analysis.journal.medicines.known import class_named

Change = Literal["start", "stop", "increase", "decrease", "pause", "resume"]
Said = Literal["start", "stop", "increase", "decrease", "pause", "resume", "taken", "not taken", "all along"]
CHANGES: tuple[Change, ...] = ("start", "stop", "increase", "decrease", "pause", "resume")
ENDS = ("stop", "pause")
BEGINS = ("start", "resume", "taken", "all along")
EVERY = "every medicine"  # the generic of "stopped all meds"

_IN_MG = {"mcg": 0.001, "mg": 1.0, "g": 1000.0}


@dataclass(frozen=True)
class Statement:
    """One thing that was said. ``night`` counts days since 1970-01-01, None where the journal gives no date.

    ``said`` is a change, or "taken" and "not taken" of a night, or "all along": taken since before the
    journal. ``source`` is the name of the file. ``as_needed``: said to be taken only now and then.
    ``remark``: said in passing, so that it counts only of a medicine that is known.
    ``again``: said to be taken again, which resumes what was ended, and else says nothing more.
    ``through``: it ends on the date under which a list has its end, which may be its last day. ``stretch``:
    the first night of the row of such a list that it begins or ends.
    """

    night: int | None
    medicine: Medicine
    said: Said
    source: str = ""
    reason: str | None = None
    as_needed: bool = False
    through: bool = False
    remark: bool = False
    again: bool = False
    stretch: int | None = None

    @property
    def key(self) -> str:
        return key_of(self.medicine)


def key_of(medicine: Medicine) -> str:
    """What tells medicines apart: the generic name, else the name as written without its dose."""
    if medicine.generic:
        return medicine.generic
    name = medicine.name or medicine.as_written
    return class_named(name) or plain(name)


@dataclass
class Log:
    """Nights on which somebody wrote what was taken. ``rows``: the nights on which it could have spoken, in
    order, None where any night could have been written (one row a dose). ``taken`` and ``not_taken`` hold
    what it says. ``reaches``: the first night that it is known to tell of.
    """

    source: str
    rows: Sequence[int] | None
    reaches: int
    statements: list[Statement] = field(default_factory=list)
    spoken: set[int] = field(default_factory=set)

    def add(self, statement: Statement) -> None:
        assert statement.night is not None
        self.statements.append(statement)
        self.spoken.add(statement.night)


def same_dose(one: Medicine, other: Medicine) -> bool:
    """Whether two doses do not differ as far as they are told; "1 g" is "1000 mg"."""
    return compare_doses(one, other) in (0, None)


def compare_doses(one: Medicine, other: Medicine) -> int | None:
    """-1, 0 or 1 as the second dose is lower, the same or higher; None where they cannot be compared. A
    number without a unit is taken to be in the other's. Of the same medicine without doses, how often it is
    taken counts.
    """
    if one.dose is None and other.dose is None and one.per_day and other.per_day:
        first = second = 1.0
    elif one.dose is None or other.dose is None:
        return None
    elif one.unit != other.unit and one.unit and other.unit:
        if one.unit not in _IN_MG or other.unit not in _IN_MG:
            return None
        first, second = one.dose * _IN_MG[one.unit], other.dose * _IN_MG[other.unit]
    else:
        first, second = one.dose, other.dose
    if one.per_day and other.per_day:
        first, second = first * one.per_day, second * other.per_day
    if abs(first - second) <= 1e-9 * max(abs(first), abs(second)):
        return 0
    return 1 if second > first else -1


def in_mg(medicine: Medicine) -> tuple[float | None, str | None]:
    """The dose and its unit, in mg where it is a mass."""
    if medicine.dose is None or medicine.unit not in _IN_MG:
        return medicine.dose, medicine.unit
    return round(medicine.dose * _IN_MG[medicine.unit], 9), "mg"


def dose_after(told: Medicine, now: Medicine) -> Medicine:
    """``told`` at the dose that its change makes of the dose ``now``: half of it, or 10 mg less. Without a
    dose where that is not told, or where the units do not go together.
    """
    if told.dose is not None or now.dose is None:
        return told
    if told.multiplied is not None:
        return replace(told, dose=now.dose * told.multiplied, unit=now.unit)
    if told.difference is None:
        return told
    amount, unit = told.difference.amount, told.difference.unit
    if unit != now.unit and unit and now.unit:
        if unit not in _IN_MG or now.unit not in _IN_MG:
            return told
        amount *= _IN_MG[unit] / _IN_MG[now.unit]
    dose = round(now.dose + amount, 9)
    return replace(told, dose=dose, unit=now.unit or unit) if dose > 0 else told


def with_dose_of(medicine: Medicine, other: Medicine) -> Medicine:
    """``medicine`` at the dose of ``other``."""
    return replace(medicine, dose=other.dose, unit=other.unit, per_day=other.per_day or medicine.per_day)
