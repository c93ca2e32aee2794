"""The charts by month, asserted as data."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.charts import Display, plot_logged_months, plot_severity
from analysis.measures.completeness import MonthLogged
from tests.charts.made import made_review, patterns
from tests.journals import make_journal


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize(
    ("months", "shown"),
    [
        (1, ["2024-11-01", "2025-04-01"]),
        (2, ["2024-12-01", "2025-05-01"]),
        (5, ["2025-01-01", "2025-06-01"]),
        (12, ["2025-01-01", "2026-01-01"]),
    ],
)
def test_a_few_months_stand_in_the_middle_of_five(months: int, shown: list[str], narrow: bool) -> None:
    """Oracle: counted on a calendar from January 2025."""
    complete = made_review(make_journal([1.0])).completeness
    logged = tuple(MonthLogged(date(2025, place + 1, 1), 28, 20) for place in range(months))
    figure = plot_logged_months(replace(complete, months=logged), Display(narrow=narrow))
    assert list(figure.layout.xaxis.range) == shown
    assert [bar for trace in figure.data for bar in trace.y] == [20] * months + [8] * months


def test_a_month_without_pain_has_no_dot() -> None:
    """Oracle: the months of the distribution, each dot in the middle of its month."""
    result = patterns().severity
    figure = plot_severity(result)
    dots = next(trace for trace in figure.data if trace.name == "medians")
    known = [item for item in result.months if item.median is not None]
    assert len(known) < len(result.months)
    assert list(dots.y) == [item.median for item in known]
    assert [when[:8] for when in dots.x] == [item.start.isoformat()[:8] for item in known]
