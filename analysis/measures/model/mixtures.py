"""What a posterior over a grid of clustering gives together: quantiles and effective nights."""

import numpy as np
import numpy.typing as npt
from scipy.special import betainc, gammainc, gammaincinv, ndtr

from analysis.measures.model.latent_fit import Bools, Floats

SHARE_OF_MODES = 0.995
ENOUGH_OF_A_RATE = 1e-10  # of the log-rate, at which the search for a quantile stops


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


def normal_mixture_quantile(weights: Floats, means: Floats, errors: Floats, chance: float) -> Floats:
    low, high = (means - 9 * errors).min(axis=0), (means + 9 * errors).max(axis=0)
    for _ in range(50):
        middle = (low + high) / 2
        below = weights @ ndtr((middle - means) / errors) < chance
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return np.asarray((low + high) / 2)


def gamma_mixture_quantile(weights: Floats, shapes: Floats, nights: Floats, chance: float) -> float:
    each = np.log(gammaincinv(shapes, chance) / nights)  # that of the mixture lies between these
    low, high = float(each.min()), float(each.max())
    while high - low > ENOUGH_OF_A_RATE:
        middle = (low + high) / 2
        if weights @ gammainc(shapes, nights * np.exp(middle)) < chance:
            low = middle
        else:
            high = middle
    return float(np.exp((low + high) / 2))


def beta_mixture_quantile(weights: Floats, firsts: Floats, seconds: Floats, chance: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        if weights @ betainc(firsts, seconds, middle) < chance:
            low = middle
        else:
            high = middle
    return (low + high) / 2
