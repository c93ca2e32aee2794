"""Patterns, completeness and warning signs made by hand, for tests of the words: the figures are invented."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from analysis.measures.calendar_rates import Difference, NamedRate
from analysis.measures.completeness import Completeness, Gap, Leaning, MonthLogged
from analysis.measures.patterns import (
    Distribution,
    HourOfNight,
    MonthMedian,
    NamedCount,
    Patterns,
    Place,
    Relief,
)
from analysis.measures.results import Rate, RateRatio
from analysis.measures.warning_signs import WarningSign
from analysis.review import FallNeeded, WhatItWouldTake

START = date(2025, 3, 3)


def night(position: int) -> date:
    return START + timedelta(days=position)


def rate(per_week: float = 2.6, nights: int = 52, spread: float = 0.4) -> Rate:
    return Rate(nights, per_week * nights / 7, per_week, per_week * (1 - spread), per_week * (1 + spread))


def ratio(
    value: float | None = 0.75, low: float | None = 0.6, high: float | None = 0.9, p: float | None = 0.004
) -> RateRatio:
    return RateRatio(value, low, high, p)


def distribution(**fields: Any) -> Distribution:
    made = Distribution(
        recorded=60,
        missing=4,
        median=5.0,
        lower_quartile=4.0,
        upper_quartile=6.0,
        largest=7.0,
        largest_night=date(2025, 8, 14),
        months=(MonthMedian(date(2025, 3, 1), 12, 5.0, 4.0, 6.0),),
    )
    return replace(made, **fields)


def hours(**fields: Any) -> HourOfNight:
    order = (*range(12, 24), *range(12))
    made = HourOfNight(
        hours=order,
        cramps=tuple(5 if hour in (2, 3, 4) else 0 for hour in order),
        timed=15,
        untimed=3,
        circular_mean=3.4,
        mean_low=2.8,
        mean_high=4.1,
        resultant_length=0.82,
    )
    return replace(made, **fields)


def patterns(**fields: Any) -> Patterns:
    made = Patterns(
        hour_of_night=hours(),
        weekdays=(NamedRate("Monday", rate(1.5, 22)), NamedRate("Saturday", rate(3.5, 23))),
        months=(NamedRate("March", rate(2.0, 28)), NamedRate("April", rate(6.0, 30))),
        places=(
            Place("calf", "left", 30),
            Place("calf", "right", 12),
            Place("foot", None, 6),
            Place(None, None, 16),
        ),
        severity=distribution(),
        duration=distribution(median=3.0, lower_quartile=1.0, upper_quartile=5.0, largest=12.0),
        symptoms=(NamedCount("tightness", 40, 64), NamedCount("stiffness", 21, 64)),
        relief=(
            Relief("stretching", 40, 25, 35, 2.0, 4.0, 38, 20),
            Relief("walking", 1, 0, 0, None, None, 1, 57),
        ),
        weekdays_differ=Difference(0.001, differ=True),
        months_differ=Difference(0.02, differ=True),
    )
    return replace(made, **fields)


def completeness(**fields: Any) -> Completeness:
    gap = Gap(date(2025, 5, 3), date(2025, 5, 11), 9)
    made = Completeness(
        nights=182,
        logged=157,
        share=157 / 182,
        gaps=(gap,),
        longest_gap=gap,
        months=(MonthLogged(date(2025, 3, 1), 29, 28),),
        leaning=Leaning(50, 0.9, 107, 0.84, ratio(1.07, 0.95, 1.2, 0.3), False),
        best_case=2.5,
        worst_case=4.3,
    )
    return replace(made, **fields)


def what_it_would_take(**fields: Any) -> WhatItWouldTake:
    made = WhatItWouldTake(
        2.9, (FallNeeded(0.3, None, None), FallNeeded(0.5, 140, 196)), 730, "estimated", None, None
    )
    return replace(made, **fields)


def signs() -> tuple[WarningSign, ...]:
    return (
        WarningSign(
            "swelling_one_sided", "recorded", (date(2025, 8, 3), date(2025, 8, 4)), 150, (("side", "left"),)
        ),
        WarningSign("sleep_and_fatigue", "recorded", tuple(night(7 * i) for i in range(11)), 150),
        WarningSign(
            "blood_test_outside_range",
            "recorded",
            (date(2025, 4, 17),),
            0,
            (("test", "potassium"), ("result", 3.3), ("unit", "mmol/L"), ("low", 3.5), ("high", 5.3)),
        ),
        WarningSign("redness", "not_recorded", (), 0),
        WarningSign("weakness", "not_recorded", (), 40),
    )
