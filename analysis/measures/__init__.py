"""Journal -> results: pure functions with frozen results."""

from analysis.measures.arms import whole_fit
from analysis.measures.asked_changes import AskedChange, ChangeStep, asked_changes
from analysis.measures.calendar_rates import (
    FULL_WEEKDAYS,
    MONTH_NIGHTS,
    MONTHS,
    WEEKDAY_NIGHTS,
    Difference,
    NamedRate,
    several_known,
    well_known,
)
from analysis.measures.comparisons import Comparison, compare_periods, since
from analysis.measures.completeness import Completeness, MonthLogged, completeness
from analysis.measures.exposures import (
    ExposureAnswer,
    Level,
    answered_by_day,
    asked_exposures,
    exposures,
    settled_exposures,
)
from analysis.measures.frequency import FEW_LOGGED, Frequency, Month, Week, frequency
from analysis.measures.futures import NoOutlook, Outlook, draw_night_counts, draw_rates, outlook
from analysis.measures.lags import lagged
from analysis.measures.medications import (
    Caveat,
    Evidence,
    MedicationChange,
    MedicationPeriod,
    change_key_nights,
    medication_changes,
    medication_periods,
    settled_changes,
)
from analysis.measures.model import SEASON_IN_PHASE, CountFit
from analysis.measures.patterns import (
    Distribution,
    HourOfNight,
    MonthMedian,
    NamedCount,
    Patterns,
    Place,
    Relief,
    patterns,
)
from analysis.measures.period_pairs import FEWEST_FOR_TWO, Period, SeasonPair, around, halves, season_pairs
from analysis.measures.periods import Intake, single_intakes
from analysis.measures.planned import (
    BlockRate,
    Planned,
    arms_of,
    is_one_medicine,
    planned,
    settled_plan,
    verdict_as_planned,
)
from analysis.measures.questions import SAME_THING
from analysis.measures.refusals import verdicts
from analysis.measures.results import (
    NO_RATIO,
    Chances,
    Now,
    Range,
    Rate,
    RateRatio,
    SeasonBehind,
    Share,
    Verdict,
    size_shown,
)
from analysis.measures.rolling import rolling_mean
from analysis.measures.season import Hemisphere
from analysis.measures.spells import Against, SpellRate, spell_rates
from analysis.measures.still_holds import with_now
from analysis.measures.treatments import Course, asked_courses, courses, settled_courses, treatment_sessions
from analysis.measures.trend import Trend
from analysis.measures.warning_signs import Sign, WarningSign, recent_signs, warning_signs
from analysis.measures.what_it_would_take import FallNeeded, WhatItWouldTake, what_it_would_take
from analysis.measures.windows import left_out, nights_of, without_entry

__all__ = [
    "FEWEST_FOR_TWO",
    "FEW_LOGGED",
    "FULL_WEEKDAYS",
    "MONTHS",
    "MONTH_NIGHTS",
    "NO_RATIO",
    "SAME_THING",
    "SEASON_IN_PHASE",
    "WEEKDAY_NIGHTS",
    "Against",
    "AskedChange",
    "BlockRate",
    "Caveat",
    "Chances",
    "ChangeStep",
    "Comparison",
    "Completeness",
    "CountFit",
    "Course",
    "Difference",
    "Distribution",
    "Evidence",
    "ExposureAnswer",
    "FallNeeded",
    "Frequency",
    "Hemisphere",
    "HourOfNight",
    "Intake",
    "Level",
    "MedicationChange",
    "MedicationPeriod",
    "Month",
    "MonthLogged",
    "MonthMedian",
    "NamedCount",
    "NamedRate",
    "NoOutlook",
    "Now",
    "Outlook",
    "Patterns",
    "Period",
    "Place",
    "Planned",
    "Range",
    "Rate",
    "RateRatio",
    "Relief",
    "SeasonBehind",
    "SeasonPair",
    "Share",
    "Sign",
    "SpellRate",
    "Trend",
    "Verdict",
    "WarningSign",
    "Week",
    "WhatItWouldTake",
    "answered_by_day",
    "arms_of",
    "around",
    "asked_changes",
    "asked_courses",
    "asked_exposures",
    "change_key_nights",
    "compare_periods",
    "completeness",
    "courses",
    "draw_night_counts",
    "draw_rates",
    "exposures",
    "frequency",
    "halves",
    "is_one_medicine",
    "lagged",
    "left_out",
    "medication_changes",
    "medication_periods",
    "nights_of",
    "outlook",
    "patterns",
    "planned",
    "recent_signs",
    "rolling_mean",
    "season_pairs",
    "settled_changes",
    "settled_courses",
    "settled_exposures",
    "settled_plan",
    "several_known",
    "since",
    "single_intakes",
    "size_shown",
    "spell_rates",
    "treatment_sessions",
    "verdict_as_planned",
    "verdicts",
    "warning_signs",
    "well_known",
    "what_it_would_take",
    "whole_fit",
    "with_now",
    "without_entry",
]
