"""What the rows of the timeline share, time axis and hatched gaps; and the row of single nights."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

import numpy as np
import pandas as pd

from analysis.charts.labels import counted, days, number, remarks_below
from analysis.charts.template import NO_ENTRY, Display, Spec, hatched
from analysis.charts.timeline.key import Entry, night_entries
from analysis.journal import Journal
from analysis.measures import without_entry

DAY_MS = 86_400_000
LONG_GAP = 7  # unlogged nights in a row from which the weekly bars, too, show a gap [nights]
_HATCH_PX = 1.5  # the narrowest gap that is hatched [px]
_NIGHT_PX = 0.5  # a night narrower than this is not shown by itself: a pixel would show one of several [px]
_LEAST_NIGHTS = 28  # on the axis, so that a single night does not fill it [nights]


@dataclass(frozen=True)
class Lane:
    """One line of the lanes: its name, its traces drawn around ``y`` = 0 when ``y`` is given, and the
    medicine whose doses it holds."""

    name: str
    traces: tuple[Spec, ...]
    medicine: str | None = None


@dataclass(frozen=True)
class Span:
    """The time axis of a timeline: the first and last night of the journal, and the room for it [px]."""

    first: date
    last: date
    room: float

    @property
    def begin(self) -> date:
        """Where the axis begins: with the first night; a journal of days stands in the middle of 4 weeks."""
        return self.first - timedelta(days=max(0, _LEAST_NIGHTS - self._logged) // 2)

    @property
    def end(self) -> date:
        """Where the axis ends: after the last night, and 4 weeks from where it begins at the least."""
        return max(self.last + timedelta(days=1), self.begin + timedelta(days=_LEAST_NIGHTS))

    @property
    def _logged(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def nights(self) -> int:
        """Length of the axis. [nights]"""
        return (self.end - self.begin).days

    @property
    def night_px(self) -> float:
        return self.room / self.nights

    @property
    def shows_nights(self) -> bool:
        """Whether a single night has enough of a pixel to be seen."""
        return self.night_px >= _NIGHT_PX

    def at(self, when: date) -> float:
        """Where the evening of a date stands [px]."""
        return (when - self.begin).days * self.night_px


@dataclass(frozen=True)
class Row:
    """One row of the timeline: its height [px], the gap under it [px], its traces, its vertical axis, and the
    key above it."""

    name: str
    height: float
    gap: float
    traces: Sequence[Spec]
    axis: Spec
    key: Sequence[Entry] = ()


def middle(start: date, nights: int) -> str:
    """Noon or midnight half-way through ``nights`` nights from ``start``."""
    whole, half = divmod(nights, 2)
    return f"{(start + timedelta(days=whole)).isoformat()}T{'12:00' if half else '00:00'}"


def gaps(journal: Journal, display: Display, *, height: float, shortest: int, wide: bool = False) -> Spec:
    """Hatched bars over every run of at least ``shortest`` nights without an entry; ``wide`` : hatched more
    sparsely, where a gap covers much of the chart."""
    runs = [run for run in runs_without_entry(journal) if run[1] >= shortest]
    named = NO_ENTRY.capitalize() if journal.unlogged_assumed_cramp_free else "Not logged"
    words = [
        f"<b>{named}</b><br>{days(start, start + timedelta(days=length - 1))}<br>" + counted(length, "night")
        for start, length in runs
    ]
    return {
        "type": "bar",
        "name": "not logged",
        "x": [middle(start, length) for start, length in runs],
        "y": [height] * len(runs),
        "width": [length * DAY_MS for _, length in runs],
        "marker": hatched(display, size=10, solidity=0.14) if wide else hatched(display),
        "hovertext": words,
        "hoverinfo": "text",
    }


def shortest_gap(span: Span) -> int:
    """Length of the shortest gap that is wide enough to be hatched. [nights]"""
    return max(1, ceil(_HATCH_PX / span.night_px))


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
    traces = [strip, gaps(journal, display, height=1, shortest=shortest_gap(span))]
    traces.append(_places_to_click(nights, strip))
    key = night_entries(counts, display, assumed=journal.unlogged_assumed_cramp_free)
    return Row("nights", 26 * display.scale, 14, traces, axis, key)


def _places_to_click(nights: pd.DataFrame, strip: Spec) -> Spec:
    """A mark on every night that is not seen, as a field of a heatmap cannot be chosen; it says the same."""
    dates = [stamp.date().isoformat() for stamp in nights.index]
    return {
        "type": "scatter",
        "name": "places",
        "mode": "markers",
        "x": [f"{night}T12:00" for night in dates],
        "y": [0.5] * len(dates),
        "customdata": [[night] for night in dates],
        "marker": {"opacity": 0, "size": 12, "color": "rgba(0,0,0,0)"},
        "text": strip["text"][0],
        "hovertemplate": strip["hovertemplate"],
    }


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
    said = [bare if is_bare else _night(cramps, pain) for is_bare, cramps, pain in rows]
    return [f"{night}{remark}" for night, remark in zip(said, remarks_below(nights), strict=True)]


def _night(cramps: float, pain: float) -> str:
    if cramps == 0:
        return "no cramp"
    return counted(cramps, "cramp") + ("" if np.isnan(pain) else f", worst pain {number(pain)}")
