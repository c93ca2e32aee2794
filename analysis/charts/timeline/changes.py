"""The changes of medicines and treatments on the timeline: marks with names above it, or in the lanes."""

from collections.abc import Mapping, Sequence

from analysis.charts.flags import Flag, place_flags
from analysis.charts.labels import (
    change_dose,
    change_name,
    days,
    medicine,
    per_week,
    plain,
    shortened,
    weekday_day,
)
from analysis.charts.template import Display, Spec
from analysis.charts.timeline.key import Entry, Kind, name_width
from analysis.charts.timeline.rows import Row, Span
from analysis.measures import ChangeStep, MedicationChange

_MARKS = {
    "start": "triangle-right",
    "increase": "triangle-up",
    "decrease": "triangle-down",
    "stop": "square",
    "pause": "square",
    "resume": "triangle-right",
}
_MARKS_IN_KEY: dict[str, tuple[str, Kind]] = {
    "start": ("started", "right"),
    "increase": ("raised", "up"),
    "decrease": ("lowered", "down"),
    "stop": ("stopped", "square"),
    "pause": ("paused", "square"),
    "resume": ("started", "right"),
}
_HOLLOW = frozenset({"pause"})  # what goes on later is told from a stop without any colour
_BARE = -0.25  # where the mark of a change stands whose name has no room [levels]
_FLOOR = -0.55  # lower end of the row where marks stand without a name [levels]
_LEVEL_PX = 16  # height of a line of names [px]
_MANY = 12  # changes from which their lines would be a fence: short ticks tell the nights instead
_TICK_PX = 7  # length of such a tick [px]

Numbered = Sequence[tuple[int, MedicationChange]]  # each with its place among all changes of the review


def on_axis(changes: Sequence[MedicationChange], span: Span) -> list[tuple[int, MedicationChange]]:
    """The changes that lie on the time axis; what was taken before is told by the lanes."""
    return [(place, item) for place, item in enumerate(changes) if span.begin <= item.night <= span.end]


def named_row(shown: Numbered, span: Span, display: Display) -> tuple[Row, bool]:
    """A row of marks with names on as many levels as they need, and whether every one has its name.

    ``customdata`` of a mark: the place of its change. Its shape says what happened: a start, a stop, a rise
    or a fall in dose.
    """
    texts, flags = _placed(shown, span, display)
    named = [flag.level for flag in flags if flag.level is not None]
    whole = len(named) == len(flags)
    levels, floor = 1 + max(named, default=-1), 0.0 if whole else _FLOOR
    heights = [_BARE if flag.level is None else flag.level + 0.5 for flag in flags]
    marks = _marks([(place, change, change) for place, change in shown], heights, display)
    marks |= {
        "mode": "markers+text",
        "text": ["" if flag.level is None else plain(text) for flag, text in zip(flags, texts, strict=True)],
        "textposition": [_side(flag) for flag in flags],
        "textfont": {"size": display.small, "color": display.palette.ink},
    }
    axis: Spec = {"range": [floor, levels], "visible": False}
    return Row("changes", (levels - floor) * _LEVEL_PX * display.scale, 4, [marks], axis), whole


def lane_marks(shown: Numbered, heights: Mapping[str, float], display: Display) -> Spec | None:
    """The same marks in the lanes of their medicines, which name them; None where a medicine has no lane.

    heights : where on the vertical axis the lane of each medicine stands.
    """
    steps = [(place, change, step) for place, change in shown for step in _steps(change)]
    names = [medicine(step.generic, step.medication) for _, _, step in steps]
    if any(name not in heights for name in names):
        return None
    return _marks(steps, [heights[name] for name in names], display)


def _steps(change: MedicationChange) -> Sequence[ChangeStep | MedicationChange]:
    return change.steps or (change,)


