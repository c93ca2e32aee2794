"""Newton's method on several clusterings at once, against one alone and against a general optimiser."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from scipy.optimize import minimize

from analysis.measures.model import newton
from analysis.measures.model.latent_fit import Clustering, Data
from analysis.measures.model.newton import Start, fit_at, fit_together
from tests.for_each import for_each

CLUSTERINGS = [Clustering(0.0, 0.0), Clustering(0.4, 0.6), Clustering(1.0, 0.0), Clustering(1.8, 0.97)]


def a_journal(nights: int, seed: int, *, yes_no: bool = False) -> Data:
    """Counts on an intercept and one column, every fifth night not logged."""
    random = np.random.default_rng(seed)
    columns = np.column_stack([np.ones(nights), random.standard_normal(nights)])
    counts = random.poisson(np.exp(-0.5 + 0.4 * columns[:, 1])).astype(np.float64)
    logged = np.arange(nights) % 5 != 4
    told = np.where(logged, np.minimum(counts, 1) if yes_no else counts, 0.0)
    return Data(told, columns, logged, np.array([-0.5, 0.0]), np.diag([0.1, 1.0]), yes_no)


def log_joint(data: Data, at: Clustering, place: npt.NDArray[np.float64]) -> float:
    """Of (beta, z), written out with the dense covariance of an autoregression."""
    beta, z = place[:2], place[2:]
    log_rates = data.columns @ beta + at.sigma * z
    lags = np.abs(np.subtract.outer(np.arange(len(z)), np.arange(len(z))))
    of_z = z @ np.linalg.solve(np.power(at.rho, lags), z)
    rates, counts = np.exp(log_rates[data.logged]), data.counts[data.logged]
    if data.yes_no:
        told = np.where(counts > 0, np.log(-np.expm1(-rates)), -rates).sum()
    else:
        told = counts @ log_rates[data.logged] - rates.sum()
    away = beta - data.mean
    return float(told - 0.5 * of_z - 0.5 * away @ data.precision @ away)


@pytest.mark.parametrize("yes_no", [False, True])
@pytest.mark.parametrize("at", CLUSTERINGS[1:], ids=str)
def test_no_place_is_higher_than_the_mode(at: Clustering, yes_no: bool) -> None:
    """Oracle: ``scipy.optimize.minimize`` on the log joint density, written out with dense matrices."""
    data = a_journal(25, 3, yes_no=yes_no)
    mode = fit_at(data, at)
    best = minimize(lambda place: -log_joint(data, at, place), np.zeros(27))
    assert log_joint(data, at, np.concatenate([mode.beta, mode.z])) >= -best.fun - 1e-4
    assert mode.beta == pytest.approx(best.x[:2], abs=0.01)


@pytest.mark.parametrize("at", CLUSTERINGS, ids=str)
def test_covariance_and_spread_are_those_of_the_inverse(at: Clustering) -> None:
    """Oracle: the inverse of the dense matrix of second derivatives of (beta, z) at the mode; that of the
    log-rates' runs given beta is the inverse of its lower part."""
    data = a_journal(20, 4)
    mode = fit_at(data, at)
    lags = np.abs(np.subtract.outer(np.arange(20), np.arange(20)))
    of_z = np.linalg.inv(np.power(at.rho, lags)) + np.diag(at.sigma**2 * mode.information)
    told = data.columns.T * mode.information
    whole = np.block([[told @ data.columns + data.precision, at.sigma * told], [at.sigma * told.T, of_z]])
    assert mode.covariance == pytest.approx(np.linalg.inv(whole)[:2, :2], rel=1e-6, abs=1e-9)
    assert mode.spread == pytest.approx(at.sigma**2 * np.diag(np.linalg.inv(of_z)), rel=1e-6, abs=1e-12)


@for_each("nights", [1, 2, 30, 400])
@for_each("yes_no", [False, True])
def test_together_as_each_alone(nights: int, yes_no: bool) -> None:
    """Oracle: the same fit of one clustering at a time."""
    data = a_journal(nights, nights, yes_no=yes_no)
    for mode, at in zip(fit_together(data, CLUSTERINGS), CLUSTERINGS, strict=True):
        alone = fit_at(data, at)
        assert mode.clustering == at
        assert mode.log_evidence == pytest.approx(alone.log_evidence, abs=1e-5)
        for one, other in zip(parts(mode), parts(alone), strict=True):
            assert one == pytest.approx(other, abs=2e-3)


def test_in_as_many_parts_as_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Oracle: all at once. Where each begins changes nothing but the last digits of where it ends."""
    data = a_journal(60, 8)
    starts = [Start(np.array([0.3, -0.3]), np.full(60, 0.1 * number)) for number in range(4)]
    whole = [mode.log_evidence for mode in fit_together(data, CLUSTERINGS)]
    monkeypatch.setattr(newton, "NIGHTS_AT_ONCE", 130)
    assert [mode.log_evidence for mode in fit_together(data, CLUSTERINGS, starts)] == pytest.approx(
        whole, abs=2e-3
    )


def parts(mode: newton.Mode) -> Sequence[npt.NDArray[np.float64]]:
    return mode.beta, mode.z, mode.rates, mode.covariance, mode.slopes, mode.spread
