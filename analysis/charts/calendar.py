"""All nights as a calendar: weekdays down, weeks across, one panel for each year (on a phone each half-year).
All nights as a calendar: weekdays down, weeks across, one panel for each year (on a phone each half-year)."""

from datetime import date

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.charts.labels import MONTHS, WEEKDAYS, counted, weekday_day
from analysis.charts.template import DEFAULT, Display, Spec, figure, hatched, note

_GAP_ROWS = 2.2  # between two panels, room for the names of the months [rows]


def plot_calendar(
    nights: pd.DataFrame, display: Display = DEFAULT, *, year: int | None = None, alt: str | None = None
) -> go.Figure:
    """Each night by its number of cramps; nights without an entry are hatched, nights outside the journal
    blank.

    nights : ``journal.nights``. year : only the nights of this calendar year; None shows all.
    """
    if year is not None:
        nights = nights.loc[f"{year}-01-01" : f"{year}-12-31"]
    if nights.empty:
        return note("No night is logged in this period.", display, alt=alt)
    dates = [stamp.date() for stamp in nights.index]
    panels = _panels(dates, display)
    column, row, panel = _cells(dates, panels, display)
    weeks = int(column.max()) + 1
    deep = 7 + _GAP_ROWS
    y = row + panel * deep
    logged = nights["logged"].to_numpy(dtype=bool)
    counts = nights["cramps"].to_numpy(dtype=float)
    count = len(panels)
    traces = [
        _unlogged(
            column[~logged],
            y[~logged],
            [when for when, seen in zip(dates, logged, strict=True) if not seen],
            display,
        ),
        *_shades(column, y, np.where(logged, counts, np.nan), dates, display),
        _months(column, row, panel, dates, deep, display),
    ]
    cell = (12 if count > 2 else 15) * display.scale
    shown = range(0, 7, 2)
    names = [WEEKDAYS[(display.first_weekday + place) % 7] for place in range(7)]
    yaxis: Spec = {
        "range": [(count - 1) * deep + 6.6, -1.9],
        "tickvals": [place + at * deep for at in range(count) for place in shown],
        "ticktext": [names[place] for _ in range(count) for place in shown],
        "showgrid": False,
    }
    layout: Spec = {
        "xaxis": {"range": [-0.6, max(weeks, 27 if display.narrow else 30) - 0.4], "visible": False},
        "yaxis": yaxis,
        "barmode": "overlay",
        "bargap": 0,
        "showlegend": True,
        "margin": {
            "l": 8,
            "r": 8,
            "t": 56 * display.scale if display.narrow else 30 * display.scale,
            "b": 8,
            "pad": 4,
        },
        "legend": {
            "yref": "container",
            "y": 1,
            "yanchor": "top",
            "x": 0,
            "xanchor": "left",
            "tracegroupgap": 0,
        },
        "annotations": [_panel_name(first, at * deep, display) for at, first in enumerate(panels)]
        if count > 1
        else [],
    }
    rows = (count - 1) * deep + 8.5
    height = rows * cell + layout["margin"]["t"] + 8
    return figure([*_key(display), *traces], layout, display, height=height, alt=alt)


