"""All nights as a calendar: weekdays down, weeks across; a panel for each year, on a phone each half-year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from analysis.charts.labels import MONTHS, WEEKDAYS, counted, remarks_below, weekday_day
from analysis.charts.template import (
    DEFAULT,
    NO_ENTRY,
    Display,
    Spec,
    figure,
    hatched,
    note,
)
from analysis.charts.timeline import Key, key_above, name_width, night_entries

_DEEP = 9  # a panel: seven weekdays, and two rows for the names of the months above the next panel
_LEAST_WEEKS = {False: 30, True: 27}  # across, so that six weeks do not become six huge squares

Ints = npt.NDArray[np.int_]


@dataclass(frozen=True)
class _Cells:
    """Where each night stands: its week in its panel, its row from the top, and its panel."""

    dates: list[date]
    column: Ints
    row: Ints
    panel: Ints


def plot_calendar(
    nights: pd.DataFrame,
    display: Display = DEFAULT,
    *,
    assumed: pd.DatetimeIndex | None = None,
    year: int | None = None,
    alt: str | None = None,
) -> go.Figure:
    """Each night by its number of cramps; without an entry hatched, outside the journal only outlined.

    nights : ``journal.nights``. assumed : ``journal.nights_assumed``, hatched too, because there is no entry.
    year : only the nights of this calendar year; None shows all.

    >>> from analysis import read_journal
    >>> nights = read_journal(["sample_data/six_weeks.csv"]).nights
    >>> [trace.type for trace in plot_calendar(nights).data if trace.type == "heatmap"]
    ['heatmap']
    """
    if year is not None:
        nights = nights.loc[f"{year}-01-01" : f"{year}-12-31"]
    if nights.empty:
        return note("No night is logged in this period.", display, alt=alt)
    dates = [stamp.date() for stamp in nights.index]
    panels = _panels(dates, display)
    cells = _cells(dates, panels, display)
    bare = ~nights["logged"].to_numpy(dtype=bool)
    has_assumed = assumed is not None and len(assumed) > 0
    if assumed is not None and has_assumed:
        bare = bare | nights.index.isin(assumed)
    counts = np.where(bare, np.nan, nights["cramps"].to_numpy(dtype=float))
    weeks = max(int(cells.column.max()) + 1, _LEAST_WEEKS[display.narrow])
    page = _cells(_page(dates, panels, weeks, display), panels, display)
    key = key_above(
        night_entries(counts, display, assumed=has_assumed),
        1,
        display.safe_width - 90,
        display,
        left=26 if display.narrow else 0,
    )
    traces = [
        _outside(page, dates, display),
        _shades(cells, counts, remarks_below(nights), weeks, len(panels), display),
        _without_entry(cells, np.flatnonzero(bare), NO_ENTRY if has_assumed else "not logged", display),
        _months(page, weeks, display),
    ]
    cell = (12 if len(panels) > 2 else 15) * display.scale
    height = ((len(panels) - 1) * _DEEP + 8.3) * cell + key.height + 14
    return figure(traces, _layout(panels, weeks, key, display), display, height=height, alt=alt)


def _layout(panels: Sequence[date], weeks: int, key: Key, display: Display) -> Spec:
    """Room for the panels one above the other, with the key above and the year beside each."""
    count = len(panels)
    names = [WEEKDAYS[(display.first_weekday + place) % 7] for place in range(7)]
    return {
        "xaxis": {"range": [-0.6, weeks - 0.4], "visible": False},
        "yaxis": {
            "range": [(count - 1) * _DEEP + 6.6, -1.7],
            "tickvals": [place + at * _DEEP for at in range(count) for place in range(0, 7, 2)],
            "ticktext": [names[place] for _ in range(count) for place in range(0, 7, 2)],
            "showgrid": False,
        },
        "barmode": "overlay",
        "bargap": 0,
        "margin": {"l": 8, "r": 8, "t": key.height + 6, "b": 8, "pad": 4},
        "shapes": list(key.shapes),
        "annotations": [
            *key.texts,
            *(_panel_name(first, at * _DEEP, display) for at, first in enumerate(panels)),
        ],
    }


def _panels(dates: Sequence[date], display: Display) -> list[date]:
    """The first day of each panel: one panel while its weeks fit side by side, else years, one above the
    other, or on a phone half-years from the first month on, so that no panel begins with empty months."""
    weeks = 27 if display.narrow else 53
    if len(dates) <= weeks * 7:
        return [dates[0]]
    found = [date(dates[0].year, dates[0].month if display.narrow else 1, 1)]
    while True:
        following = _following(found[-1], display)
        if following > dates[-1]:
            return found
        found.append(following)


def _page(dates: Sequence[date], panels: Sequence[date], weeks: int, display: Display) -> list[date]:
    """The nights of the journal, and what its first and its last month have before and after it, where the
    panels have room for that: no month without a night."""
    first, last = max(panels[0], dates[0].replace(day=1)), dates[-1]
    end = date(last.year + last.month // 12, last.month % 12 + 1, 1)
    lead = (panels[-1].weekday() - display.first_weekday) % 7
    end = min(end, panels[-1] + timedelta(days=7 * weeks - lead))
    return [first + timedelta(days=day) for day in range((end - first).days)]


def _following(panel: date, display: Display) -> date:
    """The first day of the panel after this one."""
    at = panel.month - 1 + (6 if display.narrow else 12)
    return date(panel.year + at // 12, at % 12 + 1, 1)


def _cells(dates: list[date], panels: Sequence[date], display: Display) -> _Cells:
    starts = np.array([first.toordinal() for first in panels])
    ordinals = np.arange(dates[0].toordinal(), dates[0].toordinal() + len(dates))
    panel = np.searchsorted(starts, ordinals, side="right") - 1
    weekday = (ordinals - 1 - display.first_weekday) % 7  # day 1 of this count was a Monday
    lead = (starts - 1 - display.first_weekday) % 7
    column = (ordinals - starts[panel] + lead[panel]) // 7
    return _Cells(dates, column, weekday + panel * _DEEP, panel)


def _shades(
    cells: _Cells,
    counts: npt.NDArray[np.float64],
    remarks: Sequence[str],
    weeks: int,
    panels: int,
    display: Display,
) -> Spec:
    """One grid for all panels: a square for each night would be slow over ten years."""
    shape = (panels * _DEEP - 2, weeks)
    shades = np.full(shape, np.nan)
    shades[cells.row, cells.column] = np.minimum(counts, 3)
    words = np.full(shape, "", dtype=object)
    words[cells.row, cells.column] = [
        "" if np.isnan(cramps) else f"{weekday_day(when)}<br>{_cramps(cramps)}{remark}"
        for when, cramps, remark in zip(cells.dates, counts.tolist(), remarks, strict=True)
    ]
    nights = np.full(shape, "", dtype=object)
    nights[cells.row, cells.column] = [when.isoformat() for when in cells.dates]
    colours = (display.palette.none, *display.palette.cramps)
    return {
        "type": "heatmap",
        "name": "nights",
        "z": shades,
        "zmin": 0,
        "zmax": 3,
        "colorscale": [[place / 3, colour] for place, colour in enumerate(colours)],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "text": words.tolist(),
        "customdata": nights.tolist(),
        "hovertemplate": "Night of %{text}<extra></extra>",
        "hoverongaps": False,
    }


def _outside(page: _Cells, dates: Sequence[date], display: Display) -> Spec:
    """Empty fields for the days before and after the journal, so that its months are whole."""
    places = [place for place, when in enumerate(page.dates) if not dates[0] <= when <= dates[-1]]
    return {
        "name": "outside",
        **_fields(page, places, high=0.84),
        "marker": {"color": display.palette.paper, "line": {"width": 1, "color": display.palette.grid}},
        "hoverinfo": "skip",
    }


def _fields(cells: _Cells, places: Ints | Sequence[int], *, high: float) -> Spec:
    """Bars over the fields of some days, ``high`` as a share of a week's line."""
    return {
        "type": "bar",
        "x": cells.column[places].tolist(),
        "base": (cells.row[places] - high / 2).round(2).tolist(),
        "y": [high] * len(places),
        "width": round(high + 0.02, 2),
    }


