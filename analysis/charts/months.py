"""Month by month: how bad, how long, and how much was logged."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from analysis.charts.labels import MONTHS, counted, number
from analysis.charts.template import (
    DATE_TICKS,
    DEFAULT,
    Display,
    Spec,
    figure,
    hatched,
    key_item,
    legend_height,
    note,
)
from analysis.charts.timeline import DAY_MS, middle
from analysis.measures import Completeness, Distribution, MonthLogged, MonthMedian

_BAR = 5.0  # of a middle half, where its month has room for it [px]
_DOT = 9.0  # of a median, as above [px]
_GAPS_FROM = 4  # px a month: gaps between bars that are thinner would be stripes
_LEAST_MONTHS = 5  # on the axis; as many as have room for their names on a phone


def plot_severity(result: Distribution, display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """Median pain of each month's cramps with its middle half, on the whole scale of 0 to 10.

    >>> from analysis import read_journal, review
    >>> shown = review(read_journal(["sample_data/year.csv"]))
    >>> plot_severity(shown.patterns.severity).layout.yaxis.title.text
    'Pain [0-10]'
    """
    return _medians(result, "Pain [0-10]", "no pain was written down", [0.0, 10.4], display, alt)


def plot_duration(result: Distribution, display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """Median duration of each month's cramps with its middle half. [min]"""
    ends = [item.upper_quartile for item in result.months if item.upper_quartile is not None]
    medians = [item.median for item in result.months if item.median is not None]
    top = max([*ends, *medians], default=1.0) * 1.12
    return _medians(
        result, "Duration [min]", "no duration was written down", [0.0, max(top, 1.0)], display, alt
    )


