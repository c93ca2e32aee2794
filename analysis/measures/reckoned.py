"""What a comparison of so many nights can show, reckoned from a journal's fit without simulating one."""

from dataclasses import replace
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.polynomial.hermite_e import hermegauss

from analysis.measures.arms import HALF_A_YEAR, SLOPE
from analysis.measures.futures import LEAST_BETWEEN, Outlook
from analysis.measures.model import CountFit, fit_counts
from analysis.measures.season import published_peak
from analysis.measures.windows import Dates, Floats, days_of_year

Layout = Literal["step", "by_turns"]
MOST_EACH_SIDE = 182  # nights of a step that are compared
BLOCK = 14  # nights of a part by turns
CLUSTERINGS = 6
HALVINGS = 50
NODES = 15  # of a run's log-rate, over which what a yes/no night tells is averaged
CRITICAL = 1.96
# The runs are estimated anew from each journal: so much wider is the interval, on average over journals, than
# with runs that are known (METHODS.md).
WIDER = 1.05


def reckoned_chance(look: Outlook, per_night: float, fall: float, nights: int, layout: Layout) -> float:
    """The chance that ``nights`` logged nights a side, after those of the journal, show a fall by the
    program's own rule. [-]

    per_night : without what is tried [cramps/night]. The model for changes is fitted to the counts that are
    expected, with the clusterings of the journal; each gives the error of the log ratio, with the slope, the
    season and the levels before allowed for, and the interval is about as wide as all of them together.
    """
    from scipy.special import ndtr

    plan = _on(nights, layout)
    on = np.concatenate([np.zeros(look.coming), plan])
    expected = _expected(look, per_night * np.where(on == 1, 1 - fall, 1.0), per_night)
    dates: Dates = look.nights.dates[0] + np.arange(len(on))
    columns = [on, *_levels(look, len(on)), np.arange(len(on)) / HALF_A_YEAR]
    found = fit_counts(
        expected,
        np.column_stack(columns),
        names=(*(f"level {number}" for number in range(len(columns) - 1)), "slope"),
        day_of_year=days_of_year(dates),
        peak=published_peak(look.hemisphere),
        spreads={"slope": SLOPE},
        # What is expected is no yes or no, whatever the journal holds.
        like=few(look.fit),
        yes_no=False,
    )
    errors = np.array([np.sqrt(mode.covariance[1, 1]) for mode in found.modes]) / found.scale[0]
    overall = WIDER * np.sqrt(found.weights @ errors**2)
    return float(found.weights @ ndtr((-np.log1p(-fall) - CRITICAL * overall) / errors))


def _expected(look: Outlook, rates: Floats, per_night: float) -> Floats:
    """Poisson counts that tell as much of a log-rate as these nights do. A night of a yes/no journal tells
    less than its count would, rate² / (exp(rate) - 1) at a rate, and the further the rates of its runs lie
    apart the less: in bad runs nearly every night has a cramp, on it and off it. So it is the mean over the
    runs of this journal, whose mean share of nights is ``per_night``."""
    if not look.yes_no:
        return rates
    nodes, shares = hermegauss(NODES)
    sizes = np.array([mode.clustering.sigma for mode in look.fit.modes])
    spread = np.exp(np.outer(sizes, nodes)).ravel()
    weights = np.outer(look.fit.weights / look.fit.weights.sum(), shares / shares.sum()).ravel()
    share = min(per_night, 0.99)
    low, high = -20.0, 20.0  # of the log-rate; by halving, as scipy.optimize takes long to import
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        enough = weights @ -np.expm1(-np.exp(middle) * spread) >= share
        low, high = (low, middle) if enough else (middle, high)
    different, where = np.unique(rates / per_night, return_inverse=True)
    some = np.minimum(np.exp(low) * np.outer(different, spread), 500.0)
    return np.asarray((some**2 / np.expm1(some) @ weights)[where])


def few(fit: CountFit, most: int = CLUSTERINGS) -> CountFit:
    """The same fit with at most so many clusterings, as evenly through their order by size as their weights
    have it."""
    if len(fit.modes) <= most:
        return fit
    sizes = [mode.clustering.sigma / (1 - mode.clustering.rho) for mode in fit.modes]
    order = np.argsort(sizes, kind="stable")
    middles = (np.arange(most) + 0.5) / most * fit.weights.sum()
    kept = order[np.searchsorted(np.cumsum(fit.weights[order]), middles)]
    return replace(fit, modes=tuple(fit.modes[at] for at in kept), weights=np.full(len(kept), 1 / len(kept)))


def _levels(look: Outlook, length: int) -> list[Floats]:
    """A column for each stretch of the journal between its changes."""
    edges = [0, *look.cuts, look.coming]
    places = np.arange(length)
    return [
        ((places >= first) & (places < end)).astype(np.float64)
        for first, end in pairwise(edges)
        if end - first >= LEAST_BETWEEN
    ]


def _on(nights: int, layout: Layout) -> Floats:
    if layout == "step":
        return np.repeat([0.0, 1.0], nights)
    return (np.arange(2 * nights) // BLOCK % 2).astype(np.float64)
