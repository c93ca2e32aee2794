"""Whether the rates of several groups of nights differ by more than chance, where cramps come in runs."""

from math import factorial

import numpy as np
import numpy.typing as npt
from numpy.polynomial.hermite_e import hermegauss, hermeval

from analysis.measures.model.count_model import CountFit
from analysis.measures.model.latent_fit import Clustering, Floats
from analysis.measures.model.mixtures import alike

Ints = npt.NDArray[np.intp]
_PLACES, _WEIGHTS = hermegauss(40)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()
_STEPS = 50  # of halving the log-rates that are possible
_ORDERS = np.arange(1, 9)  # of the polynomials; beyond them nothing is left
_POLYNOMIALS = np.array([hermeval(_PLACES, np.eye(9)[k]) / np.sqrt(factorial(k)) for k in _ORDERS])


def p_value_of_groups(counts: npt.ArrayLike, groups: Ints, like: CountFit) -> float | None:
    """The chance of differences between groups as large as these, were their rates the same. [-]

    counts : one a calendar night in order [cramps/night], NaN where not logged. groups : the number of each
        night's group, below 0 for none. like : the journal's fit, whose clustering is taken.

    A score test: the cramps of each group against those expected from its nights at the common rate, with
    the covariance that the fit gives to counts so many nights apart; where nights say only yes or no, of
    nights with a cramp. None with fewer than two groups or without a cramp in them.
    """
    from scipy.special import chdtrc

    counts = np.asarray(counts, dtype=float)
    known = np.isfinite(counts) & (groups >= 0)
    names, member = np.unique(groups[known], return_inverse=True)
    if len(names) < 2 or not like.modes or not counts[known].any():
        return None
    of_group = np.zeros((len(counts), len(names)))
    of_group[np.flatnonzero(known), member] = 1.0
    told = counts[known] > 0 if like.data.yes_no else counts[known]
    nights, found = of_group.sum(axis=0), np.bincount(member, weights=told)
    common = found.sum() / nights.sum()
    if like.data.yes_no and common == 1:
        return None
    covariance = _covariance(of_group, nights, common, like)
    share = nights / nights.sum()
    against = np.eye(len(names)) - np.outer(share, np.ones(len(names)))  # the total tells of no difference
    off = (against @ found)[1:]
    spread = (against @ covariance @ against.T)[1:, 1:]
    return float(chdtrc(len(names) - 1, off @ np.linalg.solve(spread, off)))


def _covariance(of_group: Floats, nights: Floats, common: float, like: CountFit) -> Floats:
    """Of the sums of the groups, at the common rate or share of each night."""
    lags = np.arange(len(of_group))
    of_lag = _covariance_of_shares if like.data.yes_no else _covariance_of_counts
    alike, brief = np.zeros(len(lags)), like.briefly()
    for weight, mode in zip(brief.weights, brief.modes, strict=True):
        alike += weight * of_lag(common, mode.clustering.sigma, mode.clustering.rho, lags)
    size = 2 * len(lags)
    around = np.fft.rfft(np.concatenate([alike, [0.0], alike[:0:-1]]))
    beside = np.fft.irfft(around[:, None] * np.fft.rfft(of_group, size, axis=0), size, axis=0)[: len(lags)]
    own = common * (1 - common) - alike[0] if like.data.yes_no else common
    return np.asarray(own * np.diag(nights) + of_group.T @ beside)


def _covariance_of_counts(rate: float, sigma: float, rho: float, lags: Ints) -> Floats:
    """Of the rates of two nights so far apart: log-normal round the common rate. [cramps²/night²]"""
    return np.asarray(rate**2 * alike(Clustering(sigma, rho), len(lags)))


def _covariance_of_shares(share: float, sigma: float, rho: float, lags: Ints) -> Floats:
    """Of the chances of a cramp in two nights so far apart, 1 - exp(-rate) with the rate as in counts, whose
    mean is ``share``: by Hermite polynomials of the latent normal, whose k-th has the correlation to the
    power k (Mehler's formula). [-]"""
    if sigma == 0:
        return np.zeros(len(lags))
    low, high = -40.0, 40.0
    for _ in range(_STEPS):
        level = (low + high) / 2
        chances = _WEIGHTS * -np.expm1(-np.exp(level + sigma * _PLACES))
        low, high = (level, high) if chances.sum() < share else (low, level)
    return np.asarray((_POLYNOMIALS @ chances) ** 2 @ rho ** np.outer(_ORDERS, lags))
