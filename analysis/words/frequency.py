"""How often cramps come and whether that is changing, in words."""

from datetime import date

from analysis.journal import Journal
from analysis.measures import Comparison, Frequency, Share, Trend, without_entry
from analysis.words import ratios
from analysis.words.chances import cannot_tell
from analysis.words.refusals import missing, more_nights, not_enough
from analysis.words.rows import Row, rate_cells
from analysis.words.speech import (
    Wording,
    between,
    capital,
    count,
    counts_of_two,
    day,
    decimal,
    limits,
    per_week,
    percent,
)

LEAST_FOR_PERCENT = 28  # logged nights below which the patient reads a count, and no share of it
COUNTED = "those without an entry counted as cramp-free"
COUNTED_OTHERS = "the others counted as cramp-free"
COUNTED_BRIEFLY = "unlogged nights counted as cramp-free"


def say_overall(frequency: Frequency, wording: Wording = "everyday", *, assumed: bool | None = None) -> str:
    """How often cramps came, with the range of the weekly rate.

    assumed : whether nights without an entry are counted as cramp-free, which is then said beside the rate;
        None where that is said elsewhere.
    """
    rate = frequency.overall
    if rate.nights and (
        frequency.reason == "too_few_nights" or (rate.per_week is not None and rate.low is None)
    ):
        needs = more_nights(frequency.nights_needed)
        cramps = capital(count(rate.cramps, "cramp"))
        return (
            f"{cramps} in {_nights(rate.nights, assumed)}: too few nights to say how often cramps come"
            f"{needs and '; ' + needs}."
        )
    if rate.nights == 0 or rate.per_week is None:
        reason = missing(frequency.reason or ("no_nights" if rate.nights == 0 else None))
        return f"How often cramps come cannot be said: {reason}."
    nights = _nights(rate.nights, assumed)
    if rate.cramps == 0:
        range_ = limits(rate.low, rate.high, wording)
        return f"No cramp is recorded on {nights}; with that many nights the range is {range_} a week."
    return f"{count(rate.cramps, 'cramp')} in {nights}: {per_week(rate, wording)}."


def say_recent(comparison: Comparison, wording: Wording = "everyday", *, assumed: bool | None = None) -> str:
    """The last 28 nights against the 28 before."""
    last = "" if comparison.current_to is None else f" to {day(comparison.current_to)}"
    return _compared(comparison, f"the 4 weeks{last}", "the 4 weeks before", wording, assumed)


def say_since_visit(
    comparison: Comparison, made_on: date, wording: Wording = "everyday", *, assumed: bool | None = None
) -> str:
    """The nights since the page of the last visit was made against those before."""
    later = f"the nights since the last visit ({day(made_on)})"
    earlier = _period(comparison.previous_from, comparison.previous_to, "the nights before")
    return _compared(comparison, later, earlier, wording, assumed, note="This gets a range and no verdict.")


def say_compare(comparison: Comparison, wording: Wording = "everyday", *, assumed: bool | None = None) -> str:
    """Two chosen periods against each other, each with its dates."""
    later = _period(comparison.current_from, comparison.current_to, "the one period")
    earlier = _period(comparison.previous_from, comparison.previous_to, "the other period")
    return _compared(comparison, later, earlier, wording, assumed)


def _period(first: date | None, last: date | None, otherwise: str) -> str:
    return otherwise if first is None or last is None else between(first, last)


def _nights(number: int, assumed: bool | None) -> str:
    if assumed:
        return f"{count(number, 'night')} ({COUNTED})"
    return count(number, "night" if assumed is None else "logged night")


def _compared(
    comparison: Comparison,
    later: str,
    earlier: str,
    wording: Wording,
    assumed: bool | None,
    note: str = "Dates that were picked get a range and no verdict.",
) -> str:
    current, previous = comparison.current, comparison.previous
    if comparison.reason == "no_cramps":
        return f"{capital(later)} against {earlier}: no cramp is recorded on the nights of either."
    if comparison.verdict == "not_enough_data":
        reason = not_enough(comparison.reason, comparison.nights_needed)
        return f"{capital(later)} against {earlier}: {reason}."
    nights = _nights(current.nights, assumed)
    counts = counts_of_two(current, previous, wording, nights=nights, off="", places=1)
    clear = comparison.verdict != "no_clear_difference"
    ratio = ratios.compared(comparison.change, wording, comparison.q_value, clear=clear)
    if comparison.freely_chosen:
        return f"{capital(later)} against {earlier}: {counts}; {ratio}. {note}"
    if not clear:
        why = cannot_tell(comparison)
        verdict = f"cannot tell, since {why}" if why else "no clear difference"
        return f"{capital(later)} against {earlier}: {verdict}{';' if why else ','} {counts}; {ratio}."
    more = "fewer" if comparison.verdict == "fewer_cramps" else "more"
    return f"{capital(later)} had {more} cramps than {earlier}: {counts}; {ratio}."


