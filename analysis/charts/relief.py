"""With what a cramp came, and what helped."""

from collections.abc import Sequence

import plotly.graph_objects as go

from analysis.charts.bars import NamedBar, bars_across
from analysis.charts.labels import counted, in_lines, number, plain, said, shortened, text_width
from analysis.charts.template import DEFAULT, Display, Spec, figure, note
from analysis.measures import NamedCount, Relief


def plot_symptoms(
    symptoms: Sequence[NamedCount], display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """How often each symptom was written down, of the cramps that say anything about symptoms."""
    if not symptoms:
        return note("No symptom was written down.", display, alt=alt)
    ordered = sorted(symptoms, key=lambda item: (-item.count, item.name))
    names = [_name(item.name, display) for item in ordered]
    bars = [
        NamedBar(name, item.count, f"{item.count} of {item.of}", f"<b>{_whole(item.name)}</b><br>{told}")
        for item, name in zip(ordered, names, strict=True)
        for told in [f"{item.count} of {counted(item.of, 'cramp')}"]
    ]
    widest = max(text_width(line, display.small) for item in ordered for line in _lines(item.name, display))
    trace, layout = bars_across(bars, display, name="symptoms", title="Cramps", names_px=widest)
    return figure([trace], layout, display, height=(34 * len(bars) + 64) * display.scale, alt=alt)


def plot_relief(relief: Sequence[Relief], display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """How long cramps lasted with (filled) and without (hollow) each remedy, and how often it helped.

    Where no remedy has a duration, how often each was used.

    >>> from analysis import read_journal, review
    >>> shown = review(read_journal(["sample_data/year.csv"]))
    >>> plot_relief(shown.patterns.relief).layout.xaxis.title.text
    'Typical length (median) of a cramp [min]'
    """
    if not relief:
        return note("Nothing was written down that was done for a cramp.", display, alt=alt)
    ordered = sorted(relief, key=lambda item: (-item.used, item.name))
    if not any(_has_duration(item) for item in ordered):
        return _uses(ordered, display, alt)
    return _with_and_without(ordered, display, alt)


def _has_duration(item: Relief) -> bool:
    return item.median_duration_with is not None or item.median_duration_without is not None


def _whole(name: str | None) -> str:
    return plain(said(name, "Not said"))


def _lines(name: str | None, display: Display) -> list[str]:
    """A name in one line, on a phone in two."""
    text = said(name, "Not said")
    return in_lines(text, 16) if display.narrow else [shortened(text, 28)]


def _name(name: str | None, display: Display) -> str:
    return "<br>".join(plain(line) for line in _lines(name, display))


def _helped(item: Relief) -> str:
    return f"helped {item.helped} of {item.answered}" if item.answered else ""


def _below(name: str, more: str, display: Display) -> str:
    return f"{name}<br><span style='color:{display.palette.quiet}'>{more}</span>" if more else name


def _uses(relief: Sequence[Relief], display: Display, alt: str | None) -> go.Figure:
    names = [_name(item.name, display) for item in relief]
    bars = [
        NamedBar(
            name=_below(name, _helped(item), display),
            length=item.used,
            text=counted(item.used, "time"),
            hover=_below(
                f"<b>{_whole(item.name)}</b><br>used {counted(item.used, 'time')}", _helped(item), display
            ),
        )
        for item, name in zip(relief, names, strict=True)
    ]
    widest = max(
        text_width(line, display.small)
        for item in relief
        for line in (*_lines(item.name, display), _helped(item))
    )
    trace, layout = bars_across(bars, display, name="used", title="Times used", names_px=widest)
    return figure([trace], layout, display, height=(44 * len(bars) + 64) * display.scale, alt=alt)


def _with_and_without(ordered: Sequence[Relief], display: Display, alt: str | None) -> go.Figure:
    names = [
        _below(_name(item.name, display), _helped(item) or f"used {counted(item.used, 'time')}", display)
        for item in ordered
    ]
    axis: Spec = {
        "tickvals": list(range(len(ordered))),
        "ticktext": names,
        "range": [len(ordered) - 0.5, -0.5],
        "showgrid": False,
        "ticklabelstandoff": 6,
    }
    height = (44 * len(ordered) + 105) * display.scale
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
    layout: Spec = {
        "xaxis": {
            "title": {"text": f"Typical length{'' if display.narrow else ' (median) of a cramp'} [min]"},
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
        if not _has_duration(item)
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
