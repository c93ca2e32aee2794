"""Journal -> results: pure functions with frozen results."""

from analysis.measures.arms import whole_fit
from analysis.measures.completeness import Completeness, MonthLogged, completeness
from analysis.measures.exposures import ExposureAnswer, Level, exposures, lagged, settled_exposures
from analysis.measures.frequency import Comparison, Frequency, Share, Trend, compare_periods, frequency, since
from analysis.measures.medications import (
    Caveat,
    Evidence,
    MedicationChange,
    MedicationPeriod,
    medication_changes,
    medication_periods,
    settled_changes,
)
from analysis.measures.patterns import (
    Distribution,
    HourOfNight,
    MonthMedian,
    NamedCount,
    NamedRate,
    Patterns,
    Place,
    Relief,
    patterns,
)
from analysis.measures.period_pairs import Period, SeasonPair, around, halves, season_pairs
from analysis.measures.refusals import verdicts
from analysis.measures.results import Range, Rate, RateRatio, Verdict
from analysis.measures.rolling import rolling_mean
from analysis.measures.season import Hemisphere
from analysis.measures.treatments import Course, courses, settled_courses
from analysis.measures.warning_signs import Sign, WarningSign, warning_signs
from analysis.measures.what_it_would_take import FallNeeded, WhatItWouldTake, what_it_would_take
from analysis.measures.windows import nights_of, without_entry

__all__ = [
    "Caveat",
    "Comparison",
    "Completeness",
    "Course",
    "Distribution",
    "Evidence",
    "ExposureAnswer",
    "FallNeeded",
    "Frequency",
    "Hemisphere",
    "HourOfNight",
    "Level",
    "MedicationChange",
    "MedicationPeriod",
    "MonthLogged",
    "MonthMedian",
    "NamedCount",
    "NamedRate",
    "Patterns",
    "Period",
    "Place",
    "Range",
    "Rate",
    "RateRatio",
    "Relief",
    "SeasonPair",
    "Share",
    "Sign",
    "Trend",
    "Verdict",
    "WarningSign",
    "WhatItWouldTake",
    "around",
    "compare_periods",
    "completeness",
    "courses",
    "exposures",
    "frequency",
    "halves",
    "lagged",
    "medication_changes",
    "medication_periods",
    "nights_of",
    "patterns",
    "rolling_mean",
    "season_pairs",
    "settled_changes",
    "settled_courses",
    "settled_exposures",
    "since",
    "verdicts",
    "warning_signs",
    "what_it_would_take",
    "whole_fit",
    "without_entry",
]
