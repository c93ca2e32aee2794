"""Pairs of periods that people ask to have compared: before and after a visit, this winter and last."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from analysis.measures.season import Hemisphere

Period = tuple[date, date]
Season = Literal["winter", "spring", "summer", "autumn"]

NIGHT = timedelta(days=1)
FEWEST_FOR_TWO = 28  # nights of a journal, below which there are no two periods to compare


@dataclass(frozen=True)
class SeasonPair:
    """A season and the same season a year before, as far as the journal reaches.

    ``year`` is the one in which the later began, also where only January or February of it is in the journal.
    """

    season: Season
    year: int
    earlier: Period
    later: Period


def halves(first: date, last: date) -> tuple[Period, Period]:
    """The first and the second half of the nights from ``first`` to ``last``; an odd night is the first's."""
    middle = first + (last - first) / 2
    return (first, middle), (middle + NIGHT, last)


def around(first: date, last: date, visit: date, *, most: int = 91) -> tuple[Period, Period]:
    """At most ``most`` nights [nights] before the day of a visit, and as many from that evening on.

    ``visit`` has to be after ``first`` and not after ``last``, so that both periods hold a night.
    """
    if not first < visit <= last:
        raise ValueError("the visit has to be after the first night and not after the last")
    reach = timedelta(days=most)
    return (max(first, visit - reach), visit - NIGHT), (visit, min(last, visit + reach - NIGHT))


def season_pairs(
    first: date, last: date, hemisphere: Hemisphere = "north", *, least: int = 28
) -> tuple[SeasonPair, ...]:
    """Every season of three whole months that the journal holds in two years running, the latest first.

    least : nights [nights] that each of the two needs to have between ``first`` and ``last``.
    """
    found = []
    for year in range(last.year, first.year - 1, -1):
        for start in (12, 9, 6, 3):
            earlier, later = (_clipped(_quarter(each, start), first, last) for each in (year - 1, year))
            if all((end - begin).days + 1 >= least for begin, end in (earlier, later)):
                found.append(SeasonPair(_season(start, hemisphere), year, earlier, later))
    return tuple(found)


def _quarter(year: int, start: int) -> Period:
    """Three months from the first of month ``start``."""
    if start == 12:
        return date(year, 12, 1), date(year + 1, 2, 29 if isleap(year + 1) else 28)
    return date(year, start, 1), date(year, start + 3, 1) - NIGHT


def _clipped(period: Period, first: date, last: date) -> Period:
    return max(period[0], first), min(period[1], last)


def _season(start: int, hemisphere: Hemisphere) -> Season:
    north: dict[int, Season] = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}
    return north[start if hemisphere == "north" else (start + 6 - 1) % 12 + 1]
