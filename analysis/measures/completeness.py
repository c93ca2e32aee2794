"""What was logged, whether logging itself leans, and what the unlogged nights could hold."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from analysis.journal import Journal
from analysis.measures.results import NO_RATIO, RateRatio
from analysis.measures.share_ratio import share_ratio
from analysis.measures.windows import (
    Bools,
    Floats,
    Nights,
    as_date,
    left_out,
    month_starts,
    nights_of,
    without_entry,
)


@dataclass(frozen=True)
class Gap:
    """A run of nights that were not logged, first and last included."""

    start: date
    end: date
    nights: int


@dataclass(frozen=True)
class Leaning:
    """Whether a night is logged more often after a night with a cramp than after one without. Shares 0 to 1
    [-];
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
    """Nights that only an assumption takes for cramp-free count as not logged here; those that
    were left out count for nothing.

    ``best_case``: every unlogged night cramp-free; ``worst_case``: every unlogged night as a usual cramp
    night.
    [cramps/week]
    """

    nights: int
    logged: int
    share: float | None
    gaps: tuple[Gap, ...]
    longest_gap: Gap | None
    months: tuple[MonthLogged, ...]
    leaning: Leaning
    best_case: float | None
    worst_case: float | None


def completeness(journal: Journal, *, least_nights: int = 10) -> Completeness:
    """What was logged from the first logged night to the last.

    least_nights : nights after a cramp, and after none, below which nothing is said about leaning. [nights]
    """
    nights = nights_of(journal)
    logged, apart = _told(journal, nights), left_out(journal)
    gaps = _gaps(nights, logged | apart)
    counted, all_nights = int(logged.sum()), int((~apart).sum())
    best, worst = _bounds(nights.counts[~apart], logged[~apart])
    return Completeness(
        nights=all_nights,
        logged=counted,
        share=counted / all_nights if all_nights else None,
        gaps=gaps,
        longest_gap=max(gaps, key=lambda gap: gap.nights, default=None),
        months=_months(nights, logged, apart),
        leaning=_leaning(nights.counts, logged, apart, least_nights),
        best_case=best,
        worst_case=worst,
    )


def _told(journal: Journal, nights: Nights) -> Bools:
    """Nights for which an entry, not an assumption, says whether there was a cramp."""
    return np.asarray(~without_entry(journal) & nights.logged)


def _gaps(nights: Nights, logged: Bools) -> tuple[Gap, ...]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], ~logged, [False]])))
    return tuple(
        Gap(nights.night(int(start)), nights.night(int(end) - 1), int(end - start))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    )


def _months(nights: Nights, logged: Bools, apart: Bools) -> tuple[MonthLogged, ...]:
    months = month_starts(nights.dates)
    return tuple(
        MonthLogged(as_date(start), int((inside & ~apart).sum()), int((inside & logged).sum()))
        for start in np.unique(months)
        for inside in [months == start]
    )


def _leaning(counts: Floats, logged: Bools, apart: Bools, least_nights: int) -> Leaning:
    """Only nights whose night before was logged tell: of a gap, its first night."""
    yesterday, tonight = counts[:-1], logged[1:]
    asked = logged[:-1] & ~apart[1:]
    after_cramp = tonight[asked & (yesterday > 0)]
    after_none = tonight[asked & (yesterday == 0)]
    shares = [float(group.mean()) if group.size else None for group in (after_cramp, after_none)]
    ratio = NO_RATIO
    leans: bool | None = None
    if min(after_cramp.size, after_none.size) >= least_nights:
        ratio = share_ratio(int(after_cramp.sum()), after_cramp.size, int(after_none.sum()), after_none.size)
        if ratio.low is not None or ratio.high is not None:
            leans = (ratio.low or 0.0) > 1 or (ratio.high is not None and ratio.high < 1)
    return Leaning(after_cramp.size, shares[0], after_none.size, shares[1], ratio, leans)


def _bounds(counts: Floats, logged: Bools) -> tuple[float | None, float | None]:
    known = counts[logged]
    if known.size == 0:
        return None, None
    cramps = float(known.sum())
    unknown = len(counts) - known.size
    cramp_nights = int((known > 0).sum())
    usual = cramps / cramp_nights if cramp_nights else 1.0
    return 7 * cramps / len(counts), 7 * (cramps + unknown * usual) / len(counts)
