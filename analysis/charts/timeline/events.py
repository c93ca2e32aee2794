"""The lane of marked stretches on the timeline: a holiday, an illness, a new bed."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from analysis.charts.labels import days, plain, shortened, text_width
from analysis.charts.template import Display, Spec, hatched
from analysis.charts.timeline.rows import DAY_MS, Span

EVENTS = "Events"
_NARROWEST = 5  # of a stretch on the axis [px]
_BETWEEN = 6  # a name and the next stretch [px]
_LETTERS = 24  # of a name


def event_bars(table: pd.DataFrame, span: Span, display: Display) -> Spec | None:
    """A bar from the first to the last night of each stretch, hatched where its nights are left out, with its
    name beside it where there is room; None without one on the axis."""
    rows = _on_axis(table, span)
    if not rows:
        return None
    starts = [max(first, span.begin) for first, *_ in rows]
    ends = [min(last + timedelta(days=1), span.end) for _, last, *_ in rows]
    least = max(1, round(_NARROWEST / span.night_px))
    lengths = [max((end - start).days, least) for start, end in zip(starts, ends, strict=True)]
    hatch = hatched(display)["pattern"]
    return {
        "type": "bar",
        "name": "events",
        "orientation": "h",
        "base": [start.isoformat() for start in starts],
        "x": [length * DAY_MS for length in lengths],
        "width": 0.42 if display.narrow else 0.6,
        "marker": {
            "color": [display.palette.paper if out else display.palette.plain for *_, out in rows],
            "line": {"color": display.palette.ink, "width": 1},
            "pattern": {**hatch, "shape": ["/" if out else "" for *_, out in rows]},
        },
        "text": [
            _beside(rows[place][2], place, starts, lengths, span, display) for place in range(len(rows))
        ],
        "textposition": "outside",
        "constraintext": "none",
        "textangle": 0,
        "textfont": {"size": display.small, "color": display.palette.ink},
        "hovertext": [_words(*row) for row in rows],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _on_axis(table: pd.DataFrame, span: Span) -> list[tuple[date, date, str, bool]]:
    """First and last night, name, and whether its nights are left out, by the first night."""
    columns = (table["first_night"].dt.date, table["last_night"].dt.date, table["event"], table["left_out"])
    every: list[tuple[date, date, str, bool]] = sorted(zip(*(each.tolist() for each in columns), strict=True))
    return [row for row in every if row[1] >= span.begin and row[0] < span.end]


def _beside(
    name: str, place: int, starts: Sequence[date], lengths: Sequence[int], span: Span, display: Display
) -> str:
    """The name, where it ends before the next stretch begins, or before the axis ends."""
    text = plain(shortened(name, _LETTERS))
    at = span.at(starts[place]) + lengths[place] * span.night_px
    limit = span.at(starts[place + 1]) if place + 1 < len(starts) else span.room
    return text if at + text_width(text, display.small) + _BETWEEN <= limit else ""


def _words(first: date, last: date, name: str, out: bool) -> str:
    return f"<b>{plain(name)}</b><br>{days(first, last)}" + ("<br>left out of every rate" if out else "")
