"""When in the night, where in the leg, how bad, how long, with what, and what helped."""

from dataclasses import dataclass
from datetime import date

from analysis.measures.results import Rate


@dataclass(frozen=True)
class HourOfNight:
    """Cramps by clock hour, 18 to 23 then 0 to 17 in the night's own order (noon to noon); ``circular_mean`` [h, 0 to 24)
    with the resultant length (0: spread evenly, 1: all at one time). None below 5 timed cramps."""

    hours: tuple[int, ...]  # 12, 13, ... 23, 0, ... 11
    cramps: tuple[int, ...]
    timed: int
    untimed: int
    circular_mean: float | None
    mean_low: float | None
    mean_high: float | None
    resultant_length: float | None


@dataclass(frozen=True)
class NamedRate:
    """The rate on one weekday (``Monday`` is the evening's) or in one calendar month (``January``)."""

    name: str
    rate: Rate


@dataclass(frozen=True)
class Place:
    muscle: str  # "not said" is None
    side: str | None
    cramps: int


@dataclass(frozen=True)
class Distribution:
    """Of severity [0-10] or duration [min] over the cramps that carry it."""

    recorded: int
    missing: int
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    largest: float | None
    largest_night: date | None
    months: tuple["MonthMedian", ...]


@dataclass(frozen=True)
class MonthMedian:
    start: date
    recorded: int
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None


@dataclass(frozen=True)
class NamedCount:
    """``count`` of ``of`` cramps (or cramp nights) that say anything about it."""

    name: str
    count: int
    of: int


@dataclass(frozen=True)
class Relief:
    """One thing that was done. ``helped`` of ``answered``; durations [min] of the cramps with and without it."""

    name: str
    used: int
    helped: int
    answered: int
    median_duration_with: float | None
    median_duration_without: float | None
    with_duration: int
    without_duration: int


@dataclass(frozen=True)
class Patterns:
    hour_of_night: HourOfNight
    weekdays: tuple[NamedRate, ...]
    months: tuple[NamedRate, ...]
    places: tuple[Place, ...]
    severity: Distribution
    duration: Distribution
    symptoms: tuple[NamedCount, ...]
    relief: tuple[Relief, ...]

# CONTRACT: patterns(journal) -> Patterns
