"""Before and after each change of a medicine or treatment."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from analysis.measures.results import Range, Rate, RateRatio, Verdict

Caveat = Literal[
    "overlapping_change", "after_a_bad_spell", "season", "logging_changed", "few_nights", "same_night_change"
]


@dataclass(frozen=True)
class DateRank:
    """Among ``of`` other dates, how many show a raw ratio at least as extreme; None below 30 dates."""

    as_extreme: int | None
    of: int | None


@dataclass(frozen=True)
class Evidence:
    """What is published about the class and cramps: never a statement about this patient."""

    relation: str  # may_trigger, treatment
    measure: str | None  # such as "adjusted sequence ratio"
    size: RateRatio | None
    source: str


@dataclass(frozen=True)
class MedicationChange:
    """One change, with up to 8 weeks on each side. The night of the change counts as after."""

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
    other_dates: tuple[float, ...]  # raw ratios after/before at the other dates [-]; 0 and inf are possible
    caveats: tuple[Caveat, ...]
    season_ratio: float | None  # what the published season curve alone would give, after / before [-]
    evidence: Evidence | None
    q_value: float | None
    verdict: Verdict
    reason: str | None
    nights_needed: int | None


@dataclass(frozen=True)
class Course:
    """A medicine or treatment that was on and off again: nights on against nights off, read as one question."""

    medication: str
    generic: str | None
    drug_class: str | None
    periods: tuple[tuple[date, date], ...]  # first and last night of each stretch on
    on: Rate
    off: Rate
    ratio: RateRatio
    q_value: float | None
    verdict: Verdict
    reason: str | None
    nights_needed: int | None


@dataclass(frozen=True)
class MedicationPeriod:
    """A stretch of one dose, for the lanes of the timeline. ``start`` None: before the journal; ``end`` None: goes on."""

    medication: str
    generic: str | None
    drug_class: str | None
    dose: float | None
    unit: str | None
    start: date | None
    end: date | None

# CONTRACT: medication_changes(journal, washout=0, hemisphere="north", ...) -> tuple[MedicationChange, ...]
#           courses(journal, ...) -> tuple[Course, ...]; medication_periods(journal) -> tuple[MedicationPeriod, ...]
