"""The picture of the visit: cramps week by week and night by night, and all else, on one time axis."""

from collections.abc import Sequence

import plotly.graph_objects as go

from analysis.charts.lanes import lanes, stacked
from analysis.charts.template import (
    DATE_TICKS,
    DEFAULT,
    Display,
    Spec,
    figure,
    key_item,
    legend_height,
    night_key,
    note,
)
from analysis.charts.timeline_changes import change_row, poles
from analysis.charts.timeline_days import exposure_rows
from analysis.charts.timeline_rows import DAY_MS, FEW_LOGGED, Row, Span, is_thin, night_row, week_row
from analysis.review import Review

_FEW_NIGHTS = 21  # below this a time axis left to itself would name hours


def plot_timeline(review: Review, display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """Cramps, medicines, treatments, blood tests, hydration and activity on one time axis.

    A mark of a change carries its position in ``review.medication_changes`` as ``customdata``. Unlogged
    nights are hatched; a week without a logged night has no bar at all. The height grows with the lanes.
    """
    nights = review.journal.nights
    if nights.empty:
        return note("No night is logged in this period.", display, alt=alt)
    first, last = nights.index[0].date(), nights.index[-1].date()
    span = Span(first, last, display.safe_width - (70 if display.narrow else 190 * display.scale))
    changes = change_row(review.medication_changes, span, display)
    rows = [changes] if changes else []
    rows += [week_row(review, span, display), night_row(review.journal, span, display)]
    found = lanes(review.journal, review.medication_periods, span, display)
    if found:
        traces, axis, height = stacked(found, display, span)
        rows.append(Row("lanes", height, 14, traces, axis))
    rows += exposure_rows(review, span, display)
    assumed = review.journal.unlogged_assumed_cramp_free
    thin = any(is_thin(week) for week in review.frequency.weeks)
    key = [*_key(display, thin=thin), *night_key(display, assumed=assumed)]
    return _assembled(rows, key, span, display, alt)


def _assembled(
    rows: Sequence[Row], key: Sequence[Spec], span: Span, display: Display, alt: str | None
) -> go.Figure:
    """Rows from top to bottom, each with its own vertical axis, all on the same horizontal one."""
    inner = sum(row.height + row.gap for row in rows) - rows[-1].gap
    top = legend_height(key, display) + 8
    bottom = 36 * display.scale
    layout: Spec = {
        "margin": {"l": 8, "r": 14, "t": top, "b": bottom, "pad": 4},
        "barmode": "overlay",
        "bargap": 0,
        "showlegend": True,
        "dragmode": False if display.narrow else "zoom",  # a finger scrolls the page
        "hoverdistance": 12,
    }
    traces: list[Spec] = []
    domains: dict[str, tuple[float, float]] = {}
    edge = 1.0
    for place, row in enumerate(rows, start=1):
        mark = "" if place == 1 else str(place)
        low = max(0.0, edge - row.height / inner)
        domains[row.name] = (low, edge)
        layout[f"yaxis{mark}"] = {"domain": [low, edge], "anchor": "x", **row.axis}
        traces += [{**trace, "yaxis": f"y{mark}", "showlegend": False} for trace in row.traces]
        edge = low - row.gap / inner
    if "changes" in domains:
        through = "lanes" if "lanes" in domains and not display.narrow else "nights"
        layout["shapes"] = poles(rows[0], domains["changes"], domains[through][0], display)
    layout["xaxis"] = _time_axis(span, display, anchor="y" if len(rows) == 1 else f"y{len(rows)}")
    return figure([*key, *traces], layout, display, height=inner + top + bottom, alt=alt)


def _time_axis(span: Span, display: Display, *, anchor: str) -> Spec:
    ends = [span.first.isoformat(), span.end.isoformat()]
    axis: Spec = {
        "type": "date",
        "range": ends,
        "minallowed": ends[0],
        "maxallowed": ends[1],
        "anchor": anchor,
        "fixedrange": display.narrow,
        "ticks": "outside",
        "tickangle": 0,
        "nticks": (3 if display.large else 4) if display.narrow else 12,
        "hoverformat": "%a %-d %b %Y",
        "tickformatstops": DATE_TICKS,
    }
    if span.nights < _FEW_NIGHTS:
        every = max(1, round(span.nights / (3 if display.narrow else 7)))
        axis |= {"dtick": DAY_MS * every, "tick0": ends[0]}
    return axis


def _key(display: Display, *, thin: bool) -> list[Spec]:
    colours = display.palette
    bar: Spec = {"color": colours.bar, "line": {"color": colours.accent, "width": 1}}
    line: Spec = {"color": colours.accent, "width": 2.5}
    hollow: Spec = {"color": "rgba(0,0,0,0)", "line": {"color": colours.accent, "width": 1}}
    named = "few logged" if display.narrow else f"under {FEW_LOGGED} nights logged"
    few = [key_item(named, type="bar", marker=hollow)] if thin else []
    return [
        key_item("each week", type="bar", marker=bar),
        *few,
        key_item("28 nights" if display.narrow else "last 28 nights", mode="lines", line=line),
    ]
