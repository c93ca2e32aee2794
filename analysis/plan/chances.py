"""What a plan can show in this patient: simulated from their own journal, decided as the program decides."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from analysis.journal import Journal, Plan, Told
from analysis.measures import (
    Hemisphere,
    NoOutlook,
    Outlook,
    arms_of,
    draw_night_counts,
    draw_rates,
    outlook,
    verdict_as_planned,
)

FALLS = (0.3, 0.5)
NONE = 0.0  # a fall of nothing: what is found then is found wrongly
ENOUGH = 400  # futures, by which the error is at most 2.5 points
IN_A_PART = 10  # futures that one worker draws at a time
if TYPE_CHECKING:
    from analysis.executor import Executor

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Chance:
    """How often a ``fall`` (0.5: half as many cramps with what is tried) was shown in ``journals`` simulated
    ones; in ``otherwise`` of them the opposite was."""

    fall: float
    journals: int = 0
    shown: int = 0
    otherwise: int = 0

    @property
    def chance(self) -> float | None:
        """Share of the journals in which it was shown [-]; with no fall, in which anything was."""
        return self._found / self.journals if self.journals else None

    @property
    def error(self) -> float | None:
        """Standard error of ``chance`` by the number of journals alone, two more of each kind counted, as
        Agresti and Coull do, so that it is never 0. [-]"""
        if not self.journals:
            return None
        share = (self._found + 2) / (self.journals + 4)
        return float(np.sqrt(share * (1 - share) / (self.journals + 4)))

    @property
    def _found(self) -> int:
        return self.shown + self.otherwise if self.fall == NONE else self.shown

    def __add__(self, other: "Chance") -> "Chance":
        if other.fall != self.fall:
            raise ValueError(f"chances of falls of {self.fall} and {other.fall} do not add up")
        return Chance(
            self.fall,
            self.journals + other.journals,
            self.shown + other.shown,
            self.otherwise + other.otherwise,
        )


@dataclass(frozen=True)
class Basis:
    """What the simulation needs of a journal, small enough to be sent to a worker."""

    outlook: Outlook
    plans: tuple[Plan, ...]
    now_on: bool

    def none_yet(self, falls: Sequence[float] = (NONE, *FALLS)) -> "Chances":
        return Chances(tuple(tuple(Chance(fall) for fall in falls) for _ in self.plans))


@dataclass(frozen=True)
class Chances:
    """Of every plan of a basis, in its order, one ``Chance`` a fall."""

    by_plan: tuple[tuple[Chance, ...], ...]

    @property
    def journals(self) -> int:
        """Simulated so far for each plan and fall that was begun, the fewest; 0 where none was."""
        return min((number for number in self._numbers() if number), default=0)

    @property
    def fewest(self) -> int:
        """The same over all, begun or not."""
        return min(self._numbers(), default=0)

    def _numbers(self) -> list[int]:
        return [chance.journals for each in self.by_plan for chance in each]

    def __add__(self, other: "Chances") -> "Chances":
        """Both together, fall by fall."""
        return Chances(tuple(_merged(*pair) for pair in zip(self.by_plan, other.by_plan, strict=True)))


def _merged(one: Sequence[Chance], other: Sequence[Chance]) -> tuple[Chance, ...]:
    found = {chance.fall: chance for chance in one}
    for chance in other:
        found[chance.fall] = found[chance.fall] + chance if chance.fall in found else chance
    return tuple(found.values())


def basis_of(
    journal: Journal, plans: Iterable[Plan], *, now_on: bool = False, hemisphere: Hemisphere = "north"
) -> Basis | NoOutlook:
    """What the chances of some plans rest on, or why none can be given."""
    plans = tuple(plans)
    found = outlook(journal, max(plan.end for plan in plans), hemisphere=hemisphere)
    return found if isinstance(found, NoOutlook) else Basis(found, plans, now_on)


def simulate(
    basis: Basis,
    *,
    seed: int,
    journals: int = ENOUGH,
    first: int = 0,
    falls: Sequence[float] = (NONE, *FALLS),
) -> Chances:
    """``journals`` futures of each plan and fall, from number ``first`` on.

    Every future is drawn by its own number and the seed, so that the same numbers give the same chances, on
    whatever machine, in whatever parts and order. In each, one future of this journal is drawn (runs, season,
    slope and nights that are not logged as so far), the fall is put on its nights with what is tried, and the
    plan is compared as the program will compare it. The same futures go to every plan and fall, so that plans
    differ by what they are.
    """
    found = basis.none_yet(falls)
    for number in range(first, first + journals):
        random = np.random.default_rng([seed, number])
        rates = draw_rates(basis.outlook, 1, random)[0]
        drawn = int(random.integers(2**32))
        found += Chances(
            tuple(
                tuple(_one(basis, plan, fall, rates, np.random.default_rng(drawn)) for fall in falls)
                for plan in basis.plans
            )
        )
    return found


def _one(basis: Basis, plan: Plan, fall: float, rates: Floats, random: np.random.Generator) -> Chance:
    """One future in which what is tried goes with a ``fall``, compared as planned."""
    look = basis.outlook
    day = look.nights.dates[look.coming :]
    with_it = np.full(len(day), basis.now_on and plan.kind != "watch")
    for block in plan.blocks:
        with_it[(day >= np.datetime64(block.first)) & (day <= np.datetime64(block.last))] = block.on
    # What is taken now has its nights at the rate of today, and those without it above.
    factor = np.where(with_it, 1.0 - fall, 1.0)
    factor = factor / (1.0 - fall) if basis.now_on and plan.kind != "watch" else factor
    nights = draw_night_counts(look, rates, factor, random)
    end = nights.position(plan.end) + 1
    nights = replace(nights, dates=nights.dates[:end], counts=nights.counts[:end])
    verdict = verdict_as_planned(plan, nights, look.cuts, look.hemisphere)
    return Chance(fall, 1, int(verdict == "fewer_cramps"), int(verdict == "more_cramps"))


def begin(
    basis: Basis,
    pool: "Executor",
    *,
    seed: int,
    journals: int = ENOUGH,
    first: int = 0,
    falls: Sequence[float] = (NONE, *FALLS),
) -> list[Future[Chances]]:
    """``simulate`` in parts of at most ten futures beside each other, to be added up."""
    end = first + journals
    return [
        pool.submit(_part, basis, seed, min(IN_A_PART, end - start), start, tuple(falls))
        for start in range(first, end, IN_A_PART)
    ]


def _part(basis: Basis, seed: int, journals: int, first: int, falls: tuple[float, ...]) -> Chances:
    return simulate(basis, seed=seed, journals=journals, first=first, falls=falls)


def told(chances: Iterable[Chance]) -> tuple[Told, ...]:
    """The chances of one plan as they go into it; without that of a difference where there is none."""
    return tuple(
        Told(each.fall, each.chance, each.journals)
        for each in chances
        if each.fall != NONE and each.chance is not None
    )


@dataclass(frozen=True)
class Counting:
    """How many nights of a plan count for one of its sides: ``kept`` already, in the journal, and ``coming``,
    logged as often as in the last eight weeks; those after a switch are left out. [nights]"""

    kept: int
    coming: float


def nights_that_count(basis: Basis) -> tuple[Counting, ...]:
    """Of every plan of the basis, in its order."""
    look, found = basis.outlook, []
    for plan in basis.plans:
        on, off = arms_of(plan, look.nights)
        either = on | off
        kept = int((either & look.nights.logged)[: look.coming].sum())
        found.append(Counting(kept, float(either[look.coming :].sum() * look.share_logged)))
    return tuple(found)
