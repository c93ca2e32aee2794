"""How often cramps come and whether that is changing, in words."""

from datetime import date

from analysis.journal.model import Journal
from analysis.measures.frequency import Comparison, Frequency, Share, Trend
from analysis.words import ratios
from analysis.words.refusals import missing, not_enough
from analysis.words.speech import (
    Wording,
    between,
    capital,
    count,
    decimal,
    limits,
    per_week,
    per_week_briefly,
    percent,
    places_for,
)


def say_overall(frequency: Frequency, wording: Wording = "everyday") -> str:
    """How often cramps came over all logged nights, with the range of the weekly rate."""
    rate = frequency.overall
    nights = count(rate.nights, "logged night")
    if rate.nights == 0:
        return f"How often cramps come cannot be said: {missing('no_nights')}."
    if rate.per_week is None:
        return f"How often cramps come cannot be said: {missing(frequency.recent.reason)}."
    if rate.cramps == 0:
        range_ = limits(rate.low, rate.high, wording)
        return f"No cramp is recorded on {nights}; with that many nights the range is {range_} a week."
    if wording == "clinical":
        return f"{per_week(rate, wording)}; {count(rate.cramps, 'cramp')} in {nights}."
    often = per_week(rate, wording).replace(" a week", " cramps a week", 1)
    often = often.replace("about 1 cramps", "about 1 cramp")
    return f"{capital(often)}: {count(rate.cramps, 'cramp')} in {nights}."


def say_recent(comparison: Comparison, wording: Wording = "everyday") -> str:
    """The last 28 nights against the 28 before."""
    return _compared(comparison, "the last 4 weeks", "the 4 weeks before", wording)


def say_compare(comparison: Comparison, wording: Wording = "everyday") -> str:
    """Two chosen periods against each other, each with its dates."""
    later = _period(comparison.current_from, comparison.current_to, "the one period")
    earlier = _period(comparison.previous_from, comparison.previous_to, "the other period")
    return _compared(comparison, later, earlier, wording)


def _period(first: date | None, last: date | None, otherwise: str) -> str:
    return otherwise if first is None or last is None else between(first, last)


def _compared(comparison: Comparison, later: str, earlier: str, wording: Wording) -> str:
    current, previous = comparison.current, comparison.previous
    if comparison.verdict == "not_enough_data" or current.per_week is None or previous.per_week is None:
        reason = not_enough(comparison.reason, comparison.nights_needed)
        return f"{capital(later)} against {earlier}: {reason}."
    places = places_for([current, previous])
    rates = per_week(current, wording, places), per_week_briefly(previous, wording, places)
    basis = f"{count(current.nights, 'logged night')} against {previous.nights:,}"
    if comparison.verdict == "no_clear_difference":
        range_ = ratios.unclear(comparison.change, wording)
        lead = f"{capital(later)} against {earlier}: no clear difference"
        return f"{lead}, {rates[0]} against {rates[1]}; {range_}; {basis}."
    more = "fewer" if comparison.verdict == "fewer_cramps" else "more"
    lead = f"{capital(later)} had {more} cramps than {earlier}"
    return f"{lead}: {rates[0]} against {rates[1]}; {ratios.said(comparison.change, wording)}; {basis}."


def say_trend(trend: Trend, wording: Wording = "everyday") -> str:
    """The change per 28 nights over the whole period."""
    if trend.verdict == "not_enough_data":
        return f"Over the whole time: {not_enough(trend.reason, trend.nights_needed)}."
    ratio, basis = trend.per_28_nights, count(trend.nights, "logged night")
    if trend.verdict == "no_clear_difference":
        lead = "Over the whole time: no clear trend"
        if wording == "clinical":
            return f"{lead}; {ratios.clinical(ratio, name='rate ratio per 28 nights')}; {basis}."
        return f"{lead}; {ratios.open_range(ratio, ' with every 4 weeks')}; {basis}."
    more = "fewer" if trend.verdict == "fewer_cramps" else "more"
    lead = f"Over the whole time there were {more} and {more} cramps"
    if wording == "clinical":
        return f"{lead}: {ratios.clinical(ratio, name='rate ratio per 28 nights')}; {basis}."
    return f"{lead}: {ratios.everyday(ratio)} with every 4 weeks; {basis}."


def say_share(
    share: Share, wording: Wording = "everyday", cramps_per_cramp_night: float | None = None
) -> str:
    """The share of logged nights with a cramp, with its range, and the cramps on such a night."""
    if not share.nights:
        return f"The share of nights with a cramp cannot be said: {missing('no_nights')}."
    if share.share is None or share.low is None or share.high is None:
        return "The share of nights with a cramp cannot be said: the nights without one are not known."
    nights = count(share.nights, "logged night")
    if wording == "clinical":
        range_ = f"95 % CI {percent(share.low)} to {percent(share.high)}"
        said = f"Cramps on {share.cramp_nights:,} of {nights}, {percent(share.share)} ({range_})"
    else:
        range_ = f"{percent(share.low)} to {percent(share.high)}"
        said = f"A cramp came on {share.cramp_nights:,} of {nights}, {percent(share.share)} ({range_})"
    if cramps_per_cramp_night is None or not share.cramp_nights:
        return f"{said}."
    mean = decimal(cramps_per_cramp_night)
    return f"{said}; on such a night {mean} {'cramp' if mean == '1' else 'cramps'} on average."


def say_assumption(journal: Journal) -> str:
    """What is assumed of nights without an entry, to stand beside every rate; empty where nothing is."""
    if journal.unlogged_assumed_cramp_free:
        return (
            "This journal never says “none”: nights without an entry, between the first and the last, are "
            "counted as nights without a cramp. That is an assumption, and it can be switched off."
        )
    if journal.never_says_none:
        return (
            "This journal never says “none”, and nights without an entry are taken as unknown: no rate and "
            "no "
            "comparison can be given."
        )
    return ""
