"""What a fit expects of further nights, and its curve, against exact sums."""

import numpy as np
import pytest
from scipy.stats import nbinom

from analysis.measures.model import (
    fit_counts,
    predictive_range,
    standardised_curve,
)
from tests.measures.model.nights import at_one_clustering


def test_predictive_range_without_clustering_is_negative_binomial() -> None:
    """Oracle: with a level known from 60 cramps in 100 nights, cramps in 28 further nights are negative
    binomial with size 60 and success probability 100 / 128 (``scipy.stats.nbinom``); a count either way for
    random draws.
    """
    counts = np.full(128, np.nan)
    counts[:100] = np.resize([1.0, 0.0, 1.0, 0.0, 1.0], 100)
    future = np.arange(128) >= 100
    found = predictive_range(at_one_clustering(fit_counts(counts, yes_no=False), 0.0), future)
    assert found.low is not None
    assert found.high is not None
    expected = nbinom.ppf([0.025, 0.975], 60, 100 / 128)
    assert found.low * 28 / 7 == pytest.approx(expected[0], abs=1.5)
    assert found.high * 28 / 7 == pytest.approx(expected[1], abs=1.5)


def test_predictive_range_remembers_the_last_nights() -> None:
    """Oracle by reason: after a bad spell that fades slowly, the next nights are expected above the usual."""
    quiet, bad = np.resize([0.0, 0.0, 1.0], 120), np.full(20, 3.0)
    counts = np.concatenate([quiet, bad, np.full(7, np.nan)])
    future = np.arange(len(counts)) >= 140
    after_bad = predictive_range(at_one_clustering(fit_counts(counts), 1.0, 0.95), future)
    counts = np.concatenate([bad, quiet, np.full(7, np.nan)])
    after_quiet = predictive_range(at_one_clustering(fit_counts(counts), 1.0, 0.95), future)
    assert after_bad.low is not None
    assert after_quiet.low is not None
    assert after_bad.low > after_quiet.low


def test_the_curve_of_one_column_runs_through_the_rates() -> None:
    """Oracle by hand: with one yes/no column the curve at no and yes is the rate on those nights, 7 × 12 / 60
    and 7 × 30 / 60, and the interval holds it.
    """
    counts = np.zeros(120)
    counts[0:60:5] = 1
    counts[60::2] = 1
    fit = at_one_clustering(fit_counts(counts, np.repeat([0.0, 1.0], 60), names=["a"]), 0.0)
    middle, low, high = standardised_curve(fit, {"a": np.array([0.0, 1.0])})
    assert middle == pytest.approx([7 * 12 / 60, 7 * 30 / 60], rel=0.03)
    assert (low < middle).all()
    assert (middle < high).all()
