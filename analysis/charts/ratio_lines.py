"""Rate ratios under each other: a mark and an interval for each question on one axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import plotly.graph_objects as go

from analysis.charts import ratio_axis
from analysis.charts.labels import counted, in_lines, letters_in, number, plain, shortened
from analysis.charts.template import Display, Spec, figure, key_item, legend_height
from analysis.measures import RateRatio, Verdict
from analysis.words import figures_of

_TEXT_LINE = 0.34  # of a row on a phone
_NO_AXIS: Spec = {"range": [-1, 1], "showticklabels": False, "showgrid": False}  # where nothing is answered


@dataclass(frozen=True)
class RatioLine:
    """One question: ``ratio`` is drawn solid, ``crude`` hollow under it.

    ``name`` and ``about`` are made harmless when they are drawn. ``refused`` is said where the verdict is
    ``not_enough_data``. ``key`` names the item in the review, for a click; a line that stands for several
    questions has none, and ``about`` is all that its hover adds.
    """

    name: str
    ratio: RateRatio
    crude: RateRatio | None
    verdict: Verdict
    refused: str
    about: str
    nights: int
    q_value: float | None
    key: tuple[str, int | str] | None = None

    @property
    def is_answered(self) -> bool:
        return self.verdict != "not_enough_data"

    @property
    def is_clear(self) -> bool:
        return self.verdict in ("fewer_cramps", "more_cramps")


@dataclass(frozen=True)
class _Drawn:
    line: RatioLine
    ratio: RateRatio
    y: float


def ratio_lines(
    lines: Sequence[RatioLine], display: Display, *, title: str = "", alt: str | None = None
) -> go.Figure:
    """Lines from top to bottom in the order given; names at the left, on a phone above their line."""
    colours = display.palette
    half = ratio_axis.half_width([item for line in lines for item in (line.ratio, line.crude) if item])
    places = _places(lines, display)
    answered = [(place, line) for place, line in zip(places, lines, strict=True) if line.is_answered]
    crude = [_Drawn(line, line.crude, place + 0.2) for place, line in answered if line.crude is not None]
    solid = [
        _Drawn(line, line.ratio, place if line.crude is None else place - 0.12) for place, line in answered
    ]
    traces = [*_intervals(crude, half, colours.crude, 1.5, display), _crude_marks(crude, half, display)]
    unclear = [item for item in solid if not item.line.is_clear]
    clear = [item for item in solid if item.line.is_clear]
    traces += _intervals(unclear, half, colours.plain, 2.5, display)
    traces += _intervals(clear, half, colours.accent, 3.5, display)
    traces += [_answers(solid, half, display), _refusal_targets(lines, places)]
    over = 0.72 + _more_lines(lines[0], display) if display.narrow else 0.5
    axis: Spec = {"range": [places[-1] + 0.5, -over], "showgrid": False}
    said = _refusals(lines, places, display, over_axis=bool(answered))
    if display.narrow:
        axis["showticklabels"] = False
        said += _names_above(lines, places, display)
    else:
        names = [plain(shortened(line.name, 44)) for line in lines]
        axis |= {"tickvals": places, "ticktext": names}
    key = _key(display, clear=bool(clear), unclear=bool(unclear), crude=bool(crude))
    ratios = ratio_axis.axis(half, display, title=title) if answered else _NO_AXIS
    layout: Spec = {
        "xaxis": ratios,
        "yaxis": axis,
        "shapes": [ratio_axis.same_line(display)] if answered else [],
        "annotations": said,
        "showlegend": bool(key),
        "margin": {"l": 8, "r": 18, "t": legend_height(key, display) if key else 8, "b": 8, "pad": 4},
    }
    row = (52 if display.narrow else 38) * display.scale
    below = (78 if title else 62) * display.scale if answered else 0
    height = (places[-1] + 0.5 + max(0.5, over - 0.22)) * row + layout["margin"]["t"] + below + 8
    return figure([*key, *traces], layout, display, height=height, alt=alt)


def _intervals(drawn: Sequence[_Drawn], half: int, colour: str, width: float, display: Display) -> list[Spec]:
    """Intervals as lines; one that runs off the axis ends in an arrow."""
    x: list[float | None] = []
    y: list[float | None] = []
    arrows: list[tuple[float, float, str]] = []
    for item in drawn:
        found = ratio_axis.ends(item.ratio, half)
        if found is None:
            continue
        x += [found.low, found.high, None]
        y += [item.y, item.y, None]
        arrows += [(found.low, item.y, "triangle-left")] if found.off_left else []
        arrows += [(found.high, item.y, "triangle-right")] if found.off_right else []
    common: Spec = {"type": "scatter", "hoverinfo": "skip", "showlegend": False, "cliponaxis": False}
    line: Spec = {"color": colour, "width": width}
    marker: Spec = {
        "symbol": [symbol for *_, symbol in arrows],
        "color": colour,
        "size": (5 + 1.6 * width) * display.scale,
    }
    heads: Spec = {"mode": "markers", "x": [at for at, *_ in arrows], "y": [at for _, at, _ in arrows]}
    return [
        {**common, "name": "intervals", "mode": "lines", "x": x, "y": y, "line": line},
        {**common, "name": "arrows", **heads, "marker": marker},
    ]


def _answers(drawn: Sequence[_Drawn], half: int, display: Display) -> Spec:
    """Squares for a clear direction, circles for none: the shape tells them apart in greyscale."""
    colours = display.palette
    shown = _on_axis(drawn, half)
    marker: Spec = {
        "symbol": ["square" if item.line.is_clear else "circle" for item, _ in shown],
        "color": [colours.accent if item.line.is_clear else colours.plain for item, _ in shown],
        "size": 11 * display.scale,
    }
    return {**_marks(shown, crude=False), "name": "answers", "marker": marker}


def _crude_marks(drawn: Sequence[_Drawn], half: int, display: Display) -> Spec:
    return {
        **_marks(_on_axis(drawn, half), crude=True),
        "name": "crude",
        "marker": _hollow(display),
    }


def _hollow(display: Display) -> Spec:
    edge: Spec = {"width": 1.5, "color": display.palette.quiet}
    return {"symbol": "circle", "size": 7 * display.scale, "color": display.palette.paper, "line": edge}


def _on_axis(drawn: Sequence[_Drawn], half: int) -> list[tuple[_Drawn, float]]:
    """Estimates that have a place on the axis; the interval's arrow stands for the others."""
    placed = [(item, ratio_axis.place(item.ratio.ratio)) for item in drawn if item.ratio.ratio is not None]
    return [(item, x) for item, x in placed if abs(x) <= half + 0.1]


