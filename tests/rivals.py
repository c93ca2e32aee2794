"""The textbook methods that the count model is measured against. None of them belongs to the product."""

import warnings
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import norm, t
from statsmodels.tsa.statespace.sarimax import SARIMAX

from analysis.measures.results import NO_RATIO, RateRatio

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class PoissonRegression:
    """Poisson regression of nightly counts, NaN where not logged; the first column of the design is 1.

    ``independent`` and ``newey_west`` are covariances of ``beta``: as if nights told nothing of each other,
    and with autocorrelation up to the usual 4 (n / 100)^(2/9) nights (Newey and West, Econometrica
    1987;55:703-708).
    """

    beta: Floats
    independent: Floats
    newey_west: Floats

    def ratio(self, column: int, covariance: Floats) -> RateRatio:
        error = float(np.sqrt(max(covariance[column, column], 0.0)))
        if not np.isfinite(error) or error == 0:
            return NO_RATIO
        middle = float(self.beta[column])
        low, high = np.exp([middle - 1.96 * error, middle + 1.96 * error])
        return RateRatio(
            float(np.exp(middle)), float(low), float(high), float(2 * norm.sf(abs(middle) / error))
        )


def poisson_regression(counts: Floats, design: Floats) -> PoissonRegression | None:
    """None where the fit does not settle, as where an arm holds no cramps."""
    logged = np.isfinite(counts)
    y, x = counts[logged], design[logged]
    beta = np.zeros(x.shape[1])
    beta[0] = np.log(max(y.mean(), 1e-3))
    for _ in range(50):
        expected = np.exp(np.clip(x @ beta, -30, 30))
        information = x.T @ (expected[:, None] * x)
        if np.linalg.cond(information) > 1e12:
            return None
        step = np.linalg.solve(information, x.T @ (y - expected))
        beta = beta + np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-9:
            break
    else:
        return None
    inverse = np.linalg.inv(information)
    scores = np.zeros((len(counts), x.shape[1]))
    scores[logged] = (y - expected)[:, None] * x
    lags = int(4 * (len(y) / 100) ** (2 / 9))
    middle = scores.T @ scores
    for lag in range(1, lags + 1):
        product = scores[lag:].T @ scores[:-lag]
        middle += (1 - lag / (lags + 1)) * (product + product.T)
    return PoissonRegression(beta, inverse, inverse @ middle @ inverse)


def quasi_poisson_weeks(counts: Floats, after: npt.NDArray[np.bool_]) -> RateRatio:
    """Weekly rates after against before: spread estimated, widened by the weeks' autocorrelation, Student's
    t.
    """
    cramps, nights, arms = [], [], []
    for arm in (False, True):
        stretch = counts[after == arm]
        for start in range(0, len(stretch), 7):
            week = stretch[start : start + 7]
            if np.isfinite(week).any():
                cramps.append(np.nansum(week))
                nights.append(np.isfinite(week).sum())
                arms.append(arm)
    y, n, a = np.array(cramps), np.array(nights, dtype=float), np.array(arms)
    totals = [y[a == arm].sum() for arm in (False, True)]
    if min(totals) == 0 or len(y) < 4:
        return NO_RATIO
    rates = [total / n[a == arm].sum() for total, arm in zip(totals, (False, True), strict=True)]
    expected = n * np.where(a, rates[1], rates[0])
    residuals = (y - expected) / np.sqrt(expected)
    freedom = len(y) - 2
    spread = max(1.0, float(residuals @ residuals) / freedom)
    alike = (
        float(np.clip(residuals[1:] @ residuals[:-1] / (residuals @ residuals), 0, 0.9))
        if residuals.any()
        else 0
    )
    error = np.sqrt(spread * (1 + alike) / (1 - alike) * (1 / totals[0] + 1 / totals[1]))
    middle = np.log(rates[1] / rates[0])
    reach = t.ppf(0.975, freedom) * error
    low, high = np.exp([middle - reach, middle + reach])
    return RateRatio(
        float(np.exp(middle)), float(low), float(high), float(2 * t.sf(abs(middle) / error, freedom))
    )


def interrupted_weeks(counts: Floats, after: npt.NDArray[np.bool_]) -> RateRatio:
    """An interrupted time series with autoregressive errors, as ``statsmodels`` fits it: the log of the
    weekly rate, half a cramp added, on a step, with errors that remember the week before (SARIMAX (1, 0, 0),
    exact maximum likelihood, weeks without a logged night missing)."""
    rates, steps = [], []
    for arm in (False, True):
        stretch = counts[after == arm]
        for start in range(0, len(stretch), 7):
            week = stretch[start : start + 7]
            logged = int(np.isfinite(week).sum())
            rates.append(np.log((np.nansum(week) + 0.5) / logged) if logged else np.nan)
            steps.append(float(arm))
    design = np.column_stack([np.ones(len(steps)), steps])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of starting values, and where it does not settle
        fit = SARIMAX(np.array(rates), exog=design, order=(1, 0, 0)).fit(disp=False)
    middle, error = float(fit.params[1]), float(fit.bse[1])
    if not np.isfinite(error) or error == 0:
        return NO_RATIO
    low, high = np.exp([middle - 1.96 * error, middle + 1.96 * error])
    return RateRatio(float(np.exp(middle)), float(low), float(high), float(2 * norm.sf(abs(middle) / error)))
