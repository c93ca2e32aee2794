"""The rows of the timeline that hold the cramps: weeks, and single nights."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

import numpy as np
import pandas as pd

from analysis.charts.labels import counted, day, days, number, rate_words
from analysis.charts.template import NO_ENTRY, Display, Spec, hatched
from analysis.journal.model import Journal
from analysis.measures.frequency import Frequency, Week
from analysis.measures.windows import without_entry
from analysis.review import Review

DAY_MS = 86_400_000
FEW_LOGGED = 4  # logged nights below which a week's bar is hollow and does not set the axis [nights]
LONG_GAP = 7  # unlogged nights in a row from which the weekly bars, too, show a gap [nights]
_HATCH_PX = 1.5  # the narrowest gap that is hatched [px]


@dataclass(frozen=True)
class Span:
    """The time axis of a timeline: the first and last night of the journal, and the room for it [px]."""

    first: date
    last: date
    room: float

    @property
    def end(self) -> date:
        """Where the axis ends: after the last night, and a week from the first at the least."""
        return max(self.last + timedelta(days=1), self.first + timedelta(days=7))

    @property
    def nights(self) -> int:
        """Length of the axis. [nights]"""
        return (self.end - self.first).days

    @property
    def night_px(self) -> float:
        return self.room / self.nights

    def at(self, when: date) -> float:
        """Where the evening of a date stands [px]."""
        return (when - self.first).days * self.night_px


@dataclass(frozen=True)
class Row:
    """One row of the timeline: its height [px], the gap under it [px], its traces and its vertical axis."""

    name: str
    height: float
    gap: float
    traces: Sequence[Spec]
    axis: Spec


def week_row(review: Review, span: Span, display: Display) -> Row:
    """Weekly rates as bars with quiet intervals, and the rate of the last 28 nights as a line."""
    frequency = review.frequency
    top = _week_top(frequency)
    traces = [
        gaps(review.journal, display, height=top, shortest=LONG_GAP),
        *_week_bars([week for week in frequency.weeks if week.start <= span.last], span, display),
        _rolling(frequency, span, display),
    ]
    axis: Spec = {"range": [0, top], "title": {"text": "Cramps a week"}, "nticks": 6, "tickformat": "~g"}
    return Row("weeks", (190 if display.narrow else 215) * display.scale, 12, traces, axis)


def _week_top(frequency: Frequency) -> float:
    """Top of the axis: bars, line and most intervals; one wide interval must not flatten all bars, nor may a
    week with few logged nights, unless there are no others."""
    weeks = [week for week in frequency.weeks if not is_thin(week)] or frequency.weeks
    rates = [week.rate.per_week for week in weeks if week.rate.per_week is not None]
    rolling = frequency.rolling_per_week[np.isfinite(frequency.rolling_per_week)]
    highest = max([*rates, *rolling.tolist()], default=0.0)
    intervals = [week.rate.high for week in weeks if week.rate.high is not None]
    room = max(1.5 * highest, 4.0)
    return float(max(1.0, 1.08 * highest, min(1.03 * max(intervals, default=0.0), room)))


def is_thin(week: Week) -> bool:
    """Whether a week has logged nights, but few."""
    return 0 < week.rate.nights < FEW_LOGGED


def _week_bars(weeks: Sequence[Week], span: Span, display: Display) -> list[Spec]:
    """Bars, and their intervals as faint bands: a line through each bar would outweigh the bars."""
    colours = display.palette
    nights = [min(7, (span.last - week.start).days + 1) for week in weeks]
    roomy = 7 * span.night_px > 6  # px a week: else neither gaps nor edges nor intervals
    middles = [_middle(week.start, count) for week, count in zip(weeks, nights, strict=True)]
    bars: Spec = {
        "type": "bar",
        "name": "weeks",
        "x": middles,
        "y": [week.rate.per_week for week in weeks],
        "width": [count * DAY_MS * (0.84 if roomy else 1.0) for count in nights],
        "marker": {
            "color": ["rgba(0,0,0,0)" if is_thin(week) else colours.bar for week in weeks],
            "line": {"color": colours.accent, "width": 0.8 if roomy else 0.3},
        },
        "hovertext": [f"<b>Week of {day(week.start)}</b><br>{rate_words(week.rate)}" for week in weeks],
        "hoverinfo": "text",
    }
    if not roomy or not any(week.rate.cramps for week in weeks):  # without a cramp they would be all there is
        return [bars]
    ends = [_ends(week) for week in weeks]
    bands: Spec = {
        "type": "bar",
        "name": "intervals",
        "x": middles,
        "base": [low for low, _ in ends],
        "y": [None if low is None or high is None else high - low for low, high in ends],
        "width": min(3 / span.night_px, 1.4) * DAY_MS,  # 3 px, or a fifth of a week
        "marker": {"color": colours.whisker, "line": {"width": 0}},
        "hoverinfo": "skip",
    }
    return [bars, bands]


def _ends(week: Week) -> tuple[float | None, float | None]:
    """The interval of a week's rate, where enough nights are logged for it to be drawn. [cramps/week]"""
    rate = week.rate
    if rate.per_week is None or rate.high is None or is_thin(week):
        return None, None
    return rate.low, rate.high


