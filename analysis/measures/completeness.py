"""What was logged, whether logging itself leans, and what the unlogged nights could hold."""

from dataclasses import dataclass
from datetime import date

from analysis.measures.results import Rate, RateRatio


@dataclass(frozen=True)
class Gap:
    """A run of nights that were not logged, first and last included."""

    start: date
    end: date
    nights: int


@dataclass(frozen=True)
class Leaning:
    """Whether a night is logged more often after a night with a cramp than after one without. Shares 0 to 1 [-];
    ``ratio`` = after cramp / after none. ``leans`` is None where too little can be said."""

    after_cramp_nights: int
    after_cramp_share: float | None
    after_none_nights: int
    after_none_share: float | None
    ratio: RateRatio
    leans: bool | None


@dataclass(frozen=True)
class MonthLogged:
    start: date
    nights: int
    logged: int


@dataclass(frozen=True)
class Completeness:
    """``best_case``: every unlogged night cramp-free; ``worst_case``: every unlogged night as a usual cramp night."""

    nights: int
    logged: int
    share: float | None
    gaps: tuple[Gap, ...]
    longest_gap: Gap | None
    months: tuple[MonthLogged, ...]
    leaning: Leaning
    best_case: float | None  # [cramps/week]
    worst_case: float | None  # [cramps/week]

# CONTRACT: completeness(journal) -> Completeness
