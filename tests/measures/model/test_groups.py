"""Whether groups of nights differ by more than chance."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import chi2_contingency, chisquare

from analysis.measures.model import fit_counts, p_value_of_groups
from analysis.measures.model.groups import _covariance, _covariance_of_shares
from tests.worlds import runs


def clustered(fit, sigma, rho):
    """The same fit with one clustering only."""
    mode = replace(fit.modes[0], clustering=replace(fit.modes[0].clustering, sigma=sigma, rho=rho))
    return replace(fit, modes=(mode,), weights=np.ones(1))


def nights(seed, number=210, per_night=0.4):
    counts = np.random.default_rng(seed).poisson(per_night, number).astype(float)
    counts[::9] = np.nan
    return counts, np.arange(number) % 7


def test_of_independent_nights_it_is_the_chi_squared_test_of_pearson():
    """Oracle: scipy.stats.chisquare, of the cramps of each group against its nights at the common rate."""
    counts, groups = nights(1)
    logged = np.isfinite(counts)
    cramps = np.array([counts[logged & (groups == group)].sum() for group in range(7)])
    of = np.array([(logged & (groups == group)).sum() for group in range(7)])
    known = chisquare(cramps, of * cramps.sum() / of.sum()).pvalue
    assert p_value_of_groups(counts, groups, clustered(fit_counts(counts), 0.0, 0.5)) == pytest.approx(known)


def test_of_independent_yes_and_no_it_is_that_of_a_table_of_both():
    """Oracle: scipy.stats.chi2_contingency without a correction, nights with and without a cramp."""
    counts, groups = nights(2)
    counts = np.minimum(counts, 1)
    table = [[((counts == said) & (groups == group)).sum() for group in range(7)] for said in (0, 1)]
    known = chi2_contingency(table, correction=False).pvalue
    fit = clustered(fit_counts(counts), 0.0, 0.5)
    assert fit.data.yes_no
    assert p_value_of_groups(counts, groups, fit) == pytest.approx(known)


def test_the_covariance_is_that_of_all_pairs_of_nights():
    """Oracle: the double sum over nights, by hand: rate where both are one night, and rate squared times
    exp(variance times the correlation to the power of their distance) - 1."""
    fit = clustered(fit_counts(nights(3)[0]), 0.8, 0.7)
    of_group = np.eye(3)[[0, 1, 2, 2, 0, 1, 0]]
    rate, by_hand = 0.4, np.zeros((3, 3))
    for one in range(7):
        for two in range(7):
            alike = rate**2 * (np.exp(0.64 * 0.7 ** abs(one - two)) - 1) + rate * (one == two)
            by_hand += alike * np.outer(of_group[one], of_group[two])
    assert _covariance(of_group, of_group.sum(axis=0), rate, fit) == pytest.approx(by_hand)


def test_the_covariance_of_shares_is_that_of_simulated_nights():
    """Oracle: a million pairs of nights whose log-rates are normal with this correlation."""
    share, sigma, rho = 0.6, 1.2, 0.7
    random = np.random.default_rng(4)
    one = random.standard_normal(1_000_000)
    two = rho * one + np.sqrt(1 - rho**2) * random.standard_normal(len(one))
    levels = np.linspace(-3, 3, 601)
    means = [(1 - np.exp(-np.exp(level + sigma * one[:20_000]))).mean() for level in levels]
    level = np.interp(share, means, levels)
    chances = [1 - np.exp(-np.exp(level + sigma * each)) for each in (one, two)]
    known = np.cov(chances)
    found = _covariance_of_shares(share, sigma, rho, np.arange(2))
    assert found == pytest.approx([known[0, 0], known[0, 1]], rel=0.02)


def test_runs_of_cramps_alone_make_no_month_differ():
    """Oracle: 30 simulated years of one rate whose cramps come in runs: the test finds a difference at 5 % in
    hardly any (in more than 4 of 30 once in 64 times), where the test for independent nights finds one in
    most."""
    month = (np.arange(365) // 31).astype(np.intp)
    found = plain = 0
    for seed in range(30):
        counts = runs(365, 0.7, np.random.default_rng(seed), np.arange(365.0))
        fit = fit_counts(counts, day_of_year=np.arange(365.0))
        found += p_value_of_groups(counts, month, fit) < 0.05
        plain += p_value_of_groups(counts, month, clustered(fit, 0.0, 0.5)) < 0.05
    assert found <= 4
    assert plain >= 15


@pytest.mark.parametrize(("counts", "groups"), [([0.0] * 9, [0, 1, 2] * 3), ([1.0, 0.0, 2.0] * 3, [4] * 9)])
def test_without_a_cramp_or_a_second_group_there_is_nothing_to_tell(counts, groups):
    """Oracle: by hand."""
    fit = fit_counts([1.0, 0.0, 2.0, 0.0] * 9)
    assert p_value_of_groups(counts, np.array(groups), fit) is None
