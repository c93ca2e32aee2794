"""What must not change a fit, what must, and what a fit takes from another."""

import time

import numpy as np
import pytest

from analysis.measures.model import (
    fit_counts,
    interval_of_rate,
)
from analysis.measures.model.fitting import _log_level
from tests.exact_poisson import exact_poisson_ratio
from tests.measures.model.nights import at_one_clustering, clustered, ends, two_arms


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


@pytest.mark.parametrize(("cramps", "nights"), [(0, 40), (10, 40), (38, 40)])
def test_the_level_from_which_a_fit_begins_is_that_of_the_nights(cramps: int, nights: int) -> None:
    """Oracle: the mean of Poisson counts, or their chance of at least one, with half a cramp added."""
    share = (cramps + 0.5) / nights
    assert np.exp(_log_level(cramps, nights, yes_no=False)) == pytest.approx(share)
    some = 1 - np.exp(-np.exp(_log_level(cramps, nights, yes_no=True)))
    assert some == pytest.approx(min(share, 0.99))
