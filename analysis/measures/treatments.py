"""What was on and off again: medicines in several stretches, and courses of treatment sessions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

import numpy as np

from analysis.journal import Journal, dictionary
from analysis.measures.arms import rate_of, refused_arms, whole_fit
from analysis.measures.model import CountFit, fit_counts
from analysis.measures.periods import medication_columns, periods_by_medicine
from analysis.measures.refusals import Reason, family_verdicts
from analysis.measures.results import NO_CHANCES, NO_RATIO, Chances, Rate, RateRatio, Verdict
from analysis.measures.windows import Bools, Floats, Nights, as_date, nights_of

MOST_BETWEEN, LASTING = 14, 7  # [nights]
SESSIONS = ("electroanalgesia", "iv_hydration", "massage", "heat")


@dataclass(frozen=True)
class Course:
    """A medicine or treatment that was on and off again: nights on against nights off, read as one question.
    ``chances``: of a fall, and the shrunk ratio."""

    medication: str
    generic: str | None
    drug_class: str | None
    periods: tuple[tuple[date, date], ...]  # first and last night of each stretch on
    on: Rate
    off: Rate
    ratio: RateRatio
    q_value: float | None
    verdict: Verdict
    reason: str | None
    nights_needed: int | None
    chances: Chances = NO_CHANCES


def courses(
    journal: Journal,
    fit: CountFit | None = None,
    *,
    least_nights: int = 14,
    least_cramps: int = 5,
    cramps_a_column: float = 5.0,
    most_between: int = MOST_BETWEEN,
    lasting: int = LASTING,
    answered_by_day: Collection[str] = (),
) -> tuple[Course, ...]:
    """Every medicine or treatment that was on and off again, with nights on against all other nights.

    A medicine belongs here when it went from off to on and back, or back again, within the journal: at least
    two switches. Sessions of a treatment at most ``most_between`` nights apart make one course, which lasts
    from its first session to ``lasting`` nights from its last (a weekly session covers its week) [nights].
    A treatment is one question: the sessions of the fields ``answered_by_day``, for which days with a session
    could be compared with days without, make no course. That comparison rests on what was recorded, and a
    course on how long a session is taken to last, which no journal says; so a course is asked only where the
    sessions are too few for the days.
    Other medicines that were on and off and the season are in the model of the ratio; the rates are raw.
    Verdict and q-value are over the courses of this call.
    """
    nights = nights_of(journal)
    if len(nights.dates) == 0:
        return ()
    fit = fit or whole_fit(nights)
    sessions = [name for name in SESSIONS if name not in answered_by_day]
    found = _on_and_off(journal, nights) + _sessions(journal, nights, sessions, most_between, lasting)
    models = _Models(nights, medication_columns(journal, nights, least_nights=least_nights), cramps_a_column)
    return settled_courses(
        [_compare(course, on, nights, models, fit, least_nights, least_cramps) for course, on in found]
    )


class _Models:
    """The fits of nights on and off, one for all courses that are in each other's model: with ten medicines
    that come and go, each course asks another question of the same columns.
    """

    def __init__(self, nights: Nights, others: dict[str, Floats], cramps_a_column: float) -> None:
        self.nights, self.others = nights, others
        self.room = max(1, int(nights.counts[nights.logged].sum() / cramps_a_column))
        self.known: dict[tuple[bytes, ...], CountFit] = {}

    def compared(self, on: Bools) -> tuple[RateRatio, Chances]:
        asked = on.astype(np.float64)
        columns = [asked]
        columns += [
            other
            for other in self.others.values()
            if not np.array_equal(other, asked) and not np.array_equal(1 - other, asked)
        ]
        by_content = {column.tobytes(): column for column in columns[: self.room]}
        key = tuple(sorted(by_content))
        if key not in self.known:
            self.known[key] = fit_counts(
                self.nights.counts,
                np.column_stack([by_content[each] for each in key]),
                names=[str(place) for place in range(len(key))],
                day_of_year=self.nights.days_of_year,
            )
        return self.known[key].ratio_and_chances(str(key.index(asked.tobytes())), cautious=True)


def asked_courses(journal: Journal, answered_by_day: Collection[str] = ()) -> list[Course]:
    """What was on and off again, without its comparison."""
    nights = nights_of(journal)
    if len(nights.dates) == 0:
        return []
    sessions = [name for name in SESSIONS if name not in answered_by_day]
    found = _on_and_off(journal, nights) + _sessions(
        journal, nights, sessions, most_between=MOST_BETWEEN, lasting=LASTING
    )
    return [course for course, _ in found]


def treatment_sessions(journal: Journal) -> dict[str, tuple[date, ...]]:
    """The days of the sessions of each treatment, by its field; of those alone that had any."""
    table = journal.days if not journal.days.empty else journal.nights
    had = {
        name: table.index[table[name].fillna(False).astype(bool).to_numpy()]
        for name in SESSIONS
        if name in table.columns
    }
    return {name: tuple(as_date(day) for day in found) for name, found in had.items() if len(found)}


def settled_courses(
    answers: Sequence[Course], alongside: Sequence[float | None] = (), named: Course | None = None
) -> tuple[Course, ...]:
    """The same courses with q-values and verdicts over one family; the one ``named`` stands by its own
    interval."""
    ratios = [None if course.reason is not None else course.ratio for course in answers]
    found = family_verdicts(ratios, [course is named for course in answers], alongside)
    return tuple(
        replace(course, q_value=q_value, verdict=verdict)
        for course, (q_value, verdict) in zip(answers, found, strict=True)
    )


def _on_and_off(journal: Journal, nights: Nights) -> list[tuple[Course, Bools]]:
    found = []
    for told in periods_by_medicine(journal).values():
        on = np.zeros(len(nights.dates), dtype=bool)
        for period in told:
            first = 0 if period.start is None else nights.position(period.start)
            end = len(on) if period.end is None else nights.position(period.end) + 1
            on |= nights.within(first, end)
        if np.count_nonzero(np.diff(on)) >= 2:
            found.append((_course(told[0].medication, told[0].generic, told[0].drug_class, on, nights), on))
    return found


def _sessions(
    journal: Journal, nights: Nights, sessions: Sequence[str], most_between: int, lasting: int
) -> list[tuple[Course, Bools]]:
    found = []
    for name in sessions:
        if name not in journal.days.columns:
            continue
        had = journal.days[name].fillna(False).astype(bool)
        places = sorted(nights.position(day) for day in journal.days.index[had.to_numpy()])
        on = np.zeros(len(nights.dates), dtype=bool)
        for place, following in zip_longest(places, places[1:]):
            end = place + lasting
            if following is not None and following - place <= most_between:
                end = max(end, following)
            on |= nights.within(place, end)
        if on.any():
            found.append((_course(dictionary()[name].label, None, "treatment", on, nights), on))
    return found


def _course(
    medication: str, generic: str | None, drug_class: str | None, on: Bools, nights: Nights
) -> Course:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], on, [False]])))
    nothing = Rate(0, 0.0, None)
    return Course(
        medication=medication,
        generic=generic,
        drug_class=drug_class,
        periods=tuple(
            (nights.night(int(first)), nights.night(int(end) - 1))
            for first, end in zip(edges[::2], edges[1::2], strict=True)
        ),
        on=nothing,
        off=nothing,
        ratio=NO_RATIO,
        q_value=None,
        verdict="not_enough_data",
        reason=None,
        nights_needed=None,
    )


def _compare(
    course: Course,
    on: Bools,
    nights: Nights,
    models: _Models,
    fit: CountFit | None,
    least_nights: int,
    least_cramps: int,
) -> Course:
    reason: Reason | None
    reason, needed = refused_arms(nights, on, ~on, least_logged=least_nights, least_cramps=least_cramps)
    if nights.rates_refused is None and (on.all() or not on.any()):
        reason, needed = "one_level_only", None
    ratio, chances = course.ratio, NO_CHANCES
    if reason is None:
        ratio, chances = models.compared(on)
    return replace(
        course,
        on=rate_of(nights, on, fit),
        off=rate_of(nights, ~on, fit),
        ratio=ratio,
        chances=chances,
        reason=reason,
        nights_needed=needed,
    )
