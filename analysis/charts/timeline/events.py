"""The lane of marked stretches on the timeline: a holiday, an illness, a new bed."""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from analysis.charts.labels import days, letters_in, plain, shortened, text_width
from analysis.charts.template import Display, Spec, hatched
from analysis.charts.timeline.rows import DAY_MS, Span

EVENTS = "Events"
_NARROWEST = 5  # of a stretch on the axis [px]
_BETWEEN = 6  # a name and the next stretch [px]
_LETTERS = 24  # of a name
_FEWEST = 7  # letters below which what is left of a name says nothing


def event_bars(table: pd.DataFrame, span: Span, display: Display) -> tuple[Spec, ...]:
    """A bar from the first to the last night of each stretch, hatched where its nights are left out, with its
    name after it, or before it where only there is room; nothing without one on the axis."""
    rows = _on_axis(table, span)
    if not rows:
        return ()
    starts = [max(first, span.begin) for first, *_ in rows]
    ends = [min(last + timedelta(days=1), span.end) for _, last, *_ in rows]
    least = max(1, round(_NARROWEST / span.night_px))
    lengths = [max((end - start).days, least) for start, end in zip(starts, ends, strict=True)]
    hatch = hatched(display)["pattern"]
    placed = _placed([name for _, _, name, _ in rows], starts, lengths, span, display)
    font = {"size": display.small, "color": display.palette.ink}
    bars: Spec = {
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
        "text": [name if side == "after" else "" for name, side in placed],
        "textposition": "outside",
        "constraintext": "none",
        "textangle": 0,
        "textfont": font,
        "hovertext": [_words(*row) for row in rows],
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    before = [(start, name) for start, (name, side) in zip(starts, placed, strict=True) if side == "before"]
    return (bars, _names_before(before, font)) if before else (bars,)


def _names_before(events: Sequence[tuple[date, str]], font: Spec) -> Spec:
    """The names that stand to the left of where their events begin."""
    return {
        "type": "scatter",
        "name": "names of events",
        "mode": "text",
        "x": [start.isoformat() for start, _ in events],
        "y": [0] * len(events),
        "text": [f"{name}\u00a0" for _, name in events],
        "textposition": "middle left",
        "textfont": font,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _on_axis(table: pd.DataFrame, span: Span) -> list[tuple[date, date, str, bool]]:
    """First and last night, name, and whether its nights are left out, by the first night."""
    columns = (table["first_night"].dt.date, table["last_night"].dt.date, table["event"], table["left_out"])
    every: list[tuple[date, date, str, bool]] = sorted(zip(*(each.tolist() for each in columns), strict=True))
    return [row for row in every if row[1] >= span.begin and row[0] < span.end]


def _placed(
    names: Sequence[str], starts: Sequence[date], lengths: Sequence[int], span: Span, display: Display
) -> list[tuple[str, str]]:
    """What is written of each name and where: ``after`` its stretch where it ends before the next or before
    the axis does, else ``before`` it where it touches nothing there, else cut, on the wider of the sides."""
    placed = []
    taken = 0.0
    for place, name in enumerate(names):
        left = span.at(starts[place])
        right = left + lengths[place] * span.night_px
        following = span.at(starts[place + 1]) if place + 1 < len(starts) else span.room
        rooms = {"after": following - right - _BETWEEN, "before": left - taken - _BETWEEN}
        text = shortened(name, _LETTERS)
        fitting = [side for side, room in rooms.items() if text_width(text, display.small) <= room]
        side = fitting[0] if fitting else max(rooms, key=lambda each: rooms[each])
        if not fitting:
            letters = letters_in(rooms[side] - 2, display.small)
            text = shortened(name, letters) if letters >= _FEWEST else ""
        placed.append((plain(text), side if text else ""))
        taken = right + (text_width(text, display.small) + _BETWEEN if side == "after" and text else 0.0)
    return placed


def _words(first: date, last: date, name: str, out: bool) -> str:
    return f"<b>{plain(name)}</b><br>{days(first, last)}" + ("<br>left out of every rate" if out else "")
