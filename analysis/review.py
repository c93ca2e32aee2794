"""Every measure of one journal, once. The screen, the report, the JSON and the text all read this object."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from analysis.as_data import review_as_data
from analysis.family import (
    Results,
    asked_key,
    exposure_key,
    family_of_what_is_left,
    named_question,
    named_result,
    p_values,
    questions,
)
from analysis.faults import LostAnswer, Run, apart, at_once, attempt
from analysis.findings import Finding, findings
from analysis.journal import Journal, Remark, remarks_about_signs
from analysis.measures import (
    Comparison,
    Completeness,
    CountFit,
    Course,
    ExposureAnswer,
    FallNeeded,
    Frequency,
    Hemisphere,
    Intake,
    MedicationChange,
    MedicationPeriod,
    Patterns,
    Planned,
    SpellRate,
    WarningSign,
    WhatItWouldTake,
    asked_changes,
    asked_exposures,
    completeness,
    courses,
    exposures,
    frequency,
    medication_changes,
    medication_periods,
    nights_of,
    patterns,
    planned,
    since,
    single_intakes,
    spell_rates,
    warning_signs,
    what_it_would_take,
    whole_fit,
    with_now,
)
from analysis.period import left_out_of, marked_nights, period_of

__all__ = [
    "FallNeeded",
    "Finding",
    "Hemisphere",
    "Review",
    "WhatItWouldTake",
    "questions",
    "review",
]


@dataclass(frozen=True)
class Review:
    """``journal`` is the journal of the period: nights outside [start, end] are cut off, and those of
    ``left_out`` stand as not logged. ``question`` is the key of the named question, "" for none.
    ``since_visit``: the nights since the page of the last visit was made against those before; None without
    a page. ``planned``: the plan of that visit, compared as it was planned. ``lost``: questions whose answers
    a fault of the program has cost; they count as asked and show no difference.

    >>> from analysis import read_journal
    >>> shown = review(read_journal(["sample_data/six_weeks.csv"]))
    >>> shown.to_dict()["journal"]["nights_logged"], shown.completeness.logged
    (15, 15)
    """

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
    quoted: tuple[Remark, ...] = ()
    question: str = ""
    left_out: tuple[date, ...] = ()
    since_visit: Comparison | None = None
    spells: tuple[SpellRate, ...] = ()
    intakes: tuple[Intake, ...] = ()
    planned: Planned | None = None
    lost: tuple[LostAnswer, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The review as plain data: dates ISO, missing None, nothing rounded; described in
        review_schema.json."""
        return review_as_data(self)

    @property
    def named(self) -> ExposureAnswer | MedicationChange | Course | None:
        """The answer to the named question; None where none was named."""
        return named_result(self.question, self.exposures, self.medication_changes, self.courses)

    @property
    def p_values(self) -> list[float | None]:
        """Of every question that was asked, None where it was refused: ``alongside`` for a second look."""
        found = p_values(
            self.frequency, self.exposures, self.medication_changes, self.courses, plan=self.planned
        )
        return found + [1.0] * len(self.lost)


def review(
    journal: Journal,
    *,
    start: date | None = None,
    end: date | None = None,
    washout: int = 0,
    hemisphere: Hemisphere = "north",
    question: str | None = None,
    left_out: Iterable[date] | None = None,
    stop_at_fault: bool = True,
) -> Review:
    """Every measure of a journal, or of the part of it from ``start`` to ``end``, both nights included.

    q-values are over all questions of the review but the named one: exposures, changes, courses, the last
    weeks and the trend. The verdict of the named one is by its own interval.

    washout : nights after every change that count for neither side [nights].
    hemisphere : ``"north"`` or ``"south"``, for the season.

    question : key of the one question that patient and clinician came with, one of ``questions(journal)``;
        None is the plan of the last visit, else the one of its page, else the latest change with at least 28
        logged nights after it; "" is none.
    left_out : nights that count for no rate, such as those of an illness, beside those of
        ``journal.events`` that are marked so; None is those of the last visit's page.
    stop_at_fault : False lets a measure with a fault of the program cost itself only, and what rests on it:
        its place is taken by ``faults.Lost``, which raises ``ProgramFault`` when it is looked at.

    Raises ValueError for another hemisphere, a negative wash-out, an end before the start, or a question that
    the journal does not have.

    >>> from analysis import read_journal
    >>> shown = review(read_journal(["sample_data/year.csv"]))
    >>> shown.frequency.overall.nights, shown.frequency.overall.cramps
    (305, 266.0)
    >>> [(found.about, found.verdict) for found in shown.findings][:1]
    [('exposure', 'fewer_cramps')]
    """
    if hemisphere not in ("north", "south"):
        raise ValueError(f"hemisphere is 'north' or 'south', not {hemisphere!r}")
    if washout < 0:
        raise ValueError(f"washout is a number of nights from 0, not {washout}")
    if start is not None and end is not None and end < start:
        raise ValueError(f"the period ends on {end}, before it starts on {start}")
    given = _left_out_before(journal) if left_out is None else left_out
    look = _Look(start, end, washout, hemisphere, tuple(sorted({*given, *marked_nights(journal)})))
    return _measured(journal, look, question, at_once if stop_at_fault else attempt)


