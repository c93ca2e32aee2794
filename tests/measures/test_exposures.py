"""Exposures: sums by hand, other fits of the same data, known truths, and what must not change an answer."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from analysis.journal.fields import Field
from analysis.measures.exposures import exposures
from tests.for_each import for_each
from tests.journals import made_up_year, make_journal


def journal_of(column, field="hydration", log_ratio=None, nights=365, seed=1, **more):
    """Independent nights at about 5 cramps a week, whose log-rate is moved by ``log_ratio``."""
    random = np.random.default_rng(seed)
    moved = np.zeros(nights) if log_ratio is None else log_ratio
    return make_journal(random.poisson(0.7 * np.exp(moved)).astype(float), fields={field: column}, **more)


def water(nights=365, seed=2):
    return np.random.default_rng(seed).normal(1800, 450, nights)


def answer_to(question, answers):
    return next(answer for answer in answers if answer.question == question)


def test_crude_ratio_output_against_poisson_regression_of_statsmodels():
    """Oracle: a Poisson GLM on the exposure, where nights are independent."""
    amounts = water(730)
    journal = journal_of(amounts, log_ratio=np.log(0.7) * (amounts - 1800) / 500, nights=730)
    fitted = sm.GLM(
        journal.nights["cramps"].to_numpy(), sm.add_constant(amounts / 500), family=sm.families.Poisson()
    ).fit()
    found = answer_to("hydration", exposures(journal))
    assert found.crude.ratio == pytest.approx(np.exp(fitted.params[1]), rel=0.01)
    assert np.log(found.crude.high / found.crude.low) == pytest.approx(2 * 1.96 * fitted.bse[1], rel=0.2)
    assert found.verdict == "fewer_cramps"
    assert (found.step, found.unit, found.form) == (500, "mL/day", "per_step")


def test_adjusting_undoes_confounding_that_the_crude_ratio_shows():
    """Oracle: the truth of the simulation. Standing doubles the rate for 2 hours; caffeine follows standing
    and does nothing itself."""
    random = np.random.default_rng(5)
    standing = np.clip(random.normal(5, 2, 730), 0, 14)
    caffeine = np.round(np.clip(standing / 2 + random.normal(0, 1, 730), 0, 8))
    counts = random.poisson(0.5 * np.exp(np.log(2) / 2 * (standing - 5))).astype(float)
    answers = exposures(make_journal(counts, fields={"caffeine": caffeine, "standing": standing}))
    found = answer_to("caffeine", answers)
    assert found.crude.low > 1
    assert found.adjusted.low < 1 < found.adjusted.high
    assert found.verdict == "no_clear_difference"
    assert "standing" in found.adjusted_for
    assert answer_to("standing", answers).adjusted.ratio == pytest.approx(2**0.5, rel=0.1)


def test_activity_is_asked_above_and_below_the_usual():
    """Oracle: the truth of the simulation. Both ends of activity go with more cramps, 1.6 for each 30
    minutes: one straight line would show nothing."""
    activity = np.random.default_rng(6).uniform(0, 120, 730)
    away = np.abs(activity - np.median(activity)) / 30
    answers = exposures(journal_of(activity, "activity", np.log(1.6) * away - 0.5, nights=730))
    above, below = answer_to("activity_above_usual", answers), answer_to("activity_below_usual", answers)
    assert above.usual == pytest.approx(np.median(activity))
    for answer in (above, below):
        assert answer.adjusted.low < 1.6 < answer.adjusted.high
        assert answer.verdict == "more_cramps"
    assert above.curve == below.curve
    middle = min(above.curve, key=lambda point: point.per_week)
    assert middle.value == pytest.approx(60, abs=15)


def test_usual_counts_days_of_unlogged_nights_but_no_days_outside_the_journal():
    """Oracle: medians by hand. Logged days hold 10, the unlogged ones between them 50, a device's days before
    500."""
    cramps = [1, None, None, None, 0] * 20
    activity = [10.0, 50.0, 50.0, 50.0, 10.0] * 20
    before = pd.DataFrame(
        {"activity": np.full(400, 500.0)}, index=pd.date_range("2023-11-01", periods=400, unit="us")
    )
    journal = make_journal(cramps, start="2025-01-06", fields={"activity": activity}, extra_days=before)
    found = exposures(journal)[0]
    assert found.usual == 50
    assert found.nights == 40
    assert len(journal.nights) == 100


def test_levels_hold_every_night_once_and_rates_by_hand():
    """Oracle: the nights of all levels add up, and each rate is 7 × cramps / nights of its interval."""
    amounts = water()
    journal = journal_of(amounts)
    found = exposures(journal)[0]
    counts = journal.nights["cramps"].to_numpy()
    assert sum(level.rate.nights for level in found.levels) == 365
    assert sum(level.rate.cramps for level in found.levels) == counts.sum()
    assert (found.levels[0].from_, found.levels[-1].to) == (None, None)
    for level in found.levels:
        low = -np.inf if level.from_ is None else level.from_
        high = np.inf if level.to is None else level.to
        inside = (amounts >= low) & (amounts < high)
        assert level.rate.per_week == pytest.approx(7 * counts[inside].mean())
        assert level.rate.nights >= 14
        assert level.rate.low < level.rate.per_week < level.rate.high


def test_few_different_amounts_are_levels_of_their_own_by_hand():
    """Oracle: drinks of 0, 1, 2 and 7, the last on five nights only, which join the level below."""
    drinks = np.array([0.0, 1.0, 2.0] * 40)
    drinks[:5] = 7
    labels = [level.label for level in exposures(journal_of(drinks, "alcohol", nights=120))[0].levels]
    assert labels == ["<1", "1–2", "≥2"]


def test_yes_and_no_are_levels_and_the_ratio_compares_them():
    """Oracle: raw rates by hand; the ratio of independent nights is theirs."""
    stretched = np.random.default_rng(7).random(365) < 0.4
    journal = journal_of(stretched, "stretching", np.log(0.4) * stretched)
    found = exposures(journal)[0]
    counts = journal.nights["cramps"].to_numpy()
    assert [level.label for level in found.levels] == ["no", "yes"]
    assert found.levels[1].rate.per_week == pytest.approx(7 * counts[stretched].mean())
    raw = counts[stretched].mean() / counts[~stretched].mean()
    assert found.crude.ratio == pytest.approx(raw, rel=0.02)
    assert found.verdict == "fewer_cramps"
    assert found.curve == ()


def test_levels_of_activity_are_asked_one_step_at_a_time():
    """Oracle: the names in their order, and the truth of the simulation (1.5 a step)."""
    place = np.random.default_rng(8).integers(0, 4, 500)
    names = np.array(["none", "light", "moderate", "vigorous"])[place]
    found = exposures(journal_of(names, "activity_level", np.log(1.5) * (place - 1.5), nights=500))[0]
    assert [level.label for level in found.levels] == ["none", "light", "moderate", "vigorous"]
    assert found.adjusted.low < 1.5 < found.adjusted.high
    assert [point.value for point in found.curve] == [0, 1, 2, 3]


def test_own_columns_are_asked_per_natural_step():
    """Oracle: the middle half of uniform 0 to 100 is 50 wide, and so is the step."""
    own = Field("garden_minutes", "day", "number", "Garden")
    amounts = np.linspace(0, 100, 365)
    found = exposures(journal_of(amounts, "garden_minutes", own_fields=[own]))[0]
    assert (found.question, found.step, found.label) == ("garden_minutes", 50, "Garden")
    assert found.reason is None


def test_measures_of_one_thing_are_not_adjusted_for_each_other():
    """Oracle: by name. Steps beside activity, and over-exertion, are adjusted for water but not for one
    another."""
    random = np.random.default_rng(9)
    activity = random.uniform(0, 100, 365)
    fields = {
        "hydration": water(),
        "activity": activity,
        "steps": activity * 80 + random.normal(0, 500, 365).clip(0),
        "overexertion": activity > 85,
    }
    counts = random.poisson(0.7, 365).astype(float)
    answers = exposures(make_journal(counts, fields=fields))
    names = {answer.question: set(answer.adjusted_for) for answer in answers}
    assert names["steps_above_usual"] == names["overexertion"] == {"hydration"}
    assert names["hydration"] == {"activity_above_usual", "activity_below_usual"}


def test_order_of_the_columns_changes_nothing():
    """Oracle: invariance; columns of a journal have no order."""
    journal = made_up_year(nights=200)
    turned = replace(journal, days=journal.days[journal.days.columns[::-1]])
    assert exposures(turned) == exposures(journal)


def test_moving_all_dates_by_28_years_changes_no_number():
    """Oracle: the calendar repeats after 28 years."""
    here, there = made_up_year(nights=200, start="2024-03-01"), made_up_year(nights=200, start="1996-03-01")
    assert exposures(here) == exposures(there)


def test_another_unit_scales_the_ratio_by_its_power():
    """Oracle: arithmetic. The same water in an own column in litres: the ratio for 1 L is the square of that
    for 500 mL."""
    amounts = water()
    own = Field("litres", "day", "number", "Litres", step=1.0)
    counts = np.random.default_rng(1).poisson(0.7 * np.exp(-(amounts - 1800) / 1000)).astype(float)
    in_ml = exposures(make_journal(counts, fields={"hydration": amounts}))[0]
    in_l = exposures(make_journal(counts, fields={"litres": amounts / 1000}, own_fields=[own]))[0]
    assert in_l.adjusted.ratio == pytest.approx(in_ml.adjusted.ratio**2, rel=1e-6)
    assert in_l.adjusted.p_value == pytest.approx(in_ml.adjusted.p_value, rel=1e-6)
    assert in_l.chances.fewer == pytest.approx(in_ml.chances.fewer, abs=1e-4)
    assert in_l.chances.ratio == pytest.approx(in_ml.chances.ratio**2, rel=1e-3)


@for_each(
    ("cramps", "column", "field", "reason", "needed"),
    [
        ([1] * 20, list(range(20)), "caffeine", "too_few_nights", 8),
        ([0] * 60, list(range(60)), "sitting", "no_cramps", None),
        ([0] * 57 + [1, 0, 1], list(range(60)), "sitting", "too_few_cramps", None),
        ([1, 0] * 30, [3.0] * 60, "caffeine", "does_not_vary", None),
        ([1, 0] * 30, [3.0] * 55 + [4.0] * 5, "caffeine", "does_not_vary", None),
        ([1, 0] * 30, [1800.0, 1900.0, 2000.0] * 20, "hydration", "does_not_vary", None),
        ([1, 0] * 30, [True] * 60, "stretching", "one_level_only", None),
        ([1, 0] * 30, [True] * 6 + [False] * 54, "stretching", "too_few_nights", 4),
    ],
)
def test_refusals_by_name_with_what_is_missing(cramps, column, field, reason, needed):
    """Oracle: by hand against the documented thresholds: 28 nights, 10 a level, 5 cramps, half a step."""
    found = exposures(make_journal(cramps, fields={field: column}))[0]
    assert (found.verdict, found.reason, found.nights_needed) == ("not_enough_data", reason, needed)
    assert found.adjusted.ratio is None
    assert found.crude.p_value is None
    assert found.q_value is None
    assert found.curve == ()


def test_unlogged_nights_inform_no_ratio():
    """Oracle: absurd water on unlogged nights changes nothing but the usual."""
    amounts = water()
    counts = np.random.default_rng(3).poisson(0.7, 365).astype(float)
    counts[50:80] = np.nan
    absurd = amounts.copy()
    absurd[50:80] = 7999
    plain, other = (
        exposures(make_journal(counts, fields={"hydration": values}))[0] for values in (amounts, absurd)
    )
    assert plain.crude == other.crude
    assert plain.adjusted == other.adjusted
    assert plain.levels == other.levels
    assert plain.usual != other.usual


def test_a_night_that_lacks_one_answer_still_counts_for_the_others():
    """Oracle: caffeine recorded on half of the nights leaves the adjusted water about as precise as the
    crude."""
    random = np.random.default_rng(4)
    caffeine = random.integers(0, 5, 365).astype(float)
    caffeine[random.random(365) < 0.5] = np.nan
    counts = random.poisson(0.7, 365).astype(float)
    answers = exposures(make_journal(counts, fields={"hydration": water(), "caffeine": caffeine}))
    found = answer_to("hydration", answers)
    assert found.nights == 365
    crude, adjusted = (np.log(ratio.high / ratio.low) for ratio in (found.crude, found.adjusted))
    assert adjusted / crude < 1.15
    assert answer_to("caffeine", answers).nights == np.isfinite(caffeine).sum()


def test_few_cramps_leave_out_what_they_cannot_bear():
    """Oracle: five cramps a column. 12 cramps bear two: water, and the first of the others."""
    counts = np.zeros(120)
    counts[::10] = 1
    random = np.random.default_rng(5)
    fields = {
        "hydration": water(120),
        "caffeine": random.integers(0, 5, 120),
        "alcohol": random.integers(0, 4, 120),
    }
    found = answer_to("hydration", exposures(make_journal(counts, fields=fields)))
    assert found.adjusted_for == ("caffeine",)


def test_a_journal_without_exposures_asks_nothing():
    """Oracle: no question, no answer."""
    assert exposures(make_journal([1, 0, 2] * 30)) == ()
    assert exposures(make_journal([])) == ()
