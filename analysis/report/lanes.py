"""The lanes of the page's timeline: medicines with their doses, what is taken now and then, sessions of a
treatment, marked events, blood tests."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analysis import words
from analysis.journal import Journal
from analysis.measures import MedicationPeriod, treatment_sessions
from analysis.report import svg
from analysis.report.letters import printable
from analysis.report.svg import DOSES, EVENT, INK, QUIET
from analysis.review import Review

LONGEST_NAME = 20  # letters of a name beside its lane
_LETTER = 5.0  # width of a letter, on the wide side [pt]
_NARROWEST, _LETTERS_OF_EVENT = 3.0, 24  # of a stretch [pt], and of its name
Place = Callable[[date], float]


@dataclass(frozen=True)
class Lane:
    """One line: its name, and what is on it: ``bars`` of one dose from a date to the morning after a last
    night, with how dark [0-2]; ``ticks`` for single days; ``marks`` for days with blood tests, what stands
    beside each, and whether a result lies outside its range; ``pauses`` from the night of a pause to the one
    that ended it; ``events`` from a date to the morning after, with the name that stands beside each.
    ``said`` is its name for a reader who cannot see it."""

    name: str
    bars: tuple[tuple[date, date, str, int], ...] = ()
    ticks: tuple[date, ...] = ()
    marks: tuple[tuple[date, str, bool], ...] = ()
    pauses: tuple[tuple[date, date], ...] = ()
    events: tuple[tuple[date, date, str], ...] = ()
    said: str = ""


def lanes_of(review: Review, first: date, last: date, most: int) -> list[Lane]:
    """At most ``most`` medicines, those that are taken now before those that ended, and the number of the
    others; then intakes, sessions, events and tests between ``first`` and ``last``."""
    spells = _spells(review, first, last)
    intakes = _intakes(review.journal.intakes, first, last)
    hidden = max(len(spells) - most, 0) + max(len(intakes) - most, 0)
    return [
        *spells[:most],
        *intakes[:most],
        *([Lane(words.say_more_medicines(hidden))] if hidden else []),
        *_sessions(review.journal, first, last),
        *_events(review.journal.events, first, last),
        *_tests(review.journal.measurements, first, last),
    ]


def _spells(review: Review, first: date, last: date) -> list[Lane]:
    """One lane a medicine, those that end last first: what is taken now is never left out."""
    lanes: dict[str, list[MedicationPeriod]] = {}
    paused = {
        (step.key, step.night)
        for change in review.medication_changes
        for step in change.steps or (change,)
        if step.change == "pause"
    }
    for period in review.medication_periods:
        if (period.start or first) <= last and (period.end or last) >= first:
            lanes.setdefault(period.key, []).append(period)
    ordered = sorted(lanes.values(), key=lambda found: max(each.end or date.max for each in found))
    return [_of_medicine(found, paused, first, last) for found in reversed(ordered)]


def _of_medicine(
    periods: Sequence[MedicationPeriod], paused: Collection[tuple[str, date]], first: date, last: date
) -> Lane:
    doses = sorted({period.dose for period in periods if period.dose is not None})
    bars = []
    for period in periods:
        step = doses.index(period.dose) if period.dose is not None else 0
        shade = min(step + 3 - min(len(doses), 3), 2) if doses else 1
        dose = "" if period.dose is None else f"{period.dose:g} {period.unit or ''}".strip()
        end = last if period.end is None else min(period.end + timedelta(days=1), last)
        bars.append((max(period.start or first, first), end, dose, shade))
    begins = sorted(period.start for period in periods if period.start is not None)
    ends = [period.end + timedelta(days=1) for period in periods if period.end is not None]
    pauses = [
        (end, next((begin for begin in begins if begin >= end), last))
        for end in ends
        if (periods[-1].key, end) in paused and first <= end < last
    ]
    return Lane(
        words.medicine(periods[-1].medication, periods[-1].generic), tuple(bars), pauses=tuple(pauses)
    )


def _intakes(table: pd.DataFrame, first: date, last: date) -> list[Lane]:
    """One lane for each medicine that is taken now and then, the most often taken first."""
    taken: dict[str, list[date]] = {}
    for row in table.to_dict("records"):
        generic = row["generic"]
        name = words.medicine(str(row["medication"]), None if pd.isna(generic) else str(generic))
        when = row["night"].date()
        if first <= when <= last:
            taken.setdefault(name, []).append(when)
    ordered = sorted(taken.items(), key=lambda item: -len(item[1]))
    return [
        Lane(name, ticks=tuple(dates), said=f"{name}, {words.count(len(dates), 'single intake')}")
        for name, dates in ordered
    ]


def _sessions(journal: Journal, first: date, last: date) -> list[Lane]:
    """One lane for each treatment that is given in sessions."""
    lanes = []
    for field, days in treatment_sessions(journal).items():
        label = words.label_field(field)
        if ticks := tuple(when for when in days if first <= when <= last):
            lanes.append(Lane(label, ticks=ticks, said=f"{label}, {words.count(len(ticks), 'session')}"))
    return lanes


def _events(table: pd.DataFrame, first: date, last: date) -> list[Lane]:
    """The stretches that somebody marked: a holiday, an illness, a new bed."""
    columns = (table["first_night"].dt.date, table["last_night"].dt.date, table["event"])
    every = sorted(zip(*(column.tolist() for column in columns), strict=True))
    shown = tuple(
        (max(start, first), min(end + timedelta(days=1), last), printable(str(name)))
        for start, end, name in every
        if start <= last and end >= first
    )
    return [Lane(words.say_events(), events=shown)] if shown else []


def _tests(table: pd.DataFrame, first: date, last: date) -> list[Lane]:
    """The days with blood tests; results outside the range that the file itself gives stand first."""
    found: dict[date, list[tuple[bool, str]]] = {}
    for row in table.to_dict("records"):
        when, result = row["date"].date(), row["result"]
        if not first <= when <= last or pd.isna(result):
            continue
        outside = bool(result < row["low"] or result > row["high"])
        found.setdefault(when, []).append((outside, f"{words.label_test(str(row['test']))} {result:g}"))
    marks = []
    for when, results in sorted(found.items()):
        results.sort(key=lambda each: not each[0])
        shown = ", ".join(text for outside, text in results if outside) or results[0][1]
        marks.append((when, shown, results[0][0]))
    return [Lane(words.say_blood_tests(), marks=tuple(marks))] if marks else []


def draw_lane(lane: Lane, x: Place, top: float, height: float, width: float) -> list[str]:
    """The shapes of a lane whose upper edge is at ``top`` [pt]."""
    short = lane.name if len(lane.name) <= LONGEST_NAME else f"{lane.name[: LONGEST_NAME - 1]}…"
    base, middle = top + height - 3, top + height / 2
    shapes = [svg.label(0, base, short, INK)]
    for start, end, dose, shade in lane.bars:
        left, right = x(start), x(end)
        if right <= left:
            continue
        shapes += [svg.rect(left, top + 1, right - left, height - 2, DOSES[shade], "#ffffff")]
        if dose and right - left > _LETTER * len(dose) + 4:
            shapes += [svg.label(left + 3, base, dose, INK)]
    for start, end in lane.pauses:
        shapes += [svg.line(x(start), middle, x(end), middle, INK, 0.8, "2 2")]
    shapes += [svg.line(x(when), top + 2, x(when), top + height - 2, INK, 0.8) for when in lane.ticks]
    shapes += _draw_events(lane.events, x, top, height, width)
    places = [x(when) for when, _, _ in lane.marks]
    for place, (_, text, outside) in enumerate(lane.marks):
        at, room = places[place], (places[place + 1] if place + 1 < len(places) else width) - places[place]
        shapes += [svg.diamond(at, middle, 3.2, INK if outside else "#ffffff", INK)]
        if _LETTER * len(text) + 8 < room:
            shapes += [svg.label(at + 6, base, text, INK if outside else QUIET)]
    return shapes


def _draw_events(
    events: Sequence[tuple[date, date, str]], x: Place, top: float, height: float, width: float
) -> list[str]:
    """Stretches, each with its name after it where there is room before the next, or before it, where there
    is room there."""
    shapes, taken = [], x(date.min)
    for place, (start, end, name) in enumerate(events):
        left, following = x(start), x(events[place + 1][0]) if place + 1 < len(events) else width
        right = max(x(end), left + _NARROWEST)
        short = name if len(name) <= _LETTERS_OF_EVENT else f"{name[: _LETTERS_OF_EVENT - 1]}…"
        needed, base = _LETTER * len(short) + 6, top + height - 3
        shapes += [svg.rect(left, top + 2, right - left, height - 4, EVENT, INK)]
        if right + needed < following:
            shapes += [svg.label(right + 3, base, short, INK)]
            right += needed
        elif left - needed > taken:
            shapes += [svg.label(left - 3, base, short, INK, anchor="end")]
        taken = right
    return shapes
