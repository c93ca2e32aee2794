"""The published yearly curve of leg cramps."""

from typing import Literal

import numpy as np

from analysis.measures.windows import Dates, Floats, days_of_year

Hemisphere = Literal["north", "south"]

YEAR = 365.25
NORTHERN_PEAK = 196.0  # 15 July: the published highs are in July (north) and January (south)


def season_curve(
    dates: Dates, hemisphere: Hemisphere = "north", *, peak_to_trough_of_mean: float = 2 / 3
) -> Floats:
    """Rate relative to the yearly mean on each date. [-]

    A sine with its peak in mid-summer and a distance from peak to trough of two thirds of the mean, so that
    the rate about doubles from trough to peak (new quinine prescriptions in British Columbia, and searches in
    the United States and Australia; Garrison 2015, PMID 25623650). A curve of populations: no single person
    needs to follow it.
    """
    peak = published_peak(hemisphere)
    return 1 + peak_to_trough_of_mean / 2 * np.cos(2 * np.pi * (days_of_year(dates) - peak) / YEAR)


def published_peak(hemisphere: Hemisphere) -> float:
    """Day of the year on which the published curve is highest. [days]"""
    return NORTHERN_PEAK if hemisphere == "north" else NORTHERN_PEAK - YEAR / 2


def season_ratio(before: Dates, after: Dates, hemisphere: Hemisphere = "north") -> float | None:
    """What the published curve alone would give, after / before. [-] None where either holds no night."""
    if len(before) == 0 or len(after) == 0:
        return None
    return float(season_curve(after, hemisphere).mean() / season_curve(before, hemisphere).mean())
