"""Simulated journals whose truth is known: seven worlds in which cramps come by seven mechanisms.

Only ``runs`` (and ``summer`` and ``leaning``, which add to it) resembles the count model. In every world the
effect of a medicine or of an exposure is made by thinning: cramps are simulated at the highest rate and each
is then kept with the chance that the night's multiplier gives. So the true rate ratio is exact, whatever made
the cramps come in runs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.journal.model import Journal
from tests.journals import make_journal

Floats = npt.NDArray[np.float64]
Base = Callable[[int, float, np.random.Generator, Floats], Floats]

LENGTHS = (42, 84, 182, 365, 730)
PER_WEEK = (1.0, 2.6, 5.0, 10.0)
WARM_UP = 100  # nights simulated and thrown away, so that runs are in full swing on the first night


@dataclass(frozen=True)
class Effects:
    """True rate ratios: of the last medicine change, per 500 mL of hydration, per 30 minutes of activity
    above and below the usual (the median of the journal's days). 1 is none.
    """

    medicine: float = 1.0
    hydration: float = 1.0
    above_usual: float = 1.0
    below_usual: float = 1.0


NOTHING = Effects()
SOMETHING = Effects(medicine=0.5, hydration=0.8, above_usual=1.25, below_usual=1.25)


@dataclass(frozen=True)
class Simulated:
    """One journal with its truth. ``cramps`` is what really happened, logged or not [cramps/night];
    ``changes`` are the places of the nights on which a medicine began, of which the last carries
    ``effects.medicine``. The journal, which takes longer than its nights, is made when it is asked for.
    """

    world: str
    nights: int
    per_week: float
    effects: Effects
    cramps: Floats
    changes: tuple[int, ...]
    make: Callable[[], Journal]

    @cached_property
    def journal(self) -> Journal:
        return self.make()


def first_evening(random: np.random.Generator) -> pd.Timestamp:
    """The first evening of a journal: any of a year, so that journals begin in every season."""
    return pd.Timestamp("2023-01-01") + pd.Timedelta(days=int(random.integers(365)))


def days_of_year(evening: pd.Timestamp, nights: int) -> Floats:
    """The day of the year of each of so many nights from an evening on. [1-366]"""
    return pd.date_range(evening, periods=nights).day_of_year.to_numpy().astype(np.float64)


def drawn_ratio(random: np.random.Generator) -> float:
    """A true ratio of mostly small changes, as the model's prior has them. [-]"""
    return float(np.exp(random.normal(0, random.choice([0.3, 0.6, 1.2], p=[0.4, 0.4, 0.2]))))


def independent(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """Every night for itself: Poisson."""
    return random.poisson(per_night, nights).astype(float)


def runs(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """A latent log-rate that drifts: autocorrelation 0.6 to 0.95 from night to night."""
    return random.poisson(
        per_night * _drift(nights, random.uniform(0.4, 1.2), random.uniform(0.6, 0.95), random)
    ).astype(float)


def bursts(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """Bursts that begin at random and fade over a week on a quiet background, with a weekly cycle."""
    fade = np.exp(-np.arange(60) / random.uniform(2.5, 5.0))
    begin = random.poisson(1 / 21, nights + WARM_UP) * random.exponential(1.0, nights + WARM_UP)
    burst = np.convolve(begin, fade)[WARM_UP : WARM_UP + nights] / (fade.sum() / 21)
    week = 1 + 0.4 * np.cos(2 * np.pi * (np.arange(nights) + random.integers(7)) / 7)
    return random.poisson(per_night * week * (0.4 + 0.6 * burst)).astype(float)


def echoes(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """Self-exciting: each cramp brings half a further one on average, over the nights that follow it."""
    delay = random.uniform(1.0, 4.0)
    counts = random.poisson(per_night * 0.5, nights + WARM_UP)
    generation = counts
    while generation.any():
        parents = np.repeat(np.arange(len(counts)), generation)
        children = np.repeat(parents, random.poisson(0.5, len(parents)))
        children = children + random.geometric(1 / delay, len(children))
        generation = np.bincount(children[children < len(counts)], minlength=len(counts))
        counts = counts + generation
    return np.asarray(counts[WARM_UP:], dtype=np.float64)


def spells(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """Good and bad spells of one to four weeks that follow each other; five times the cramps in a bad one."""
    bad = np.empty(0)
    state = random.integers(2)
    while len(bad) < nights + 28:
        bad = np.concatenate([bad, np.full(random.integers(7, 29), state)])
        state = 1 - state
    begin = random.integers(28)
    return random.poisson(per_night * np.where(bad[begin : begin + nights] == 1, 5, 1) / 3).astype(float)


def summer(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """A peak in summer, peak to trough two thirds of the mean (PMID 25623650), on a slight drift."""
    season = 1 + np.cos(2 * np.pi * (day_of_year - 200) / 365.25) / 3
    return random.poisson(per_night * season * _drift(nights, 0.4, 0.8, random)).astype(float)


WORLDS: dict[str, Base] = {
    "independent": independent,
    "runs": runs,
    "bursts": bursts,
    "echoes": echoes,
    "spells": spells,
    "summer": summer,
    "leaning": runs,
}


def simulate(
    world: str, nights: int, per_week: float, effects: Effects, random: np.random.Generator
) -> Simulated:
    """One journal of a world. ``leaning`` logs 9 of 10 nights after a cramp and half of the others; the rest
    95 %.
    """
    evening = first_evening(random)
    day_of_year = days_of_year(evening, nights)
    hydration = 1800 + 400 * autoregression(nights, 0.7, random)
    restless = 0.5 * autoregression(nights, 0.8, random) + 0.87 * random.standard_normal(nights)
    activity = 30 * np.exp(0.6 * restless)
    usual = float(np.median(activity))
    changes = _changes(nights, random)
    multiplier = effects.hydration ** ((hydration - 1800) / 500)
    multiplier *= effects.above_usual ** (np.maximum(activity - usual, 0) / 30)
    multiplier *= effects.below_usual ** (np.maximum(usual - activity, 0) / 30)
    multiplier[changes[-1] :] *= effects.medicine
    highest = multiplier.max()
    base = WORLDS[world](nights, per_week / 7 * highest / multiplier.mean(), random, day_of_year)
    cramps = random.binomial(base.astype(int), multiplier / highest).astype(np.float64)
    chance = np.full(nights, 0.95)
    if world == "leaning":
        chance = np.where(np.concatenate([[0.0], cramps[:-1]]) > 0, 0.9, 0.5)
    logged = random.random(nights) < chance
    logged[[0, -1]] = True
    make = partial(
        make_journal,
        np.where(logged, cramps, np.nan),
        start=str(evening.date()),
        fields={"hydration": hydration, "activity": activity},
        changes=[
            {"night": night, "medication": name, "change": "start"}
            for night, name in zip(changes, ("first", "second"), strict=False)
        ],
    )
    return Simulated(world, nights, per_week, effects, cramps, changes, make)


def _changes(nights: int, random: np.random.Generator) -> tuple[int, ...]:
    """One change in the middle third of a short journal, two of different medicines in a longer one."""
    if nights < 182:
        return (int(nights * random.uniform(0.4, 0.6)),)
    return int(nights * random.uniform(0.25, 0.4)), int(nights * random.uniform(0.6, 0.75))


def autoregression(nights: int, rho: float, random: np.random.Generator) -> Floats:
    noise = random.standard_normal(nights)
    noise[1:] *= np.sqrt(1 - rho**2)
    # Each night from the one before. What does the same in one call is a second of imports away.
    return np.array(list(accumulate(noise.tolist(), lambda before, drawn: drawn + rho * before)))


def _drift(nights: int, sigma: float, rho: float, random: np.random.Generator) -> Floats:
    return np.asarray(np.exp(sigma * autoregression(nights, rho, random) - sigma**2 / 2))
