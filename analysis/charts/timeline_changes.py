"""The top row of the timeline: a mark, a name and a thin line for each change of a medicine or treatment."""

from collections.abc import Sequence

from analysis.charts.flags import Flag, place_flags
from analysis.charts.labels import (
    change_dose,
    change_name,
    medicine,
    per_week,
    plain,
    shortened,
    text_width,
    weekday_day,
)
from analysis.charts.template import Display, Spec
from analysis.charts.timeline_rows import Row, Span
from analysis.measures.medications import MedicationChange

_MARKS = {"start": "triangle-right", "stop": "square", "increase": "triangle-up", "decrease": "triangle-down"}
_BARE = -0.25  # where the mark of a change stands whose name has no room [levels]
_FLOOR = -0.6  # lower end of the row [levels]
_MANY = 12  # changes beyond which their lines are drawn lighter


def change_row(changes: Sequence[MedicationChange], span: Span, display: Display) -> Row | None:
    """Marks with names on as many levels as they need; None without changes.

    ``customdata`` of a mark: the position of its change. Its shape says what happened: a start, a stop, a
    rise or a fall in dose.
    """
    if not changes:
        return None
    texts, flags = _placed(changes, span, display)
    levels = 1 + max((flag.level for flag in flags if flag.level is not None), default=-1)
    colours = display.palette
    marks: Spec = {
        "type": "scatter",
        "name": "changes",
        "mode": "markers+text",
        "x": [change.night.isoformat() for change in changes],
        "y": [_BARE if flag.level is None else flag.level + 0.5 for flag in flags],
        "customdata": [[place] for place in range(len(changes))],
        "text": ["" if flag.level is None else plain(text) for flag, text in zip(flags, texts, strict=True)],
        "textposition": [_side(flag) for flag in flags],
        "textfont": {"size": display.small, "color": colours.ink},
        "marker": {
            "symbol": [_MARKS.get(change.change, "circle") for change in changes],
            "size": 9 * display.scale,
            "color": colours.ink,
        },
        "hovertext": [_words(change) for change in changes],
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    axis: Spec = {"range": [_FLOOR, levels], "visible": False}
    return Row("changes", (levels - _FLOOR) * 17 * display.scale, 0, [marks], axis)


def _placed(
    changes: Sequence[MedicationChange], span: Span, display: Display
) -> tuple[list[str], list[Flag]]:
    """Names in words where all have room, else the medicines alone: the marks' shapes say what happened."""
    poles = [span.at(change.night) for change in changes]
    brief = [shortened(medicine(change.generic, change.medication), 16) for change in changes]
    if not display.narrow:
        texts = [change_name(change, letters=22) for change in changes]
        flags = _flags(texts, poles, span, display)
        if all(flag.level is not None for flag in flags):
            return texts, flags
    return brief, _flags(brief, poles, span, display)


def _flags(texts: Sequence[str], poles: Sequence[float], span: Span, display: Display) -> list[Flag]:
    widths = [text_width(text, display.small) + 14 for text in texts]
    return place_flags(poles, widths, span.room, 4 if display.narrow else 5)


def _side(flag: Flag) -> str:
    return "middle left" if flag.left else "middle right"


def poles(row: Row, domain: tuple[float, float], down: float, display: Display) -> list[Spec]:
    """Thin dashed lines from each mark down to ``down`` [share of the height]; lighter if they are many."""
    low, high = row.axis["range"]
    dates, levels = row.traces[0]["x"], row.traces[0]["y"]
    line: Spec = {"color": display.palette.line, "width": 1, "dash": "dot"}
    opacity = 0.9 if len(dates) <= _MANY else 0.45
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": when,
            "x1": when,
            "y0": down,
            "y1": domain[0] + (level - low) / (high - low) * (domain[1] - domain[0]),
            "line": line,
            "opacity": opacity,
            "layer": "above",
        }
        for when, level in zip(dates, levels, strict=True)
    ]


def _words(change: MedicationChange) -> str:
    amount = change_dose(change)
    words = [
        f"<b>{plain(change_name(change))}</b>" + (f", {amount}" if amount else ""),
        weekday_day(change.night),
    ]
    before, after = change.before.per_week, change.after.per_week
    if change.verdict != "not_enough_data" and before is not None and after is not None:
        words.append(f"{per_week(after)} cramps a week after, {per_week(before)} before")
    return "<br>".join(words)
