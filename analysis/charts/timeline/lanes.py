"""The lanes of the timeline: medicines with their doses, treatment sessions, blood tests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analysis.charts.labels import (
    day,
    dose,
    letters_in,
    medicine,
    plain,
    shortened,
    text_width,
    weekday_day,
)
from analysis.charts.template import Display, Spec
from analysis.charts.timeline.blood_tests import BLOOD_TESTS, blood_tests
from analysis.charts.timeline.events import EVENTS, event_bars
from analysis.charts.timeline.rows import DAY_MS, Span
from analysis.journal import Journal, dictionary
from analysis.measures import MedicationPeriod

_BESIDE = "\u00a0\u00a0"  # a dose stands beside the mark of its change
_LETTERS = 20  # of a medicine's name in its lane; the dose follows whole
TREATMENTS = ("electroanalgesia", "iv_hydration", "massage", "heat")


@dataclass(frozen=True)
class Lane:
    """One line of the lanes: its name, its traces drawn around ``y`` = 0 when ``y`` is given, and the
    medicine whose doses it holds."""

    name: str
    traces: tuple[Spec, ...]
    medicine: str | None = None


def lanes(journal: Journal, periods: Sequence[MedicationPeriod], span: Span, display: Display) -> list[Lane]:
    """All lanes, top to bottom: medicines in the order in which they began, sessions, events, blood tests."""
    found = [*_medicines(periods, span, display), *_treatments(journal, span, display)]
    if (bars := event_bars(journal.events, span, display)) is not None:
        found.append(Lane(EVENTS, (bars,)))
    tests = blood_tests(journal.measurements, span, display)
    return [*found, Lane(BLOOD_TESTS, (tests,))] if tests else found


def stacked(found: Sequence[Lane], display: Display, span: Span) -> tuple[list[Spec], Spec, float]:
    """Traces, vertical axis and height [px] of all lanes. On a phone a lane's name stands above it, not
    beside it."""
    height = (40 if display.narrow else 25) * display.scale
    traces: list[Spec] = []
    for position, lane in enumerate(found):
        traces += [{**trace, "y": [_middle(position, display)] * len(trace["x"])} for trace in lane.traces]
    axis: Spec = {"range": [-len(found) + 0.5, 0.5], "showgrid": False}
    if display.narrow:
        traces.append(_names_above(found, span, display))
        axis["showticklabels"] = False
    else:
        axis |= {
            "tickvals": [-position for position in range(len(found))],
            "ticktext": [plain(shortened(lane.name, _LETTERS + 12)) for lane in found],
        }
    return traces, axis, height * len(found)


def heights_of_medicines(found: Sequence[Lane], display: Display) -> dict[str, float]:
    """Where on the vertical axis of the lanes each medicine stands."""
    return {
        lane.medicine: _middle(position, display)
        for position, lane in enumerate(found)
        if lane.medicine is not None
    }


def _middle(position: int, display: Display) -> float:
    return (-0.22 if display.narrow else 0.0) - position


def _names_above(found: Sequence[Lane], span: Span, display: Display) -> Spec:
    letters = letters_in(span.room, display.small)
    return {
        "type": "scatter",
        "mode": "text",
        "x": [span.begin.isoformat()] * len(found),
        "y": [0.28 - position for position in range(len(found))],
        "text": [plain(shortened(lane.name, max(12, letters))) for lane in found],
        "textposition": "middle right",
        "textfont": {"size": display.small, "color": display.palette.ink},
        "hoverinfo": "skip",
    }


def _medicines(periods: Sequence[MedicationPeriod], span: Span, display: Display) -> list[Lane]:
    grouped: dict[str, list[MedicationPeriod]] = {}
    for period in periods:
        if (period.end is None or period.end >= span.first) and (
            period.start is None or period.start <= span.last
        ):
            grouped.setdefault(medicine(period.generic, period.medication), []).append(period)
    order = sorted(grouped, key=lambda name: min(item.start or date.min for item in grouped[name]))
    tints = _tints(len(order), display)
    return [
        _medicine(name, grouped[name], span, display, tint) for name, tint in zip(order, tints, strict=True)
    ]


def _tints(count: int, display: Display) -> list[tuple[str, str]]:
    """A colour of its own for each lane; where there are not enough, two in turn, so that none seems to mean
    anything."""
    colours = display.palette.lanes
    chosen = colours if count <= len(colours) else (colours[0], colours[3])
    return [chosen[place % len(chosen)] for place in range(count)]


def _medicine(
    name: str, periods: Sequence[MedicationPeriod], span: Span, display: Display, tints: tuple[str, str]
) -> Lane:
    tint, full = tints
    doses = {dose(item.dose, item.unit) for item in periods}  # an unknown dose is a dose of its own
    known = [item.dose for item in periods if item.dose is not None]
    highest = max(known, default=None)
    same = next(iter(doses)) if len(doses) == 1 else ""
    title = f"{shortened(name, _LETTERS)} {same}".strip()
    starts = [max(item.start or span.first, span.first) for item in periods]
    ends = [min(item.end or span.last, span.last) for item in periods]
    inside = []
    for item, start, end in zip(periods, starts, ends, strict=True):
        text = dose(item.dose, item.unit) if len(doses) > 1 else ""
        room = span.at(end) - span.at(start)
        inside.append(f"{_BESIDE}{text}" if text and room >= text_width(text, display.small) + 14 else "")
    bars: Spec = {
        "type": "bar",
        "name": "doses",
        "orientation": "h",
        "base": [start.isoformat() for start in starts],
        "x": [((end - start).days + 1) * DAY_MS for start, end in zip(starts, ends, strict=True)],
        "width": 0.42 if display.narrow else 0.74,
        "marker": {
            "color": [full if item.dose == highest else tint for item in periods],
            "line": {"color": display.palette.paper, "width": 1},
        },
        "text": inside,
        "textposition": "inside",
        "insidetextanchor": "start",
        "constraintext": "none",
        "textangle": 0,
        "textfont": {"size": display.small, "color": display.palette.ink},
        "hovertext": [_period_words(name, item) for item in periods],
        "hoverinfo": "text",
        "cliponaxis": True,
    }
    return Lane(title, (bars,), name)


def _period_words(name: str, period: MedicationPeriod) -> str:
    amount = dose(period.dose, period.unit)
    since = "from before the journal" if period.start is None else f"from {day(period.start)}"
    until = "and going on" if period.end is None else f"to {day(period.end)}"
    return f"{plain(name)} {amount}".strip() + f"<br>{since} {until}"


def _treatments(journal: Journal, span: Span, display: Display) -> list[Lane]:
    table = journal.days if not journal.days.empty else journal.nights
    found = []
    for field in TREATMENTS:
        if field not in table.columns:
            continue
        given = table[field].fillna(False).astype(bool)
        dates = [stamp.date() for stamp in table.index[given.to_numpy()]]
        dates = [when for when in dates if span.first <= when <= span.last]
        if dates:
            label = dictionary()[field].label
            found.append(Lane(label, (_ticks(label, dates, display),)))
    return found


def _ticks(label: str, dates: Sequence[date], display: Display) -> Spec:
    return {
        "type": "scatter",
        "name": "sessions",
        "mode": "markers",
        "x": [f"{when.isoformat()}T12:00" for when in dates],
        "marker": {
            "symbol": "line-ns",
            "size": 13 * display.scale,
            "line": {"width": 1 if display.narrow else 2, "color": display.palette.plain},
        },
        "hovertext": [f"{label}<br>{weekday_day(when)}" for when in dates],
        "hoverinfo": "text",
    }
