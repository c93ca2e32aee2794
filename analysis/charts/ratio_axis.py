"""Rate ratios on an axis: doubling and halving are the same step, and "same" stands in the middle."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, inf, isfinite, log2

from analysis.charts.template import Display, Spec
from analysis.measures import RateRatio

_TICKS = {-4: "1/16", -3: "⅛", -2: "¼", -1: "½", 0: "same", 1: "2×", 2: "4×", 3: "8×", 4: "16×"}
_LEAST, _MOST = 2, 4  # doublings to each side
_MARGIN = 0.1  # how far beyond the last tick an arrow ends [doublings]


@dataclass(frozen=True)
class Ends:
    """Both ends of an interval on the axis [doublings], and whether it runs off to a side."""

    low: float
    high: float
    off_left: bool
    off_right: bool


def place(ratio: float) -> float:
    """Where a ratio stands: 0 for the same, 1 for twice, -1 for half. Zero and infinity stay infinite."""
    if ratio <= 0:
        return -inf
    return log2(ratio) if isfinite(ratio) else inf


def half_width(ratios: Iterable[RateRatio]) -> int:
    """So many doublings to each side that every estimate and most intervals have room: 2 to 4."""
    reach = [float(_LEAST)]
    for item in ratios:
        if item.ratio is not None and item.ratio > 0:
            reach.append(abs(place(item.ratio)) + 0.25)
        reach += [min(3.0, abs(place(end))) for end in (item.low, item.high) if end is not None and end > 0]
    return min(_MOST, ceil(max(reach)))


def axis(half: int, display: Display, *, title: str = "") -> Spec:
    """A horizontal axis of ratios, ``half`` doublings to each side, with its direction in words."""
    shown = [step for step in range(-half, half + 1) if not display.narrow or half <= 2 or step % 2 == 0]
    words = "← fewer cramps · more cramps →"
    return {
        "range": [-half - 0.15, half + 0.15],
        "tickvals": shown,
        "ticktext": [_TICKS[step] for step in shown],
        "title": {"text": f"{title}<br>{words}" if title else words},
        "ticks": "outside",
    }


def same_line(display: Display) -> Spec:
    """The line of no difference."""
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": 0,
        "x1": 0,
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "line": {"color": display.palette.line, "width": 1.5},
    }


def ends(item: RateRatio, half: int) -> Ends | None:
    """Where an interval begins and ends on the axis; None without one.

    A missing upper bound (no cramps in the reference) runs off to the right, a lower bound of zero to the
    left.
    """
    if item.low is None and item.high is None:
        return None
    low = -inf if item.low is None else place(item.low)
    high = inf if item.high is None else place(item.high)
    edge = half + _MARGIN
    return Ends(max(low, -edge), min(high, edge), low < -edge, high > edge)
