"""What LAPACK makes of a tridiagonal precision. Imported by the first fit: its library takes as long to load
as a page of the screen takes to be drawn, and who only reads or shows needs none of it."""

from threading import Thread

import numpy as np
import numpy.typing as npt
from scipy.linalg import solve_banded
from scipy.linalg.lapack import dpttrf, dpttrs
from threadpoolctl import threadpool_limits

Floats = npt.NDArray[np.float64]

# The matrices are small: a second thread of the linear algebra only waits for a core, and on a busy machine
# a review took up to 20 times as long.
# In a thread of its own: the library holds on to the thread that calls it first, and to all that it holds.
_limiting = Thread(target=threadpool_limits, args=(1, "blas"))
_limiting.start()
_limiting.join()


def factorised(diagonal: Floats, beside: Floats) -> tuple[Floats, Floats]:
    """Pivots and multipliers of a precision, L D L'; ``beside`` is one shorter than ``diagonal``."""
    pivots, below, _ = dpttrf(diagonal, beside if beside.size else np.zeros(1))  # LAPACK wants one
    return pivots, below


def solved(pivots: Floats, below: Floats, right: Floats) -> Floats:
    """By the factors of the precision of all z: sides × clusterings × nights, as ``right``."""
    found, _ = dpttrs(pivots, below, right.reshape(len(right), -1).T)
    return np.asarray(found.T.reshape(right.shape))


def solved_from_the_end(below: Floats, right: Floats) -> Floats:
    """What L' takes to ``right``, nights × draws, from the last night back to the first."""
    upper = np.ones((2, len(right)))
    upper[0, 1:] = below
    return np.asarray(solve_banded((0, 1), upper, right, check_finite=False))
