"""Where in the leg: cramps by muscle and side."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.charts.labels import counted, in_lines, plain, said, text_width
from analysis.charts.level_names import fitted_names
from analysis.charts.template import DEFAULT, MODEBAR, Display, Spec, figure, note
from analysis.measures import Place

_SIDES = ("left", "right", "both", None)
_LETTERS = 14  # of a line of a muscle's name


def plot_places(places: Sequence[Place], display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """Cramps by muscle and side: a field for each, shaded by its number, with the number in it.

    >>> from analysis import read_journal, review
    >>> shown = review(read_journal(["sample_data/year.csv"]))
    >>> plot_places(shown.patterns.places).data[0].type
    'heatmap'
    """
    if not places:
        return note("No cramp says where it was.", display, alt=alt)
    grid = _grid_of(places)
    names = [in_lines(said(muscle, "Not said"), _LETTERS) for muscle in grid.muscles]
    beside = 30 + max(text_width(line, display.small) for lines in names for line in lines)
    top = 34 * display.scale + (MODEBAR if display.narrow else 0)
    layout: Spec = {
        "xaxis": {
            "tickvals": list(range(len(grid.sides))),
            "ticktext": fitted_names([said(side, "Not said") for side in grid.sides], display, beside=beside),
            "showgrid": False,
            "side": "top",
            "tickangle": 0,
        },
        "yaxis": {
            "tickvals": list(range(len(grid.muscles))),
            "ticktext": ["<br>".join(plain(line) for line in lines) for lines in names],
            "range": [len(grid.muscles) - 0.5, -0.5],
            "showgrid": False,
        },
        "margin": {"l": 8, "r": 16, "t": top, "b": 8, "pad": 4},
    }
    height = (42 * len(grid.muscles) + 16) * display.scale + top
    return figure([_fields(grid, display), _numbers(grid, display)], layout, display, height=height, alt=alt)


@dataclass(frozen=True)
class _Grid:
    """Muscles down, the commonest first, and sides across; what is not said comes last."""

    muscles: list[str | None]
    sides: list[str | None]
    cramps: list[list[int]]


def _grid_of(places: Sequence[Place]) -> _Grid:
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
    return _Grid(muscles, sides, [[counts.get((muscle, side), 0) for side in sides] for muscle in muscles])


def _fields(grid: _Grid, display: Display) -> Spec:
    """A field for each muscle and side, shaded by its number."""
    most = max(count for line in grid.cramps for count in line)
    return {
        "type": "heatmap",
        "name": "places",
        "z": grid.cramps,
        "zmin": 0,
        "zmax": max(most, 1),
        "xgap": 3,
        "ygap": 3,
        "colorscale": [[0, display.palette.none], [1, display.palette.cramps[0]]],
        "showscale": False,
        "hovertext": [
            [
                f"{plain(said(muscle, 'Muscle not said'))}, {said(side, 'side not said').lower()}<br>"
                + counted(count, "cramp")
                for side, count in zip(grid.sides, line, strict=True)
            ]
            for muscle, line in zip(grid.muscles, grid.cramps, strict=True)
        ],
        "hoverinfo": "text",
    }


def _numbers(grid: _Grid, display: Display) -> Spec:
    """The number in each field."""
    cells = [(x, y, count) for y, line in enumerate(grid.cramps) for x, count in enumerate(line)]
    colours = display.palette
    return {
        "type": "scatter",
        "mode": "text",
        "name": "numbers",
        "x": [x for x, _, _ in cells],
        "y": [y for _, y, _ in cells],
        "text": [str(count) for *_, count in cells],
        "hoverinfo": "skip",
        "textfont": {
            "size": display.font + 1,
            "color": [colours.ink if count else colours.quiet for *_, count in cells],
        },
    }
