"""The nights of a journal as arrays, and stretches of them."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.journal import Journal
from analysis.measures.refusals import Reason
from analysis.measures.results import Rate

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.intp]
Dates = npt.NDArray[np.datetime64]


@dataclass(frozen=True)
class Nights:
    """Every night of the ledger in order.

    counts : [cramps/night], NaN where it is not known whether there was one.
    rates_refused : why no rate can be given at all, else None: ``no_nights``, or
        ``nights_without_entry_unknown`` for a journal that holds only cramps while nights without entry are
        taken as unknown, or ``answers_not_understood``.
    """

    dates: Dates
    counts: Floats
    rates_refused: Reason | None

    @property
    def logged(self) -> Bools:
        """Nights for which the journal says whether there was a cramp."""
        return ~np.isnan(self.counts)

    @property
    def days_of_year(self) -> Floats:
        """1 for 1 January to 366. [days]"""
        return days_of_year(self.dates)

    def position(self, night: date | pd.Timestamp) -> int:
        """Place of a night in the ledger; below 0 or past the end for a night outside it."""
        if len(self.dates) == 0:
            return -1
        return int((np.datetime64(night, "D") - self.dates[0]).astype(int))

    def night(self, position: int) -> date:
        """The date of the evening of the night at this place."""
        return as_date(self.dates[position])

    def within(self, start: int, stop: int) -> Bools:
        """Nights from place ``start`` up to, not including, ``stop``; cut to the ledger."""
        chosen = np.zeros(len(self.dates), dtype=bool)
        chosen[max(start, 0) : max(stop, 0)] = True
        return chosen

    def only(self, chosen: Bools) -> Floats:
        """The counts with every other night as not logged, so that these keep their place in time."""
        return np.where(chosen, self.counts, np.nan)

    def rate(self, chosen: Bools) -> Rate:
        """Nights, cramps and cramps per week of some nights, without an interval."""
        known = self.counts[chosen & self.logged]
        cramps = float(known.sum())
        refused = self.rates_refused is not None or known.size == 0
        return Rate(int(known.size), cramps, None if refused else 7 * cramps / known.size)


def nights_of(journal: Journal) -> Nights:
    """The ledger of a journal as arrays.

    Nights without entry count as cramp-free only where the journal is read under that assumption.
    """
    table = journal.nights
    dates = table.index.to_numpy().astype("datetime64[D]")
    counts = np.where(table["logged"], table["cramps"], np.nan).astype(np.float64)
    refused: Reason | None = "no_nights" if len(counts) == 0 or np.isnan(counts).all() else None
    if journal.unlogged_assumed_cramp_free:
        counts = np.where(np.isnan(counts) & ~left_out(journal), 0.0, counts)
    elif journal.never_says_none and refused is None:
        refused = "nights_without_entry_unknown"
    answered = int(table["logged"].sum()) - len(journal.nights_assumed)
    # Answers that nobody understood may have said that there was none: they are asked about first.
    if refused != "no_nights" and _are_no_sample(journal.not_understood, answered):
        refused = "answers_not_understood"
    return Nights(dates, counts, refused)


def left_out(journal: Journal) -> Bools:
    """Nights of the ledger that somebody asked to leave out."""
    return np.asarray(journal.nights.index.isin(journal.left_out), dtype=np.bool_)


def _are_no_sample(
    not_understood: int, understood: int, *, least: int = 3, largest_share: float = 0.05
) -> bool:
    """Whether so many answers are not understood that the others are no sample of the nights: above a
    twentieth, the share that a 95 % interval leaves out too, and at least three. [answers]
    """
    return not_understood >= least and not_understood > largest_share * (not_understood + understood)


def without_entry(journal: Journal) -> Bools:
    """Nights of the ledger that the journal says nothing of, also where they are taken as free of cramps."""
    nights = journal.nights
    unlogged = ~nights["logged"].to_numpy(dtype=bool)
    return np.asarray(unlogged | nights.index.isin(journal.nights_assumed), dtype=np.bool_)


def days_of_year(dates: Dates) -> Floats:
    """1 for 1 January to 366. [days]"""
    days = dates.astype("datetime64[D]")
    return np.asarray((days - days.astype("datetime64[Y]").astype("datetime64[D]")).astype(np.float64) + 1)


def as_date(value: object) -> date:
    """The date of a timestamp of any kind."""
    return pd.Timestamp(value).date()  # type: ignore[arg-type]


def month_starts(dates: Dates) -> Dates:
    """The first day of each night's month."""
    return dates.astype("datetime64[M]").astype("datetime64[D]")