def _panels(dates: list[date], display: Display) -> list[date]:
    """The first day of each panel: one panel while all weeks fit beside each other, else years or half-years.
    The first day of each panel: one panel while all weeks fit beside each other, else years or half-years."""
    if len(dates) <= (27 if display.narrow else 54) * 7 - 6:
        return [dates[0]]
    months = 6 if display.narrow else 12
    first = date(dates[0].year, 7 if display.narrow and dates[0].month > 6 else 1, 1)
    found = [first]
    while True:
        at = found[-1].month - 1 + months
        following = date(found[-1].year + at // 12, at % 12 + 1, 1)
        if following > dates[-1]:
            return found
        found.append(following)


def _cells(
    dates: list[date], panels: list[date], display: Display
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Column (week), row (weekday) and panel of each night."""
    starts = np.array([first.toordinal() for first in panels])
    ordinals = np.arange(dates[0].toordinal(), dates[0].toordinal() + len(dates))
    panel = np.searchsorted(starts, ordinals, side="right") - 1
    weekday = (ordinals - 1 - display.first_weekday) % 7  # day 1 of the calendar was a Monday
    lead = (starts - 1 - display.first_weekday) % 7
    column = (ordinals - starts[panel] + lead[panel]) // 7
    return column, weekday, panel


def _shades(
    column: np.ndarray, y: np.ndarray, counts: np.ndarray, dates: list[date], display: Display
) -> list[Spec]:
    colours = display.palette
    shades = np.array([colours.none, *colours.cramps])
    seen = ~np.isnan(counts)
    kept = np.flatnonzero(seen)
    return [
        {
            "type": "bar",
            "name": "nights",
            "x": column[kept].tolist(),
            "base": (y[kept] - 0.44).round(3).tolist(),
            "y": [0.88] * len(kept),
            "width": 0.86,
            "showlegend": False,
            "marker": {
                "color": shades[np.minimum(counts[kept], 3).astype(int)].tolist(),
                "line": {"width": 0},
            },
            "hovertext": [_words(dates[place], counts[place]) for place in kept],
            "hoverinfo": "text",
        }
    ]


def _words(when: date, cramps: float) -> str:
    return f"Night of {weekday_day(when)}<br>" + ("no cramp" if cramps == 0 else counted(cramps, "cramp"))


def _unlogged(column: np.ndarray, y: np.ndarray, dates: list[date], display: Display) -> Spec:
    return {
        "type": "bar",
        "name": "not logged",
        "x": column.tolist(),
        "base": (y - 0.44).round(3).tolist(),
        "y": [0.88] * len(dates),
        "width": 0.86,
        "marker": hatched(display, size=4),
        "showlegend": False,
        "hovertext": [f"Night of {weekday_day(when)}<br>not logged" for when in dates],
        "hoverinfo": "text",
    }


def _months(
    column: np.ndarray, row: np.ndarray, panel: np.ndarray, dates: list[date], deep: float, display: Display
) -> Spec:
    """The name of each month above its first week; the first month only where the second does not crowd it.
    The name of each month above its first week; the first month only where the second does not crowd it."""
    x: list[float] = []
    y: list[float] = []
    text: list[str] = []
    for place, when in enumerate(dates):
        if when.day == 1 or place == 0 or panel[place] != panel[place - 1]:
            at = int(column[place]) + (1 if row[place] and when.day == 1 else 0)
            if x and y[-1] == panel[place] * deep - 1.1 and at - x[-1] < 3:
                if when.day != 1:
                    continue
                x.pop(), y.pop(), text.pop()
            x.append(at)
            y.append(panel[place] * deep - 1.1)
            text.append(MONTHS[when.month - 1])
    return {
        "type": "scatter",
        "mode": "text",
        "name": "months",
        "x": [value - 0.45 for value in x],
        "y": y,
        "text": text,
        "textposition": "middle right",
        "textfont": {"size": display.small, "color": display.palette.quiet},
        "hoverinfo": "skip",
        "showlegend": False,
        "cliponaxis": False,
    }


def _panel_name(first: date, top: float, display: Display) -> Spec:
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "right",
        "xshift": -6,
        "y": top - 1.1,
        "text": f"<b>{first.year}</b>",
        "showarrow": False,
        "font": {"size": display.small, "color": display.palette.ink},
    }


def _key(display: Display) -> list[Spec]:
    colours = display.palette
    shades = zip(("no cramp", "1", "2", "3 or more cramps"), (colours.none, *colours.cramps), strict=True)
    items = [
        (name, {"color": colour, "line": {"width": 1, "color": colours.line}}) for name, colour in shades
    ]
    items.append(("not logged", {**hatched(display), "line": {"width": 1, "color": colours.hatch}}))
    return [
        {"type": "bar", "name": name, "x": [None], "y": [None], "marker": marker, "hoverinfo": "skip"}
        for name, marker in items
    ]
