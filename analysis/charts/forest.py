"""Everything together: one line for each question asked of the journal, also the nulls and the refusals."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.charts import ratio_axis
from analysis.charts.labels import (
    change_name,
    counted,
    course_name,
    day,
    number,
    plain,
    question,
    ratio_words,
    shortened,
    text_width,
    too_few,
)
from analysis.charts.template import DEFAULT, Display, Spec, figure, note
from analysis.measures.results import RateRatio, Verdict
from analysis.review import Review


@dataclass(frozen=True)
class Row:
    """One line: ``ratio`` is drawn solid, ``crude`` hollow under it. ``refused`` stands where there is no
    answer.

    ``about`` and ``key`` name the item in the review, for a click.
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


def plot_forest(review: Review, display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """Every exposure, change and course with its rate ratio and 95 % interval, strongest evidence first.

    A mark carries ``[part of the review, position in it]`` as ``customdata``.
    """
    rows = forest_rows(review, display)
    if not rows:
        return note("Nothing was recorded that cramps could be compared with.", display, alt=alt)
    half = ratio_axis.half_width(
        [item for row in rows for item in (row.ratio, row.crude) if item is not None]
    )
    return forest_figure(rows, half, display, title="", alt=alt)


def forest_rows(review: Review, display: Display) -> list[Row]:
    """The lines in the order in which they stand: directions, then no clear difference, each by q, then
    refusals."""
    rows = [
        Row(
            question(item, display),
            item.adjusted,
            item.crude,
            item.verdict,
            too_few(item.nights_needed),
            "adjusted for the other exposures, medicines and season",
            item.nights,
            item.q_value,
            ("exposures", place),
        )
        for place, item in enumerate(review.exposures)
    ]
    rows += [
        Row(
            f"{change_name(item)}: after v before",
            item.change_ratio,
            None,
            item.verdict,
            too_few(item.nights_needed),
            f"night of {day(item.night)}",
            item.before.nights + item.after.nights,
            item.q_value,
            ("medication_changes", place),
        )
        for place, item in enumerate(review.medication_changes)
    ]
    rows += [
        Row(
            course_name(item),
            item.ratio,
            None,
            item.verdict,
            too_few(item.nights_needed),
            counted(len(item.periods), "stretch", "stretches") + " on",
            item.on.nights + item.off.nights,
            item.q_value,
            ("courses", place),
        )
        for place, item in enumerate(review.courses)
    ]
    return sorted(rows, key=_evidence)


def _evidence(row: Row) -> tuple[int, float, float]:
    rank = {"fewer_cramps": 0, "more_cramps": 0, "no_clear_difference": 1, "not_enough_data": 2}[row.verdict]
    q_value = 1.0 if row.q_value is None else row.q_value
    p_value = 1.0 if row.ratio.p_value is None else row.ratio.p_value
    return rank, q_value, p_value


def forest_figure(
    rows: Sequence[Row], half: int, display: Display, *, title: str, alt: str | None = None
) -> go.Figure:
    """Rows from top to bottom on one axis of ratios; names at the left, on a phone above their line."""
    row_height = (52 if display.narrow else 38) * display.scale
    colours = display.palette
    adjusted = [row.crude is not None for row in rows]
    solid = [
        _Line(row, row.ratio, place - (0.12 if row.crude is not None else 0))
        for place, row in enumerate(rows)
    ]
    hollow = [_Line(row, row.crude, place + 0.2) for place, row in enumerate(rows) if row.crude is not None]
    answered = [line for line in solid if line.row.verdict != "not_enough_data"]
    plain_lines = [line for line in hollow if line.row.verdict != "not_enough_data"]
    traces = [
        *_whiskers(plain_lines, half, colours.whisker, 1.5, display),
        _marks(plain_lines, half, display, crude=True),
    ]
    for clear in (False, True):
        part = [line for line in answered if (line.row.verdict != "no_clear_difference") == clear]
        traces += _whiskers(
            part, half, colours.accent if clear else colours.plain, 3.5 if clear else 2.5, display
        )
    traces += [_marks(answered, half, display, crude=False), _refusals(rows, display)]
    axis = ratio_axis.axis(half, display, title=title, fewer="fewer cramps", more="more cramps")
    names: Spec = {"range": [len(rows) - 0.5, -0.72 if display.narrow else -0.5], "showgrid": False}
    if display.narrow:
        names["showticklabels"] = False
        traces.append(_names_above(rows, half, display))
    else:
        names |= {
            "tickvals": list(range(len(rows))),
            "ticktext": [plain(shortened(row.name, 44)) for row in rows],
        }
    layout: Spec = {
        "xaxis": axis,
        "yaxis": names,
        "shapes": [ratio_axis.same_line(display)],
        "showlegend": any(adjusted),
        "legend": {
            "yref": "container",
            "y": 1,
            "yanchor": "top",
            "x": 0,
            "xanchor": "left",
            "tracegroupgap": 0,
        },
    }
    height = len(rows) * row_height + (110 if title else 95) * display.scale
    return figure([*traces, *_key(display)], layout, display, height=height, alt=alt)


@dataclass(frozen=True)
class _Line:
    row: Row
    ratio: RateRatio | None
    y: float


def _whiskers(lines: Sequence[_Line], half: int, colour: str, width: float, display: Display) -> list[Spec]:
    """Intervals as lines; an interval that runs off the axis ends in an arrow."""
    x: list[float | None] = []
    y: list[float | None] = []
    arrows: list[tuple[float, float, str]] = []
    for line in lines:
        found = None if line.ratio is None else ratio_axis.ends(line.ratio, half)
        if found is None:
            continue
        low, high, off_left, off_right = found
        x += [low, high, None]
        y += [line.y, line.y, None]
        arrows += [(low, line.y, "triangle-left")] if off_left else []
        arrows += [(high, line.y, "triangle-right")] if off_right else []
    if not x:
        return []
    common: Spec = {"type": "scatter", "hoverinfo": "skip", "showlegend": False, "cliponaxis": False}
    traces: list[Spec] = [
        {
            **common,
            "name": "intervals",
            "mode": "lines",
            "x": x,
            "y": y,
            "line": {"color": colour, "width": width},
        }
    ]
    if arrows:
        traces.append(
            {
                **common,
                "name": "arrows",
                "mode": "markers",
                "x": [item[0] for item in arrows],
                "y": [item[1] for item in arrows],
                "marker": {
                    "symbol": [item[2] for item in arrows],
                    "color": colour,
                    "size": (5 + 1.6 * width) * display.scale,
                },
            }
        )
    return traces


def _marks(lines: Sequence[_Line], half: int, display: Display, *, crude: bool) -> Spec:
    colours = display.palette
    drawn = [
        (line, ratio_axis.place(line.ratio.ratio))
        for line in lines
        if line.ratio is not None and line.ratio.ratio is not None and line.ratio.ratio > 0
    ]
    clear = [line.row.verdict != "no_clear_difference" for line, _ in drawn]
    shown = [(line, x) for line, x in drawn if abs(x) <= half + 0.1]
    clear = [line.row.verdict != "no_clear_difference" for line, _ in shown]
    if crude:
        marker: Spec = {
            "symbol": "circle",
            "size": 7 * display.scale,
            "color": colours.paper,
            "line": {"width": 1.5, "color": colours.quiet},
        }
    else:
        marker = {
            "symbol": ["square" if item else "circle" for item in clear],
            "size": 11 * display.scale,
            "color": [colours.accent if item else colours.plain for item in clear],
        }
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "crude" if crude else "answers",
        "showlegend": False,
        "x": [x for _, x in shown],
        "y": [line.y for line, _ in shown],
        "marker": marker,
        "customdata": [list(line.row.key or ()) for line, _ in shown],
        "hovertext": [_hover(line.row, line.ratio, crude) for line, _ in shown],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _hover(row: Row, ratio: RateRatio | None, crude: bool) -> str:
    words = [f"<b>{plain(row.name)}</b>"]
    if ratio is not None:
        words.append(("crude: " if crude else "") + ratio_words(ratio))
    words.append(f"{counted(row.nights, 'night')}" + ("" if crude else f", {plain(row.about)}"))
    if row.q_value is not None and not crude:
        words.append(f"q {number(row.q_value)}")
    return "<br>".join(words)


def _refusals(rows: Sequence[Row], display: Display) -> Spec:
    refused = [(place, row) for place, row in enumerate(rows) if row.verdict == "not_enough_data"]
    return {
        "type": "scatter",
        "mode": "text",
        "name": "refused",
        "showlegend": False,
        "x": [0] * len(refused),
        "y": [place for place, _ in refused],
        "text": [row.refused for _, row in refused],
        "textposition": "middle center",
        "textfont": {"size": display.small, "color": display.palette.quiet},
        "customdata": [list(row.key or ()) for _, row in refused],
        "hovertext": [_hover(row, None, False) for _, row in refused],
        "hoverinfo": "text",
    }


def _names_above(rows: Sequence[Row], half: int, display: Display) -> Spec:
    letters = max(20, int((display.safe_width - 20) / text_width("n", display.small)))
    return {
        "type": "scatter",
        "mode": "text",
        "name": "names",
        "showlegend": False,
        "x": [-half - 0.15] * len(rows),
        "y": [place - 0.45 for place in range(len(rows))],
        "text": [plain(shortened(row.name, letters)) for row in rows],
        "textposition": "middle right",
        "textfont": {"size": display.small, "color": display.palette.ink},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _key(display: Display) -> list[Spec]:
    colours = display.palette
    items: list[tuple[str, Spec]] = [
        ("clear direction", {"symbol": "square", "size": 10, "color": colours.accent}),
        ("no clear difference", {"symbol": "circle", "size": 10, "color": colours.plain}),
        (
            "crude, not adjusted",
            {
                "symbol": "circle",
                "size": 7,
                "color": colours.paper,
                "line": {"width": 1.5, "color": colours.quiet},
            },
        ),
    ]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": name,
            "x": [None],
            "y": [None],
            "marker": marker,
            "showlegend": True,
            "hoverinfo": "skip",
        }
        for name, marker in items
    ]
