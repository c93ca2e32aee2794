"""Before and after each change of a medicine or treatment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from analysis.journal import Journal
from analysis.measures.arms import change_of_arms, rate_of, whole_fit
from analysis.measures.caveats import Caveat, Windows, caveats, change_windows, refused_windows
from analysis.measures.evidence import Evidence, published_evidence
from analysis.measures.model import CountFit, fit_counts, predictive_range
from analysis.measures.other_dates import DateRank, date_rank, raw_ratios
from analysis.measures.periods import MedicationPeriod, by_medicine, medication_periods, number, text
from analysis.measures.refusals import Unclear, family_verdicts, why_unclear
from analysis.measures.results import NO_CHANCES, Chances, Range, Rate, RateRatio, SeasonBehind, Verdict
from analysis.measures.season import Hemisphere, season_ratio
from analysis.measures.treatments import Course, courses
from analysis.measures.windows import Bools, Nights, as_date, nights_of

__all__ = [
    "Caveat",
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
    """One change, with up to half a year on each side. The night of the change counts as after.

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


def medication_changes(
    journal: Journal,
    fit: CountFit | None = None,
    *,
    washout: int = 0,
    hemisphere: Hemisphere = "north",
    most_nights: int = MOST_NIGHTS,
    least_nights: int = 14,
    least_cramps: int = 5,
) -> tuple[MedicationChange, ...]:
    """Every change of the journal, in the order of nights, with its comparison or its refusal.

    washout : nights after every change that count neither as after it nor as before the next [nights].
    most_nights : on each side [nights]. Half a year: eight weeks found little more than half as much, and a
        slope in the model answers for what else changes in that time (METHODS.md).
    least_nights : logged nights on each side [nights]; the run-in of the trials, two weeks (PMID 28241153).
    least_cramps : on both sides together [cramps]; five for one ratio (Vittinghoff and McCulloch 2007, PMID
        17182981).

    Verdict and q-value are over the changes of this call; changes of one night are one question.
    """
    nights = nights_of(journal)
    if journal.changes.empty:
        return ()
    fit = fit or whole_fit(nights)
    changes = journal.changes.sort_values("night", kind="stable")
    places = [nights.position(night) for night in changes["night"]]
    doses = _doses_before(changes)
    answered: dict[int, MedicationChange] = {}
    results = []
    for row, place, dose in zip(changes.itertuples(), places, doses, strict=True):
        if place not in answered:
            windows = change_windows(places, place, len(nights.dates), most_nights, washout)
            answered[place] = _compare(
                nights, windows, places, fit, washout, hemisphere, least_nights, least_cramps
            )
        drug_class = text(row.drug_class)
        results.append(
            replace(
                answered[place],
                night=as_date(row.night),
                medication=str(row.medication),
                generic=text(row.generic),
                drug_class=drug_class,
                change=str(row.change),
                dose_before=dose,
                dose_after=None if row.change in ("stop", "pause") else number(row.dose),
                unit=text(row.unit),
                evidence=published_evidence(drug_class),
            )
        )
    return settled_changes(results)


def change_key_nights(
    journal: Journal, *, washout: int = 0, most_nights: int = MOST_NIGHTS
) -> list[tuple[tuple[object, object, object], int]]:
    """Night, medicine and generic of every change in order, with the logged nights in its window after."""
    nights = nights_of(journal)
    changes = journal.changes.sort_values("night", kind="stable")
    places = [nights.position(night) for night in changes["night"]]
    found: list[tuple[tuple[object, object, object], int]] = []
    for row, place in zip(changes.itertuples(), places, strict=True):
        windows = change_windows(places, place, len(nights.dates), most_nights, washout)
        after = nights.within(windows.after, windows.end) if place >= 0 else nights.within(0, 0)
        found.append(((row.night, row.medication, row.generic), int((after & nights.logged).sum())))
    return found


def settled_changes(
    changes: Sequence[MedicationChange],
    alongside: Sequence[float | None] = (),
    named: date | None = None,
) -> tuple[MedicationChange, ...]:
    """The same changes with q-values and verdicts over one family; changes of one night count once, and those
    of the night ``named`` stand by their own interval."""
    questions = {change.night: change for change in changes}
    ratios = [None if change.reason is not None else change.change_ratio for change in questions.values()]
    settled = family_verdicts(ratios, [night == named for night in questions], alongside)
    found = dict(zip(questions, settled, strict=True))
    return tuple(
        replace(change, q_value=found[change.night][0], verdict=found[change.night][1]) for change in changes
    )


def _compare(
    nights: Nights,
    windows: Windows,
    places: Sequence[int],
    fit: CountFit | None,
    washout: int,
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
    ratio, chances, behind = (
        (RateRatio(None, None, None, None), NO_CHANCES, None)
        if reason is not None
        else change_of_arms(nights, after, before, hemisphere=hemisphere, cuts=places)
    )
    others = raw_ratios(
        nights, places, int(before.sum()), int(after.sum()), washout, least_logged=least_nights
    )
    dates = [nights.dates[arm & nights.logged] for arm in (before, after)]
    season = season_ratio(dates[0], dates[1], hemisphere)
    ends = [np.flatnonzero(arm) for arm in (before, after)]
    (before_from, before_to), (after_from, after_to) = (
        (nights.night(int(end[0])), nights.night(int(end[-1]))) if end.size else (None, None) for end in ends
    )
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
        chances=chances,
        season_behind=behind,
        unclear=why_unclear(ratio, nights.rate(after), nights.rate(before)),
        usual_range=Range(None, None) if reason is not None else usual_range(nights, after),
        date_rank=date_rank(nights, before, after, others) if reason is None else DateRank(None, None),
        other_dates=tuple(float(other) for other in others) if reason is None else (),
        caveats=caveats(nights, windows, before, after, season),
        season_ratio=season,
        evidence=None,
        q_value=None,
        verdict="not_enough_data",
        reason=reason,
        nights_needed=needed,
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


def _doses_before(changes: pd.DataFrame) -> list[float | None]:
    """The dose that was taken until each change, where an earlier change of the same medicine told it."""
    doses: dict[object, float | None] = {}
    for told in by_medicine(changes).values():
        dose: float | None = None
        for label, row in told.iterrows():
            doses[label] = None if row["change"] == "start" else dose
            dose = None if row["change"] in ("stop", "pause") else number(row["dose"])
    return [doses[label] for label in changes.index]
