"""The picture of the visit: cramps week by week and night by night, and all else, on one time axis."""

from collections.abc import Sequence
from dataclasses import replace

import plotly.graph_objects as go

from analysis.charts.template import DATE_TICKS, DEFAULT, Display, Spec, figure, note
from analysis.charts.timeline.bars import bar_row
from analysis.charts.timeline.blood_tests import BLOOD_TESTS
from analysis.charts.timeline.changes import (
    Numbered,
    lane_marks,
    mark_entries,
    named_row,
    nights_of_changes,
    on_axis,
    poles,
    tick_entry,
)
from analysis.charts.timeline.days import exposure_rows
from analysis.charts.timeline.key import Entry, key_above
from analysis.charts.timeline.lanes import heights_of_medicines, lanes, stacked
from analysis.charts.timeline.medicines import lane_entries, medicine_lanes
from analysis.charts.timeline.rows import DAY_MS, Row, Span, night_row
from analysis.review import Review

_FEW_NIGHTS = 36  # below this a time axis left to itself would name hours, or days without a rhythm


def plot_timeline(review: Review, display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """Cramps, medicines, treatments, blood tests, hydration and activity on one time axis.

    A mark of a change carries its position in ``review.medication_changes`` as ``customdata``. The marks
    stand above the timeline with their names; on a phone, or where the names have no room, in the lanes of
    their medicines. Unlogged nights are hatched; a week without a logged night has no bar at all. A journal
    too long for weeks shows months, without single nights. The height grows with the lanes.

    >>> from analysis import read_journal, review
    >>> files = ["sample_data/year.csv", "sample_data/year_medication_changes.csv"]
    >>> shown = review(read_journal(files))
    >>> plot_timeline(shown).layout.height > plot_timeline(shown, Display(narrow=True)).layout.height / 2
    True
    """
    nights = review.journal.nights
    if nights.empty:
        return note("No night is logged in this period.", display, alt=alt)
    first, last = nights.index[0].date(), nights.index[-1].date()
    span = Span(first, last, display.safe_width - (70 if display.narrow else 190 * display.scale))
    rows = [bar_row(review, span, display)]
    if span.shows_nights:
        rows.append(night_row(review.journal, span, display))
    changes = on_axis(review.medication_changes, span)
    found = lanes(review, span, display, changes)
    in_lanes: Numbered = ()
    tests_px = 0.0
    above, whole = named_row(changes, span, display) if changes else (None, True)
    if found:
        traces, axis, height = stacked(found, display, span)
        tests_px = height / len(found) if found[-1].name == BLOOD_TESTS else 0.0
        marks = lane_marks(changes, heights_of_medicines(found, display), display)
        if marks is not None and (display.narrow or not whole):
            traces, above, in_lanes = [*traces, marks], None, changes
            rows[0] = replace(rows[0], key=[*rows[0].key, *tick_entry(changes, display)])
        key = mark_entries(changes, display, in_lanes=above is None) + lane_entries(found, display)
        rows.append(Row("lanes", height, 14, traces, axis, key))
    if above is not None:
        rows.insert(0, above)
    rows += _with_one_key(exposure_rows(review, span, display))
    return _assembled(rows, in_lanes, tests_px, span, display, alt)


def plot_medicines(review: Review, display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """The lanes of the timeline alone, with every change in the lane of its medicine.

    Marks and bars carry the position of a change in ``review.medication_changes`` as ``customdata``, None
    where there is none.
    """
    nights = review.journal.nights
    if nights.empty:
        return note("No night is logged in this period.", display, alt=alt)
    first, last = nights.index[0].date(), nights.index[-1].date()
    span = Span(first, last, display.safe_width - (70 if display.narrow else 190 * display.scale))
    changes = on_axis(review.medication_changes, span)
    found = medicine_lanes(review.medication_periods, review.intakes, span, display, changes)
    if not found:
        return note("No medicine is known for this period.", display, alt=alt)
    traces, axis, height = stacked(found, display, span)
    marks = lane_marks(changes, heights_of_medicines(found, display), display)
    key = lane_entries(found, display)
    if marks is not None:
        traces, key = [*traces, marks], [*mark_entries(changes, display, in_lanes=True), *key]
    return _assembled([Row("lanes", height, 14, traces, axis, key)], (), 0.0, span, display, alt)


def _with_one_key(rows: Sequence[Row]) -> list[Row]:
    """Rows of days, of which only the first explains what all of them show."""
    return [row if place == 0 else replace(row, key=()) for place, row in enumerate(rows)]


def _assembled(
    rows: Sequence[Row], in_lanes: Numbered, tests_px: float, span: Span, display: Display, alt: str | None
) -> go.Figure:
    """Rows from top to bottom, each with its own vertical axis, all on the same horizontal one; each with its
    key right above it, that of the first above all."""
    keys = _keys(rows)
    # For a narrower window than the rest, as names must not be cut; on a phone over ticks and title.
    labelled = display.narrow and rows[0].name != "lanes"  # the lanes' names stand above them
    left, room = (38 if labelled else 0, span.room - 34) if display.narrow else (0, 0.65 * span.room)
    deep = [key_above(key, 0, room, display, left=left).height for key in keys]
    inner = sum(row.height + row.gap for row in rows) - rows[-1].gap + sum(deep[1:])
    top, bottom = deep[0] + (10 if rows[0].name == "changes" else 6), 44 * display.scale
    layout: Spec = {
        "margin": {"l": 8, "r": 14, "t": top, "b": bottom, "pad": 4},
        "barmode": "overlay",
        "bargap": 0,
        "dragmode": False if display.narrow else "zoom",  # a finger scrolls the page
        "hoverdistance": 12,
        "shapes": [],
        "annotations": [],
    }
    traces: list[Spec] = []
    domains: dict[str, tuple[float, float]] = {}
    edge = 1.0
    for place, (row, key, height) in enumerate(zip(rows, keys, deep, strict=True), start=1):
        mark = "" if place == 1 else str(place)
        high = edge if place == 1 else edge - height / inner
        low = max(0.0, high - row.height / inner)
        domains[row.name] = (low, high)
        layout[f"yaxis{mark}"] = {"domain": [low, high], "anchor": "x", **row.axis}
        traces += [{**trace, "yaxis": f"y{mark}", "showlegend": False} for trace in row.traces]
        drawn = key_above(key, high, room, display, left=left)
        layout["shapes"] += drawn.shapes
        layout["annotations"] += drawn.texts
        edge = low - row.gap / inner
    layout["shapes"] += _lines_of_changes(rows[0], in_lanes, domains, inner, tests_px, display)
    layout["xaxis"] = _time_axis(span, display, anchor="y" if len(rows) == 1 else f"y{len(rows)}")
    return figure(traces, layout, display, height=inner + top + bottom, alt=alt)


def _keys(rows: Sequence[Row]) -> list[Sequence[Entry]]:
    """The key of each row; names of changes above the weeks stand under the key of the weeks."""
    keys = [row.key for row in rows]
    return [keys[1], (), *keys[2:]] if rows[0].name == "changes" else keys


def _lines_of_changes(
    first: Row,
    in_lanes: Numbered,
    domains: dict[str, tuple[float, float]],
    inner: float,
    tests_px: float,
    display: Display,
) -> list[Spec]:
    """Through the weeks, then through nights and lanes; not through the keys between them, nor through the
    names in the lane of blood tests, the last ``tests_px`` of the lanes."""
    if "weeks" not in domains:
        return []
    if "changes" not in domains:
        return nights_of_changes(in_lanes, domains["weeks"], 1 / inner, display)
    below = [domains[name] for name in ("nights", "lanes") if name in domains]
    if below:
        below[-1] = (below[-1][0] + tests_px / inner, below[-1][1])
    further = [(below[-1][0], below[0][1])] if below and not display.narrow else []
    return poles(first, domains["changes"], [domains["weeks"], *further], display)


def _time_axis(span: Span, display: Display, *, anchor: str) -> Spec:
    ends = [span.begin.isoformat(), span.end.isoformat()]
    axis: Spec = {
        "type": "date",
        "range": ends,
        "minallowed": ends[0],
        "maxallowed": ends[1],
        "anchor": anchor,
        "fixedrange": display.narrow,
        "ticks": "outside",
        "tickangle": 0,
        "nticks": (3 if display.large else 4) if display.narrow else 12,
        "hoverformat": "%a %-d %b %Y",
        "tickformatstops": DATE_TICKS,
    }
    if span.nights > 4 * 365 and display.narrow:
        axis["nticks"] = 6  # years are short
    if span.nights < _FEW_NIGHTS:
        axis |= {"dtick": DAY_MS * (14 if display.narrow and display.large else 7), "tick0": ends[0]}
    return axis
