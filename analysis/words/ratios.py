"""A rate ratio in words: how many fewer or more, and the range that belongs to it.

A direction is said only by those who know the verdict; ``open_range`` says a range without claiming any.
"""

from math import inf

from analysis.measures import RateRatio
from analysis.words.speech import Wording, decimal, ends, fixed

# Fewer or more by so many per cent [from, to] is said as a fraction.
_FRACTIONS = (
    (22.5, 27.5, "a quarter"), (31, 36, "a third"), (46, 54, "half"), (64, 69, "two thirds"),
    (72.5, 77.5, "three quarters"),
)  # fmt: skip
_SAME = (0.95, 1.05)
_TWICE = (1.9, 2.1)


def amount(ratio: float) -> str:
    """One ratio in everyday words: ``about a quarter fewer``, ``twice as many``, ``none at all``. [-]"""
    if ratio == 0:
        return "none at all"
    if _SAME[0] < ratio < _SAME[1]:
        return "about as many"
    if ratio < 1:
        return _about(f"{_fraction(100 * (1 - ratio))} fewer").replace("half fewer", "half as many")
    if ratio > _TWICE[0]:
        return f"about {_times(ratio)} as many"
    return f"about {_fraction(100 * (ratio - 1))} more".replace("half more", "50 % more")


def span(low: float | None, high: float | None) -> str:
    """A range in everyday words: ``10 to 40 % fewer``, ``40 % fewer to 60 % more``, ``3 to 4 times as many``.

    An open upper end is said as such; ``no range can be given`` where both ends are missing. [-]
    """
    if low is None and high is None:
        return "no range can be given"
    low = low or 0.0
    if high is None or high == inf:
        return f"{_end(low)}, or beyond without an upper end"
    if high < 1:
        fewer = _percent(1 - high), _percent(1 - low)
        return _about(f"{fewer[0]} % fewer") if fewer[0] == fewer[1] else f"{fewer[0]} to {fewer[1]} % fewer"
    if low > 1 and high <= _TWICE[0]:
        more = _percent(low - 1), _percent(high - 1)
        return _about(f"{more[0]} % more") if more[0] == more[1] else f"{more[0]} to {more[1]} % more"
    if low > _TWICE[1]:
        return f"{decimal(low)} to {decimal(high)} times as many"
    return f"{_end(low)} to {_end(high)}"


def neutral_span(low: float | None, high: float | None, noun: str = "as many") -> str:
    """A range as a number of times, without the words fewer and more: ``0.40 to 0.90 times as many``. [-]"""
    if low is None and high is None:
        return "no range can be given"
    if high is None or high == inf:
        return f"{_two(low or 0.0)} times {noun}, or beyond without an upper end"
    return f"{_two(low or 0.0)} to {_two(high)} times {noun}"


def holds_one(ratio: RateRatio) -> bool:
    """Whether the 95 % interval holds 1; a missing end lies beyond it."""
    low = 0.0 if ratio.low is None else ratio.low
    high = inf if ratio.high is None else ratio.high
    return low <= 1 <= high


def open_range(ratio: RateRatio, per: str = "") -> str:
    """The range of a ratio for which no direction may be said, as a part of an everyday sentence."""
    if ratio.low is None and ratio.high is None:
        return "no range can be given"
    if holds_one(ratio):
        return f"anything from {span(ratio.low, ratio.high)}{per} would fit"
    return (
        f"the range is {neutral_span(ratio.low, ratio.high)}{per}; where several questions are asked of one "
        "journal, that much can come by chance"
    )


def briefly(ratio: RateRatio, *, clear: bool) -> str:
    """The range alone, for a line of few words: ``25 to 80 % fewer``, ``60 % fewer to 2.3 times as many``;
    ``0.40 to 0.90 times as many`` where it excludes 1 and is still not ``clear``."""
    if ratio.low is None and ratio.high is None:
        return "no range"
    said = (span if clear or holds_one(ratio) else neutral_span)(ratio.low, ratio.high)
    return said.replace(", or beyond without an upper end", " or beyond")


def everyday(ratio: RateRatio) -> str:
    """A ratio whose direction may be said, with its range: ``about a quarter fewer (10 to 40 %)``."""
    if ratio.ratio is None:
        return (
            "how many times as many cannot be said where there were none; the range is "
            f"{span(ratio.low, None)}"
        )
    if ratio.ratio == 0:
        return f"the range is {span(ratio.low, ratio.high)}"
    return with_range(ratio.ratio, ratio)


