"""How often cramps come, and whether that changes over time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import numpy.typing as npt
from scipy.special import betaincinv

from analysis.journal import Journal
from analysis.measures.arms import rate_of, ratio_of_arms, refused_arms, whole_fit
from analysis.measures.model import CountFit, fit_counts
from analysis.measures.period_pairs import around
from analysis.measures.refusals import Reason, Unclear, verdicts, why_unclear
from analysis.measures.results import Rate, RateRatio, Verdict
from analysis.measures.rolling import rolling_rate
from analysis.measures.windows import Bools, Nights, as_date, month_starts, nights_of


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
class Comparison:
    """One stretch of nights against another: ``change`` = current / previous. Stretches that were
    ``freely_chosen`` get a range and never a direction. ``unclear``: why the range tells nothing, where it
    does not."""

    current: Rate
    previous: Rate
    current_from: date | None
    current_to: date | None
    previous_from: date | None
    previous_to: date | None
    change: RateRatio
    verdict: Verdict
    reason: str | None
    nights_needed: int | None
    q_value: float | None = None
    freely_chosen: bool = False
    unclear: Unclear | None = None


@dataclass(frozen=True)
class Trend:
    """Rate ratio per 28 nights over the whole period."""

    per_28_nights: RateRatio
    nights: int
    cramps: float
    verdict: Verdict
    reason: str | None
    nights_needed: int | None
    q_value: float | None = None


@dataclass(frozen=True)
class Share:
    """Nights with at least one cramp among the logged nights, with its 95 % interval. [-], 0 to 1"""

    nights: int
    cramp_nights: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Frequency:
    """``rolling_per_week``: for every night of the period, the rate of the 28 nights that end with it
    [cramps/week], NaN where fewer than 14 of them are logged; ``rolling_nights`` are their dates. ``reason``
    says why the overall rate is refused, else None, and ``nights_needed`` how many more logged nights it
    needs."""

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
        range would reach beyond ``widest`` times the rate: four weeks, below which the journal's runs are not
        known well enough, and a range that tells daily cramps from one in ten days no more. [nights], [-]
    """
    nights = nights_of(journal)
    fit = fit or whole_fit(nights)
    every = np.ones(len(nights.dates), dtype=bool)
    last = len(nights.dates)
    share = _share(nights, fit)
    overall = rate_of(nights, every, fit)
    cramps, reason, needed = overall.cramps, nights.rates_refused, None
    if reason is None and overall.nights < least_rate_nights and _says_nothing(overall, widest):
        overall = replace(overall, per_week=None, low=None, high=None)
        reason, needed = "too_few_nights", least_rate_nights - overall.nights
    recent = compare(
        nights,
        nights.within(last - stretch, last),
        nights.within(last - 2 * stretch, last - stretch),
        least_logged=least_logged,
        cuts=_changes(journal, nights),
        fit=fit,
    )
    if recent.reason == "too_few_nights":
        needed_now = _nights_until_compared(nights.logged, stretch, least_logged)
        recent = replace(recent, nights_needed=needed_now)
    return Frequency(
        overall=overall,
        recent=recent,
        trend=_trend(nights, least_trend_nights, least_trend_cramps),
        cramp_nights_share=share,
        cramps_per_cramp_night=cramps / share.cramp_nights if share.cramp_nights else None,
        weeks=_weeks(nights, fit),
        rolling_nights=tuple(as_date(night) for night in nights.dates),
        rolling_per_week=rolling_rate(nights, stretch, least_logged),
        reason=reason,
        nights_needed=needed,
        months=_months(nights, fit),
    )


def _nights_until_compared(logged: Bools, stretch: int, least_logged: int) -> int:
    """How many further nights, each logged, until the last ``stretch`` nights and those before them both have
    ``least_logged``: while a journal goes on, both stretches move with it. [nights]
    """
    for more in range(2 * stretch + 1):
        nights = np.concatenate([logged, np.ones(more, dtype=bool)])
        if min(nights[-stretch:].sum(), nights[-2 * stretch : -stretch].sum()) >= least_logged:
            return more
    return 2 * stretch


def compare_periods(
    journal: Journal,
    first: tuple[date, date],
    second: tuple[date, date],
    *,
    least_logged: int = 14,
    alongside: Sequence[float | None] = (),
    freely_chosen: bool = True,
) -> Comparison:
    """``second`` against ``first``, each from its first to its last night, both included.

    ``alongside`` are the p-values of the questions that were asked before (see ``Review.p_values``), so that
    a comparison that is made later is held to the same rule. Nights in both periods count for neither.

    freely_chosen : whether somebody picked the dates. Then there is a range and never a direction: the best
        and the worst month gave one in 25 % of simulated journals that hold nothing. False for pairs that are
        fixed beforehand (halves, seasons, a visit's date).
    """
    nights = nights_of(journal)
    previous, current = (
        nights.within(nights.position(start), nights.position(end) + 1) for start, end in (first, second)
    )
    both = previous & current
    comparison = compare(
        nights,
        current & ~both,
        previous & ~both,
        least_logged=least_logged,
        cuts=[*_changes(journal, nights), *_edges(current), *_edges(previous)],
        fit=whole_fit(nights),
    )
    if comparison.reason is not None:
        return comparison
    if freely_chosen:
        return replace(comparison, q_value=None, verdict="no_clear_difference", freely_chosen=True)
    [(q_value, verdict)] = verdicts([comparison.change], alongside=alongside)
    return replace(comparison, q_value=q_value, verdict=verdict)


