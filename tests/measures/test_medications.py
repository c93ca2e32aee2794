"""Before and after a change: windows by hand, known truths, caveats by name."""

from datetime import date, timedelta

import numpy as np
import pytest

from analysis.measures.medications import medication_changes
from tests.journals import clustered_counts, make_journal

START = date(2025, 1, 1)


def change(night, medication="magnesium", what="start", dose=400.0, **more):
    told = {"night": night, "medication": medication, "change": what, "dose": dose, "unit": "mg"}
    return {**told, "generic": medication, **more}


def journal_with(changes, counts=None, nights=200, per_night=0.6, seed=1, **more):
    if counts is None:
        counts = np.random.default_rng(seed).poisson(per_night, nights).astype(float)
    return make_journal(counts, start=str(START), changes=changes, **more)


def night(place):
    return START + timedelta(days=place)


def test_windows_are_half_a_year_at_most_and_the_night_of_the_change_is_after():
    """Oracle: counted by hand; sums over the same nights."""
    journal = journal_with([change(200)], nights=400)
    [found] = medication_changes(journal)
    assert (found.before_from, found.before_to) == (night(18), night(199))
    assert (found.after_from, found.after_to) == (night(200), night(381))
    counts = journal.nights["cramps"].to_numpy()
    assert (found.before.nights, found.after.nights) == (182, 182)
    assert found.before.per_week == pytest.approx(7 * counts[18:200].mean())
    assert found.after.per_week == pytest.approx(7 * counts[200:382].mean())
    assert found.caveats == ("season",) or found.caveats == ()


def test_windows_are_cut_at_the_next_change_of_any_medicine():
    """Oracle: changes at 60, 100 and 130: the middle one has 40 nights before and 30 after."""
    told = [change(60, "a"), change(100, "b"), change(130, "a", "stop", None)]
    first, middle, last = medication_changes(journal_with(told))
    assert (middle.before_from, middle.before_to) == (night(60), night(99))
    assert (middle.after_from, middle.after_to) == (night(100), night(129))
    assert (first.before_from, first.after_to) == (night(0), night(99))
    assert (last.before_from, last.after_to) == (night(100), night(199))
    assert all("overlapping_change" in found.caveats for found in (first, middle, last))


def test_wash_out_counts_for_neither_side():
    """Oracle: with 14 nights, after is 114 to 155 + 14, and the next change's before begins 14 nights after
    this one."""
    first, second = medication_changes(journal_with([change(100), change(150, "b")]), washout=14)
    assert (first.after_from, first.after_to) == (night(114), night(149))
    assert (second.before_from, second.before_to) == (night(114), night(149))
    assert second.after_from == night(164)


def test_independent_nights_give_the_truth_and_a_direction():
    """Oracle: the truth of the simulation, a quarter of 8 cramps a week, far from any season's size."""
    counts = np.random.default_rng(3).poisson(np.where(np.arange(200) < 100, 1.2, 0.3)).astype(float)
    [found] = medication_changes(journal_with([change(100)], counts))
    assert found.verdict == "fewer_cramps"
    assert found.change_ratio.low < 0.25 < found.change_ratio.high
    assert found.q_value == pytest.approx(found.change_ratio.p_value)
    assert found.usual_range.low > found.after.per_week
    assert found.date_rank.of is None


@pytest.mark.slow
def test_clustered_nights_without_a_change_show_none_in_nearly_all():
    """Oracle: the truth of the simulation is 1. Of 20 journals at most 4 intervals may miss it (a 95 %
    interval misses more than 4 of 20 in fewer than 1 of 300). How well intervals hold, the calibrations
    tell: that of few changes at each run."""
    random = np.random.default_rng(11)
    missed = 0
    for _ in range(20):
        counts = clustered_counts(random, 200, 4.0, sigma=0.8, rho=0.85)
        ratio = medication_changes(journal_with([change(100)], counts))[0].change_ratio
        missed += not (ratio.low or 0) <= 1 <= (np.inf if ratio.high is None else ratio.high)
    assert missed <= 4


def test_no_cramps_before_leaves_only_the_lower_bound():
    """Oracle: a rate over none has no upper bound."""
    counts = np.concatenate([np.zeros(100), np.random.default_rng(5).poisson(1.0, 100)]).astype(float)
    [found] = medication_changes(journal_with([change(100)], counts))
    assert (found.change_ratio.ratio, found.change_ratio.high) == (None, None)
    assert found.change_ratio.low > 1
    assert found.verdict == "more_cramps"


def test_no_cramps_after_is_a_ratio_of_nought():
    """Oracle: none over a rate is 0; the upper bound stands."""
    counts = np.concatenate([np.random.default_rng(5).poisson(1.0, 100), np.zeros(100)]).astype(float)
    [found] = medication_changes(journal_with([change(100)], counts))
    assert (found.change_ratio.ratio, found.change_ratio.low) == (0, 0)
    assert found.change_ratio.high < 1
    assert found.verdict == "fewer_cramps"


