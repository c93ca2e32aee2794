"""A rate ratio in words: how many fewer or more, and the range that belongs to it.

A ratio is said as a direction only by those who know the verdict; ``span`` says a range without claiming any.
"""

from analysis.measures.results import RateRatio
from analysis.words.speech import Wording, decimal

# Fewer or more by this many per cent [from, to] is said as a fraction.
_FRACTIONS = (
    (22.5, 27.5, "a quarter"),
    (31, 36, "a third"),
    (46, 54, "half"),
    (64, 69, "two thirds"),
    (72.5, 77.5, "three quarters"),
)
_TWICE = (1.9, 2.1)


def amount(ratio: float) -> str:
    """One ratio in everyday words: ``about a quarter fewer``, ``none at all``, ``about twice as many``. [-]"""
    if ratio == 0:
        return "none at all"
    if 0.95 < ratio < 1.05:
        return "about as many"
    if ratio < 1:
        return f"about {_fraction(100 * (1 - ratio))} fewer"
    if _TWICE[0] <= ratio <= _TWICE[1]:
        return "about twice as many"
    if ratio > _TWICE[1]:
        return f"about {_times(ratio)} as many"
    return f"about {_fraction(100 * (ratio - 1))} more"


def span(low: float | None, high: float | None) -> str:
    """A range in everyday words, with no direction claimed beyond its own two ends. [-]

    ``10 to 40 % fewer``, ``40 % fewer to 60 % more``, ``10 % more to 3 times as many``. An open upper end is said as
    such; ``no range can be given`` where both ends are missing.
    """
    if low is None and high is None:
        return "no range can be given"
    if high is None or high == float("inf"):
        return f"{_end(low or 0.0)} or more, with no upper end"
    low = low or 0.0
    if high < 1 and _percent_fewer(low) != _percent_fewer(high):
        return f"{_percent_fewer(high)} to {_percent_fewer(low)} % fewer"
    if low > 1 and high < 2 and _percent_more(low) != _percent_more(high):
        return f"{_percent_more(low)} to {_percent_more(high)} % more"
    if low >= 2:
        return f"{decimal(low)} to {_times(high)} as many"
    return f"{_end(low)} to {_end(high)}"


def neutral_span(low: float | None, high: float | None) -> str:
    """A range as a number of times, without the words fewer and more: ``0.4 to 0.9 times as many``. [-]"""
    if low is None and high is None:
        return "no range can be given"
    if high is None or high == float("inf"):
        return f"{_two(low or 0.0)} times as many or beyond, with no upper end"
    return f"{_two(low or 0.0)} to {_two(high)} times as many"


def holds_one(ratio: RateRatio) -> bool:
    """Whether the 95 % interval holds 1, an open end counting as beyond it."""
    low = 0.0 if ratio.low is None else ratio.low
    high = float("inf") if ratio.high is None else ratio.high
    return low <= 1 <= high


def range_without_direction(ratio: RateRatio) -> str:
    """The range of a ratio for which no direction may be said, in everyday words."""
    return span(ratio.low, ratio.high) if holds_one(ratio) else neutral_span(ratio.low, ratio.high)


def clinical(ratio: RateRatio, *, name: str = "rate ratio", q_value: float | None = None) -> str:
    """``rate ratio 0.45 (95 % CI 0.27 to 0.76), p = 0.003, q = 0.01``. An open end is a dash."""
    low = "–" if ratio.low is None else _two(ratio.low)
    high = "no upper limit" if ratio.high is None or ratio.high == float("inf") else _two(ratio.high)
    point = "not estimable" if ratio.ratio is None else _two(ratio.ratio)
    said = f"{name} {point} (95 % CI {low} to {high})"
    said += "" if ratio.p_value is None else f", p {_probability(ratio.p_value)}"
    return said + ("" if q_value is None else f", q {_probability(q_value)}")


def everyday(ratio: RateRatio) -> str:
    """A ratio with a direction, and its range: ``about a quarter fewer (10 to 40 % fewer)``."""
    if ratio.ratio is None:
        return f"more than can be put as a number of times, since none came before ({span(ratio.low, ratio.high)})"
    return f"{amount(ratio.ratio)} ({span(ratio.low, ratio.high)})"


def said(ratio: RateRatio, wording: Wording, q_value: float | None = None) -> str:
    """A ratio with a direction and its range, in either wording."""
    return clinical(ratio, q_value=q_value) if wording == "clinical" else everyday(ratio)


def _fraction(percentage: float) -> str:
    for low, high, words in _FRACTIONS:
        if low <= percentage <= high:
            return words
    return f"{_whole_percent(percentage)} %"


def _whole_percent(percentage: float) -> str:
    """To the nearest 5 above 10; whole below; never 0 or 100 where it is not."""
    if percentage < 1:
        return "under 1"
    if percentage > 97.5:
        return "100" if percentage == 100 else "over 97"
    return decimal(5 * round(percentage / 5) if percentage >= 10 else percentage, 0)


def _percent_fewer(ratio: float) -> str:
    return _whole_percent(100 * (1 - ratio))


def _percent_more(ratio: float) -> str:
    return _whole_percent(100 * (ratio - 1))


def _times(ratio: float) -> str:
    return f"{decimal(ratio, 1 if ratio < 10 else 0)} times" if abs(ratio - 2) > 0.05 else "twice"


def _end(ratio: float) -> str:
    if ratio == 0:
        return "none at all"
    if ratio == 1:
        return "as many"
    if ratio < 1:
        return f"{_percent_fewer(ratio)} % fewer"
    return f"{_percent_more(ratio)} % more" if ratio < 1.95 else f"{_times(ratio)} as many"


def _two(ratio: float) -> str:
    if 0 < ratio < 0.005:
        return "<0.01"
    return f"{ratio:.2f}" if ratio < 100 else f"{ratio:,.0f}"


def _probability(value: float) -> str:
    if value < 0.001:
        return "< 0.001"
    return f"= {value:.3f}" if value < 0.1 else f"= {value:.2f}"
