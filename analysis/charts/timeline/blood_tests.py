"""The lane of blood tests on the timeline."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite

import pandas as pd

from analysis.charts.labels import day, number, plain
from analysis.charts.template import Display, Spec
from analysis.charts.timeline.key import name_width
from analysis.charts.timeline.rows import Span
from analysis.words import TESTS, label_test

BLOOD_TESTS = "Blood tests"
_HALF_MARK = 8  # of a mark with its paper around it [px]
_APART = 14  # from the middle of a mark to the next thing after its name [px]


def blood_tests(table: pd.DataFrame, span: Span, display: Display) -> Spec | None:
    """A mark for each date with tests, filled where one lies outside the range that the file itself gives,
    with as many results as have room beside it; None without tests on the axis."""
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
    texts, sides = _labels(by_date, span, display)
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
        "textposition": sides,
        "textfont": {"size": display.small, "color": display.palette.ink},
        "hovertext": hover,
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    return marks


def _labels(
    by_date: Mapping[date, Sequence[tuple[str, str, bool]]], span: Span, display: Display
) -> tuple[list[str], list[str]]:
    """Results beside their marks, those with one outside its range first, so that they have the most room."""
    dates = sorted(by_date)
    least = 0.9 if display.narrow else 0.75  # placed for a narrower window than the rest
    places = [least * span.at(when) for when in dates]
    taken = {
        "beside": [(x - _HALF_MARK, x + _HALF_MARK) for x in places],
        "top center": [(0.0, name_width(BLOOD_TESTS, display.small) + 6)],
        "bottom center": [],
    }
    tests = [sorted(by_date[when], key=lambda item: (not item[2], _rank(item[0]))) for when in dates]
    found = {}
    for place in sorted(range(len(dates)), key=lambda place: not tests[place][0][2]):
        found[place] = _label(tests[place], places[place], least * span.room, taken, display)
    return [found[place][0] for place in range(len(dates))], [found[place][1] for place in range(len(dates))]


def _label(
    tests: Sequence[tuple[str, str, bool]],
    x: float,
    room: float,
    taken: dict[str, list[tuple[float, float]]],
    display: Display,
) -> tuple[str, str]:
    """As many results as fit to the right of the mark at ``x`` [px], and their side; without room there the
    first of them on a phone over or under the mark, and to its left if it lies outside its range.

    taken : for each side, from where to where [px] it is; grows by this label.
    """
    names, size, beside = [item[0] for item in tests], display.small, taken["beside"]
    right = min((low for low, high in beside if low + high > 2 * x), default=room - _HALF_MARK) - x
    text = _what_fits(names, right - _APART, size)
    if text:
        beside.append((x, x + _APART + name_width(text, size)))
        return text, "middle right"
    wide = name_width(names[0], size)
    low, high = x - wide / 2, x + wide / 2
    for side in ("top center", "bottom center") if display.narrow else ():
        if low >= 0 and high <= room and all(high + 4 <= start or end <= low for start, end in taken[side]):
            taken[side].append((low, high + 4))
            return names[0], side
    left = x - max((high for low, high in beside if low + high < 2 * x), default=0.0)
    if tests[0][2] and wide + _APART <= left:
        beside.append((x - _APART - wide, x))
        return f"{names[0]}\u00a0", "middle left"
    return "", "middle right"


def _rank(label: str) -> int:
    """Potassium first: it is what a prescriber of a diuretic looks for."""
    short = list(TESTS.values())
    name = label.rsplit(" ", 1)[0]
    return short.index(name) if name in short else len(short)


def _what_fits(names: Sequence[str], room: float, size: float) -> str:
    for kept in range(len(names), 0, -1):
        text = " · ".join(names[:kept]) + (" …" if kept < len(names) else "")
        if name_width(text, size) <= room:
            return f"\u00a0{text}"
    return f"\u00a0{names[0]}" if name_width(names[0], size) <= room else ""


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
    short = label_test(name)
    words = f"{plain(name)} {value} {unit}".strip() + given + (", outside the range given" if outside else "")
    return f"{plain(short)} {value}", words, outside


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and isfinite(value) else None