def say_trend(trend: Trend, wording: Wording = "everyday", *, assumed: bool | None = None) -> str:
    """The change per 28 nights over the whole period; empty where that holds no cramp."""
    if trend.reason == "no_cramps":
        return ""
    if trend.verdict == "not_enough_data":
        return f"Over the whole time: {not_enough(trend.reason, trend.nights_needed)}."
    ratio, basis = trend.per_28_nights, _nights(trend.nights, assumed)
    clinical = ratios.clinical(ratio, name="rate ratio per 28 nights", q_value=trend.q_value)
    if trend.verdict == "no_clear_difference":
        range_ = clinical if wording == "clinical" else ratios.open_range(ratio, " with every 4 weeks")
        says = "cannot tell" if ratio.tells_nothing else "no clear trend"
        return f"Over the whole time: {says}; {range_}; {basis}."
    more = "fewer" if trend.verdict == "fewer_cramps" else "more"
    range_ = clinical if wording == "clinical" else f"{ratios.everyday(ratio)} with every 4 weeks"
    return f"Over the whole time there were {more} and {more} cramps: {range_}; {basis}."


def say_share(
    share: Share,
    wording: Wording = "everyday",
    cramps_per_cramp_night: float | None = None,
    *,
    assumed: bool | None = None,
) -> str:
    """The share of nights with a cramp, with its range, and the cramps on such a night."""
    if not share.nights:
        return f"The share of nights with a cramp cannot be said: {missing('no_nights')}."
    if not share.cramp_nights and share.share is not None:
        return ""  # that no cramp is recorded, and what then fits, is said of the rate
    if share.share is None or share.low is None or share.high is None:
        few = (
            "too few nights are known to be without one" if share.cramp_nights else missing("too_few_nights")
        )
        return f"The share of nights with a cramp cannot be said: {few}."
    range_ = f"{percent(share.low)} to {percent(share.high)}"
    range_ = f"95 % CI {range_}" if wording == "clinical" else range_
    on = f"{share.cramp_nights:,} of {_nights(share.nights, assumed)}"
    said = f"A cramp came on {on}"
    if share.nights >= LEAST_FOR_PERCENT or wording == "clinical":
        said += f": {percent(share.share)} ({range_})"
    if cramps_per_cramp_night is None or not share.cramp_nights:
        return f"{said}."
    if cramps_per_cramp_night == 1:  # a yes is not one cramp, and a yes/no journal says no more
        return f"{said}; more than one on a night is not written down."
    mean = decimal(cramps_per_cramp_night)
    return f"{said}; on such a night {mean} {'cramp' if mean == '1' else 'cramps'} on average."


def assumes(journal: Journal) -> bool:
    """Whether nights without an entry are counted as cramp-free, and there are any."""
    return journal.unlogged_assumed_cramp_free and bool(without_entry(journal).any())


def said_once(journal: Journal) -> bool | None:
    """``assumed`` of a sentence that stands below another: what is assumed of nights was said there."""
    return None if assumes(journal) else False


def say_assumption(journal: Journal, *, on_screen: bool = True) -> str:
    """What is assumed of nights without an entry, to stand beside every rate; empty where nothing is.
    ``on_screen``: where a switch turns it."""
    if assumes(journal):
        switch = ", and it can be switched off" if on_screen else ""
        return (
            "This journal never says “none”: nights without an entry, between the first and the last, are "
            f"counted as nights without a cramp. That is an assumption{switch}."
        )
    if journal.never_says_none and not journal.unlogged_assumed_cramp_free:
        return (
            "This journal never says “none”, and nights without an entry are taken as unknown: no rate and "
            "no "
            "comparison can be given."
        )
    return ""


def table_weeks(frequency: Frequency, wording: Wording = "everyday") -> list[Row]:
    """One row for every week of the timeline, also the weeks without a logged night."""
    return [{"Week from": week.start, **rate_cells(week.rate, wording)} for week in frequency.weeks]


def table_comparison(comparison: Comparison, wording: Wording = "everyday") -> list[Row]:
    """The two periods, one row each, the earlier first."""
    return [
        {
            "Period": "earlier",
            "From": comparison.previous_from,
            "To": comparison.previous_to,
            **rate_cells(comparison.previous, wording),
        },
        {
            "Period": "later",
            "From": comparison.current_from,
            "To": comparison.current_to,
            **rate_cells(comparison.current, wording),
        },
    ]
