"""The look that all charts share: colours, type, units, and the one way in which a figure is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Any, Literal

import plotly.graph_objects as go

Theme = Literal["light", "dark"]
Volume = Literal["mL", "fl oz", "glass"]
Spec = dict[str, Any]

# Day before month on every time axis, and the year where it changes.
DATE_TICKS: list[Spec] = [
    {"dtickrange": [None, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]
LETTER = 0.57  # width of a letter, on the wide side because fonts differ [share of its size]
FL_OZ_ML = 29.5735295625  # one US fluid ounce [mL]

FONT = '"Source Sans", "Source Sans 3", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'

# For ``plotly_chart(config=...)`` and ``write_html(config=...)``: nothing leaves the page.
CONFIG: Spec = {
    "displaylogo": False,
    "scrollZoom": False,
    "responsive": True,
    "showTips": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
}

_MODEBAR_WITHOUT = [
    "select2d",
    "lasso2d",
    "zoomIn2d",
    "zoomOut2d",
    "autoScale2d",
    "toggleSpikelines",
    "pan2d",
]


@dataclass(frozen=True)
class Palette:
    """Colours of one theme. Steps of one hue differ in lightness, so that they stay apart in greyscale."""

    paper: str
    ink: str
    quiet: str
    grid: str
    line: str
    none: str  # a logged night without a cramp
    cramps: tuple[str, str, str]  # nights with one, two, three or more cramps
    accent: str
    bar: str
    whisker: str
    hatch: str
    usual: str  # the person's usual range
    band: str  # around a model's curve
    hydration: str
    activity: str
    crude: str  # the interval of a crude ratio
    plain: str  # an answer without a clear direction
    lanes: tuple[tuple[str, str], ...]  # medicines: tint of a low dose, tint of the highest


_LIGHT = Palette(
    paper="#ffffff",
    ink="#1d2330",
    quiet="#565d6b",
    grid="#eceef2",
    line="#8b92a0",
    none="#e9e7f2",
    cramps=("#a79bd3", "#6d5cb0", "#33236f"),
    accent="#4b3a8c",
    bar="#b9afde",
    whisker="#c3c7d1",
    hatch="#979eac",
    usual="rgba(110,118,135,0.17)",
    band="rgba(31,111,178,0.14)",
    hydration="#1f6fb2",
    activity="#3f7d3a",
    crude="#a9aebb",
    plain="#5d6472",
    lanes=(
        ("#d3ebe7", "#7cc4ba"),
        ("#f6e6c8", "#e2b15a"),
        ("#f0dcec", "#c995c0"),
        ("#dbe3ef", "#94aacb"),
        ("#f7dcd3", "#dd9c86"),
    ),
)

_DARK = Palette(
    paper="#0e1117",
    ink="#eef0f5",
    quiet="#aeb5c2",
    grid="#242a35",
    line="#6a7282",
    none="#2b3040",
    cramps=("#6354a8", "#9788e0", "#ded6ff"),
    accent="#b3a5ff",
    bar="#5d4fa3",
    whisker="#565e6e",
    hatch="#737b8c",
    usual="rgba(170,178,195,0.22)",
    band="rgba(109,180,240,0.20)",
    hydration="#6db4f0",
    activity="#8fcb86",
    crude="#687081",
    plain="#a0a8b6",
    lanes=(
        ("#1c3d3a", "#2c7a70"),
        ("#463516", "#8a6620"),
        ("#432b3f", "#824e79"),
        ("#2a3548", "#4a6591"),
        ("#4a2a20", "#93503b"),
    ),
)


@dataclass(frozen=True)
class Display:
    """How the reader wants to see it. None of it changes what a figure says.

    ``glass_ml`` : one glass [mL]. ``narrow`` : laid out for a phone, 360 px and up. ``large`` : large type.
    ``first_weekday`` : 0 Monday to 6 Sunday. ``width`` : the smallest width [px] at which labels that are
    placed
    by hand must not touch; None takes what suits ``narrow``.
    """

    theme: Theme = "light"
    volume: Volume = "mL"
    glass_ml: float = 250.0
    narrow: bool = False
    large: bool = False
    first_weekday: int = 0
    width: int | None = None

    @property
    def palette(self) -> Palette:
        return _LIGHT if self.theme == "light" else _DARK

    @property
    def font(self) -> int:
        """Size of plain text in a chart [px]."""
        return 17 if self.large else 13

    @property
    def small(self) -> int:
        """Size of the smallest text in a chart [px]; never under 12."""
        return 16 if self.large else 12

    @property
    def scale(self) -> float:
        """How much taller than with plain type a row of text stands. [-]"""
        return self.font / 13

    @property
    def safe_width(self) -> int:
        """Width for which labels are placed [px]."""
        return self.width or (340 if self.narrow else 820)

    def unit(self, unit: str | None) -> tuple[float, str | None]:
        """Factor from the dictionary's ``unit`` to the one shown, and its name: 0.001 and ``L/day`` for
        ``mL/day``."""
        if unit is None or not unit.startswith("mL"):
            return 1.0, unit
        per = unit[2:]
        if self.volume == "fl oz":
            return 1 / FL_OZ_ML, f"fl oz{per}"
        if self.volume == "glass":
            return 1 / self.glass_ml, f"glasses{per}"
        return 0.001, f"L{per}"


DEFAULT = Display()
NO_ENTRY = "no entry, taken as no cramp"


@cache
def template(theme: Theme, large: bool, narrow: bool) -> Spec:
    """The template of every figure; a figure without its own takes whatever default another library has set.
    The template of every figure; a figure without its own takes whatever default another library has set."""
    display = Display(theme=theme, large=large, narrow=narrow)
    colours = display.palette
    axis: Spec = {
        "automargin": True,
        "gridcolor": colours.grid,
        "linecolor": colours.line,
        "tickcolor": colours.line,
        "tickfont": {"size": display.small, "color": colours.ink},
        "title": {"font": {"size": display.font, "color": colours.quiet}, "standoff": 10},
        "zeroline": False,
        "fixedrange": True,
        "ticks": "",  # else heatmaps bring their own
    }
    still: Spec = {"unselected": {"marker": {"opacity": 1}}}  # a click on one mark must not fade the others
    return {
        "layout": {
            "font": {"family": FONT, "size": display.font, "color": colours.ink},
            "paper_bgcolor": colours.paper,
            "plot_bgcolor": colours.paper,
            "xaxis": axis,
            "yaxis": axis,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": colours.paper,
                "bordercolor": colours.line,
                "align": "left",
                "font": {"family": FONT, "size": display.font, "color": colours.ink},
                "namelength": 0,
            },
            "dragmode": False,
            "showlegend": False,
            "legend": {
                "orientation": "h",
                "yref": "container",
                "y": 1,
                "yanchor": "top",
                "x": 0,
                "xanchor": "left",
                "tracegroupgap": 0,
                **({"xref": "container", "entrywidth": 125 if large else 110} if narrow else {}),
                "itemclick": False,
                "itemdoubleclick": False,
                "font": {"size": display.small, "color": colours.quiet},
            },
            "modebar": {
                "remove": _MODEBAR_WITHOUT,
                "bgcolor": "rgba(0,0,0,0)",
                "color": colours.line,
                "activecolor": colours.ink,
                "orientation": "h",
            },
            "annotationdefaults": {
                "showarrow": False,
                "font": {"size": display.small, "color": colours.quiet},
            },
            "barcornerradius": 0,
        },
        "data": {"bar": [{"type": "bar", **still}], "scatter": [{"type": "scatter", **still}]},
    }


def figure(
    traces: Sequence[Spec], layout: Spec, display: Display, *, height: float, alt: str | None = None
) -> go.Figure:
    """One figure with the template of its theme.

    Plotly's check of every property takes six times as long as making the figure; the tests check each figure
    once instead. ``alt`` : alternative text, kept in ``layout.meta["alt"]``.
    """
    look = template(display.theme, display.large, display.narrow)
    full: Spec = {"template": look, "height": round(height), "autosize": True, "margin": MARGIN, **layout}
    if alt is not None:
        full["meta"] = {"alt": alt}
    return go.Figure(list(traces), full, _validate=False)


MARGIN: Spec = {"l": 8, "r": 16, "t": 28, "b": 8, "pad": 4}


def note(text: str, display: Display, *, alt: str | None = None) -> go.Figure:
    """A calm figure that says in a few words why there is nothing to draw."""
    hidden: Spec = {"visible": False, "range": [0, 1]}
    said: Spec = {
        "x": 0.5,
        "y": 0.5,
        "xref": "paper",
        "yref": "paper",
        "text": text,
        "showarrow": False,
        "font": {"size": display.font, "color": display.palette.quiet},
    }
    layout: Spec = {"xaxis": hidden, "yaxis": hidden, "annotations": [said]}
    return figure([], layout, display, height=110 * display.scale, alt=alt)


def key_item(name: str, **trace: Any) -> Spec:
    """One entry of a legend, drawn without data, so that the legend never depends on what a journal holds."""
    empty: Spec = {"type": "scatter", "x": [None], "y": [None], "showlegend": True, "hoverinfo": "skip"}
    mode: Spec = {} if trace.get("type") == "bar" else {"mode": "markers"}
    return {**empty, **mode, "name": name, **trace}


def legend_height(keys: Sequence[Spec], display: Display) -> float:
    """Room for a legend above a chart [px]: side by side while all entries fit, else in columns."""
    if display.narrow:
        columns = 2
    else:
        widths = [LETTER * display.small * len(key["name"]) + 46 for key in keys]
        room = display.safe_width - 120
        columns = len(keys) if sum(widths) <= room else max(1, int(room / max(widths)))
    return ceil(len(keys) / columns) * (1.3 * display.small + 4) + 10


def night_key(display: Display, *, assumed: bool = False) -> list[Spec]:
    """The legend of single nights; ``assumed`` : nights without an entry are taken as free of cramps."""
    colours = display.palette
    shades = zip(("no cramp", "1", "2", "3 or more"), (colours.none, *colours.cramps), strict=True)
    edge: Spec = {"width": 1, "color": colours.line}
    found = [key_item(name, type="bar", marker={"color": colour, "line": edge}) for name, colour in shades]
    return [
        *found,
        key_item(
            NO_ENTRY if assumed else "not logged", type="bar", marker={**hatched(display), "line": edge}
        ),
    ]


def hatched(display: Display, *, size: int = 6) -> Spec:
    """The marker of what was not logged: hatched, without a fill, so that it is never taken for a value."""
    colours = display.palette
    pattern: Spec = {
        "shape": "/",
        "size": size,
        "solidity": 0.3,
        "fgcolor": colours.hatch,
        "bgcolor": colours.paper,
    }
    return {"color": colours.paper, "pattern": pattern, "line": {"width": 0}}
