"""How often cramps come, and whether that changes over time."""

from dataclasses import dataclass, field, replace
from datetime import date
from operator import itemgetter
from typing import Literal

import numpy as np
import numpy.typing as npt

from analysis.journal import Journal
from analysis.measures.arms import rate_of, whole_fit
from analysis.measures.comparisons import Comparison, change_places, compare
from analysis.measures.model import CountFit, interval_of_share
from analysis.measures.parts import Run, call
from analysis.measures.refusals import Reason
from analysis.measures.results import Rate, Share
from analysis.measures.rolling import rolling_band, rolling_rate
from analysis.measures.trend import Trend, trend
from analysis.measures.windows import Bools, Nights, as_date, month_starts, nights_of

# Logged nights of a week or month below which its bar is hollow and does not set the axis.
FEW_LOGGED = {"week": 4, "month": 12}


@dataclass(frozen=True)
class Week:
    """Seven nights from ``start``; rate fields None where no night was logged."""

    start: date
    rate: Rate


@dataclass(frozen=True)
class Month:
    """The nights of one calendar month, from ``start``, its first day; rate fields None where no night was
    logged."""

    start: date
    rate: Rate


@dataclass(frozen=True)
class Frequency:
    """``rolling_per_week``: for every night of the period, the rate of the 28 nights that end with it
    [cramps/week], NaN where fewer than 14 of them are logged; ``rolling_nights`` are their dates,
    ``rolling_low`` and ``rolling_high`` the ends of its 95 % interval (see ``rolling_band``). ``reason`` says
    why the overall rate is refused, else None, ``nights_needed`` how many more logged nights it needs, and
    ``verdict`` says so; None where there is a rate, which has no direction."""

    overall: Rate
    recent: Comparison
    trend: Trend
    cramp_nights_share: Share
    cramps_per_cramp_night: float | None
    weeks: tuple[Week, ...]
    rolling_nights: tuple[date, ...]
    rolling_per_week: npt.NDArray[np.float64]
    reason: str | None = None
    nights_needed: int | None = None
    months: tuple[Month, ...] = ()
    rolling_low: npt.NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    rolling_high: npt.NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    verdict: Literal["not_enough_data"] | None = None


def frequency(
    journal: Journal,
    fit: CountFit | None = None,
    *,
    stretch: int = 28,
    least_logged: int = 14,
    least_trend_nights: int = 56,
    least_trend_cramps: int = 5,
    least_rate_nights: int = 28,
    widest: float = 10.0,
    run: Run = call,
) -> Frequency:
    """How often cramps come, and whether that changes.

    fit : of the whole journal, where one is at hand; it lends its clustering to the weeks.
    stretch : nights that are compared with as many before them [nights]. Four weeks, as in the trials, which
        count cramps per week or per four weeks (PMID 39466236, PMID 28241153).
    least_logged : nights that must be logged in each of the two [nights]. Two weeks, the run-in of the same
        trials.
    least_trend_nights : logged nights for a trend, two such stretches. [nights]
    least_trend_cramps : on them; five for one ratio (Vittinghoff and McCulloch 2007, PMID 17182981). [cramps]
    least_rate_nights, widest : on fewer logged nights than these the overall rate is refused where its
        range would reach beyond ``widest`` times the rate, or of yes/no nights times its lower end: four
        weeks, below which the journal's runs are not known well enough, and a range that tells daily cramps
        from one in ten days no more. [nights], [-]
    run : calls each part with what it is given; one that fails may then cost itself only.
    """
    nights = nights_of(journal)
    fit = fit or whole_fit(nights)
    overall = run(_overall, nights, fit, least_rate_nights, widest)
    share = run(_share, nights, fit)
    rolling = run(rolling_rate, nights, stretch, least_logged)
    band = run(rolling_band, nights, fit, rolling, stretch)
    return Frequency(
        overall=run(itemgetter(0), overall),
        recent=run(_recent, journal, nights, fit, stretch, least_logged),
        trend=run(trend, nights, least_trend_nights, least_trend_cramps),
        cramp_nights_share=share,
        cramps_per_cramp_night=run(_cramps_per_cramp_night, nights, share),
        weeks=run(_weeks, nights, fit),
        rolling_nights=tuple(as_date(night) for night in nights.dates),
        rolling_per_week=rolling,
        reason=run(itemgetter(1), overall),
        nights_needed=run(itemgetter(2), overall),
        months=run(_months, nights, fit),
        rolling_low=run(itemgetter(0), band),
        rolling_high=run(itemgetter(1), band),
        verdict=run(lambda found: "not_enough_data" if found[1] else None, overall),
    )


