"""When in the night, in the week and in the year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import plotly.graph_objects as go

from analysis.charts.bars import count_ticks
from analysis.charts.intervals import NamedDot, plot_rates
from analysis.charts.labels import WEEKDAYS, counted, day, plain, text_width
from analysis.charts.template import DEFAULT, MARGIN, Display, Spec, figure, note, wrapped
from analysis.measures import FULL_WEEKDAYS, MONTH_NIGHTS, WEEKDAY_NIGHTS, HourOfNight, NamedRate


def plot_hour_of_night(
    result: HourOfNight, display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """Cramps by clock hour from 18:00 to noon, earlier only where there are any, so that midnight parts
    nothing. ``customdata`` of a bar: the last night with a cramp in that hour.

    >>> from analysis import read_journal, review
    >>> shown = review(read_journal(["sample_data/year.csv"]))
    >>> plot_hour_of_night(shown.patterns.hour_of_night).layout.xaxis.title.text
    'Clock time of 266 cramps'
    """
    if result.timed == 0:
        return note("No cramp has a clock time.", display, alt=alt)
    start = next((place for place, count in enumerate(result.cramps) if count), 0)
    start = min(start, result.hours.index(18))
    hours, cramps = result.hours[start:], result.cramps[start:]
    nights = result.last_nights[start:] or (None,) * len(hours)
    top = max(cramps) * 1.12
    title = f"Clock time of {counted(result.timed, 'cramp')}"
    if result.untimed:
        title += f"; {result.untimed:,} without a time"
    layout: Spec = {
        "xaxis": _clock([*hours, 12], title, display),
        "yaxis": {"range": [0, top], "title": {"text": "Cramps"}, **count_ticks(top)},
        "margin": {**MARGIN, "t": 12, "r": text_width("12:00", display.small) / 2 + 4},
    }
    bars = _bars_of_hours(hours, cramps, nights, display)
    return figure([bars], layout, display, height=260 * display.scale, alt=alt)


def _bars_of_hours(
    hours: Sequence[int], cramps: Sequence[int], nights: Sequence[date | None], display: Display
) -> Spec:
    """``nights``: the last with a cramp in each hour."""
    return {
        "type": "bar",
        "name": "cramps",
        "x": [place + 0.5 for place in range(len(hours))],
        "y": list(cramps),
        "width": 0.86,
        "marker": {
            "color": display.palette.bar,
            "line": {"color": display.palette.accent, "width": [1 if count else 0 for count in cramps]},
        },
        "hovertext": [
            f"{hour:02d}:00 to {hour:02d}:59<br>{counted(count, 'cramp')}"
            + (f"<br>the last in the night of {day(night)}: click" if night else "")
            for hour, count, night in zip(hours, cramps, nights, strict=True)
        ],
        "customdata": [[None if night is None else night.isoformat()] for night in nights],
        "hoverinfo": "text",
    }


def _clock(hours: Sequence[int], title: str, display: Display) -> Spec:
    """The axis of the hours, each at its beginning; the last one ends it."""
    every = _hours_between(len(hours) - 1, display)
    ticks = [place for place, hour in enumerate(hours) if hour % every == 0]
    return {
        "range": [0, len(hours) - 1],
        "tickvals": ticks,
        "ticks": "outside",
        "ticktext": [f"{hours[place]:02d}:00" for place in ticks],
        "showgrid": False,
        "tickangle": 0,
        "ticklabeloverflow": "allow",
        "title": {"text": wrapped(title, display)},
    }


def _hours_between(hours: int, display: Display) -> int:
    """How many hours lie between two ticks, so that their texts do not touch."""
    needed = (text_width("00:00", display.small) + 6) * hours / (display.safe_width - 60)
    return next(every for every in (2, 3, 6, 12) if every >= needed or every == 12)


def plot_weekday(
    rates: Sequence[NamedRate], display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """The rate on each weekday (of the evening), from the first day of the week that the reader chose."""
    order = [FULL_WEEKDAYS[(display.first_weekday + place) % 7] for place in range(7)]
    found = {item.name: item.rate for item in rates}
    items = [NamedDot(WEEKDAYS[FULL_WEEKDAYS.index(name)], found[name]) for name in order if name in found]
    return _rates(items, WEEKDAY_NIGHTS, "Weekday of the evening", display, alt)


def plot_month(
    rates: Sequence[NamedRate], display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """The rate in each month of the calendar, all years together; from the first month with a night to the
    last."""
    known = [place for place, item in enumerate(rates) if item.rate.nights]
    shown = rates[known[0] : known[-1] + 1] if known else rates
    items = [NamedDot(plain(item.name)[:3], item.rate) for item in shown]
    return _rates(items, MONTH_NIGHTS, "Month", display, alt)


def _well_known(items: list[NamedDot], least_nights: int) -> list[NamedDot]:
    """With the number of its nights alone where they are fewer: of one night a dot would be 7 a week."""
    return [
        item
        if item.rate.nights >= least_nights
        else replace(item, rate=replace(item.rate, per_week=None, low=None, high=None))
        for item in items
    ]


def _rates(
    items: list[NamedDot], least_nights: int, title: str, display: Display, alt: str | None
) -> go.Figure:
    if all(item.rate.per_week is None for item in items):
        return note("No night is logged in this period.", display, alt=alt)
    if not any(item.rate.cramps for item in items):
        return note("No cramp is recorded on these nights.", display, alt=alt)
    known = _well_known(items, least_nights)
    if all(item.rate.per_week is None for item in known):
        return note("Too few nights are logged in each.", display, alt=alt)
    few = any(0 < item.rate.nights < least_nights for item in items)
    return plot_rates(
        known, title, display, below=f"no dot: under {least_nights} nights" if few else "", alt=alt
    )
