"""A rival that a careful statistician would use: a generalised linear autoregressive moving average (GLARMA).

Davis, Dunsmuir and Streett (Biometrika 2003;90:777-790), as in R's ``glarma`` (Dunsmuir and Scott, J Stat
Softw 2015;67:7), with negative binomial nights, within statsmodels' frame for likelihoods.
"""

import warnings
from itertools import product

import numpy as np
import numpy.typing as npt
from scipy.special import expit, gammaln
from scipy.stats import norm
from statsmodels.base.model import GenericLikelihoodModel

from analysis.measures.results import NO_RATIO, RateRatio
from tests.rivals import Floats

STEP = 1e-4  # of numerical derivatives
HIGHEST = 5.0  # log-rate of a night


class Glarma(GenericLikelihoodModel):
    """Nightly counts with log-rates x'β + Z, where Z = φ Z' + θ e' and e' is the Pearson residual of the
    night before, 0 where that was not logged.

    Parameters: those of the design's columns, then atanh φ, logit θ, and the log of the spread α; the
    variance is μ + α μ². θ is from 0 to 1: with fewer cramps after many the recursion of so few a night is
    chaotic, and its likelihood has no top.
    """

    def logs(self, params: Floats) -> Floats:
        """The log-likelihood of each row of parameters, all in one pass through the nights. [-]"""
        beta, (memory, echo, spread) = params[:, :-3], params[:, -3:].T
        phi, theta, alpha = np.tanh(memory), expit(echo), np.exp(np.clip(spread, -12, 4))
        size = 1 / alpha
        base = beta @ self.exog.T
        counts, logged = self.endog, np.isfinite(self.endog)
        state, rates = np.zeros(len(params)), np.zeros_like(base)
        for night, count in enumerate(counts):
            rate = np.exp(np.clip(base[:, night] + state, -HIGHEST * 3, HIGHEST))
            rates[:, night] = rate
            state = phi * state
            if logged[night]:
                state = state + theta * (count - rate) / np.sqrt(rate + alpha * rate**2)
        y, mean, n = counts[logged], rates[:, logged], size[:, None]
        told = gammaln(y + n) - gammaln(n) - gammaln(y + 1)
        told += n * np.log(n / (n + mean)) + y * np.log(mean / (n + mean))
        return np.asarray(told.sum(axis=1))

    def loglike(self, params: Floats) -> float:
        return float(self.logs(np.asarray(params)[None, :])[0])

    def score(self, params: Floats) -> Floats:
        moves = STEP * np.eye(len(params))
        there, back = np.split(self.logs(np.concatenate([params + moves, params - moves])), 2)
        return np.asarray((there - back) / (2 * STEP))

    def hessian(self, params: Floats) -> Floats:
        number, moves = len(params), 10 * STEP * np.eye(len(params))
        corners = [
            params + one * moves[a] + other * moves[b]
            for a, b in product(range(number), repeat=2)
            for one, other in ((1, 1), (1, -1), (-1, 1), (-1, -1))
        ]
        values = self.logs(np.array(corners)).reshape(number, number, 4)
        return np.asarray((values @ np.array([1.0, -1.0, -1.0, 1.0])) / (2 * 10 * STEP) ** 2)


def glarma(counts: Floats, after: npt.NDArray[np.bool_]) -> RateRatio:
    """Nights after against nights before, by the observed information; no ratio where it does not settle or
    an arm holds no cramps."""
    rates = [float(np.nanmean(counts[after == arm])) for arm in (False, True)]
    if min(rates) == 0:
        return NO_RATIO
    design = np.column_stack([np.ones(len(counts)), after]).astype(np.float64)
    model = Glarma(counts, design, missing="none")
    start = np.array([np.log(rates[0]), np.log(rates[1] / rates[0]), 1.0, -2.0, -1.0])
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # of where it does not settle, which is told by its information
        found = model.fit(start, method="bfgs", disp=False, skip_hessian=True, maxiter=60)
        params = np.asarray(found.params)
        information = -model.hessian(params)
    # At the edge, where nights are no wider spread than Poisson or remember nothing, that has no information.
    kept = np.diag(information) > 1e-6
    if not kept[1] or not np.isfinite(information).all():
        return NO_RATIO
    inside = information[np.ix_(kept, kept)]
    if np.linalg.eigvalsh(inside)[0] <= 0:
        return NO_RATIO
    error = float(np.sqrt(np.linalg.inv(inside)[1, 1]))
    middle = float(params[1])
    low, high = np.exp([middle - 1.96 * error, middle + 1.96 * error])
    return RateRatio(float(np.exp(middle)), float(low), float(high), float(2 * norm.sf(abs(middle) / error)))
