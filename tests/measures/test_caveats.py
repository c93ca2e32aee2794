"""Windows on both sides of a change, and what else could lie behind a difference: by hand."""

import numpy as np
import pytest

from analysis.measures.caveats import caveats, change_windows
from analysis.measures.windows import nights_of
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