def since(journal: Journal, visit: date, alongside: Sequence[float | None] = ()) -> Comparison | None:
    """The nights from the day of a visit on against as many before (see ``around``); None where the journal
    does not reach to both sides of it. The date was given beforehand, not chosen by what was found."""
    nights = journal.nights.index
    if not len(nights) or not nights[0].date() < visit <= nights[-1].date():
        return None
    first, second = around(nights[0].date(), nights[-1].date(), visit)
    return compare_periods(journal, first, second, alongside=alongside)


def compare(
    nights: Nights,
    current: Bools,
    previous: Bools,
    *,
    least_logged: int = 14,
    cuts: Sequence[int] = (),
    fit: CountFit | None = None,
) -> Comparison:
    """Some nights against some others, with every further night of the journal informing only how cramps come
    in runs and what the season does. The verdict is that of this one question alone."""
    arms = (current & nights.logged, previous & nights.logged)
    first, second = (rate_of(nights, arm, fit) for arm in arms)
    reason, needed = refused_arms(nights, *arms, least_logged=least_logged)
    change = ratio_of_arms(nights, *arms, cuts=cuts) if reason is None else RateRatio(None, None, None, None)
    [(q_value, verdict)] = verdicts([None if reason is not None else change])
    (current_from, current_to), (previous_from, previous_to) = _ends(nights, current), _ends(nights, previous)
    return Comparison(
        current=first,
        previous=second,
        current_from=current_from,
        current_to=current_to,
        previous_from=previous_from,
        previous_to=previous_to,
        change=change,
        verdict=verdict,
        reason=reason,
        nights_needed=needed,
        q_value=q_value,
        unclear=why_unclear(change, first, second),
    )


def _changes(journal: Journal, nights: Nights) -> list[int]:
    return [nights.position(night) for night in journal.changes["night"]]


def _edges(chosen: Bools) -> list[int]:
    places = np.flatnonzero(chosen)
    return [int(places[0]), int(places[-1]) + 1] if places.size else []


def _ends(nights: Nights, chosen: Bools) -> tuple[date | None, date | None]:
    edges = _edges(chosen)
    return (nights.night(edges[0]), nights.night(edges[1] - 1)) if edges else (None, None)


def _says_nothing(rate: Rate, widest: float) -> bool:
    return rate.per_week is None or rate.high is None or rate.high > widest * rate.per_week


def _trend(nights: Nights, least_nights: int, least_cramps: int) -> Trend:
    every = np.ones(len(nights.dates), dtype=bool)
    rate = nights.rate(every)
    reason: Reason | None = nights.rates_refused
    needed = None
    if reason is None and rate.nights < least_nights:
        reason, needed = "too_few_nights", least_nights - rate.nights
    elif reason is None and rate.cramps < least_cramps:
        reason = "no_cramps" if rate.cramps == 0 else "too_few_cramps"
    ratio = RateRatio(None, None, None, None)
    if reason is None:
        months = np.arange(len(nights.dates), dtype=np.float64) / 28
        fit = fit_counts(nights.counts, months, names=("trend",), day_of_year=nights.days_of_year)
        ratio = fit.ratio("trend")
    [(q_value, verdict)] = verdicts([None if reason is not None else ratio])
    return Trend(ratio, rate.nights, rate.cramps, verdict, reason, needed, q_value)


def _share(nights: Nights, fit: CountFit | None) -> Share:
    """Jeffreys interval (Brown, Cai and DasGupta 2001) of as many independent nights as these are worth."""
    known = nights.counts[nights.logged]
    cramp_nights = int((known > 0).sum())
    if nights.rates_refused is not None or fit is None:
        return Share(int(known.size), cramp_nights, None, None, None)
    share = cramp_nights / known.size
    worth = 1 / _nights_per_independent_night(nights, share, fit)
    low, high = (
        float(betaincinv(cramp_nights * worth + 0.5, (known.size - cramp_nights) * worth + 0.5, chance))
        for chance in (0.025, 0.975)
    )
    return Share(
        nights=int(known.size),
        cramp_nights=cramp_nights,
        share=share,
        low=0.0 if cramp_nights == 0 else low,
        high=1.0 if cramp_nights == known.size else high,
    )


def _nights_per_independent_night(nights: Nights, share: float, fit: CountFit) -> float:
    """How far runs of cramps inflate the variance of the share: with share = 1 - exp(-rate), a change of the
    log-rate moves it by (1 - share) times the rate."""
    rate = -np.log(max(1 - share, 1 / (2 * len(nights.dates))))
    moves = (1 - share) * rate
    if share in (0.0, 1.0) or moves == 0:
        return 1.0
    present = nights.logged.astype(np.float64)
    pairs = np.correlate(present, present, mode="full")[len(present) :]
    alike = np.expm1(fit.sigma**2 * fit.rho ** np.arange(1, len(pairs) + 1))
    return float(1 + 2 * moves**2 * (alike @ pairs) / present.sum() / (share * (1 - share)))


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
