"""The row of the timeline that says how often: a bar for each week, or for each month of a long journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from analysis.charts.labels import counted, days, per_week
from analysis.charts.template import Display, Spec
from analysis.charts.timeline.key import Entry, gap_entry
from analysis.charts.timeline.rows import (
    DAY_MS,
    LONG_GAP,
    Row,
    Span,
    gaps,
    middle,
    runs_without_entry,
    shortest_gap,
)
from analysis.measures import FEW_LOGGED, Frequency, Rate
from analysis.review import Review

_RANGES_FROM = 4  # px a bar: below, the lines of their ranges would be a grey veil


@dataclass(frozen=True)
class Stretch:
    """A week or month of the ledger: where it begins, how many of its nights lie in the ledger, its rate."""

    start: date
    nights: int
    rate: Rate
    unit: str

    @property
    def is_thin(self) -> bool:
        """Whether it has logged nights, but few."""
        return 0 < self.rate.nights < FEW_LOGGED[self.unit]

    @property
    def middle(self) -> str:
        return middle(self.start, self.nights)


def bar_row(review: Review, span: Span, display: Display) -> Row:
    """Rates as bars, over weeks with the rate of the last 28 nights as a line in its band; the range of a
    single week is told on hover, that of a month is a thin line.

    The axis holds every bar and the line, and most ranges; the range of a month or a hollow bar that reaches
    further ends in an arrow head at its top, the band just ends there.
    """
    found = stretches(review.frequency, span, display)
    thin = all(item.is_thin or not item.rate.nights for item in found)
    if thin and review.frequency.overall.per_week is None:
        return _no_rate(span, display)
    unit = found[0].unit if found else "week"
    has_cramps = any(item.rate.cramps for item in found)
    top = rate_axis_top(review.frequency, found)
    shortest = max(LONG_GAP, shortest_gap(span))
    ranged = [item for item in found if _has_range(item)]
    widest = max((item.nights for item in found), default=0) * span.night_px
    if unit == "week" or widest < _RANGES_FROM or not has_cramps:
        ranged = []  # without a cramp they would be all there is
    has_line = unit == "week" and bool(np.isfinite(review.frequency.rolling_per_week).any())
    has_band = has_line and has_cramps and bool(np.isfinite(review.frequency.rolling_high).any())
    traces = [
        gaps(review.journal, display, height=top, shortest=shortest, wide=True),
        _bars(found, span, display),
        *_ranges(ranged, top, display),
        *(_band(review.frequency, top, display) if has_band else []),
        *([_rolling(review.frequency, display)] if unit == "week" else []),
        *_beyond([item for item in found if item.is_thin and (item.rate.per_week or 0) > top], top, display),
    ]
    title = "Cramps a week" + (", by month" if unit == "month" else "")
    axis: Spec = {"range": [0, top], "title": {"text": title}, "nticks": 6, "tickformat": "~g"}
    height = 190 if display.narrow else 172  # the lanes below are seen without scrolling
    if not has_cramps:  # a line of noughts needs no height
        axis |= {"range": [0, 1], "nticks": 2, "title": {"text": "Cramps<br>a week"}}
        height = 60
    key = _key(found, ranged, has_line, has_band, display)
    if not span.shows_nights and any(length >= shortest for _, length in runs_without_entry(review.journal)):
        key.append(gap_entry(display, assumed=review.journal.unlogged_assumed_cramp_free))
    return Row("weeks", height * display.scale, 14, traces, axis, key)


def _no_rate(span: Span, display: Display) -> Row:
    """Where no rate can be given, neither can one a week: a night or two would be a bar of seven cramps."""
    words: Spec = {
        "type": "scatter",
        "name": "weeks",
        "mode": "text",
        "x": [middle(span.begin, span.nights)],
        "y": [0.5],
        "text": ["Too few nights for a rate"],
        "textfont": {"color": display.palette.quiet},
        "hoverinfo": "skip",
    }
    axis: Spec = {"range": [0, 1], "showgrid": False, "showticklabels": False}
    return Row("weeks", 30 * display.scale, 6, [words], axis)


def stretches(frequency: Frequency, span: Span, display: Display) -> list[Stretch]:
    """Weeks while each has room enough to be seen, else calendar months."""
    if 7 * span.night_px >= (4 if display.narrow else 6) or not frequency.months:
        return [
            Stretch(week.start, min(7, (span.last - week.start).days + 1), week.rate, "week")
            for week in frequency.weeks
            if week.start <= span.last
        ]
    found = []
    for month in frequency.months:
        start = max(month.start, span.first)
        following = (month.start + timedelta(days=31)).replace(day=1)
        end = min(following, span.last + timedelta(days=1))
        if start < end:
            found.append(Stretch(start, (end - start).days, month.rate, "month"))
    return found


def rate_axis_top(frequency: Frequency, found: Sequence[Stretch]) -> float:
    """Top of the axis [cramps/week]: bars and line, and the upper ends of three quarters of the band, or of
    the ranges of months, unless that would press the bars into the lower half; of half of them unless the
    bars would be lost. Bars of few logged nights do not count, unless there are no others."""
    counted_in = [item for item in found if item.rate.nights and not item.is_thin] or found
    rates = [item.rate.per_week for item in counted_in if item.rate.per_week is not None]
    rolling = frequency.rolling_per_week[np.isfinite(frequency.rolling_per_week)].tolist()
    highest = max([*rates, *(rolling if found[0].unit == "week" else [])], default=0.0)
    ends: list[float] = sorted(frequency.rolling_high[np.isfinite(frequency.rolling_high)].tolist())
    if found[0].unit != "week":
        ends = sorted(
            item.rate.high for item in counted_in if _has_range(item) and item.rate.high is not None
        )
    if not ends or highest == 0:
        return max(4.0, 1.08 * highest)
    half, most = (ends[int(share * (len(ends) - 1) + 0.5)] for share in (0.5, 0.75))
    return max(4.0, 1.08 * highest, min(1.05 * most, 2 * highest), min(1.05 * half, max(9.0, 2.5 * highest)))


def _has_range(item: Stretch) -> bool:
    rate = item.rate
    return not item.is_thin and None not in (rate.per_week, rate.low, rate.high)


def _bars(found: Sequence[Stretch], span: Span, display: Display) -> Spec:
    """A hollow bar is only as wide as its logged nights, so that one bad night does not tower over weeks."""
    colours = display.palette
    widest = max((item.nights for item in found), default=0) * span.night_px
    roomy = widest > 3  # px a bar: else neither gaps nor edges
    return {
        "type": "bar",
        "name": "weeks",
        "x": [item.middle for item in found],
        "y": [item.rate.per_week for item in found],
        "width": [
            (item.rate.nights if item.is_thin else item.nights) * DAY_MS * (0.84 if roomy else 1.0)
            for item in found
        ],
        "marker": {
            "color": [colours.paper if item.is_thin else colours.bar for item in found],
            "line": {"color": colours.accent, "width": 0.8 if roomy else 0.3},
        },
        "hovertext": [_words(item) for item in found],
        "hoverinfo": "text",
    }


def _words(item: Stretch) -> str:
    """A week or month in words: what came, on how many logged nights, and the range of its rate."""
    rate = item.rate
    title = f"<b>{days(item.start, item.start + timedelta(days=item.nights - 1))}</b>"
    logged = f"{rate.nights} of {counted(item.nights, 'night')} logged"
    if rate.per_week is None:
        return f"{title}<br>{logged}, no rate"
    lines = [title, f"{counted(rate.cramps, 'cramp')}, {logged}", f"{per_week(rate.per_week)} cramps a week"]
    if rate.low is not None and rate.high is not None:
        lines.append(f"95 % range {per_week(rate.low)} to {per_week(rate.high)}")
    return "<br>".join(lines)


def _ranges(ranged: Sequence[Stretch], top: float, display: Display) -> list[Spec]:
    """Thin lines from the lower to the upper end of each range, open at the top of the axis."""
    if not ranged:
        return []
    colour = display.palette.whisker
    x: list[str | None] = []
    y: list[float | None] = []
    for item in ranged:
        x += [item.middle, item.middle, None]
        y += [item.rate.low, min(item.rate.high or 0.0, top), None]
    lines: Spec = {
        "type": "scatter",
        "mode": "lines",
        "name": "ranges",
        "x": x,
        "y": y,
        "line": {"color": colour, "width": 1.2},
        "connectgaps": False,
        "hoverinfo": "skip",
    }
    open_ended = [item.middle for item in ranged if (item.rate.high or 0.0) > top]
    return [lines, _heads("open ranges", open_ended, top, colour, 4.5)] if open_ended else [lines]


def _beyond(found: Sequence[Stretch], top: float, display: Display) -> list[Spec]:
    """Hollow bars that go on beyond the axis, with their rate in the hover."""
    if not found:
        return []
    heads = _heads("beyond", [item.middle for item in found], top, display.palette.accent, 8 * display.scale)
    return [{**heads, "hovertext": [_words(item) for item in found], "hoverinfo": "text"}]


def _heads(name: str, x: Sequence[str], top: float, colour: str, size: float) -> Spec:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": list(x),
        "y": [top] * len(x),
        "marker": {"symbol": "triangle-up", "size": size, "color": colour},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _rolling(frequency: Frequency, display: Display) -> Spec:
    rates = np.round(frequency.rolling_per_week, 4).tolist()
    return {
        "type": "scatter",
        "name": "rolling",
        "mode": "lines",
        "x": [night.isoformat() for night in frequency.rolling_nights],
        "y": [None if np.isnan(value) else value for value in rates],
        "line": {"color": display.palette.accent, "width": 2.5},
        "connectgaps": False,
        "hovertemplate": "28 nights to %{x|%a %-d %b %Y}<br>%{y:.1f} cramps a week%{text}<extra></extra>",
        "text": _line_ranges(frequency),
    }


def _line_ranges(frequency: Frequency) -> list[str]:
    """The range of the line for its hover, night by night; empty where there is none."""
    if not frequency.rolling_high.size:
        return [""] * len(frequency.rolling_nights)
    ends = zip(frequency.rolling_low.tolist(), frequency.rolling_high.tolist(), strict=True)
    return ["" if np.isnan(high) else f"<br>95 % range {low:.1f} to {high:.1f}" for low, high in ends]


def _band(frequency: Frequency, top: float, display: Display) -> list[Spec]:
    """The 95 % interval of the line, in one piece for each stretch of nights on which it is known."""
    known = np.isfinite(frequency.rolling_high)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(int)))
    x: list[str | None] = []
    y: list[float | None] = []
    for first, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        there = [night.isoformat() for night in frequency.rolling_nights[first:end]]
        high = np.minimum(frequency.rolling_high[first:end], top)
        x += [*there, *there[::-1], None]
        y += [*high.round(4).tolist(), *frequency.rolling_low[first:end][::-1].round(4).tolist(), None]
    return [
        {
            "type": "scatter",
            "name": "band",
            "mode": "lines",
            "x": x,
            "y": y,
            "fill": "toself",
            "fillcolor": display.palette.rolling_band,
            "line": {"width": 0},
            "hoverinfo": "skip",
        }
    ]


def _key(
    found: Sequence[Stretch], ranged: Sequence[Stretch], has_line: bool, has_band: bool, display: Display
) -> list[Entry]:
    colours = display.palette
    unit = found[0].unit if found else "week"
    few = "few nights logged" if display.narrow else f"under {FEW_LOGGED[unit]} nights logged"
    entries = []
    if any(item.rate.nights and not item.is_thin for item in found):
        entries.append(Entry(unit if display.narrow else f"each {unit}", "box", colours.bar, colours.accent))
    if has_line:
        entries.append(Entry("28 nights" if display.narrow else "last 28 nights", "line", colours.accent))
    if has_band:
        entries.append(
            Entry("its range" if display.narrow else "its 95 % range", "band", colours.rolling_band)
        )
    if any(item.is_thin and item.rate.cramps for item in found):  # without a cramp there is no bar to be seen
        entries.append(Entry(few, "box", colours.paper, colours.accent))
    if ranged:
        entries.append(Entry("range" if display.narrow else "95 % range", "range", colours.whisker))
    return entries
