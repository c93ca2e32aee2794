"""The picture of the visit: cramps week by week and night by night, with all that was going on, on one time
axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.charts.flags import Flag, place_flags
from analysis.charts.labels import (
    change_dose,
    change_name,
    counted,
    day,
    days,
    medicine,
    number,
    per_week,
    plain,
    rate_words,
    shortened,
    text_width,
    weekday_day,
)
from analysis.charts.lanes import DAY_MS, Span, lanes, stacked
from analysis.charts.template import DEFAULT, Display, Spec, figure, hatched, note
from analysis.measures.exposures import ExposureAnswer
from analysis.measures.frequency import Frequency, Week
from analysis.measures.medications import MedicationChange
from analysis.review import Review

LONG_GAP = 7  # unlogged nights in a row from which the weekly bars, too, show a gap [nights]
_CHANGE_MARKS = {
    "start": "triangle-right",
    "stop": "square",
    "increase": "triangle-up",
    "decrease": "triangle-down",
}


@dataclass(frozen=True)
class _Row:
    """One strip of the timeline: its height [px], the gap under it [px], its traces and its vertical axis."""

    name: str
    height: float
    gap: float
    traces: Sequence[Spec]
    axis: Spec


def plot_timeline(review: Review, display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """Cramps, medicines, treatments, blood tests, hydration and activity on one time axis.

    A mark of a change carries its position in ``review.medication_changes`` as ``customdata``. Unlogged
    nights
    are hatched; a week without a logged night has no bar at all.
    """
    nights = review.journal.nights
    if nights.empty:
        return note("No night is logged in this period.", display, alt=alt)
    first, last = nights.index[0].date(), nights.index[-1].date()
    span = Span(first, last, display.safe_width - (70 if display.narrow else 190 * display.scale))
    rows: list[_Row] = []
    flags, levels = _flags(review.medication_changes, span, display)
    if flags:
        rows.append(_change_row(review.medication_changes, flags, levels, span, display))
    rows += [_week_row(review, span, display), _night_row(nights, display)]
    found = lanes(review.journal, review.medication_periods, span, display)
    if found:
        traces, axis, height = stacked(found, display, span)
        rows.append(_Row("lanes", height, 14, traces, axis))
    rows += _exposure_rows(review, span, display)
    key = _key(display)
    top = (24 + 20 * display.scale * (4 if display.narrow else 1)) if key else 24
    return _assembled(rows, key, flags, span, display, top=top, alt=alt)


def _assembled(
    rows: Sequence[_Row],
    key: list[Spec],
    flags: Sequence[Flag],
    span: Span,
    display: Display,
    *,
    top: float,
    alt: str | None,
) -> go.Figure:
    colours = display.palette
    inner = sum(row.height + row.gap for row in rows) - rows[-1].gap
    bottom = 34 * display.scale
    layout: Spec = {
        "margin": {"l": 8, "r": 14, "t": top, "b": bottom, "pad": 4},
        "barmode": "overlay",
        "bargap": 0,
    }
    traces: list[Spec] = []
    edge = 1.0
    domains: dict[str, list[float]] = {}
    for place, row in enumerate(rows, start=1):
        axis = f"y{place if place > 1 else ''}"
        low = max(0.0, edge - row.height / inner)
        domains[row.name] = [low, edge]
        layout[f"yaxis{place if place > 1 else ''}"] = {"domain": [low, edge], "anchor": "x", **row.axis}
        traces += [{**trace, "yaxis": axis, "showlegend": False} for trace in row.traces]
        edge = low - row.gap / inner
    if flags:
        down = domains["lanes" if "lanes" in domains and not display.narrow else "nights"][0]
        layout["shapes"] = _poles(rows[0], flags, domains["changes"], down, display)
    layout["xaxis"] = {
        "type": "date",
        "range": [span.first.isoformat(), (span.last + timedelta(days=1)).isoformat()],
        "anchor": f"y{len(rows) if len(rows) > 1 else ''}",
        "fixedrange": display.narrow,
        "ticks": "outside",
        "tickangle": 0,
        "nticks": 5 if display.narrow else 12,
        "hoverformat": "%a %-d %b %Y",
        "minallowed": span.first.isoformat(),
        "maxallowed": (span.last + timedelta(days=1)).isoformat(),
    }
    if span.nights < 21:  # else plotly labels hours
        layout["xaxis"] |= {
            "dtick": DAY_MS * max(1, round(span.nights / 4)),
            "tickformat": "%-d %b\n%Y",
            "tick0": span.first.isoformat(),
        }
    layout["showlegend"] = True
    layout["legend"] = {
        "yref": "container",
        "y": 1,
        "yanchor": "top",
        "x": 0,
        "xanchor": "left",
        "tracegroupgap": 0,
    }
    layout["dragmode"] = False if display.narrow else "zoom"
    layout["hoverdistance"] = 12
    layout["font"] = {"color": colours.ink}
    return figure([*key, *traces], layout, display, height=inner + top + bottom, alt=alt)


def _key(display: Display) -> list[Spec]:
    """What stands in the legend; drawn without data, so that it never depends on what the journal holds."""
    colours = display.palette
    bar: Spec = {"color": colours.bar, "line": {"color": colours.accent, "width": 1}}
    items: list[Spec] = [
        {"type": "bar", "name": "each week", "x": [None], "y": [None], "marker": bar},
        {
            "type": "scatter",
            "mode": "lines",
            "name": "last 28 nights",
            "x": [None],
            "y": [None],
            "line": {"color": colours.accent, "width": 2.5},
        },
        {
            "type": "bar",
            "name": "not logged",
            "x": [None],
            "y": [None],
            "marker": {**hatched(display), "line": {"color": colours.hatch, "width": 1}},
        },
    ]
    shades = zip(("no cramp", "1", "2", "3 or more cramps"), (colours.none, *colours.cramps), strict=True)
    for name, colour in shades:
        square: Spec = {
            "symbol": "square",
            "size": 12,
            "color": colour,
            "line": {"width": 1, "color": colours.line},
        }
        items.append(
            {"type": "scatter", "mode": "markers", "name": name, "x": [None], "y": [None], "marker": square}
        )
    return [{**item, "showlegend": True, "hoverinfo": "skip", "xaxis": "x", "yaxis": "y"} for item in items]


def _flags(changes: Sequence[MedicationChange], span: Span, display: Display) -> tuple[list[Flag], int]:
    if not changes:
        return [], 0
    poles = [span.at(change.night) for change in changes]
    widths = [text_width(text, display.small) + 14 for text in _change_texts(changes, display)]
    flags = place_flags(poles, widths, span.room, 4 if display.narrow else 5)
    return flags, 1 + max((flag.level for flag in flags if flag.level is not None), default=-1)


def _change_texts(changes: Sequence[MedicationChange], display: Display) -> list[str]:
    """On a phone the name alone: the shape of its mark and the lane below say what happened."""
    if display.narrow:
        return [shortened(medicine(change.generic, change.medication), 16) for change in changes]
    return [shortened(change_name(change), 30) for change in changes]


def _change_row(
    changes: Sequence[MedicationChange], flags: Sequence[Flag], levels: int, span: Span, display: Display
) -> _Row:
    colours = display.palette
    x = [change.night.isoformat() for change in changes]
    y = [_pole_top(flag) for flag in flags]
    hover = [_change_words(change) for change in changes]
    places = [[place] for place in range(len(changes))]
    common: Spec = {
        "type": "scatter",
        "x": x,
        "y": y,
        "customdata": places,
        "hovertext": hover,
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    texts = [
        "" if flag.level is None else plain(text)
        for flag, text in zip(flags, _change_texts(changes, display), strict=True)
    ]
    marks: Spec = {
        **common,
        "name": "changes",
        "mode": "markers+text",
        "marker": {
            "symbol": [_CHANGE_MARKS.get(change.change, "circle") for change in changes],
            "size": 9 * display.scale,
            "color": colours.ink,
        },
        "text": texts,
        "textposition": ["middle left" if flag.left else "middle right" for flag in flags],
        "textfont": {"size": display.small, "color": colours.ink},
    }
    axis: Spec = {"range": [-0.6, max(levels, 0) + 0.0], "visible": False}
    return _Row("changes", (levels + 0.6) * 17 * display.scale, 0, [marks], axis)


def _pole_top(flag: Flag) -> float:
    return -0.25 if flag.level is None else flag.level + 0.5


def _poles(
    row: _Row, flags: Sequence[Flag], domain: Sequence[float], down: float, display: Display
) -> list[Spec]:
    """Thin dashed lines from each change down through the lanes; lighter where there are many."""
    low, high = row.axis["range"]
    dates = row.traces[0]["x"]
    line: Spec = {"color": display.palette.line, "width": 1, "dash": "dot"}
    opacity = 0.9 if len(flags) <= 12 else 0.45
    shapes = []
    for when, flag in zip(dates, flags, strict=True):
        top = domain[0] + (_pole_top(flag) - low) / (high - low) * (domain[1] - domain[0])
        shapes.append(
            {
                "type": "line",
                "xref": "x",
                "yref": "paper",
                "x0": when,
                "x1": when,
                "y0": down,
                "y1": top,
                "line": line,
                "opacity": opacity,
                "layer": "above",
            }
        )
    return shapes


def _change_words(change: MedicationChange) -> str:
    amount = change_dose(change)
    words = [
        f"<b>{plain(change_name(change))}</b>" + (f", {amount}" if amount else ""),
        weekday_day(change.night),
    ]
    if (
        change.verdict != "not_enough_data"
        and change.before.per_week is not None
        and change.after.per_week is not None
    ):
        words.append(
            f"{per_week(change.after.per_week)} cramps a week after, "
            f"{per_week(change.before.per_week)} before"
        )
    return "<br>".join(words)


def _week_row(review: Review, span: Span, display: Display) -> _Row:
    frequency = review.frequency
    weeks = [week for week in frequency.weeks if week.start <= span.last]
    top = _week_top(frequency)
    traces = [
        _gaps(review.journal.nights, display, height=top, shortest=LONG_GAP),
        _week_bars(weeks, span, display, top),
        _rolling(frequency, display),
    ]
    axis: Spec = {"range": [0, top], "title": {"text": "Cramps a week"}, "nticks": 6, "tickformat": "~g"}
    return _Row("weeks", (190 if display.narrow else 215) * display.scale, 12, traces, axis)


def _week_top(frequency: Frequency) -> float:
    """Top of the axis: bars, line and most of the intervals; one wide interval must not flatten all bars."""
    rates = [week.rate.per_week for week in frequency.weeks if week.rate.per_week is not None]
    rolling = frequency.rolling_per_week[np.isfinite(frequency.rolling_per_week)]
    highest = max([*rates, *rolling.tolist()], default=0.0)
    intervals = [week.rate.high for week in frequency.weeks if week.rate.high is not None]
    return float(max(2.0, 1.08 * highest, min(max(intervals, default=0.0), 1.35 * highest)))


def _week_bars(weeks: Sequence[Week], span: Span, display: Display, top: float) -> Spec:
    colours = display.palette
    wide = [min(7, (span.last - week.start).days + 1) for week in weeks]
    above = [
        None if week.rate.per_week is None or week.rate.high is None else week.rate.high - week.rate.per_week
        for week in weeks
    ]
    below = [
        None if week.rate.per_week is None or week.rate.low is None else week.rate.per_week - week.rate.low
        for week in weeks
    ]
    px = 7 * span.room / span.nights
    return {
        "type": "bar",
        "name": "weeks",
        "x": [_middle(week.start, nights) for week, nights in zip(weeks, wide, strict=True)],
        "y": [week.rate.per_week for week in weeks],
        "width": [nights * DAY_MS * (0.84 if px > 6 else 1.0) for nights in wide],
        "marker": {"color": colours.bar, "line": {"color": colours.accent, "width": 0.8 if px > 6 else 0.4}},
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": above,
            "arrayminus": below,
            "width": 0,
            "thickness": 1,
            "color": colours.whisker,
            "visible": px > 5,
        },
        "hovertext": [f"<b>Week of {day(week.start)}</b><br>{rate_words(week.rate)}" for week in weeks],
        "hoverinfo": "text",
    }


def _middle(start: date, nights: int) -> str:
    """Noon or midnight half-way through ``nights`` nights from ``start``."""
    whole, half = divmod(nights, 2)
    return f"{(start + timedelta(days=whole)).isoformat()}T{'12:00' if half else '00:00'}"


def _rolling(frequency: Frequency, display: Display) -> Spec:
    return {
        "type": "scatter",
        "name": "rolling",
        "mode": "lines",
        "x": [night.isoformat() for night in frequency.rolling_nights],
        "y": [round(float(value), 4) if np.isfinite(value) else None for value in frequency.rolling_per_week],
        "line": {"color": display.palette.accent, "width": 2.5},
        "connectgaps": False,
        "hovertemplate": "28 nights to %{x|%a %-d %b %Y}<br>%{y:.1f} cramps a week<extra></extra>",
    }


def _gaps(nights: pd.DataFrame, display: Display, *, height: float, shortest: int) -> Spec:
    """Hatched bars over every run of at least ``shortest`` unlogged nights."""
    runs = [run for run in _unlogged_runs(nights) if run[1] >= shortest]
    return {
        "type": "bar",
        "name": "not logged",
        "x": [_middle(start, length) for start, length in runs],
        "y": [height] * len(runs),
        "width": [length * DAY_MS for _, length in runs],
        "marker": hatched(display),
        "hovertext": [
            f"<b>Not logged</b><br>{days(start, start + timedelta(days=length - 1))}<br>"
            + counted(length, "night")
            for start, length in runs
        ],
        "hoverinfo": "text",
    }


def _unlogged_runs(nights: pd.DataFrame) -> list[tuple[date, int]]:
    unlogged = np.concatenate(([False], ~nights["logged"].to_numpy(dtype=bool), [False]))
    edges = np.flatnonzero(unlogged[1:] != unlogged[:-1])
    first = nights.index[0].date()
    return [
        (first + timedelta(days=int(start)), int(end - start))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]


def _night_row(nights: pd.DataFrame, display: Display) -> _Row:
    colours = display.palette
    counts = np.where(nights["logged"].to_numpy(dtype=bool), nights["cramps"].to_numpy(dtype=float), np.nan)
    shades = (colours.none, *colours.cramps)
    strip: Spec = {
        "type": "heatmap",
        "name": "nights",
        "x0": f"{nights.index[0].date().isoformat()}T12:00",
        "dx": DAY_MS,
        "y": [0.5],
        "z": np.minimum(counts, 3)[np.newaxis, :],
        "zmin": 0,
        "zmax": 3,
        "colorscale": [[place / 3, colour] for place, colour in enumerate(shades)],
        "showscale": False,
        "hoverongaps": False,
        "text": [[night_words(row) for row in _night_rows(nights)]],
        "hovertemplate": "<b>Night of %{x|%a %-d %b %Y}</b><br>%{text}<extra></extra>",
    }
    axis: Spec = {
        "range": [0, 1],
        "showgrid": False,
        "tickvals": [0.5],
        "ticktext": ["Nights" if display.narrow else "Night by night"],
    }
    traces = [strip, _gaps(nights, display, height=1, shortest=1)]
    return _Row("nights", 26 * display.scale, 14, traces, axis)


def _night_rows(nights: pd.DataFrame) -> list[tuple[bool, float, float, float]]:
    def column(name: str) -> list[float]:
        if name in nights.columns:
            return list(nights[name].to_numpy(dtype=float, na_value=np.nan))
        return [float("nan")] * len(nights)

    logged = nights["logged"].to_numpy(dtype=bool).tolist()
    return list(zip(logged, column("cramps"), column("severity"), column("hydration"), strict=True))


def night_words(row: tuple[bool, float, float, float]) -> str:
    """One night in words: ``2 cramps, worst pain 6``. ``row`` : logged, cramps, severity [0-10], hydration
    [mL/day]."""
    logged, cramps, severity, _ = row
    if not logged:
        return "not logged"
    if cramps == 0:
        return "no cramp"
    pain = "" if np.isnan(severity) else f", worst pain {number(severity)}"
    return f"{counted(cramps, 'cramp')}{pain}"


def _exposure_rows(review: Review, span: Span, display: Display) -> list[_Row]:
    fields = ["hydration", "activity" if _recorded(review, "activity") else "steps"]
    labels = {"hydration": "Fluid", "activity": "Activity", "steps": "Steps"}
    return [
        _exposure_row(review, field, labels[field], span, display)
        for field in fields
        if _recorded(review, field)
    ]


def _recorded(review: Review, field: str) -> bool:
    return field in _days(review).columns and bool(_days(review)[field].notna().any())


def _days(review: Review) -> pd.DataFrame:
    journal = review.journal
    if journal.days.empty:
        return journal.nights
    return journal.days.loc[journal.nights.index[0] : journal.nights.index[-1]]


def _exposure_row(review: Review, field: str, label: str, span: Span, display: Display) -> _Row:
    unit = {"hydration": "mL/day", "activity": "min/day", "steps": "steps"}[field]
    factor, shown = display.unit(unit)
    column = _days(review)[field].dropna()
    values = column.to_numpy(dtype=float) * factor
    dates = [stamp.date().isoformat() for stamp in column.index]
    colour = display.palette.hydration if field == "hydration" else display.palette.activity
    trace: Spec = {
        "name": field,
        "x": [f"{when}T12:00" for when in dates],
        "y": values,
        "hovertemplate": f"%{{x|%a %-d %b %Y}}<br>{label} %{{y:.3~g}} {shown}<extra></extra>",
    }
    if field == "hydration" or span.nights > 400:
        trace |= {
            "type": "scatter",
            "mode": "markers",
            "marker": {"size": 4, "color": colour, "opacity": 0.75},
        }
    else:
        trace |= {
            "type": "bar",
            "width": DAY_MS * 0.8,
            "marker": {"color": colour, "opacity": 0.6, "line": {"width": 0}},
        }
    traces = [*_usual(review.exposures, field, factor, span, display), trace]
    top = float(values.max()) * 1.08 if values.size and values.max() > 0 else 1.0
    axis: Spec = {
        "range": [0, top],
        "title": {"text": f"{label}<br>[{shown}]"},
        "nticks": 4,
        "tickformat": "~g",
    }
    return _Row(field, (78 if display.narrow else 84) * display.scale, 18, traces, axis)


def _usual(
    answers: Sequence[ExposureAnswer], field: str, factor: float, span: Span, display: Display
) -> list[Spec]:
    """The person's usual range behind the days, where the review gives one."""
    for answer in answers:
        low, high = answer.usual_range.low, answer.usual_range.high
        if answer.field == field and low is not None and high is not None:
            ends = [span.first.isoformat(), (span.last + timedelta(days=1)).isoformat()]
            return [
                {
                    "type": "scatter",
                    "mode": "lines",
                    "name": "usual range",
                    "fill": "toself",
                    "x": [*ends, *reversed(ends)],
                    "y": [low * factor] * 2 + [high * factor] * 2,
                    "line": {"width": 0},
                    "fillcolor": display.palette.usual,
                    "hoverinfo": "skip",
                }
            ]
    return []
