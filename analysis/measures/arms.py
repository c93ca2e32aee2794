"""Some nights of a journal against some others."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from analysis.measures.model import CountFit, fit_counts, interval_of_rate
from analysis.measures.refusals import Reason
from analysis.measures.results import Chances, Rate, RateRatio, SeasonBehind
from analysis.measures.season import Hemisphere, published_peak
from analysis.measures.windows import Bools, Floats, Nights

HALF_A_YEAR = 182.625  # [nights]
# Priors of the model for changes, chosen by what holds and finds most (METHODS.md).
SLOPE = 0.125  # standard deviation of the log-rate's slope per half year [-]
SIGMA_SPREAD = 1.0  # 63 people's migraine days prefer 1.0 to 1.2 over 0.7 and over a flat prior
MEMORY = (1.6, 1.0)  # -log(1 - rho): runs of 5 nights, two thirds of them between 2 and 13
# The interval is as wide as the worst world needs; over all of them the log ratio is off by this much of it,
# and chances are to be right over all of them (METHODS.md). [-]
OFF_BY = 0.85


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
    design, kept = _levels(nights, arm, reference, cuts, least_nights, most_context)
    fit = fit_counts(nights.counts[kept], design, day_of_year=nights.days_of_year[kept])
    ratio = fit.ratio(np.eye(design.shape[1])[0], nights=(arm | reference)[kept])
    return open_ended(nights, arm, reference, ratio)


def change_of_arms(
    nights: Nights,
    after: Bools,
    before: Bools,
    *,
    hemisphere: Hemisphere,
    cuts: Sequence[int] = (),
    least_nights: int = 14,
    most_context: int = 365,
    cautious: bool = False,
) -> tuple[RateRatio, Chances, SeasonBehind]:
    """The rate on the nights after a change over that before it, by the model for changes, the chances of a
    fall, and what the ratio owes to the expected season.

    As ``ratio_of_arms``, with a slope over time (normal, standard deviation ``SLOPE`` in the log-rate
    per half year), the season in the published phase, a half-normal prior of the runs' size and, unless
    ``cautious``, no further caution: each end then counts a quarter of a cramp in favour of its side.
    """
    design, kept = _levels(nights, after, before, cuts, least_nights, most_context)
    time = np.arange(len(nights.dates), dtype=np.float64)[kept] / HALF_A_YEAR
    columns = np.column_stack([design, time])
    fit = fit_counts(
        nights.counts[kept],
        columns,
        names=(*(f"level {number}" for number in range(design.shape[1])), "slope"),
        day_of_year=nights.days_of_year[kept],
        peak=published_peak(hemisphere),
        spreads={"slope": SLOPE},
        sigma_spread=SIGMA_SPREAD,
        memory=MEMORY,
    )
    contrast = np.eye(columns.shape[1])[0]
    compared = (after | before)[kept]
    ratio, chances = fit.ratio_and_chances(contrast, cautious=cautious, nights=compared, off_by=OFF_BY)
    return (
        open_ended(nights, after, before, ratio),
        chances,
        fit.season_behind(contrast, published_peak(hemisphere)),
    )


def _levels(
    nights: Nights,
    arm: Bools,
    reference: Bools,
    cuts: Sequence[int],
    least_nights: int,
    most_context: int,
) -> tuple[Floats, Bools]:
    """The columns, that of the arm first, on the nights that are kept."""
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
    return np.column_stack(columns).astype(np.float64)[kept], kept


def open_ended(nights: Nights, arm: Bools, reference: Bools, ratio: RateRatio) -> RateRatio:
    """What an arm without cramps leaves of a ratio."""
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
