"""The ratio of two shares of independent trials."""

from collections.abc import Callable

from analysis.measures.results import NO_RATIO, RateRatio

FARTHEST = 1e6
HALVINGS = 60


def share_ratio(some_a: int, of_a: int, some_b: int, of_b: int, level: float = 0.95) -> RateRatio:
    """Share a over share b with its score interval and p-value. [-]

    The score statistic of Miettinen and Nurminen (Stat Med 1985;4:213-226),
    which holds its level where a share is 0 or 1. All
    None where neither share has any.
    """
    from scipy.special import chdtrc, chdtri

    if some_a + some_b == 0:
        return NO_RATIO
    critical = float(chdtri(1, 1 - level))

    def score(ratio: float) -> float:
        return _score(ratio, some_a, of_a, some_b, of_b)

    seen = None if some_b == 0 else (some_a / of_a) / (some_b / of_b)
    low = 0.0 if some_a == 0 else _limit(score, critical, 1 / FARTHEST, seen or FARTHEST)
    high = None if some_b == 0 else _limit(score, critical, FARTHEST, seen or 1 / FARTHEST)
    return RateRatio(seen, low, high, float(chdtrc(1, score(1.0))))


def _limit(score: Callable[[float], float], critical: float, outer: float, inner: float) -> float:
    """Where the score passes ``critical``, by halving between the ratios ``inner`` and ``outer``: importing
    scipy.optimize for it would take longer than the whole review of a year."""
    if score(outer) <= critical:
        return outer
    for _ in range(HALVINGS):
        middle = (outer * inner) ** 0.5
        outer, inner = (outer, middle) if score(middle) <= critical else (middle, inner)
    return inner


def _score(ratio: float, some_a: int, of_a: int, some_b: int, of_b: int) -> float:
    """Squared score statistic that the ratio of the shares is ``ratio``. [-]"""
    total = of_a + of_b
    square, middle, last = (
        total * ratio,
        -(of_a * ratio + some_a + of_b + some_b * ratio),
        some_a + some_b,
    )
    share_b = (-middle - max(middle**2 - 4 * square * last, 0.0) ** 0.5) / (2 * square)
    share_a = share_b * ratio
    variance = (
        (share_a * (1 - share_a) / of_a + ratio**2 * share_b * (1 - share_b) / of_b) * total / (total - 1)
    )
    away = some_a / of_a - ratio * some_b / of_b
    if abs(away) < 1e-15:
        return 0.0
    return float(away**2 / variance) if variance > 0 else float("inf")
