"""How many nights it takes until a fall shows."""

from analysis.measures.model.count_model import CountFit
from analysis.measures.model.mixtures import chance_to_show


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
