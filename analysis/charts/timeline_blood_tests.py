"""The lane of blood tests on the timeline."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite

import pandas as pd

from analysis.charts.labels import day, number, plain, shortened
from analysis.charts.template import Display, Spec
from analysis.charts.timeline_key import name_width
from analysis.charts.timeline_rows import Span

BLOOD_TESTS = "Blood tests"

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
    """Results to the right of each mark; on a phone the first of them over or under a mark without room, and
    to its left where it lies outside the range given."""
    size, dates = display.small, sorted(by_date)
    least = 0.9 if display.narrow else 0.75  # placed for a narrower window than the rest
    places = [least * span.at(when) for when in dates]
    taken = {"top center": name_width(BLOOD_TESTS, size) + 6, "bottom center": 0.0} if display.narrow else {}
    texts, sides = [], []
    free = 0.0  # to the left of the mark [px]
    for when, start, end in zip(dates, places, [*places[1:], least * span.room], strict=True):
        tests = sorted(by_date[when], key=lambda item: (not item[2], _rank(item[0])))
        names = [item[0] for item in tests]
        text, side = _what_fits(names, end - start - 22, size), "middle right"
        half = name_width(names[0], size) / 2
        for other, until in taken.items():
            if not text and until <= start - half and start + half <= least * span.room:
                text, side, taken[other] = names[0], other, start + half + 4
        if not text and tests[0][2] and free + 2 * half <= start - 16:
            text, side = f"{names[0]}\u00a0", "middle left"
        free = start + (name_width(text, size) + 14 if side == "middle right" and text else 8)
        texts.append(text)
        sides.append(side)
    return texts, sides


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
    short = _SHORT_TESTS.get(name.strip().lower(), shortened(name, 12))
    words = f"{plain(name)} {value} {unit}".strip() + given + (", outside the range given" if outside else "")
    return f"{plain(short)} {value}", words, outside


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and isfinite(value) else None
