"""Cramp rate by what came before the night."""

from bisect import bisect_right
from collections.abc import Sequence
from html import unescape

import plotly.graph_objects as go

from analysis import words
from analysis.charts.intervals import NamedDot, dots, name_axis, rate_axis, rate_top, upright
from analysis.charts.labels import in_lines, letters_in, level, number, plain, question
from analysis.charts.level_names import break_words, fitted_names
from analysis.charts.ratio_lines import RatioLine, ratio_lines
from analysis.charts.template import DEFAULT, Display, Spec, figure, note
from analysis.journal import dictionary
from analysis.measures import ExposureAnswer

_NARROWEST = 0.06  # of the usual range [levels]
_LAGS = ("the day before the night", "2 days before", "3 days before", "4 days before")


def plot_exposure(
    answer: ExposureAnswer, display: Display = DEFAULT, *, title: str | None = None, alt: str | None = None
) -> go.Figure:
    """The rate at each level with its interval and its nights, the model's curve, and the usual range.

    Levels stand side by side at equal distances, so that each stays legible however narrow its bounds are;
    the curve and the person's usual range are placed between the bounds of the level in which they lie.
    ``title`` : what the horizontal axis shows; None takes the field's label and the reader's unit.

    >>> from analysis import read_journal, review
    >>> shown = review(read_journal(["sample_data/year.csv"]))
    >>> plot_exposure(shown.exposures[0]).layout.xaxis.title.text
    'Fluid [L/day]'
    """
    if not answer.levels or (len(answer.levels) == 1 and answer.verdict == "not_enough_data"):
        return note(
            f"{plain(answer.label)}: {words.missing_briefly(answer.reason, answer.nights_needed)}",
            display,
            alt=alt,
        )
    if not any(item.rate.cramps for item in answer.levels):
        return note(f"{plain(answer.label)}: no cramp on the nights that could be compared", display, alt=alt)
    factor, unit = display.unit(answer.unit)
    items = [NamedDot(level(item, factor, counted=answer.counted), item.rate) for item in answer.levels]
    numeric = (
        answer.levels[0].from_ is None and answer.levels[0].to is not None
    )  # else yes/no, or named levels
    positions = _Positions(answer) if numeric else None
    top = rate_top([item.rate for item in items], *(point.per_week for point in answer.curve))
    shapes, said = _usual(answer, positions, display)
    name = title or plain(answer.label) + (f" [{_of_a_day(answer, unit)}]" if unit and numeric else "")
    if not numeric and break_words([item.name for item in items], display):
        return _across(items, name, top, display, alt)
    points, names = upright(items, name, display)
    whole = [item.name for item in items]
    fitted = fitted_names(whole, display, bounds=numeric)
    names["ticktext"] = [
        short + text.removeprefix(full)
        for text, full, short in zip(names["ticktext"], whole, fitted, strict=True)
    ]
    if len(items) < 3:
        names["range"] = [-1.1, len(items) + 0.1]  # two dots at the far ends of the page are hard to compare
    layout: Spec = {"xaxis": names, "yaxis": rate_axis(top), "shapes": shapes, "annotations": said}
    traces = [*_curve(answer, positions, factor, unit, display), *points]
    return figure(traces, layout, display, height=330 * display.scale, alt=alt)


def _across(
    items: Sequence[NamedDot], title: str, top: float, display: Display, alt: str | None
) -> go.Figure:
    """Names that have no room under their levels stand at the left, above each other."""
    letters = max(12, letters_in(display.safe_width * 0.4, display.small))
    named = [
        NamedDot("<br>".join(plain(line) for line in in_lines(unescape(item.name), letters)), item.rate)
        for item in items
    ]
    names = {**name_axis(named, display, across=True), "title": {"text": title}, "ticklabelstandoff": 6}
    trace = dots(items, display, across=True)
    height = (56 * len(items) + 70) * display.scale
    return figure([trace], {"xaxis": rate_axis(top), "yaxis": names}, display, height=height, alt=alt)


def _of_a_day(answer: ExposureAnswer, unit: str) -> str:
    """The unit of an axis: what is known of days is so much a day, also where people count drinks or hours.
    A column of the patient's own may be a temperature."""
    if answer.field not in dictionary() or unit.endswith("/day"):
        return unit
    return "a day" if unit.casefold() == answer.label.casefold() else f"{unit}/day"


