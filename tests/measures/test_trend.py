"""Whether the rate moves over the whole period. Oracle: refusals by the rule; the truth of simulations."""

import numpy as np
import pytest

from analysis.measures.model import fit_counts
from analysis.measures.trend import trend
from analysis.measures.windows import Nights


def nights(counts: list[float] | np.ndarray, refused: str | None = None) -> Nights:
    dates = np.datetime64("2024-01-01") + np.arange(len(counts))
    return Nights(dates, np.asarray(counts, dtype=float), refused)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("counts", "reason", "needed"),
    [
        ([1.0] * 55, "too_few_nights", 1),
        ([0.0] * 20, "too_few_nights", 36),
        ([0.0] * 56, "no_cramps", None),
        ([1.0] * 4 + [0.0] * 52, "too_few_cramps", None),
        ([1.0] * 5 + [0.0] * 51, None, None),
        (
            [1.0] * 4 + [np.nan] * 100 + [0.0] * 51,
            "too_few_nights",
            1,
        ),  # not logged: not counted
    ],
)
def test_a_trend_needs_56_logged_nights_and_5_cramps(
    counts: list[float], reason: str | None, needed: int | None
) -> None:
    found = trend(nights(counts))
    assert (found.reason, found.nights_needed) == (reason, needed)
    assert (found.verdict == "not_enough_data") == (reason is not None)
    assert (found.per_28_nights.ratio is None) == (reason is not None)
    assert found.nights == sum(np.isfinite(counts))
    assert found.cramps == np.nansum(counts)


def test_what_refuses_every_rate_refuses_the_trend() -> None:
    found = trend(nights([1.0] * 80, "answers_not_understood"))
    assert (found.reason, found.nights_needed, found.verdict) == (
        "answers_not_understood",
        None,
        "not_enough_data",
    )
    assert found.q_value is None


@pytest.mark.parametrize(("per_month", "verdict"), [(0.7, "fewer_cramps"), (1 / 0.7, "more_cramps")])
def test_a_rate_that_moves_is_found_with_its_size_and_direction(per_month: float, verdict: str) -> None:
    """Oracle: 3 cramps a night in the middle of 200 independent nights, times this every 28 nights."""
    places = np.arange(200)
    rates = 3 * per_month ** ((places - 100) / 28)
    found = trend(nights(np.random.default_rng(5).poisson(rates)))
    assert found.verdict == verdict
    assert found.per_28_nights.low is not None
    assert found.per_28_nights.high is not None
    assert found.per_28_nights.low < per_month < found.per_28_nights.high
    assert found.per_28_nights.ratio == pytest.approx(per_month, rel=0.1)
    assert found.q_value == found.per_28_nights.p_value


def test_the_ratio_is_that_of_28_nights() -> None:
    """Oracle: the same model with its column in weeks, to the fourth power."""
    journal = nights(np.random.default_rng(8).poisson(np.linspace(2.0, 0.5, 120)))
    weeks = fit_counts(
        journal.counts, np.arange(120) / 7, names=("week",), day_of_year=journal.days_of_year
    ).ratio("week")
    assert weeks.ratio is not None
    assert trend(journal).per_28_nights.ratio == pytest.approx(weeks.ratio**4, rel=1e-6)


def test_a_rate_that_stands_still_has_an_interval_around_1() -> None:
    found = trend(nights(np.random.default_rng(6).poisson(np.full(200, 1.0))))
    assert found.verdict == "no_clear_difference"
    assert found.per_28_nights.low is not None
    assert found.per_28_nights.high is not None
    assert found.per_28_nights.low < 1 < found.per_28_nights.high
