"""The posterior of one log rate ratio: a mixture over the clustering, with the skewness that few cramps
bring."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.measures.model.latent_fit import Data, Floats, Mode
from analysis.measures.model.likelihoods import log_some, some_derivatives

REACH = 6.0  # standard deviations on each side
NINE = 9
POINTS = NINE**2
MOST_MOVED = 50.0  # of a log-rate along a line: beyond it nothing is likely, and larger ones overflow [-]
CAUTION = 0.25  # [cramps]
LEVEL_STEPS = 4


# What is shown at places along the line: from a mode and log-rates of its nights (places × nights) with the
# log ratio at each place to a rising log ratio. None shows the log ratio of the rates itself.
Shown = Callable[[Mode, Floats, Floats], Floats]


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

    def quantile(self, chance: float) -> float:
        return float(np.interp(chance, self.below, self.values))

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        tail = (1 - level) / 2
        return self.quantile(tail), float(np.interp(tail, self.above[::-1], self.values[::-1]))

    def less_than(self, value: float) -> float:
        """The chance of less than this log ratio. [-]"""
        return float(np.interp(value, self.values, self.below))

    def two_sided_p(self) -> float:
        """Twice the smaller of the chances that the ratio is below and above 1."""
        above = float(np.interp(0.0, self.values, self.above))
        return min(1.0, 2 * min(self.less_than(0.0), above))


@dataclass(frozen=True)
class Line:
    """One clustering's density along the line: log ratios of the rates, what is shown of each, log density
    up to a constant."""

    points: Floats
    shown: Floats
    log_density: Floats


def lines_along(
    data: Data, modes: Sequence[Mode], direction: Floats, shown: Shown | None = None
) -> list[Line]:
    """The density of ``direction @ beta`` at each clustering."""
    return [_line(data, mode, direction, shown) for mode in modes]


def marginal(lines: Sequence[Line], weights: Floats, between_arms: float = 0.0) -> Marginal:
    """The posterior of what the lines show, averaged over the clustering.

    between_arms : for a column with two values, the distance between them; 0 for any other. Either end then
        counts ``CAUTION`` cramps in favour of its own side: with no clustering the ends are beta quantiles
        half way between Jeffreys's, by which five cramps against none would pass for a finding, and those
        of the exact Poisson comparison, which covers more than it says.
    """
    tilts = [CAUTION * between_arms * (line.points - line.points.mean()) for line in lines]
    below, above = (
        [
            weight * _areas(line.points, line.log_density + side * tilt)
            for weight, line, tilt in zip(weights, lines, tilts, strict=True)
        ]
        for side in (-1, 1)
    )
    return _mixed(lines, below, above)


def reweighted(
    lines: Sequence[Line],
    weights: Floats,
    spread: float,
    mixture: Sequence[tuple[float, float]],
    off_by: float = 1.0,
) -> Marginal:
    """As ``marginal``, had the prior of what is shown been a mixture of normals around no change (weight and
    standard deviation of each) in place of one normal with this ``spread`` on the log ratio of the rates.

    off_by : the error of the log ratio that is counted on, of the one that the lines have. [-]
    """
    areas = []
    for weight, line in zip(weights, lines, strict=True):
        points, places = ((ends[1:] + ends[:-1]) / 2 for ends in (line.points, line.shown))
        prior = sum(w / s * np.exp(-0.5 * (places / s) ** 2) for w, s in mixture)
        prior = prior * np.diff(line.shown) / np.diff(line.points) * np.exp(0.5 * (points / spread) ** 2)
        areas.append(weight * _areas(line.points, line.log_density / off_by**2) * prior)
    total = sum(float(area.sum()) for area in areas)
    areas = [area / total for area in areas]
    return _mixed(lines, areas, areas)


def _mixed(lines: Sequence[Line], below: Sequence[Floats], above: Sequence[Floats]) -> Marginal:
    """The mixture of lines on one grid; their areas, with their weights in them, add up to 1."""
    values = np.linspace(min(line.shown[0] for line in lines), max(line.shown[-1] for line in lines), 801)
    chances = np.zeros((2, len(values)))
    for line, under, over in zip(lines, below, above, strict=True):
        chances[0] += np.interp(values, line.shown, np.concatenate([[0.0], np.cumsum(under)]))
        chances[1] += np.interp(values, line.shown, np.concatenate([np.cumsum(over[::-1])[::-1], [0.0]]))
    return Marginal(values, chances[0], chances[1])


def _areas(points: Floats, log_density: Floats) -> Floats:
    """The chance between neighbouring points, summing to 1."""
    density = np.exp(log_density - log_density.max())
    areas = np.diff(points) * (density[1:] + density[:-1])
    return np.asarray(areas / areas.sum())


def _line(data: Data, mode: Mode, direction: Floats, shown: Shown | None) -> Line:
    """Points and log density, up to a constant, of ``direction @ beta`` at one clustering.

    The joint density is followed exactly along the line on which everything else takes its conditional mean
    (as in Rue, Martino and Chopin, J R Stat Soc B 2009;71:319-392, section 3.2.3, without their change of the
    determinant, which made the intervals of exposures cover less). The factor of the root of the information
    is Jeffreys's: with two arms and no clustering the result is the beta distribution with half a cramp added
    to each arm, which has a finite end on the open side where an arm holds none.
    """
    pull = mode.covariance @ direction
    variance = float(direction @ pull)
    active = data.logged
    along = (mode.slopes @ pull)[active] / variance
    steps = np.sqrt(variance) * np.linspace(-REACH, REACH, POINTS)
    of_likelihood = _yes_no_along if data.yes_no else _counts_along
    log_density, bent, level = of_likelihood(mode, data, steps, along)
    information = bent + max(0.0, 1 / variance - float(mode.information[active] @ along**2))
    log_density += 0.5 * np.log(information) - 0.5 * steps**2 / variance
    points = float(direction @ mode.beta) + steps
    if shown is None:
        return Line(points, points, log_density)
    places = np.arange(0, POINTS, 5)
    log_rates = np.log(mode.rates[active]) + _moved(steps[places], along) + level[places, None]
    told = np.interp(points, points[places], shown(mode, log_rates, points[places]))
    return Line(points, told, log_density)


def _moved(steps: Floats, along: Floats) -> Floats:
    """By how much each night's log-rate has moved at each step (steps × nights)."""
    return np.minimum(np.outer(steps, along), MOST_MOVED)


