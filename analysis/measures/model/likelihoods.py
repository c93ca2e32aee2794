"""What a night's log-rate makes of its count: Poisson for counted cramps, at least one for yes/no nights.

On a yes/no night nothing is known but whether there was a cramp, with chance 1 - exp(-rate). Both are
log-concave in the log-rate, so that Newton's method finds the one mode.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Middles and weights by which the mean of a function of a normal variable is taken (Gauss and Hermite).
_PLACES = np.array([-np.sqrt(3.0), 0.0, np.sqrt(3.0)])
_SHARES = np.array([1 / 6, 2 / 3, 1 / 6])


def is_yes_no(counts: Floats) -> bool:
    """Whether no known night holds more than one cramp, so that a night says only yes or no."""
    known = counts[np.isfinite(counts)]
    return bool(known.size and np.isin(known, (0.0, 1.0)).all())


def log_likelihood(counts: Floats, log_rates: Floats, rates: Floats, *, yes_no: bool) -> Floats:
    """Of the counts, up to a constant; ``rates`` are 0 where a night is not known. Nights are the last axis
    of all three, and of rates there may be several rows."""
    if not yes_no:
        return np.asarray(log_rates @ counts - rates.sum(axis=-1))
    some = counts > 0
    return np.asarray(log_some(rates[..., some]).sum(axis=-1) - rates[..., ~some].sum(axis=-1))


def score_and_information(counts: Floats, rates: Floats, *, yes_no: bool) -> tuple[Floats, Floats]:
    """First, and second with its sign turned, derivative of each night's log-likelihood by its log-rate."""
    if not yes_no:
        return counts - rates, rates
    score, information = -rates, rates.copy()
    some = counts > 0
    score[..., some], information[..., some] = some_derivatives(rates[..., some])
    return score, information


def log_some(rates: Floats) -> Floats:
    """Log chance of at least one cramp at these rates [cramps/night]."""
    return np.asarray(np.log(-np.expm1(-np.maximum(rates, 1e-300))))


def some_derivatives(rates: Floats) -> tuple[Floats, Floats]:
    """Those of ``log_some`` by the log-rate."""
    rates = np.clip(rates, 1e-12, 500.0)
    score = rates / np.expm1(rates)
    # For small rates the difference of near numbers is all there is: its series is rates / 2.
    information = np.where(rates < 1e-5, rates / 2, score * (rates / -np.expm1(-rates) - 1))
    return score, np.asarray(information)


def share_with_some(log_rates: Floats, spread: Floats) -> Floats:
    """Chance of at least one cramp a night whose log-rate is normal with this variance."""
    root = np.sqrt(spread)
    chances = [-np.expm1(-np.exp(np.minimum(log_rates + place * root, 30.0))) for place in _PLACES]
    return np.asarray(np.tensordot(_SHARES, np.array(chances), axes=1))