def _cramps(count: float) -> str:
    return "no cramp" if count == 0 else counted(count, "cramp")


def _without_entry(cells: _Cells, places: Ints, words: str, display: Display) -> Spec:
    return {
        "name": "not logged",
        **_fields(cells, places, high=0.86),
        "marker": hatched(display, size=4),
        "hovertext": [f"Night of {weekday_day(cells.dates[place])}<br>{words}" for place in places],
        "hoverinfo": "text",
    }


def _months(cells: _Cells, weeks: int, display: Display) -> Spec:
    """The name of each month above its first whole week; of two that crowd each other the later stays."""
    names: dict[tuple[int, int], str] = {}
    for place, when in enumerate(cells.dates):
        panel, column = int(cells.panel[place]), int(cells.column[place])
        if when.day == 1 or place == 0 or panel != cells.panel[place - 1]:
            whole = cells.row[place] % _DEEP == 0 or when.day != 1
            at = column if whole else column + 1
            for before in (1, 2):
                names.pop((panel, at - before), None)
            turned = when.month == 1 and place > 0 and panel == cells.panel[place - 1]
            names[panel, at] = f"Jan {when.year}" if turned else MONTHS[when.month - 1]
    names = _with_room(names, (display.safe_width - 60) / weeks, display)
    last = weeks - (3 if display.narrow else 2)
    names = {place: name for place, name in names.items() if place[1] <= max(last, 0)}
    return {
        "type": "scatter",
        "mode": "text",
        "name": "months",
        "x": [column - 0.5 for _, column in names],
        "y": [panel * _DEEP - 1.1 for panel, _ in names],
        "text": list(names.values()),
        "textposition": "middle right",
        "textfont": {"size": display.small, "color": display.palette.quiet},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _with_room(
    names: dict[tuple[int, int], str], week_px: float, display: Display
) -> dict[tuple[int, int], str]:
    """Without the names that would touch the one before: a year beside a January takes room."""
    kept: dict[tuple[int, int], str] = {}
    panel, free = 0, 0.0
    for (at, column), name in sorted(names.items()):
        if at > panel or column * week_px >= free:
            kept[at, column] = name
            panel, free = at, column * week_px + name_width(name, display.small) + 3
    return kept


def _panel_name(first: date, top: int, display: Display) -> Spec:
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "right",
        "xshift": -5,
        "y": top - 1.1,
        "text": f"<b>{first.year}</b>",
        "showarrow": False,
        "font": {"size": display.small, "color": display.palette.ink},
    }
