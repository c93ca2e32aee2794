"""What was logged, whether logging leans, and what the other nights could hold, in words."""

from collections.abc import Sequence

from analysis.measures import Completeness
from analysis.review import FallNeeded, Review, WhatItWouldTake
from analysis.words import ratios
from analysis.words.refusals import missing, not_enough
from analysis.words.rows import Row, month_cell
from analysis.words.speech import Wording, between, capital, count, cramps_a_week, decimal, percent

_COUNTS = "A night counts if it is logged and not just after a switch."
LEAST_NIGHTS = 14  # nights below which nobody asks whether logging leans


def nothing_logged(review: Review) -> str:
    """That no night is logged, in the journal or in the period that was chosen of it."""
    chosen = review.start is not None or review.end is not None
    return "no night of the chosen period is logged" if chosen else missing("no_nights")


def say_completeness(
    completeness: Completeness, wording: Wording = "everyday", *, assumed: bool = False
) -> str:
    """How many nights are logged, and the longest gap; ``assumed``: of a log of cramps, whose nights without
    an entry are no gap."""
    if not completeness.nights or completeness.share is None:
        return f"{capital(missing('no_nights'))}."
    if assumed:
        have = "has" if completeness.logged == 1 else "have"
        return f"{completeness.logged:,} of {count(completeness.nights, 'night')} {have} an entry."
    said = (
        f"{completeness.logged:,} of {count(completeness.nights, 'night')} logged "
        f"({percent(completeness.share)})"
    )
    gap = completeness.longest_gap
    if gap is None:
        return f"{said}, without a gap."
    return f"{said}; the longest gap is {count(gap.nights, 'night')}, {between(gap.start, gap.end)}."


def say_leaning(completeness: Completeness, wording: Wording = "everyday") -> str:
    """Whether nights are logged more often after a night with a cramp, with the range of that comparison.

    Empty where every night is logged or none is logged without a cramp, and where nothing can be said of a
    journal of less than two weeks.
    """
    if completeness.logged == completeness.nights:
        return ""
    leaning = completeness.leaning
    after, otherwise = leaning.after_cramp_share, leaning.after_none_share
    if leaning.leans is None or after is None or otherwise is None:
        one_kind = not (leaning.after_cramp_nights and leaning.after_none_nights)
        if completeness.nights < LEAST_NIGHTS or one_kind:
            return ""
        cannot = "Whether nights with cramps were logged more often than others cannot be said:"
        if after == otherwise == 0:
            return f"{cannot} no night was logged on the night after another."
        return (
            f"{cannot} {count(leaning.after_cramp_nights, 'night')} followed one with a cramp and "
            f"{leaning.after_none_nights:,} one without."
        )
    shares = (
        f"After a night with a cramp the next was logged {percent(after)} of the time "
        f"({count(leaning.after_cramp_nights, 'night')}), after one without {percent(otherwise)} "
        f"({count(leaning.after_none_nights, 'night')})"
    )
    verdict = "what is logged leans, and the rates with it" if leaning.leans else "no clear difference"
    if wording == "clinical":
        return f"{shares}: {verdict}; {ratios.clinical(leaning.ratio, name='ratio of shares')}."
    return f"{shares}: {verdict} ({ratios.neutral_span(leaning.ratio.low, leaning.ratio.high, 'as often')})."


def say_bounds(completeness: Completeness, wording: Wording = "everyday", *, assumed: bool = False) -> str:
    """The rate if no unlogged night had a cramp, and if each was like a usual cramp night; else empty.
    ``assumed``: of a log of cramps, of which nobody thinks that the other nights all had one."""
    unlogged = completeness.nights - completeness.logged
    best, worst = completeness.best_case, completeness.worst_case
    if assumed or unlogged < 1 or best is None or worst is None:
        return ""
    if unlogged == 1:
        others, none, all_ = "1 night is", "it had no cramp", "it was"
    else:
        others, none, all_ = f"{unlogged:,} nights are", "none of them had a cramp", "each of them was"
    return (
        f"{others} not logged. Over all {completeness.nights:,} nights there would be "
        f"{cramps_a_week(best)} if {none}, and {decimal(worst)} if {all_} like a usual night with cramps."
    )


