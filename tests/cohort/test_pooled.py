"""The pooled answer. Oracles: metafor's published analysis of the BCG trials, and simulation."""

from math import log

import numpy as np
import pytest

from analysis.cohort.pooled import SEASON_OF_POPULATION, Counted, pool, reml_variance, season_of_all
from analysis.cohort.rows import error_of
from analysis.measures import SEASON_IN_PHASE, SeasonBehind
from analysis.measures.arms import change_of_arms
from analysis.measures.windows import Nights
from tests.calibration_cohorts import cohorts, kept

# dat.bcg of metafor (Colditz et al. 1994): tuberculosis and all persons, vaccinated and not.
BCG = (
    (4, 123, 11, 139), (6, 306, 29, 303), (3, 231, 11, 220), (62, 13598, 248, 12867), (33, 5069, 47, 5808),
    (180, 1541, 372, 1451), (8, 2545, 10, 629), (505, 88391, 499, 88391), (29, 7499, 45, 7277),
    (17, 1716, 65, 1665), (186, 50634, 141, 27338), (5, 2498, 3, 2341), (27, 16913, 29, 17854),
)  # fmt: skip


def bcg() -> tuple[list[float], list[float]]:
    ratios = [log((a / n) / (b / m)) for a, n, b, m in BCG]
    errors = [(1 / a - 1 / n + 1 / b - 1 / m) ** 0.5 for a, n, b, m in BCG]
    return ratios, errors


def test_reml_output_against_metafor() -> None:
    """``rma(yi, vi, data=dat, method="REML")`` of the package's documentation: tau^2 0.3132, estimate
    -0.7145, Q 152.2330 with 12 degrees of freedom. Its plain standard error is 0.1798."""
    found = pool(*bcg())
    assert found.tau**2 == pytest.approx(0.3132, abs=2e-4)
    assert found.log_value == pytest.approx(-0.7145, abs=2e-4)
    assert found.q == pytest.approx(152.2330, abs=1e-3)
    plain = 2.178813 * 0.1798  # Student's t with 12 degrees of freedom
    assert found.high - found.log_value >= plain - 1e-3


def test_alike_journals_have_no_variance_between_them_and_no_narrower_interval() -> None:
    """By hand: four equal ratios with errors of 0.2: mean as each, error 0.1, t(3) 3.1824."""
    found = pool([-0.5] * 4, [0.2] * 4)
    assert (found.log_value, found.tau) == (pytest.approx(-0.5), 0.0)
    assert found.high - found.low == pytest.approx(2 * 3.182446 * 0.1, rel=1e-5)


def test_the_order_of_the_journals_changes_nothing() -> None:
    ratios, errors = bcg()
    one, other = pool(ratios, errors), pool(ratios[::-1], errors[::-1])
    assert one.log_value == pytest.approx(other.log_value, abs=1e-9)
    assert one.without_each == pytest.approx(other.without_each[::-1], abs=1e-6)


@pytest.mark.parametrize("journals", [5, 20])
def test_tau_is_0_just_where_the_restricted_likelihood_is_highest_there(journals: int) -> None:
    """Oracle: the likelihood of error contrasts by matrices, on a grid that begins with 0; a spread of 0.15
    beside errors of 0.2 to 0.8 gives cohorts of both kinds."""
    random, contrasts = np.random.default_rng(2), np.eye(journals)[:, :-1] - 1 / journals
    grid = np.concatenate([[0.0], np.geomspace(1e-4, 2, 200)])
    zeros = 0
    for _ in range(25):
        squares = random.uniform(0.2, 0.8, journals) ** 2
        found = random.normal(log(0.7), np.sqrt(0.15**2 + squares))
        left, likely = contrasts.T @ found, []
        for tau2 in grid:
            spread = contrasts.T @ np.diag(squares + tau2) @ contrasts
            likely.append(-np.linalg.slogdet(spread)[1] - left @ np.linalg.solve(spread, left))
        best = grid[int(np.argmax(likely))]
        assert (best == 0) == (reml_variance(found, squares) == 0)
        assert reml_variance(found, squares) == pytest.approx(best, rel=0.06)
        zeros += best == 0
    assert 5 <= zeros <= 20  # of both kinds


def test_errors_that_are_overstated_hide_the_spread() -> None:
    """Oracle: 300 journals with a spread of 0.15 and errors of 0.3, told as a tenth larger than they are: as
    told the spread is lost, and with what is known of them it is found; the interval is not narrower."""
    random = np.random.default_rng(8)
    found = random.normal(log(0.7), np.hypot(0.15, 0.3), 300)
    plain = pool(found, [0.3 * 1.12] * 300, leave_out=False)
    known = pool(found, [0.3 * 1.12] * 300, overstated=1.12, leave_out=False)
    assert plain.tau < 0.1 < known.tau < 0.2
    assert known.high - known.low >= plain.high - plain.low


