"""The rows of the timeline that hold what came before the nights: hydration, and activity or steps."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.charts.template import Display, Spec
from analysis.charts.timeline.key import Entry
from analysis.charts.timeline.rows import DAY_MS, Row, Span
from analysis.measures import ExposureAnswer, rolling_mean
from analysis.review import Review

_BARS_UP_TO = 400  # nights; beyond, a bar for each day would be thinner than a pixel
_STRETCHES = (
    (7, 3),
    (28, 12),
)  # days of a mean, and those among them that must be logged: near, and from afar


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
        "hovertemplate": f"%{{x|%a %-d %b %Y}}<br>{label} %{{y:,.3~r}} {shown}<extra></extra>",
    }
    bars = field != "hydration" and span.nights <= _BARS_UP_TO
    if bars:
        marker: Spec = {"color": colour, "opacity": 0.38, "line": {"width": 0}}
        trace |= {"type": "bar", "width": DAY_MS * 0.8, "marker": marker}
    else:
        trace |= {"type": "scatter", "mode": "markers", "marker": _dot(span, colour)}
    stretch = _STRETCHES[0] if span.shows_nights else _STRETCHES[1]
    usual = _usual(review.exposures, field, factor, span, display)
    mean = _mean(review, field, stretch, factor, f"{label} %{{y:,.3~r}} {shown}", colour)
    has_mean = any(value is not None for value in mean["y"])
    top = float(values.max()) * 1.08 if values.size and values.max() > 0 else 1.0
    title: Spec = {"text": f"{label}<br>[{shown}]"}
    axis: Spec = {"range": [0, top], "title": title, "nticks": 4, "tickformat": ",~g"}
    mean_of = f"{stretch[0]}-day mean" if display.narrow else f"mean of {stretch[0]} days"
    key = [
        Entry("each day", "band" if bars else "dot", _faded(colour, 0.38 if bars else 0.6)),
        *([Entry(mean_of, "line", colour)] if has_mean else []),
        *([Entry("usual range", "band", display.palette.usual)] if usual else []),
    ]
    height = (72 if display.narrow else 78) * display.scale
    return Row(field, height, 12, [*usual, trace, mean], axis, key)


def _mean(
    review: Review, field: str, stretch: tuple[int, int], factor: float, said: str, colour: str
) -> Spec:
    """The rolling mean, broken where too few days are logged."""
    length, least = stretch
    found = rolling_mean(review.journal, field, stretch=length, least_logged=least)
    known = np.isfinite(found.means)
    means = np.round(found.means * factor, 4).tolist()
    return {
        "type": "scatter",
        "name": f"{field} mean",
        "mode": "lines",
        "x": [f"{day.isoformat()}T12:00" for day in found.days],
        "y": [mean if is_known else None for mean, is_known in zip(means, known.tolist(), strict=True)],
        "line": {"color": colour, "width": 1.8},
        "connectgaps": False,
        "hovertemplate": f"{length} days to %{{x|%a %-d %b %Y}}<br>{said} on average<extra></extra>",
    }


def _dot(span: Span, colour: str) -> Spec:
    """Smaller and fainter where thousands of days share the row."""
    if span.shows_nights:
        return {"size": _size(span), "color": colour, "opacity": 0.42 if span.night_px < 8 else 0.8}
    return {"size": 3 if span.room > 400 else 2, "color": colour, "opacity": 0.14}


def _size(span: Span) -> int:
    return next(size for size, room in ((7, 8), (4, 1), (3, 0)) if span.night_px > room)


def _faded(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def _usual(
    answers: Sequence[ExposureAnswer], field: str, factor: float, span: Span, display: Display
) -> list[Spec]:
    """The person's usual range behind the days, where the review gives one."""
    for answer in answers:
        low, high = answer.usual_range.low, answer.usual_range.high
        if answer.field == field and low is not None and high is not None and low < high:
            ends = [span.begin.isoformat(), span.end.isoformat()]
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
