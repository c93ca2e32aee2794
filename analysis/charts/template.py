"""The look that all charts share: colours, type, units, and the one way in which a figure is made."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Any, Literal

import plotly.graph_objects as go

from analysis.charts.palette import DARK, LIGHT, Palette
from analysis.words import GLASS_ML, Volume, volume_unit

Theme = Literal["light", "dark"]
Spec = dict[str, Any]

# Day before month on every time axis, and the year where it changes.
DATE_TICKS: list[Spec] = [
    {"dtickrange": [None, 2_000_000_000], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M6"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]
LETTER = 0.57  # width of a letter, on the wide side because fonts differ [share of its size]
_KEY_PX = 40  # of an entry of a legend beside its name [px]

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


# A legend above the chart, in rows, that is looked at and not used.
_LEGEND: Spec = {
    "orientation": "h",
    "yref": "container",
    "y": 1,
    "yanchor": "top",
    "x": 0,
    "xanchor": "left",
    "tracegroupgap": 0,
    "itemclick": False,
    "itemdoubleclick": False,
}


@dataclass(frozen=True)
class Display:
    """How the reader wants to see it. None of it changes what a figure says.

    ``glass_ml`` : one glass [mL]. ``narrow`` : laid out for a phone, 360 px and up. ``large`` : large type.
    ``first_weekday`` : 0 Monday to 6 Sunday. ``width`` : the smallest width [px] at which labels that are
    placed by hand must not touch; None takes what suits ``narrow``.
    """

    theme: Theme = "light"
    volume: Volume = "mL"
    glass_ml: float = GLASS_ML
    narrow: bool = False
    large: bool = False
    first_weekday: int = 0
    width: int | None = None

    @property
    def palette(self) -> Palette:
        return LIGHT if self.theme == "light" else DARK

    @property
    def font(self) -> int:
        """Size of plain text in a chart [px]."""
        return 17 if self.large else 13

    @property
    def small(self) -> int:
        """Size of the smallest text in a chart [px]; never under 13."""
        return 16 if self.large else 13

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
        factor, shown = volume_unit(self.volume, self.glass_ml)
        return factor, f"{shown}{unit[2:]}"


DEFAULT = Display()
NO_ENTRY = "no entry, taken as no cramp"


@cache
def template(theme: Theme, large: bool, narrow: bool) -> Spec:
    """The template of every figure; one without its own takes whatever default another library has set."""
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
    text: Spec = {"family": FONT, "size": display.font, "color": colours.ink}
    small: Spec = {"size": display.small, "color": colours.quiet}
    still: Spec = {"unselected": {"marker": {"opacity": 1}}}  # a click on one mark must not fade the others
    return {
        "layout": {
            "font": text,
            "paper_bgcolor": colours.paper,
            "plot_bgcolor": colours.paper,
            "xaxis": axis,
            "yaxis": axis,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": colours.paper,
                "bordercolor": colours.line,
                "align": "left",
                "font": text,
                "namelength": 0,
            },
            "dragmode": False,
            "showlegend": False,
            "legend": {**_LEGEND, "font": small},
            "modebar": {
                "remove": _MODEBAR_WITHOUT,
                "bgcolor": "rgba(0,0,0,0)",
                "color": colours.line,
                "activecolor": colours.ink,
                "orientation": "h",
            },
            "annotationdefaults": {"showarrow": False, "font": small},
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
    margin: Spec = layout.get("margin", MARGIN)
    if display.narrow and (lacks := MODEBAR - margin["t"]) > 0:
        margin, height = {**margin, "t": MODEBAR}, height + lacks
    full: Spec = {"template": look, "height": round(height), "autosize": True, **layout, "margin": margin}
    if alt is not None:
        full["meta"] = {"alt": alt}
    return go.Figure(list(traces), full, _validate=False)


MODEBAR = 32  # the row of the chart's own buttons, which a phone shows without a pointer over them [px]
MARGIN: Spec = {"l": 8, "r": 16, "t": 28, "b": 8, "pad": 4}


def wrapped(text: str, display: Display, *, beside: int = 70) -> str:
    """A title or sentence in as many lines as the width asks for; ``beside`` : what else takes width [px]."""
    letters = (display.safe_width - beside) / (LETTER * display.font)
    return "<br>".join(textwrap.wrap(text, max(16, int(letters))))


def note(text: str, display: Display, *, alt: str | None = None) -> go.Figure:
    """A calm figure that says in a few words why there is nothing to draw."""
    hidden: Spec = {"visible": False, "range": [0, 1]}
    said: Spec = {
        "x": 0.5,
        "y": 0.5,
        "xref": "paper",
        "yref": "paper",
        "text": wrapped(text, display, beside=20),
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
    widths = [LETTER * display.small * len(key["name"]) + _KEY_PX for key in keys]
    room = display.safe_width - (75 if display.narrow else 120)
    columns = len(keys) if sum(widths) <= room else max(1, int(room / max(widths)))
    return ceil(len(keys) / columns) * (1.3 * display.small + 4) + 10


def hatched(display: Display, *, size: int = 6, solidity: float = 0.3) -> Spec:
    """The marker of what was not logged: hatched, without a fill, so that it is never taken for a value."""
    colours = display.palette
    pattern: Spec = {
        "shape": "/",
        "size": size,
        "solidity": solidity,
        "fgcolor": colours.hatch,
        "bgcolor": colours.paper,
    }
    return {"color": colours.paper, "pattern": pattern, "line": {"width": 0}}
