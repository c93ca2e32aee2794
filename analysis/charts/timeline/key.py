"""The keys of timeline and calendar: each row's marks and their names, in a line right above the row.

Drawn by hand to the pixel: a legend of plotly reserves columns as wide as its longest name, and breaks by the
width of the window, which is not known when the figure is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from analysis.charts.template import Display, Spec

Kind = Literal[
    "box", "hatched", "line", "range", "dot", "band", "right", "up", "down", "square", "diamond", "circle"
]
_BOX = 11  # side of a mark [px]
_BEFORE_NAME = 5  # [px]
_CORNERS = {  # of the marks of changes, from the middle [share of half a box]
    "right": ((-0.6, -0.8), (-0.6, 0.8), (0.8, 0.0)),
    "up": ((-0.8, -0.6), (0.8, -0.6), (0.0, 0.8)),
    "down": ((-0.8, 0.6), (0.8, 0.6), (0.0, -0.8)),
    "square": ((-0.7, -0.7), (-0.7, 0.7), (0.7, 0.7), (0.7, -0.7)),
    "diamond": ((-0.9, 0.0), (0.0, 0.9), (0.9, 0.0), (0.0, -0.9)),
}
_LETTERS = {"slim": 0.3, "wide": 0.86, "other": 0.56}  # their widths in fonts for screens [share of the size]


@dataclass(frozen=True)
class Entry:
    """One mark of a key and its name; ``edge`` : colour of its outline."""

    name: str
    kind: Kind
    colour: str
    edge: str | None = None


@dataclass(frozen=True)
class Key:
    """Shapes and texts of one key, and its height [px]."""

    shapes: Sequence[Spec]
    texts: Sequence[Spec]
    height: float


def night_entries(counts: npt.NDArray[np.float64], display: Display, *, assumed: bool) -> list[Entry]:
    """The key of single nights: of every shade that one of them has.

    counts : cramps of each night, NaN where there is no entry. assumed : such nights are taken as free of
    cramps.
    """
    colours = display.palette
    names = ("none", "1", "2", "3+") if display.narrow else ("no cramp", "1 cramp", "2 cramps", "3 or more")
    shown = {int(each) for each in np.minimum(counts[~np.isnan(counts)], 3)}
    if 1 in shown and not display.narrow:  # what is counted is said once
        names = (*names[:2], "2", names[3])
    shades = enumerate(zip(names, (colours.none, *colours.cramps), strict=True))
    boxes = [Entry(name, "box", colour, colours.line) for at, (name, colour) in shades if at in shown]
    return [*boxes, gap_entry(display, assumed=assumed)] if np.isnan(counts).any() else boxes


def gap_entry(display: Display, *, assumed: bool) -> Entry:
    """The key of nights without an entry."""
    return Entry("no entry" if assumed else "not logged", "hatched", display.palette.hatch)


def key_above(
    entries: Sequence[Entry], edge: float, room: float, display: Display, *, left: float = 0
) -> Key:
    """A key whose lowest line stands right above ``edge`` [share of the height], in as many lines as ``room``
    [px] asks for. ``left`` : how far left of the plot it begins, over its ticks and title. [px]"""
    if not entries:
        return Key((), (), 0.0)
    lines = _lines(entries, room + left, display)
    deep = display.small + 7
    lift = 5.0 if left else 0.0  # clear of the highest tick
    shapes: list[Spec] = []
    texts: list[Spec] = []
    for place, line in enumerate(lines):
        middle = lift + deep * (len(lines) - 1 - place) + deep / 2
        for at, entry in line:
            start = at - left
            shapes += [{**shape, **_anchor(edge)} for shape in _mark(entry, start, middle, display)]
            texts.append(_name(entry, start + _BOX * display.scale + _BEFORE_NAME, middle, edge, display))
    return Key(shapes, texts, lift + deep * len(lines))


def _lines(entries: Sequence[Entry], room: float, display: Display) -> list[list[tuple[float, Entry]]]:
    """Entries with where they begin [px], broken into lines."""
    between = 11 if display.narrow else 18
    lines: list[list[tuple[float, Entry]]] = [[]]
    at = 0.0
    for entry in entries:
        wide = _BOX * display.scale + _BEFORE_NAME + name_width(entry.name, display.small)
        if lines[-1] and at + wide > room:
            lines.append([])
            at = 0.0
        lines[-1].append((at, entry))
        at += wide + between
    return lines


def name_width(name: str, size: float) -> float:
    """Room that a name takes, letter by letter. [px]"""
    kinds = [
        "slim" if letter in "fijlrt1 .+" else "wide" if letter in "mwMW%" else "other" for letter in name
    ]
    return size * sum(_LETTERS[kind] for kind in kinds)


def _anchor(edge: float) -> Spec:
    return {
        "xref": "paper",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": 0,
        "yanchor": edge,
        "layer": "above",
    }


def _mark(entry: Entry, start: float, middle: float, display: Display) -> list[Spec]:
    box = _BOX * display.scale
    end, low, high = start + box, middle - box / 2, middle + box / 2
    frame: Spec = {"type": "rect", "x0": start, "x1": end, "y0": low, "y1": high}
    edge: Spec = {"color": entry.edge or entry.colour, "width": 1}
    if entry.kind == "line":
        return [_stroke(start, end, middle, middle, entry.colour, 2.5)]
    if entry.kind == "range":
        return [_stroke(start + box / 2, start + box / 2, low, high, entry.colour, 1.5)]
    if entry.kind in ("dot", "circle"):
        across, wide = start + box / 2, 2.5 if entry.kind == "dot" else 0.4 * box
        spot: Spec = {
            "x0": across - wide,
            "x1": across + wide,
            "y0": middle - wide,
            "y1": middle + wide,
        }
        return [{"type": "circle", **spot, "fillcolor": entry.colour, "line": {"width": 0}}]
    if entry.kind in _CORNERS:
        half = box / 2
        corners = [
            f"{start + half * (1 + across):.2f},{middle + half * up:.2f}"
            for across, up in _CORNERS[entry.kind]
        ]
        path = "M" + "L".join(corners) + "Z"
        edge = {"width": 0} if entry.edge is None else {"width": 1, "color": entry.edge}
        return [{"type": "path", "path": path, "fillcolor": entry.colour, "line": edge}]
    if entry.kind == "band":
        return [{**frame, "fillcolor": entry.colour, "line": {"width": 0}}]
    if entry.kind == "hatched":
        third = box / 3
        strokes = " ".join(
            f"M{start + left:.2f},{low + up:.2f}L{start + right:.2f},{low + over:.2f}"
            for left, up, right, over in (
                (0, 2 * third, third, box),
                (0, 0, box, box),
                (2 * third, 0, box, third),
            )
        )
        return [
            {**frame, "line": {"color": entry.colour, "width": 1}},
            {"type": "path", "path": strokes, "line": {"color": entry.colour, "width": 1}},
        ]
    return [{**frame, "fillcolor": entry.colour, "line": edge}]


def _stroke(x0: float, x1: float, y0: float, y1: float, colour: str, width: float) -> Spec:
    return {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": {"color": colour, "width": width}}


def _name(entry: Entry, at: float, middle: float, edge: float, display: Display) -> Spec:
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": edge,
        "xshift": at,
        "yshift": middle,
        "xanchor": "left",
        "yanchor": "middle",
        "text": entry.name,
        "showarrow": False,
        "font": {"size": display.small, "color": display.palette.quiet},
    }
