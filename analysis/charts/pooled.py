"""The pooled answer of many journals: each journal as a line, the pooled one below them."""

from math import exp, log

import plotly.graph_objects as go

from analysis.charts.ratio_axis import axis, half_width, same_line
from analysis.charts.template import DEFAULT, Display, Spec, figure, note
from analysis.measures import RateRatio
from analysis.words import AnswerOfMany

_NORMAL = 1.959963984540054  # the 97.5th percentile of the normal distribution
_ROW, _TALLEST, _LEAST = 12.0, 420.0, 120.0  # of a journal, of all of them, and of few [px]


def plot_pooled(group: AnswerOfMany, display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """Every journal's ratio with its range, the smallest above; below them the pooled ratio, thick its range
    and thin what is expected of a further journal. No journal is named."""
    found = group.pooled
    if found is None:
        return note("Too few journals to pool.", display, alt=alt)
    journals = sorted(zip(group.log_values, group.errors, strict=True), reverse=True)
    half = half_width(
        RateRatio(exp(ratio), exp(ratio - _NORMAL * error), exp(ratio + _NORMAL * error), None)
        for ratio, error in journals
    )
    colours, lines = display.palette, range(1, len(journals) + 1)
    reach: list[float | None] = []
    rows: list[float | None] = []
    for line, (ratio, error) in zip(lines, journals, strict=True):
        reach += [_place(ratio - _NORMAL * error, half), _place(ratio + _NORMAL * error, half), None]
        rows += [line, line, None]
    wide = [value for value in (found.expected_low, found.expected_high) if value is not None]
    traces: list[Spec] = [
        {"type": "scatter", "mode": "lines", "name": "ranges", "x": reach, "y": rows, "hoverinfo": "skip",
         "line": {"color": colours.quiet, "width": 1}},
        {"type": "scatter", "mode": "markers", "name": "journals", "y": list(lines),
         "x": [_place(ratio, half) for ratio, _ in journals],
         "hovertext": [f"a journal: × {exp(ratio):.2f}" for ratio, _ in journals], "hoverinfo": "text",
         "marker": {"color": colours.ink, "size": 4}},
        {"type": "scatter", "mode": "lines", "name": "a further journal", "hoverinfo": "skip",
         "x": [_place(value, half) for value in wide], "y": [0] * len(wide),
         "line": {"color": colours.ink, "width": 1, "dash": "dot"}},
        {"type": "scatter", "mode": "lines", "name": "pooled range", "hoverinfo": "skip",
         "x": [_place(found.low, half), _place(found.high, half)], "y": [0, 0],
         "line": {"color": colours.ink, "width": 4}},
        {"type": "scatter", "mode": "markers", "name": "pooled", "y": [0],
         "x": [_place(found.log_value, half)],
         "hovertext": [f"together: × {exp(found.log_value):.2f}"], "hoverinfo": "text",
         "marker": {"color": colours.ink, "size": 12, "symbol": "diamond"}},
    ]  # fmt: skip
    layout: Spec = {
        "xaxis": axis(half, display, title="Rate ratio"),
        "yaxis": {"range": [-1, len(journals) + 1], "tickvals": [0], "ticktext": ["together"],
                  "showgrid": False},
        "shapes": [same_line(display)],
        "showlegend": False,
    }  # fmt: skip
    rows_px = min(max(_ROW * (len(journals) + 2), _LEAST), _TALLEST)
    return figure(traces, layout, display, height=(rows_px + 80) * display.scale, alt=alt)


def _place(value: float, half: int) -> float:
    """A log ratio in doublings, no further out than the axis goes."""
    return min(max(value / log(2), -half - 0.1), half + 0.1)
