"""Rate ratios from clustered nightly counts, with intervals that hold.

The doors of this module:

- ``fit_counts(counts, design, names=, day_of_year=, like=) -> CountFit``. ``like``: a fit of the whole
  journal from which a fit of a short stretch or of fewer columns takes the clustering and the season; it
  costs a few milliseconds.
- ``CountFit.ratio(contrast)``, ``.standardised_curve(columns)``, ``.rate()``, ``.predictive(nights)``,
  ``.sigma``, ``.rho``
- ``interval_of_rate(counts, like=)``: the rate of a stretch of nights, or of scattered nights, with its
  interval
- ``nights_needed(fit, fall)``; and from ``textbook``: ``benjamini_hochberg``

How well the intervals hold is measured in ``tests/calibration.py`` and told in METHODS.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from analysis.measures.model.latent_fit import Bools, Data, Floats, Mode, fit_grid, refit
from analysis.measures.model.marginal import Marginal, marginal
from analysis.measures.model.mixtures import (
    chance_to_show,
    gamma_mixture_quantile,
    heaviest,
    inflation,
    normal_mixture_quantile,
)
from analysis.measures.results import NO_CHANCES, Chances, Range, Rate, RateRatio
from analysis.measures.textbook import benjamini_hochberg

__all__ = [
    "CountFit",
    "benjamini_hochberg",
    "fit_counts",
    "interval_of_rate",
    "nights_needed",
]

NIGHTS_A_WEEK = 7
DAYS_A_YEAR = 365.25
# Half of peak to trough over the mean, which is about two thirds in the published curve (PMID 25623650).
SEASON_AMPLITUDE = 1 / 3
# With the published phase: mean and standard deviation in phase, standard deviation across it [log-rate].
SEASON_IN_PHASE = (1 / 6, 1 / 4, 0.15)
# Prior of a change's log ratio by which chances are given: weights and standard deviations of normals around
# no change. It holds mostly small changes; the flat one said 86 % for a halving where 42 were true.
MOSTLY_SMALL = ((0.4, 0.3), (0.4, 0.6), (0.2, 1.2))
# Prior standard deviation of the log-rate, and of the log ratio of a yes/no column that is yes half the time.
WIDE = 5.0


@dataclass(frozen=True)
class CountFit:
    """Nightly counts on the columns of a design, integrated over how strongly cramps come in runs.

    ``names``: the design's columns. ``nights``, ``cramps``: those with a likelihood (logged, and the design
    known). ``sigma``, ``rho``: posterior means of the latent log-rate's standard deviation and of its
    correlation from one night to the next [-]. ``modes`` with ``weights`` are the posterior over the grid
    of clustering.
    """

    names: tuple[str, ...]
    nights: int
    cramps: float
    data: Data
    design: Floats
    scale: Floats
    centre: Floats
    seasonal: bool
    modes: tuple[Mode, ...]
    weights: Floats

    @property
    def sigma(self) -> float:
        return float(sum(w * mode.clustering.sigma for w, mode in zip(self.weights, self.modes, strict=True)))

    @property
    def rho(self) -> float:
        return float(sum(w * mode.clustering.rho for w, mode in zip(self.weights, self.modes, strict=True)))

    def briefly(self) -> "CountFit":
        """The same fit with its heaviest modes only, for many ratios from it."""
        kept = heaviest(self.weights)
        weights = self.weights[kept] / self.weights[kept].sum()
        return replace(self, modes=tuple(self.modes[place] for place in kept), weights=weights)

    def ratio(self, contrast: str | Sequence[float] | Floats, *, cautious: bool = True) -> RateRatio:
        """The rate ratio per unit of a column, or of a weighted sum of columns, with interval and p-value.
        [-]

        All None where the journal holds no cramps or the column never varies. See ``RateRatio`` for an arm
        without cramps. cautious : each end of a comparison of two sets of nights counts a quarter of a cramp
        in favour of its side.
        """
        weights = self._weights_of(contrast)
        if not self._can_be_asked(weights):
            return RateRatio(None, None, None, None)
        between = self._between_arms(weights) if cautious else 0.0
        return self._ratio_of(weights, marginal(self.modes, self.weights, self._direction(weights), between))

    def ratio_and_chances(
        self, contrast: Sequence[float] | Floats, *, cautious: bool = False
    ) -> tuple[RateRatio, Chances]:
        """The rate ratio, and how likely a fall is, under a prior that holds mostly small changes
        (``MOSTLY_SMALL``). [-]"""
        weights = self._weights_of(contrast)
        if not self._can_be_asked(weights):
            return RateRatio(None, None, None, None), NO_CHANCES
        posterior = marginal(self.modes, self.weights, self._direction(weights))
        ratio = self.ratio(weights) if cautious else self._ratio_of(weights, posterior)
        return ratio, self._chances_of(weights, posterior)

    def _can_be_asked(self, weights: Floats) -> bool:
        return self.cramps > 0 and bool(np.any(weights[self._varying()]))

    def _ratio_of(self, weights: Floats, posterior: Marginal) -> RateRatio:
        low, high = np.exp(posterior.interval())
        p_value = posterior.two_sided_p()
        match self._arm_without_cramps(weights):
            case "reference":
                return RateRatio(None, float(low), None, p_value)
            case "other":
                return RateRatio(0.0, 0.0, float(high), p_value)
        return RateRatio(float(np.exp(posterior.middle())), float(low), float(high), p_value)

    def _chances_of(self, weights: Floats, posterior: Marginal) -> Chances:
        own = self._direction(weights)[1 : 1 + len(self.names)]
        precision = np.diag(self.data.precision)[1 : 1 + len(self.names)]
        spread = float(np.sqrt((own**2 / precision).sum()))
        middles, chance = posterior.reweighted(spread, MOSTLY_SMALL)
        below = np.cumsum(chance) - chance / 2

        def less_than(ratio: float) -> float:
            return float(np.interp(np.log(ratio), middles, below, left=0.0, right=1.0))

        low, middle, high = np.exp(np.interp([0.025, 0.5, 0.975], below, middles))
        return Chances(
            less_than(1.0), less_than(0.75), less_than(0.5), float(middle), float(low), float(high)
        )

    def standardised_curve(
        self, column_values: Mapping[str, Floats], nights: Bools | None = None
    ) -> tuple[Floats, Floats, Floats]:
        """The mean rate over nights were some columns the same on all of them, the others and the season as
        they were, with its 95 % interval. [cramps/week]

        column_values : for each of the columns, its values along the curve, all of one length.
        nights : those with a likelihood on which the mean is taken; None takes all of them. Returns three
            arrays, one value a place on the curve.
        """
        where = self.data.logged if nights is None else self.data.logged & nights
        columns, cramps = self.data.columns[where], max(self.data.counts[where].sum(), 0.5)
        places = [self.names.index(name) for name in column_values]
        own = 1 + np.array(places)
        values = (np.column_stack(list(column_values.values())) - self.centre[places]) / self.scale[places]
        means, errors = [], []
        for mode in self.modes:
            others = np.exp(columns @ mode.beta - columns[:, own] @ mode.beta[own])
            level = np.log(cramps * others.mean() / np.exp(columns @ mode.beta).sum())
            directions = np.tile(others @ columns / others.sum(), (len(values), 1))
            directions[:, own] = values
            means.append(values @ mode.beta[own] + level)
            errors.append(np.sqrt(np.einsum("ij,jk,ik->i", directions, mode.covariance, directions)))
        low, middle, high = (
            NIGHTS_A_WEEK
            * np.exp(normal_mixture_quantile(self.weights, np.array(means), np.array(errors), chance))
            for chance in (0.025, 0.5, 0.975)
        )
        return middle, low, high

    def rate(self) -> Range:
        """95 % interval of the rate that these nights come from. [cramps/week]"""
        rate = interval_of_rate(np.where(self.data.logged, self.data.counts, np.nan), like=self)
        return Range(rate.low, rate.high)

    def predictive(
        self, nights: Bools, rows: Floats | None = None, draws: int = 2000, seed: int = 1
    ) -> Range:
        """The 95 % range within which the mean rate over ``nights`` would be expected to fall.
        [cramps/week]

        nights : which positions of this fit's own nights are asked for; they should have had no count in
            the fit (NaN).
        rows : their design rows, one a night; None takes those that the fit was given.
        """
        where = np.flatnonzero(nights)
        if not len(where) or not self.modes:
            return Range(None, None)
        rows = self.design[where] if rows is None else np.asarray(rows, dtype=float).reshape(len(where), -1)
        columns = self.data.columns[where].copy()
        columns[:, 0] = 1
        columns[:, 1 : 1 + len(self.names)] = (rows - self.centre) / self.scale
        random = np.random.default_rng(seed)
        shares = random.multinomial(draws, self.weights)
        totals = [
            random.poisson(
                np.exp(np.minimum(mode.draw_log_rates(self.data, where, columns, share, random), 12))
            ).sum(axis=1)
            for mode, share in zip(self.modes, shares, strict=True)
            if share
        ]
        low, high = np.quantile(np.concatenate(totals) * NIGHTS_A_WEEK / len(where), [0.025, 0.975])
        return Range(float(low), float(high))

    def _weights_of(self, contrast: str | Sequence[float] | Floats) -> Floats:
        if isinstance(contrast, str):
            if contrast not in self.names:
                raise ValueError(
                    f"no column {contrast!r} in this fit; its columns are {', '.join(self.names)}"
                )
            return np.asarray(np.array(self.names) == contrast, dtype=float)
        weights = np.asarray(contrast, dtype=float)
        if weights.shape != (len(self.names),):
            raise ValueError(f"a contrast needs {len(self.names)} weights, not the shape {weights.shape}")
        return weights

    def _direction(self, weights: Floats) -> Floats:
        direction = np.zeros(self.data.columns.shape[1])
        direction[1 : 1 + len(self.names)] = weights / self.scale
        return direction

    def _varying(self) -> Bools:
        known = self.data.columns[self.data.logged, 1 : 1 + len(self.names)]
        return np.asarray(np.ptp(known, axis=0) > 0) if len(known) else np.zeros(len(self.names), dtype=bool)

    def _between_arms(self, weights: Floats) -> float:
        """The distance between the two arms where the contrast is one column with two values, or one yes/no
        column against another that is never yes on the same night; else 0."""
        own = np.flatnonzero(weights)
        if len(own) == 2 and weights.sum() == 0:
            columns = self.design[self.data.logged][:, own]
            apart = np.isin(columns, (0.0, 1.0)).all() and not columns.all(axis=1).any()
            return float(np.abs(weights).max()) if apart else 0.0
        if len(own) != 1:
            return 0.0
        compared = np.unique(self.design[self.data.logged] @ weights)
        return float(compared[-1] - compared[0]) if len(compared) == 2 else 0.0

    def _arm_without_cramps(self, weights: Floats) -> str | None:
        """Where every cramp lies at one end of what is compared, the other arm has none."""
        if np.count_nonzero(weights) != 1:
            return None
        compared = self.design[self.data.logged] @ weights
        with_cramps = compared[self.data.counts[self.data.logged] > 0]
        if np.all(with_cramps == compared.min()):
            return "other"
        return "reference" if np.all(with_cramps == compared.max()) else None


def fit_counts(
    counts: npt.ArrayLike,
    design: npt.ArrayLike | None = None,
    *,
    names: Sequence[str] = (),
    day_of_year: npt.ArrayLike | None = None,
    like: CountFit | None = None,
    peak: float | None = None,
    spreads: Mapping[str, float] | None = None,
    sigma_spread: float | None = None,
) -> CountFit:
    """Fit the rate of cramps on a design.

    counts : one a calendar night in order [cramps/night], NaN where not logged. Nights may not be left out:
        their place in time is what the model of runs rests on.
    design : nights × columns, without an intercept. A row with a NaN has no likelihood, as an unlogged
        night has none.
    names : one a column; needed for ``ratio`` by name.
    day_of_year : 1 to 366, one a night. Given: a yearly harmonic is in the model, under a prior as wide as
        the published season (PMID 25623650).
    like : take the clustering, and where ``day_of_year`` is given the season, from this fit instead of
        estimating them: for a short stretch of the same journal, or for single columns of it.
    peak : day of the year on which the published season is highest. Given: the season is expected in its
        phase, at half its size (``SEASON_IN_PHASE``); None: any phase. [days]
    spreads : prior standard deviations of the log ratios of some columns, by name, each per unit. [-]
    sigma_spread : of the half-normal prior of the runs' size; None for a flat one. [-]
    """
    counts = np.asarray(counts, dtype=float)
    columns = np.empty((len(counts), 0)) if design is None else np.asarray(design, dtype=float)
    if columns.ndim == 1:
        columns = columns[:, None]
    if len(columns) != len(counts):
        raise ValueError(f"the design has {len(columns)} rows for {len(counts)} nights")
    names = tuple(names) or tuple(f"column {number + 1}" for number in range(columns.shape[1]))
    if len(names) != columns.shape[1]:
        raise ValueError(f"{len(names)} names for {columns.shape[1]} columns")
    logged = np.isfinite(counts) & np.isfinite(columns).all(axis=1)
    used = columns[logged]
    centre = used.mean(axis=0) if len(used) else np.zeros(columns.shape[1])
    scale = used.std(axis=0) if len(used) else np.ones(columns.shape[1])
    scale = np.where(scale > 1e-12 * np.maximum(1.0, np.abs(centre)), scale, 1.0)
    cramps = float(counts[logged].sum())
    parts = [np.ones((len(counts), 1)), np.where(np.isfinite(columns), (columns - centre) / scale, 0.0)]
    prior_mean = [np.array([np.log((cramps + 0.5) / max(1, logged.sum()))]), np.zeros(len(names))]
    prior_precision = [np.array([WIDE**-2]), np.full(len(names), (WIDE / 2) ** -2)]
    if day_of_year is not None:
        angle = 2 * np.pi * np.asarray(day_of_year, dtype=float) / DAYS_A_YEAR
        parts.append(np.column_stack([np.cos(angle), np.sin(angle)]))
        prior_mean.append(np.zeros(2))
        prior_precision.append(np.full(2, SEASON_AMPLITUDE**-2))
    mean, precision = np.concatenate(prior_mean), np.diag(np.concatenate(prior_precision))
    for name, spread in (spreads or {}).items():
        place = names.index(name)
        precision[1 + place, 1 + place] = (spread * scale[place]) ** -2
    if peak is not None and day_of_year is not None:
        mean[-2:], precision[-2:, -2:] = _season_in_phase(peak)
    if like is not None and like.seasonal and day_of_year is not None:
        mean[-2:], precision[-2:, -2:] = _season_of(like)
    data = Data(
        counts=np.where(logged, counts, 0.0),
        columns=np.concatenate(parts, axis=1),
        logged=logged,
        mean=mean,
        precision=precision,
    )
    modes: list[Mode] = []
    weights = np.empty(0)
    if logged.any():
        if like is not None and like.modes:
            kept = heaviest(like.weights)
            weights = like.weights[kept] / like.weights[kept].sum()
            modes = refit(data, [like.modes[index].clustering for index in kept])
        else:
            modes, weights = fit_grid(data, sigma_spread)
    return CountFit(
        names=names,
        nights=int(logged.sum()),
        cramps=cramps,
        data=data,
        design=columns,
        scale=scale,
        centre=centre,
        seasonal=day_of_year is not None,
        modes=tuple(modes),
        weights=weights,
    )


def interval_of_rate(counts: npt.ArrayLike, *, like: CountFit | None = None) -> Rate:
    """The rate over the logged nights among ``counts``, with the 95 % interval of the rate that they come
    from.

    counts : one a calendar night in order [cramps/night], NaN where not logged or not meant (nights
        scattered over a journal keep their distance in time). like : the journal's fit, whose clustering is
        taken; else it is estimated
        from these nights alone. Nights that resemble their neighbours tell less than their number: the
        interval is that of a Poisson count of fewer effective nights, averaged over the posterior of the
        clustering.
    """
    counts = np.asarray(counts, dtype=float)
    logged = np.isfinite(counts)
    nights, cramps = int(logged.sum()), float(counts[logged].sum())
    if nights == 0:
        return Rate(0, 0.0, None)
    per_night = cramps / nights
    fit = fit_counts(counts) if like is None or not like.modes else like
    factors = inflation(fit.modes, logged, max(per_night, 0.5 / nights))
    low, high = (
        NIGHTS_A_WEEK * gamma_mixture_quantile(fit.weights, cramps / factors + 0.5, nights / factors, chance)
        for chance in (0.025, 0.975)
    )
    return Rate(nights, cramps, NIGHTS_A_WEEK * per_night, 0.0 if cramps == 0 else low, high)


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


def _season_in_phase(peak: float) -> tuple[Floats, Floats]:
    """Mean and precision of the season's cosine and sine where its phase is expected to be the published
    one."""
    size, along, across = SEASON_IN_PHASE
    angle = 2 * np.pi * peak / DAYS_A_YEAR
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return turn @ [size, 0.0], turn @ np.diag([along**-2, across**-2]) @ turn.T


def _season_of(fit: CountFit) -> tuple[Floats, Floats]:
    """Mean and precision of the season's two coefficients over all clusterings of a fit."""
    means = np.array([mode.beta[-2:] for mode in fit.modes])
    mean = fit.weights @ means
    away = means - mean
    within = np.einsum("i,ijk->jk", fit.weights, np.array([mode.covariance[-2:, -2:] for mode in fit.modes]))
    return mean, np.linalg.inv(within + (fit.weights[:, None] * away).T @ away)
