"""The questions that a journal can be asked, the one that was named, and the verdicts over all of them."""

from collections.abc import Callable, Sequence, Sized
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from analysis.faults import Lost, Run
from analysis.journal import Journal, Plan, dictionary
from analysis.measures import (
    AskedChange,
    Course,
    ExposureAnswer,
    Frequency,
    MedicationChange,
    Planned,
    RateRatio,
    answered_by_day,
    asked_changes,
    asked_courses,
    asked_exposures,
    change_key_nights,
    settled_changes,
    settled_courses,
    settled_exposures,
    settled_plan,
    verdicts,
)

_FORMS = {"above_usual": ", above the usual", "below_usual": ", below the usual"}


def questions(journal: Journal, say_day: Callable[[date], str] = date.isoformat) -> dict[str, str]:
    """Every question that the journal can be asked: its key, and a label to choose it by.

    ``exposure:`` and the name of the question, ``change:`` with the night and the medicine (generic name, or
    as written where there is none), ``course:`` and what was on and off again, ``plan:`` and the first night
    of the plan of the last visit. Nothing of the results is looked at. A question may still be refused for
    want of nights or cramps.

    say_day : how a date stands in the labels.

    >>> from analysis import questions, read_journal
    >>> diary = "night,cramps,water (mL)\\n2025-03-01,1,1500\\n2025-03-02,0,2000\\n"
    >>> questions(read_journal([("diary.csv", diary.encode())]))
    {'exposure:hydration': 'Fluid'}
    """
    by_day = asked_exposures(journal)
    named = {
        exposure_key(question.name): question.field.label + _FORMS.get(question.form, "")
        for question in by_day
    }
    for change in asked_changes(journal):
        key, label = asked_key(change), _label(change, say_day)
        named[key] = named[key] + f" and {change.change}" if key in named else label
    for course in asked_courses(journal, answered_by_day(journal, by_day)):
        named[course_key(course)] = f"{course.medication}, on and off"
    if (plan := planned_of(journal)) is not None:
        named[plan.key] = f"{plan.what or 'Watching'}, as planned on {say_day(plan.made_on)}"
    return named


def planned_of(journal: Journal) -> Plan | None:
    """The plan of the last visit; None where there was none."""
    return None if journal.earlier is None else journal.earlier.plan


def exposure_key(question: str) -> str:
    return f"exposure:{question}"


def change_key(night: object, medication: object, generic: object) -> str:
    """For one change; ``generic`` None or missing: the name as written."""
    name = str(medication).strip() if pd.isna(generic) else str(generic)  # type: ignore[call-overload]
    return f"change:{pd.Timestamp(night):%Y-%m-%d}:{name}"  # type: ignore[arg-type]


def asked_key(change: AskedChange) -> str:
    return change_key(change.night, change.own.medication, change.own.generic)


def _label(change: AskedChange, say_day: Callable[[date], str]) -> str:
    what = f"{change.own.medication}: {change.change}"
    if change.switched_from is not None:
        what = f"{change.switched_from.medication} to {change.own.medication}: switch"
    until = "" if change.until == change.night else f" to {say_day(change.until)}"
    return f"{what}, {say_day(change.night)}{until}"


def course_key(course: Course) -> str:
    if course.drug_class == "treatment":
        for field in dictionary().values():
            if field.label == course.medication:
                return f"course:{field.name}"
    return f"course:{course.generic or course.medication.strip()}"


def default_question(journal: Journal, *, washout: int = 0, least_nights: int = 28) -> str:
    """The plan of the last visit, else the latest change with at least ``least_nights`` logged nights in its
    window after; "" for none.

    Chosen by dates alone, never by a result.
    """
    if (plan := planned_of(journal)) is not None:
        return plan.key
    chosen = ""
    for change, after in change_key_nights(journal, washout=washout):
        if after >= least_nights:
            chosen = asked_key(change)
    return chosen


def named_question(journal: Journal, whole: Journal, question: str | None, washout: int) -> str:
    """The key of the named question; where None was given, the plan of the last visit, the question on its
    page, or the default; "" for none.

    Raises ValueError for a key that ``whole`` (the journal before a period was cut from it) does not have.
    """
    if question is None:
        before = None if journal.earlier is None else journal.earlier.question
        goes_on = before and planned_of(journal) is None and before in questions(whole)
        return before if before and goes_on else default_question(journal, washout=washout)
    if question:
        legal = questions(whole)
        if question not in legal:
            raise ValueError(
                f"no question {question!r} in this journal; its questions are {', '.join(legal) or 'none'}"
            )
    return question


def change_keys(change: MedicationChange) -> str:
    return change_key(change.night, change.medication, change.generic)


def named_result(
    named: str,
    answers: Sequence[ExposureAnswer],
    changes: Sequence[MedicationChange],
    on_and_off: Sequence[Course],
) -> ExposureAnswer | MedicationChange | Course | None:
    """The answer to the named question; None where none was named, or none of these is it."""
    keyed: list[tuple[str, ExposureAnswer | MedicationChange | Course]] = [
        *((exposure_key(answer.question), answer) for answer in answers),
        *((change_keys(change), change) for change in changes),
        *((course_key(course), course) for course in on_and_off),
    ]
    return next((answer for key, answer in keyed if key == named), None)