def with_range(size: float, ratio: RateRatio, per: str = "", more: str = "") -> str:
    """A size with the range that belongs to it, which does not repeat fewer or more: ``about a quarter fewer
    (10 to 40 %)``. [-]

    per : what it is for, said after the size. more : what else stands in the bracket.
    """
    said, range_ = amount(size), span(ratio.low, ratio.high)
    if _SAME[0] < size < _SAME[1] and size != 1 and not holds_one(ratio):  # "as many" would lose its way
        said = _about(f"{_percent(abs(size - 1))} % {'fewer' if size < 1 else 'more'}")
    for way in (" fewer", " more"):
        if said.endswith(way) and range_.endswith(f" %{way}") and range_.count("%") == 1:
            range_ = range_.removesuffix(way)
    return f"{said}{per} ({range_}{more})"


def clinical(ratio: RateRatio, *, name: str = "rate ratio", q_value: float | None = None) -> str:
    """``rate ratio 0.45 (95 % CI 0.27 to 0.76), p = 0.003, q = 0.01``; says which end is open."""
    if ratio.low is None and ratio.high is None:
        return f"{name} not estimable"
    point = "not estimable" if ratio.ratio is None else _two(ratio.ratio)
    said = f"{name} {point} (95 % CI {clinical_range(ratio)})"
    said += "" if ratio.p_value is None else f", p {probability(ratio.p_value)}"
    return said + ("" if q_value is None else f", q {probability(q_value)}")


def clinical_range(ratio: RateRatio) -> str:
    """The two ends of an interval: ``0.27 to 0.76``, ``1.40, no upper limit``."""
    low = "–" if ratio.low is None else _two(ratio.low)
    return f"{low}, no upper limit" if ratio.high in (None, inf) else f"{low} to {_two(ratio.high)}"


def figures_of(ratio: RateRatio) -> str:
    """A ratio in figures alone, as the tables have it: ``0.94 (0.86 to 1.02)``."""
    middle = "not known" if ratio.ratio is None else fixed(ratio.ratio, 2)
    return f"{middle} ({ends(ratio.low, ratio.high, 2) or 'no range can be given'})"


SEASON_ADJUSTED = "season-adjusted rate ratio"


def compared(ratio: RateRatio, wording: Wording, q_value: float | None, *, clear: bool) -> str:
    """A ratio of two stretches of nights, beside their plain rates: that it allows for the season is said.

    clear : whether the verdict has a direction.
    """
    if wording == "clinical":
        return clinical(ratio, name=SEASON_ADJUSTED, q_value=q_value)
    return f"allowing for the time of year, {everyday(ratio)}" if clear else open_range(ratio)


def _about(said: str) -> str:
    return said if said.startswith(("over", "under", "100")) else f"about {said}"


def _fraction(percentage: float) -> str:
    for low, high, words in _FRACTIONS:
        if low <= percentage <= high:
            return words
    return f"{_percent(percentage / 100)} %"


def _percent(share: float) -> str:
    """Whole per cent below 10, steps of 5 above; 0 and 100 only where it is that."""
    percentage = 100 * share
    if 0 < percentage < 1:
        return "under 1"
    if 97.5 <= percentage < 100:
        return "over 97"
    return decimal(
        5 * float(decimal(percentage / 5, 0).replace(",", "")) if percentage >= 10 else percentage, 0
    )


def _times(ratio: float) -> str:
    return "twice" if _TWICE[0] <= ratio <= _TWICE[1] else f"{decimal(ratio, 1 if ratio < 10 else 0)} times"


def _end(ratio: float) -> str:
    if ratio == 0:
        return "none at all"
    if ratio == 1:
        return "as many"
    if ratio < 1:
        return f"{_percent(1 - ratio)} % fewer"
    return f"{_percent(ratio - 1)} % more" if ratio < _TWICE[0] else f"{_times(ratio)} as many"


def _two(ratio: float | None) -> str:
    if ratio is None:
        return "–"
    return f"{ratio:,.0f}" if ratio >= 100 else fixed(ratio, 2)


def probability(value: float) -> str:
    """``< 0.001``, ``= 0.012``, ``= 0.35``. [-]"""
    if value < 0.001:
        return "< 0.001"
    return f"= {value:.3f}" if value < 0.1 else f"= {value:.2f}"
