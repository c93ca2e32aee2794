"""Before and after one change, and the same comparison at every other date."""

import itertools
from collections.abc import Sequence
from datetime import date

import numpy as np
import plotly.graph_objects as go

from analysis.charts import ratio_axis
from analysis.charts.intervals import NamedDot, dots, name_axis, rate_axis, rate_top
from analysis.charts.labels import change_name, counted, days, number, plain, too_few
from analysis.charts.template import DEFAULT, Display, Spec, figure, note
from analysis.measures.frequency import Comparison
from analysis.measures.medications import MedicationChange
from analysis.measures.results import Range

_BIN = 0.25  # width of a bar of the other dates [doublings]


def plot_change(change: MedicationChange, display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """The rates before and after with intervals and nights; behind the rate after, the usual range."""
    return _before_and_after(
        NamedDot(_window("before", change.before_from, change.before_to), change.before),
        NamedDot(_window("after", change.after_from, change.after_to), change.after),
        display,
        usual=change.usual_range,
        refused=too_few(change.nights_needed) if change.verdict == "not_enough_data" else None,
        alt=alt,
    )


def plot_compare(
    comparison: Comparison,
    display: Display = DEFAULT,
    *,
    names: tuple[str, str] = ("earlier", "later"),
    alt: str | None = None,
) -> go.Figure:
    """Two periods, the earlier above; ``names`` : what the reader calls them."""
    return _before_and_after(
        NamedDot(_period(names[0], comparison.previous_from, comparison.previous_to), comparison.previous),
        NamedDot(_period(names[1], comparison.current_from, comparison.current_to), comparison.current),
        display,
        refused=too_few(comparison.nights_needed) if comparison.verdict == "not_enough_data" else None,
        alt=alt,
    )


def _window(side: str, start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return side.capitalize()
    nights = (end - start).days + 1
    weeks, rest = divmod(nights, 7)
    return f"{counted(weeks, 'week')} {side}" if weeks and not rest else f"{counted(nights, 'night')} {side}"


def _period(name: str, start: date | None, end: date | None) -> str:
    return plain(name).capitalize() if start is None or end is None else days(start, end)


def _before_and_after(
    before: NamedDot,
    after: NamedDot,
    display: Display,
    *,
    usual: Range | None = None,
    refused: str | None,
    alt: str | None,
) -> go.Figure:
    items = [before, after]
    if all(item.rate.per_week is None for item in items):
        return note(refused or "No night was logged on either side.", display, alt=alt)
    low, high = (None, None) if usual is None else (usual.low, usual.high)
    top = rate_top([item.rate for item in items], high or 0.0)
    axis = name_axis(items, display, across=True, unit="logged night")
    layout: Spec = {"yaxis": axis, "xaxis": rate_axis(top), "shapes": [], "annotations": []}
    if low is not None and high is not None:
        axis["range"] = [1.75, -0.5]
        layout["shapes"] = [_usual_band(low, high, display)]
        layout["annotations"] += [_usual_text(low, high, top, display)]
    if refused:
        layout["annotations"] += [_refusal(refused, items, display)]
    colours = [display.palette.plain, display.palette.accent]
    trace = dots(items, display, across=True, colours=colours)
    return figure([trace], layout, display, height=215 * display.scale, alt=alt)


def _usual_band(low: float, high: float, display: Display) -> Spec:
    """Behind the rate after the change, which stands at 1."""
    fill: Spec = {"fillcolor": display.palette.usual, "line": {"width": 0}, "layer": "below"}
    return {"type": "rect", "x0": low, "x1": high, "y0": 0.62, "y1": 1.38, **fill}


def _usual_text(low: float, high: float, top: float, display: Display) -> Spec:
    """Under the band, held inside the axis on the side where there is room."""
    end = min(high, top)
    middle = (low + end) / 2
    anchor, x = "center", middle
    if middle < 0.4 * top:
        anchor, x = "left", low
    elif middle > 0.6 * top:
        anchor, x = "right", end
    text = "usual range" if display.narrow else "usual range without a change"
    return {"x": x, "y": 1.42, "xanchor": anchor, "yanchor": "top", "text": text, "showarrow": False}


def _refusal(refused: str, items: Sequence[NamedDot], display: Display) -> Spec:
    """In the line that has no rate, else above the axis."""
    bare = next((place for place, item in enumerate(items) if item.rate.per_week is None), None)
    here: Spec = {"xref": "paper", "x": 0, "xanchor": "left", "text": refused, "showarrow": False}
    return {**here, "yref": "paper", "y": 1, "yanchor": "bottom"} if bare is None else {**here, "y": bare}


def plot_other_dates(
    change: MedicationChange, display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """After against before at every other date of the journal, with this change marked.

    Dates with no cramp after stand at the left end, dates with none before at the right end.
    """
    raw = _raw_ratio(change)
    if not change.other_dates or raw is None:
        return note("Too few other dates to compare this change with.", display, alt=alt)
    places = np.array([ratio_axis.place(item) for item in change.other_dates])
    reach = np.abs([*places[np.isfinite(places)], 0.0])
    half = 2 if reach.max() < 2 and abs(ratio_axis.place(raw)) < 2 else 3
    edges = np.arange(-half, half + _BIN / 2, _BIN)
    counts, _ = np.histogram(np.clip(places, -half + 1e-9, half - 1e-9), edges)
    bounds = [(number(2**low), number(2**high)) for low, high in itertools.pairwise(edges)]
    hover = [
        f"{counted(int(count), 'date')}<br>ratio {low} to {high}"
        for count, (low, high) in zip(counts, bounds, strict=True)
    ]
    bars: Spec = {
        "type": "bar",
        "name": "other dates",
        "x": ((edges[:-1] + edges[1:]) / 2).tolist(),
        "y": counts.tolist(),
        "width": _BIN * 0.9,
        "marker": {"color": display.palette.other, "line": {"width": 0}},
        "hovertext": hover,
        "hoverinfo": "text",
    }
    x = min(max(ratio_axis.place(raw), -half), half)
    top = float(counts.max()) * 1.25
    mark: Spec = {
        "type": "scatter",
        "name": "this change",
        "mode": "lines+markers",
        "x": [x, x],
        "y": [0, top * 0.9],
        "line": {"color": display.palette.accent, "width": 2.5},
        "marker": {
            "size": [0, 10 * display.scale],
            "symbol": "diamond",
            "color": display.palette.accent,
            "opacity": 1,
        },
        "hovertext": [f"{plain(change_name(change))}<br>ratio {number(raw)}"] * 2,
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    axis = ratio_axis.axis(half, display, title="after compared with before")
    said: Spec = {
        "x": x,
        "y": top * 0.9,
        "xanchor": "left" if x < half / 2 else "right",
        "text": "this change",
        "xshift": 10 if x < half / 2 else -10,
        "showarrow": False,
        "bgcolor": display.palette.paper,
        "font": {"size": display.small, "color": display.palette.ink},
    }
    layout: Spec = {
        "xaxis": axis,
        "annotations": [said],
        "shapes": [ratio_axis.same_line(display)],
        "yaxis": {"range": [0, top], "title": {"text": "Other dates"}, "nticks": 5},
    }
    return figure([bars, mark], layout, display, height=235 * display.scale, alt=alt)


def _raw_ratio(change: MedicationChange) -> float | None:
    """Of the two rates as they are, because that is what the other dates show; not the model's ratio."""
    before, after = change.before.per_week, change.after.per_week
    if before is None or after is None or (before == 0 and after == 0):
        return None
    return float("inf") if before == 0 else after / before
