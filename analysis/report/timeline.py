"""The timeline of the page: weekly bars, the rate of four weeks, lanes, fluid and activity."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import ceil, isfinite, log10
from typing import TypedDict

import numpy as np

from analysis import words
from analysis.measures import FEW_LOGGED, Month, Week, left_out, rolling_mean, without_entry
from analysis.report import svg
from analysis.report.lanes import Lane, draw_lane, lanes_of
from analysis.report.options import Keep
from analysis.report.svg import ACTIVITY, BAR, FLUID, GRID, INK, LINE, QUIET, SMALLEST
from analysis.review import Review


class Drawing(TypedDict):
    """``most_lanes`` of medicines, how high the bars are [pt], and whether fluid and activity have ``rows``
    beneath."""

    most_lanes: int
    height: float
    rows: bool


WIDTH, LEFT, RIGHT = 536.0, 104.0, 8.0
LANE, ROW, BETWEEN, AXIS, TOP = 12.0, 20.0, 6.0, 14.0, 5.0
LONG_GAP = 7  # nights without an entry from which the bars, too, show a gap [nights]
MOST_BARS = 160  # beyond, months stand in place of weeks
# What a full sheet shows, and what it shows instead where there is less room.
DRAWINGS: tuple[Drawing, ...] = (
    {"most_lanes": 6, "height": 72.0, "rows": True},
    {"most_lanes": 4, "height": 58.0, "rows": True},
    {"most_lanes": 4, "height": 58.0, "rows": False},
    {"most_lanes": 2, "height": 58.0, "rows": False},
)

_LEAST_KNOWN = 0.25  # share of the days below which a mean is dots and dashes, and no line

_HATCH = (
    '<pattern id="gap" width="4" height="4" patternUnits="userSpaceOnUse">'
    f'<path d="M0 4L4 0" stroke="{QUIET}" stroke-width="0.4"/></pattern>'
)


@dataclass(frozen=True)
class Axis:
    """Dates to places [pt]: from the first night to the morning after the last, four weeks at the least."""

    first: date
    nights: int

    @property
    def last(self) -> date:
        return self.first + timedelta(days=self.nights)

    def x(self, when: date) -> float:
        share = (when - self.first).days / self.nights
        return LEFT + (WIDTH - LEFT - RIGHT) * min(max(share, 0.0), 1.0)


def timeline(
    review: Review, keep: Keep, *, most_lanes: int = 6, height: float = 72.0, rows: bool = True
) -> tuple[str, str] | None:
    """The timeline as SVG, and what it shows in words; None for a journal without a logged night.

    most_lanes : of medicines; what is taken now and then, sessions, events and tests have more. height : of
    the bars [pt].
    rows : whether fluid and activity are drawn beneath.
    """
    nights = review.journal.nights.index
    if not len(nights):
        return None
    axis = Axis(nights[0].date(), max(len(nights), 28))
    lanes = lanes_of(review, axis.first, axis.last, most_lanes)
    shapes, bottom = _bars(review, axis, height)
    for lane in lanes:
        shapes += draw_lane(lane, axis.x, bottom, LANE, WIDTH)
        bottom += LANE
    shown = []
    for field, title, unit, factor, colour in _fields(keep) if rows else ():
        row = _exposure(review, field, axis, bottom + BETWEEN, (title, unit, factor, colour))
        if row and not (field == "steps" and words.label_field("activity") in shown):
            shapes += row
            shown.append(title)
            bottom += ROW + BETWEEN + 3
    drawn = svg.drawing(WIDTH, bottom + AXIS, [*_dates(axis, bottom), *shapes], _HATCH)
    return drawn, words.say_timeline(review, [_named(lane) for lane in lanes], shown)


def _named(lane: Lane) -> str:
    return lane.said or lane.name


def _fields(keep: Keep) -> list[tuple[str, str, str, float, str]]:
    """Field, title, unit, factor to that unit, and colour of each row beneath the lanes."""
    factor, unit = words.volume_unit(keep.volume, keep.glass_ml)
    return [
        ("hydration", words.label_field("hydration"), unit, factor, FLUID),
        ("activity", words.label_field("activity"), "min", 1.0, ACTIVITY),
        ("steps", words.label_field("steps"), "", 1.0, ACTIVITY),
    ]


def _bars(review: Review, axis: Axis, height: float) -> tuple[list[str], float]:
    """Bars of weeks or months, hollow where few of their nights are logged, long gaps and the rate of four
    weeks, ``height`` points high; and where what follows begins."""
    often = review.frequency
    weekly = len(often.weeks) <= MOST_BARS
    bars: Sequence[Week | Month] = often.weeks if weekly else often.months
    few = FEW_LOGGED["week" if weekly else "month"]
    hollow = [0 < each.rate.nights < few for each in bars]
    rolling = [float(each) for each in often.rolling_per_week]
    seen = [each.rate.per_week for each, bare in zip(bars, hollow, strict=True) if not bare]
    top = nice_top(
        max([each for each in (*seen, *rolling) if each is not None and isfinite(each)], default=1.0)
    )
    base = TOP + height

    def y(rate: float) -> float:
        return base - height * min(rate / top, 1.0)

    shapes = _key(review, weekly=weekly, few=few if any(hollow) else 0)
    for tick in (0.0, top / 2, top):
        shapes += [svg.line(LEFT, y(tick), WIDTH - RIGHT, y(tick), GRID)]
        shapes += [svg.label(LEFT - 3, y(tick) + 3, f"{tick:g}", QUIET, anchor="end")]
    for place, (each, bare) in enumerate(zip(bars, hollow, strict=True)):
        if (rate := each.rate.per_week) is not None:
            after = timedelta(days=7 if weekly else 31)
            end = bars[place + 1].start if place + 1 < len(bars) else each.start + after
            left, right = axis.x(each.start), axis.x(end)
            colours = ("#ffffff", BAR) if bare else (BAR,)
            shapes += [svg.rect(left + 0.3, y(rate), right - left - 0.6, base - y(rate), *colours)]
    for start, length in _gaps(review):
        left, right = axis.x(start), axis.x(start + timedelta(days=length))
        shapes += [svg.rect(left, TOP, right - left, height, "url(#gap)")]
    shapes += [svg.path(_runs(often.rolling_nights, rolling, axis, y), LINE, 1.3)]
    shapes += [svg.line(LEFT, base, WIDTH - RIGHT, base, QUIET)]
    return shapes, base + 4


def _key(review: Review, *, weekly: bool, few: int) -> list[str]:
    """What the bars, the line, the hollow bars of ``few`` nights and the hatching are, left of the axis."""
    said = words.say_key_of_timeline(weekly=weekly)
    shapes = [
        svg.label(0, TOP + 6 + 11 * place, each, INK if place == 0 else QUIET)
        for place, each in enumerate(said)
    ]
    hatched = words.say_hatched(assumed=words.assumes(review.journal))
    others = [("#ffffff", BAR, words.say_hollow(few))] if few else []
    others += [("url(#gap)", QUIET, hatched)] if _gaps(review) else []
    for place, (fill, stroke, text) in enumerate(others, len(said)):
        y = TOP + 6 + 11 * place
        shapes += [svg.rect(0, y - 6, 9, 7, fill, stroke), svg.label(12, y, text, QUIET)]
    return shapes


def nice_top(largest: float) -> float:
    """The next even end of an axis: 2, 4, 6, 8 or 10 times a power of ten."""
    if largest <= 0:
        return 1.0
    step = 10.0 ** int(np.floor(log10(largest)))
    return float(next(times * step for times in (1, 2, 4, 6, 8, 10) if times * step >= largest))


def _gaps(review: Review) -> list[tuple[date, int]]:
    """First night and length of each long run of nights without an entry, and of each that was left out."""
    first = review.journal.nights.index[0].date()
    found, place = [], 0
    states = zip(without_entry(review.journal).tolist(), left_out(review.journal).tolist(), strict=True)
    for (bare, out), run in groupby(states):
        length = len(list(run))
        if out or (bare and length >= LONG_GAP):
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


def _exposure(
    review: Review, field: str, axis: Axis, top: float, row: tuple[str, str, float, str]
) -> list[str]:
    """The mean of the last days as a line over its own small axis; nothing where that is known of few of
    them."""
    title, unit, factor, colour = row
    stretch, least = (7, 3) if axis.nights <= 800 else (28, 12)
    mean = rolling_mean(review.journal, field, stretch=stretch, least_logged=least)
    values = [factor * float(each) for each in mean.means]
    known = [each for each in values if isfinite(each)]
    if len(known) < _LEAST_KNOWN * len(values) or not known:
        return []
    highest = nice_top(max(known))

    def y(value: float) -> float:
        return top + ROW - ROW * value / highest

    return [
        svg.label(0, top + 8, words.say_row_of_timeline(title, unit), INK),
        svg.label(0, top + 19, words.say_mean_of_days(stretch), QUIET),
        svg.line(LEFT, top + ROW, WIDTH - RIGHT, top + ROW, QUIET),
        svg.line(LEFT, top, WIDTH - RIGHT, top, GRID),
        svg.label(LEFT - 3, top + 4, f"{highest:g}", QUIET, anchor="end"),
        svg.label(LEFT - 3, top + ROW + 2, "0", QUIET, anchor="end"),
        svg.path(_runs(mean.days, values, axis, y), colour, 1.0),
    ]


def _dates(axis: Axis, top: float) -> list[str]:
    """A tick at the first of a month, at most twelve of them."""
    last = axis.last
    months = (last.year - axis.first.year) * 12 + last.month - axis.first.month
    step = next(each for each in (1, 2, 3, 6, 12, 24, 60, 120) if each >= ceil(months / 12) or each == 120)
    shapes = []
    for number in range(axis.first.year * 12 + axis.first.month - 1, last.year * 12 + last.month):
        when = date(number // 12, number % 12 + 1, 1)
        if number % step or not axis.first <= when <= last:
            continue
        x = axis.x(when)
        shapes += [svg.line(x, TOP, x, top + 2, GRID), svg.line(x, top, x, top + 2, QUIET)]
        named = f"{words.MONTHS[when.month - 1][:3]} {when.year % 100:02d}" if step < 12 else str(when.year)
        if x < WIDTH - 3.2 * SMALLEST:
            shapes += [svg.label(x + 1, top + 11, named, QUIET)]
    return shapes or [svg.label(LEFT, top + 11, words.day(axis.first), QUIET)]