def test_usual_range_has_not_seen_the_nights_after():
    """Oracle: what the nights after hold cannot move it; a storm after the change leaves it where it was."""
    calm = np.random.default_rng(6).poisson(0.5, 200).astype(float)
    storm = calm.copy()
    storm[100:156] = 9
    quiet, wild = (medication_changes(journal_with([change(100)], counts))[0] for counts in (calm, storm))
    assert quiet.usual_range == wild.usual_range
    assert quiet.usual_range.low < quiet.after.per_week < quiet.usual_range.high
    assert wild.usual_range.high < wild.after.per_week


def test_the_only_halving_of_two_years_is_unlike_the_other_dates():
    """Oracle: by construction. A steady one cramp a night before and none in 2 of 3 nights after: no other
    date with windows clear of the change swings at all."""
    counts = np.ones(730)
    counts[400:] = np.tile([1.0, 0.0, 0.0], 110)
    [found] = medication_changes(journal_with([change(400)], counts))
    others = [place for place in range(182, 730 - 182 + 1) if not place - 182 < 400 < place + 182]
    assert (found.date_rank.as_extreme, found.date_rank.of) == (0, len(others))
    assert len(found.other_dates) == len(others)


def test_changes_of_one_night_share_their_comparison_and_count_once():
    """Oracle: two medicines started on one night cannot be told apart: one question, so q equals p."""
    counts = np.random.default_rng(3).poisson(np.where(np.arange(200) < 100, 1.2, 0.3)).astype(float)
    one, other = medication_changes(journal_with([change(100, "a"), change(100, "b")], counts))
    assert one.change_ratio == other.change_ratio
    assert one.q_value == pytest.approx(one.change_ratio.p_value)
    assert "same_night_change" in one.caveats
    assert "same_night_change" in other.caveats
    assert "overlapping_change" not in one.caveats


def test_a_change_after_a_bad_month_says_so():
    """Oracle: by hand. One cramp every second night, but every night in the 28 before the change: twice the
    rate."""
    counts = np.tile([1.0, 0.0], 100)
    bad = counts.copy()
    bad[72:100] = 1
    assert "after_a_bad_spell" in medication_changes(journal_with([change(100)], bad))[0].caveats
    assert "after_a_bad_spell" not in medication_changes(journal_with([change(100)], counts))[0].caveats


@pytest.mark.parametrize(("hemisphere", "more"), [("north", True), ("south", False)])
def test_season_is_named_with_its_size(hemisphere, more):
    """Oracle: from April and May into June and July the published curve rises in the north and falls in the
    south."""
    [found] = medication_changes(journal_with([change(150)], nights=300), hemisphere=hemisphere)
    assert "season" in found.caveats
    assert (found.season_ratio > 1.1) == more
    assert (found.season_ratio < 0.95) != more


def test_logging_that_changed_and_few_nights_are_named():
    """Oracle: by hand. All nights logged before, every third after: 100 and 34 nights;
    then 60 of which every third is 20."""
    counts = np.random.default_rng(7).poisson(0.8, 200).astype(float)
    counts[100:][np.arange(100) % 3 != 0] = np.nan
    [found] = medication_changes(journal_with([change(100)], counts))
    assert (found.before.nights, found.after.nights) == (100, 34)
    assert "logging_changed" in found.caveats
    [found] = medication_changes(journal_with([change(100)], counts[:160]))
    assert (found.before.nights, found.after.nights) == (100, 20)
    assert {"logging_changed", "few_nights"} <= set(found.caveats)


def test_doses_follow_from_change_to_change_by_hand():
    """Oracle: started at 20, raised to 40, stopped; another medicine in between changes nothing."""
    told = [
        change(60, "furosemide", "start", 20.0),
        change(90, "magnesium", "start", 400.0),
        change(120, "furosemide", "increase", 40.0),
        change(160, "furosemide", "stop", None),
    ]
    found = medication_changes(journal_with(told, nights=250))
    assert [(item.dose_before, item.dose_after) for item in found] == [
        (None, 20.0),
        (None, 400.0),
        (20.0, 40.0),
        (40.0, None),
    ]


def test_published_evidence_stands_with_its_source():
    """Oracle: the abstract of PMID 22157068: loop diuretics 1.20 (1.00 to 1.44), statins 1.16 (1.04 to
    1.29)."""
    told = [
        change(60, "furosemide", drug_class="loop diuretic"),
        change(100, "atorvastatin", drug_class="statin"),
        change(140, "unheard", drug_class=None),
    ]
    loop, statin, unknown = medication_changes(journal_with(told))
    assert (loop.evidence.size.ratio, loop.evidence.size.low, loop.evidence.size.high) == (1.20, 1.00, 1.44)
    assert (statin.evidence.size.ratio, statin.evidence.size.high) == (1.16, 1.29)
    assert "22157068" in loop.evidence.source
    assert unknown.evidence is None


