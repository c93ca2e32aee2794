"""Cramp rate by hydration, activity and every other recorded exposure."""

from dataclasses import dataclass
from typing import Literal

from analysis.measures.results import Range, Rate, RateRatio, Verdict

# What the ratio compares: nights per natural step more, above or below the person's usual (per step), yes against no.
Form = Literal["per_step", "above_usual", "below_usual", "yes_no"]


@dataclass(frozen=True)
class Level:
    """Nights whose exposure lies in [from_, to) [unit of the field]; None is open. ``label`` is made of numbers only,
    or ``yes``/``no``/the level's name; words and units are for the reader of it."""

    label: str
    from_: float | None
    to: float | None
    rate: Rate


@dataclass(frozen=True)
class CurvePoint:
    """The model's rate at one value of the exposure, other things equal. [cramps/week]"""

    value: float
    per_week: float
    low: float
    high: float


@dataclass(frozen=True)
class ExposureAnswer:
    """One declared question. ``question`` is a stable name such as ``hydration`` or ``activity_above_usual``."""

    field: str
    question: str
    label: str
    unit: str | None
    form: Form
    step: float | None
    lag: int
    nights: int
    cramps: float
    crude: RateRatio
    adjusted: RateRatio
    q_value: float | None
    verdict: Verdict
    reason: str | None
    nights_needed: int | None
    levels: tuple[Level, ...]
    usual: float | None
    usual_range: Range
    curve: tuple[CurvePoint, ...]

# CONTRACT: exposures(journal, ...) -> tuple[ExposureAnswer, ...]; lagged(journal, question, lags=(0,1,2,3)) -> tuple[ExposureAnswer, ...]
