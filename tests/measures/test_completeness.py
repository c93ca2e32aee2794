"""What was logged: counts by hand, and logging that leans by construction."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis.measures.completeness import completeness
from tests.journals import made_up_year, make_journal


def test_gaps_and_months_by_hand():
    """Oracle: 30 January to 8 February 2025, with gaps of one and of three nights."""
    found = completeness(make_journal([1, None, 0, 0, None, None, None, 0, 2, 0], start="2025-01-30"))
    assert (found.nights, found.logged, found.share) == (10, 6, 0.6)
    assert [(gap.start, gap.end, gap.nights) for gap in found.gaps] == [
        (date(2025, 1, 31), date(2025, 1, 31), 1),
        (date(2025, 2, 3), date(2025, 2, 5), 3),
    ]
    assert found.longest_gap == found.gaps[1]
    assert [(month.start, month.nights, month.logged) for month in found.months] == [
        (date(2025, 1, 1), 2, 1),
        (date(2025, 2, 1), 8, 5),
    ]


def test_best_and_worst_case_by_hand():
    """Oracle: 3 cramps on 2 of 6 logged nights, 4 unlogged: none on them, or 1.5 on each."""
    found = completeness(make_journal([1, None, 0, 0, None, None, None, 0, 2, 0]))
    assert found.best_case == pytest.approx(7 * 3 / 10)
    assert found.worst_case == pytest.approx(7 * (3 + 4 * 1.5) / 10)


def test_bounds_hold_the_rate_of_the_logged_nights():
    """Oracle: order. Fewer is not possible, more not in this sense."""
    journal = made_up_year()
    found = completeness(journal)
    rate = 7 * journal.nights["cramps"].mean()
    assert found.best_case < rate < found.worst_case


def test_logging_that_leans_to_nights_after_a_cramp_is_seen():
    """Oracle: the truth of the simulation. 9 of 10 nights are logged after a cramp, half of the others."""
    random = np.random.default_rng(1)
    cramps = (random.random(400) < 0.4).astype(float)
    chance = np.where(np.concatenate([[0], cramps[:-1]]) > 0, 0.9, 0.5)
    found = completeness(make_journal(np.where(random.random(400) < chance, cramps, np.nan))).leaning
    assert found.leans
    assert found.ratio.low < 0.9 / 0.5 < found.ratio.high
    assert found.after_cramp_share == pytest.approx(0.9, abs=0.06)
    assert found.after_none_share == pytest.approx(0.5, abs=0.1)


def test_even_logging_does_not_lean_in_19_of_20():
    """Oracle: the truth of the simulation. Of 50 evenly logged journals at most 7 may seem to lean
    (binomial, 1 in 300)."""
    random = np.random.default_rng(2)
    leaning = 0
    for _ in range(50):
        cramps = (random.random(200) < 0.4).astype(float)
        cramps[random.random(200) < 0.3] = np.nan
        leaning += bool(completeness(make_journal(cramps)).leaning.leans)
    assert leaning <= 7


def test_of_a_gap_only_its_first_night_tells():
    """Oracle: a cramp, then ten unlogged nights: one night after a cramp, not logged."""
    found = completeness(make_journal([1, *[None] * 10, 0, 0])).leaning
    assert (found.after_cramp_nights, found.after_cramp_share) == (1, 0)
    assert (found.after_none_nights, found.after_none_share) == (1, 1)
    assert found.leans is None
    assert found.ratio.ratio is None


def test_without_a_range_nothing_is_said_about_leaning():
    """Oracle: every third night is logged, so that no night after another ever is."""
    found = completeness(make_journal([1, None, None, 0, None, None] * 20 + [0])).leaning
    assert (found.after_cramp_nights, found.after_none_nights) == (20, 20)
    assert (found.after_cramp_share, found.after_none_share) == (0, 0)
    assert found.leans is None


def test_nights_that_are_only_assumed_count_as_not_logged():
    """Oracle: three entries on eight nights; the bounds are none on the others and one cramp on each."""
    cramps = [1, 0, 0, 1, 0, 0, 0, 1]
    assumed = pd.DatetimeIndex(
        pd.date_range("2025-01-06", periods=8, unit="us")[[place for place in range(8) if not cramps[place]]]
    )
    journal = replace(
        make_journal(cramps, never_says_none=True, unlogged_assumed_cramp_free=True), nights_assumed=assumed
    )
    found = completeness(journal)
    assert (found.nights, found.logged) == (8, 3)
    assert (found.best_case, found.worst_case) == (pytest.approx(7 * 3 / 8), pytest.approx(7))
    assert found.leaning.leans is None


def test_an_empty_journal_has_no_share():
    """Oracle: nothing over nothing."""
    found = completeness(make_journal([]))
    assert (found.nights, found.share, found.best_case, found.longest_gap) == (0, None, None, None)


def test_nights_that_were_left_out_count_for_nothing():
    """Oracle: by hand: of ten nights two are left out: six of eight are logged, and a night left out is no
    gap."""
    journal = make_journal([1, 0, None, 2, None, None, 0, 1, 0, 0], start="2025-03-27")
    apart = pd.DatetimeIndex(["2025-03-29", "2025-04-01"])
    counts = journal.nights["cramps"].copy()
    found = completeness(replace(journal, left_out=apart))
    assert (found.nights, found.logged, found.share) == (8, 7, 7 / 8)
    assert [(gap.start, gap.end, gap.nights) for gap in found.gaps] == [
        (date(2025, 3, 31), date(2025, 3, 31), 1)
    ]
    assert found.longest_gap == found.gaps[0]
    assert [(month.start, month.nights, month.logged) for month in found.months] == [
        (date(2025, 3, 1), 4, 3), (date(2025, 4, 1), 4, 4),
    ]  # fmt: skip
    # 4 cramps on 3 cramp nights: an unlogged night at 4/3.
    assert int(counts.sum()) == 4
    assert found.best_case == pytest.approx(7 * 4 / 8)
    assert found.worst_case == pytest.approx(7 * (4 + 4 / 3) / 8)


def test_leaning_needs_ten_nights_on_either_side():
    """Oracle: nights after a cramp and after none counted by hand."""
    nine, ten = [1, 0] * 9 + [0], [1, 0] * 10 + [0]
    for counts, size, says in ((nine, 9, None), (ten, 10, False)):
        found = completeness(make_journal(counts)).leaning
        assert (found.after_cramp_nights, found.after_none_nights) == (size, size)
        assert (found.after_cramp_share, found.after_none_share) == (1, 1)
        assert (found.ratio.ratio is None) == (size < 10)
        assert found.leans is says
