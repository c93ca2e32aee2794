"""The pooled answers of many journals as pages and as a workbook: no name, no date, no remark."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log
from pathlib import Path
from typing import Any

from analysis import words
from analysis.report import svg
from analysis.report.options import Keep
from analysis.report.page import typeset
from analysis.report.svg import GRID, INK, LINE, QUIET
from analysis.report.workbook import write_sheets

WIDTH, LEFT, RIGHT, TOP = 516.0, 8.0, 8.0, 4.0
TALLEST, ROW = 260.0, 6.0  # of all journals together, and of one at the most [pt]
_NORMAL = 1.959963984540054  # the 97.5th percentile of the normal distribution
LOG2 = log(2)
_MOST_ROWS = 1_048_575  # of a sheet, below its header
_WIDEST = 4.0  # doublings to each side of the middle that are drawn


@dataclass(frozen=True)
class CohortResults:
    """What was found: a row a journal, a row a question, the pooled answers, how many were not read."""

    rows: Collection[Mapping[str, Any]]
    questions: Collection[Mapping[str, Any]]
    groups: Sequence[words.AnswerOfMany]
    failed: int


def write_cohort_page(found: CohortResults, keep: Keep | None = None) -> bytes:
    """PDF with the table of pooled answers and a forest for each."""
    keep = keep or Keep()
    table = words.table_pooled(found.groups)
    head = list(table[0]) if table else []
    data = {
        "title": words.say_cohort_title(),
        "paper": keep.paper,
        "said": [words.say_cohort(len(found.rows), found.failed), *words.say_cohort_notes()],
        "rows": [head, *([_cell(value) for value in row.values()] for row in table)] if table else [],
        "groups": [
            {
                "title": words.label_group(group),
                "said": [each for each in (words.say_pooled(group), words.say_without_each(group)) if each],
                "drawing": forest(group),
            }
            for group in found.groups
            if group.pooled is not None
        ],
    }
    return typeset("cohort.typ", data, keep, "pdf")[0]


def write_cohort_workbook(found: CohortResults, keep: Keep | None = None, into: Path | None = None) -> bytes:
    """A sheet for the pooled answers, one for the journals, one for the questions, as .xlsx. What has more
    rows than a sheet can hold is left out, and the workbook says so.

    into : a file to write to a row at a time, instead of what is returned.
    """
    keep = keep or Keep()
    of_many: list[tuple[str, Collection[Mapping[str, Any]]]] = [
        ("Journals", found.rows),
        ("Questions", found.questions),
    ]
    about = [
        words.say_cohort(len(found.rows), found.failed),
        *(words.say_sheet_is_full(name, _MOST_ROWS) for name, rows in of_many if len(rows) > _MOST_ROWS),
        *words.say_cohort_notes(),
        words.say_disclaimer(),
    ]
    sheets: list[tuple[str, Collection[Mapping[str, Any]]]] = [
        ("Pooled", words.table_pooled(found.groups)),
        *((name, rows) for name, rows in of_many if len(rows) <= _MOST_ROWS),
        ("About", [{"About": line} for line in about]),
    ]
    return write_sheets(words.say_cohort_title(), sheets, keep, into)


def forest(group: words.AnswerOfMany) -> str:
    """Every journal as a line with its middle, the smallest ratio above, and the pooled answer below, on an
    axis of doublings, as SVG."""
    found = group.pooled
    if found is None:
        return svg.drawing(WIDTH, 1, [])
    journals = sorted(zip(group.log_values, group.errors, strict=True))
    middle = found.log_value / LOG2
    reach = max([abs(ratio / LOG2 - middle) + _NORMAL * error / LOG2 for ratio, error in journals])
    low, high = floor(middle - min(reach, _WIDEST)), ceil(middle + min(reach, _WIDEST))
    step = min(ROW, TALLEST / len(journals))
    bottom = TOP + step * len(journals) + 12

    def x(value: float) -> float:
        share = (value / LOG2 - low) / (high - low)
        return LEFT + (WIDTH - LEFT - RIGHT) * min(max(share, 0.0), 1.0)

    shapes = []
    for power in range(low, high + 1):
        at = x(power * LOG2)
        shapes.append(svg.line(at, TOP, at, bottom + 8, QUIET if power == 0 else GRID, 0.7))
        anchor = "start" if power == low else "end" if power == high else "middle"
        shapes.append(svg.label(at, bottom + 19, f"{2.0**power:g}", QUIET, anchor=anchor))
    for place, (ratio, error) in enumerate(journals):
        y = TOP + step * (place + 0.5)
        shapes.append(
            svg.line(x(ratio - _NORMAL * error), y, x(ratio + _NORMAL * error), y, QUIET, min(0.6, step / 2))
        )
        shapes.append(svg.rect(x(ratio) - 1, y - min(1.5, step / 2), 2, min(3.0, step), LINE))
    if found.expected_low is not None and found.expected_high is not None:
        shapes.append(
            svg.line(x(found.expected_low), bottom, x(found.expected_high), bottom, INK, 0.8, "2 2")
        )
    shapes.append(svg.line(x(found.low), bottom, x(found.high), bottom, INK, 3))
    shapes.append(svg.diamond(x(found.log_value), bottom, 4.5, INK, INK))
    return svg.drawing(WIDTH, bottom + 24, shapes)


def _cell(value: object) -> str:
    return "–" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)
