"""The lanes of medicines: bars by dose, open where they go on, and ticks for what is taken now and then."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from analysis.charts.labels import as_written, day, dose, medicine, plain, shortened, text_width, weekday_day
from analysis.charts.template import Display, Spec
from analysis.charts.timeline.changes import Numbered
from analysis.charts.timeline.key import Entry
from analysis.charts.timeline.rows import DAY_MS, Lane, Span
from analysis.measures import Intake, MedicationPeriod

LETTERS = 20  # of a medicine's name in its lane; the dose follows whole
_BESIDE = "\u00a0\u00a0"  # a dose stands beside the mark of its change
_OPEN_PX = 7  # from the end of the axis to the mark of a bar that goes on [px]


def medicine_lanes(
    periods: Sequence[MedicationPeriod],
    intakes: Sequence[Intake],
    span: Span,
    display: Display,
    changes: Numbered = (),
) -> list[Lane]:
    """A lane for each medicine, in the order in which they began. ``changes``: a click on a bar tells the
    place of the change that it begins with, else of the one that it ends with."""
    grouped: dict[str, list[MedicationPeriod]] = {}
    for period in periods:
        if (period.end is None or period.end >= span.first) and (
            period.start is None or period.start <= span.last
        ):
            grouped.setdefault(medicine(period.generic, period.medication), []).append(period)
    ticks = _intakes(intakes, span)
    begins = {name: min(item.start or date.min for item in told) for name, told in grouped.items()}
    for name, taken in ticks.items():
        begins.setdefault(name, min(when for when, _ in taken))
    order = sorted(begins, key=lambda name: begins[name])
    lanes = []
    for name, tints in zip(order, _tints(len(order), display), strict=True):
        told, taken = grouped.get(name, []), ticks.get(name, [])
        traces = _spells(name, told, span, display, tints, changes) if told else []
        if taken:
            traces.append(_ticks(name, taken, display))
        title = _title(name, told, taken) + _doses_above(told, span, display)
        lanes.append(Lane(title, tuple(traces), name))
    return lanes


def lane_entries(lanes: Sequence[Lane], display: Display) -> list[Entry]:
    """The key of what the lanes show beside their bars."""
    drawn = {trace["name"] for lane in lanes for trace in lane.traces}
    found = []
    if "goes on" in drawn:
        found.append(Entry("goes on", "right", display.palette.paper, display.palette.ink))
    if "intakes" in drawn:
        found.append(Entry("taken once", "range", display.palette.ink))
    tests = (trace for lane in lanes for trace in lane.traces if trace["name"] == "blood tests")
    if any("diamond" in trace["marker"]["symbol"] for trace in tests):
        found.append(Entry("blood test outside its range", "diamond", display.palette.ink))
    return found


def _intakes(intakes: Sequence[Intake], span: Span) -> dict[str, list[tuple[date, str]]]:
    """The nights of single intakes with their doses, by medicine."""
    found: dict[str, list[tuple[date, str]]] = {}
    for each in intakes:
        if span.first <= each.night <= span.last:
            name = medicine(each.generic, each.medication)
            found.setdefault(name, []).append((each.night, dose(each.dose, each.unit)))
    return found


def _tints(count: int, display: Display) -> list[tuple[str, str]]:
    """A colour of its own for each lane; where there are not enough, two in turn, so that none seems to mean
    anything."""
    colours = display.palette.lanes
    chosen = colours if count <= len(colours) else (colours[0], colours[3])
    return [chosen[place % len(chosen)] for place in range(count)]


def _title(name: str, periods: Sequence[MedicationPeriod], taken: Sequence[tuple[date, str]]) -> str:
    """The name, with the dose where there is only one. An unknown dose is a dose of its own."""
    doses = {_amount(item) for item in periods} | {amount for _, amount in taken}
    same = next(iter(doses)) if len(doses) == 1 else ""
    written = {item.medication.strip().casefold(): item for item in periods}
    if len(written) == 1:  # one medicine by several names goes by its generic one
        [item] = written.values()
        name = as_written(item.medication, item.generic, LETTERS)
    return f"{shortened(name, LETTERS)} {same}".strip()


def _spells(
    name: str,
    periods: Sequence[MedicationPeriod],
    span: Span,
    display: Display,
    tints: tuple[str, str],
    changes: Numbered,
) -> list[Spec]:
    highest = max((of_day for item in periods if (of_day := _of_day(item)) is not None), default=None)
    starts = [max(item.start or span.first, span.first) for item in periods]
    ends = [min(item.end or span.last, span.last) for item in periods]
    opened = [item.start is None or item.start < span.first for item in periods]
    bars: Spec = {
        "type": "bar",
        "name": "doses",
        "orientation": "h",
        "base": [start.isoformat() for start in starts],
        "x": [((end - start).days + 1) * DAY_MS for start, end in zip(starts, ends, strict=True)],
        "width": 0.42 if display.narrow else 0.74,
        "customdata": [[_change_of(item, name, changes)] for item in periods],
        "marker": {
            "color": [_shade(tints, _of_day(item), highest) for item in periods],
            "pattern": {
                "shape": ["/" if item.as_needed else "" for item in periods],
                "fgcolor": display.palette.paper,
                "size": 6,
            },
            "line": {"color": display.palette.line, "width": 1},  # the lowest dose is close to the paper
        },
        "text": _doses_inside(periods, span, display),
        "textposition": "inside",
        "insidetextanchor": "start",
        "constraintext": "none",
        "textangle": 0,
        "textfont": {"size": display.small, "color": display.palette.ink},
        "hovertext": [_period_words(name, item) for item in periods],
        "hoverinfo": "text",
        "cliponaxis": True,
    }
    open_ends = _open_ends(periods, opened, span, display)
    return [bars, open_ends] if open_ends else [bars]


def _doses_inside(periods: Sequence[MedicationPeriod], span: Span, display: Display) -> list[str]:
    """The dose of each bar, where there are several and the bar has room for it."""
    several = len({_amount(item) for item in periods}) > 1
    inside = []
    for item in periods:
        start, end = max(item.start or span.first, span.first), min(item.end or span.last, span.last)
        before = item.start is None or item.start < span.first
        text = _amount(item) if several else ""
        room = span.at(end) - span.at(start)
        fits = text and room >= text_width(text, display.small) + 14 + (_OPEN_PX if before else 0)
        inside.append(f"{_BESIDE * (2 if before else 1)}{text}" if fits else "")
    return inside


def _doses_above(periods: Sequence[MedicationPeriod], span: Span, display: Display) -> str:
    """`` 100 to 600 mg`` after the name that stands above its bars on a phone, where a bar has no room for
    its dose; empty where each has, or where doses are not of one kind."""
    kinds = {(item.unit, item.per_day, item.as_needed) for item in periods if item.dose is not None}
    doses = {item.dose for item in periods if item.dose is not None}
    written = zip(periods, _doses_inside(periods, span, display), strict=True)
    lacks = any(item.dose is not None and not text for item, text in written)
    if not display.narrow or not lacks or len(doses) < 2 or len(kinds) > 1:
        return ""
    [(unit, *_)] = kinds
    return f" {dose(min(doses), None)} to {dose(max(doses), unit)}"


def _open_ends(
    periods: Sequence[MedicationPeriod], opened: Sequence[bool], span: Span, display: Display
) -> Spec | None:
    """Hollow arrows at the ends of the axis over which a bar goes on."""
    inset = timedelta(days=_OPEN_PX / span.night_px)
    first = datetime.combine(span.first, time()) + inset
    last = datetime.combine(span.last, time()) + timedelta(days=1) - inset
    marks = [(first, "triangle-left") for before in opened if before]
    marks += [(last, "triangle-right") for item in periods if item.end is None or item.end > span.last]
    if not marks:
        return None
    return {
        "type": "scatter",
        "name": "goes on",
        "mode": "markers",
        "x": [when.isoformat() for when, _ in marks],
        "marker": {
            "symbol": [symbol for _, symbol in marks],
            "size": 8 * display.scale,
            "color": display.palette.paper,
            "line": {"color": display.palette.ink, "width": 1},
        },
        "hoverinfo": "skip",
    }


def _change_of(period: MedicationPeriod, name: str, changes: Numbered) -> int | None:
    """The place of the change with which a bar begins, else of that with which it ends."""
    nights = [period.start, None if period.end is None else period.end + timedelta(days=1)]
    for night in nights:
        for place, change in changes:
            for step in change.steps or (change,):
                if step.night == night and medicine(step.generic, step.medication) == name:
                    return place
    return None


def _amount(period: MedicationPeriod) -> str:
    often = "" if period.per_day in (None, 1) else f" × {period.per_day:.2g} a day"
    needed = "as needed" if period.as_needed else ""
    return " ".join(filter(None, [dose(period.dose, period.unit) + often, needed]))


def _of_day(period: MedicationPeriod) -> float | None:
    return None if period.dose is None else period.dose * (period.per_day or 1.0)


def _shade(tints: tuple[str, str], amount: float | None, highest: float | None) -> str:
    """Between the two tints by the share of the highest dose; the lighter for an unknown one."""
    if amount is None or not highest:
        return tints[0]
    low, high = ([int(tint[at : at + 2], 16) for at in (1, 3, 5)] for tint in tints)
    share = amount / highest
    mixed = [round(light + share * (dark - light)) for light, dark in zip(low, high, strict=True)]
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _period_words(name: str, period: MedicationPeriod) -> str:
    amount = _amount(period)
    since = "from before the journal" if period.start is None else f"from {day(period.start)}"
    until = "and going on" if period.end is None else f"to {day(period.end)}"
    return f"{plain(name)} {amount}".strip() + f"<br>{since} {until}"


def _ticks(name: str, taken: Sequence[tuple[date, str]], display: Display) -> Spec:
    return {
        "type": "scatter",
        "name": "intakes",
        "mode": "markers",
        "x": [f"{when.isoformat()}T12:00" for when, _ in taken],
        "marker": {
            "symbol": "line-ns",
            "size": 13 * display.scale,
            "line": {"width": 1 if display.narrow else 2, "color": display.palette.ink},
        },
        "hovertext": [
            f"{plain(f'{name} {amount}'.strip())}, taken once<br>{weekday_day(when)}"
            for when, amount in taken
        ],
        "hoverinfo": "text",
    }
