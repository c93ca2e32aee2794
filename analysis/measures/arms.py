"""Some nights of a journal against some others."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from analysis.measures.model import CountFit, fit_counts, interval_of_rate
from analysis.measures.refusals import Reason
from analysis.measures.results import Rate, RateRatio
from analysis.measures.windows import Bools, Nights


def whole_fit(nights: Nights) -> CountFit | None:
    """The fit of the whole journal without any column but the season; None where no rate can be given, or for
    a single night, which tells nothing of runs."""
    if nights.rates_refused is not None or len(nights.dates) < 2:
        return None
    return fit_counts(nights.counts, day_of_year=nights.days_of_year)


def refused_arms(
    nights: Nights, arm: Bools, reference: Bools, *, least_logged: int, least_cramps: int = 1
) -> tuple[Reason | None, int | None]:
    """Why two sets of nights cannot be compared, and how many more logged nights the shorter of them
    needs."""
    if nights.rates_refused is not None:
        return nights.rates_refused, None
    short = least_logged - min(int((chosen & nights.logged).sum()) for chosen in (arm, reference))
    if short > 0:
        return "too_few_nights", short
    cramps = nights.rate(arm | reference).cramps
    if cramps == 0:
        return "no_cramps", None
    if cramps < least_cramps:
        return "too_few_cramps", None
    return None, None


def ratio_of_arms(
    nights: Nights,
    arm: Bools,
    reference: Bools,
    *,
    cuts: Sequence[int] = (),
    least_nights: int = 14,
    most_context: int = 365,
) -> RateRatio:
    """The rate on some nights over the rate on others, season in the model.

    Nights in neither set have levels of their own, so that they tell only how cramps come in runs and what
    the season does: one between each two ``cuts`` (places where something changed) with at least
    ``least_nights`` logged nights, and one for all shorter stretches together. They are taken from at most
    ``most_context`` nights on either side [nights]: what a journal was like years ago says little about how
    it runs now.
    """
    places = np.flatnonzero(arm | reference)
    kept = nights.within(int(places[0]) - most_context, int(places[-1]) + 1 + most_context)
    edges = sorted({0, len(nights.dates), *(cut for cut in cuts if 0 < cut < len(nights.dates))})
    columns, short = [arm], np.zeros(len(arm), dtype=bool)
    for start, end in pairwise(edges):
        elsewhere = nights.within(start, end) & kept & ~(arm | reference)
        if (elsewhere & nights.logged).sum() >= least_nights:
            columns.append(elsewhere)
        else:
            short |= elsewhere
    if (short & nights.logged).any():
        columns.append(short)
    design = np.column_stack(columns).astype(np.float64)[kept]
    fit = fit_counts(nights.counts[kept], design, day_of_year=nights.days_of_year[kept])
    ratio = fit.ratio(np.eye(len(columns))[0])
    if nights.rate(reference).cramps == 0:
        return replace(ratio, ratio=None, high=None)
    if nights.rate(arm).cramps == 0:
        return replace(ratio, ratio=0.0, low=0.0)
    return ratio


def rate_of(nights: Nights, chosen: Bools, fit: CountFit | None) -> Rate:
    """The rate of some nights with its interval, or without one where rates are refused."""
    plain = nights.rate(chosen)
    if plain.per_week is None or fit is None:
        return plain
    return interval_of_rate(nights.only(chosen), like=fit)