def _medians(
    result: Distribution, title: str, nothing: str, axis: list[float], display: Display, alt: str | None
) -> go.Figure:
    shown = [item for item in result.months if item.median is not None]
    if not shown:
        return note(f"{nothing[:1].upper()}{nothing[1:]}.", display, alt=alt)
    colours = display.palette
    bar, dot = _mark_sizes(len(result.months), display)
    medians = [item.median or 0.0 for item in shown]
    dots: Spec = {
        "type": "scatter",
        "mode": "markers",
        "name": "medians",
        "showlegend": False,
        "x": [_middle(item.start) for item in shown],
        "y": medians,
        "error_y": {
            "type": "data",
            "symmetric": False,
            "width": 0,
            "thickness": bar,
            "color": colours.bar,
            "array": [
                max(0.0, (item.upper_quartile or 0.0) - median) if item.upper_quartile is not None else 0.0
                for item, median in zip(shown, medians, strict=True)
            ],
            "arrayminus": [
                median - item.lower_quartile if item.lower_quartile is not None else 0.0
                for item, median in zip(shown, medians, strict=True)
            ],
        },
        "marker": {"size": dot, "color": colours.accent},
        "hovertext": [_median_words(item) for item in shown],
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    key = _key(display, halved=any(item.lower_quartile is not None for item in shown))
    layout: Spec = {
        "xaxis": _month_axis([item.start for item in result.months], display),
        "yaxis": {"range": axis, "title": {"text": title}, "nticks": 6, "tickformat": "~g"},
        "showlegend": True,
        "margin": {"l": 8, "r": 16, "t": legend_height(key, display), "b": 8, "pad": 4},
    }
    return figure([*key, dots], layout, display, height=245 * display.scale, alt=alt)


def _mark_sizes(months: int, display: Display) -> tuple[float, float]:
    """Of the bar and of the dot of a month [px]: bars of neighbours stay apart, and a dot is seen on its bar
    without hiding those beside it."""
    month_px = (display.safe_width - 70) / months
    bar = min(_BAR, max(1.0, 0.55 * month_px))
    return bar, min(_DOT * display.scale, max(3.0, 1.5 * month_px))


def _key(display: Display, *, halved: bool) -> list[Spec]:
    """``halved``: a month has cramps enough for a middle half."""
    colours = display.palette
    dot = key_item("typical (median)", marker={"size": _DOT * display.scale, "color": colours.accent})
    bar: Spec = {"color": colours.bar, "width": _BAR}
    return [dot, key_item("middle half of the cramps", mode="lines", line=bar)] if halved else [dot]


def _median_words(item: MonthMedian) -> str:
    half = (
        ""
        if item.lower_quartile is None or item.upper_quartile is None
        else (f"<br>middle half {number(item.lower_quartile)} to {number(item.upper_quartile)}")
    )
    month = f"{MONTHS[item.start.month - 1]} {item.start.year}"
    typical = f"typical {number(item.median or 0.0)}{half}"
    return f"<b>{month}</b><br>{typical}<br>{counted(item.recorded, 'cramp')}"


def _middle(start: date) -> str:
    return f"{start.isoformat()[:8]}16"


def _month_axis(starts: Sequence[date], display: Display) -> Spec:
    """Whole months; a few stand in the middle of ``_LEAST_MONTHS``, so that none is as wide as the chart, and
    only they are named."""
    beside = max(0, _LEAST_MONTHS - len(starts))
    first, following = _months_on(starts[0], -(beside // 2)), _months_on(starts[-1], 1 + beside - beside // 2)
    axis: Spec = {
        "type": "date",
        "range": [first.isoformat(), following.isoformat()],
        "showgrid": False,
        "tickangle": 0,
        "ticks": "outside",
        "ticklabelmode": "period",
        "hoverformat": "%b %Y",
        "nticks": (7 if len(starts) > 48 else 5) if display.narrow else 12,  # names of years are short
        "tickformatstops": DATE_TICKS,
    }
    if beside:
        axis |= {
            "tickvals": [_middle(start) for start in starts],
            "ticktext": [_name(start, first=not place) for place, start in enumerate(starts)],
            "ticklabelmode": "instant",
            "ticks": "",
        }
    elif len(starts) <= (_LEAST_MONTHS if display.narrow else 14):
        axis |= {"dtick": "M1", "tick0": first.isoformat()}
    return axis


def _name(start: date, *, first: bool) -> str:
    """``Sep``, with its year below it where that is the first or a new one."""
    year = f"<br>{start.year}" if first or start.month == 1 else ""
    return f"{MONTHS[start.month - 1]}{year}"


def _months_on(start: date, months: int) -> date:
    """The first day of the month so many months later."""
    at = start.month - 1 + months
    return date(start.year + at // 12, at % 12 + 1, 1)


def plot_logged_months(
    result: Completeness, display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """Nights of each month: logged ones filled from below, the others hatched above them."""
    months = result.months
    if not months:
        return note("No night is logged in this period.", display, alt=alt)
    colours = display.palette
    month_px = (display.safe_width - 70) / len(months)
    slim = month_px < _GAPS_FROM
    firsts = [item.start.replace(day=1) for item in months]
    lengths = [(_months_on(first, 1) - first).days for first in firsts]
    common: Spec = {
        "type": "bar",
        "x": [middle(first, length) for first, length in zip(firsts, lengths, strict=True)],
        "width": [length * DAY_MS * (1.0 if slim else 0.82) for length in lengths],
        "hoverinfo": "text",
        "hovertext": [_logged_words(item) for item in months],
    }
    edge: Spec = {"width": 0 if len(months) > 60 else 1, "color": colours.accent}
    traces: list[Spec] = [
        {
            **common,
            "name": "logged",
            "y": [item.logged for item in months],
            "marker": {"color": colours.bar, "line": edge},
        },
        {
            **common,
            "name": "not logged",
            "y": [item.nights - item.logged for item in months],
            "marker": {**hatched(display), "line": {"width": 0 if slim else 1, "color": colours.hatch}},
        },
    ]
    has_gaps = any(item.logged < item.nights for item in months)
    layout: Spec = {
        "xaxis": _month_axis([item.start for item in months], display),
        "barmode": "stack",
        "yaxis": {
            "range": [0, max(31, *(item.nights for item in months)) + 1],
            "title": {"text": "Nights" if has_gaps else "Nights logged"},
            "tickvals": [0, 10, 20, 30],
        },
        "showlegend": has_gaps,
        "margin": {"l": 8, "r": 16, "t": (32 if has_gaps else 8) * display.scale, "b": 8, "pad": 4},
    }
    return figure(traces, layout, display, height=210 * display.scale, alt=alt)


def _logged_words(item: MonthLogged) -> str:
    return (
        f"<b>{MONTHS[item.start.month - 1]} {item.start.year}</b><br>{item.logged} of "
        + counted(item.nights, "night")
        + " logged"
    )
