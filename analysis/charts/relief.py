"""With what a cramp came, and what helped."""

from collections.abc import Sequence

import plotly.graph_objects as go

from analysis.charts.labels import counted, number, plain, said, shortened
from analysis.charts.template import DEFAULT, Display, Spec, figure, note, wrapped
from analysis.measures.patterns import NamedCount, Relief


def plot_symptoms(
    symptoms: Sequence[NamedCount], display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """How often each symptom was written down, of the cramps that say anything about symptoms."""
    if not symptoms:
        return note("No symptom was written down.", display, alt=alt)
    ordered = sorted(symptoms, key=lambda item: (-item.count, item.name))
    colours = display.palette
    bars: Spec = {
        "type": "bar",
        "orientation": "h",
        "name": "symptoms",
        "x": [item.count for item in ordered],
        "y": list(range(len(ordered))),
        "width": 0.62,
        "marker": {"color": colours.bar, "line": {"color": colours.accent, "width": 1}},
        "text": [f"{item.count} of {item.of}" for item in ordered],
        "textposition": "outside",
        "textfont": {"size": display.small, "color": colours.ink},
        "cliponaxis": False,
        "hovertext": [f"{plain(said(item.name, ''))}: {item.count} of {item.of}" for item in ordered],
        "hoverinfo": "text",
    }
    return _across(
        bars, [item.name for item in ordered], max(item.count for item in ordered), "Cramps", display, alt
    )


def _across(
    bars: Spec, names: Sequence[str], most: float, title: str, display: Display, alt: str | None
) -> go.Figure:
    layout: Spec = {
        "xaxis": {
            "range": [0, max(1.0, most) * (1.35 if display.narrow else 1.15)],
            "title": {"text": title},
            "nticks": 5,
            "tickformat": "~g",
        },
        "yaxis": {
            "tickvals": list(range(len(names))),
            "range": [len(names) - 0.5, -0.5],
            "showgrid": False,
            "ticktext": [
                plain(shortened(said(name, "Not said"), 18 if display.narrow else 28)) for name in names
            ],
        },
    }
    return figure([bars], layout, display, height=(34 * len(names) + 80) * display.scale, alt=alt)


def plot_relief(relief: Sequence[Relief], display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """How long cramps lasted with (filled) and without (hollow) each remedy, and how often it helped."""
    if not relief:
        return note("Nothing was written down that was done for a cramp.", display, alt=alt)
    ordered = sorted(relief, key=lambda item: (-item.used, item.name))
    timed = any(item.median_duration_with is not None for item in ordered)
    colours = display.palette
    names = [
        f"{plain(shortened(said(item.name, 'Not said'), 18))}<br><span style='color:{colours.quiet}'>"
        + (
            f"helped {item.helped} of {item.answered}"
            if item.answered
            else "used " + counted(item.used, "time")
        )
        + "</span>"
        for item in ordered
    ]
    axis: Spec = {
        "tickvals": list(range(len(ordered))),
        "ticktext": names,
        "range": [len(ordered) - 0.5, -0.5],
        "showgrid": False,
    }
    height = (44 * len(ordered) + 105) * display.scale
    if not timed:
        bars: Spec = {
            "type": "bar",
            "orientation": "h",
            "name": "used",
            "x": [item.used for item in ordered],
            "y": list(range(len(ordered))),
            "width": 0.5,
            "marker": {"color": colours.bar, "line": {"color": colours.accent, "width": 1}},
            "hovertext": [f"used {counted(item.used, 'time')}" for item in ordered],
            "hoverinfo": "text",
        }
        layout: Spec = {
            "xaxis": {"title": {"text": "Times used"}, "rangemode": "tozero", "tickformat": "~g"},
            "yaxis": axis,
        }
        return figure([bars], layout, display, height=height, alt=alt)
    traces = [
        _joined(ordered, display),
        _durations(ordered, display, with_it=False),
        _durations(ordered, display, with_it=True),
    ]
    longest = max(
        value
        for item in ordered
        for value in (item.median_duration_with, item.median_duration_without)
        if value is not None
    )
    layout = {
        "xaxis": {
            "title": {"text": wrapped("Duration of a cramp, median [min]", display)},
            "range": [0, max(1.0, longest) * 1.12],
            "tickformat": "~g",
            "nticks": 6,
        },
        "yaxis": axis,
        "showlegend": True,
        "margin": {"l": 8, "r": 16, "t": 34 * display.scale, "b": 8, "pad": 4},
    }
    layout["annotations"] = [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": place,
            "text": "no duration noted",
            "showarrow": False,
        }
        for place, item in enumerate(ordered)
        if item.median_duration_with is None and item.median_duration_without is None
    ]
    return figure(traces, layout, display, height=height, alt=alt)


def _joined(relief: Sequence[Relief], display: Display) -> Spec:
    x: list[float | None] = []
    y: list[float | None] = []
    for place, item in enumerate(relief):
        if item.median_duration_with is not None and item.median_duration_without is not None:
            x += [item.median_duration_with, item.median_duration_without, None]
            y += [place, place, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "joined",
        "x": x,
        "y": y,
        "showlegend": False,
        "line": {"color": display.palette.other, "width": 2},
        "hoverinfo": "skip",
    }


def _durations(relief: Sequence[Relief], display: Display, *, with_it: bool) -> Spec:
    colours = display.palette
    found = [
        (
            place,
            item.median_duration_with if with_it else item.median_duration_without,
            item.with_duration if with_it else item.without_duration,
        )
        for place, item in enumerate(relief)
    ]
    shown = [(place, value, count) for place, value, count in found if value is not None]
    marker: Spec = {
        "size": 11 * display.scale,
        "color": colours.accent if with_it else colours.paper,
        "line": {"width": 2, "color": colours.accent},
    }
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "with it" if with_it else "without it",
        "x": [value for _, value, _ in shown],
        "y": [place for place, _, _ in shown],
        "marker": marker,
        "hovertext": [
            f"{'with' if with_it else 'without'} it: {number(value)} min<br>" + counted(count, "cramp")
            for _, value, count in shown
        ],
        "hoverinfo": "text",
        "cliponaxis": False,
    }
