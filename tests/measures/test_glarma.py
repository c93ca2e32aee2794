"""The rival by GLARMA: negative binomial regression where nothing is remembered, right in its own world."""

import numpy as np
import pytest
import statsmodels.api as sm

from tests.glarma import Glarma, glarma

AFTER = np.arange(200) >= 100


def test_without_memory_it_is_negative_binomial_regression() -> None:
    """Oracle: ``statsmodels.NegativeBinomial(y, X).loglike`` (NB2, which takes the log of α), at any
    parameters; unlogged nights count for nothing; the second derivatives against differences of the first."""
    random = np.random.default_rng(2)
    counts = random.negative_binomial(2, 0.6, 200).astype(np.float64)
    design = np.column_stack([np.ones(200), AFTER]).astype(np.float64)
    expected = sm.NegativeBinomial(counts, design)
    for beta, alpha in (([0.1, 0.2], 0.5), ([-1.0, 0.7], 0.05)):
        params = np.array([*beta, 0.7, -60.0, np.log(alpha)])
        own = Glarma(counts, design).loglike(params)
        assert own == pytest.approx(expected.loglike(np.array([*beta, np.log(alpha)])), rel=1e-9)
    gaps = counts.copy()
    gaps[::5] = np.nan
    kept = np.isfinite(gaps)
    own = Glarma(gaps, design).loglike(params)
    assert own == pytest.approx(
        sm.NegativeBinomial(counts[kept], design[kept]).loglike(np.array([-1.0, 0.7, np.log(0.05)])), rel=1e-9
    )
    model, at = Glarma(counts, design), np.array([0.1, 0.2, 0.7, -1.4, -1.0])
    moved = np.array([model.score(at + 1e-3 * np.eye(5)[place]) - model.score(at - 1e-3 * np.eye(5)[place])
                      for place in range(5)]) / 2e-3  # fmt: skip
    assert model.hessian(at) == pytest.approx(moved, rel=0.02, abs=0.05)


def test_it_finds_the_ratio_of_its_own_world() -> None:
    """Oracle: 6 journals simulated by its recursion, ratio 0.5: within four standard errors of the mean; and
    of 6 independent 95 % intervals fewer than 4 hold the truth once in 450 times."""
    random, found = np.random.default_rng(5), []
    for _ in range(6):
        state, counts = 0.0, np.empty(200)
        for night in range(200):
            rate = np.exp(0.3 + np.log(0.5) * AFTER[night] + state)
            counts[night] = random.poisson(rate)
            state = 0.7 * state + 0.25 * (counts[night] - rate) / np.sqrt(rate)
        found.append(glarma(counts, AFTER))
    logs = np.log([each.ratio for each in found])
    assert abs(logs.mean() - np.log(0.5)) < 4 * logs.std() / np.sqrt(6)
    assert sum(each.low <= 0.5 <= each.high for each in found) >= 4


def test_an_arm_without_cramps_has_no_ratio() -> None:
    """Oracle: by hand."""
    assert glarma(np.where(AFTER, 0.0, 1.0), AFTER).ratio is None
