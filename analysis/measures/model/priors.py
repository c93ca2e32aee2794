"""What is taken for likely before a journal is seen: levels, the season, and how large changes are."""

from collections.abc import Mapping, Sequence

import numpy as np

from analysis.measures.model.latent_fit import Floats, Mode

DAYS_A_YEAR = 365.25
# Half of peak to trough over the mean, which is about two thirds in the published curve (PMID 25623650).
SEASON_AMPLITUDE = 1 / 3
# With the published phase: mean and standard deviation in phase, standard deviation across it [log-rate].
SEASON_IN_PHASE = (1 / 6, 1 / 4, 0.15)
# Prior of a ratio by which chances are given: weights and standard deviations of normals around no change. It
# holds mostly small changes; the flat one said 86 % for a halving where 42 were true.
MOSTLY_SMALL = ((0.4, 0.3), (0.4, 0.6), (0.2, 1.2))
# Prior standard deviation of the log-rate, and of the log ratio of a yes/no column that is yes half the time.
WIDE = 5.0


def prior_of_columns(
    level: float, names: Sequence[str], scale: Floats, spreads: Mapping[str, float]
) -> tuple[Floats, Floats]:
    """Mean and variance-free precision [1 / log-rate²] of the level and of each column, in scaled units.

    level : the log-rate around which the level may lie anywhere. spreads : standard deviations of the log
        ratios of some columns, by name, each per unit; the others are nearly free.
    """
    mean = np.concatenate([[level], np.zeros(len(names))])
    precision = np.concatenate([[WIDE**-2], np.full(len(names), (WIDE / 2) ** -2)])
    for name, spread in spreads.items():
        place = list(names).index(name)
        precision[1 + place] = (spread * scale[place]) ** -2
    return mean, precision


def season_of_any_phase() -> tuple[Floats, Floats]:
    """Mean and precision of the season's cosine and sine where nothing is known of its phase."""
    return np.zeros(2), np.eye(2) * SEASON_AMPLITUDE**-2


def season_in_phase(peak: float) -> tuple[Floats, Floats]:
    """Mean and precision of the season's cosine and sine where its phase is expected to be the published
    one."""
    size, along, across = SEASON_IN_PHASE
    angle = 2 * np.pi * peak / DAYS_A_YEAR
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return turn @ [size, 0.0], turn @ np.diag([along**-2, across**-2]) @ turn.T


def season_found(modes: Sequence[Mode], weights: Floats) -> tuple[Floats, Floats]:
    """Mean and precision of the season's two coefficients over all clusterings of a fit."""
    means = np.array([mode.beta[-2:] for mode in modes])
    mean = weights @ means
    away = means - mean
    within = np.einsum("i,ijk->jk", weights, np.array([mode.covariance[-2:, -2:] for mode in modes]))
    return mean, np.linalg.inv(within + (weights[:, None] * away).T @ away)
