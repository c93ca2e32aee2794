"""The results that several measures share. Nothing here is rounded; None is missing or refused."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

WIDEST = 10.0  # how many times its lower end an interval may reach that still tells something
LARGEST_P = 0.05

Verdict = Literal["fewer_cramps", "more_cramps", "no_clear_difference", "not_enough_data"]


@dataclass(frozen=True)
class Rate:
    """Cramps per week = 7 × cramps / logged nights, with its 95 % interval. [cramps/week]"""

    nights: int
    cramps: float
    per_week: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class RateRatio:
    """A rate divided by another, with its 95 % interval and two-sided p-value. [-]

    No cramps in the reference: ``ratio`` and ``high`` are None and ``low`` stands. No cramps in the other
    arm: ``ratio`` is 0, ``low`` is 0 and ``high`` stands.
    """

    ratio: float | None
    low: float | None
    high: float | None
    p_value: float | None

    @property
    def tells_nothing(self) -> bool:
        """Whether the interval holds 1 and is open or wider than tenfold."""
        if self.p_value is None or self.p_value <= LARGEST_P:
            return False
        return not self.low or self.high is None or self.high > WIDEST * self.low


NO_RATIO = RateRatio(None, None, None, None)  # where a comparison is refused


@dataclass(frozen=True)
class Chances:
    """Of a fall after a change: of any (``fewer``), of at least a quarter and of at least a half; and the
    ratio with its 95 % interval, shrunk by the prior that all of them rest on. [-] All None where refused."""

    fewer: float | None
    quarter_fewer: float | None
    half_fewer: float | None
    ratio: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class SeasonBehind:
    """What a ratio owes to the season that was expected: ``pull``, by how much its logarithm moves for every
    unit by which the season's expected size in the published phase moves [-]; the ``size`` in that phase that
    the journal was found to have, with its standard deviation ``error`` [log-rate]."""

    pull: float
    size: float
    error: float


NO_CHANCES = Chances(None, None, None, None, None, None)


def size_shown(ratio: RateRatio, chances: Chances, verdict: Verdict) -> RateRatio:
    """The ratio as it is shown: beside a direction with what is owed to chance taken off its size, since the
    plain size of what is found overstates the log ratio 2.1 times. Interval and p stay. [-]

    A ratio of 0, and one that could not be estimated, stay as they are: what was counted says them.

    >>> found = RateRatio(0.4, 0.2, 0.8, 0.01)
    >>> shrunk = Chances(0.97, 0.9, 0.6, 0.5, 0.25, 0.9)
    >>> [size_shown(found, shrunk, verdict).ratio for verdict in ("fewer_cramps", "no_clear_difference")]
    [0.5, 0.4]
    """
    if verdict not in ("fewer_cramps", "more_cramps") or not ratio.ratio or chances.ratio is None:
        return ratio
    return replace(ratio, ratio=chances.ratio)


@dataclass(frozen=True)
class Share:
    """Nights with at least one cramp among the logged nights, with its 95 % interval. [-], 0 to 1"""

    nights: int
    cramp_nights: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Now:
    """The last nights of the journal, ``from_`` to ``to``, against the nights before a change that shows a
    direction. ``holds``: whether their interval still excludes 1 on the same side; None where too few of them
    are logged."""

    from_: date | None
    to: date | None
    rate: Rate
    ratio: RateRatio
    holds: bool | None


NOW_UNKNOWN = Now(None, None, Rate(0, 0.0, None), NO_RATIO, None)


@dataclass(frozen=True)
class Range:
    low: float | None
    high: float | None