def _overall(
    nights: Nights, fit: CountFit | None, least_nights: int, widest: float
) -> tuple[Rate, Reason | None, int | None]:
    """The rate over all nights, why it is refused, and how many more nights it needs."""
    rate = rate_of(nights, np.ones(len(nights.dates), dtype=bool), fit)
    if nights.rates_refused is None and rate.nights < least_nights and _says_nothing(rate, widest, fit):
        refused = replace(rate, per_week=None, low=None, high=None)
        return refused, "too_few_nights", least_nights - rate.nights
    return rate, nights.rates_refused, None


def _recent(
    journal: Journal, nights: Nights, fit: CountFit | None, stretch: int, least_logged: int
) -> Comparison:
    """The last ``stretch`` nights against those before them."""
    last = len(nights.dates)
    recent = compare(
        nights,
        nights.within(last - stretch, last),
        nights.within(last - 2 * stretch, last - stretch),
        least_logged=least_logged,
        cuts=change_places(journal, nights),
        fit=fit,
    )
    if recent.reason != "too_few_nights":
        return recent
    return replace(recent, nights_needed=_nights_until_compared(nights.logged, stretch, least_logged))


def _cramps_per_cramp_night(nights: Nights, share: Share) -> float | None:
    return float(nights.counts[nights.logged].sum()) / share.cramp_nights if share.cramp_nights else None


def _nights_until_compared(logged: Bools, stretch: int, least_logged: int) -> int:
    """How many further nights, each logged, until the last ``stretch`` nights and those before them both have
    ``least_logged``: while a journal goes on, both stretches move with it. [nights]
    """
    for more in range(2 * stretch + 1):
        nights = np.concatenate([logged, np.ones(more, dtype=bool)])
        if min(nights[-stretch:].sum(), nights[-2 * stretch : -stretch].sum()) >= least_logged:
            return more
    return 2 * stretch


def _says_nothing(rate: Rate, widest: float, fit: CountFit | None) -> bool:
    if rate.per_week is None or rate.low is None or rate.high is None:
        return True
    # Yes/no nights end at 7 a week, whatever is known: only the lower end tells how little that is.
    capped = fit is not None and fit.data.yes_no
    return rate.high > widest * (rate.low if capped else rate.per_week)


def _share(nights: Nights, fit: CountFit | None) -> Share:
    if nights.rates_refused is not None or fit is None:
        known = nights.counts[nights.logged]
        return Share(int(known.size), int((known > 0).sum()), None, None, None)
    return interval_of_share(nights.counts, like=fit)


def _weeks(nights: Nights, fit: CountFit | None) -> tuple[Week, ...]:
    """Sevens of nights counted from the first night of the ledger; the last may be shorter."""
    starts = range(0, len(nights.dates), 7)
    return tuple(
        Week(nights.night(start), rate_of(nights, nights.within(start, start + 7), fit)) for start in starts
    )


def _months(nights: Nights, fit: CountFit | None) -> tuple[Month, ...]:
    """Calendar months, the first and the last as far as the ledger reaches."""
    months = month_starts(nights.dates)
    return tuple(Month(as_date(start), rate_of(nights, months == start, fit)) for start in np.unique(months))
