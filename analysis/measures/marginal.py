"""The posterior of one log rate ratio: a mixture over the clustering, with the skewness that few cramps
bring."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.measures.latent_fit import Floats, Mode

REACH = 6.0  # standard deviations on each side
POINTS = 81


@dataclass(frozen=True)
class Marginal:
    """A distribution on a grid of log ratios. ``below[i]`` is the chance of less than ``values[i]``,
    ``above[i]`` of more (kept apart so that small chances stay exact)."""

    values: Floats
    below: Floats
    above: Floats

    def quantile(self, chance: float) -> float:
        return float(np.interp(chance, self.below, self.values))

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        tail = (1 - level) / 2
        return self.quantile(tail), float(np.interp(tail, self.above[::-1], self.values[::-1]))

    def two_sided_p(self) -> float:
        """Twice the smaller of the chances that the ratio is below and above 1."""
        below = float(np.interp(0.0, self.values, self.below))
        above = float(np.interp(0.0, self.values, self.above))
        return min(1.0, 2 * min(below, above))


def marginal(modes: Sequence[Mode], weights: Floats, direction: Floats) -> Marginal:
    """The posterior of ``direction @ beta``, averaged over the clustering."""
    parts = [_density(mode, direction) for mode in modes]
    values = np.linspace(min(points[0] for points, _ in parts), max(points[-1] for points, _ in parts), 801)
    below, above = np.zeros(len(values)), np.zeros(len(values))
    for weight, (points, density) in zip(weights, parts, strict=True):
        areas = np.diff(points) * (density[1:] + density[:-1]) / 2
        total = areas.sum()
        below += weight * np.interp(values, points, np.concatenate([[0.0], np.cumsum(areas)]) / total)
        above += weight * np.interp(
            values, points, np.concatenate([np.cumsum(areas[::-1])[::-1], [0.0]]) / total
        )
    return Marginal(values, below, above)


def _density(mode: Mode, direction: Floats) -> tuple[Floats, Floats]:
    """Points and unscaled density of ``direction @ beta`` at one clustering.

    The joint density is followed exactly along the line on which everything else takes its conditional mean
    (as in Rue, Martino and Chopin, J R Stat Soc B 2009;71:319-392, section 3.2.3, without their change of the
    determinant, which made the intervals of exposures cover less). The factor of the root of the information
    is Jeffreys's: with two arms and no clustering the result is the beta distribution with half a cramp added
    to each arm, which has a finite end on the open side where an arm holds none.
    """
    pull = mode.covariance @ direction
    variance = float(direction @ pull)
    along = mode.slopes @ pull / variance
    steps = np.sqrt(variance) * np.linspace(-REACH, REACH, POINTS)
    active = (mode.rates > 0) & (along != 0)
    rates, along = mode.rates[active], along[active]
    moved = np.minimum(np.outer(steps, along), 50.0)
    grown = np.exp(moved)
    log_density = -0.5 * steps**2 / variance - (grown - 1 - moved - moved**2 / 2) @ rates
    information = grown @ (rates * along**2) + max(0.0, 1 / variance - float(rates @ along**2))
    log_density += 0.5 * np.log(information)
    return float(direction @ mode.beta) + steps, np.exp(log_density - log_density.max())
