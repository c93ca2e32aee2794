"""Every spell of a medicine with its rate, against the spell before it and against the nights without it."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from analysis.journal import Journal
from analysis.measures.arms import rate_of, ratio_of_arms, refused_arms, whole_fit
from analysis.measures.model import CountFit
from analysis.measures.periods import MedicationPeriod, periods_by_medicine
from analysis.measures.refusals import Reason
from analysis.measures.results import Rate, RateRatio
from analysis.measures.windows import Bools, Nights, nights_of


@dataclass(frozen=True)
class Against:
    """The rate of a spell over another one; ``reason`` names why it is refused, else None. Ranges, and no
    verdict: which spells there are was chosen by no question."""

    ratio: RateRatio
    reason: Reason | None
    nights_needed: int | None


@dataclass(frozen=True)
class SpellRate:
    """One spell: ``first_night`` None where it was taken before the journal, ``last_night`` None where it
    goes on. ``rate`` over its logged nights [cramps/week]. ``to_spell_before`` is None for the first of a
    medicine, ``to_nights_without`` for one that was taken on every night."""

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
    answered: dict[bytes, Against] = {}

    def against(on: Bools, other: Bools) -> Against:
        same = on.tobytes() + other.tobytes()
        if same not in answered:
            answered[same] = _against(nights, on, other, least_nights, least_cramps)
        return answered[same]

    found = []
    for periods in periods_by_medicine(journal).values():
        arms = [nights_on(period, nights) for period in periods]
        without = ~np.logical_or.reduce(arms)
        for place, (period, on) in enumerate(zip(periods, arms, strict=True)):
            found.append(
                SpellRate(
                    medication=period.medication,
                    generic=period.generic,
                    drug_class=period.drug_class,
                    dose=period.dose,
                    unit=period.unit,
                    first_night=period.start,
                    last_night=period.end,
                    rate=rate_of(nights, on, fit),
                    to_spell_before=against(on, arms[place - 1]) if place else None,
                    to_nights_without=against(on, without) if without.any() else None,
                )
            )
    return tuple(found)


def nights_on(period: MedicationPeriod, nights: Nights) -> Bools:
    """The nights of the ledger on which it was taken."""
    first = 0 if period.start is None else nights.position(period.start)
    end = len(nights.dates) if period.end is None else nights.position(period.end) + 1
    return nights.within(first, end)


def _against(nights: Nights, on: Bools, other: Bools, least_nights: int, least_cramps: int) -> Against:
    reason, needed = refused_arms(nights, on, other, least_logged=least_nights, least_cramps=least_cramps)
    if reason is not None:
        return Against(RateRatio(None, None, None, None), reason, needed)
    return Against(ratio_of_arms(nights, on, other), None, None)
