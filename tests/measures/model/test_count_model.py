"""The count model against exact sums, other people's programs, and what must not change its answer."""

import time
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
import statsmodels.api as sm
from scipy.stats import beta, gamma, nbinom, norm

from analysis.measures.model import (
    CountFit,
    fit_counts,
    interval_of_rate,
    predictive_range,
    standardised_curve,
)
from analysis.measures.model.latent_fit import Clustering, Data, fit_at
from analysis.measures.results import RateRatio
from tests.exact_poisson import exact_poisson_ratio
from tests.measures.model.needed import nights_needed

Floats = npt.NDArray[np.float64]

# Monthly poliomyelitis in the United States, 1970 to 1983, the example of Zeger (Biometrika 1988;75:621-629).
POLIO = np.array(
    [
        *(
            0,
            1,
            0,
            0,
            1,
            3,
            9,
            2,
            3,
            5,
            3,
            5,
            2,
            2,
            0,
            1,
            0,
            1,
            3,
            3,
            2,
            1,
            1,
            5,
            0,
            3,
            1,
            0,
            1,
            4,
            0,
            0,
            1,
            6,
        ),
        *(
            14,
            1,
            1,
            0,
            0,
            1,
            1,
            1,
            1,
            0,
            1,
            0,
            1,
            0,
            1,
            0,
            1,
            0,
            1,
            0,
            1,
            0,
            1,
            0,
            0,
            2,
            0,
            1,
            0,
            1,
            0,
            0,
            1,
            2,
        ),
        *(
            0,
            0,
            1,
            2,
            0,
            3,
            1,
            1,
            0,
            2,
            0,
            4,
            0,
            2,
            1,
            1,
            1,
            1,
            0,
            1,
            1,
            0,
            2,
            1,
            3,
            1,
            2,
            4,
            0,
            0,
            0,
            1,
            0,
            1,
        ),
        *(
            0,
            2,
            2,
            4,
            2,
            3,
            3,
            0,
            0,
            2,
            7,
            8,
            2,
            4,
            1,
            1,
            2,
            4,
            0,
            1,
            1,
            1,
            3,
            0,
            0,
            0,
            0,
            1,
            0,
            1,
            1,
            0,
            0,
            0,
        ),
        *(0, 0, 1, 2, 0, 2, 0, 0, 0, 1, 0, 1, 0, 1, 0, 2, 0, 0, 1, 2, 0, 1, 0, 0, 0, 1, 2, 1, 0, 1, 3, 6),
    ],
    dtype=np.float64,
)


def at_one_clustering(fit: CountFit, sigma: float, rho: float = 0.0) -> CountFit:
    """The same fit as if the clustering were known."""
    return replace(fit, modes=(fit_at(fit.data, Clustering(sigma, rho)),), weights=np.ones(1))


def two_arms(cramps_before: int, cramps_after: int, nights: int = 56) -> tuple[Floats, Floats]:
    counts = np.zeros(2 * nights)
    np.add.at(counts, np.arange(cramps_before) % nights, 1)
    np.add.at(counts, nights + np.arange(cramps_after) % nights, 1)
    return counts, np.repeat([0.0, 1.0], nights)