@dataclass(frozen=True)
class _Look:
    """How the two people look at a journal; the fields are those of ``Review``."""

    start: date | None
    end: date | None
    washout: int
    hemisphere: Hemisphere
    left_out: tuple[date, ...]


def _measured(whole: Journal, look: _Look, question: str | None, run: Run) -> Review:
    """Every measure of the part of the journal that is looked at."""
    all_nights = period_of(whole, look.start, look.end)
    journal = left_out_of(all_nights, look.left_out)
    fit = run(lambda: whole_fit(nights_of(journal)))
    named = named_question(journal, whole, question, look.washout)
    often, answers, changes, on_and_off, plan, lost = _answered(whole, journal, look, fit, named, run)
    complete, earlier = run(completeness, journal), journal.earlier
    asked = run(p_values, often, answers, changes, on_and_off, plan=plan)
    alongside, quoted = run(lambda: asked + [1.0] * len(lost)), run(remarks_about_signs, journal)
    return Review(
        journal=journal,
        start=look.start,
        end=look.end,
        washout=look.washout,
        hemisphere=look.hemisphere,
        frequency=often,
        exposures=answers,
        medication_changes=changes,
        courses=on_and_off,
        medication_periods=run(medication_periods, journal),
        patterns=run(patterns, journal, fit, run=run),
        completeness=complete,
        what_it_would_take=run(what_it_would_take, journal, hemisphere=look.hemisphere),
        warning_signs=run(warning_signs, all_nights, quoted),
        findings=run(findings, often, answers, changes, on_and_off, complete, plan),
        quoted=quoted,
        question=named,
        left_out=look.left_out,
        spells=run(spell_rates, journal, fit),
        intakes=run(single_intakes, journal),
        planned=plan,
        since_visit=None if earlier is None else run(since, journal, earlier.made_on, alongside),
        lost=lost,
    )


def _answered(
    whole: Journal, journal: Journal, look: _Look, fit: CountFit | None, named: str, run: Run
) -> tuple[*Results, tuple[LostAnswer, ...]]:
    """Every question that the journal raises with its answer, judged as one family; and what was lost."""
    often = run(frequency, journal, fit, run=run)
    answers, lost = apart(
        run(exposures, journal, fit, run=run),
        lambda: [exposure_key(asked.name) for asked in asked_exposures(journal)],
    )
    changes, lost_changes = apart(
        run(medication_changes, journal, fit, washout=look.washout, hemisphere=look.hemisphere, run=run),
        lambda: [asked_key(asked) for asked in asked_changes(journal)],
    )
    lost += lost_changes
    on_and_off = run(lambda: courses(journal, fit, answered_by_day=_by_day(answers)))
    # A plan has dates of its own: a period that is looked at does not cut it.
    plan = run(planned, left_out_of(whole, look.left_out), hemisphere=look.hemisphere)
    often, answers, changes, on_and_off, plan = family_of_what_is_left(
        run, journal, often, answers, changes, on_and_off, named, plan, len(lost)
    )
    changes = run(with_now, changes, journal, fit, washout=look.washout, hemisphere=look.hemisphere, run=run)
    return often, answers, changes, on_and_off, plan, tuple(lost)


def _by_day(answers: Iterable[ExposureAnswer]) -> set[str]:
    """The fields that were answered by their days."""
    return {answer.field for answer in answers if answer.reason is None}


def _left_out_before(journal: Journal) -> tuple[date, ...]:
    return () if journal.earlier is None else journal.earlier.left_out
