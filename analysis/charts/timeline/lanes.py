"""The lanes of the timeline: medicines with their doses, treatment sessions, blood tests."""

from collections.abc import Sequence
from datetime import date

from analysis.charts.labels import letters_in, plain, shortened, weekday_day
from analysis.charts.template import Display, Spec
from analysis.charts.timeline.blood_tests import BLOOD_TESTS, blood_tests
from analysis.charts.timeline.changes import Numbered
from analysis.charts.timeline.events import EVENTS, event_bars
from analysis.charts.timeline.medicines import LETTERS, medicine_lanes
from analysis.charts.timeline.rows import Lane, Span
from analysis.journal import Journal, dictionary
from analysis.measures import treatment_sessions
from analysis.review import Review


def lanes(review: Review, span: Span, display: Display, changes: Numbered = ()) -> list[Lane]:
    """All lanes, top to bottom: medicines in the order in which they began, sessions, events, blood tests."""
    found = [
        *medicine_lanes(review.medication_periods, review.intakes, span, display, changes),
        *_treatments(review.journal, span, display),
    ]
    if bars := event_bars(review.journal.events, span, display):
        found.append(Lane(EVENTS, bars))
    tests = blood_tests(review.journal.measurements, span, display)
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
            "ticktext": [plain(shortened(lane.name, LETTERS + 12)) for lane in found],
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


def _treatments(journal: Journal, span: Span, display: Display) -> list[Lane]:
    found = []
    for field, sessions in treatment_sessions(journal).items():
        if dates := [when for when in sessions if span.first <= when <= span.last]:
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
