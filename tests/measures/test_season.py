"""The published season curve against the figures of its abstract (PMID 25623650)."""

from datetime import date

import numpy as np
import pytest

from analysis.measures.season import season_curve, season_ratio

YEAR = np.arange("2023-01-01", "2027-01-01", dtype="datetime64[D]")


def test_peak_to_trough_is_two_thirds_of_the_mean_and_about_double():
    """Oracle: "a peak-to-peak variability that was about two-thirds of the mean"; "roughly doubled"."""
    curve = season_curve(YEAR)
    assert curve.mean() == pytest.approx(1, abs=1e-3)
    assert np.ptp(curve) == pytest.approx(2 / 3, abs=1e-3)
    assert curve.max() / curve.min() == pytest.approx(2, abs=1e-3)


@pytest.mark.parametrize(("hemisphere", "month"), [("north", 7), ("south", 1)])
def test_peak_is_in_july_in_the_north_and_january_in_the_south(hemisphere, month):
    """Oracle: the months of the published highs."""
    peak = YEAR[np.argmax(season_curve(YEAR, hemisphere))].astype(date)
    assert peak.month == month


def test_ratio_of_winter_and_summer_by_hand():
    """Oracle: mid-January over mid-July is 1/2; the other way round in the south; nothing to compare is
    None."""
    winter, summer = np.array(["2025-01-14"], "datetime64[D]"), np.array(["2025-07-15"], "datetime64[D]")
    assert season_ratio(summer, winter) == pytest.approx(0.5, abs=0.01)
    assert season_ratio(summer, winter, "south") == pytest.approx(2, abs=0.03)
    assert season_ratio(summer[:0], winter) is None