def clustered(seed: int, nights: int = 200, per_night: float = 0.6) -> tuple[Floats, Floats]:
    random = np.random.default_rng(seed)
    latent = np.zeros(nights)
    for night in range(1, nights):
        latent[night] = 0.8 * latent[night - 1] + 0.4 * random.standard_normal()
    column = np.repeat(random.standard_normal(nights // 4), 4)
    return random.poisson(per_night * np.exp(latent)).astype(np.float64), column


def ends(ratio: RateRatio) -> tuple[float, float]:
    assert ratio.low is not None
    assert ratio.high is not None
    return ratio.low, ratio.high


def test_poisson_limit_against_glarma_on_the_polio_data() -> None:
    """Oracle: R package glarma, whose help pages start from R's ``glm(y ~ X - 1, family = poisson)`` on
    ``Polio``:

        c("Intcpt" = 0.2069383, "Trend" = -4.7986615, "CosAnnual" = -0.1487333, "SinAnnual" = -0.5318768,
        "CosSemiAnnual" = 0.1690998, "SinSemiAnnual" = -0.4321435)
    """
    month = np.arange(168) - 72.0
    angle = 2 * np.pi * month / 12
    columns = np.column_stack(
        [np.ones(168), month / 1000, np.cos(angle), np.sin(angle), np.cos(2 * angle), np.sin(2 * angle)]
    )
    weak = Data(POLIO, columns, np.ones(168, dtype=bool), np.zeros(6), np.eye(6) * 1e-9)
    expected = [0.2069383, -4.7986615, -0.1487333, -0.5318768, 0.1690998, -0.4321435]
    assert fit_at(weak, Clustering(0.0, 0.0)).beta == pytest.approx(expected, abs=2e-4)


def test_polio_data_run_in_clusters() -> None:
    """Oracle: Zeger (1988) and all who followed find these counts over-dispersed and autocorrelated, and the
    trend's standard error larger than the independent one, 1.40 for time in thousands of months (statsmodels
    below).
    """
    month = (np.arange(168) - 72.0) / 1000
    fit = fit_counts(POLIO, month, names=["trend"])
    low, high = ends(fit.ratio("trend"))
    plain = sm.GLM(POLIO, sm.add_constant(month), family=sm.families.Poisson()).fit()
    assert fit.sigma > 0.4
    assert 0.3 < fit.rho < 0.95
    assert np.log(high / low) / (2 * 1.96) > 1.5 * plain.bse[1]


def test_without_clustering_against_statsmodels_poisson_regression() -> None:
    """Oracle: ``statsmodels.GLM(y, X, family=Poisson())``: coefficients and standard errors at sigma = 0."""
    random = np.random.default_rng(5)
    columns = random.standard_normal((400, 3))
    counts = random.poisson(np.exp(-0.3 + columns @ [0.3, -0.2, 0.0])).astype(np.float64)
    expected = sm.GLM(counts, sm.add_constant(columns), family=sm.families.Poisson()).fit()
    fit = at_one_clustering(fit_counts(counts, columns, names=["a", "b", "c"]), 0.0)
    mode = fit.modes[0]
    assert mode.beta[1:] / fit.scale == pytest.approx(expected.params[1:], abs=1e-3)
    assert np.sqrt(np.diag(mode.covariance)[1:]) / fit.scale == pytest.approx(expected.bse[1:], rel=2e-3)


def test_night_level_spread_against_statsmodels_negative_binomial() -> None:
    """Oracle: ``statsmodels.NegativeBinomial(y, X)`` (NB2). Counts whose rates differ from night to night
    with no memory (rho = 0) have nearly the same likelihood where exp(sigma²) - 1 equals its alpha.
    """
    random = np.random.default_rng(6)
    column = random.standard_normal(1500)
    counts = random.poisson(np.exp(0.2 + 0.3 * column) * random.gamma(6, 1 / 6, 1500)).astype(np.float64)
    expected = sm.NegativeBinomial(counts, sm.add_constant(column)).fit(disp=False)
    sigma = float(np.sqrt(np.log1p(expected.params[2])))
    fit = at_one_clustering(fit_counts(counts, column, names=["a"]), sigma)
    middle = fit.modes[0].beta[1] / fit.scale[0]
    error = np.sqrt(fit.modes[0].covariance[1, 1]) / fit.scale[0]
    assert middle == pytest.approx(expected.params[1], abs=0.2 * expected.bse[1])
    assert error == pytest.approx(expected.bse[1], rel=0.05)


@pytest.mark.parametrize(
    ("before", "after", "apart"),
    [(24, 20, 0.02), (60, 90, 0.02), (8, 3, 0.06), (6, 1, 0.15), (8, 0, 0.1), (0, 5, 0.1)],
)
def test_without_clustering_the_ends_are_beta_quantiles(before: int, after: int, apart: float) -> None:
    """Oracle: ``scipy.stats.beta``. Given their sum, the cramps after are binomial; Jeffreys's interval has
    the shapes (a + 1/2, b + 1/2) at both ends, the exact one (a, b + 1) and (a + 1, b), and this lies half
    way between. Ends may lie ``apart`` on the log scale [-].
    """
    counts, arm = two_arms(before, after)
    ours = at_one_clustering(fit_counts(counts, arm, names=["arm"], yes_no=False), 0.0).ratio("arm")
    low = beta.ppf(0.025, after + 0.25, before + 0.75)
    high = beta.ppf(0.975, after + 0.75, before + 0.25)
    if after == 0:
        assert (ours.ratio, ours.low) == (0, 0)
    else:
        assert ours.low is not None
        assert np.log(ours.low) == pytest.approx(np.log(low / (1 - low)), abs=apart)
    if before == 0:
        assert (ours.ratio, ours.high) == (None, None)
    else:
        assert ours.high is not None
        assert np.log(ours.high) == pytest.approx(np.log(high / (1 - high)), abs=apart)


def test_evidence_against_brute_force_integration() -> None:
    """Oracle: the integral over the three nights' log-rates and the level, by Gauss and Hermite's rule, 25
    points each.

    Only differences between clusterings count: constants are left out of ``log_evidence``.
    """
    counts = np.array([2.0, 0.0, 3.0])
    data = Data(counts, np.ones((3, 1)), np.ones(3, dtype=bool), np.zeros(1), np.eye(1))
    points, weights = np.polynomial.hermite_e.hermegauss(15)
    weights = weights / weights.sum()

    def brute(sigma: float, rho: float) -> float:
        root = np.linalg.cholesky(rho ** np.abs(np.subtract.outer(np.arange(3), np.arange(3))))
        draws = np.stack(np.meshgrid(*[points] * 4), axis=-1).reshape(-1, 4)
        chances = np.stack(np.meshgrid(*[weights] * 4), axis=-1).reshape(-1, 4).prod(axis=1)
        log_rates = sigma * draws[:, :3] @ root.T + draws[:, 3:]
        return float(np.log(chances @ np.exp(log_rates @ counts - np.exp(log_rates).sum(axis=1))))

    def laplace(sigma: float, rho: float) -> float:
        return fit_at(data, Clustering(sigma, rho)).log_evidence

    for sigma, rho in [(0.4, 0.0), (0.8, 0.6), (1.2, 0.9)]:
        expected = brute(sigma, rho) - brute(0.0, 0.0)
        assert laplace(sigma, rho) - laplace(0.0, 0.0) == pytest.approx(expected, abs=0.06)


def test_a_rate_without_clustering_is_a_gamma_quantile() -> None:
    """Oracle: the gamma quantiles of (cramps + 1/2) / nights, ``scipy.stats.gamma``; clustering only
    widens.
    """
    counts = np.zeros(70)
    counts[::5] = 1
    whole = fit_counts(counts, yes_no=False)
    rate = interval_of_rate(counts, like=at_one_clustering(whole, 0.0))
    assert (rate.nights, rate.cramps, rate.per_week) == (70, 14, pytest.approx(1.4))
    assert (rate.low, rate.high) == pytest.approx(tuple(7 * gamma.ppf([0.025, 0.975], 14.5) / 70), rel=1e-6)
    wider = interval_of_rate(counts, like=at_one_clustering(whole, 0.8, 0.8))
    assert rate.low is not None
    assert rate.high is not None
    assert wider.low is not None
    assert wider.high is not None
    assert wider.low < rate.low < rate.high < wider.high


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


@pytest.mark.parametrize(("fall", "cramps_a_week"), [(0.5, 2.6), (0.5, 5.0), (0.3, 5.0)])
def test_nights_needed_without_clustering_against_the_sample_size_formula(
    fall: float, cramps_a_week: float
) -> None:
    """Oracle: (1.96 + 0.8416)² (1 / λ + 1 / (λ (1 - fall))) / log(1 - fall)², λ in cramps a night."""
    per_night = cramps_a_week / 7
    counts = np.zeros(700)
    counts[(np.arange(round(700 * per_night)) / per_night).astype(int)] = 1
    needed = nights_needed(at_one_clustering(fit_counts(counts), 0.0), fall)
    expected = (1.96 + norm.ppf(0.8)) ** 2 * (1 + 1 / (1 - fall)) / per_night / np.log1p(-fall) ** 2
    assert needed == pytest.approx(expected, rel=0.03, abs=1.5)


def test_clustering_asks_for_more_nights_and_gives_up_at_the_limit() -> None:
    """Oracle by reason: nights that resemble each other tell less; a fall of 5 % shows in no two years."""
    fit = fit_counts(np.resize([1.0, 0.0], 300))
    alone, together = (nights_needed(at_one_clustering(fit, sigma, 0.8), 0.5) for sigma in (0.0, 0.8))
    assert alone is not None
    assert together is not None
    assert together > 1.5 * alone
    assert nights_needed(fit, 0.05) is None
    assert nights_needed(fit_counts(np.zeros(100)), 0.5) is None


def test_nights_without_entry_at_the_ends_change_nothing() -> None:
    """Oracle by reason: nights of which nothing is known, after the last known one, say nothing."""
    counts, column = clustered(1)
    longer = np.concatenate([np.full(40, np.nan), counts, np.full(60, np.nan)])
    wider = np.concatenate([np.full(40, 3.0), column, np.zeros(60)])
    expected = fit_counts(counts, column, names=["a"]).ratio("a")
    found = fit_counts(longer, wider, names=["a"]).ratio("a")
    assert ends(found) == pytest.approx(ends(expected), rel=1e-3)


def test_an_unknown_exposure_counts_as_an_unlogged_night() -> None:
    """Oracle by reason: a night whose column is missing has no likelihood, like one without a count."""
    counts, column = clustered(2)
    missing = np.arange(len(counts)) % 7 == 3
    one = fit_counts(np.where(missing, np.nan, counts), column, names=["a"]).ratio("a")
    other = fit_counts(counts, np.where(missing, np.nan, column), names=["a"]).ratio("a")
    assert ends(one) == pytest.approx(ends(other), rel=1e-9)


def test_gaps_stay_in_place() -> None:
    """Oracle by reason: closing the gaps would bring strange nights together, so the answer has to change."""
    counts, column = clustered(3)
    gaps = np.arange(len(counts)) % 4 < 2
    kept = fit_counts(np.where(gaps, np.nan, counts), column, names=["a"])
    closed = fit_counts(counts[~gaps], column[~gaps], names=["a"])
    assert kept.rho != pytest.approx(closed.rho, abs=0.01)


def test_time_turned_over_and_other_units_give_the_same_answer() -> None:
    """Oracle by reason: the autoregression reads the same backwards, and a ratio per 500 mL is the 500th
    power of that per mL whatever is added to the column.
    """
    counts, column = clustered(4)
    expected = np.log(ends(fit_counts(counts, column, names=["a"]).ratio("a")))
    turned = np.log(ends(fit_counts(counts[::-1], column[::-1], names=["a"]).ratio("a")))
    other = np.log(ends(fit_counts(counts, 1800 + 500 * column, names=["a"]).ratio("a")))
    assert turned == pytest.approx(expected, rel=1e-3)
    assert 500 * other == pytest.approx(expected, rel=1e-3)


def test_a_contrast_is_a_weighted_sum_of_columns() -> None:
    """Oracle by algebra: a - b of a fit on (a, b) is the first column of the fit on (a, a + b) turned
    about.
    """
    counts, column = clustered(7)
    second = np.random.default_rng(8).standard_normal(len(counts))
    difference = fit_counts(counts, np.column_stack([column, second]), names=["a", "b"]).ratio([1.0, -1.0])
    turned = fit_counts(counts, np.column_stack([column, second + column]), names=["a", "b"]).ratio(
        [1.0, 0.0]
    )
    assert ends(difference) == pytest.approx(ends(turned), rel=0.01)


@pytest.mark.parametrize("seed", range(12))
def test_p_value_and_interval_say_the_same(seed: int) -> None:
    """Oracle by definition: p < 0.05 where, and only where, the 95 % interval excludes 1."""
    counts, column = clustered(seed, per_night=0.4)
    step = (np.arange(len(counts)) >= 100).astype(float)
    fit = fit_counts(counts, np.column_stack([column, step]), names=["a", "step"])
    for name in fit.names:
        ratio = fit.ratio(name)
        low, high = ends(ratio)
        assert ratio.p_value is not None
        assert (ratio.p_value < 0.05) == (low > 1 or high < 1)
        assert ratio.ratio is not None
        assert low < ratio.ratio < high


def test_a_shared_fit_lends_its_clustering() -> None:
    """Oracle by reason: a stretch that borrows strong clustering has a wider interval than one that borrows
    none.
    """
    counts, column = clustered(9)
    whole = fit_counts(counts)
    stretch = slice(60, 120)
    widths = []
    for sigma in (0.0, 1.0):
        like = at_one_clustering(whole, sigma, 0.8)
        low, high = ends(fit_counts(counts[stretch], column[stretch], names=["a"], like=like).ratio("a"))
        widths.append(np.log(high / low))
    assert widths[1] > 1.2 * widths[0]


def test_season_stands_in_the_way_of_a_half_year_against_the_other() -> None:
    """Oracle by reason: a year's data cannot tell summer from a change in April, so the interval has to say
    so.
    """
    random = np.random.default_rng(10)
    counts = random.poisson(0.6, 365).astype(np.float64)
    step = (np.arange(365) >= 182).astype(float)
    day = (np.arange(365) + 274) % 365 + 1.0
    plain = ends(fit_counts(counts, step, names=["a"]).ratio("a"))
    seasonal = ends(fit_counts(counts, step, names=["a"], day_of_year=day).ratio("a"))
    assert np.log(seasonal[1] / seasonal[0]) > 1.2 * np.log(plain[1] / plain[0])


@pytest.mark.parametrize("off_by", [1.0, 0.85])
def test_chances_of_an_amount_against_a_sum_over_level_and_ratio(off_by: float) -> None:
    """Oracle: independent Poisson nights, their likelihood summed over the level on a fine grid, times the
    prior of two standard deviations of the amount (here 4, so that a unit has a quarter of it). Errors of
    0.85 times the size are a likelihood to the power of 1 / 0.85²."""
    random = np.random.default_rng(4)
    amounts = 2.0 * np.tile([-1.0, 1.0, 0.0, -1.0, 1.0, 0.0], 20) * np.sqrt(1.5)
    counts = random.poisson(0.5 * np.exp(-0.08 * amounts)).astype(float)
    fit = fit_counts(counts, amounts, names=["amount"], sigma_spread=0.01)
    ratio, chances = fit.ratio_and_chances("amount", off_by=off_by)
    slopes = np.linspace(-0.6, 0.6, 1201)
    level, slope = np.meshgrid(np.linspace(-3, 2, 400), slopes, indexing="ij")
    # With log-rates of level + slope × amount the sum over the nights of count × log-rate - rate is this.
    rates_over_level = np.exp(np.outer(slopes, amounts)).sum(axis=1)
    log_density = level * counts.sum() + slope * (counts @ amounts) - np.exp(level) * rates_over_level
    prior = np.zeros(len(slopes))
    for share, deviation in ((0.4, 0.3), (0.4, 0.6), (0.2, 1.2)):
        prior += share / deviation * np.exp(-0.5 * (4 * slopes / deviation) ** 2)
    density = np.exp(log_density - log_density.max()).sum(axis=0) ** (1 / off_by**2) * prior
    density /= density.sum()
    assert amounts.std() == pytest.approx(2.0)
    assert chances.fewer == pytest.approx(float(density[slopes < 0].sum()), abs=0.01)
    middle = float(np.interp(0.5, np.cumsum(density), slopes))
    assert np.log(chances.ratio or 0) == pytest.approx(middle, abs=0.004)
    assert (ratio.ratio or 0) < (chances.ratio or 0) < 1


def test_nothing_to_compare_gives_no_ratio() -> None:
    """Oracle by definition: no cramps, no night or a column that never varies."""
    missing = RateRatio(None, None, None, None)
    arm = np.repeat([0.0, 1.0], 20)
    assert fit_counts(np.zeros(40), arm, names=["a"]).ratio("a") == missing
    assert fit_counts(np.full(40, np.nan), arm, names=["a"]).ratio("a") == missing
    assert fit_counts(np.ones(40), np.ones(40), names=["a"]).ratio("a") == missing
    nothing = interval_of_rate(np.full(40, np.nan))
    assert (nothing.low, nothing.high) == (None, None)
    silent = interval_of_rate(np.zeros(60))
    assert silent.low == 0
    assert silent.high is not None
    assert 0.2 < silent.high < 5


def test_one_night_and_one_huge_night() -> None:
    """Oracle by reason: one night gives a rate and no ratio; forty cramps in one night must not pass for a
    finding.
    """
    single = interval_of_rate(np.array([1.0]))
    assert (single.nights, single.per_week) == (1, 7)
    counts, _ = two_arms(20, 20)
    counts[80] = 40
    ratio = fit_counts(counts, np.repeat([0.0, 1.0], 56), names=["a"]).ratio("a")
    exact = exact_poisson_ratio(59, 56, 20, 56)
    assert exact.low is not None
    assert exact.low > 1
    low, high = ends(ratio)
    assert low < 1 < high


@pytest.mark.clock
def test_ten_years_take_about_ten_times_a_year() -> None:
    """Oracle: the clock; the best of three, and room for a machine that is shared."""
    counts, column = clustered(11, nights=3652)

    def seconds(nights: int) -> float:
        best = np.inf
        for _ in range(3):
            began = time.process_time()
            fit_counts(counts[:nights], column[:nights], names=["a"]).ratio("a")
            best = min(best, time.process_time() - began)
        return best

    assert seconds(3652) < 15 * seconds(365)


def test_mistakes_are_named() -> None:
    """Oracle by definition: a message repeats the argument and the legal ones."""
    counts, column = clustered(12)
    fit = fit_counts(counts, column, names=["hydration"])
    with pytest.raises(ValueError, match="no column 'water' in this fit; its columns are hydration"):
        fit.ratio("water")
    with pytest.raises(ValueError, match="199 rows for 200 nights"):
        fit_counts(counts, column[1:])
    with pytest.raises(ValueError, match="2 names for 1 columns"):
        fit_counts(counts, column, names=["a", "b"])
    with pytest.raises(ValueError, match="1 weights"):
        fit.ratio([1.0, 2.0])


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
