"""What was logged, whether logging leans, and what the other nights could hold, in words."""

from analysis.measures.completeness import Completeness, Gap
from analysis.review import WhatItWouldTake
from analysis.words import ratios
from analysis.words.refusals import not_enough
from analysis.words.speech import Wording, count, day, decimal, percent


def say_completeness(completeness: Completeness, wording: Wording = "everyday") -> str:
    """How many nights are logged, and the longest gap."""
    if not completeness.nights or completeness.share is None:
        return "No night is logged."
    said = f"{completeness.logged:,} of {count(completeness.nights, 'night')} logged, {percent(completeness.share)}"
    gap = completeness.longest_gap
    if gap is None:
        return f"{said}; no gap."
    return f"{said}; longest gap {count(gap.nights, 'night')}, {_between(gap)}."


def _between(gap: Gap) -> str:
    start, end = gap.start, gap.end
    return f"on {day(start)}" if start == end else f"{day(start, year=start.year != end.year)} to {day(end)}"


def say_leaning(completeness: Completeness, wording: Wording = "everyday") -> str:
    """Whether nights are logged more often after a night with a cramp, with the range of that comparison."""
    leaning = completeness.leaning
    after, otherwise = leaning.after_cramp_share, leaning.after_none_share
    if leaning.leans is None or after is None or otherwise is None:
        return "Too little to say whether nights with cramps were logged more often than others."
    shares = (
        f"{percent(after)} of {count(leaning.after_cramp_nights, 'night')} that followed a night with a "
        "cramp were logged, "
        f"and {percent(otherwise)} of {count(leaning.after_none_nights, 'night')} that followed one without"
    )
    if wording == "clinical":
        verdict = "Logging leans" if leaning.leans else "No clear leaning of the log"
        return f"{verdict}: {shares}; {ratios.clinical(leaning.ratio, name='ratio of shares')}."
    times = ratios.neutral_span(leaning.ratio.low, leaning.ratio.high).replace("as many", "as often")
    if not leaning.leans:
        return f"No clear sign that logging leans: {shares} ({times})."
    return f"Logging leans, so rates may be off to one side: {shares} ({times})."


def say_bounds(completeness: Completeness, wording: Wording = "everyday") -> str:
    """The rate if no unlogged night had a cramp, and if each was like a usual night with cramps."""
    unlogged = completeness.nights - completeness.logged
    best, worst = completeness.best_case, completeness.worst_case
    if not unlogged or best is None or worst is None:
        return ""
    return (
        f"{count(unlogged, 'night')} {'is' if unlogged == 1 else 'are'} not logged. Had none of them a "
        "cramp, the rate "
        f"would be {decimal(best)} a week over all {completeness.nights:,} nights; had every one been like a "
        "usual night "
        f"with cramps, {decimal(worst)} a week."
    )


def say_what_it_would_take(what: WhatItWouldTake, wording: Wording = "everyday") -> str:
    """How many logged nights on each side would show a fall of a given size in this patient."""
    if what.verdict == "not_enough_data" or what.per_week is None:
        return f"How long a trial period would need to be: {not_enough(what.reason, what.nights_needed)}."
    parts = []
    for fall in what.falls:
        nights = fall.nights_each_side
        if nights is None:
            parts.append(
                f"a fall of {percent(fall.fall)} more than {count(what.limit, 'night')} on each side"
            )
        else:
            parts.append(f"a fall of {percent(fall.fall)} about {count(nights, 'night')} on each side")
    chance = "80 % power" if wording == "clinical" else "a good chance (80 %)"
    return f"At {decimal(what.per_week)} cramps a week, for {chance} to show it: {'; '.join(parts)}, all of them logged."
