"""The rate of some nights, and the share of them with a cramp, with intervals that know of runs.

Nights that resemble their neighbours tell less than their number: each interval is that of fewer independent
nights, averaged over how strongly cramps may come in runs.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from analysis.measures.model.count_model import CountFit
from analysis.measures.model.fitting import fit_counts
from analysis.measures.model.latent_fit import Bools, Floats, Mode
from analysis.measures.model.mixtures import (
    alike,
    beta_mixture_quantile,
    gamma_mixture_quantile,
    pairs_by_lag,
)
from analysis.measures.results import Rate, Share

NIGHTS_A_WEEK = 7
ENDS = (0.025, 0.975)


def interval_of_rate(counts: npt.ArrayLike, *, like: CountFit | None = None) -> Rate:
    """The rate over the logged nights among ``counts``, with the 95 % interval of the rate that they come
    from.

    counts : one a calendar night in order [cramps/night], NaN where not logged or not meant (nights
        scattered over a journal keep their distance in time). like : the journal's fit, whose clustering is
        taken; else it is estimated from these nights alone. The interval is that of a Poisson count of fewer
        effective nights; where nights say only yes or no, that of their share, which cannot pass 7 a week.
    """
    counts = np.asarray(counts, dtype=float)
    logged = np.isfinite(counts)
    nights, cramps = int(logged.sum()), float(counts[logged].sum())
    if nights == 0:
        return Rate(0, 0.0, None)
    per_night = cramps / nights
    fit = fit_counts(counts) if like is None or not like.modes else like
    if fit.data.yes_no:
        share = interval_of_share(counts, like=fit)
        assert share.low is not None
        assert share.high is not None
        low, high = NIGHTS_A_WEEK * share.low, NIGHTS_A_WEEK * share.high
    else:
        factors = _inflation_of_counts(fit.modes, logged, max(per_night, 0.5 / nights))
        low, high = (
            NIGHTS_A_WEEK
            * gamma_mixture_quantile(fit.weights, cramps / factors + 0.5, nights / factors, chance)
            for chance in ENDS
        )
    return Rate(nights, cramps, NIGHTS_A_WEEK * per_night, 0.0 if cramps == 0 else low, high)


def interval_of_share(counts: npt.ArrayLike, *, like: CountFit) -> Share:
    """The share of nights with a cramp among the known ones of ``counts``, with the 95 % interval of the
    share that they come from: Jeffreys's (Brown, Cai and DasGupta 2001) of as many independent nights as
    these are worth."""
    counts = np.asarray(counts, dtype=float)
    logged = np.isfinite(counts)
    nights, some = int(logged.sum()), int((counts[logged] > 0).sum())
    if nights == 0 or not like.modes:
        return Share(nights, some, None, None, None)
    worth = 1 / _inflation_of_share(like.modes, logged, some / nights)
    low, high = (
        beta_mixture_quantile(like.weights, some * worth + 0.5, (nights - some) * worth + 0.5, chance)
        for chance in ENDS
    )
    return Share(nights, some, some / nights, 0.0 if some == 0 else low, 1.0 if some == nights else high)


def _inflation_of_counts(modes: Sequence[Mode], logged: Bools, per_night: float) -> Floats:
    """By how much each clustering inflates the variance of the sum of these nights' counts, against Poisson.
    [-]

    logged : which of the nights in a row count; per_night : their rate [cramps/night].
    """
    pairs = pairs_by_lag(logged)
    pairs[1:] *= 2
    together = np.array([alike(mode.clustering, len(pairs)) @ pairs for mode in modes])
    return np.asarray(1 + per_night * together / pairs[0])


def _inflation_of_share(modes: Sequence[Mode], logged: Bools, share: float) -> Floats:
    """As ``_inflation_of_counts`` for the share of nights with a cramp, against independent nights: with
    share = 1 - exp(-rate), a change of the log-rate moves it by (1 - share) times the rate. [-]"""
    pairs = pairs_by_lag(logged)
    rate = -np.log(max(1 - share, 1 / (2 * len(logged))))
    moves = (1 - share) * rate
    if share in (0.0, 1.0) or moves == 0:
        return np.ones(len(modes))
    together = np.array([alike(mode.clustering, len(pairs))[1:] @ pairs[1:] for mode in modes])
    return np.asarray(1 + 2 * moves**2 * together / pairs[0] / (share * (1 - share)))