@pytest.mark.parametrize(
    ("place", "counts", "reason", "needed"),
    [
        (8, None, "too_few_nights_before", None),
        (195, None, "too_few_nights", 9),
        (-30, None, "outside_the_nights", None),
        (300, None, "outside_the_nights", None),
        (100, np.zeros(200), "no_cramps", None),
        (100, np.where(np.arange(200) == 90, 3.0, 0.0), "too_few_cramps", None),
    ],
)
def test_refusals_by_name_with_what_is_missing(place, counts, reason, needed):
    """Oracle: by hand against the documented thresholds: 14 nights a side, 5 cramps."""
    [found] = medication_changes(journal_with([change(place)], counts))
    assert (found.verdict, found.reason, found.nights_needed) == ("not_enough_data", reason, needed)
    assert found.change_ratio.p_value is None
    assert (found.usual_range.low, found.date_rank.of, found.q_value) == (None, None, None)


def test_a_window_that_can_no_longer_grow_asks_for_no_nights():
    """Oracle: by hand. Changes on nights 50, 60 and 100: 10 nights lie between the first two, 40 between the
    others. Where a change is to come after the journal's last night, 5 nights later, even those are too few.
    The windows of the last were long enough, but only 8 nights before it were logged."""
    first, second, third = medication_changes(journal_with([change(50), change(60, "b"), change(100, "c")]))
    assert (first.reason, first.nights_needed) == ("next_change_too_near", None)
    assert (second.reason, second.nights_needed) == ("previous_change_too_near", None)
    assert third.reason is None
    near, _ = medication_changes(journal_with([change(195), change(205, "b")]))
    assert (near.reason, near.nights_needed) == ("next_change_too_near", None)
    far, _ = medication_changes(journal_with([change(195), change(215, "b")]))
    assert (far.reason, far.nights_needed) == ("too_few_nights", 9)
    counts = np.where((np.arange(200) < 92) & (np.arange(200) > 0), np.nan, 1.0)
    [sparse] = medication_changes(journal_with([change(100)], counts))
    assert (sparse.reason, sparse.nights_needed) == ("too_few_nights", None)


def test_nights_without_entry_unknown_refuses_every_change():
    """Oracle: without the nights that hold no cramp there is no rate."""
    journal = make_journal([1, None, None] * 60, changes=[change(90)], never_says_none=True)
    [found] = medication_changes(journal)
    assert found.reason == "nights_without_entry_unknown"
    assert (found.before.per_week, found.change_ratio.ratio) == (None, None)


def test_moving_all_dates_by_28_years_changes_no_number():
    """Oracle: the calendar repeats after 28 years."""
    counts = clustered_counts(np.random.default_rng(2), 300, 4.0)
    results = []
    for start in ("2024-02-01", "1996-02-01"):
        [found] = medication_changes(make_journal(counts, start=start, changes=[change(150)]))
        results.append((found.change_ratio, found.usual_range, found.other_dates, found.season_ratio))
    assert results[0] == results[1]


def test_order_of_the_rows_changes_nothing():
    """Oracle: invariance; a file's changes may stand in any order."""
    told = [change(60, "a"), change(100, "b"), change(150, "a", "stop", None)]
    counts = np.random.default_rng(8).poisson(0.7, 220).astype(float)
    forwards = medication_changes(journal_with(told, counts))
    assert medication_changes(journal_with(told[::-1], counts)) == forwards


def test_chances_agree_with_the_ratio_and_are_nested():
    """Oracle: a fall of 70 % in half a year is nearly sure and its shrunk size lies between the plain one and
    1; a halving implies a fall of a quarter, and that any fall."""
    random = np.random.default_rng(8)
    counts = np.concatenate([random.poisson(1.0, 180), random.poisson(0.3, 180)]).astype(float)
    [found] = medication_changes(journal_with([change(180)], counts))
    chances = found.chances
    assert found.verdict == "fewer_cramps"
    assert 0 <= chances.half_fewer <= chances.quarter_fewer <= chances.fewer <= 1
    assert chances.fewer > 0.99
    assert found.change_ratio.ratio < chances.ratio < 1


def test_a_range_wider_than_tenfold_says_why():
    """Oracle: by construction: two cramps against four among independent nights are few; 60 cramps in two
    storms are many, but in long runs."""
    few = np.zeros(60)
    few[[3, 12, 20, 25, 40, 50]] = 1
    [found] = medication_changes(journal_with([change(30)], few))
    assert found.unclear == "few_cramps"
    storms = np.zeros(120)
    storms[20:32], storms[80:88] = 4, 3
    [found] = medication_changes(journal_with([change(60)], storms))
    assert found.unclear == "long_runs"