def p_values(
    often: Frequency,
    answers: Sequence[ExposureAnswer],
    changes: Sequence[MedicationChange],
    on_and_off: Sequence[Course],
    named: str = "",
    plan: Planned | None = None,
) -> list[float | None]:
    """Of every question but the named one, None where it was refused; changes of the same nights are one."""
    return [p for part in _parts(often, answers, changes, on_and_off, named, plan) for p in part]


def _parts(
    often: Frequency,
    answers: Sequence[ExposureAnswer],
    changes: Sequence[MedicationChange],
    on_and_off: Sequence[Course],
    named: str,
    plan: Planned | None,
) -> list[list[float | None]]:
    of_named = {change.asked for change in changes if change_keys(change) == named}
    asked = {change.asked: change for change in changes if change.asked not in of_named}
    return [
        [answer.adjusted.p_value for answer in answers if exposure_key(answer.question) != named],
        [change.change_ratio.p_value for change in asked.values()],
        [course.ratio.p_value for course in on_and_off if course_key(course) != named],
        [1.0 if ratio is None else ratio.p_value for ratio in _of_frequency(often).values()],
        [] if plan is None or plan.key == named else [plan.ratio.p_value],
    ]


def _of_frequency(often: Frequency) -> dict[str, RateRatio | None]:
    """The ratio of the last weeks and that of the trend; None for one that is lost, which counts as one
    without any difference."""
    if isinstance(often, Lost):
        return {"recent": None, "trend": None}
    recent, trend = often.recent, often.trend
    return {
        "recent": None if isinstance(recent, Lost) else recent.change,
        "trend": None if isinstance(trend, Lost) else trend.per_28_nights,
    }


def _settled_frequency(often: Frequency, alongside: Sequence[float | None]) -> Frequency:
    """The same with q-value and verdict of the last weeks and of the trend; what is lost stays lost."""
    ratios = _of_frequency(often)
    left = {name: getattr(often, name) for name, ratio in ratios.items() if ratio is not None}
    found = verdicts(
        [None if part.reason is not None else ratios[name] for name, part in left.items()],
        alongside=[*alongside, *[1.0] * (len(ratios) - len(left))],
    )
    settled = {
        name: replace(part, q_value=q_value, verdict=verdict)
        for (name, part), (q_value, verdict) in zip(left.items(), found, strict=True)
    }
    return replace(often, **settled) if settled else often


Results = tuple[
    Frequency,
    tuple[ExposureAnswer, ...],
    tuple[MedicationChange, ...],
    tuple[Course, ...],
    Planned | None,
]


def as_one_family(
    often: Frequency,
    answers: tuple[ExposureAnswer, ...],
    changes: tuple[MedicationChange, ...],
    on_and_off: tuple[Course, ...],
    named: str,
    plan: Planned | None = None,
    unanswered: int = 0,
) -> Results:
    """The same results with q-values and verdicts over all questions but the named one, whose verdict is by
    its own interval and which has no q-value.

    unanswered : further questions whose answers are lost: each counts as one without any difference.
    """
    parts = _parts(often, answers, changes, on_and_off, named, plan)

    def others(own: int) -> list[float | None]:
        found = [p_value for place, part in enumerate(parts) if place != own for p_value in part]
        return found + [1.0] * unanswered

    return (
        _settled_frequency(often, others(3)),
        settled_exposures(answers, others(0), named.removeprefix("exposure:")),
        settled_changes(
            changes, others(1), next((c.asked for c in changes if change_keys(c) == named), None)
        ),
        settled_courses(on_and_off, others(2), next((c for c in on_and_off if course_key(c) == named), None)),
        None if plan is None else settled_plan(plan, others(4), named=plan.key == named),
    )


def family_of_what_is_left(
    run: Run,
    journal: Journal,
    often: Frequency,
    answers: tuple[ExposureAnswer, ...],
    changes: tuple[MedicationChange, ...],
    on_and_off: tuple[Course, ...],
    named: str,
    plan: Planned | None,
    unanswered: int = 0,
) -> Results:
    """``as_one_family``, where a part may be lost: its questions count as asked and as unanswered, beside
    ``unanswered`` others, and it stays lost. Where the questions cannot be counted, all are lost."""
    parts = (answers, changes, on_and_off, plan)
    lost = [isinstance(part, Lost) for part in parts]

    def together() -> Results:
        asked: tuple[Callable[[], Sized], ...] = (
            lambda: asked_exposures(journal),
            lambda: asked_changes(journal),
            lambda: asked_courses(journal, answered_by_day(journal)),
            lambda: [named],
        )
        return as_one_family(
            often,
            () if lost[0] else answers,
            () if lost[1] else changes,
            () if lost[2] else on_and_off,
            named,
            None if lost[3] else plan,
            unanswered=unanswered
            + sum(len(of()) for of, without in zip(asked, lost, strict=True) if without),
        )

    settled: Any = run(together)
    if isinstance(settled, Lost):
        return settled, settled, settled, settled, settled  # type: ignore[return-value]
    of_parts = [old if without else new for old, new, without in zip(parts, settled[1:], lost, strict=True)]
    return settled[0], *of_parts