def _marks(shown: Sequence[tuple[_Drawn, float]], *, crude: bool) -> Spec:
    return {
        "type": "scatter",
        "mode": "markers",
        "showlegend": False,
        "x": [x for _, x in shown],
        "y": [item.y for item, _ in shown],
        "customdata": [list(item.line.key or ()) for item, _ in shown],
        "hovertext": [_words(item.line, item.ratio, crude) for item, _ in shown],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _words(line: RatioLine, ratio: RateRatio | None, crude: bool) -> str:
    words = [f"<b>{plain(line.name)}</b>"]
    if line.key is None:
        return "<br>".join([*words, plain(line.about)])
    if ratio is not None:
        words.append(f"{'by itself: ' if crude else ''}{figures_of(ratio)}")
    words.append(counted(line.nights, "night") + ("" if crude else f", {plain(line.about)}"))
    if line.q_value is not None and not crude:
        words.append(f"q {number(line.q_value)}")
    return "<br>".join(words)


def _places(lines: Sequence[RatioLine], display: Display) -> list[float]:
    """Where each line stands; refusals, which hold no interval, stand closer."""
    closer = 0.76 if display.narrow else 0.62
    found = [0.0]
    for before, line in pairwise(lines):
        room = 1.0 if line.is_answered or before.is_answered else closer
        found.append(round(found[-1] + room + _more_lines(line, display), 2))
    return found


def _name_lines(line: RatioLine, display: Display) -> list[str]:
    """A name over its line, on a phone; where it is long, what is asked stands before what is compared."""
    letters = letters_in(display.safe_width - 20, display.small)
    asked, colon, compared = line.name.partition(": ")
    if colon and len(line.name) > letters >= max(len(asked) + 1, len(compared)):
        return [f"{asked}:", compared]
    return in_lines(line.name, letters)


def _more_lines(line: RatioLine, display: Display) -> float:
    """Room for what a name has above one line of text. [rows]"""
    return _TEXT_LINE * (len(_name_lines(line, display)) - 1) if display.narrow else 0.0


def _refusal_targets(lines: Sequence[RatioLine], places: Sequence[float]) -> Spec:
    """Something unseen to point at where a refusal stands."""
    refused = [(place, line) for place, line in zip(places, lines, strict=True) if not line.is_answered]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "refused",
        "showlegend": False,
        "x": [0] * len(refused),
        "y": [place for place, _ in refused],
        "marker": {"size": 18, "opacity": 0},
        "customdata": [list(line.key or ()) for _, line in refused],
        "hovertext": [_words(line, None, False) for _, line in refused],
        "hoverinfo": "text",
    }


def _refusals(
    lines: Sequence[RatioLine], places: Sequence[float], display: Display, *, over_axis: bool
) -> list[Spec]:
    """In the middle of the axis, on a phone under the name; without an axis right behind the name."""
    quiet: Spec = {"size": display.small, "color": display.palette.quiet}
    beside: Spec = {"xref": "paper", "x": 0, "xanchor": "left"}
    here: Spec = {"x": 0} if over_axis and not display.narrow else beside
    lower = -0.06 if display.narrow else 0.0
    patch: Spec = {"showarrow": False, "bgcolor": display.palette.paper, "borderpad": 1, "font": quiet}
    return [
        {**here, **patch, "y": place + lower, "text": line.refused}
        for place, line in zip(places, lines, strict=True)
        if not line.is_answered
    ]


def _names_above(lines: Sequence[RatioLine], places: Sequence[float], display: Display) -> list[Spec]:
    """Over a patch of paper, so that no line of the axis runs through a name."""
    return [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "align": "left",
            "y": place - 0.42 - _more_lines(line, display) / 2,
            "text": "<br>".join(plain(part) for part in _name_lines(line, display)),
            "showarrow": False,
            "bgcolor": display.palette.paper,
            "borderpad": 1,
            "font": {"size": display.small, "color": display.palette.ink},
        }
        for place, line in zip(places, lines, strict=True)
    ]


def _key(display: Display, *, clear: bool, unclear: bool, crude: bool) -> list[Spec]:
    """The kinds of marks that are drawn."""
    colours = display.palette
    size = 10 * display.scale
    square: Spec = {"symbol": "square", "size": size, "color": colours.accent}
    circle: Spec = {"symbol": "circle", "size": size, "color": colours.plain}
    kinds = (
        (clear, "clear direction", square),
        (unclear, "no clear difference", circle),
        (crude, "each by itself, not adjusted", _hollow(display)),
    )
    return [key_item(name, marker=marker) for drawn, name, marker in kinds if drawn]
