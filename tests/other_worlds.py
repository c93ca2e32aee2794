"""Worlds made by other mechanisms than the count model's, for ``tests/calibration_changes.py``.

Each gives the cramps of a journal with one change in its middle, the effect by thinning, so that the true
ratio of rates is exact, but in ``wash_in``, where it is reached after two weeks.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.journal import Journal
from tests.journals import make_journal
from tests.worlds import WORLDS, Floats, _drift, days_of_year, first_evening

WARM_UP = 200


def cycles(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """As in seizure diaries: a cycle of 5 to 30 days, in whose high phase clusters of further cramps come."""
    period, phase = random.uniform(5, 30), random.uniform(0, 2 * np.pi)
    rate = np.exp(random.uniform(0.5, 1.2) * np.cos(2 * np.pi * np.arange(nights) / period + phase))
    seeds = random.poisson(per_night * rate / rate.mean() / 1.6)
    return np.asarray(seeds + random.poisson(0.6 * seeds), dtype=np.float64)


def hidden(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """Three hidden states (quiet, usual, bad) that last 5, 15 and 6 nights on average."""
    stay, rates = 1 - 1 / np.array([5.0, 15.0, 6.0]), np.array([0.1, 0.8, 3.0])
    state, states = 1, np.empty(nights + WARM_UP, dtype=int)
    for night in range(len(states)):
        if random.random() > stay[state]:
            state = int(random.choice([other for other in range(3) if other != state]))
        states[night] = state
    rate = rates[states[WARM_UP:]]
    return random.poisson(per_night * rate / 1.1).astype(float)


def self_exciting(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """Each cramp raises the rate of the nights after it, fading over 2 to 10 nights (branching 0.6)."""
    fade = np.exp(-1 / random.uniform(2, 10))
    kernel, excited = 0.6 * (1 - fade), 0.0
    counts = np.empty(nights + WARM_UP)
    for night in range(len(counts)):
        counts[night] = random.poisson(0.4 * per_night + excited)
        excited = excited * fade + kernel * counts[night]
    return counts[WARM_UP:]


def zero_inflated(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """Free spells of 10 nights on average between spells of 10 in which cramps come."""
    on, state = np.empty(nights), random.random() < 0.5
    for night in range(nights):
        state = state if random.random() > 0.1 else not state
        on[night] = state
    return random.poisson(2 * per_night * on).astype(float)


def drift(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """A random walk of the log-rate, 0.25 in half a year, on short runs."""
    walk = np.cumsum(random.normal(0, 0.25 / np.sqrt(182), nights))
    return random.poisson(per_night * np.exp(walk - walk.mean()) * _drift(nights, 0.5, 0.7, random)).astype(
        float
    )


def phases(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """A season of another size and phase in everyone: its peak within 6 weeks of the published one."""
    peak, size = 196 + random.normal(0, 42), max(0.0, random.normal(1 / 6, 0.2))
    season = np.exp(size * np.cos(2 * np.pi * (day_of_year - peak) / 365.25))
    return random.poisson(per_night * season * _drift(nights, 0.5, 0.7, random)).astype(float)


def yes_no(nights: int, per_night: float, random: np.random.Generator, day_of_year: Floats) -> Floats:
    """Nights that say only whether there was a cramp: good and bad spells of a week on average, three times
    the share in a bad one (at most 95 % of the nights)."""
    bad, state = np.empty(nights), random.random() < 0.5
    for night in range(nights):
        state = state if random.random() > 1 / 7 else not state
        bad[night] = state
    return (random.random(nights) < np.minimum(per_night * np.where(bad == 1, 1.5, 0.5), 0.95)).astype(float)


OTHER_WORLDS: dict[str, Callable[..., Floats]] = {
    **{name: WORLDS[name] for name in ("independent", "runs", "bursts", "echoes", "spells", "summer")},
    "cycles": cycles,
    "hidden": hidden,
    "self_exciting": self_exciting,
    "zero_inflated": zero_inflated,
    "drift": drift,
    "phases": phases,
    "gaps": WORLDS["runs"],
    "leaning": WORLDS["runs"],
    "logging": WORLDS["runs"],
    "wash_in": WORLDS["runs"],
    "yes_no": yes_no,
}


def one_change(
    world: str, a_side: int, per_week: float, ratio: float, random: np.random.Generator
) -> tuple[Journal, Floats, Floats]:
    """A journal of ``a_side`` nights on both sides of a change with this true ratio; what really happened
    [cramps/night], and by what the change multiplied each night's rate [-]. See ``nights_of_one_change``."""
    counts, cramps, multiplier, evening = nights_of_one_change(world, a_side, per_week, ratio, random)
    journal = make_journal(
        counts,
        start=str(evening.date()),
        changes=[{"night": a_side, "medication": "one", "change": "start"}],
    )
    return journal, cramps, multiplier


def nights_of_one_change(
    world: str, a_side: int, per_week: float, ratio: float, random: np.random.Generator
) -> tuple[Floats, Floats, Floats, pd.Timestamp]:
    """What was logged (NaN where nothing was) and what happened [cramps/night], by what the change multiplied
    each night's rate [-], and the first evening.

    ``gaps`` loses runs of 3 to 20 nights; ``leaning`` logs 9 of 10 nights after a cramp and half of the
    others; ``logging`` 60 % of the nights before and 95 % after; in ``wash_in`` the change works fully only
    after two weeks.
    """
    nights = 2 * a_side
    evening = first_evening(random)
    day_of_year = days_of_year(evening, nights)
    after = np.arange(nights) >= a_side
    multiplier = np.where(after, ratio, 1.0)
    if world == "wash_in":
        multiplier = ratio ** np.clip((np.arange(nights) - a_side + 1) / 14, 0, 1)
    highest = max(1.0, ratio)
    base = OTHER_WORLDS[world](nights, per_week / 7 * highest, random, day_of_year)
    cramps = random.binomial(base.astype(int), multiplier / highest).astype(np.float64)
    chance = np.full(nights, 0.95)
    if world == "leaning":
        chance = np.where(np.concatenate([[0.0], cramps[:-1]]) > 0, 0.9, 0.5)
    elif world == "logging":
        chance = np.where(after, 0.95, 0.6)
    logged = random.random(nights) < chance
    if world == "gaps":
        for start in random.integers(0, nights, nights // 40):
            logged[start : start + random.integers(3, 21)] = False
    logged[[0, -1]] = True
    return np.where(logged, cramps, np.nan), cramps, multiplier, evening
