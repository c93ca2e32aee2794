"""How many nights it takes until a fall shows, in closed form: a check on the model's errors. The program
tells what it would take by its own rule (``analysis.measures.what_it_would_take``).
"""

from collections.abc import Sequence

import numpy as np
from scipy.linalg.lapack import dpttrs
from scipy.special import ndtr

from analysis.measures.model.count_model import CountFit
from analysis.measures.model.latent_fit import Clustering, Floats, Mode, precision_of_run
from analysis.measures.model.mixtures import heaviest
from analysis.measures.model.tridiagonal import factorised


def nights_needed(fit: CountFit, fall: float, power: float = 0.8, limit: int = 730) -> int | None:
    """Logged nights on each side for a chance of ``power`` that a fall of this share shows in a journal
    like this.

    fall : 0.3 is a fall of 30 %. Shows: the 95 % interval of after against before, all nights logged,
    excludes 1. None where it takes more than ``limit`` nights, or where nothing is known of the journal's
    clustering.
    """
    if fit.cramps == 0 or not 0 < fall < 1:
        return None
    per_night = fit.cramps / fit.nights
    if chance_to_show(fit.modes, fit.weights, per_night, fall, limit) < power:
        return None
    low, high = 1, limit
    while high - low > 1:
        middle = (low + high) // 2
        if chance_to_show(fit.modes, fit.weights, per_night, fall, middle) < power:
            low = middle
        else:
            high = middle
    return high


def error_of_step(clustering: Clustering, expected: Floats, step: Floats) -> float:
    """Standard error of the log ratio of a step column, at given expected counts [cramps/night]."""
    diagonal, beside = precision_of_run(len(expected), clustering.rho)
    columns = np.column_stack([np.ones(len(expected)), step])
    weighted = expected[:, None] * columns
    pivots, below = factorised(diagonal + clustering.sigma**2 * expected, beside[:-1])
    solved, _ = dpttrs(pivots, below, np.asfortranarray(clustering.sigma * weighted))
    information = columns.T @ weighted - clustering.sigma * weighted.T @ solved
    return float(np.sqrt(np.linalg.inv(information)[1, 1]))


def chance_to_show(
    modes: Sequence[Mode], weights: Floats, per_night: float, fall: float, nights: int
) -> float:
    """The chance that the interval of after against before excludes 1 when the rate falls by a share. [-]

    per_night : the rate before [cramps/night]; nights : logged on each side.
    """
    after = np.repeat([0.0, 1.0], nights)
    expected = per_night * np.where(after == 1, 1 - fall, 1.0)
    kept = heaviest(weights)
    shares = weights[kept] / weights[kept].sum()
    errors = np.array([error_of_step(modes[index].clustering, expected, after) for index in kept])
    overall = np.sqrt(shares @ errors**2)
    return float(shares @ ndtr((-np.log1p(-fall) - 1.96 * overall) / errors))