def _marks(
    shown: Sequence[tuple[int, MedicationChange, ChangeStep | MedicationChange]],
    heights: Sequence[float],
    display: Display,
) -> Spec:
    colours = display.palette
    return {
        "type": "scatter",
        "name": "changes",
        "mode": "markers",
        "x": [step.night.isoformat() for _, _, step in shown],
        "y": list(heights),
        "customdata": [[place] for place, _, _ in shown],
        "marker": {
            "symbol": [_MARKS.get(step.change, "circle") for _, _, step in shown],
            "size": 9 * display.scale,
            "color": [colours.paper if step.change in _HOLLOW else colours.ink for _, _, step in shown],
            "line": {
                "color": [colours.ink if step.change in _HOLLOW else colours.paper for _, _, step in shown],
                "width": [2 if step.change in _HOLLOW else 1 for _, _, step in shown],
            },
        },
        "hovertext": [_words(change) for _, change, _ in shown],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _placed(shown: Numbered, span: Span, display: Display) -> tuple[list[str], list[Flag]]:
    """Names in words where all have room, else the medicines alone: the marks' shapes say what happened."""
    poles = [span.at(change.night) for _, change in shown]
    brief = [shortened(medicine(change.generic, change.medication), 22) for _, change in shown]
    if not display.narrow:
        texts = [change_name(change, letters=22) for _, change in shown]
        flags = _flags(texts, poles, span, display)
        if all(flag.level is not None for flag in flags):
            return texts, flags
    return brief, _flags(brief, poles, span, display)


def _flags(texts: Sequence[str], poles: Sequence[float], span: Span, display: Display) -> list[Flag]:
    """Placed for a narrower window than the rest: names that touch cannot be read, bars that are thin can."""
    widths = [name_width(text, display.small) + 16 for text in texts]
    least = 0.85 if display.narrow else 0.7
    return place_flags(
        [least * pole for pole in poles], widths, least * span.room, 4 if display.narrow else 5
    )


def _side(flag: Flag) -> str:
    return "middle left" if flag.left else "middle right"


def poles(
    row: Row, domain: tuple[float, float], parts: Sequence[tuple[float, float]], display: Display
) -> list[Spec]:
    """Thin dotted lines from each mark above the timeline down through ``parts`` [share of the height], from
    the upper to the lower, without what lies between them."""
    low, high = row.axis["range"]
    marks = row.traces[0]
    many = len(marks["x"]) > _MANY
    lines = []
    for when, level in zip(marks["x"], marks["y"], strict=True):
        top = domain[0] + (level - low) / (high - low) * (domain[1] - domain[0])
        lines.append(_line(when, parts[0][0], top, display, faint=many))
        lines += [_line(when, down, up, display, faint=many) for down, up in parts[1:]]
    return lines


def nights_of_changes(
    shown: Numbered, part: tuple[float, float], pixel: float, display: Display
) -> list[Spec]:
    """Thin dotted lines through ``part`` [share of the height] on each night with a change whose mark stands
    in a lane; of many, only ticks beneath it. ``pixel`` : share of the height of one."""
    nights = _nights(shown)
    if len(nights) <= _MANY:
        return [_line(when, *part, display) for when in nights]
    solid: Spec = {"color": display.palette.ink, "width": 1.5}
    ticks = [_line(when, part[0] - _TICK_PX * pixel, part[0] - pixel, display) for when in nights]
    return [{**tick, "line": solid} for tick in ticks]


def tick_entry(shown: Numbered, display: Display) -> list[Entry]:
    """The key of these ticks, where there are any."""
    return [Entry("change", "range", display.palette.ink)] if len(_nights(shown)) > _MANY else []


def mark_entries(shown: Numbered, display: Display, *, in_lanes: bool) -> list[Entry]:
    """The key of marks, which their shapes alone tell apart: one for each kind of change. Steps of a course
    are marked one by one ``in_lanes``; above the timeline a course has one mark."""
    kinds = {step.change for _, change in shown for step in (_steps(change) if in_lanes else (change,))}
    ink, paper = display.palette.ink, display.palette.paper
    found = list(
        dict.fromkeys(
            Entry(name, kind, paper, ink) if change in _HOLLOW else Entry(name, kind, ink)
            for change, (name, kind) in _MARKS_IN_KEY.items()
            if change in kinds
        )
    )
    return [*found, Entry("changed", "circle", ink)] if kinds - set(_MARKS_IN_KEY) else found


def _nights(shown: Numbered) -> list[str]:
    return list(dict.fromkeys(step.night.isoformat() for _, change in shown for step in _steps(change)))


def _line(when: str, down: float, up: float, display: Display, *, faint: bool = False) -> Spec:
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": when,
        "x1": when,
        "y0": down,
        "y1": up,
        "line": {"color": display.palette.line, "width": 1, "dash": "dot"},
        "opacity": 0.45 if faint else 0.9,
        "layer": "above",
    }


def _words(change: MedicationChange) -> str:
    amount = change_dose(change)
    words = [
        f"<b>{plain(change_name(change))}</b>" + (f", {amount}" if amount else ""),
        weekday_day(change.night) if change.until == change.night else days(change.night, change.until),
    ]
    before, after = change.before.per_week, change.after.per_week
    if change.verdict != "not_enough_data" and before is not None and after is not None:
        words.append(f"{per_week(after)} cramps a week after, {per_week(before)} before")
    return "<br>".join(words)
