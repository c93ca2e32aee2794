"""Windows on both sides of a change, and what else could lie behind a difference: by hand."""

import numpy as np
import pytest

from analysis.measures.caveats import caveats, change_windows, refused_windows
from analysis.measures.windows import nights_of
from tests.for_each import for_each
from tests.journals import make_journal


@pytest.mark.parametrize(
    ("places", "change", "washout", "before", "after", "cut"),
    [
        ([100], 100, 0, (44, 100), (100, 156), (False, False)),
        ([20], 20, 0, (0, 20), (20, 76), (False, False)),
        ([180], 180, 0, (124, 180), (180, 200), (False, False)),
        ([80, 100, 120], 100, 0, (80, 100), (100, 120), (True, True)),
        ([80, 100], 100, 7, (87, 100), (107, 163), (True, False)),
    ],
)
def test_windows_by_hand(places, change, washout, before, after, cut):
    """Oracle: 56 nights each way of 200, cut at other changes, by hand."""
    found = change_windows(places, change, 200, 56, washout)
    assert (found.before, found.change) == before
    assert (found.after, found.end) == after
    assert (found.cut_before, found.cut_after) == cut


def named(counts, change, season=None, places=None):
    nights = nights_of(make_journal(counts))
    found = change_windows(places or [change], change, len(counts), 56, 0)
    arms = nights.within(found.before, found.change), nights.within(found.after, found.end)
    return caveats(nights, found, *arms, season)


def test_every_caveat_by_its_own_cause():
    """Oracle: journals made so that one thing holds; the thresholds are those of the docstring."""
    even = [0.0, 1.0] * 100
    assert named(even, 100) == ()
    assert named(even, 100, places=[100, 100]) == ("same_night_change",)
    assert named(even, 100, places=[60, 100]) == ("overlapping_change",)
    assert named(even, 100, season=1.2) == named(even, 100, season=1 / 1.2) == ("season",)
    assert named(even, 100, season=1.05) == ()
    bad = np.where((np.arange(200) >= 72) & (np.arange(200) < 100), 2.0, even)
    assert named(bad, 100) == ("after_a_bad_spell",)
    half = [None if place >= 100 and place % 10 < 4 else value for place, value in enumerate(even)]
    assert named(half, 100) == ("logging_changed",)
    assert named(even, 180) == ("few_nights",)


def refused(counts, change, *, most=56, places=None, washout=0, least_nights=14, least_cramps=1):
    nights = nights_of(make_journal(counts))
    found = change_windows(places or [change], change, len(counts), most, washout)
    arms = nights.within(found.before, found.change), nights.within(found.after, found.end)
    return refused_windows(nights, found, *arms, least_nights=least_nights, least_cramps=least_cramps)


EVEN = [0.0, 1.0] * 60


@for_each(
    ("counts", "change", "more", "expected"),
    [
        # 14 logged nights on either side are enough; a change outside the ledger is no change of it.
        (EVEN, 60, {}, (None, None)),
        (EVEN, 14, {}, (None, None)),
        (EVEN, 106, {}, (None, None)),
        (EVEN, -1, {}, ("outside_the_nights", None)),
        (EVEN, 120, {}, ("outside_the_nights", None)),
        # Too few before: nothing that comes can mend it; it may be the change before that cuts it.
        (EVEN, 13, {}, ("too_few_nights_before", None)),
        (EVEN, 0, {}, ("too_few_nights_before", None)),
        (EVEN, 60, {"places": [50, 60]}, ("previous_change_too_near", None)),
        ([1.0] + [None] * 49 + [0.0, 1.0] * 35, 60, {}, ("too_few_nights", None)),
        # Too few after at the end of the journal: as many more as are lacking, where they can still come.
        (EVEN, 110, {}, ("too_few_nights", 4)),
        (EVEN, 119, {}, ("too_few_nights", 13)),
        (EVEN, 110, {"most": 13}, ("too_few_nights_before", None)),
        (EVEN, 60, {"places": [60, 70]}, ("next_change_too_near", None)),
        ([0.0, 1.0] * 30 + [None] * 56 + [0.0] * 4, 60, {}, ("too_few_nights", None)),
        (EVEN, 100, {"washout": 10}, ("too_few_nights", 4)),
        # Enough nights and no cramp, or too few of them.
        ([0.0] * 120, 60, {}, ("no_cramps", None)),
        ([1.0] + [0.0] * 119, 30, {"least_cramps": 2}, ("too_few_cramps", None)),
    ],
)
def test_why_two_windows_cannot_be_compared(counts, change, more, expected):
    """Oracle: nights of 120 counted by hand; 14 on either side are asked for."""
    assert refused(counts, change, **more) == expected


@pytest.mark.parametrize(
    ("places", "change", "steps", "washout", "same_night", "between"),
    [
        ([100], 100, (), 0, False, False),
        ([100, 100], 100, (), 0, True, False),
        ([80, 100], 80, (80, 100), 0, False, False),
        ([80, 90, 100], 80, (80, 100), 0, False, True),
        ([80, 80, 100], 80, (80, 100), 0, True, False),
        ([80, 100, 100], 80, (80, 100), 0, True, False),
    ],
)
def test_the_windows_of_a_course_of_steps(places, change, steps, washout, same_night, between):
    """Oracle: by hand; the nights between the first and the last step belong to neither side."""
    found = change_windows(places, change, 200, 56, washout, steps)
    assert (found.same_night, found.between) == (same_night, between)
    assert (found.before, found.change) == (change - 56, change)
    assert found.after == max(steps or (change,))
    assert found.end_without_the_ledger == found.after + 56


def test_the_thresholds_of_the_caveats_from_both_sides():
    """Oracle: the numbers of the docstring: 28 nights, half as many again, a tenth, a fifth."""
    even = [0.0, 1.0] * 100
    assert named(even, 100, season=1.1) == ("season",)
    assert named(even, 100, season=1 / 1.1) == ("season",)
    assert named(even, 100, season=1.09) == named(even, 100, season=1 / 1.09) == ()
    # 28 nights before the change at 1 a night against 0.5 elsewhere; 0.75 a night is no more than half as
    # many again.
    bad = [0.0, 1.0] * 36 + [1.0] * 28 + [0.0, 1.0] * 50
    assert "after_a_bad_spell" in named(bad, 100)
    fair = [0.0, 1.0] * 36 + [1.0, 1.0, 0.0, 1.0] * 7 + [0.0, 1.0] * 50
    assert "after_a_bad_spell" not in named(fair, 100)
    # 28 logged nights are not few; 27 are.
    assert named(even, 28) == ()
    assert named(even, 27) == ("few_nights",)
    assert named(even, 172) == ()
    assert named(even, 173) == ("few_nights",)
    # A quarter of the nights less logged, and a sixth.
    sparse = [0.0, 1.0] * 50 + [0.0, 1.0, 0.0, None] * 25
    assert "logging_changed" in named(sparse, 100, places=[100])
    fuller = [0.0, 1.0] * 50 + [0.0, 1.0, 0.0, 1.0, 0.0, None] * 17
    assert "logging_changed" not in named(fuller, 100, places=[100])
