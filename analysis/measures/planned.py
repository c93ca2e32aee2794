"""The comparison that was planned at an earlier visit: nights on against nights off, as it was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

from analysis.journal import Block, Journal, Plan, dictionary, field_of_what_is_tried, generic_name
from analysis.measures.arms import change_of_arms, rate_of, refused_arms, whole_fit
from analysis.measures.model import CountFit
from analysis.measures.periods import periods_by_medicine
from analysis.measures.refusals import Reason, family_verdicts
from analysis.measures.results import NO_CHANCES, NO_RATIO, Chances, Rate, RateRatio, Verdict
from analysis.measures.season import Hemisphere
from analysis.measures.windows import Bools, Floats, Nights, as_date, nights_of

LEAST_NIGHTS, LEAST_CRAMPS = 14, 5
PlanReason = Reason | Literal["plan_goes_on"]
# Why it is refused, how many nights it lacks, the ratio, the chances.
Answer = tuple[PlanReason | None, int | None, RateRatio, Chances]
MAY_LACK = 0.1  # share of a plan's nights that may still be to come when it is compared


@dataclass(frozen=True)
class BlockRate:
    """One block of a plan with the rate of its nights that count; no rate where none is logged yet."""

    first: date
    last: date
    on: bool
    carry_over: int
    rate: Rate


@dataclass(frozen=True)
class Planned:
    """What a plan gave. ``ratio``: on / off, carry-over nights in neither. ``nights_to_come``: of the plan,
    after the last night of the journal; ``not_logged`` of those before. ``off_plan``: nights on which the
    journal says something else than the plan, None where it does not tell; they count as planned.
    ``other_changes``: nights within the plan on which another medicine changed."""

    what: str
    field: str | None
    kind: str
    made_on: date
    start: date
    end: date
    seed: int | None
    on: Rate
    off: Rate
    ratio: RateRatio
    chances: Chances
    blocks: tuple[BlockRate, ...]
    nights_to_come: int
    not_logged: int
    carried_over: int
    off_plan: tuple[date, ...] | None
    other_changes: tuple[date, ...]
    q_value: float | None
    verdict: Verdict
    reason: PlanReason | None
    nights_needed: int | None

    @property
    def key(self) -> str:
        """As that of the plan among the questions."""
        return f"plan:{self.start.isoformat()}"


def planned(
    journal: Journal,
    fit: CountFit | None = None,
    *,
    hemisphere: Hemisphere = "north",
    least_nights: int = LEAST_NIGHTS,
    least_cramps: int = LEAST_CRAMPS,
    may_lack: float = MAY_LACK,
) -> Planned | None:
    """The plan of the last visit compared as it was planned; None where there was none.

    The nights are taken as planned, whatever was done on them (by intention), with the model for changes and
    by its own interval. Before the plan is over nothing is compared: a look at every visit would find
    something sooner or later.

    least_nights, least_cramps : as for a change. may_lack : share of its nights that may be to come [-].
    """
    if journal.earlier is None or (plan := journal.earlier.plan) is None:
        return None
    nights = nights_of(journal)
    fit = fit or whole_fit(nights)
    on, off = arms_of(plan, nights)
    unlogged, carried_over = _that_do_not_count(plan, nights, on | off)
    to_come = _to_come(plan, nights)
    waits = to_come if to_come > may_lack * _length(plan) else 0
    reason, needed, ratio, chances = _compared(
        journal, plan, nights, waits, hemisphere, least_nights, least_cramps
    )
    return settled_plan(
        Planned(
            what=plan.what,
            field=plan.field,
            kind=plan.kind,
            made_on=plan.made_on,
            start=plan.start,
            end=plan.end,
            seed=plan.seed,
            on=rate_of(nights, on, fit),
            off=rate_of(nights, off, fit),
            ratio=ratio,
            chances=chances,
            blocks=tuple(_block(nights, block, fit) for block in plan.blocks),
            nights_to_come=to_come,
            not_logged=unlogged,
            carried_over=carried_over,
            off_plan=_off_plan(journal, plan, nights),
            other_changes=_other_changes(journal, plan),
            q_value=None,
            verdict="not_enough_data",
            reason=reason,
            nights_needed=needed,
        )
    )


def _that_do_not_count(plan: Plan, nights: Nights, counted: Bools) -> tuple[int, int]:
    """How many nights of the plan are not logged, and how many of the logged ones count for neither side."""
    whole = _places(nights, plan.blocks[0].first, plan.end)
    return int((whole & ~nights.logged).sum()), int((whole & nights.logged & ~counted).sum())


def _to_come(plan: Plan, nights: Nights) -> int:
    """How many nights of the plan lie after the last night of the ledger. [nights]"""
    ledger_end = nights.night(-1) if len(nights.dates) else plan.made_on
    return min(max((plan.end - ledger_end).days, 0), _length(plan))


def _length(plan: Plan) -> int:
    """[nights]"""
    return (plan.end - plan.start).days + 1


def _compared(
    journal: Journal,
    plan: Plan,
    nights: Nights,
    waits: int,
    hemisphere: Hemisphere,
    least_nights: int,
    least_cramps: int,
) -> Answer:
    """``compare_as_planned`` with the changes that the journal tells of; nothing while it ``waits``
    [nights]."""
    if waits:
        return "plan_goes_on", waits, NO_RATIO, NO_CHANCES
    changes = [nights.position(night) for night in journal.changes["night"]]
    return compare_as_planned(
        plan, nights, changes, hemisphere, least_nights=least_nights, least_cramps=least_cramps
    )


def arms_of(plan: Plan, nights: Nights) -> tuple[Bools, Bools]:
    """The nights that count as on and as off; those carried over, and all beside the plan, are in neither."""
    on, off = np.zeros(len(nights.dates), dtype=bool), np.zeros(len(nights.dates), dtype=bool)
    for block in plan.blocks:
        side = on if block.on else off
        side |= _places(nights, block.counts_from, block.last)
    return on, off


def compare_as_planned(
    plan: Plan,
    nights: Nights,
    changes: Sequence[int],
    hemisphere: Hemisphere,
    *,
    least_nights: int = LEAST_NIGHTS,
    least_cramps: int = LEAST_CRAMPS,
) -> tuple[Reason | None, int | None, RateRatio, Chances]:
    """On against off by the model for changes: why it is refused, how many nights it lacks, ratio, chances.

    changes : places at which a medicine changed; those outside the plan part the nights beside it.
    """
    on, off = arms_of(plan, nights)
    reason, needed = refused_arms(nights, on, off, least_logged=least_nights, least_cramps=least_cramps)
    if reason is not None:
        return reason, needed, NO_RATIO, NO_CHANCES
    first, end = nights.position(plan.blocks[0].first), nights.position(plan.end) + 1
    cuts = {first, end} | {place for place in changes if not first <= place < end}
    # By turns the model finds too much where cramps come by other mechanisms than its own (METHODS.md).
    by_turns = plan.kind == "on_off"
    ratio, chances, _ = change_of_arms(
        nights, on, off, hemisphere=hemisphere, cuts=sorted(cuts), cautious=by_turns
    )
    return None, None, ratio, chances


def verdict_as_planned(plan: Plan, nights: Nights, changes: Sequence[int], hemisphere: Hemisphere) -> Verdict:
    """The verdict of a plan as the named question."""
    reason, _, ratio, _ = compare_as_planned(plan, nights, changes, hemisphere)
    [(_, verdict)] = family_verdicts([None if reason is not None else ratio], [True])
    return verdict


def settled_plan(found: Planned, alongside: Sequence[float | None] = (), *, named: bool = True) -> Planned:
    """The same comparison with its verdict: by its own interval where it is the ``named`` question, else over
    one family with the others."""
    ratio = None if found.reason is not None else found.ratio
    [(q_value, verdict)] = family_verdicts([ratio], [named], alongside)
    return replace(found, q_value=q_value, verdict=verdict)


def _block(nights: Nights, block: Block, fit: CountFit | None) -> BlockRate:
    rate = rate_of(nights, _places(nights, block.counts_from, block.last), fit)
    return BlockRate(block.first, block.last, block.on, block.carry_over, rate)


def _places(nights: Nights, first: date, last: date) -> Bools:
    if not len(nights.dates):
        return np.zeros(0, dtype=bool)
    return nights.within(nights.position(first), nights.position(last) + 1)


def _done(journal: Journal, plan: Plan, nights: Nights) -> Floats | None:
    """1 on nights with what was tried, 0 on those without, NaN where it was not recorded; None where the
    journal does not tell."""
    name = plan.field or field_of_what_is_tried(plan.what)
    known = dictionary() | {field.name: field for field in journal.own_fields}
    if name in known and known[name].kind == "yes_no" and name in journal.days.columns:
        days = pd.DatetimeIndex(nights.dates)
        told = journal.days[name].astype("Float64").astype("float64").reindex(days)
        return np.asarray(told, dtype=np.float64)
    return None if plan.field is not None else _taken(journal, plan, nights)


def _taken(journal: Journal, plan: Plan, nights: Nights) -> Floats | None:
    """As ``_done``, of a medicine; a bare "magnesium" is any salt of it."""
    taken = periods_by_medicine(journal)
    alike = [name for name in taken if is_one_medicine(generic_name(plan.what), name)]
    if not alike:
        return None
    done = np.zeros(len(nights.dates))
    for period in (period for name in alike for period in taken[name]):
        first = 0 if period.start is None else nights.position(period.start)
        last = len(done) - 1 if period.end is None else nights.position(period.end)
        done[nights.within(first, last + 1)] = 1.0
    return done


def is_one_medicine(agreed: str, taken: str) -> bool:
    """Whether two names mean one medicine, also where one of them leaves out its salt."""
    return agreed == taken or agreed == taken.split()[0] or agreed.split()[:1] == [taken]


def _off_plan(journal: Journal, plan: Plan, nights: Nights) -> tuple[date, ...] | None:
    if plan.kind == "watch" or not len(nights.dates):
        return None
    done = _done(journal, plan, nights)
    if done is None:
        return None
    otherwise = np.zeros(len(nights.dates), dtype=bool)
    for block in plan.blocks:
        if block.last >= plan.start:
            here = _places(nights, max(block.first, plan.start), block.last)
            otherwise |= here & np.isfinite(done) & (done != float(block.on))
    return tuple(nights.night(int(place)) for place in np.flatnonzero(otherwise))


def _other_changes(journal: Journal, plan: Plan) -> tuple[date, ...]:
    own = generic_name(plan.what) if plan.what else ""
    told = journal.changes
    nights = [as_date(night) for night in told["night"]]
    names = [
        str(name).strip().lower() if pd.isna(generic) else str(generic)
        for name, generic in zip(told["medication"].tolist(), told["generic"].tolist(), strict=True)
    ]
    found = zip(nights, names, strict=True)
    others = {n for n, name in found if plan.start <= n <= plan.end and not is_one_medicine(own, name)}
    return tuple(sorted(others))
