"""Rate ratios from clustered nightly counts, with intervals that hold.

``fit_counts(counts, design, names=, day_of_year=, like=) -> CountFit``, whose ``ratio(contrast)`` and
``chances(contrast)`` answer for one column. ``like`` is a fit of the whole journal from which a fit of a
short stretch or of fewer columns takes the clustering and the season; it costs a few milliseconds.

How well the intervals hold is measured in ``tests/calibration.py`` and told in METHODS.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.measures.model.latent_fit import Bools, Data, Floats, Mode
from analysis.measures.model.likelihoods import share_with_some
from analysis.measures.model.marginal import Marginal, Shown, lines_along, marginal, reweighted
from analysis.measures.model.mixtures import heaviest
from analysis.measures.model.priors import (
    DAYS_A_YEAR,
    MOSTLY_SMALL,
)
from analysis.measures.results import NO_CHANCES, NO_RATIO, Chances, RateRatio, SeasonBehind


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

    def ratio(
        self,
        contrast: str | Sequence[float] | Floats,
        *,
        cautious: bool = True,
        nights: Bools | None = None,
    ) -> RateRatio:
        """The rate ratio per unit of a column, or of a weighted sum of columns, with interval and p-value.
        [-]

        Where nights say only yes or no it is the ratio of the shares of nights with a cramp, standardised to
        ``nights`` (all by default): what their mean share would be with the column at its upper against its
        lower value, or at one more against as it was. All None where the journal holds no cramps or the
        column never varies. See ``RateRatio`` for an arm without cramps. cautious : each end of a comparison
        of two sets of nights counts a quarter of a cramp in favour of its side.
        """
        weights = self._weights_of(contrast)
        if not self._can_be_asked(weights):
            return NO_RATIO
        lines = lines_along(self.data, self.modes, self._direction(weights), self._shown(weights, nights))
        between = self._between_arms(weights) if cautious else 0.0
        return self._ratio_of(weights, marginal(lines, self.weights, between))

    def ratio_and_chances(
        self,
        contrast: str | Sequence[float] | Floats,
        *,
        cautious: bool = False,
        nights: Bools | None = None,
        off_by: float = 1.0,
    ) -> tuple[RateRatio, Chances]:
        """The rate ratio, and how likely it is below 1, 3/4 and 1/2 under a prior that holds mostly small
        changes (``MOSTLY_SMALL``). [-]

        The prior is that of two sets of nights. For an amount it is taken for two standard deviations of the
        column, which is what yes against no comes to where both are as frequent (Gelman, Stat Med
        2008;27:2865-2873). off_by : how large errors are on average, of what the interval allows for; 1
        where it holds just as often as it says. [-]
        """
        weights = self._weights_of(contrast)
        if not self._can_be_asked(weights):
            return NO_RATIO, NO_CHANCES
        direction = self._direction(weights)
        lines = lines_along(self.data, self.modes, direction, self._shown(weights, nights))
        between = self._between_arms(weights) if cautious else 0.0
        ratio = self._ratio_of(weights, marginal(lines, self.weights, between))
        own = direction[1 : 1 + len(self.names)]
        spread = float(np.sqrt((own**2 / np.diag(self.data.precision)[1 : 1 + len(self.names)]).sum()))
        step = self._step_of_prior(weights)
        mixture = [(share, step * deviation) for share, deviation in MOSTLY_SMALL]
        return ratio, _chances_of(reweighted(lines, self.weights, spread, mixture, off_by))

    def _step_of_prior(self, weights: Floats) -> float:
        """What one unit of the contrast is of two standard deviations; 1 between two sets of nights. [-]"""
        [*own] = np.flatnonzero(weights)
        if len(own) != 1 or self._between_arms(weights) > 0:
            return 1.0
        return float(np.abs(weights[own[0]]) / (2 * self.scale[own[0]]))

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

    def season_behind(self, contrast: Sequence[float] | Floats, peak: float) -> SeasonBehind:
        """What the log ratio owes to the season expected in the phase with its highest day at ``peak``."""
        direction, angle = self._direction(self._weights_of(contrast)), 2 * np.pi * peak / DAYS_A_YEAR
        phase = np.array([np.cos(angle), np.sin(angle)])
        expected = self.data.precision[-2:, -2:] @ phase
        pulls = np.array([direction @ mode.covariance[:, -2:] @ expected for mode in self.modes])
        sizes = np.array([phase @ mode.beta[-2:] for mode in self.modes])
        spreads = np.array([phase @ mode.covariance[-2:, -2:] @ phase for mode in self.modes])
        size = float(self.weights @ sizes)
        error = np.sqrt(self.weights @ (spreads + (sizes - size) ** 2))
        return SeasonBehind(float(self.weights @ pulls), size, float(error))

    def _shown(self, weights: Floats, nights: Bools | None) -> Shown | None:
        """The log ratio of the shares of nights with a cramp, for nights that say only yes or no."""
        if not self.data.yes_no:
            return None
        compared = (self.design @ weights)[self.data.logged]
        two_arms = np.isclose(self._between_arms(weights), 1.0)
        arm = np.where(compared == compared.max(), 1.0, 0.0) if two_arms else np.zeros(len(compared))
        over = np.ones(len(compared), dtype=bool) if nights is None else nights[self.data.logged]
        if np.count_nonzero(weights) > 1 and two_arms:
            over = over & (compared != 0)

        def shown(mode: Mode, log_rates: Floats, points: Floats) -> Floats:
            spread = mode.spread[self.data.logged][over]
            with_, without = (
                share_with_some(log_rates[:, over] + points[:, None] * (to - arm[over]), spread).mean(axis=1)
                for to in (1.0, 0.0)
            )
            ratios = np.log(np.maximum(with_, 1e-300)) - np.log(np.maximum(without, 1e-300))
            # Where every night would have a cramp the ratio rises no further; it has to, for the grid.
            return np.asarray(np.maximum.accumulate(ratios) + 1e-6 * (points - points[0]))

        return shown

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


def _chances_of(posterior: Marginal) -> Chances:
    low, middle, high = (float(np.exp(posterior.quantile(chance))) for chance in (0.025, 0.5, 0.975))
    fewer, quarter, half = (posterior.less_than(float(np.log(ratio))) for ratio in (1.0, 0.75, 0.5))
    return Chances(fewer, quarter, half, middle, low, high)
