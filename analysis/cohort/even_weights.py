"""What the errors of log ratios would be if every journal had the ratio that all have together.

The error of a log ratio is nearly that of its cramps, 1/before + 1/after. Few cramps afterwards, by chance,
make a ratio low and its error large, so that pooling by the errors as they are leans towards the journals
that got worse. How many cramps a journal has in all says little about its ratio: shared out as the common
ratio would have it, they give weights that do not rest on what happened to come after.

Oracle of its tests: the arithmetic of one journal, and simulated counts.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
_NONE_IS_NOT_NOTHING = 0.5  # as in the ratio itself: an arm without cramps still tells something [cramps]


@dataclass(frozen=True)
class Windows:
    """Cramps [cramps] and logged nights [nights] before and after a change, of one journal."""

    before: float
    before_nights: float
    after: float
    after_nights: float


def even_squares(squares: Floats, windows: Floats, log_ratio: float) -> Floats:
    """The squared errors, as they would be expected to be at this common log ratio.

    windows : cramps and nights before, cramps and nights after, a row a journal. What an error holds beside
        that of the cramps (runs of them, a season) is kept as a factor.
    """
    before, before_nights, after, after_nights = windows.T
    share = after_nights * np.exp(log_ratio) / (before_nights + after_nights * np.exp(log_ratio))
    cramps = before + after
    expected = _square(cramps * (1 - share), cramps * share)
    return np.asarray(squares * expected / _square(before, after))


def _square(before: Floats, after: Floats) -> Floats:
    return np.asarray(1 / (before + _NONE_IS_NOT_NOTHING) + 1 / (after + _NONE_IS_NOT_NOTHING))
