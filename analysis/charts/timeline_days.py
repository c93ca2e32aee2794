"""The rows of the timeline that hold what came before the nights: hydration, and activity or steps."""

from collections.abc import Sequence

import pandas as pd

from analysis.charts.template import Display, Spec
from analysis.charts.timeline_rows import DAY_MS, Row, Span
from analysis.measures.exposures import ExposureAnswer
from analysis.review import Review

_BARS_UP_TO = 400  # nights; beyond, a bar for each day would be thinner than a pixel


def exposure_rows(review: Review, span: Span, display: Display) -> list[Row]:
    """Hydration, and activity or else steps, day by day; a field that was never recorded has no row."""
    table = _days(review)
    recorded = {name for name in table.columns if bool(table[name].notna().any())}
    found = []
    if "hydration" in recorded:
        found.append(_exposure_row(review, "hydration", "Fluid", "mL/day", span, display))
    if "activity" in recorded:
        found.append(_exposure_row(review, "activity", "Activity", "min/day", span, display))
    elif "steps" in recorded:
        found.append(_exposure_row(review, "steps", "Steps", "a day", span, display))
    return found


def _days(review: Review) -> pd.DataFrame:
    """Every day with an exposure inside the ledger."""
    journal = review.journal
    if journal.days.empty:
        return journal.nights
    return journal.days.loc[journal.nights.index[0] : journal.nights.index[-1]]


def _exposure_row(review: Review, field: str, label: str, unit: str, span: Span, display: Display) -> Row:
    factor, shown = display.unit(unit)
    column = _days(review)[field].dropna()
    values = column.to_numpy(dtype=float) * factor
    colour = display.palette.hydration if field == "hydration" else display.palette.activity
    trace: Spec = {
        "name": field,
        "x": [f"{stamp.date().isoformat()}T12:00" for stamp in column.index],
        "y": values,
        "hovertemplate": f"%{{x|%a %-d %b %Y}}<br>{label} %{{y:.3~g}} {shown}<extra></extra>",
    }
    if field == "hydration" or span.nights > _BARS_UP_TO:
        marker: Spec = _dot(span, colour)
        trace |= {"type": "scatter", "mode": "markers", "marker": marker}
    else:
        marker = {"color": colour, "opacity": 0.6, "line": {"width": 0}}
        trace |= {"type": "bar", "width": DAY_MS * 0.8, "marker": marker}
    traces = [*_usual(review.exposures, field, factor, span, display), trace]
    top = float(values.max()) * 1.08 if values.size and values.max() > 0 else 1.0
    title: Spec = {"text": f"{label}<br>[{shown}]"}
    axis: Spec = {"range": [0, top], "title": title, "nticks": 4, "tickformat": "~g"}
    return Row(field, (78 if display.narrow else 84) * display.scale, 18, traces, axis)


def _dot(span: Span, colour: str) -> Spec:
    """Smaller and fainter where thousands of days share the row."""
    if span.night_px > 0.5:
        return {"size": 4, "color": colour, "opacity": 0.75}
    return {"size": 3 if span.room > 400 else 2, "color": colour, "opacity": 0.45}


def _usual(
    answers: Sequence[ExposureAnswer], field: str, factor: float, span: Span, display: Display
) -> list[Spec]:
    """The person's usual range behind the days, where the review gives one."""
    for answer in answers:
        low, high = answer.usual_range.low, answer.usual_range.high
        if answer.field == field and low is not None and high is not None:
            ends = [span.first.isoformat(), span.end.isoformat()]
            return [
                {
                    "type": "scatter",
                    "mode": "lines",
                    "name": "usual range",
                    "fill": "toself",
                    "x": [*ends, *reversed(ends)],
                    "y": [low * factor] * 2 + [high * factor] * 2,
                    "line": {"width": 0},
                    "fillcolor": display.palette.usual,
                    "hoverinfo": "skip",
                }
            ]
    return []