def say_what_it_would_take(what: WhatItWouldTake, wording: Wording = "everyday") -> str:
    """How many nights that count, on each side, would show a fall of a given size in this patient.

    Empty where there is no cramp that could become fewer.
    """
    if what.reason == "no_cramps":
        return ""
    if what.verdict == "not_enough_data" or what.per_week is None:
        reason = not_enough(what.reason, what.nights_needed)
        return f"How many nights it would take to show a fall: {reason}."
    ordered = sorted(what.falls, key=lambda fall: -fall.fall)
    turns = _in_turns(ordered, what.limit, wording)
    by_turns = f"{turns[:1].lower()}{turns[1:]}"
    return f"At {cramps_a_week(what.per_week)}, {by_turns} {_one_change(ordered, wording)} {_COUNTS}"


def brief_what_it_would_take(what: WhatItWouldTake, wording: Wording = "everyday") -> list[str]:
    """The same, on and off by turns only: the largest fall in a line of at most 20 words, then what it rests
    on; nothing where there is no cramp."""
    if what.reason == "no_cramps":
        return []
    if what.verdict == "not_enough_data" or what.per_week is None:
        if what.nights_needed is None:
            return [say_what_it_would_take(what)]
        nights = count(what.nights_needed, "more logged night")
        return [f"After about {nights} it can be said how long a test would take."]
    largest, *others = sorted(what.falls, key=lambda fall: -fall.fall)
    turns = _by_turns(largest, what.limit, " nights")
    first = f"To show {_fall(largest, wording)} takes {turns}, two weeks on and two off by turns."
    if largest.nights_by_turns is None:
        return [first, _COUNTS]
    less = (f"{capital(_fall(other, wording))} takes {_by_turns(other, what.limit, '')}" for other in others)
    return [first, f"{'; '.join((*less, _chance(wording)))}. {_COUNTS}"]


def _in_turns(ordered: Sequence[FallNeeded], limit: int, wording: Wording) -> str:
    """On and off by turns, the largest fall first; where even that takes too long, that one alone."""
    largest, *others = ordered
    turns = _by_turns(largest, limit)
    takes = f"To show {_fall(largest, wording)} takes {turns}, two weeks on and two off by turns"
    if largest.nights_by_turns is None:
        return f"{takes}."
    less = (f"; {_fall(other, wording)}, {_by_turns(other, limit, '')}" for other in others)
    return f"{takes}{''.join(less)} ({_chance(wording)})."


def _chance(wording: Wording) -> str:
    return "80 % power" if wording == "clinical" else "8 of 10 such tests show it"


def _one_change(ordered: Sequence[FallNeeded], wording: Wording) -> str:
    """As one change; what is said of every size is said once."""
    sides = [
        "more than half a year"
        if fall.nights_each_side is None
        else f"about {_rounded(fall.nights_each_side):,}"
        for fall in ordered
    ]
    if len(set(sides)) == 1:
        return f"As one change it takes {sides[0]} on each side."
    each = [f"{side} for {_fall(fall, wording)}" for side, fall in zip(sides, ordered, strict=True)]
    return f"As one change it takes, on each side, {'; '.join(each)}."


def _fall(fall: FallNeeded, wording: Wording) -> str:
    """``half as many cramps``, ``30 % fewer``; ``a fall of 50 %``."""
    if wording == "clinical":
        return f"a fall of {percent(fall.fall)}"
    return "half as many cramps" if fall.fall == 0.5 else f"{percent(fall.fall)} fewer"


def _by_turns(fall: FallNeeded, limit: int, unit: str = " nights that count") -> str:
    """In how many nights it shows, on and off by turns."""
    turns = fall.nights_by_turns
    number, how = (limit, "more than") if turns is None else (_rounded(turns), "about")
    return f"{how} {number:,}{unit}"


def _rounded(nights: int) -> int:
    return 10 * round(nights / 10) if nights > 100 else nights


def table_completeness(completeness: Completeness) -> list[Row]:
    """Nights and logged nights, month by month."""
    return [
        {"Month": month_cell(month.start), "Nights": month.nights, "Logged": month.logged}
        for month in completeness.months
    ]


def table_gaps(completeness: Completeness) -> list[Row]:
    """Every run of nights that were not logged."""
    return [{"From": gap.start, "To": gap.end, "Nights": gap.nights} for gap in completeness.gaps]


def table_what_it_would_take(what: WhatItWouldTake) -> list[Row]:
    """Logged nights for every size of fall, as one change and by turns."""
    return [
        {
            "Fall to show": f"{round(100 * fall.fall)} %",
            "Logged nights in all, two weeks on and off by turns": f"more than {what.limit}"
            if fall.nights_by_turns is None
            else str(fall.nights_by_turns),
            "Logged nights on each side of one change": "more than half a year"
            if fall.nights_each_side is None
            else str(fall.nights_each_side),
        }
        for fall in what.falls
        if what.verdict != "not_enough_data"
    ]
