"""Rates side by side: a dot for each, its interval, and the nights that it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.charts.labels import counted, rate_words, text_width
from analysis.charts.template import MARGIN, Display, Spec, figure, wrapped
from analysis.measures import Rate


@dataclass(frozen=True)
class NamedDot:
    """One rate to draw; ``name`` is already harmless."""

    name: str
    rate: Rate


def dots(
    items: Sequence[NamedDot], display: Display, *, across: bool, colours: Sequence[str] | None = None
) -> Spec:
    """Dots with intervals at positions 0, 1, 2 …

    across : rates run from left to right and names stand at the left. colours : of the dots, else all alike.
    """
    ink = display.palette.ink
    shown = [(place, item) for place, item in enumerate(items) if item.rate.per_week is not None]
    rates = [item.rate.per_week or 0.0 for _, item in shown]
    error: Spec = {
        "type": "data",
        "symmetric": False,
        "array": [_above(item.rate) for _, item in shown],
        "arrayminus": [_below(item.rate) for _, item in shown],
        "width": 0,
        "thickness": 2.5,
        "color": ink,
    }
    places = [place for place, _ in shown]
    marker: Spec = {
        "size": 11 * display.scale,
        "color": [colours[place] for place in places] if colours else ink,
    }
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "rates",
        "x": rates if across else places,
        "y": places if across else rates,
        "error_x" if across else "error_y": error,
        "marker": marker,
        "hovertext": [f"<b>{item.name}</b><br>{rate_words(item.rate)}" for _, item in shown],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _above(rate: Rate) -> float:
    return 0.0 if rate.high is None or rate.per_week is None else rate.high - rate.per_week


def _below(rate: Rate) -> float:
    return 0.0 if rate.low is None or rate.per_week is None else rate.per_week - rate.low


def name_axis(
    items: Sequence[NamedDot], display: Display, *, across: bool, in_words: bool = True, unit: str = "night"
) -> Spec:
    """The axis of the names, each with its nights beneath; ``in_words`` : "24 nights" rather than "24"."""
    quiet = display.palette.quiet
    counts = [counted(item.rate.nights, unit) if in_words else str(item.rate.nights) for item in items]
    texts = [
        f"{item.name}<br><span style='color:{quiet}'>{count}</span>"
        for item, count in zip(items, counts, strict=True)
    ]
    count = len(items)
    return {
        "tickvals": list(range(count)),
        "ticktext": texts,
        "range": [count - 0.5, -0.5] if across else [-0.5, count - 0.5],
        "showgrid": False,
        "tickangle": 0,
    }


def rate_top(rates: Sequence[Rate], *more: float) -> float:
    """Top of a rate axis [cramps/week]: all rates, and intervals as far as they leave the rates legible."""
    known = [rate.per_week for rate in rates if rate.per_week is not None]
    highest = max([*known, *more], default=0.0)
    intervals = [rate.high for rate in rates if rate.high is not None]
    return max(1.0, 1.08 * highest, min(1.05 * max(intervals, default=0.0), 3 * highest + 1))


def rate_axis(top: float, *, title: str = "Cramps a week") -> Spec:
    return {"range": [0, top], "title": {"text": title}, "nticks": 6, "tickformat": "~g"}


def upright(items: Sequence[NamedDot], title: str, display: Display) -> tuple[list[Spec], Spec]:
    """Trace and name axis for rates that run upwards; nights are bare numbers where words have no room."""
    room = (display.safe_width - 60) / max(1, len(items))
    in_words = all(text_width(counted(item.rate.nights, "night"), display.small) <= room for item in items)
    names = name_axis(items, display, across=False, in_words=in_words)
    below = "" if in_words else "<br>number of nights under each"
    names["title"] = {"text": wrapped(title, display) + below}
    return [dots(items, display, across=False)], names


def plot_rates(
    items: Sequence[NamedDot], title: str, display: Display, *, below: str = "", alt: str | None
) -> go.Figure:
    """Named rates side by side: upright on a wide screen, across on a phone. ``below`` : said under the lower
    axis."""
    rates = rate_axis(rate_top([item.rate for item in items]))
    more = f"<br>{below}" if below else ""
    line = 1.3 * display.font if below else 0.0
    margin: Spec = {**MARGIN, "t": 12}  # no key stands above
    if display.narrow:
        names = {**name_axis(items, display, across=True), "title": {"text": title}}
        rates["title"]["text"] += more
        layout: Spec = {"xaxis": rates, "yaxis": names, "margin": margin}
        height = (40 * len(items) + 72) * display.scale - 16 + line
        return figure([dots(items, display, across=True)], layout, display, height=height, alt=alt)
    traces, names = upright(items, title, display)
    names["title"]["text"] += more
    layout = {"xaxis": names, "yaxis": rates, "margin": margin}
    return figure(traces, layout, display, height=270 * display.scale - 16 + line, alt=alt)
