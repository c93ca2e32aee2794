"""Every spell of a medicine with its rate, against the spell before it and against the nights without it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from analysis.journal import Journal
from analysis.measures.arms import open_ended, rate_of, refused_arms, whole_fit
from analysis.measures.model import CountFit, fit_counts
from analysis.measures.periods import MedicationPeriod, medication_periods, periods_by_medicine
from analysis.measures.refusals import Reason
from analysis.measures.results import NO_RATIO, Rate, RateRatio
from analysis.measures.windows import Bools, Nights, nights_of


@dataclass(frozen=True)
class Against:
    """The rate of a spell over another one; ``reason`` names why it is refused, else None. A range without
    p-value or verdict: which spells there are was chosen by no question, so it stands outside the family."""

    ratio: RateRatio
    reason: Reason | None
    nights_needed: int | None


@dataclass(frozen=True)
class SpellRate:
    """One spell: ``first_night`` None where it was taken before the journal, ``last_night`` None where it
    goes on. ``rate`` over its logged nights [cramps/week]. ``to_spell_before`` is None for the first of a
    medicine, ``to_nights_without`` for one that was taken on every night; both for what is taken
    ``as_needed``. ``per_day``: how often it is taken, None where not told [1/day]."""

    medication: str
    generic: str | None
    drug_class: str | None
    dose: float | None
    unit: str | None
    first_night: date | None
    last_night: date | None
    rate: Rate
    to_spell_before: Against | None
    to_nights_without: Against | None
    per_day: float | None = None
    as_needed: bool = False


def spell_rates(
    journal: Journal, fit: CountFit | None = None, *, least_nights: int = 14, least_cramps: int = 5
) -> tuple[SpellRate, ...]:
    """Every spell of the journal, in the order of medicines and nights.

    least_nights : logged nights on each side of a ratio [nights]; the run-in of the trials, two weeks (PMID
        28241153).
    least_cramps : on both sides together [cramps] (Vittinghoff and McCulloch 2007, PMID 17182981).
    """
    nights = nights_of(journal)
    fit = fit or whole_fit(nights)
    found: list[SpellRate] = []
    for periods in periods_by_medicine(journal).values():
        of_one = _OneMedicine(nights, [nights_on(period, nights) for period in periods])
        for place, period in enumerate(periods):
            before, without = place - 1 if place else None, of_one.without.any()
            found.append(
                SpellRate(
                    medication=period.medication,
                    generic=period.generic,
                    drug_class=period.drug_class,
                    dose=period.dose,
                    unit=period.unit,
                    first_night=period.start,
                    last_night=period.end,
                    rate=rate_of(nights, of_one.arms[place], fit),
                    to_spell_before=None
                    if before is None
                    else of_one.against(place, before, least_nights, least_cramps),
                    to_nights_without=of_one.against(place, None, least_nights, least_cramps)
                    if without
                    else None,
                    per_day=period.per_day,
                )
            )
    for period in medication_periods(journal):
        if period.as_needed:
            rate = rate_of(nights, nights_on(period, nights), fit)
            found.append(
                SpellRate(
                    period.medication, period.generic, period.drug_class, period.dose, period.unit,
                    period.start, period.end, rate, None, None, period.per_day, as_needed=True,
                )
            )  # fmt: skip
    return tuple(found)


class _OneMedicine:
    """The spells of one medicine: one fit with a level for each answers every ratio of them, and is made only
    where one is not refused."""

    def __init__(self, nights: Nights, arms: Sequence[Bools]) -> None:
        self.nights, self.arms = nights, arms
        self.without: Bools = ~np.logical_or.reduce(arms)
        self.logged_without = bool((self.without & nights.logged).any())

    def against(self, place: int, other: int | None, least_nights: int, least_cramps: int) -> Against:
        """The spell over another, or over the nights without the medicine."""
        on, reference = self.arms[place], self.without if other is None else self.arms[other]
        reason, needed = refused_arms(
            self.nights, on, reference, least_logged=least_nights, least_cramps=least_cramps
        )
        if reason is not None:
            return Against(NO_RATIO, reason, needed)
        weights = np.zeros(len(self.levels.names) + 1)
        weights[place] += 1
        if other is not None:
            weights[other] -= 1
        # Where it was taken on every logged night, the last spell is what the others are compared with.
        ratio = self.levels.ratio(weights[: len(self.levels.names)])
        return Against(replace(open_ended(self.nights, on, reference, ratio), p_value=None), None, None)

    @cached_property
    def levels(self) -> CountFit:
        own = self.arms if self.logged_without else self.arms[:-1]
        return fit_counts(
            self.nights.counts,
            np.column_stack(own).astype(np.float64),
            day_of_year=self.nights.days_of_year,
        ).briefly()


def nights_on(period: MedicationPeriod, nights: Nights) -> Bools:
    """The nights of the ledger on which it was taken."""
    first = 0 if period.start is None else nights.position(period.start)
    end = len(nights.dates) if period.end is None else nights.position(period.end) + 1
    return nights.within(first, end)
