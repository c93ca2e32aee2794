"""One stretch of nights against another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from analysis.journal import Journal
from analysis.measures.arms import rate_of, ratio_of_arms, refused_arms, whole_fit
from analysis.measures.model import CountFit
from analysis.measures.period_pairs import around
from analysis.measures.refusals import Unclear, verdicts, why_unclear
from analysis.measures.results import NO_RATIO, Rate, RateRatio, Verdict
from analysis.measures.windows import Bools, Nights, nights_of


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
        cuts=[*change_places(journal, nights), *_edges(current), *_edges(previous)],
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
    change = ratio_of_arms(nights, *arms, cuts=cuts) if reason is None else NO_RATIO
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


def change_places(journal: Journal, nights: Nights) -> list[int]:
    """Places of the nights of change in the ledger; some may lie outside it."""
    return [nights.position(night) for night in journal.changes["night"]]


def _edges(chosen: Bools) -> list[int]:
    places = np.flatnonzero(chosen)
    return [int(places[0]), int(places[-1]) + 1] if places.size else []


def _ends(nights: Nights, chosen: Bools) -> tuple[date | None, date | None]:
    edges = _edges(chosen)
    return (nights.night(edges[0]), nights.night(edges[1] - 1)) if edges else (None, None)
