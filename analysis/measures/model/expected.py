"""What a fit expects: the rate along a column, and the rate of nights that it has not seen."""

from collections.abc import Mapping

import numpy as np

from analysis.measures.model.count_model import CountFit
from analysis.measures.model.latent_fit import HIGHEST_LOG_RATE, Bools, Floats, Mode
from analysis.measures.model.likelihoods import share_with_some
from analysis.measures.model.mixtures import normal_mixture_quantile
from analysis.measures.model.rates import ENDS, NIGHTS_A_WEEK
from analysis.measures.results import Range


def standardised_curve(
    fit: CountFit, column_values: Mapping[str, Floats], nights: Bools | None = None
) -> tuple[Floats, Floats, Floats]:
    """The mean rate over nights were some columns the same on all of them, the others and the season as
    they were, with its 95 % interval. [cramps/week]

    column_values : for each of the columns, its values along the curve, all of one length.
    nights : those with a likelihood on which the mean is taken; None takes all of them. Returns three
        arrays, one value a place on the curve.
    """
    where = fit.data.logged if nights is None else fit.data.logged & nights
    places = [fit.names.index(name) for name in column_values]
    own = 1 + np.array(places)
    values = (np.column_stack(list(column_values.values())) - fit.centre[places]) / fit.scale[places]
    along = _share_along if fit.data.yes_no else _rate_along
    found = [along(fit, mode, where, own, values) for mode in fit.modes]
    means, errors = np.array([mean for mean, _ in found]), np.array([error for _, error in found])
    low, middle, high = (
        NIGHTS_A_WEEK * np.exp(normal_mixture_quantile(fit.weights, means, errors, chance))
        for chance in (ENDS[0], 0.5, ENDS[1])
    )
    if fit.data.yes_no:
        return middle, low, np.minimum(high, NIGHTS_A_WEEK)
    return middle, low, high


def _rate_along(
    fit: CountFit, mode: Mode, where: Bools, own: Floats, values: Floats
) -> tuple[Floats, Floats]:
    """Log of the mean rate a night at each place, and its standard error."""
    columns, cramps = fit.data.columns[where], max(fit.data.counts[where].sum(), 0.5)
    others = np.exp(columns @ mode.beta - columns[:, own] @ mode.beta[own])
    level = np.log(cramps * others.mean() / np.exp(columns @ mode.beta).sum())
    directions = np.tile(others @ columns / others.sum(), (len(values), 1))
    directions[:, own] = values
    errors = np.sqrt(np.einsum("ij,jk,ik->i", directions, mode.covariance, directions))
    return values @ mode.beta[own] + level, errors


def _share_along(
    fit: CountFit, mode: Mode, where: Bools, own: Floats, values: Floats
) -> tuple[Floats, Floats]:
    """Log of the mean share of nights with a cramp at each place, and its standard error."""
    columns, spread = fit.data.columns[where], mode.spread[where]
    log_rates = np.log(np.maximum(mode.rates[where], 1e-300))
    share = max(fit.data.counts[where].sum(), 0.5) / where.sum()
    as_it_was = share_with_some(log_rates, spread).mean()
    others = log_rates - columns[:, own] @ mode.beta[own]
    means, errors = np.empty(len(values)), np.empty(len(values))
    for place, value in enumerate(values):
        there = others + value @ mode.beta[own]
        shares = share_with_some(there, spread)
        means[place] = np.log(share * shares.mean() / as_it_was)
        rises = np.exp(there) * (1 - shares)
        moved = columns.copy()
        moved[:, own] = value
        direction = rises @ moved / shares.sum()
        errors[place] = np.sqrt(direction @ mode.covariance @ direction)
    return means, errors


def predictive_range(
    fit: CountFit, nights: Bools, rows: Floats | None = None, draws: int = 2000, seed: int = 1
) -> Range:
    """The 95 % range within which the mean rate over ``nights`` would be expected to fall.
    [cramps/week]

    nights : which positions of this fit's own nights are asked for; they should have had no count in
        the fit (NaN).
    rows : their design rows, one a night; None takes those that the fit was given.
    """
    where = np.flatnonzero(nights)
    if not len(where) or not fit.modes:
        return Range(None, None)
    rows = fit.design[where] if rows is None else np.asarray(rows, dtype=float).reshape(len(where), -1)
    columns = fit.data.columns[where].copy()
    columns[:, 0] = 1
    columns[:, 1 : 1 + len(fit.names)] = (rows - fit.centre) / fit.scale
    random = np.random.default_rng(seed)
    shares = random.multinomial(draws, fit.weights)
    totals = []
    for mode, share in zip(fit.modes, shares, strict=True):
        if share:
            log_rates = mode.draw_log_rates(fit.data, where, columns, share, random)
            rates = np.exp(np.minimum(log_rates, HIGHEST_LOG_RATE))
            counts = random.poisson(rates)
            if fit.data.yes_no:
                counts = np.minimum(counts, 1)
            totals.append(counts.sum(axis=1))
    low, high = np.quantile(np.concatenate(totals) * NIGHTS_A_WEEK / len(where), ENDS)
    return Range(float(low), float(high))