def _counts_along(mode: Mode, data: Data, steps: Floats, along: Floats) -> tuple[Floats, Floats, Floats]:
    """What counted cramps add to the log density beyond its quadratic, their information along the line, and
    the level of all nights together, which is set anew at every point: an arm that is nearly empty needs
    it."""
    rates = mode.rates[data.logged]
    powers = np.column_stack([rates, rates * along, rates * along**2])
    total, slope, curve = powers.sum(axis=0)
    # Every step is one of every ninth and one of the first nine, and the exponential of their sum a product:
    # the sums over nights are products of small matrices. Else most time would go into exponentials.
    coarse, fine = np.exp(_moved(steps[::NINE], along)), np.exp(_moved(steps[:NINE] - steps[0], along))
    here, first, second = ((coarse * power @ fine.T).ravel() for power in powers.T)
    level = -np.log(here / total)
    added = slope * steps + curve * steps**2 / 2 + total * level
    bent = (second - first**2 / here) * total / here
    return added, bent, level


def _yes_no_along(mode: Mode, data: Data, steps: Floats, along: Floats) -> tuple[Floats, Floats, Floats]:
    """As ``_counts_along``, for nights that say only whether there was a cramp."""
    moved = _moved(steps, along)
    rates, some = mode.rates[data.logged], data.counts[data.logged] > 0
    known = mode.information[data.logged]
    score, _ = some_derivatives(rates[some])
    free, full = rates[~some] * np.exp(moved[:, ~some]), rates[some] * np.exp(moved[:, some])
    linear = moved[:, some] @ score - moved[:, ~some] @ rates[~some]
    added = moved**2 @ known / 2 - linear - log_some(rates[some]).sum() + rates[~some].sum()
    level = np.zeros(len(moved))
    for _ in range(LEVEL_STEPS):
        risen = np.exp(level)[:, None]
        scores, information = some_derivatives(full * risen)
        none = (free * risen).sum(axis=1)
        level += np.clip((scores.sum(axis=1) - none) / (information.sum(axis=1) + none), -1.0, 1.0)
    free, full = free * np.exp(level)[:, None], full * np.exp(level)[:, None]
    added += log_some(full).sum(axis=1) - free.sum(axis=1)
    _, information = some_derivatives(full)
    first = information @ along[some] + free @ along[~some]
    bent = information @ along[some] ** 2 + free @ along[~some] ** 2
    return added, bent - first**2 / (information.sum(axis=1) + free.sum(axis=1)), level
