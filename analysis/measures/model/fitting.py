"""Nightly counts and a design -> a ``CountFit``: what is prepared, and which clustering is tried."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.measures.model.count_model import CountFit
from analysis.measures.model.latent_fit import Bools, Data, Floats, Mode
from analysis.measures.model.likelihoods import is_yes_no
from analysis.measures.model.mixtures import heaviest
from analysis.measures.model.priors import (
    DAYS_A_YEAR,
    prior_of_columns,
    season_found,
    season_in_phase,
    season_of_any_phase,
)


def fit_counts(
    counts: npt.ArrayLike,
    design: npt.ArrayLike | None = None,
    *,
    names: Sequence[str] = (),
    day_of_year: npt.ArrayLike | None = None,
    like: CountFit | None = None,
    peak: float | None = None,
    spreads: Mapping[str, float] | None = None,
    sigma_spread: float | None = None,
    memory: tuple[float, float] | None = None,
    yes_no: bool | None = None,
) -> CountFit:
    """Fit the rate of cramps on a design.

    counts : one a calendar night in order [cramps/night], NaN where not logged. Nights may not be left out:
        their place in time is what the model of runs rests on.
    design : nights × columns, without an intercept. A row with a NaN has no likelihood, as an unlogged
        night has none.
    names : one a column; needed for ``ratio`` by name.
    day_of_year : 1 to 366, one a night. Given: a yearly harmonic is in the model, under a prior as wide as
        the published season (PMID 25623650).
    like : take the clustering, and where ``day_of_year`` is given the season, from this fit instead of
        estimating them: for a short stretch of the same journal, or for single columns of it.
    peak : day of the year on which the published season is highest. Given: the season is expected in its
        phase, at half its size (``SEASON_IN_PHASE``); None: any phase. [days]
    spreads : prior standard deviations of the log ratios of some columns, by name, each per unit. [-]
    sigma_spread : of the half-normal prior of the runs' size; None for a flat one. [-]
    memory : mean and standard deviation of the normal prior of -log(1 - rho), where 1 / (1 - rho) is about
        how many nights a run lasts; None for a flat one. [-]
    yes_no : whether a count of 1 means at least one; None where no known night holds more than one.
    """
    counts = np.asarray(counts, dtype=float)
    scaled = _scaled(counts, design, names)
    if yes_no is None:
        yes_no = like.data.yes_no if like and like.modes else is_yes_no(counts[scaled.logged])
    data = _data(counts, scaled, _season(day_of_year, like, peak), spreads or {}, yes_no=yes_no)
    modes, weights = _posterior(data, like, sigma_spread, memory)
    return CountFit(
        names=scaled.names,
        nights=int(scaled.logged.sum()),
        cramps=float(counts[scaled.logged].sum()),
        data=data,
        design=scaled.columns,
        scale=scaled.scale,
        centre=scaled.centre,
        seasonal=day_of_year is not None,
        modes=tuple(modes),
        weights=weights,
    )


@dataclass(frozen=True)
class _Scaled:
    """A design with what its columns are divided by. ``logged``: the nights with a likelihood."""

    names: tuple[str, ...]
    columns: Floats
    logged: Bools
    centre: Floats
    scale: Floats


@dataclass(frozen=True)
class _Season:
    """The yearly harmonic, two columns, with the mean and the precision of its prior."""

    columns: Floats
    mean: Floats
    precision: Floats


def _scaled(counts: Floats, design: npt.ArrayLike | None, names: Sequence[str]) -> _Scaled:
    columns = np.empty((len(counts), 0)) if design is None else np.asarray(design, dtype=float)
    if columns.ndim == 1:
        columns = columns[:, None]
    if len(columns) != len(counts):
        raise ValueError(f"the design has {len(columns)} rows for {len(counts)} nights")
    names = tuple(names) or tuple(f"column {number + 1}" for number in range(columns.shape[1]))
    if len(names) != columns.shape[1]:
        raise ValueError(f"{len(names)} names for {columns.shape[1]} columns")
    logged = np.isfinite(counts) & np.isfinite(columns).all(axis=1)
    used = columns[logged]
    centre = used.mean(axis=0) if len(used) else np.zeros(columns.shape[1])
    scale = used.std(axis=0) if len(used) else np.ones(columns.shape[1])
    scale = np.where(scale > 1e-12 * np.maximum(1.0, np.abs(centre)), scale, 1.0)
    return _Scaled(names, columns, logged, centre, scale)


def _season(day_of_year: npt.ArrayLike | None, like: CountFit | None, peak: float | None) -> _Season | None:
    """As it was found in the fit ``like``, else as it is expected; None where no day is known."""
    if day_of_year is None:
        return None
    angle = 2 * np.pi * np.asarray(day_of_year, dtype=float) / DAYS_A_YEAR
    if like is not None and like.seasonal:
        mean, precision = season_found(like.modes, like.weights)
    else:
        mean, precision = season_of_any_phase() if peak is None else season_in_phase(peak)
    return _Season(np.column_stack([np.cos(angle), np.sin(angle)]), mean, precision)


def _data(
    counts: Floats, scaled: _Scaled, season: _Season | None, spreads: Mapping[str, float], *, yes_no: bool
) -> Data:
    """What is fitted: the intercept, the columns of the design, the season; with the prior of each."""
    from scipy.linalg import block_diag

    logged, columns = scaled.logged, scaled.columns
    level = _log_level(float(counts[logged].sum()), int(logged.sum()), yes_no=yes_no)
    mean, precisions = prior_of_columns(level, scaled.names, scaled.scale, spreads)
    precision = np.diag(precisions)
    standard = np.where(np.isfinite(columns), (columns - scaled.centre) / scaled.scale, 0.0)
    parts = [np.ones((len(counts), 1)), standard]
    if season is not None:
        parts.append(season.columns)
        mean = np.concatenate([mean, season.mean])
        precision = block_diag(precision, season.precision)
    return Data(
        counts=np.where(logged, counts, 0.0),
        columns=np.concatenate(parts, axis=1),
        logged=logged,
        mean=mean,
        precision=precision,
        yes_no=yes_no,
    )


def _posterior(
    data: Data, like: CountFit | None, sigma_spread: float | None, memory: tuple[float, float] | None
) -> tuple[list[Mode], Floats]:
    """A mode for each clustering with its weight: those of ``like``, else a grid; none without a night."""
    from analysis.measures.model.grid import fit_grid
    from analysis.measures.model.newton import fit_together

    if not data.logged.any():
        return [], np.empty(0)
    if like is None or not like.modes:
        return fit_grid(data, sigma_spread, memory)
    kept = heaviest(like.weights)
    weights = like.weights[kept] / like.weights[kept].sum()
    return fit_together(data, [like.modes[index].clustering for index in kept]), weights


def _log_level(cramps: float, nights: int, *, yes_no: bool) -> float:
    """The log-rate of so many cramps in these nights."""
    share = (cramps + 0.5) / max(1, nights)
    return float(np.log(-np.log1p(-min(share, 0.99))) if yes_no else np.log(share))
