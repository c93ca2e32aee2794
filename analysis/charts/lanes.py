"""The lanes of the timeline: medicines with their doses, treatment sessions, blood tests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

import pandas as pd

from analysis.charts.labels import (
    day,
    dose,
    letters_in,
    medicine,
    number,
    plain,
    shortened,
    text_width,
    weekday_day,
)
from analysis.charts.template import Display, Spec
from analysis.charts.timeline_key import name_width
from analysis.charts.timeline_rows import DAY_MS, Span
from analysis.journal.fields import dictionary
from analysis.journal.model import Journal
from analysis.measures.medications import MedicationPeriod

_BESIDE = "\u00a0\u00a0"  # a dose stands beside the mark of its change
_LETTERS = 20  # of a medicine's name in its lane; the dose follows whole
TREATMENTS = ("electroanalgesia", "iv_hydration", "massage", "heat")

# How a laboratory writes the tests that matter for cramps; any other test keeps its name.
_SHORT_TESTS = {
    "potassium": "K",
    "sodium": "Na",
    "magnesium": "Mg",
    "calcium": "Ca",
    "phosphate": "PO4",
    "ferritin": "Ferritin",
    "creatinine": "Crea",
    "creatine kinase": "CK",
}


@dataclass(frozen=True)
class Lane:
    """One line of the lanes: its name, its traces drawn around ``y`` = 0 when ``y`` is given, and the
    medicine whose doses it holds."""

    name: str
    traces: tuple[Spec, ...]
    medicine: str | None = None


def lanes(journal: Journal, periods: Sequence[MedicationPeriod], span: Span, display: Display) -> list[Lane]:
    """All lanes, top to bottom: medicines in the order in which they began, sessions, blood tests."""
    found = [*_medicines(periods, span, display), *_treatments(journal, span, display)]
    tests = _blood_tests(journal.measurements, span, display)
    return [*found, tests] if tests else found


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


def _blood_tests(table: pd.DataFrame, span: Span, display: Display) -> Lane | None:
    if table.empty:
        return None
    by_date: dict[date, list[tuple[str, str, bool]]] = {}
    for row in table.to_dict("records"):
        when = row["date"].date()
        if span.first <= when <= span.last:
            by_date.setdefault(when, []).append(_test_words({str(key): value for key, value in row.items()}))
    if not by_date:
        return None
    dates = sorted(by_date)
    outside = [any(item[2] for item in by_date[when]) for when in dates]
    hover = ["<br>".join([day(when), *(item[1] for item in by_date[when])]) for when in dates]
    ends = [span.at(when) for when in dates[1:]] + [span.room]
    crowd = min((end - span.at(when) for when, end in zip(dates, ends, strict=True)), default=0.0)
    least = 0.9 if display.narrow else 0.75  # names are placed for a narrower window than the rest
    texts = []
    for when, end in zip(dates, ends, strict=True):
        names = sorted(by_date[when], key=lambda item: (not item[2], _rank(item[0])))
        texts.append(
            _what_fits([item[0] for item in names], least * (end - span.at(when)) - 22, display.small)
        )
    marks: Spec = {
        "type": "scatter",
        "name": "blood tests",
        "mode": "markers+text",
        "x": [f"{when.isoformat()}T12:00" for when in dates],
        "marker": {
            "symbol": ["diamond" if item else "diamond-open" for item in outside],
            "size": (10 if crowd > 14 else 7) * display.scale,
            "color": display.palette.ink,
            "line": {"width": 1.5, "color": display.palette.ink},
        },
        "text": texts,
        "textposition": "middle right",
        "textfont": {"size": display.small, "color": display.palette.ink},
        "hovertext": hover,
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    return Lane("Blood tests", (marks,))


def _rank(label: str) -> int:
    """Potassium first: it is what a prescriber of a diuretic looks for."""
    short = list(_SHORT_TESTS.values())
    name = label.rsplit(" ", 1)[0]
    return short.index(name) if name in short else len(short)


def _what_fits(names: Sequence[str], room: float, size: float) -> str:
    for kept in range(len(names), 0, -1):
        text = " · ".join(names[:kept]) + (" …" if kept < len(names) else "")
        if name_width(text, size) <= room:
            return f"\u00a0{text}"
    return ""


def _test_words(row: dict[str, object]) -> tuple[str, str, bool]:
    """Short label, words for the hover, and whether it lies outside the range that the file itself gives."""
    name, result = str(row["test"]), _float(row.get("result"))
    low, high = _float(row.get("low")), _float(row.get("high"))
    unit = plain(str(row["unit"])) if isinstance(row.get("unit"), str) else ""
    value = "no result" if result is None else number(result, 3)
    outside = result is not None and (
        (low is not None and result < low) or (high is not None and result > high)
    )
    bounds = " to ".join("…" if bound is None else number(bound, 3) for bound in (low, high))
    given = "" if low is None and high is None else f" (range given: {bounds})"
    short = _SHORT_TESTS.get(name.strip().lower(), shortened(name, 12))
    words = f"{plain(name)} {value} {unit}".strip() + given + (", outside the range given" if outside else "")
    return f"{plain(short)} {value}", words, outside


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and isfinite(value) else None
