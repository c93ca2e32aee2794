"""The posterior of one log rate ratio: a mixture over the clustering, with the skewness that few cramps
bring."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.measures.model.latent_fit import Floats, Mode

REACH = 6.0  # standard deviations on each side
POINTS = 81
CAUTION = 0.25  # [cramps]


@dataclass(frozen=True)
class Marginal:
    """A distribution on a grid of log ratios.

    ``below[i]`` is the chance of less than ``values[i]``, ``above[i]`` of more. They are kept apart so that
    small chances stay exact, and they add up to more than 1 where a yes/no column makes both ends cautious.
    """

    values: Floats
    below: Floats
    above: Floats

    def middle(self) -> float:
        """The value with as much chance below as above."""
        return float(np.interp(0.0, self.below - self.above, self.values))

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        tail = (1 - level) / 2
        low = np.interp(tail, self.below, self.values)
        return float(low), float(np.interp(tail, self.above[::-1], self.values[::-1]))

    def reweighted(self, spread: float, mixture: Sequence[tuple[float, float]]) -> tuple[Floats, Floats]:
        """Points and the chance of each, summing to 1, had the prior been a mixture of normals around 0
        (weight and standard deviation of each) in place of one normal with this ``spread``."""
        middles = (self.values[1:] + self.values[:-1]) / 2
        prior = sum(w / s * np.exp(-0.5 * (middles / s) ** 2) for w, s in mixture)
        chance = np.diff(self.below) * prior * np.exp(0.5 * (middles / spread) ** 2)
        return middles, np.asarray(chance / chance.sum())

    def two_sided_p(self) -> float:
        """Twice the smaller of the chances that the ratio is below and above 1."""
        below = float(np.interp(0.0, self.values, self.below))
        above = float(np.interp(0.0, self.values, self.above))
        return min(1.0, 2 * min(below, above))


def marginal(
    modes: Sequence[Mode], weights: Floats, direction: Floats, between_arms: float = 0.0
) -> Marginal:
    """The posterior of ``direction @ beta``, averaged over the clustering.

    between_arms : for a column with two values, the distance between them; 0 for any other. Either end then
        counts ``CAUTION`` cramps in favour of its own side: with no clustering the ends are beta quantiles
        half way between Jeffreys's, by which five cramps against none would pass for a finding, and those
        of the exact Poisson comparison, which covers more than it says.
    """
    parts = [_density(mode, direction) for mode in modes]
    values = np.linspace(min(points[0] for points, _ in parts), max(points[-1] for points, _ in parts), 801)
    below, above = np.zeros(len(values)), np.zeros(len(values))
    for weight, (points, log_density) in zip(weights, parts, strict=True):
        tilt = CAUTION * between_arms * (points - points.mean())
        areas = _areas(points, log_density - tilt)
        below += weight * np.interp(values, points, np.concatenate([[0.0], np.cumsum(areas)]))
        areas = _areas(points, log_density + tilt)
        above += weight * np.interp(values, points, np.concatenate([np.cumsum(areas[::-1])[::-1], [0.0]]))
    return Marginal(values, below, above)


def _areas(points: Floats, log_density: Floats) -> Floats:
    """The chance between neighbouring points, summing to 1."""
    density = np.exp(log_density - log_density.max())
    areas = np.diff(points) * (density[1:] + density[:-1])
    return np.asarray(areas / areas.sum())


def _density(mode: Mode, direction: Floats) -> tuple[Floats, Floats]:
    """Points and log density, up to a constant, of ``direction @ beta`` at one clustering.

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
    active = mode.rates > 0
    rates, along = mode.rates[active], along[active]
    moved = np.minimum(np.outer(steps, along), 50.0)
    grown = np.exp(moved)
    log_density = -0.5 * steps**2 / variance - (grown - 1 - moved - moved**2 / 2) @ rates
    # The level of all nights together is set anew at every point: an arm that is nearly empty needs it.
    total, here = rates.sum(), grown @ rates
    log_density += here - total - total * np.log(here / total)
    bent = (grown @ (rates * along**2) - (grown @ (rates * along)) ** 2 / here) * total / here
    information = bent + max(0.0, 1 / variance - float(rates @ along**2))
    return float(direction @ mode.beta) + steps, log_density + 0.5 * np.log(information)
