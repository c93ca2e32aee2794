"""What stands out in a review, most useful first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.measures import (
    Completeness,
    Course,
    ExposureAnswer,
    Frequency,
    MedicationChange,
    Planned,
    Verdict,
)

FIRST = ("hydration", "activity", "activity_level", "steps")  # what is asked first, whatever was found
DIRECTIONS = ("fewer_cramps", "more_cramps")
_RANK: dict[Verdict, int] = {
    "fewer_cramps": 0, "more_cramps": 0, "no_clear_difference": 1, "not_enough_data": 2,
}  # fmt: skip


Asked = Literal["medication_change", "course", "exposure"]


@dataclass(frozen=True)
class Item:
    """A result of the review: ``place`` is its position in ``medication_changes``, ``courses`` or
    ``exposures``; ``name`` stands for it in the data, the position again or the question of an exposure.
    """

    about: Asked
    place: int
    name: str


@dataclass(frozen=True)
class Finding:
    """What stands out. ``about`` names the part of the review, ``items`` the results in it: one for a change,
    a course or an exposure, for ``no_clear_difference`` one or those that have no line of their own, else
    none."""

    about: Literal["planned", "recent", "trend", "completeness", "no_clear_difference"] | Asked
    items: tuple[Item, ...]
    verdict: Verdict
    q_value: float | None

    @property
    def key(self) -> str:
        """The items as the data name them; those of several parts as ``part:name``."""
        if self.about == "no_clear_difference":
            return ";".join(f"{item.about}:{item.name}" for item in self.items)
        if self.about == "completeness":
            return "leaning"
        return self.items[0].name if self.items else ""


def by_evidence(verdict: Verdict, q_value: float | None, p_value: float | None) -> tuple[int, float, float]:
    """Where a question stands among all: directions first, refusals last, within each by q- and p-value."""
    return _RANK[verdict], 1.0 if q_value is None else q_value, 1.0 if p_value is None else p_value


def findings(
    often: Frequency,
    answers: tuple[ExposureAnswer, ...],
    changes: tuple[MedicationChange, ...],
    on_and_off: tuple[Course, ...],
    complete: Completeness,
    plan: Planned | None = None,
    *,
    most: int = 5,
) -> tuple[Finding, ...]:
    """At most ``most``: what was planned at the last visit first, whatever it gave; then every direction by
    its q-value; then, where there is room, the last weeks, a log that leans, and what shows no clear
    difference, one by one: the changes of medicines from the last on, fluid and activity, then the others;
    for more than there is room for, the last line has the rest.

    A direction is a verdict that needs an interval excluding 1 and, but for the named question, which has no
    q-value and comes first, a q-value of at most 0.025.
    """
    recent = Finding("recent", (), often.recent.verdict, often.recent.q_value)
    trend = Finding("trend", (), often.trend.verdict, often.trend.q_value)
    asked = [
        *(_one("medication_change", place, str(place), change) for place, change in enumerate(changes)),
        *(_one("course", place, str(place), course) for place, course in enumerate(on_and_off)),
        *(_one("exposure", place, answer.question, answer) for place, answer in enumerate(answers)),
    ]
    directed = [finding for finding in [recent, *asked, trend] if finding.verdict in DIRECTIONS]
    directed.sort(key=lambda finding: finding.q_value or 0.0)
    if plan is not None and plan.reason is None:
        directed.insert(0, Finding("planned", (), plan.verdict, plan.q_value))
    rest: list[Finding] = []
    if recent.verdict == "no_clear_difference":
        rest.append(recent)
    if complete.leaning.leans:
        rest.append(Finding("completeness", (), "no_clear_difference", None))
    room = max(most - len(directed), 0)
    rest += _nulls(changes, answers, on_and_off, max(room - bool(complete.leaning.leans), 1))
    # What shows no clear difference is kept before the last weeks, which stand in the row of figures.
    return (*directed[:most], *rest[max(len(rest) - room, 0) :]) if room else tuple(directed[:most])


def _nulls(
    changes: Sequence[MedicationChange],
    answers: Sequence[ExposureAnswer],
    on_and_off: Sequence[Course],
    room: int,
) -> list[Finding]:
    """What shows no clear difference in at most ``room`` lines, changes of the same nights in one."""
    of_nights: dict[object, list[Item]] = {}
    for place, change in reversed([*enumerate(changes)]):
        if change.verdict == "no_clear_difference":
            of_nights.setdefault(change.asked, []).insert(0, Item("medication_change", place, str(place)))
    unclear = [
        Item("exposure", place, answer.question)
        for place, answer in enumerate(answers)
        if answer.verdict == "no_clear_difference"
    ]
    first = [item for item in unclear if answers[item.place].field in FIRST]
    courses = [
        Item("course", place, str(place))
        for place, course in enumerate(on_and_off)
        if course.verdict == "no_clear_difference"
    ]
    others = [*courses, *(item for item in unclear if item not in first)]
    lines = [*of_nights.values(), *([item] for item in (*first, *others))]
    if len(lines) > room:
        lines = [*lines[: room - 1], [item for line in lines[room - 1 :] for item in line]]
    return [Finding("no_clear_difference", tuple(line), "no_clear_difference", None) for line in lines]


def _one(about: Asked, place: int, name: str, result: MedicationChange | Course | ExposureAnswer) -> Finding:
    return Finding(about, (Item(about, place, name),), result.verdict, result.q_value)
