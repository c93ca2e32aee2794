"""Horizontal bars with a name before and a text after each."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.charts.labels import text_width
from analysis.charts.template import MARGIN, Display, Spec, wrapped

_FEW = 5  # counts up to here have a tick each; more have what plotly finds
_BESIDE = 40  # margins and the gap between a name and its bar [px]


@dataclass(frozen=True)
class NamedBar:
    """One bar. ``name``, ``text`` and ``hover`` are already harmless; ``name`` may have several lines."""

    name: str
    length: float
    text: str
    hover: str


def bars_across(
    bars: Sequence[NamedBar], display: Display, *, name: str, title: str, names_px: float, least: float = 1.0
) -> tuple[Spec, Spec]:
    """The bars from top to bottom and a layout in which the text after each has room.

    name : of the trace. title : of the axis, with its unit. names_px : width of the widest name [px].
    least : what the axis reaches at least, in the unit of the bars.
    """
    colours = display.palette
    trace: Spec = {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [bar.length for bar in bars],
        "y": list(range(len(bars))),
        "width": 0.56,
        "marker": {"color": colours.bar, "line": {"color": colours.accent, "width": 1}},
        "text": [bar.text for bar in bars],
        "textposition": "outside",
        "textfont": {"size": display.small, "color": colours.ink},
        "cliponaxis": False,
        "hovertext": [bar.hover for bar in bars],
        "hoverinfo": "text",
    }
    end = max([least, *(axis_end(bar.length, bar.text, names_px, display) for bar in bars)])
    layout: Spec = {
        "margin": {**MARGIN, "t": 12},  # no key stands above
        "xaxis": {
            "range": [0, end],
            "title": {"text": wrapped(title, display, beside=int(names_px) + _BESIDE)},
            "showgrid": False,  # the texts say the numbers
            **count_ticks(max(bar.length for bar in bars)),
        },
        "yaxis": {
            "tickvals": list(range(len(bars))),
            "ticktext": [bar.name for bar in bars],
            "range": [len(bars) - 0.5, -0.5],
            "showgrid": False,
            "ticklabelstandoff": 4,
        },
    }
    return trace, layout


def axis_end(length: float, text: str, names_px: float, display: Display) -> float:
    """Where the axis has to end so that a text that begins at ``length`` stays on it. [unit of the bars]"""
    width = max(120.0, display.safe_width - names_px - _BESIDE)
    taken = min(text_width(text, display.small) + 12, 0.7 * width)
    return length * width / (width - taken)


def count_ticks(most: float) -> Spec:
    """Whole numbers only, on an axis of counts up to ``most``."""
    ticks: Spec = {"tick0": 0, "dtick": 1} if most <= _FEW else {"nticks": 5}
    return {**ticks, "tickformat": "~g"}
