"""How often cramps come and whether that is changing, in words."""

from datetime import date

from analysis.journal.model import Journal
from analysis.measures.frequency import Comparison, Frequency, Share, Trend
from analysis.words import ratios
from analysis.words.refusals import not_enough
from analysis.words.speech import Wording, capital, count, day, decimal, limits, per_week, percent, places_for


def say_overall(frequency: Frequency, wording: Wording = "everyday") -> str:
    """How often cramps came over all logged nights, with the range of the weekly rate."""
    rate = frequency.overall
    if rate.nights == 0:
        return "No night is logged, so there is no rate."
    nights = count(rate.nights, "logged night")
    if rate.per_week is None:
        return f"{capital(not_enough('nights_without_entry_unknown' if rate.cramps else None, None))}."
    if rate.cramps == 0:
        return (
            f"No cramp is recorded on {nights}; with that many nights the range is "
            f"{limits(rate.low, rate.high, wording)}"
            " a week."
        )
    return f"{capital(per_week(rate, wording))}, from {count(rate.cramps, 'cramp')} in {nights}."


def say_recent(comparison: Comparison, wording: Wording = "everyday") -> str:
    """The last 28 nights against the 28 before."""
    if comparison.verdict == "not_enough_data":
        reason = not_enough(comparison.reason, comparison.nights_needed)
        return f"The last 4 weeks against the 4 weeks before: {reason}."
    return _compared(comparison, "the last 4 weeks", "the 4 weeks before", wording)


def say_compare(comparison: Comparison, wording: Wording = "everyday") -> str:
    """Two chosen periods against each other, each with its dates."""
    later = _between(comparison.current_from, comparison.current_to, "the first period")
    earlier = _between(comparison.previous_from, comparison.previous_to, "the second period")
    if comparison.verdict == "not_enough_data":
        return (
            f"{capital(later)} against {earlier}: {not_enough(comparison.reason, comparison.nights_needed)}."
        )
    return _compared(comparison, later, earlier, wording)


def _between(first: date | None, last: date | None, otherwise: str) -> str:
    if first is None or last is None:
        return otherwise
    return f"{day(first, year=first.year != last.year)} to {day(last)}"


def _compared(comparison: Comparison, later: str, earlier: str, wording: Wording) -> str:
    current, previous, change = comparison.current, comparison.previous, comparison.change
    places = places_for([current, previous])
    rates = f"{per_week(current, wording, places)} against {per_week(previous, wording, places)}"
    basis = f"{count(current.nights, 'logged night')} against {decimal(previous.nights, 0)}"
    if comparison.verdict == "no_clear_difference":
        middle = ratios.clinical(change) if wording == "clinical" else _open(comparison)
        return f"{capital(later)} and {earlier}: no clear difference, {rates}; {middle}; {basis}."
    direction = "fewer" if comparison.verdict == "fewer_cramps" else "more"
    return f"{capital(later)} had {direction} cramps than {earlier}: {rates}, {ratios.said(change, wording)}; {basis}."


def _open(comparison: Comparison) -> str:
    return f"the range is {ratios.range_without_direction(comparison.change)}"


def say_trend(trend: Trend, wording: Wording = "everyday") -> str:
    """The change per 28 nights over the whole period."""
    basis = count(trend.nights, "logged night")
    if trend.verdict == "not_enough_data":
        return f"Over the whole journal: {not_enough(trend.reason, trend.nights_needed)}."
    ratio = trend.per_28_nights
    if wording == "clinical":
        word = {
            "fewer_cramps": "Falling", "more_cramps": "Rising", "no_clear_difference": "No clear trend",
        }[trend.verdict]  # fmt: skip
        return f"{word}: {ratios.clinical(ratio, name='rate ratio per 28 nights')}; {basis}."
    if trend.verdict == "no_clear_difference":
        return (
            f"Over the whole journal there is no clear trend: the range for every 4 weeks is "
            f"{ratios.range_without_direction(ratio)}; {basis}."
        )
    word = "fewer" if trend.verdict == "fewer_cramps" else "more"
    return (
        f"Over the whole journal cramps became {word}: {ratios.everyday(ratio)} with every 4 weeks; {basis}."
    )


def say_share(share: Share, wording: Wording = "everyday", per_cramp_night: float | None = None) -> str:
    """The share of logged nights with a cramp, and the cramps on such a night."""
    nights = count(share.nights, "logged night")
    if share.share is None or share.low is None or share.high is None:
        return "The share of nights with a cramp cannot be given, since the nights without one are not known."
    range_ = f"{percent(share.low)} to {percent(share.high)}"
    if wording == "clinical":
        said = f"Cramps on {share.cramp_nights} of {nights}: {percent(share.share)} (95 % CI {range_})"
    else:
        said = f"A cramp came on {share.cramp_nights} of {nights}, {percent(share.share)} ({range_})"
    if per_cramp_night is None or not share.cramp_nights:
        return f"{said}."
    unit = "cramp" if decimal(per_cramp_night) == "1" else "cramps"
    return f"{said}; on such a night {decimal(per_cramp_night)} {unit} on average."


def say_assumption(journal: Journal) -> str:
    """What is assumed of nights without an entry, to stand beside every rate; empty where nothing is assumed."""
    if journal.unlogged_assumed_cramp_free:
        return (
            "This journal never says “none”. Nights without an entry, between the first and the last, are "
            "counted as "
            "nights without a cramp: an assumption that can be switched off."
        )
    if journal.never_says_none:
        return (
            "This journal never says “none”, and nights without an entry are taken as unknown, so no rate "
            "and no "
            "comparison can be given."
        )
    return ""
