"""The few shapes that the page's charts are made of, as SVG text."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from analysis.report.letters import FAMILY

SMALLEST = 9.0  # letters of anything on the page [pt]
# For paper: each differs from its neighbours in lightness, so that a copy in grey reads the same.
INK, QUIET, GRID, BAR, LINE = "#1d2330", "#4a5160", "#dfe2e8", "#b9afde", "#33236f"
DOSES = ("#d9dde6", "#c3cad7", "#a9b3c6")
EVENT = "#6b7383"
FLUID, ACTIVITY = "#1f6fb2", "#3f7d3a"


def rect(x: float, y: float, width: float, height: float, fill: str, stroke: str = "none") -> str:
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{max(width, 0):.2f}" height="{max(height, 0):.2f}" '
        f'fill="{fill}" stroke="{stroke}" stroke-width="0.5"/>'
    )


def diamond(x: float, y: float, half: float, fill: str, stroke: str) -> str:
    """A square on its corner around a point, ``half`` its width [pt]."""
    return (
        f'<path d="M{x - half:.2f} {y:.2f}L{x:.2f} {y - half:.2f}L{x + half:.2f} {y:.2f}'
        f'L{x:.2f} {y + half:.2f}Z" fill="{fill}" stroke="{stroke}" stroke-width="0.8"/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 0.5, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" stroke="{colour}" '
        f'stroke-width="{width}"{dashed}/>'
    )


def path(runs: Iterable[Iterable[tuple[float, float]]], colour: str, width: float) -> str:
    """Lines through the points of each run; nothing joins one run to the next."""
    drawn = " ".join("M" + " L".join(f"{x:.2f} {y:.2f}" for x, y in run) for run in map(list, runs) if run)
    return (
        f'<path d="{drawn}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>'
        if drawn
        else ""
    )


def label(x: float, y: float, text: str, colour: str, *, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-family={quoteattr(FAMILY)} font-size="{SMALLEST}" '
        f'text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>'
    )


def drawing(width: float, height: float, shapes: Iterable[str], definitions: str = "") -> str:
    """The whole as one SVG; its unit is the point."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}pt" height="{height:.0f}pt" '
        f'viewBox="0 0 {width:.0f} {height:.0f}"><defs>{definitions}</defs>{"".join(shapes)}</svg>'
    )