class _Positions:
    """From a value of the exposure to its place among levels at 0, 1, 2 …; open ends reach to the data's."""

    def __init__(self, answer: ExposureAnswer) -> None:
        inner = [item.to for item in answer.levels[:-1] if item.to is not None]
        step = (inner[-1] - inner[0]) / max(1, len(inner) - 1) if len(inner) > 1 else abs(inner[0]) or 1.0
        values = [point.value for point in answer.curve]
        first, last = answer.levels[0].from_, answer.levels[-1].to
        self.edges = [
            min([first if first is not None else inner[0] - step, *values]),
            *inner,
            max([last if last is not None else inner[-1] + step, *values]),
        ]

    def __call__(self, value: float) -> float:
        cell = min(max(bisect_right(self.edges, value) - 1, 0), len(self.edges) - 2)
        low, high = self.edges[cell], self.edges[cell + 1]
        within = (value - low) / (high - low) if high > low else 0.5
        return cell - 0.5 + min(max(within, 0.0), 1.0)


def _curve(
    answer: ExposureAnswer, positions: _Positions | None, factor: float, unit: str | None, display: Display
) -> list[Spec]:
    if positions is None or len(answer.curve) < 2:
        return []
    x = [positions(point.value) for point in answer.curve]
    low, high = [point.low for point in answer.curve], [point.high for point in answer.curve]
    band: Spec = {
        "type": "scatter",
        "mode": "lines",
        "name": "band",
        "x": [*x, *reversed(x)],
        "y": [*low, *reversed(high)],
        "fill": "toself",
        "fillcolor": display.palette.band,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
    edges: Spec = {  # without colours the band alone is hard to tell from the usual range
        "type": "scatter",
        "mode": "lines",
        "name": "edges of the band",
        "x": [*x, None, *x],
        "y": [*low, None, *high],
        "line": {"color": display.palette.hydration, "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
    }
    line: Spec = {
        "type": "scatter",
        "mode": "lines",
        "name": "curve",
        "x": x,
        "y": [point.per_week for point in answer.curve],
        "line": {"color": display.palette.hydration, "width": 2},
        "hovertext": [
            f"{number(point.value * factor, 3)} {unit or ''}<br>all nights together: "
            f"{point.per_week:.1f} cramps a week ({point.low:.1f} to {point.high:.1f})"
            for point in answer.curve
        ],
        "hoverinfo": "text",
    }
    return [band, edges, line]


def _usual(
    answer: ExposureAnswer, positions: _Positions | None, display: Display
) -> tuple[list[Spec], list[Spec]]:
    """A faint field with a firm upper edge and its name; nothing where the review gives no range."""
    low, high = answer.usual_range.low, answer.usual_range.high
    if positions is None or low is None or high is None:
        return [], []
    start, end = positions(low), positions(high)
    if end - start < _NARROWEST:  # one amount on most days
        start, end = start - _NARROWEST / 2, end + _NARROWEST / 2
    across: Spec = {"type": "rect", "xref": "x", "yref": "paper", "x0": start, "x1": end, "layer": "below"}
    field: Spec = {**across, "y0": 0, "y1": 1, "fillcolor": display.palette.usual, "opacity": 0.5}
    edge: Spec = {**across, "y0": 1, "y1": 1.012, "fillcolor": display.palette.line}
    anchor, x = "center", (start + end) / 2
    if x < 0.5:  # over the first level or the last: never beyond the page
        anchor, x = "left", start
    elif x > len(answer.levels) - 1.5:
        anchor, x = "right", end
    text: Spec = {
        "x": x,
        "xanchor": anchor,
        "xref": "x",
        "y": 1.012,
        "yref": "paper",
        "yanchor": "bottom",
        "text": "usual range",
        "showarrow": False,
    }
    return [{**shape, "line": {"width": 0}} for shape in (field, edge)], [text]


def plot_lags(
    answers: Sequence[ExposureAnswer], display: Display = DEFAULT, *, alt: str | None = None
) -> go.Figure:
    """The same question asked of the day before the night and of earlier days: adjusted ratios, and crude."""
    if not answers:
        return note("Earlier days have not been looked at.", display, alt=alt)
    lines = [
        RatioLine(
            name=_LAGS[answer.lag] if answer.lag < len(_LAGS) else f"{answer.lag + 1} days before",
            ratio=answer.adjusted,
            crude=answer.crude,
            verdict=answer.verdict,
            refused=words.missing_briefly(answer.reason, answer.nights_needed),
            about=question(answer, display),
            nights=answer.nights,
            q_value=answer.q_value,
            key=("lag", answer.lag),
        )
        for answer in sorted(answers, key=lambda item: item.lag)
    ]
    return ratio_lines(lines, display, title=plain(question(answers[0], display)), alt=alt)
