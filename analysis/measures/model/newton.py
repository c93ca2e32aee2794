"""The most probable latent nights and coefficients at given clustering, by Newton's method.

At given (sigma, rho) the precision of z is tridiagonal and beta is eliminated by its Schur complement, so
that time grows linearly with the nights. Laplace's approximation gives the evidence for (sigma, rho).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from analysis.measures.model.latent_fit import (
    HIGHEST_LOG_RATE,
    Clustering,
    Data,
    Floats,
    Mode,
    precision_of_run,
)
from analysis.measures.model.likelihoods import log_likelihood, score_and_information
from analysis.measures.model.tridiagonal import factorised, solved

MOST_STEPS = 50
ENOUGH = 1e-5  # of the log posterior still to be gained, at which Newton's method stops
NIGHTS_AT_ONCE = 4096  # in all blocks together: more would not stay in the processor's cache


class Start(NamedTuple):
    """Where Newton's method begins."""

    beta: Floats
    z: Floats


def fit_at(data: Data, clustering: Clustering) -> Mode:
    """The mode at one (sigma, rho)."""
    return fit_together(data, [clustering])[0]


def fit_together(
    data: Data, clusterings: Sequence[Clustering], starts: Sequence[Start] | None = None
) -> list[Mode]:
    """The modes at several (sigma, rho); ``starts`` lie near them, one each, or all begin from the prior.

    Those of short journals are found at once, one below the other in a matrix of blocks: most of the time of
    one alone would be the calls.
    """
    if starts is None:
        starts = [Start(data.mean, np.zeros(len(data.counts)))] * len(clusterings)
    at_once = max(1, NIGHTS_AT_ONCE // len(data.counts))
    modes: list[Mode] = []
    for first in range(0, len(clusterings), at_once):
        chunk = slice(first, first + at_once)
        modes += _newton(_Blocks.of(data, clusterings[chunk]), starts[chunk])
    return modes


class _Curvature(NamedTuple):
    """What Newton's method needs around some rates, of every block.

    ``information``: of each night on its log-rate [-]. ``pivots``, ``below``: of the precision of all z
    given beta. ``coupled``: what beta and z have in common, ``solved`` by that precision (columns ×
    clusterings × nights). ``slopes``: the change of each night's log-rate with beta when z follows.
    ``schur``: the precision of beta.
    """

    information: Floats
    pivots: Floats
    below: Floats
    coupled: Floats
    solved: Floats
    slopes: Floats
    schur: Floats


@dataclass(frozen=True)
class _Blocks:
    """Nights below nights, those of one clustering after those of another. [clusterings × nights]

    ``diagonal`` and ``beside`` are of the precision of all z together, with nothing between two blocks.
    ``columns``: of the design, one a row. ``known``: 1 where a night is logged, else 0. ``sigma``: one a row.
    """

    data: Data
    clusterings: Sequence[Clustering]
    columns: Floats
    known: Floats
    sigma: Floats
    diagonal: Floats
    beside: Floats

    @classmethod
    def of(cls, data: Data, clusterings: Sequence[Clustering]) -> "_Blocks":
        nights = len(data.counts)
        diagonal, beside = zip(*(precision_of_run(nights, at.rho) for at in clusterings), strict=True)
        return cls(
            data,
            clusterings,
            np.ascontiguousarray(data.columns.T),
            data.logged.astype(np.float64),
            np.array([[at.sigma] for at in clusterings]),
            np.array(diagonal),
            np.array(beside),
        )

    def log_joint(self, beta: Floats, z: Floats) -> tuple[Floats, Floats]:
        """Up to a constant, one a clustering; and the rates. [cramps/night]"""
        data = self.data
        log_rates = np.minimum(beta @ self.columns + self.sigma * z, HIGHEST_LOG_RATE)
        rates = self.known * np.exp(log_rates)
        away = beta - data.mean
        value = log_likelihood(data.counts, log_rates, rates, yes_no=data.yes_no)
        of_z = (z * self._times(z)).sum(axis=1)
        return value - 0.5 * of_z - 0.5 * ((away @ data.precision) * away).sum(axis=1), rates

    def curvature(self, information: Floats) -> _Curvature:
        """Of minus the log joint density, where each night tells so much."""
        pivots, below = self._factorised(information)
        weighted = self.columns[:, None] * information
        coupled = self.sigma * weighted
        followed = solved(pivots, below, coupled)
        # What a column moves where the latent nights follow it: both halves of the Schur complement at once.
        slopes = self.columns[:, None] - self.sigma * followed
        schur = _by_block(weighted) @ slopes.transpose(1, 2, 0) + self.data.precision
        return _Curvature(information, pivots, below, coupled, followed, slopes, schur)

    def step(
        self, around: _Curvature, score: Floats, beta: Floats, z: Floats
    ) -> tuple[Floats, Floats, Floats]:
        """To where the quadratic through (beta, z) is highest, and by how much. ``score``: the slope of each
        night's log-likelihood by its log-rate."""
        of_beta = score @ self.columns.T - (beta - self.data.mean) @ self.data.precision
        of_z = self.sigma * score - self._times(z)
        followed = solved(around.pivots, around.below, of_z[None])[0]
        pulled = of_beta - (_by_block(around.coupled) @ followed[:, :, None])[:, :, 0]
        step = np.linalg.solve(around.schur, pulled[:, :, None])[:, :, 0]
        z_step = followed - (step[:, None] @ _by_block(around.solved))[:, 0]
        return step, z_step, (of_beta * step).sum(axis=1) + (of_z * z_step).sum(axis=1)

    def modes(self, around: _Curvature, beta: Floats, z: Floats, value: Floats, rates: Floats) -> list[Mode]:
        """One a clustering, of the highest places and their log joint densities."""
        pivots = around.pivots.reshape(z.shape)
        backward = self._factorised(around.information, backward=True)[0][::-1].reshape(z.shape)
        inverse = 1 / (pivots + backward - self.diagonal - self.sigma**2 * around.information)
        log_determinants = np.log(pivots).sum(axis=1) + np.linalg.slogdet(around.schur)[1]
        rhos = np.array([at.rho for at in self.clusterings])
        log_evidence = value - 0.5 * (z.shape[1] - 1) * np.log1p(-(rhos**2)) - 0.5 * log_determinants
        covariance, spread = np.linalg.inv(around.schur), self.sigma**2 * inverse
        slopes = [np.asfortranarray(own.T) for own in _by_block(around.slopes)]
        return [
            Mode(at, beta[k], z[k], covariance[k], rates[k], around.information[k], slopes[k], spread[k],
                 float(log_evidence[k]))
            for k, at in enumerate(self.clusterings)
        ]  # fmt: skip

    def _times(self, z: Floats) -> Floats:
        """The precision of z, without what the counts tell, times z."""
        product = self.diagonal * z
        product[:, :-1] += self.beside[:, :-1] * z[:, 1:]
        product[:, 1:] += self.beside[:, :-1] * z[:, :-1]
        return product

    def _factorised(self, information: Floats, *, backward: bool = False) -> tuple[Floats, Floats]:
        """Pivots and multipliers of the precision of all z given beta, from the first night or the last."""
        diagonal, beside = (self.diagonal + self.sigma**2 * information).ravel(), self.beside.ravel()[:-1]
        if backward:
            diagonal, beside = diagonal[::-1], beside[::-1]
        return factorised(diagonal, beside)


def _by_block(of_columns: Floats) -> Floats:
    """Columns × clusterings × nights as clusterings × columns × nights."""
    return of_columns.transpose(1, 0, 2)


def _newton(blocks: _Blocks, starts: Sequence[Start]) -> list[Mode]:
    """The modes of all blocks, with half a step where a whole one leads down."""
    data = blocks.data
    beta, z = np.array([start.beta for start in starts]), np.array([start.z for start in starts])
    value, rates = blocks.log_joint(beta, z)
    for _ in range(MOST_STEPS):
        score, information = score_and_information(data.counts, rates, yes_no=data.yes_no)
        around = blocks.curvature(information)
        step, z_step, gain = blocks.step(around, score, beta, z)
        length = np.where(gain < ENOUGH, 0.0, 1.0)
        if not length.any():
            break
        while True:
            new_beta, new_z = beta + length[:, None] * step, z + length[:, None] * z_step
            new_value, new_rates = blocks.log_joint(new_beta, new_z)
            lower = (new_value < value - 1e-9) & (length >= 1e-6)
            if not lower.any():
                break
            length[lower] /= 2
        beta, z, value, rates = new_beta, new_z, new_value, new_rates
    return blocks.modes(around, beta, z, value, rates)
