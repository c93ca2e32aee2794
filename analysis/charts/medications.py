"""Two sets of nights beside each other: before and after a change, on and off a treatment, two periods."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from analysis import words
from analysis.charts.bars import NamedBar, axis_end, bars_across
from analysis.charts.intervals import NamedDot, dots, name_axis, rate_axis, rate_top
from analysis.charts.labels import counted, days, plain, text_width
from analysis.charts.template import DEFAULT, MARGIN, Display, Spec, figure, note
from analysis.measures import Comparison, Course, MedicationChange, Range, Rate

_OF_NIGHTS = {"too_few_nights", "too_few_nights_before", "previous_change_too_near", "next_change_too_near"}
_STRETCHES = 6  # that a hover lists with their dates


@dataclass(frozen=True)
class _Side:
    """One set of nights. ``name`` and ``more`` (of the hover) are already harmless.

    ``assumed`` : among its nights are some without an entry, taken as free of cramps.
    """

    name: str
    rate: Rate
    more: str = ""
    assumed: bool = False

    @property
    def unit(self) -> str:
        """One of its nights."""
        return "night" if self.assumed else "logged night"

    @property
    def nights(self) -> str:
        return counted(self.rate.nights, self.unit)

    @property
    def dot(self) -> NamedDot:
        return NamedDot(self.name, self.rate)


def plot_change(
    change: MedicationChange,
    display: Display = DEFAULT,
    *,
    least_nights: int = 14,
    assumed: bool = False,
    alt: str | None = None,
) -> go.Figure:
    """The rates before and after with intervals and nights; behind the rate after, the usual range.

    A refused change has no rate to show: it shows the nights that there are, and how many are needed.
    least_nights : nights on each side, as the change was compared with [nights]. assumed : nights without
    an entry are taken as free of cramps, so that not all nights are logged.

    >>> from analysis import read_journal, review
    >>> files = ["sample_data/year.csv", "sample_data/year_medication_changes.csv"]
    >>> shown = review(read_journal(files))
    >>> plot_change(shown.medication_changes[0]).layout.xaxis.title.text
    'Cramps a week'
    """
    before = _Side(_window("before", change.before_from, change.before_to), change.before, "", assumed)
    after = _Side(_window("after", change.after_from, change.after_to), change.after, "", assumed)
    if change.verdict == "not_enough_data":
        return _nights_so_far((before, after), change, least_nights, display, alt)
    return _rates((before, after), display, alt, usual=change.usual_range)


def plot_course(
    course: Course,
    display: Display = DEFAULT,
    *,
    least_nights: int = 14,
    assumed: bool = False,
    alt: str | None = None,
) -> go.Figure:
    """The rate on the nights off a medicine or treatment and on the nights on it, all stretches together.

    The rates are as they are; the ratio beside them allows for other medicines and the season. A refused
    course shows the nights that there are, and how many are needed: ``least_nights`` on each side [nights].
    ``assumed`` as for a change.
    """
    off = _Side("Nights off it", course.off, "", assumed)
    on = _Side("Nights on it", course.on, _stretches(course), assumed)
    if course.verdict == "not_enough_data":
        return _nights_so_far((off, on), course, least_nights, display, alt)
    return _rates((off, on), display, alt)


def plot_compare(
    comparison: Comparison,
    display: Display = DEFAULT,
    *,
    names: tuple[str, str] = ("earlier", "later"),
    least_logged: int = 14,
    assumed: bool = False,
    alt: str | None = None,
) -> go.Figure:
    """Two periods, the earlier above; ``names`` : what the reader calls them. Refused ones show their nights,
    and how many are needed: ``least_logged`` in each [nights]. ``assumed`` as for a change."""
    earlier = _period(names[0], comparison.previous_from, comparison.previous_to)
    later = _period(names[1], comparison.current_from, comparison.current_to)
    sides = (
        _Side(earlier, comparison.previous, "", assumed),
        _Side(later, comparison.current, "", assumed),
    )
    if comparison.verdict == "not_enough_data":
        return _nights_so_far(sides, comparison, least_logged, display, alt)
    return _rates(sides, display, alt)


def _window(side: str, start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return side.capitalize()
    nights = (end - start).days + 1
    weeks, rest = divmod(nights, 7)
    return f"{counted(weeks, 'week')} {side}" if weeks and not rest else f"{counted(nights, 'night')} {side}"


def _period(name: str, start: date | None, end: date | None) -> str:
    return plain(name).capitalize() if start is None or end is None else days(start, end)


def _stretches(course: Course) -> str:
    listed = [days(first, last) for first, last in course.periods[:_STRETCHES]]
    left = len(course.periods) - len(listed)
    return "<br>".join(
        [*listed, f"and {counted(left, 'more stretch', 'more stretches')}"] if left else listed
    )


def _rates(
    sides: tuple[_Side, _Side], display: Display, alt: str | None, *, usual: Range | None = None
) -> go.Figure:
    """A dot with its interval for each side; the second is the one that is asked about."""
    items = [side.dot for side in sides]
    low, high = (None, None) if usual is None else (usual.low, usual.high)
    ends = [side.rate.high for side in sides if side.rate.high is not None]
    top = max(rate_top([side.rate for side in sides], high or 0.0), *(1.05 * end for end in ends), 1.0)
    axis = {**name_axis(items, display, across=True, unit=sides[0].unit), "ticklabelstandoff": 6}
    layout: Spec = {"yaxis": axis, "xaxis": rate_axis(top)}
    if low is not None and high is not None:
        axis["range"] = [1.75, -0.5]
        layout["shapes"] = [_usual_band(low, high, display)]
        layout["annotations"] = [_usual_text(low, high, top, display)]
    colours = [display.palette.plain, display.palette.accent]
    trace = dots(items, display, across=True, colours=colours)
    shown = [side for side in sides if side.rate.per_week is not None]
    trace["hovertext"] = [
        f"{text}<br>{side.more}" if side.more else text
        for text, side in zip(trace["hovertext"], shown, strict=True)
    ]
    return figure([trace], layout, display, height=(215 if usual else 185) * display.scale, alt=alt)


def _usual_band(low: float, high: float, display: Display) -> Spec:
    """Behind the rate after the change, which stands at 1."""
    fill: Spec = {"fillcolor": display.palette.usual, "line": {"width": 0}, "layer": "below"}
    return {"type": "rect", "x0": low, "x1": high, "y0": 0.62, "y1": 1.38, **fill}


def _usual_text(low: float, high: float, top: float, display: Display) -> Spec:
    """Under the band, held inside the axis on the side where there is room."""
    end = min(high, top)
    middle = (low + end) / 2
    anchor, x = "center", middle
    if middle < 0.4 * top:
        anchor, x = "left", low
    elif middle > 0.6 * top:
        anchor, x = "right", end
    text = "usual range" if display.narrow else "usual range without a change"
    return {"x": x, "y": 1.42, "xanchor": anchor, "yanchor": "top", "text": text, "showarrow": False}


def _nights_so_far(
    sides: Sequence[_Side],
    refused: MedicationChange | Course | Comparison,
    least_nights: int,
    display: Display,
    alt: str | None,
) -> go.Figure:
    """Bars of the nights of both sides, and a line at the nights that each side needs.

    Where it is not nights that are missing, the cramps stand behind the bars instead.
    """
    nights = [side.rate.nights for side in sides]
    if not any(nights):
        text = words.missing_briefly(refused.reason, refused.nights_needed)
        return note(f"{text[:1].upper()}{text[1:]}.", display, alt=alt)
    needed = least_nights if refused.reason in _OF_NIGHTS and min(nights) < least_nights else None
    more = "too few" if refused.nights_needed is None else "more needed"  # no further nights can come
    bars = [_nights_bar(side, needed, display) for side in sides]
    names_px = max(text_width(line, display.small) for side in sides for line in (side.name, side.nights))
    least = 0.0 if needed is None else axis_end(needed, f"{needed} more needed", names_px, display)
    title = f"{sides[0].unit[:1].upper()}{sides[0].unit[1:]}s"
    trace, layout = bars_across(
        bars, display, name="nights", title=title, names_px=names_px, least=max(1.0, least)
    )
    trace["marker"] = {"color": display.palette.other, "line": {"width": 0}}  # nights, not cramps
    if needed is not None:
        layout["margin"] = MARGIN  # its number stands above the line
        end = layout["xaxis"]["range"][1]
        layout["shapes"] = [_needed_line(needed, display)]
        layout["annotations"] = [_needed_text(needed, end)]
        layout["annotations"] += [
            _missing_text(place, needed, f"{needed - count} {more}")
            for place, count in enumerate(nights)
            if count < needed
        ]
    return figure([trace], layout, display, height=185 * display.scale, alt=alt)


def _nights_bar(side: _Side, needed: int | None, display: Display) -> NamedBar:
    cramps = counted(side.rate.cramps, "cramp")
    told = (f"<b>{side.name}</b>", f"{cramps} in {side.nights}", side.more)
    return NamedBar(
        name=f"{side.name}<br><span style='color:{display.palette.quiet}'>{side.nights}</span>",
        length=side.rate.nights,
        text=cramps if needed is None else "",
        hover="<br>".join(line for line in told if line),
    )


def _needed_line(needed: int, display: Display) -> Spec:
    line: Spec = {"color": display.palette.quiet, "width": 1.5, "dash": "dash"}
    return {"type": "line", "x0": needed, "x1": needed, "yref": "paper", "y0": 0, "y1": 1, "line": line}


def _needed_text(needed: int, end: float) -> Spec:
    """At the head of the line, towards the side with more room."""
    anchor = "left" if needed < end / 2 else "right"
    here: Spec = {"x": needed, "xanchor": anchor, "yref": "paper", "y": 1, "yanchor": "bottom"}
    return {**here, "text": f"{needed} needed", "showarrow": False}


def _missing_text(place: int, needed: int, text: str) -> Spec:
    """Behind the line, in the row of the side that falls short."""
    return {"x": needed, "xanchor": "left", "xshift": 6, "y": place, "text": text, "showarrow": False}
