"""Before and after each change of a medicine or treatment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from analysis.journal import Journal
from analysis.measures.arms import change_of_arms, rate_of, whole_fit
from analysis.measures.asked_changes import AskedChange, ChangeStep, asked_changes
from analysis.measures.caveats import Caveat, Windows, caveats, change_windows, refused_windows
from analysis.measures.evidence import Evidence, published_evidence
from analysis.measures.model import CountFit, fit_counts, predictive_range
from analysis.measures.other_dates import DateRank, date_rank, raw_ratios
from analysis.measures.parts import Run, call, settled_among
from analysis.measures.periods import MedicationPeriod, medication_periods
from analysis.measures.refusals import Unclear, family_verdicts, why_unclear
from analysis.measures.results import (
    NO_CHANCES,
    NO_RATIO,
    Chances,
    Now,
    Range,
    Rate,
    RateRatio,
    SeasonBehind,
    Verdict,
)
from analysis.measures.season import Hemisphere, season_ratio
from analysis.measures.treatments import Course, courses
from analysis.measures.windows import Bools, Nights, nights_of

__all__ = [
    "Caveat",
    "ChangeStep",
    "Course",
    "DateRank",
    "Evidence",
    "MedicationChange",
    "MedicationPeriod",
    "courses",
    "medication_changes",
    "medication_periods",
]


MOST_NIGHTS = 182


@dataclass(frozen=True)
class MedicationChange:
    """One change, or one course of doses, with up to half a year on each side. The night of the change counts
    as after.

    ``steps``: of a course, at least two; before its first, on ``night``, is compared with after its last.
    ``switched_from``: the medicine of the same class that was stopped as this one was started, as written.
    ``now``: for one with a direction, the last weeks against the nights before it (``with_now``).

    ``usual_range``: where the rate of the nights after would be expected, going by the other nights
    [cramps/week]. ``other_dates``: raw ratios after / before at the other dates; 0 and inf are possible [-].
    ``chances``: of a fall, and the shrunk ratio; ``unclear``: why the range tells nothing, where it does not.
    ``season_ratio``: what the published season curve alone would give, after / before [-];
    ``season_behind``: what ``change_ratio`` owes to the season that the model expects.
    """

    night: date
    medication: str
    generic: str | None
    drug_class: str | None
    change: str
    dose_before: float | None
    dose_after: float | None
    unit: str | None
    before: Rate
    after: Rate
    before_from: date | None
    before_to: date | None
    after_from: date | None
    after_to: date | None
    change_ratio: RateRatio
    usual_range: Range
    date_rank: DateRank
    other_dates: tuple[float, ...]
    caveats: tuple[Caveat, ...]
    season_ratio: float | None
    evidence: Evidence | None
    q_value: float | None
    verdict: Verdict
    reason: str | None
    nights_needed: int | None
    chances: Chances = NO_CHANCES
    unclear: Unclear | None = None
    season_behind: SeasonBehind | None = None
    steps: tuple[ChangeStep, ...] = ()
    switched_from: str | None = None
    now: Now | None = None

    @property
    def key(self) -> str:
        """What tells medicines apart, as in their periods."""
        return self.generic or self.medication.strip().lower()

    @property
    def until(self) -> date:
        """Night of the last step; the night of a single change."""
        return self.steps[-1].night if self.steps else self.night

    @property
    def asked(self) -> tuple[date, date]:
        """First and last night of change: what makes it one question with others."""
        return self.night, self.until


def medication_changes(
    journal: Journal,
    fit: CountFit | None = None,
    *,
    washout: int = 0,
    hemisphere: Hemisphere = "north",
    most_nights: int = MOST_NIGHTS,
    least_nights: int = 14,
    least_cramps: int = 5,
    run: Run = call,
) -> tuple[MedicationChange, ...]:
    """Every change of the journal, in the order of nights, with its comparison or its refusal.

    washout : nights after every change that count neither as after it nor as before the next [nights].
    most_nights : on each side [nights]. Half a year: eight weeks found little more than half as much, and a
        slope in the model answers for what else changes in that time (METHODS.md).
    least_nights : logged nights on each side [nights]; the run-in of the trials, two weeks (PMID 28241153).
    least_cramps : on both sides together [cramps]; five for one ratio (Vittinghoff and McCulloch 2007, PMID
        17182981).
    run : calls the comparison of each question; one that fails may then cost itself only, and has its place.

    The steps of one course of doses are one question, a switch within a class and a short pause too
    (``asked_changes``). Verdict and q-value are over the changes of this call; changes of the same nights are
    one question.
    """
    nights = nights_of(journal)
    if journal.changes.empty:
        return ()
    fit = fit or whole_fit(nights)
    asked = asked_changes(journal)
    places = _places(asked, nights)
    answered: dict[tuple[date, date], MedicationChange] = {}
    results = []
    for one in asked:
        nights_of_it = one.night, one.until
        if nights_of_it not in answered:
            windows = _windows(one, places, nights, most_nights, washout)
            answered[nights_of_it] = run(
                _compare, nights, windows, places, fit, hemisphere, least_nights, least_cramps
            )
        answer = answered[nights_of_it]
        results.append(_named(answer, one) if isinstance(answer, MedicationChange) else answer)
    return settled_among(results, MedicationChange, settled_changes)


def _named(answer: MedicationChange, one: AskedChange) -> MedicationChange:
    return replace(
        answer,
        night=one.night,
        medication=one.own.medication,
        generic=one.own.generic,
        drug_class=one.own.drug_class,
        change=one.change,
        dose_before=one.dose_before,
        dose_after=one.dose_after,
        unit=next((step.unit for step in one.steps if step.unit and step.key == one.own.key), one.own.unit),
        evidence=published_evidence(one.own.drug_class, one.own.generic),
        steps=one.steps if len(one.steps) > 1 else (),
        switched_from=None if one.switched_from is None else one.switched_from.medication,
    )


def _places(asked: Sequence[AskedChange], nights: Nights) -> list[int]:
    """Where in the ledger every step of every change lies."""
    return sorted(nights.position(step.night) for one in asked for step in one.steps)


def _windows(
    one: AskedChange, places: Sequence[int], nights: Nights, most_nights: int, washout: int
) -> Windows:
    steps = [nights.position(step.night) for step in one.steps]
    return change_windows(places, steps[0], len(nights.dates), most_nights, washout, steps)


def change_key_nights(
    journal: Journal, *, washout: int = 0, most_nights: int = MOST_NIGHTS
) -> list[tuple[AskedChange, int]]:
    """Every question about changes in order, with the logged nights in its window after."""
    nights = nights_of(journal)
    asked = asked_changes(journal)
    places = _places(asked, nights)
    found: list[tuple[AskedChange, int]] = []
    for one in asked:
        windows = _windows(one, places, nights, most_nights, washout)
        known = nights.position(one.night) >= 0
        after = nights.within(windows.after, windows.end) if known else nights.within(0, 0)
        found.append((one, int((after & nights.logged).sum())))
    return found


def settled_changes(
    changes: Sequence[MedicationChange],
    alongside: Sequence[float | None] = (),
    named: tuple[date, date] | None = None,
) -> tuple[MedicationChange, ...]:
    """The same changes with q-values and verdicts over one family; changes of the same nights count once, and
    those of the nights ``named`` (first and last step) stand by their own interval."""
    questions = {change.asked: change for change in changes}
    ratios = [None if change.reason is not None else change.change_ratio for change in questions.values()]
    settled = family_verdicts(ratios, [asked == named for asked in questions], alongside)
    found = dict(zip(questions, settled, strict=True))
    return tuple(
        replace(change, q_value=found[change.asked][0], verdict=found[change.asked][1]) for change in changes
    )


def _compare(
    nights: Nights,
    windows: Windows,
    places: Sequence[int],
    fit: CountFit | None,
    hemisphere: Hemisphere,
    least_nights: int,
    least_cramps: int,
) -> MedicationChange:
    """The comparison of one night of change; what names the change is filled in by the caller."""
    before, after = (
        nights.within(windows.before, windows.change),
        nights.within(windows.after, windows.end),
    )
    reason, needed = refused_windows(
        nights, windows, before, after, least_nights=least_nights, least_cramps=least_cramps
    )
    found = _uncompared(nights, windows, before, after, fit, hemisphere)
    if reason is not None:
        return replace(found, reason=reason, nights_needed=needed)
    ratio, chances, behind = change_of_arms(nights, after, before, hemisphere=hemisphere, cuts=places)
    apart = windows.after - windows.change
    others = raw_ratios(nights, places, int(before.sum()), int(after.sum()), apart, least_logged=least_nights)
    return replace(
        found,
        change_ratio=ratio,
        chances=chances,
        season_behind=behind,
        unclear=why_unclear(ratio, nights.rate(after), nights.rate(before)),
        usual_range=usual_range(nights, after),
        date_rank=date_rank(nights, before, after, others),
        other_dates=tuple(float(other) for other in others),
    )


def _uncompared(
    nights: Nights,
    windows: Windows,
    before: Bools,
    after: Bools,
    fit: CountFit | None,
    hemisphere: Hemisphere,
) -> MedicationChange:
    """What is told of the nights on both sides before anything is compared."""
    dates = [nights.dates[arm & nights.logged] for arm in (before, after)]
    season = season_ratio(dates[0], dates[1], hemisphere)
    ends = [np.flatnonzero(arm) for arm in (before, after)]
    (before_from, before_to), (after_from, after_to) = (
        (nights.night(int(end[0])), nights.night(int(end[-1]))) if end.size else (None, None) for end in ends
    )
    ratio = NO_RATIO
    return MedicationChange(
        night=date.min,
        medication="",
        generic=None,
        drug_class=None,
        change="",
        dose_before=None,
        dose_after=None,
        unit=None,
        before=rate_of(nights, before, fit),
        after=rate_of(nights, after, fit),
        before_from=before_from,
        before_to=before_to,
        after_from=after_from,
        after_to=after_to,
        change_ratio=ratio,
        unclear=why_unclear(ratio, nights.rate(after), nights.rate(before)),
        usual_range=Range(None, None),
        date_rank=DateRank(None, None),
        other_dates=(),
        caveats=caveats(nights, windows, before, after, season),
        season_ratio=season,
        evidence=None,
        q_value=None,
        verdict="not_enough_data",
        reason=None,
        nights_needed=None,
    )


def usual_range(nights: Nights, after: Bools, *, most_context: int = 365) -> Range:
    """95 % predictive range of the rate on the logged nights of ``after``, from a fit that has not seen them.
    [cramps/week]

    Nights at most ``most_context`` nights away inform it, with season in the model. [nights]
    """
    places = np.flatnonzero(after)
    kept = nights.within(int(places[0]) - most_context, int(places[-1]) + 1 + most_context)
    others = np.where(after, np.nan, nights.counts)[kept]
    if np.isnan(others).all():
        return Range(None, None)
    fit = fit_counts(others, day_of_year=nights.days_of_year[kept])
    return predictive_range(fit, (after & nights.logged)[kept])
