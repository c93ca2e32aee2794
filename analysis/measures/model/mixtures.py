"""What a posterior over a grid of clustering gives together: quantiles and effective nights."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from analysis.measures.model.latent_fit import Bools, Clustering, Floats

SHARE_OF_MODES = 0.995
NEAR_ENOUGH = 1e-12  # of a quantile and of its chance [-]
MOST_STEPS = 60


def heaviest(weights: Floats) -> npt.NDArray[np.intp]:
    """The fewest clusterings that carry nearly all weight, in the order of the grid."""
    order = np.argsort(-weights)
    enough = int(np.searchsorted(np.cumsum(weights[order]), SHARE_OF_MODES)) + 1
    return np.sort(order[:enough])


def pairs_by_lag(logged: Bools) -> Floats:
    """How many pairs of these nights lie so many nights apart, from 0 to all. [pairs]"""
    first, last = np.flatnonzero(logged)[[0, -1]]
    present = logged[first : last + 1].astype(np.float64)
    return np.correlate(present, present, mode="full")[len(present) - 1 :]


def alike(clustering: Clustering, lags: int) -> Floats:
    """The covariance of the rates of two nights 0, 1, ... ``lags`` - 1 nights apart over the square of their
    mean, the rates being log-normal. [-]"""
    return _alike(clustering, 1 << (lags - 1).bit_length())[:lags]


# Powers take longest of all that an interval needs, and each journal asks for those of the same grid: numbers
# of the model alone, nothing of a journal.
@lru_cache(maxsize=512)
def _alike(clustering: Clustering, lags: int) -> Floats:
    found = np.expm1(clustering.sigma**2 * clustering.rho ** np.arange(lags))
    found.flags.writeable = False
    return np.asarray(found)


def normal_mixture_quantile(weights: Floats, means: Floats, errors: Floats, chance: float) -> Floats:
    from scipy.special import ndtr

    low, high = (means - 9 * errors).min(axis=0), (means + 9 * errors).max(axis=0)
    for _ in range(50):
        middle = (low + high) / 2
        below = weights @ ndtr((middle - means) / errors) < chance
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return np.asarray((low + high) / 2)


def gamma_mixture_quantile(weights: Floats, shapes: Floats, nights: Floats, chance: float) -> float:
    from scipy.special import gammainc, gammaincinv

    own = gammaincinv(shapes, chance) / nights
    return _crossing(lambda place: float(weights @ gammainc(shapes, nights * place)), own, chance)


def beta_mixture_quantile(weights: Floats, firsts: Floats, seconds: Floats, chance: float) -> float:
    from scipy.special import betainc, betaincinv

    own = betaincinv(firsts, seconds, chance)
    return _crossing(lambda place: float(weights @ betainc(firsts, seconds, place)), own, chance)


def _crossing(share_below: Callable[[float], float], own: Floats, chance: float) -> float:
    """Where a mixture has ``chance`` below: between the least and the greatest of its parts' own quantiles.

    By false position, the end that stays twice counting half: a seventh of the steps of halving (Dowell and
    Jarratt, BIT 1971;11:168-174).
    """
    low, high = float(own.min()), float(own.max())
    under, over = share_below(low) - chance, share_below(high) - chance
    place, stayed = low, 0
    for _ in range(MOST_STEPS):
        if not (under < 0 < over) or high - low <= NEAR_ENOUGH * high:
            break
        place = (low * over - high * under) / (over - under)
        off = share_below(place) - chance
        if abs(off) <= NEAR_ENOUGH * chance:
            break
        if off < 0:
            low, under, over = place, off, over / 2 if stayed == 1 else over
            stayed = 1
        else:
            high, over, under = place, off, under / 2 if stayed == -1 else under
            stayed = -1
    return place