def test_evened_errors_by_hand() -> None:
    """By hand: three journals of one ratio, 1/2, on as many nights before as after, so that a third of the
    cramps is shared out to the nights after: of 9, 18 and 36 cramps the variances of the counts are
    1/6 + 1/3, 1/12 + 1/6 and 1/24 + 1/12. Their own squared errors are 1, 2 and 4 times those, on average
    7/3 times: the weights are as 9 to 18 to 36 whatever was said of each."""
    counts, nights = (9, 18, 36), 28
    of_counts = np.array([1 / 2, 1 / 4, 1 / 8])
    errors = np.sqrt(of_counts * [1, 2, 4])
    counted = [Counted(cramps, nights, nights) for cramps in counts]
    found = pool([log(0.5)] * 3, errors, counted=counted)
    assert found.log_value == pytest.approx(log(0.5))
    assert found.high - found.log_value == pytest.approx(4.302653 * np.sqrt(7 / 3 / (2 + 4 + 8)), rel=1e-5)
    without = pool([log(0.5), log(0.5), log(0.5) + 0.01], errors, counted=counted)
    assert without.log_value == pytest.approx(log(0.5) + 0.01 * 36 / 63, abs=1e-5)
    assert without.without_each[2] == pytest.approx(log(0.5))


def test_few_cramps_on_one_side_pull_no_pooled_ratio_towards_1() -> None:
    """Oracle: simulation. 100 journals a cohort, a dozen cramps expected before and six after, so a true
    ratio of 0.5; of each the log ratio of both counts plus a half and its error. By errors of their own the
    pooled ratio is off by more than 5 %; evened it is off by less than 2, and the interval holds."""
    random, truth = np.random.default_rng(12), log(0.5)
    off: dict[bool, list[float]] = {False: [], True: []}
    held = 0
    for _ in range(200):
        before, after = random.poisson(12, 100), random.poisson(6, 100)
        found = np.log((after + 0.5) / (before + 0.5))
        errors = np.sqrt(1 / (after + 0.5) + 1 / (before + 0.5))
        for even in off:
            counted = [Counted(cramps, 28, 28) for cramps in before + after] if even else ()
            pooled = pool(found, errors, counted=counted, leave_out=False)
            off[even].append(pooled.log_value - truth)
        held += pooled.low <= truth <= pooled.high
    assert np.mean(off[False]) > 0.05
    assert abs(np.mean(off[True])) < 0.02
    assert held >= 186  # 93 of 100


@pytest.mark.slow
def test_pooled_ratios_of_journals_as_the_program_reads_them() -> None:
    """Oracle: 216 simulated journals with known ratios, and 300 cohorts of 20 drawn from them; the table in
    METHODS.md is of 1,080."""
    journals = [one for number in range(216) if (one := kept(number, 6)) is not None]
    off = np.array([one.off / one.error for one in journals])
    assert 0.75 < off.std() < 1.05
    for tau in (0.0, 0.3):
        told = cohorts(journals, 20, tau, 300, 6)
        assert told["mean held"] >= 93
        assert told["further held"] >= 80


@pytest.mark.slow
def test_pooled_ratios_of_short_journals_with_a_halving() -> None:
    """Oracle: 216 simulated journals of six to eight weeks whose rate halves, and 200 cohorts of 80 drawn
    from them: by each journal's own error the pooled ratio is further up. How often the interval holds so few
    cannot say: they are off by chance themselves, with a standard error of 0.05."""
    journals = [one for number in range(216) if (one := kept(number, 6, 0.5, short=True)) is not None]
    own = cohorts(journals, 80, 0.0, 200, 6, 0.5, own_errors=True)
    evened = cohorts(journals, 80, 0.0, 200, 6, 0.5)
    assert own["off"] > evened["off"] + 0.02


def test_without_each_of_many_journals() -> None:
    """Oracle: the pooled answer of the others, in full."""
    random = np.random.default_rng(3)
    errors = random.uniform(0.2, 0.8, 130)
    ratios = random.normal(-0.3, np.sqrt(0.3**2 + errors**2))
    found = pool(ratios, errors)
    for left in range(0, 130, 13):
        others = np.delete(ratios, left), np.delete(errors, left)
        assert found.without_each[left] == pytest.approx(pool(*others).log_value, abs=0.002)


def covered(cohorts: int, journals: int, tau: float, seed: int) -> float:
    random = np.random.default_rng(seed)
    held = 0
    for _ in range(cohorts):
        errors = random.uniform(0.2, 0.8, journals)
        ratios = random.normal(log(0.7), np.sqrt(tau**2 + errors**2))
        found = pool(ratios.tolist(), errors.tolist(), leave_out=False)  # of which the interval knows nothing
        held += found.low <= log(0.7) <= found.high
    return held / cohorts


