"""Every measure of one journal, once. The screen, the report, the JSON and the text all read this object."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from analysis.journal.model import Journal
from analysis.measures.completeness import Completeness
from analysis.measures.exposures import ExposureAnswer
from analysis.measures.frequency import Frequency
from analysis.measures.medications import Course, MedicationChange, MedicationPeriod
from analysis.measures.patterns import Patterns
from analysis.measures.results import Verdict
from analysis.measures.warning_signs import WarningSign

Hemisphere = Literal["north", "south"]


@dataclass(frozen=True)
class FallNeeded:
    """Logged nights on each side for an 80 % chance to show this ``fall`` (0.3 is 30 %); None beyond 730."""

    fall: float
    nights_each_side: int | None


@dataclass(frozen=True)
class WhatItWouldTake:
    per_week: float | None
    falls: tuple[FallNeeded, ...]
    limit: int
    verdict: Literal["estimated", "not_enough_data"]
    reason: str | None
    nights_needed: int | None


@dataclass(frozen=True)
class Finding:
    """What stands out, most useful first. ``about`` names the part of the review, ``key`` the item in it
    (position in ``medication_changes``, question of an exposure, ...)."""

    about: Literal["recent", "trend", "medication_change", "course", "exposure", "completeness", "no_clear_difference"]
    key: str
    verdict: Verdict
    q_value: float | None


@dataclass(frozen=True)
class Review:
    """``journal`` is the journal of the period: nights outside [start, end] are cut off."""

    journal: Journal
    start: date | None
    end: date | None
    washout: int
    hemisphere: Hemisphere
    frequency: Frequency
    exposures: tuple[ExposureAnswer, ...]
    medication_changes: tuple[MedicationChange, ...]
    courses: tuple[Course, ...]
    medication_periods: tuple[MedicationPeriod, ...]
    patterns: Patterns
    completeness: Completeness
    what_it_would_take: WhatItWouldTake
    warning_signs: tuple[WarningSign, ...]
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]: ...

# CONTRACT: review(journal, *, start=None, end=None, washout=0, hemisphere="north") -> Review