def _middle(start: date, nights: int) -> str:
    """Noon or midnight half-way through ``nights`` nights from ``start``."""
    whole, half = divmod(nights, 2)
    return f"{(start + timedelta(days=whole)).isoformat()}T{'12:00' if half else '00:00'}"


def _rolling(frequency: Frequency, span: Span, display: Display) -> Spec:
    rates = np.round(frequency.rolling_per_week, 4).tolist()
    return {
        "type": "scatter",
        "name": "rolling",
        "mode": "lines",
        "x": [night.isoformat() for night in frequency.rolling_nights],
        "y": [None if np.isnan(value) else value for value in rates],
        "line": {"color": display.palette.accent, "width": 2.5 if span.night_px > 0.5 else 1.5},
        "connectgaps": False,
        "hovertemplate": "28 nights to %{x|%a %-d %b %Y}<br>%{y:.1f} cramps a week<extra></extra>",
    }


def gaps(journal: Journal, display: Display, *, height: float, shortest: int) -> Spec:
    """Hatched bars over every run of at least ``shortest`` nights without an entry."""
    runs = [run for run in runs_without_entry(journal) if run[1] >= shortest]
    named = NO_ENTRY.capitalize() if journal.unlogged_assumed_cramp_free else "Not logged"
    words = [
        f"<b>{named}</b><br>{days(start, start + timedelta(days=length - 1))}<br>" + counted(length, "night")
        for start, length in runs
    ]
    return {
        "type": "bar",
        "name": "not logged",
        "x": [_middle(start, length) for start, length in runs],
        "y": [height] * len(runs),
        "width": [length * DAY_MS for _, length in runs],
        "marker": hatched(display),
        "hovertext": words,
        "hoverinfo": "text",
    }


def runs_without_entry(journal: Journal) -> list[tuple[date, int]]:
    """First night and length [nights] of each run of nights without an entry."""
    bare = np.concatenate(([False], without_entry(journal), [False]))
    edges = np.flatnonzero(bare[1:] != bare[:-1])
    first = journal.nights.index[0].date()
    return [
        (first + timedelta(days=int(start)), int(end - start))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]


def night_row(journal: Journal, span: Span, display: Display) -> Row:
    """One field for each night: shaded by its cramps, hatched where there is no entry.

    A gap too narrow for hatching is left blank: a bar is never thinner than a pixel and would cover its
    neighbours.
    """
    colours, nights = display.palette, journal.nights
    counts = np.where(without_entry(journal), np.nan, nights["cramps"].to_numpy(dtype=float))
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
        "text": [night_words(journal)],
        "hovertemplate": "<b>Night of %{x|%a %-d %b %Y}</b><br>%{text}<extra></extra>",
    }
    axis: Spec = {
        "range": [0, 1],
        "showgrid": False,
        "tickvals": [0.5],
        "ticktext": ["Nights" if display.narrow else "Night by night"],
    }
    shortest = max(1, ceil(_HATCH_PX / span.night_px))
    traces = [strip, gaps(journal, display, height=1, shortest=shortest)]
    return Row("nights", 26 * display.scale, 14, traces, axis)


def night_words(journal: Journal) -> list[str]:
    """Each night in words: ``2 cramps, worst pain 6``, ``no cramp``, ``not logged``."""
    nights = journal.nights
    severity = nights["severity"] if "severity" in nights.columns else pd.Series(np.nan, nights.index)
    rows = zip(
        without_entry(journal).tolist(),
        nights["cramps"].to_numpy(dtype=float).tolist(),
        severity.to_numpy(dtype=float, na_value=np.nan).tolist(),
        strict=True,
    )
    bare = NO_ENTRY if journal.unlogged_assumed_cramp_free else "not logged"
    return [bare if is_bare else _night(cramps, pain) for is_bare, cramps, pain in rows]


def _night(cramps: float, pain: float) -> str:
    if cramps == 0:
        return "no cramp"
    return counted(cramps, "cramp") + ("" if np.isnan(pain) else f", worst pain {number(pain)}")
