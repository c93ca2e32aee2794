"""Results made by hand, for tests of the words: the figures are invented, and every field can be replaced."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import numpy as np

from analysis.findings import Finding, Item
from analysis.journal.model import Journal
from analysis.measures import Comparison, Frequency, Share, Trend
from analysis.measures.exposures import CurvePoint, ExposureAnswer, Level
from analysis.measures.frequency import Week
from analysis.measures.medications import Course, DateRank, Evidence, MedicationChange
from analysis.measures.results import Range, Rate
from analysis.review import Review
from tests.journals import make_journal
from tests.words.result_parts import (
    START,
    completeness,
    distribution,
    hours,
    night,
    patterns,
    rate,
    ratio,
    signs,
    what_it_would_take,
)

__all__ = [
    "START",
    "answer",
    "change",
    "comparison",
    "completeness",
    "course",
    "distribution",
    "frequency",
    "hours",
    "journal",
    "night",
    "patterns",
    "rate",
    "ratio",
    "review",
    "signs",
    "what_it_would_take",
]

CHANGED = date(2025, 6, 29)


def comparison(**fields: Any) -> Comparison:
    made = Comparison(
        current=rate(1.8, 26),
        previous=rate(2.6, 27),
        current_from=night(154),
        current_to=night(181),
        previous_from=night(126),
        previous_to=night(153),
        change=ratio(0.69, 0.3, 1.5, 0.4),
        verdict="no_clear_difference",
        reason=None,
        nights_needed=None,
    )
    return replace(made, **fields)


def answer(**fields: Any) -> ExposureAnswer:
    levels = (
        Level("<1200", None, 1200.0, rate(5.9, 24)),
        Level("1200-1500", 1200.0, 1500.0, rate(4.6, 33)),
        Level(">=2100", 2100.0, None, rate(2.1, 29)),
    )
    made = ExposureAnswer(
        field="hydration",
        question="hydration",
        label="Fluid",
        unit="mL/day",
        form="per_step",
        step=500.0,
        lag=0,
        nights=157,
        cramps=64,
        crude=ratio(0.7, 0.55, 0.85),
        adjusted=ratio(0.75, 0.6, 0.9),
        q_value=0.02,
        verdict="fewer_cramps",
        reason=None,
        nights_needed=None,
        levels=levels,
        usual=1700.0,
        usual_range=Range(1200.0, 2100.0),
        curve=(CurvePoint(1000.0, 6.0, 4.0, 9.0),),
    )
    return replace(made, **fields)


def change(**fields: Any) -> MedicationChange:
    made = MedicationChange(
        night=CHANGED,
        medication="magnesium",
        generic="magnesium",
        drug_class="mineral",
        change="start",
        dose_before=None,
        dose_after=400.0,
        unit="mg",
        before=rate(4.3, 51, 0.3),
        after=rate(1.9, 53, 0.4),
        before_from=CHANGED - timedelta(days=56),
        before_to=CHANGED - timedelta(days=1),
        after_from=CHANGED,
        after_to=CHANGED + timedelta(days=55),
        change_ratio=ratio(0.44, 0.25, 0.8, 0.003),
        usual_range=Range(2.1, 5.9),
        date_rank=DateRank(1, 64),
        other_dates=(0.5, 1.0, 2.0),
        caveats=("season", "after_a_bad_spell"),
        season_ratio=1.2,
        evidence=Evidence("treatment", None, None, "AAN 2010 assessment"),
        q_value=0.012,
        verdict="fewer_cramps",
        reason=None,
        nights_needed=None,
    )
    return replace(made, **fields)


def course(**fields: Any) -> Course:
    made = Course(
        medication="Lasix",
        generic="furosemide",
        drug_class="loop diuretic",
        periods=((night(10), night(40)), (night(80), night(120))),
        on=rate(4.0, 60),
        off=rate(2.0, 90),
        ratio=ratio(2.0, 1.2, 3.4),
        q_value=0.03,
        verdict="more_cramps",
        reason=None,
        nights_needed=None,
    )
    return replace(made, **fields)


def journal(**options: Any) -> Journal:
    return _made(**options) if options else _plain()


@cache
def _plain() -> Journal:
    """Made once: it stands in every review, and no test writes into it."""
    return _made()


def _made(**options: Any) -> Journal:
    counts = [None if 61 <= i < 70 or i % 11 == 10 else float(i % 5 == 0) for i in range(182)]
    return make_journal(counts, start=START.isoformat(), **options)


def frequency(**fields: Any) -> Frequency:
    made = Frequency(
        overall=rate(2.85, 157, 0.25),
        recent=comparison(),
        trend=Trend(ratio(0.93, 0.8, 1.08, 0.3), 157, 64, "no_clear_difference", None, None),
        cramp_nights_share=Share(157, 44, 0.28, 0.21, 0.36),
        cramps_per_cramp_night=1.45,
        weeks=(Week(START, rate(2.0, 7, 0.9)), Week(START + timedelta(days=7), Rate(0, 0, None))),
        rolling_nights=(START,),
        rolling_per_week=np.array([np.nan]),
    )
    return replace(made, **fields)


def review(**fields: Any) -> Review:
    exposures = (
        answer(),
        answer(
            field="activity",
            question="activity_above_usual",
            label="Activity",
            unit="min/day",
            form="above_usual",
            step=30.0,
            adjusted=ratio(1.08, 0.85, 1.4, 0.5),
            q_value=0.6,
            verdict="no_clear_difference",
            usual=42.0,
            levels=(Level("<20", None, 20.0, rate(3.0, 40)), Level(">=60", 60.0, None, rate(3.4, 38))),
        ),
        answer(
            field="stretching",
            question="stretching",
            label="Stretching",
            unit=None,
            form="yes_no",
            step=None,
            adjusted=ratio(0.94, 0.66, 1.33, 0.7),
            q_value=0.8,
            verdict="no_clear_difference",
            usual=None,
            levels=(Level("no", None, None, rate(3.0, 80)), Level("yes", None, None, rate(2.8, 70))),
        ),
        answer(
            field="alcohol",
            question="alcohol",
            label="Alcohol",
            unit="drinks",
            form="per_step",
            step=1.0,
            nights=4,
            cramps=2,
            adjusted=ratio(None, None, None, None),
            crude=ratio(None, None, None, None),
            q_value=None,
            verdict="not_enough_data",
            reason="too_few_nights",
            nights_needed=6,
            levels=(),
        ),
    )
    changes = (
        change(
            night=date(2025, 5, 31),
            medication="Lasix 40mg",
            generic="furosemide",
            drug_class="loop diuretic",
            change="increase",
            dose_before=20.0,
            dose_after=40.0,
            before=rate(3.1, 40),
            after=rate(4.1, 25),
            change_ratio=ratio(1.36, 0.8, 2.4, 0.3),
            q_value=0.4,
            verdict="no_clear_difference",
            caveats=("overlapping_change", "few_nights", "logging_changed", "same_night_change"),
            evidence=Evidence(
                "may_trigger",
                "adjusted sequence ratio",
                ratio(1.2, 1.0, 1.44, None),
                "Garrison 2012, PMID 22157068",
            ),
        ),
        change(),
        change(
            night=date(2025, 8, 30),
            medication="atorvastatin",
            generic="atorvastatin",
            drug_class="statin",
            change="stop",
            dose_before=20.0,
            dose_after=None,
            after=Rate(2, 1, None),
            change_ratio=ratio(None, None, None, None),
            q_value=None,
            usual_range=Range(None, None),
            date_rank=DateRank(None, None),
            verdict="not_enough_data",
            reason="too_few_nights",
            nights_needed=12,
            caveats=(),
            evidence=None,
            season_ratio=None,
        ),
    )
    made = Review(
        journal=journal(),
        start=None,
        end=None,
        washout=0,
        hemisphere="north",
        frequency=frequency(),
        exposures=exposures,
        medication_changes=changes,
        courses=(course(),),
        medication_periods=(),
        patterns=patterns(),
        completeness=completeness(),
        what_it_would_take=what_it_would_take(),
        warning_signs=signs(),
        findings=(
            Finding("medication_change", (Item("medication_change", 1, "1"),), "fewer_cramps", 0.012),
            Finding("exposure", (Item("exposure", 0, "hydration"),), "fewer_cramps", 0.02),
            Finding("course", (Item("course", 0, "0"),), "more_cramps", 0.03),
            Finding("no_clear_difference", (), "no_clear_difference", None),
        ),
    )
    return replace(made, **fields)