@pytest.mark.parametrize("tau", [0.0, 0.3])
@pytest.mark.parametrize("journals", [5, 40])
def test_the_interval_holds(journals: int, tau: float) -> None:
    """Oracle: simulation of 300 cohorts; 95 % less three standard errors of the simulation is 91 %."""
    assert covered(300, journals, tau, seed=7) >= 0.91


@pytest.mark.slow
@pytest.mark.parametrize("tau", [0.0, 0.15, 0.3, 0.6])
@pytest.mark.parametrize("journals", [5, 20, 80, 200])
def test_the_interval_holds_in_many_cohorts(journals: int, tau: float) -> None:
    """Oracle: simulation of 2,000 cohorts; at least 93 % hold the true ratio."""
    assert covered(2000, journals, tau, seed=11) >= 0.93


def test_too_few_or_impossible_are_refused() -> None:
    for ratios, errors in (([0.1], [0.2]), ([0.1, 0.2], [0.2]), ([0.1, 0.2], [0.2, 0.0])):
        with pytest.raises(ValueError, match=r"log ratios"):
            pool(ratios, errors)


Answers = tuple[list[float], list[float], list[SeasonBehind]]


def spring_cohort(journals: int, season: float, seed: int) -> Answers:
    """Half a year on both sides of 10 April, all patients in one year; the rate 0.7 times as high after it,
    on a season of this size with its peak in mid-July."""
    random = np.random.default_rng(seed)
    dates = np.datetime64("2024-04-10") + np.arange(-182, 182)
    days = Nights(dates, np.zeros(364), None).days_of_year
    rates = (1 + season * np.cos(2 * np.pi * (days - 196) / 365.25)) * np.where(np.arange(364) < 182, 1, 0.7)
    found: Answers = ([], [], [])
    for _ in range(journals):
        counts = random.poisson(0.6 * rates * np.exp(random.normal(0, 0.3))).astype(np.float64)
        nights = Nights(dates, counts, None)
        after = nights.within(182, 364)
        ratio, _, behind = change_of_arms(nights, after, ~after, hemisphere="north", cuts=[182])
        error = error_of(ratio)
        assert ratio.ratio is not None
        assert error is not None
        for column, value in zip(found, (log(ratio.ratio), error, behind), strict=True):
            column.append(value)  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("season", [0.0, 1 / 3])
def test_a_cohort_that_all_changed_in_spring_is_not_taken_for_its_season(season: float) -> None:
    """Oracle: the truth of the simulation, 0.7, whether there is no season or the whole published one. The
    season of all is found nearer to the truth than what was expected, and the answer moves with it."""
    ratios, errors, seasons = spring_cohort(30, season, seed=5)
    plain, found = pool(ratios, errors), pool(ratios, errors, seasons)
    assert found.low < log(0.7) < found.high
    assert found.season is not None
    assert abs(found.season - season) < abs(SEASON_IN_PHASE[0] - season)
    assert (found.log_value > plain.log_value) == (season < SEASON_IN_PHASE[0])
    assert found.high - found.low > plain.high - plain.low


def test_what_a_season_is_owed_by_hand() -> None:
    """By hand: a journal whose posterior is its prior tells nothing, so the mean stays as expected; changes
    all around the year pull to both sides, and only what tells of the season is left."""
    expected, spread, _ = SEASON_IN_PHASE
    blind = [SeasonBehind(pull, expected, spread) for pull in (-0.9, 0.9, -0.9, 0.9)]
    mean, error = season_of_all(blind)
    assert (mean, error) == (pytest.approx(expected), pytest.approx(SEASON_OF_POPULATION, rel=1e-4))
    assert pool([-0.5] * 4, [0.2] * 4, blind).high == pytest.approx(pool([-0.5] * 4, [0.2] * 4).high)
    alike = [SeasonBehind(-0.9, expected, spread)] * 4
    reach = np.hypot(3.182446 * 0.1, 1.96 * 0.9 * SEASON_OF_POPULATION)
    found = pool([-0.5] * 4, [0.2] * 4, alike)
    assert found.high - found.log_value == pytest.approx(reach, rel=1e-3)
    # Known to three quarters: 0.3 found around 1/6 stands for 1/6 + (0.3 - 1/6) / 0.75 with a variance of
    # 0.25² / 0.75, beside the prior's 1/6².
    told = season_of_all([SeasonBehind(0.0, 0.3, 0.125)])
    weights = np.array([0.75 / 0.25**2, 36.0])
    assert told[0] == pytest.approx(weights @ [1 / 6 + (0.3 - 1 / 6) / 0.75, 1 / 6] / weights.sum())
    assert told[1] == pytest.approx(weights.sum() ** -0.5)
