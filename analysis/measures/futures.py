"""Nights that may come, drawn from what this journal tells: for the chances of a plan."""

from dataclasses import dataclass, replace

import numpy as np

from analysis.journal import Journal
from analysis.measures.arms import HALF_A_YEAR, MEMORY, SIGMA_SPREAD, SLOPE
from analysis.measures.model import CountFit, fit_counts
from analysis.measures.refusals import Reason
from analysis.measures.season import Hemisphere, published_peak
from analysis.measures.windows import Dates, Floats, Nights, days_of_year, nights_of

MOST_HISTORY = 365
LEAST_BETWEEN = 14  # logged nights between two changes that have levels of their own


@dataclass(frozen=True)
class Outlook:
    """The last year of a journal and the nights after it up to some day.

    ``nights``: both, those to come as not logged. ``coming``: place of the first night to come.
    ``yes_no``: no night of the journal has more than one cramp, so none is drawn. ``share_logged``: of the
    last eight weeks, and so of the nights to come [-]. ``cuts``: places where a medicine changed.
    """

    nights: Nights
    coming: int
    fit: CountFit
    hemisphere: Hemisphere
    yes_no: bool
    share_logged: float
    cuts: tuple[int, ...]


@dataclass(frozen=True)
class NoOutlook:
    """Why nothing can be said of the nights to come."""

    reason: Reason
    nights_needed: int | None


def outlook(
    journal: Journal,
    end: object,
    *,
    hemisphere: Hemisphere = "north",
    least_nights: int = 28,
    least_cramps: int = 5,
    recent: int = 56,
) -> Outlook | NoOutlook:
    """What the nights up to ``end`` may bring, by the model for changes: runs, season and slope of the last
    year, at the level since the last change.

    least_nights, least_cramps : below them the journal's runs are not known well enough. [nights], [cramps]
    recent : nights whose share of logged ones the nights to come have. [nights]
    """
    known = nights_of(journal)
    rate = known.rate(np.ones(len(known.dates), dtype=bool))
    if refused := _refused(known.rates_refused, rate.nights, rate.cramps, least_nights, least_cramps):
        return refused
    first = max(0, len(known.dates) - MOST_HISTORY)
    history = known.counts[first:]
    ahead = max(0, known.position(end) - len(known.dates) + 1)  # type: ignore[arg-type]
    dates: Dates = known.dates[first] + np.arange(len(history) + ahead)
    nights = Nights(dates, np.concatenate([history, np.full(ahead, np.nan)]), None)
    changes = sorted({nights.position(night) for night in journal.changes["night"]})
    cuts = [place for place in changes if 0 < place < len(history)]
    logged = np.isfinite(history)
    return Outlook(
        nights=nights,
        coming=len(history),
        fit=_fit(nights, cuts, hemisphere),
        hemisphere=hemisphere,
        yes_no=bool(np.nanmax(history) <= 1),
        share_logged=float(logged[-recent:].mean()),
        cuts=tuple(cuts),
    )


def _refused(
    refused: Reason | None, nights: int, cramps: float, least_nights: int, least_cramps: int
) -> NoOutlook | None:
    if refused is not None:
        return NoOutlook(refused, None)
    if nights < least_nights:
        return NoOutlook("too_few_nights", least_nights - nights)
    if cramps < least_cramps:
        return NoOutlook("no_cramps" if cramps == 0 else "too_few_cramps", None)
    return None


def _fit(nights: Nights, cuts: list[int], hemisphere: Hemisphere) -> CountFit:
    """A step at each change with enough nights on both sides, a slope, and the season; the nights to come are
    at the last level."""
    columns, start, length = [], 0, len(nights.dates)
    for cut in cuts:
        enough = min(int(nights.logged[start:cut].sum()), int(nights.logged[cut:].sum()))
        if enough >= LEAST_BETWEEN:
            columns.append((np.arange(length) >= cut).astype(np.float64))
            start = cut
    columns.append(np.arange(length) / HALF_A_YEAR)
    return fit_counts(
        nights.counts,
        np.column_stack(columns),
        names=(*(f"step {number}" for number in range(len(columns) - 1)), "slope"),
        day_of_year=days_of_year(nights.dates),
        peak=published_peak(hemisphere),
        spreads={"slope": SLOPE},
        sigma_spread=SIGMA_SPREAD,
        memory=MEMORY,
    )


def draw_rates(outlook: Outlook, draws: int, random: np.random.Generator) -> Floats:
    """Expected cramps of each night to come, as far as the journal tells: draws × nights. [cramps/night]"""
    fit, data = outlook.fit, outlook.fit.data
    where = np.arange(outlook.coming, len(outlook.nights.dates))
    shares = random.multinomial(draws, fit.weights)
    found = [
        mode.draw_log_rates(data, where, data.columns[where], share, random)
        for mode, share in zip(fit.modes, shares, strict=True)
        if share
    ]
    rates = np.exp(np.minimum(np.concatenate(found), HIGHEST))
    return np.asarray(rates[random.permutation(draws)])


HIGHEST = 3.5  # log-rate; 33 cramps a night


def draw_night_counts(outlook: Outlook, rates: Floats, factor: Floats, random: np.random.Generator) -> Nights:
    """The journal with one future: counts at ``rates`` × ``factor`` on the nights to come, of which some are
    not logged as so far."""
    counts = random.poisson(rates * factor).astype(np.float64)
    if outlook.yes_no:
        counts = np.minimum(counts, 1.0)
    counts[random.random(len(counts)) >= outlook.share_logged] = np.nan
    whole = outlook.nights.counts.copy()
    whole[outlook.coming :] = counts
    return replace(outlook.nights, counts=whole)
