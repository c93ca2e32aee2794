"""What stands out in a review, most useful first."""

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

DIRECTIONS = ("fewer_cramps", "more_cramps")
_RANK: dict[Verdict, int] = {
    "fewer_cramps": 0, "more_cramps": 0, "no_clear_difference": 1, "not_enough_data": 2,
}  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """What stands out. ``about`` names the part of the review, ``key`` the item in it: the position in
    ``medication_changes`` or ``courses``, the question of an exposure; for ``no_clear_difference`` all such
    items as ``part:key`` with ``;`` between them; else empty."""

    about: Literal[
        "planned",
        "recent",
        "trend",
        "medication_change",
        "course",
        "exposure",
        "completeness",
        "no_clear_difference",
    ]
    key: str
    verdict: Verdict
    q_value: float | None


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
    difference.

    A direction is a verdict that needs an interval excluding 1 and, but for the named question, which has no
    q-value and comes first, a q-value of at most 0.025.
    """
    recent = Finding("recent", "", often.recent.verdict, often.recent.q_value)
    asked = [
        *(
            Finding("medication_change", str(place), change.verdict, change.q_value)
            for place, change in enumerate(changes)
        ),
        *(
            Finding("course", str(place), course.verdict, course.q_value)
            for place, course in enumerate(on_and_off)
        ),
        *(Finding("exposure", answer.question, answer.verdict, answer.q_value) for answer in answers),
    ]
    directed = [
        finding
        for finding in [recent, *asked, Finding("trend", "", often.trend.verdict, often.trend.q_value)]
        if finding.verdict in DIRECTIONS
    ]
    directed.sort(key=lambda finding: finding.q_value or 0.0)
    if plan is not None and plan.reason is None:
        directed.insert(0, Finding("planned", "", plan.verdict, plan.q_value))
    rest: list[Finding] = []
    if recent.verdict == "no_clear_difference":
        rest.append(recent)
    if complete.leaning.leans:
        rest.append(Finding("completeness", "leaning", "no_clear_difference", None))
    unclear = [finding for finding in asked if finding.verdict == "no_clear_difference"]
    if unclear:
        key = ";".join(f"{finding.about}:{finding.key}" for finding in unclear)
        rest.append(Finding("no_clear_difference", key, "no_clear_difference", None))
    room = max(most - len(directed), 0)
    # What shows no clear difference is kept before the last weeks, which stand in the row of figures.
    return (*directed[:most], *rest[max(len(rest) - room, 0) :]) if room else tuple(directed[:most])
