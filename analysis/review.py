"""Every measure of one journal, once. The screen, the report, the JSON and the text all read this object."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from analysis.as_data import review_as_data
from analysis.findings import Finding, findings
from analysis.journal import Journal
from analysis.measures import (
    Completeness,
    Course,
    ExposureAnswer,
    FallNeeded,
    Frequency,
    Hemisphere,
    MedicationChange,
    MedicationPeriod,
    Patterns,
    WarningSign,
    WhatItWouldTake,
    completeness,
    courses,
    exposures,
    frequency,
    medication_changes,
    medication_periods,
    nights_of,
    patterns,
    settled_changes,
    settled_courses,
    settled_exposures,
    verdicts,
    warning_signs,
    what_it_would_take,
    whole_fit,
)

__all__ = ["FallNeeded", "Finding", "Hemisphere", "Review", "WhatItWouldTake", "review"]


@dataclass(frozen=True)
class Review:
    """``journal`` is the journal of the period: nights outside [start, end] are cut off."""

    journal: Journal
    start: date | None
    end: date | None
    washout: int
    hemisphere: Hemisphere
    frequency: Frequency
    exposures: tuple[ExposureAnswer, ...]
    medication_changes: tuple[MedicationChange, ...]
    courses: tuple[Course, ...]
    medication_periods: tuple[MedicationPeriod, ...]
    patterns: Patterns
    completeness: Completeness
    what_it_would_take: WhatItWouldTake
    warning_signs: tuple[WarningSign, ...]
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """The review as plain data: dates ISO, missing None, nothing rounded; described in
        review_schema.json."""
        return review_as_data(self)

    @property
    def p_values(self) -> list[float | None]:
        """Of every question that was asked, None where it was refused: ``alongside`` for a second look."""
        return _p_values(self.frequency, self.exposures, self.medication_changes, self.courses)


def review(
    journal: Journal,
    *,
    start: date | None = None,
    end: date | None = None,
    washout: int = 0,
    hemisphere: Hemisphere = "north",
) -> Review:
    """Every measure of a journal, or of the part of it from ``start`` to ``end``, both nights included.

    q-values are over all questions of the review: exposures, changes, courses, the last weeks and the trend.

    washout : nights after every change that count for neither side [nights].
    hemisphere : ``"north"`` or ``"south"``, for the season.

    Raises ValueError for another hemisphere, a negative wash-out, or an end before the start.
    """
    if hemisphere not in ("north", "south"):
        raise ValueError(f"hemisphere is 'north' or 'south', not {hemisphere!r}")
    if washout < 0:
        raise ValueError(f"washout is a number of nights from 0, not {washout}")
    if start is not None and end is not None and end < start:
        raise ValueError(f"the period ends on {end}, before it starts on {start}")
    journal = period_of(journal, start, end)
    nights = nights_of(journal)
    fit = whole_fit(nights)
    often = frequency(journal, fit)
    answers = exposures(journal, fit)
    changes = medication_changes(journal, fit, washout=washout, hemisphere=hemisphere)
    by_day = {answer.field for answer in answers if answer.reason is None}
    on_and_off = courses(journal, fit, answered_by_day=by_day)
    often, answers, changes, on_and_off = _as_one_family(often, answers, changes, on_and_off)
    complete = completeness(journal)
    return Review(
        journal=journal,
        start=start,
        end=end,
        washout=washout,
        hemisphere=hemisphere,
        frequency=often,
        exposures=answers,
        medication_changes=changes,
        courses=on_and_off,
        medication_periods=medication_periods(journal),
        patterns=patterns(journal, fit),
        completeness=complete,
        what_it_would_take=what_it_would_take(journal, fit),
        warning_signs=warning_signs(journal),
        findings=findings(often, answers, changes, on_and_off, complete),
    )


def period_of(journal: Journal, start: date | None, end: date | None) -> Journal:
    """The journal from ``start`` to ``end``; its ledger runs from the first logged night in it to the last.

    Changes before the period stay, since they say what was taken in it.
    """
    if start is None and end is None:
        return journal
    first = pd.Timestamp.min if start is None else pd.Timestamp(start)
    last = pd.Timestamp.max if end is None else pd.Timestamp(end)

    def inside(when: Any) -> Any:
        return (when >= first) & (when <= last)

    nights = journal.nights[inside(journal.nights.index)]
    logged = np.flatnonzero(nights["logged"])
    nights = nights.iloc[logged[0] : logged[-1] + 1] if logged.size else nights.iloc[:0]
    return replace(
        journal,
        nights=nights,
        days=journal.days[inside(journal.days.index)],
        cramps=journal.cramps[inside(journal.cramps["night"])],
        changes=journal.changes[journal.changes["night"] <= last],
        spells=_until(journal.spells, last),
        intakes=journal.intakes[inside(journal.intakes["night"])],
        measurements=journal.measurements[inside(journal.measurements["date"])],
    )


def _until(spells: pd.DataFrame, last: pd.Timestamp) -> pd.DataFrame:
    """The spells that had begun by ``last``; one that ended later goes on."""
    begun = spells[~(spells["first_night"] > last)]
    return begun.assign(last_night=begun["last_night"].where(begun["last_night"] < last))


def _p_values(
    often: Frequency,
    answers: tuple[ExposureAnswer, ...],
    changes: tuple[MedicationChange, ...],
    on_and_off: tuple[Course, ...],
) -> list[float | None]:
    by_night = {change.night: change for change in changes}
    return [
        *(answer.adjusted.p_value for answer in answers),
        *(change.change_ratio.p_value for change in by_night.values()),
        *(course.ratio.p_value for course in on_and_off),
        often.recent.change.p_value,
        often.trend.per_28_nights.p_value,
    ]


def _as_one_family(
    often: Frequency,
    answers: tuple[ExposureAnswer, ...],
    changes: tuple[MedicationChange, ...],
    on_and_off: tuple[Course, ...],
) -> tuple[Frequency, tuple[ExposureAnswer, ...], tuple[MedicationChange, ...], tuple[Course, ...]]:
    """The same results with q-values and verdicts over all questions of the review."""
    family = (
        [answer.adjusted.p_value for answer in answers],
        [change.change_ratio.p_value for change in {change.night: change for change in changes}.values()],
        [course.ratio.p_value for course in on_and_off],
        [often.recent.change.p_value, often.trend.per_28_nights.p_value],
    )

    def others(own: int) -> list[float | None]:
        return [p_value for place, part in enumerate(family) if place != own for p_value in part]

    recent, trend = often.recent, often.trend
    (recent_q, recent_verdict), (trend_q, trend_verdict) = verdicts(
        [
            None if recent.reason is not None else recent.change,
            None if trend.reason is not None else trend.per_28_nights,
        ],
        alongside=others(3),
    )
    often = replace(
        often,
        recent=replace(recent, q_value=recent_q, verdict=recent_verdict),
        trend=replace(trend, q_value=trend_q, verdict=trend_verdict),
    )
    return (
        often,
        settled_exposures(answers, others(0)),
        settled_changes(changes, others(1)),
        settled_courses(on_and_off, others(2)),
    )
