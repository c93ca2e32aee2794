"""What moves along with the nights: the rate of the last weeks, the mean of an exposure of the last days."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from analysis.journal import Journal
from analysis.measures.model import CountFit, interval_of_rate
from analysis.measures.windows import Floats, Nights, as_date, nights_of


@dataclass(frozen=True)
class RollingMean:
    """``means``: for each of ``days``, the mean of an exposure over the last ``stretch`` days, that day
    included, in the unit of its field; NaN where too few of them are logged."""

    days: tuple[date, ...]
    means: Floats
    stretch: int


def rolling_mean(journal: Journal, field: str, *, stretch: int = 7, least_logged: int = 3) -> RollingMean:
    """The mean of a numeric exposure over the logged ones of the last days, for every day of the ledger.

    stretch : days that count [days]. A week, so that every weekday weighs the same.
    least_logged : days among them that must be logged [days]. An unlogged day is never a zero: it does not
        count.
    """
    dates = nights_of(journal).dates
    table = journal.days if not journal.days.empty else journal.nights
    values = np.full(len(dates), np.nan)
    if len(dates) and field in table.columns:
        places = (table.index.to_numpy().astype("datetime64[D]") - dates[0]).astype(np.int64)
        inside = (places >= 0) & (places < len(dates))
        values[places[inside]] = table[field].to_numpy(dtype=float, na_value=np.nan)[inside]
    means = _of_last(values, stretch, least_logged)
    return RollingMean(tuple(as_date(day) for day in dates), means, stretch)


def rolling_rate(nights: Nights, stretch: int, least_logged: int) -> Floats:
    """For each night, the rate of the ``stretch`` nights that end with it [cramps/week]; NaN where fewer than
    ``least_logged`` of them are logged."""
    if nights.rates_refused is not None:
        return np.full(len(nights.dates), np.nan)
    return _of_last(nights.counts, stretch, least_logged, per=7)


def rolling_band(
    nights: Nights, fit: CountFit | None, rates: Floats, stretch: int, *, every: int = 7, most: int = 120
) -> tuple[Floats, Floats]:
    """Ends of the 95 % interval of each of ``rates``, the rolling rate [cramps/week]; NaN where that is.

    Worked out for every seventh night [nights], in a long journal for at most ``most`` of them, and straight
    in between; the rate itself is never outside.
    """
    known = np.flatnonzero(np.isfinite(rates))
    low, high = np.full(len(rates), np.nan), np.full(len(rates), np.nan)
    if fit is None or not known.size:
        return low, high
    each = every * max(1, -(-known.size // (every * most)))
    chosen = np.union1d(known[::each], known[-1:])
    found = [interval_of_rate(nights.counts[max(0, end - stretch + 1) : end + 1], like=fit) for end in chosen]
    for ends, kept, way in ((low, "low", np.minimum), (high, "high", np.maximum)):
        values = np.array([getattr(rate, kept) for rate in found], dtype=float)
        ends[known] = way(np.interp(known, chosen, values), rates[known])
    return low, high


def _of_last(values: Floats, stretch: int, least_logged: int, *, per: int = 1) -> Floats:
    """``per`` times the mean of the logged among the last ``stretch`` values; NaN where those are few."""
    logged = sums(np.isfinite(values).astype(np.float64), stretch)
    total = sums(np.nan_to_num(values), stretch)
    return np.where(logged >= least_logged, per * total / np.maximum(logged, 1), np.nan)


def sums(values: Floats, stretch: int) -> Floats:
    """Sum of the last ``stretch`` values at each place; fewer at the beginning."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    ends = np.arange(1, len(values) + 1)
    return np.asarray(total[ends] - total[np.maximum(ends - stretch, 0)])
