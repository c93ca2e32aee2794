"""Reviews put together by hand around a small journal, so that the charts can be tested without any fit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from analysis.journal.model import Journal
from analysis.measures import Comparison, Frequency, Intake, Share, Trend
from analysis.measures.completeness import Completeness, Gap, Leaning, MonthLogged
from analysis.measures.exposures import CurvePoint, ExposureAnswer, Level
from analysis.measures.frequency import Week
from analysis.measures.medications import Course, DateRank, MedicationChange, MedicationPeriod
from analysis.measures.patterns import (
    Distribution,
    HourOfNight,
    MonthMedian,
    NamedCount,
    NamedRate,
    Patterns,
    Place,
    Relief,
)
from analysis.measures.results import NO_RATIO, Range, Rate, RateRatio
from analysis.review import Review, WhatItWouldTake


def rate(nights: int, cramps: float) -> Rate:
    """A rate with a rough interval; its width is no oracle for anything."""
    if nights == 0:
        return Rate(0, 0.0, None)
    spread = 1.96 * np.sqrt(cramps + 1)
    return Rate(
        nights,
        cramps,
        7 * cramps / nights,
        max(0.0, 7 * (cramps - spread) / nights),
        7 * (cramps + spread) / nights,
    )


def weeks_of(journal: Journal) -> tuple[Week, ...]:
    """Seven nights each, from the first night."""
    nights = journal.nights
    return tuple(
        Week(
            nights.index[at].date(),
            rate(
                int(nights["logged"].iloc[at : at + 7].sum()), float(nights["cramps"].iloc[at : at + 7].sum())
            ),
        )
        for at in range(0, len(nights), 7)
    )


def comparison(current: Rate, previous: Rate, start: date) -> Comparison:
    return Comparison(
        current, previous, start, start + timedelta(27), start - timedelta(28), start - timedelta(1),
        RateRatio(0.7, 0.4, 1.2, 0.2), "no_clear_difference", None, None,
    )  # fmt: skip


def answer(field: str = "hydration", **changed: object) -> ExposureAnswer:
    """Fluid in four levels, 24 to 41 nights each, with a falling curve; any field of the answer can be
    changed."""
    edges = [None, 1250.0, 1600.0, 2100.0, None]
    rates = [rate(24, 20), rate(33, 22), rate(41, 21), rate(29, 9)]
    made = ExposureAnswer(
        field=field, question=field, label="Fluid", unit="mL/day", form="per_step", step=500.0, lag=0,
        nights=127, cramps=72.0, crude=RateRatio(0.70, 0.58, 0.85, 0.001), adjusted=RateRatio(0.74, 0.60,
        0.90, 0.004),
        q_value=0.02, verdict="fewer_cramps", reason=None, nights_needed=None,
        levels=tuple(
            Level("", low, high, item) for low, high, item in zip(edges[:-1], edges[1:], rates, strict=True)
        ),
        usual=1700.0, usual_range=Range(1300.0, 2100.0),
        curve=tuple(
            CurvePoint(float(value), 6 * 0.74 ** ((value - 1000) / 500), 4.5 * 0.74 ** ((value - 1000) / 500),
                       8 * 0.74 ** ((value - 1000) / 500))
            for value in np.linspace(800, 2800, 21)
        ),
    )  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]


def yes_no_answer(**changed: object) -> ExposureAnswer:
    levels = (Level("no", None, None, rate(80, 40)), Level("yes", None, None, rate(45, 21)))
    return replace(
        answer("stretching", label="Stretching", unit=None, form="yes_no", step=None, usual=None, curve=(),
               usual_range=Range(None, None), levels=levels, crude=RateRatio(0.93, 0.62, 1.4, 0.7),
               adjusted=RateRatio(0.96, 0.66, 1.5, 0.8), q_value=0.8, verdict="no_clear_difference"),
        **changed,
    )  # type: ignore[arg-type] # fmt: skip


def refused_answer(**changed: object) -> ExposureAnswer:
    return replace(
        answer("alcohol", label="Alcohol", unit="drinks", step=1.0, levels=(), curve=(), usual=None,
               usual_range=Range(None, None), crude=NO_RATIO, adjusted=NO_RATIO, q_value=None, nights=4,
               cramps=2.0,
               verdict="not_enough_data", reason="too_few_nights", nights_needed=6),
        **changed,
    )  # type: ignore[arg-type] # fmt: skip


def change(night: date = date(2025, 6, 29), **changed: object) -> MedicationChange:
    """Magnesium 400 mg started; 4.3 cramps a week in 51 nights before, 1.9 in 53 after."""
    made = MedicationChange(
        night=night, medication="Magnesium", generic="magnesium", drug_class="magnesium", change="start",
        dose_before=None, dose_after=400.0, unit="mg", before=Rate(51, 31.0, 4.3, 3.1, 5.8),
        after=Rate(53, 14.0, 1.9, 1.2, 2.9), before_from=night - timedelta(56), before_to=night -
        timedelta(1),
        after_from=night, after_to=night + timedelta(55), change_ratio=RateRatio(0.43, 0.24, 0.78, 0.006),
        usual_range=Range(2.1, 5.9), date_rank=DateRank(2, 60),
        other_dates=tuple(float(item) for item in np.exp(np.random.default_rng(3).normal(0, 0.45, 60))),
        caveats=(), season_ratio=0.95, evidence=None, q_value=0.03, verdict="fewer_cramps", reason=None,
        nights_needed=None,
    )  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]


def refused_change(night: date = date(2025, 6, 29), **changed: object) -> MedicationChange:
    return replace(
        change(night, after=Rate(4, 1.0, None), change_ratio=NO_RATIO, usual_range=Range(None, None),
        other_dates=(),
               date_rank=DateRank(None, None), q_value=None, verdict="not_enough_data",
               reason="too_few_nights",
               nights_needed=10),
        **changed,
    )  # type: ignore[arg-type] # fmt: skip


def course(**changed: object) -> Course:
    made = Course(
        "Prednisone", "prednisone", "corticosteroid", ((date(2025, 3, 1), date(2025, 3, 20)),), rate(20, 9),
        rate(120, 60), RateRatio(0.9, 0.4, 2.1, 0.7), 0.8, "no_clear_difference", None, None,
    )  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]


def refused_course(**changed: object) -> Course:
    return replace(
        course(on=Rate(4, 3.0, 5.25, 1.3, 15.0), ratio=NO_RATIO, q_value=None, verdict="not_enough_data",
               reason="too_few_nights", nights_needed=10),
        **changed,
    )  # type: ignore[arg-type] # fmt: skip


def patterns(months: int = 12) -> Patterns:
    hours = (*range(12, 24), *range(12))
    cramps = (0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 3, 6, 9, 14, 21, 26, 22, 17, 9, 5, 2, 0, 0, 1)
    firsts = [date(2024 + (month // 12), month % 12 + 1, 1) for month in range(months)]
    spread = tuple(
        MonthMedian(first, 3 + place % 5, 4 + place % 4, 3.0 + place % 4, 6 + place % 3) if place % 5 != 3
        else MonthMedian(first, 0, None, None, None)
        for place, first in enumerate(firsts)
    )  # fmt: skip
    month_names = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
                   "October",
                   "November", "December")  # fmt: skip
    weekday_names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return Patterns(
        HourOfNight(hours, cramps, sum(cramps), 12, 3.1, 2.7, 3.5, 0.8),
        tuple(NamedRate(name, rate(20 + place, 8 + place)) for place, name in enumerate(weekday_names)),
        tuple(NamedRate(name, rate(28 * (place != 6), 6 + place)) for place, name in enumerate(month_names)),
        (Place("calf", "left", 41), Place("calf", "right", 22), Place("calf", None, 5), Place("foot",
                                                                                              "left", 6),
         Place("toes", "both", 2)),
        Distribution(80, 12, 5.0, 4.0, 7.0, 9.0, date(2025, 2, 3), spread),
        Distribution(60, 32, 4.0, 2.0, 6.0, 25.0, date(2025, 2, 3), spread),
        (NamedCount("pain", 60, 70), NamedCount("visible contraction", 31, 70), NamedCount("stiffness", 12,
                                                                                           70)),
        (Relief("stretching", 50, 38, 44, 3.0, 6.0, 40, 18), Relief("walking", 12, 4, 9, None, None, 0, 0),
         Relief("heat", 5, 0, 0, 5.0, 4.0, 4, 50)),
    )  # fmt: skip


def made_review(
    journal: Journal,
    *,
    exposures: Sequence[ExposureAnswer] = (),
    changes: Sequence[MedicationChange] = (),
    courses: Sequence[Course] = (),
    periods: Sequence[MedicationPeriod] = (),
    intakes: Sequence[Intake] = (),
) -> Review:
    nights = journal.nights
    weeks = weeks_of(journal)
    dates = tuple(stamp.date() for stamp in nights.index)
    logged, cramps = (
        nights["logged"].rolling(28, min_periods=1).sum(),
        nights["cramps"].rolling(28, min_periods=1).sum(),
    )
    rolling = (7 * cramps / logged).where(logged >= 14).to_numpy(dtype=float)
    overall = rate(int(nights["logged"].sum()), float(nights["cramps"].sum()))
    start = dates[0] if dates else date(2025, 1, 1)
    recent = comparison(overall, overall, start)
    trend = Trend(NO_RATIO, 0, 0.0, "not_enough_data", None, None)
    months = {(night.year, night.month): date(night.year, night.month, 1) for night in dates}
    logged_by_month = tuple(
        MonthLogged(
            first,
            sum(night.replace(day=1) == first for night in dates),
            int(nights["logged"][[night.replace(day=1) == first for night in dates]].sum()),
        )
        for first in months.values()
    )
    return Review(
        journal=journal, start=None, end=None, washout=0, hemisphere="north",
        frequency=Frequency(overall, recent, trend, Share(0, 0, None, None, None), None, weeks, dates,
        rolling, rolling_low=0.5 * rolling, rolling_high=2.5 * rolling),
        exposures=tuple(exposures), medication_changes=tuple(changes), courses=tuple(courses),
        medication_periods=tuple(periods), patterns=patterns(),
        completeness=Completeness(len(nights), int(nights["logged"].sum()), None, (), Gap(start, start, 1),
                                  logged_by_month, Leaning(0, None, 0, None, NO_RATIO, None), None, None),
        what_it_would_take=WhatItWouldTake(None, (), 730, "not_enough_data", None, None), warning_signs=(),
        findings=(), intakes=tuple(intakes),
    )  # fmt: skip


def periods_of(journal: Journal) -> tuple[MedicationPeriod, ...]:
    """Each start, increase and decrease of the journal begins a period, which the medicine's next change
    ends."""
    table = journal.changes.to_dict("records")
    found = []
    for place, row in enumerate(table):
        if row["change"] == "stop":
            continue
        later = [item for item in table[place + 1 :] if item["generic"] == row["generic"]]
        end = later[0]["night"].date() - timedelta(1) if later else None
        found.append(
            MedicationPeriod(row["medication"], row["generic"], row["drug_class"], row["dose"], row["unit"],
                             row["night"].date(), end)
        )  # fmt: skip
    return tuple(found)


def changes_of(journal: Journal) -> tuple[MedicationChange, ...]:
    return tuple(
        change(row["night"].date(), medication=row["medication"], generic=row["generic"],
               change=row["change"],
               dose_after=None if np.isnan(row["dose"]) else row["dose"])
        for row in journal.changes.to_dict("records")
    )  # fmt: skip
