"""When in the night, in the week and in the year, and where in the leg."""

from collections.abc import Sequence

import plotly.graph_objects as go

from analysis.charts.intervals import NamedDot, plot_rates
from analysis.charts.labels import WEEKDAYS, counted, plain, said, shortened
from analysis.charts.template import DEFAULT, Display, Spec, figure, note, wrapped
from analysis.measures.patterns import HourOfNight, NamedRate, Place

_SIDES = ("left", "right", "both", None)
_FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def plot_hour_of_night(
    result: HourOfNight, display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """Cramps by clock hour from 18:00 to noon, earlier only where there are any; midnight lies in the middle.
    Cramps by clock hour from 18:00 to noon, earlier only where there are any; midnight lies in the middle."""
    if result.timed == 0:
        return note("No cramp has a clock time.", display, alt=alt)
    start = next((place for place, count in enumerate(result.cramps) if count), 0)
    start = min(start, result.hours.index(18))
    hours, cramps = result.hours[start:], result.cramps[start:]
    colours = display.palette
    bars: Spec = {
        "type": "bar",
        "name": "cramps",
        "x": [place + 0.5 for place in range(len(hours))],
        "y": list(cramps),
        "width": 0.86,
        "marker": {"color": colours.bar, "line": {"color": colours.accent, "width": 1}},
        "hovertext": [
            f"{hour:02d}:00 to {hour:02d}:59<br>{counted(count, 'cramp')}"
            for hour, count in zip(hours, cramps, strict=True)
        ],
        "hoverinfo": "text",
    }
    top = max(cramps) * 1.12
    every = 3 if display.narrow or display.large else 2
    ticks = [place for place, hour in enumerate([*hours, 12]) if hour % every == 0]
    axis: Spec = {
        "range": [0, len(hours)],
        "tickvals": ticks,
        "ticks": "outside",
        "ticktext": [f"{[*hours, 12][place]:02d}:00" for place in ticks],
        "showgrid": False,
        "tickangle": 0,
        "title": {
            "text": wrapped(
                f"Clock time of {counted(result.timed, 'cramp')}"
                + (f"; {result.untimed} without a time" if result.untimed else ""),
                display,
            )
        },
    }
    layout: Spec = {
        "xaxis": axis,
        "yaxis": {"range": [0, top], "title": {"text": "Cramps"}, "nticks": 6, "tickformat": "~g"},
    }
    return figure([bars], layout, display, height=260 * display.scale, alt=alt)


def plot_weekday(
    rates: Sequence[NamedRate], display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """The rate on each weekday (of the evening), from the first day of the week that the reader chose."""
    order = [_FULL_WEEKDAYS[(display.first_weekday + place) % 7] for place in range(7)]
    found = {item.name: item.rate for item in rates}
    items = [NamedDot(WEEKDAYS[_FULL_WEEKDAYS.index(name)], found[name]) for name in order if name in found]
    return _rates(items, "Weekday of the evening", display, alt)


def plot_month(
    rates: Sequence[NamedRate], display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """The rate in each month of the calendar, all years together."""
    return _rates([NamedDot(plain(item.name)[:3], item.rate) for item in rates], "Month", display, alt)


def _rates(items: list[NamedDot], title: str, display: Display, alt: str | None) -> go.Figure:
    if all(item.rate.per_week is None for item in items):
        return note("No night is logged in this period.", display, alt=alt)
    return plot_rates(items, title, display, alt=alt)


def plot_places(places: Sequence[Place], display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """Cramps by muscle and side: a field for each, shaded by its number, with the number in it."""
    if not places:
        return note("No cramp says where it was.", display, alt=alt)
    totals: dict[str | None, int] = {}
    for item in places:
        totals[item.muscle] = totals.get(item.muscle, 0) + item.cramps
    muscles = sorted(totals, key=lambda name: (name is None, -totals[name], str(name)))
    sides = [side for side in _SIDES if any(item.side == side for item in places)]
    if "left" in sides or "right" in sides:
        sides = ["left", "right", *(side for side in sides if side not in ("left", "right"))]
    counts: dict[tuple[str | None, str | None], int] = {
        (item.muscle, item.side): item.cramps for item in places
    }
    most = max(counts.values())
    z = [[counts.get((muscle, side), 0) for side in sides] for muscle in muscles]
    colours = display.palette
    fields: Spec = {
        "type": "heatmap",
        "name": "places",
        "z": z,
        "zmin": 0,
        "zmax": max(most, 1),
        "xgap": 3,
        "ygap": 3,
        "colorscale": [[0, colours.none], [1, colours.cramps[0]]],
        "showscale": False,
        "hovertext": [
            [
                f"{said(muscle, 'muscle not said')}, {said(side, 'side not said').lower()}<br>"
                + counted(counts.get((muscle, side), 0), "cramp")
                for side in sides
            ]
            for muscle in muscles
        ],
        "hoverinfo": "text",
    }
    cells = [(x, y, z[y][x]) for y in range(len(muscles)) for x in range(len(sides))]
    texts: Spec = {
        "type": "scatter",
        "mode": "text",
        "name": "numbers",
        "x": [x for x, _, _ in cells],
        "y": [y for _, y, _ in cells],
        "text": [str(count) for *_, count in cells],
        "hoverinfo": "skip",
        "textfont": {
            "size": display.font + 1,
            "color": colours.ink,
        },
    }
    layout: Spec = {
        "xaxis": {
            "tickvals": list(range(len(sides))),
            "ticktext": [said(side, "Not said") for side in sides],
            "showgrid": False,
            "side": "top",
            "tickangle": 0,
        },
        "yaxis": {
            "tickvals": list(range(len(muscles))),
            "ticktext": [plain(shortened(said(muscle, "Not said"), 16)) for muscle in muscles],
            "range": [len(muscles) - 0.5, -0.5],
            "showgrid": False,
        },
        "margin": {"l": 8, "r": 16, "t": 34 * display.scale, "b": 8, "pad": 4},
    }
    return figure([fields, texts], layout, display, height=(42 * len(muscles) + 50) * display.scale, alt=alt)
