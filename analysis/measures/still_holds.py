"""Whether a direction after a change still holds: the last weeks against the window before the change."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from analysis.journal import Journal
from analysis.measures.arms import change_of_arms, rate_of, refused_arms, whole_fit
from analysis.measures.medications import MedicationChange
from analysis.measures.model import CountFit
from analysis.measures.parts import Run, call
from analysis.measures.results import NO_RATIO, NOW_UNKNOWN, Now
from analysis.measures.season import Hemisphere
from analysis.measures.windows import Nights, nights_of

DIRECTIONS = ("fewer_cramps", "more_cramps")


def with_now(
    changes: Sequence[MedicationChange],
    journal: Journal,
    fit: CountFit | None = None,
    *,
    washout: int = 0,
    hemisphere: Hemisphere = "north",
    recent: int = 28,
    least_nights: int = 14,
    run: Run = call,
) -> tuple[MedicationChange, ...]:
    """The same changes, those with a direction with ``now``: the last ``recent`` nights of the journal that
    lie after the change, against the window before it. [nights]

    Only a direction is asked again, so that nothing more is tested than was found; ``least_nights`` have to
    be logged among the last (the run-in of the trials, PMID 28241153). ``run`` calls what is asked of each.
    """
    if not any(change.verdict in DIRECTIONS for change in changes):
        return tuple(changes)
    nights = nights_of(journal)
    fit = fit or whole_fit(nights)
    cuts = [nights.position(night) for night in journal.changes["night"]]
    answered: dict[tuple[date, date], Now] = {}
    for change in changes:
        if change.verdict in DIRECTIONS and change.asked not in answered:
            answered[change.asked] = run(
                _now, change, nights, fit, cuts, washout, hemisphere, recent, least_nights
            )
    return tuple(
        replace(change, now=answered[change.asked]) if change.asked in answered else change
        for change in changes
    )


def _now(
    change: MedicationChange,
    nights: Nights,
    fit: CountFit | None,
    cuts: Sequence[int],
    washout: int,
    hemisphere: Hemisphere,
    recent: int,
    least_nights: int,
) -> Now:
    assert change.before_from is not None
    assert change.before_to is not None
    last = len(nights.dates)
    first = max(last - recent, nights.position(change.until) + washout)
    now = nights.within(first, last)
    before = nights.within(nights.position(change.before_from), nights.position(change.before_to) + 1)
    if not now.any():
        return NOW_UNKNOWN
    reason, _ = refused_arms(nights, now, before, least_logged=least_nights)
    ratio, holds = NO_RATIO, None
    if reason is None:
        ratio, *_ = change_of_arms(nights, now, before, hemisphere=hemisphere, cuts=cuts)
        end = ratio.high if change.verdict == "fewer_cramps" else ratio.low
        holds = end is not None and (end < 1 if change.verdict == "fewer_cramps" else end > 1)
    return Now(nights.night(first), nights.night(last - 1), rate_of(nights, now, fit), ratio, holds)
