"""The questions that the changes of a journal raise: a change alone, the steps of one course of doses, a
switch within a class, a short pause.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.journal import Journal
from analysis.measures.periods import by_medicine, number, text
from analysis.measures.windows import as_date

MOST_BETWEEN_STEPS = 14  # [nights]
SHORT_PAUSE = 14  # shorter, its own nights are too few to be compared [nights]
MOST_OF_A_SWITCH = 7  # between the last night of the one and the first of the other [nights]
_WAYS = {"start": 1, "increase": 1, "decrease": -1, "stop": -1}
# Two of these are seldom taken for each other: that one ends as another begins is no switch.
_LOOSE_CLASSES = frozenset({"vitamin", "supplement", "electrolyte", "antibacterial", "treatment"})


@dataclass(frozen=True)
class ChangeStep:
    """One change as the journal tells it. ``dose_before`` is the dose that was taken until then, None where
    it was not told."""

    night: date
    medication: str
    generic: str | None
    drug_class: str | None
    change: str
    dose_before: float | None
    dose_after: float | None
    unit: str | None

    @property
    def key(self) -> str:
        return self.generic or self.medication.strip().lower()


@dataclass(frozen=True)
class AskedChange:
    """One question: before the first step against after the last. A change alone has one step.

    ``switched_from``: the medicine of the same class that was stopped as this one was started.
    """

    steps: tuple[ChangeStep, ...]
    switched_from: ChangeStep | None = None

    @property
    def night(self) -> date:
        return self.steps[0].night

    @property
    def until(self) -> date:
        return self.steps[-1].night

    @property
    def own(self) -> ChangeStep:
        """The step whose medicine the question is about: that which is taken after it."""
        if self.switched_from is None:
            return self.steps[0]
        return next(step for step in self.steps if step.change == "start")

    @property
    def change(self) -> str:
        """What all steps together are: a stop where the last is one, a start where the first is."""
        if self.switched_from is not None:
            return "start"
        return "stop" if self.steps[-1].change == "stop" else self.steps[0].change

    @property
    def dose_before(self) -> float | None:
        return self.own.dose_before

    @property
    def dose_after(self) -> float | None:
        return [step for step in self.steps if step.key == self.own.key][-1].dose_after


def asked_changes(journal: Journal) -> list[AskedChange]:
    """Every question about changes, in the order of their first nights."""
    asked: list[AskedChange] = []
    for told in by_medicine(journal.changes).values():
        asked += _courses(_steps(told))
    asked.sort(key=lambda one: (one.night, one.own.key))
    return _with_switches(asked)


def _steps(told: pd.DataFrame) -> list[ChangeStep]:
    """The changes of one medicine, each with the dose before it where an earlier one told it."""
    steps: list[ChangeStep] = []
    dose: float | None = None
    for row in told.astype(object).itertuples():
        after = None if row.change in ("stop", "pause") else number(row.dose)
        steps.append(
            ChangeStep(
                night=as_date(row.night),
                medication=str(row.medication),
                generic=text(row.generic),
                drug_class=text(row.drug_class),
                change=str(row.change),
                dose_before=None if row.change == "start" else dose,
                dose_after=after,
                unit=text(row.unit),
            )
        )
        dose = after
    return steps


def _courses(steps: Sequence[ChangeStep]) -> list[AskedChange]:
    """The changes of one medicine with the steps of each course together: in one direction, at most
    ``MOST_BETWEEN_STEPS`` nights apart; and a short pause with what ends it."""
    courses: list[list[ChangeStep]] = []
    for step in steps:
        if courses and _goes_on(courses[-1][-1], step):
            courses[-1].append(step)
        else:
            courses.append([step])
    return [AskedChange(tuple(one)) for one in courses]


def _goes_on(before: ChangeStep, step: ChangeStep) -> bool:
    nights = (step.night - before.night).days
    if nights == 0:
        return False
    if (before.change, step.change) == ("pause", "resume"):
        return nights < SHORT_PAUSE
    way = _WAYS.get(step.change)
    ended = before.change == "stop" or step.change == "start"
    return not ended and way is not None and way == _WAYS.get(before.change) and nights <= MOST_BETWEEN_STEPS


def _with_switches(asked: Sequence[AskedChange]) -> list[AskedChange]:
    """The same questions, with the end of a medicine and the start of the one other medicine of its class
    within a few nights as one."""
    found = list(asked)
    for new in asked:
        first = new.steps[0]
        if first.change != "start" or first.drug_class is None or first.drug_class in _LOOSE_CLASSES:
            continue
        old = [one for one in found if _is_left_for(one, new)]
        if len(old) == 1 and sum(_is_left_for(old[0], other) for other in asked) == 1:
            found.remove(new)
            steps = tuple(sorted((*old[0].steps, *new.steps), key=lambda step: step.night))
            found[found.index(old[0])] = AskedChange(steps, switched_from=old[0].steps[-1])
    return sorted(found, key=lambda one: one.night)


def _is_left_for(old: AskedChange, new: AskedChange) -> bool:
    last, first = old.steps[-1], new.steps[0]
    return (
        old.switched_from is None
        and last.change == "stop"
        and first.change == "start"
        and last.drug_class == first.drug_class
        and last.key != first.key
        and abs((first.night - last.night).days) <= MOST_OF_A_SWITCH
    )
