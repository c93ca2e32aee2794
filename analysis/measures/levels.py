"""The rate at each level of an exposure."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from analysis.measures.arms import rate_of
from analysis.measures.model import CountFit
from analysis.measures.questions import LEVELS, Question
from analysis.measures.results import Rate
from analysis.measures.windows import Bools, Floats, Nights


@dataclass(frozen=True)
class Level:
    """Nights whose exposure lies in [from_, to) [unit of the field]; None is open. ``label`` is made of
    numbers only, or ``yes``/``no``/the level's name; words and units are for the reader of it."""

    label: str
    from_: float | None
    to: float | None
    rate: Rate


def levels(
    question: Question,
    nights: Nights,
    fit: CountFit | None,
    *,
    least_nights: int = 14,
    most_levels: int = 5,
) -> tuple[Level, ...]:
    """The rate on the nights of each level, lowest first, with intervals.

    Yes/no and activity levels go by themselves, numbers of at most ``most_levels`` different values too;
    other numbers are cut at quantiles, moved to the nearest round number of what the person counts in (whole
    glasses, not hundreds of mL), so that every level holds about as many nights. A level of a number holds at
    least ``least_nights`` logged nights (two weeks); fewer are joined to the level below.
    """
    known = nights.logged & ~np.isnan(question.values)
    if not known.any():
        return ()
    values = question.values
    if question.form == "yes_no" or question.field.kind == "level":
        names = ("no", "yes") if question.form == "yes_no" else LEVELS
        return tuple(
            Level(name, float(place), float(place + 1), rate_of(nights, known & (values == place), fit))
            for place, name in enumerate(names)
            if (known & (values == place)).any()
        )
    edges = _edges(values[known], least_nights, most_levels)
    bounds = [None, *edges, None]
    return tuple(
        Level(_label(low, high), low, high, rate_of(nights, known & _between(values, low, high), fit))
        for low, high in pairwise(bounds)
    )


def _edges(values: Floats, least_nights: int, most_levels: int) -> list[float]:
    """Inner bounds, rising, with at least ``least_nights`` values in each level where there are so many."""
    different = np.unique(values)
    if len(different) <= most_levels:
        candidates = [float(value) for value in different[1:]]
    else:
        wanted = min(most_levels, max(1, len(values) // least_nights))
        cuts = np.quantile(values, np.arange(1, wanted) / wanted)
        grain = _grain(values, different)
        unit = grain * max(1.0, _round_unit(float(np.ptp(np.quantile(values, [0.1, 0.9]))) / grain))
        candidates = sorted({_among(different, round(cut / unit) * unit, _OFF * grain) for cut in cuts})
    edges: list[float] = []
    for candidate in candidates:
        if _count(values, edges[-1] if edges else None, candidate) >= least_nights:
            edges.append(candidate)
    while edges and _count(values, edges[-1], None) < least_nights:
        edges.pop()
    return edges


_OFF = 0.02  # steps that an amount may lie from a whole multiple: cups and ounces are no whole mL


def _among(different: Floats, bound: float, off: float) -> float:
    """The bound, or the amount that is meant by it: one beside it by no more than ``off``."""
    nearest = different[np.abs(different - bound).argmin()]
    return float(nearest if abs(nearest - bound) <= off else bound)


def _grain(values: Floats, different: Floats, *, share: float = 0.95) -> float:
    """What the person counts in, as the amounts tell: the largest step between two of them of which nearly
    all are whole multiples, a glass for instance; where none is, a power of ten far below the largest
    amount. [unit of the field]

    share : of the values [-].
    """
    smallest = 10.0 ** np.floor(np.log10(np.abs(different).max()) - 3)
    steps = np.unique(np.diff(different).round(6))
    for step in steps[steps >= smallest][::-1]:
        multiples = values / step
        if (np.abs(multiples - np.round(multiples)) <= _OFF).mean() >= share:
            return float(step)
    return float(smallest)


def _count(values: Floats, low: float | None, high: float | None) -> int:
    return int(_between(values, low, high).sum())


def _between(values: Floats, low: float | None, high: float | None) -> Bools:
    inside = ~np.isnan(values)
    if low is not None:
        inside &= values >= low
    if high is not None:
        inside &= values < high
    return inside


def _round_unit(width: float) -> float:
    """1, 2 or 5 times a power of ten, about a tenth of the width."""
    if width <= 0:
        return 1.0
    power = 10.0 ** np.floor(np.log10(width / 10))
    return float(max(size * power for size in (1, 2, 5) if size * power <= width / 10 * (1 + 1e-9)))


def _label(low: float | None, high: float | None) -> str:
    if low is None:
        return "" if high is None else f"<{high:g}"
    return f"≥{low:g}" if high is None else f"{low:g}–{high:g}"
