"""The comparison before and after one change, at every other date of the journal."""

import itertools

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from analysis.charts import ratio_axis
from analysis.charts.bars import count_ticks
from analysis.charts.labels import change_name, counted, number, plain
from analysis.charts.template import DEFAULT, MARGIN, Display, Spec, figure, note
from analysis.measures import MedicationChange

Floats = npt.NDArray[np.float64]

_BIN = 0.25  # width of a bar of the other dates [doublings]


def plot_other_dates(
    change: MedicationChange, display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """After against before at every other date of the journal, with this change marked.

    Dates with no cramp after stand at the left end, dates with none before at the right end.

    >>> from analysis import read_journal, review
    >>> files = ["sample_data/year.csv", "sample_data/year_medication_changes.csv"]
    >>> shown = review(read_journal(files))
    >>> plot_other_dates(shown.medication_changes[0]).layout.annotations[0].text
    'Too few other dates to compare this change with.'
    """
    raw = _raw_ratio(change)
    if not change.other_dates or raw is None:
        return note("Too few other dates to compare this change with.", display, alt=alt)
    places = np.array([ratio_axis.place(item) for item in change.other_dates])
    reach = np.abs([*places[np.isfinite(places)], 0.0])
    half = 2 if reach.max() < 2 and abs(ratio_axis.place(raw)) < 2 else 3
    edges = np.arange(-half, half + _BIN / 2, _BIN)
    counts, _ = np.histogram(np.clip(places, -half + 1e-9, half - 1e-9), edges)
    x = min(max(ratio_axis.place(raw), -half), half)
    top = float(counts.max()) * 1.25
    layout: Spec = {
        "xaxis": ratio_axis.axis(half, display, title="after compared with before"),
        "margin": {**MARGIN, "t": 12},  # no key stands above
        "annotations": [_name_of_mark(x, top * 0.9, display)],
        "shapes": [ratio_axis.same_line(display)],
        "yaxis": {"range": [0, top], "title": {"text": "Number of dates"}, **count_ticks(top)},
    }
    mark = _mark(x, top * 0.9, f"{plain(change_name(change))}<br>ratio {number(raw)}", display)
    return figure([_bars(edges, counts, display), mark], layout, display, height=220 * display.scale, alt=alt)


def _bars(edges: Floats, counts: npt.NDArray[np.int_], display: Display) -> Spec:
    """How many other dates gave what."""
    return {
        "type": "bar",
        "name": "other dates",
        "x": ((edges[:-1] + edges[1:]) / 2).tolist(),
        "y": counts.tolist(),
        "width": _BIN * 0.9,
        "marker": {"color": display.palette.other, "line": {"width": 0}},
        "hovertext": [
            f"{counted(int(count), 'other date')}<br>{said}"
            for count, said in zip(counts, _bounds(edges), strict=True)
        ],
        "hoverinfo": "text",
    }


def _mark(x: float, top: float, hover: str, display: Display) -> Spec:
    """A line for this change, with a diamond at its upper end."""
    return {
        "type": "scatter",
        "name": "this change",
        "mode": "lines+markers",
        "x": [x, x],
        "y": [0, top],
        "line": {"color": display.palette.accent, "width": 2.5},
        "marker": {
            "size": [0, 10 * display.scale],
            "symbol": "diamond",
            "color": display.palette.accent,
            "opacity": 1,
        },
        "hovertext": [hover] * 2,
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _name_of_mark(x: float, y: float, display: Display) -> Spec:
    return {
        "x": x,
        "y": y,
        "xanchor": "left" if x <= 0 else "right",  # where there is more room
        "text": "this change",
        "xshift": 10 if x <= 0 else -10,
        "showarrow": False,
        "bgcolor": display.palette.paper,
        "font": {"size": display.small, "color": display.palette.ink},
    }


def _bounds(edges: Floats) -> list[str]:
    """What the dates of each bar have in common; 1 belongs to the bar above it, the ends are open."""
    said = [f"ratio {number(2**low)} to {number(2**high)}" for low, high in itertools.pairwise(edges)]
    said[0] = f"ratio {number(2 ** edges[1])} or less, or no cramps after"
    said[-1] = f"ratio {number(2 ** edges[-2])} or more, or no cramps before"
    return said


def _raw_ratio(change: MedicationChange) -> float | None:
    """Of the two rates as they are, because that is what the other dates show; not the model's ratio."""
    before, after = change.before.per_week, change.after.per_week
    if before is None or after is None or (before == 0 and after == 0):
        return None
    return float("inf") if before == 0 else after / before
