"""The timeline of the page: weekly bars, the rate of four weeks, medicines in lanes, fluid and activity."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import ceil, isfinite, log10

import numpy as np

from analysis.measures import MedicationPeriod, rolling_mean, without_entry
from analysis.report import svg
from analysis.report.options import Keep
from analysis.review import Review
from analysis.words import day, medicine

# For paper: each differs from its neighbours in lightness, so that a copy in grey reads the same.
INK, QUIET, GRID, BAR, LINE = "#1d2330", "#565d6b", "#dfe2e8", "#b9afde", "#33236f"
DOSES = ("#d9dde6", "#b9c1d0", "#8f9bb2")
FLUID, ACTIVITY = "#1f6fb2", "#3f7d3a"

WIDTH, LEFT, RIGHT = 516.0, 76.0, 6.0
BARS_HEIGHT, LANE, ROW, AXIS, TOP = 70.0, 11.0, 24.0, 14.0, 4.0
LONG_GAP = 7  # nights without an entry from which the bars, too, show a gap [nights]
MOST_BARS = 160  # beyond, months stand in place of weeks
LONGEST_NAME = 17  # letters of a medicine beside its lane

_HATCH = (
    '<pattern id="gap" width="4" height="4" patternUnits="userSpaceOnUse">'
    f'<path d="M0 4L4 0" stroke="{QUIET}" stroke-width="0.4"/></pattern>'
)


@dataclass(frozen=True)
class Axis:
    """Dates to places [pt]: from the first night to the morning after the last, four weeks at the least."""

    first: date
    nights: int

    def x(self, when: date) -> float:
        share = (when - self.first).days / self.nights
        return LEFT + (WIDTH - LEFT - RIGHT) * min(max(share, 0.0), 1.0)


def timeline(review: Review, keep: Keep, most_lanes: int = 6) -> tuple[str, str] | None:
    """The timeline as SVG, and what it shows in words; None for a journal without a logged night."""
    nights = review.journal.nights.index
    if not len(nights):
        return None
    axis = Axis(nights[0].date(), max(len(nights), 28))
    lanes = _lanes(review.medication_periods)
    shapes, bottom = _bars(review, axis)
    for name, periods in lanes[:most_lanes]:
        shapes += _lane(name, periods, axis, bottom)
        bottom += LANE
    for field, title, unit, colour in (
        ("hydration", "Fluid", "mL a day", FLUID),
        ("activity", "Activity", "min a day", ACTIVITY),
        ("steps", "Steps", "a day", ACTIVITY),
    ):
        row = _exposure(review, field, axis, bottom + 6, (title, unit, colour))
        if row and not (field == "steps" and "Activity" in "".join(shapes)):
            shapes += row
            bottom += ROW + 8
    drawn = svg.drawing(WIDTH, bottom + AXIS, [*_dates(axis, bottom), *shapes], _HATCH)
    return drawn, _said(review, lanes, most_lanes)


def _bars(review: Review, axis: Axis) -> tuple[list[str], float]:
    often = review.frequency
    weekly = len(often.weeks) <= MOST_BARS
    rates = [(week.start, week.rate.per_week) for week in (often.weeks if weekly else often.months)]
    rolling = [float(each) for each in often.rolling_per_week]
    seen = [rate for _, rate in rates if rate is not None] + [each for each in rolling if isfinite(each)]
    top = nice_top(max(seen, default=1.0))
    base = TOP + BARS_HEIGHT

    def y(rate: float) -> float:
        return base - BARS_HEIGHT * min(rate / top, 1.0)

    shapes = [svg.label(0, TOP + 6, "Cramps a week", INK)]
    shapes += [svg.label(0, TOP + 16, "Bars: weeks" if weekly else "Bars: months", QUIET, size=6.5)]
    shapes += [svg.label(0, TOP + 25, "Line: last 4 weeks", QUIET, size=6.5)]
    if (without_entry(review.journal)).any():
        shapes += [svg.rect(0, TOP + 29, 8, 6, "url(#gap)", QUIET)]
        shapes += [svg.label(11, TOP + 35, "not logged", QUIET, size=6.5)]
    for tick in (0.0, top / 2, top):
        shapes += [svg.line(LEFT, y(tick), WIDTH - RIGHT, y(tick), GRID)]
        shapes += [svg.label(LEFT - 3, y(tick) + 2.6, f"{tick:g}", QUIET, anchor="end")]
    for place, (start, rate) in enumerate(rates):
        if rate is not None:
            end = (
                rates[place + 1][0] if place + 1 < len(rates) else start + timedelta(days=7 if weekly else 31)
            )
            left, right = axis.x(start), axis.x(end)
            shapes += [svg.rect(left + 0.3, y(rate), right - left - 0.6, base - y(rate), BAR)]
    for start, length in _gaps(review):
        left, right = axis.x(start), axis.x(start + timedelta(days=length))
        shapes += [svg.rect(left, TOP, right - left, BARS_HEIGHT, "url(#gap)")]
    shapes += [svg.path(_runs(often.rolling_nights, rolling, axis, y), LINE, 1.3)]
    shapes += [svg.line(LEFT, base, WIDTH - RIGHT, base, QUIET)]
    return shapes, base + 4


def nice_top(largest: float) -> float:
    """The next even end of an axis: 2, 4, 6, 8 or 10 times a power of ten."""
    if largest <= 0:
        return 1.0
    step = 10.0 ** int(np.floor(log10(largest)))
    return float(next(times * step for times in (1, 2, 4, 6, 8, 10) if times * step >= largest))


def _gaps(review: Review) -> list[tuple[date, int]]:
    """First night and length of each long run of nights without an entry."""
    first = review.journal.nights.index[0].date()
    found, place = [], 0
    for bare, run in groupby(without_entry(review.journal).tolist()):
        length = len(list(run))
        if bare and length >= LONG_GAP:
            found.append((first + timedelta(days=place), length))
        place += length
    return found


def _runs(
    days: Sequence[date], values: Sequence[float], axis: Axis, y: Callable[[float], float]
) -> list[list[tuple[float, float]]]:
    """The points of a line, parted where a value is missing; at most two a point of width."""
    step = max(1, len(days) // 900)
    runs: list[list[tuple[float, float]]] = [[]]
    for when, value in zip(days[::step], values[::step], strict=True):
        if isfinite(value):
            runs[-1].append((axis.x(when), y(value)))
        elif runs[-1]:
            runs.append([])
    return runs


def _lanes(periods: Sequence[MedicationPeriod]) -> list[tuple[str, list[MedicationPeriod]]]:
    """The periods of each medicine, those that end last first: what is taken now is never left out."""
    lanes: dict[str, list[MedicationPeriod]] = {}
    for period in periods:
        lanes.setdefault(period.generic or period.medication, []).append(period)
    named = [(medicine(found[-1].medication, found[-1].generic), found) for found in lanes.values()]
    return sorted(named, key=lambda lane: max(period.end or date.max for period in lane[1]), reverse=True)


def _lane(name: str, periods: Sequence[MedicationPeriod], axis: Axis, top: float) -> list[str]:
    doses = sorted({period.dose for period in periods if period.dose is not None})
    short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    shapes = [svg.label(0, top + 8, short, INK, size=7)]
    last = axis.first + timedelta(days=axis.nights)
    for period in periods:
        left = axis.x(period.start or axis.first)
        right = axis.x(period.end + timedelta(days=1) if period.end else last)
        if right <= left:
            continue
        step = doses.index(period.dose) if period.dose is not None else 0
        shade = DOSES[min(step + (3 - min(len(doses), 3)), 2)] if doses else DOSES[1]
        shapes += [svg.rect(left, top + 1.5, right - left, LANE - 3, shade, "#ffffff")]
        if period.dose is not None and right - left > 34:
            shapes += [
                svg.label(left + 3, top + 8, f"{period.dose:g} {period.unit or ''}".strip(), INK, size=6.5)
            ]
    return shapes


def _exposure(review: Review, field: str, axis: Axis, top: float, row: tuple[str, str, str]) -> list[str]:
    """The mean of the last days as a line over its own small axis; nothing where it was never recorded."""
    title, unit, colour = row
    stretch, least = (7, 3) if axis.nights <= 800 else (28, 12)
    mean = rolling_mean(review.journal, field, stretch=stretch, least_logged=least)
    values = [float(each) for each in mean.means]
    known = [each for each in values if isfinite(each)]
    if not known:
        return []
    highest = nice_top(max(known))

    def y(value: float) -> float:
        return top + ROW - ROW * value / highest

    return [
        svg.label(0, top + 8, title, INK),
        svg.label(0, top + 18, f"{unit}, mean of {stretch} days", QUIET, size=6.0),
        svg.line(LEFT, top + ROW, WIDTH - RIGHT, top + ROW, QUIET),
        svg.line(LEFT, top, WIDTH - RIGHT, top, GRID),
        svg.label(LEFT - 3, top + 4, f"{highest:g}", QUIET, size=6.5, anchor="end"),
        svg.label(LEFT - 3, top + ROW + 1, "0", QUIET, size=6.5, anchor="end"),
        svg.path(_runs(mean.days, values, axis, y), colour, 1.0),
    ]


def _dates(axis: Axis, top: float) -> list[str]:
    """A tick at the first of a month, at most twelve of them."""
    last = axis.first + timedelta(days=axis.nights)
    months = (last.year - axis.first.year) * 12 + last.month - axis.first.month
    step = next(each for each in (1, 2, 3, 6, 12, 24, 60, 120) if each >= ceil(months / 12) or each == 120)
    shapes = []
    for number in range(axis.first.year * 12 + axis.first.month - 1, last.year * 12 + last.month):
        when = date(number // 12, number % 12 + 1, 1)
        if number % step or not axis.first <= when <= last:
            continue
        x = axis.x(when)
        shapes += [svg.line(x, TOP, x, top + 2, GRID), svg.line(x, top, x, top + 2, QUIET)]
        named = day(when, year=True).split(" ", 1)[1] if step < 12 else str(when.year)
        short = f"{named[:3]} {str(when.year)[2:]}" if step < 12 else named
        if x < WIDTH - 24:
            shapes += [svg.label(x + 1, top + 10, short, QUIET, size=7)]
    if not shapes:
        shapes = [svg.label(LEFT, top + 10, day(axis.first), QUIET, size=7)]
    return shapes


def _said(review: Review, lanes: Sequence[tuple[str, object]], most: int) -> str:
    """The alternative text: what the chart shows, and where its numbers stand."""
    often = review.frequency
    known = [week.rate.per_week for week in often.weeks if week.rate.per_week is not None]
    rates = (
        f"weekly rates from {min(known):.1f} to {max(known):.1f} cramps a week" if known else "no weekly rate"
    )
    taken = ", ".join(name for name, _ in lanes[:most])
    more = f" and {len(lanes) - most} more" if len(lanes) > most else ""
    return (
        f"Timeline of the journal: {rates}, nights without an entry hatched"
        + (f"; medicines in lanes: {taken}{more}" if lanes else "")
        + ". The numbers stand in the text and tables of this page."
    )
