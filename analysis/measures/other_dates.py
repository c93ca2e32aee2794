"""The same before-and-after comparison at every other date of the journal."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.measures.windows import Bools, Floats, Nights


@dataclass(frozen=True)
class DateRank:
    """Among ``of`` other dates, how many show a raw ratio at least as extreme; None below 30 dates."""

    as_extreme: int | None
    of: int | None


def raw_ratios(
    nights: Nights,
    changes: Sequence[int],
    nights_before: int,
    nights_after: int,
    washout: int = 0,
    *,
    least_logged: int = 14,
) -> Floats:
    """Raw ratio after / before at every date whose windows, as long as these, lie in the ledger and hold no
    change. [-]

    A wash-out lies between the windows and may hold no change either. No cramps before gives inf, none after
    0; dates with none on both sides, or with fewer than ``least_logged`` logged nights on one, are left out.
    """
    last = len(nights.dates) - washout - nights_after
    dates = np.arange(nights_before, last + 1)
    if nights_before == 0 or nights_after == 0 or len(dates) == 0:
        return np.empty(0)
    changed = np.zeros(len(nights.dates))
    changed[[place for place in changes if 0 <= place < len(changed)]] = 1
    logged, cramps, disturbed = (
        np.concatenate([[0.0], np.cumsum(values)])
        for values in (nights.logged.astype(float), np.nan_to_num(nights.counts), changed)
    )
    start, after, end = dates - nights_before, dates + washout, dates + washout + nights_after
    logged_before, logged_after = logged[dates] - logged[start], logged[end] - logged[after]
    # A change on the very first night of the window before changed nothing within it.
    clear = disturbed[end] - disturbed[start + 1] == 0
    clear &= np.minimum(logged_before, logged_after) >= least_logged
    before = (cramps[dates] - cramps[start])[clear] / logged_before[clear]
    following = (cramps[end] - cramps[after])[clear] / logged_after[clear]
    some = (before > 0) | (following > 0)
    with np.errstate(divide="ignore"):
        return np.asarray(following[some] / before[some])


def date_rank(
    nights: Nights, before: Bools, after: Bools, others: Floats, *, least_dates: int = 30
) -> DateRank:
    """How many of the other dates show a swing at least as large, up or down, as before / after this change.

    Dates a night apart share most of their nights, so the count is no probability. Below ``least_dates``
    other dates it says nothing.
    """
    rates = [nights.rate(arm).per_week for arm in (before, after)]
    if len(others) < least_dates or rates[0] is None or rates[1] is None or rates == [0, 0]:
        return DateRank(None, None)
    with np.errstate(divide="ignore"):
        seen = abs(np.log(np.float64(rates[1]) / np.float64(rates[0])))
        swings = np.abs(np.log(others))
    return DateRank(int((swings >= seen - 1e-9).sum()), len(others))
