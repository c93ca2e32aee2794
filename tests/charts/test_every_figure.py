"""What holds for every chart. The oracle is plotly's own schema, and the rules of the house."""

import inspect
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import plotly.graph_objects as go
import plotly.io as pio
import pytest

from analysis import charts
from analysis.charts import (
    Display,
    plot_calendar,
    plot_change,
    plot_compare,
    plot_course,
    plot_duration,
    plot_exposure,
    plot_forest,
    plot_hour_of_night,
    plot_lags,
    plot_logged_months,
    plot_medicines,
    plot_month,
    plot_other_dates,
    plot_places,
    plot_pooled,
    plot_relief,
    plot_severity,
    plot_symptoms,
    plot_timeline,
    plot_weekday,
)
from analysis.measures.patterns import Distribution, HourOfNight
from analysis.review import Review
from analysis.words import AnswerOfMany
from tests.charts.made import (
    answer,
    change,
    changes_of,
    course,
    made_review,
    periods_of,
    refused_answer,
    refused_change,
    refused_course,
    yes_no_answer,
)
from tests.clock import assert_within
from tests.for_each import for_each
from tests.journals import made_up_year, make_journal
from tests.report.test_cohort_forms import cohort

Draw = Callable[..., go.Figure]
LOOKS = [Display(), Display(theme="dark", narrow=True)]


@cache
def pooled_group() -> AnswerOfMany:
    return next(group for group in cohort().pooled() if group.part == "medication_changes")


def year_review() -> Review:
    journal = made_up_year()
    return made_review(
        journal,
        exposures=[answer(), yes_no_answer(), refused_answer()],
        changes=[*changes_of(journal), refused_change()],
        courses=[course()],
        periods=periods_of(journal),
    )


def empty_review() -> Review:
    review = made_review(make_journal([]))
    nothing = Distribution(0, 0, None, None, None, None, None, ())
    hours = HourOfNight((*range(12, 24), *range(12)), (0,) * 24, 0, 0, None, None, None, None)
    bare = replace(
        review.patterns, hour_of_night=hours, weekdays=(), months=(), places=(), severity=nothing,
        duration=nothing, symptoms=(), relief=(),
    )  # fmt: skip
    return replace(review, patterns=bare, completeness=replace(review.completeness, months=()))


def drawings(review: Review) -> dict[str, Draw]:
    """Every chart of a review, to be called with a Display and what else every chart takes."""
    found = review.patterns
    first = review.exposures[0] if review.exposures else refused_answer()
    return {
        "timeline": lambda *a, **k: plot_timeline(review, *a, **k),
        "medicines": lambda *a, **k: plot_medicines(review, *a, **k),
        "calendar": lambda *a, **k: plot_calendar(review.journal.nights, *a, **k),
        "hour": lambda *a, **k: plot_hour_of_night(found.hour_of_night, *a, **k),
        "weekday": lambda *a, **k: plot_weekday(found.weekdays, *a, **k),
        "month": lambda *a, **k: plot_month(found.months, *a, **k),
        "places": lambda *a, **k: plot_places(found.places, *a, **k),
        "severity": lambda *a, **k: plot_severity(found.severity, *a, **k),
        "duration": lambda *a, **k: plot_duration(found.duration, *a, **k),
        "symptoms": lambda *a, **k: plot_symptoms(found.symptoms, *a, **k),
        "relief": lambda *a, **k: plot_relief(found.relief, *a, **k),
        "exposure": lambda *a, **k: plot_exposure(first, *a, **k),
        "yes_no": lambda *a, **k: plot_exposure(yes_no_answer(), *a, **k),
        "refused": lambda *a, **k: plot_exposure(refused_answer(), *a, **k),
        "lags": lambda *a, **k: plot_lags([answer(lag=lag) for lag in range(4)], *a, **k),
        "change": lambda *a, **k: plot_change(change(), *a, **k),
        "change_refused": lambda *a, **k: plot_change(refused_change(), *a, **k),
        "course": lambda *a, **k: plot_course(course(), *a, **k),
        "course_refused": lambda *a, **k: plot_course(refused_course(), *a, **k),
        "other_dates": lambda *a, **k: plot_other_dates(change(), *a, **k),
        "forest": lambda *a, **k: plot_forest(review, *a, **k),
        "pooled": lambda *a, **k: plot_pooled(pooled_group(), *a, **k),
        "compare": lambda *a, **k: plot_compare(review.frequency.recent, *a, **k),
        "logged": lambda *a, **k: plot_logged_months(review.completeness, *a, **k),
    }


NAMES = list(drawings(empty_review()))
OFFERED = [name for name in charts.__all__ if name.startswith("plot_")]


def test_every_chart_that_the_package_offers_is_among_them() -> None:
    """Oracle: the package's public names."""
    drawn = inspect.getsource(drawings)
    missing = [name for name in OFFERED if f"{name}(" not in drawn]
    assert missing == [], (
        "give each of them a line in drawings(), above: every test of this file then asks it"
    )


def test_every_chart_that_the_package_offers_is_shown() -> None:
    """Oracle: the parts that come after the charts."""
    root = Path(charts.__file__).parent
    others = [path for path in root.parent.rglob("*.py") if root not in path.parents]
    shown = "".join(path.read_text(encoding="utf-8") for path in others)
    missing = [name for name in OFFERED if not re.search(rf"\b{name}\b", shown)]
    assert missing == [], "no part of screen/ or report/ shows them"


@pytest.fixture(scope="module")
def year() -> Review:
    return year_review()


@pytest.mark.parametrize("name", NAMES)
def test_every_property_is_one_that_plotly_knows(name: str, year: Review) -> None:
    """Oracle: plotly's schema, which raises ValueError for an unknown or impossible property."""
    for display in LOOKS:
        made = drawings(year)[name](display)
        assert go.Figure(made.to_dict()).to_dict()["data"] == made.to_dict()["data"]


@for_each("name", NAMES)
def test_an_empty_journal_gives_a_calm_figure(name: str) -> None:
    """Oracle: section "odd journals": a sentence or a picture, never an exception or an empty box."""
    review = empty_review()
    for display in LOOKS:
        made = drawings(review)[name](display)
        go.Figure(made.to_dict())
        assert made.data or made.layout.annotations


@pytest.mark.parametrize("name", NAMES)
def test_each_figure_keeps_its_own_template(name: str, year: Review) -> None:
    """Oracle: another library's default (here: "plotly_dark" over a light figure) must change nothing."""
    before = pio.templates.default
    try:
        plain = drawings(year)[name](Display()).to_dict()
        pio.templates.default = "plotly_dark"
        assert drawings(year)[name](Display()).to_dict() == plain
    finally:
        pio.templates.default = before
    dark = drawings(year)[name](Display(theme="dark"))
    assert plain["layout"]["template"]["layout"]["paper_bgcolor"] == "#ffffff"
    assert dark.layout.template.layout.paper_bgcolor == "#0e1117"


def _font_sizes(spec: object, key: str = "") -> list[float]:
    if isinstance(spec, dict):
        own = [spec["size"]] if "font" in key and isinstance(spec.get("size"), (int, float)) else []
        return own + [size for name, item in spec.items() for size in _font_sizes(item, name)]
    if isinstance(spec, (list, tuple)):
        return [size for item in spec for size in _font_sizes(item, key)]
    return []


@for_each("name", NAMES)
def test_no_text_is_smaller_than_twelve_pixels(name: str, year: Review) -> None:
    """Oracle: the rule of at least 12 px, 16 px in large type."""
    for display, least in ((Display(), 12), (Display(narrow=True), 12), (Display(large=True), 16)):
        sizes = _font_sizes(drawings(year)[name](display).to_dict())
        assert sizes
        assert min(sizes) >= least


@for_each("name", NAMES)
def test_the_alternative_text_stands_where_it_was_given_and_nowhere_else(name: str, year: Review) -> None:
    """Oracle: the argument itself."""
    assert drawings(year)[name](Display(), alt="in words").layout.meta == {"alt": "in words"}
    assert drawings(year)[name](Display()).layout.meta is None


@for_each("name", sorted(set(NAMES) - {"refused", "places", "calendar", "relief", "symptoms", "medicines"}))
def test_rates_and_ratios_have_axis_titles(name: str, year: Review) -> None:
    """Oracle: the layout's own axes: at least one visible axis with a title, and no title that is blank."""
    layout = drawings(year)[name](Display()).to_dict()["layout"]
    titles = [
        axis["title"]["text"] for key, axis in layout.items() if key[1:5] == "axis" and axis.get("title")
    ]
    assert titles
    assert all(title.strip() for title in titles)


def test_units_stand_in_the_titles(year: Review) -> None:
    """Oracle: the dictionary's units in the reader's choice."""
    for volume, unit in (("mL", "L/day"), ("fl oz", "fl oz/day"), ("glasses", "glasses/day")):
        made = plot_timeline(year, Display(volume=volume)).to_dict()["layout"]
        titles = [
            axis["title"]["text"] for axis in made.values() if isinstance(axis, dict) and axis.get("title")
        ]
        assert f"Fluid<br>[{unit}]" in titles
        assert "Activity<br>[min/day]" in titles
        assert f"[{unit}]" in plot_exposure(answer(), Display(volume=volume)).layout.xaxis.title.text


@pytest.mark.clock
def test_figures_are_made_quickly(year: Review) -> None:
    """Oracle: a clock; bounds are 10 times what a calm machine needs (6 ms and 1 ms)."""
    for name, draw in drawings(year).items():
        draw(Display())
        assert_within(0.060 if name == "timeline" else 0.015, partial(draw, Display()), what=name)


def test_text_of_a_file_is_text() -> None:
    """Oracle: plotly reads <b> as bold and <a> as a link; escaped signs are shown as they are."""
    nasty = "<a href='x'>Evil</a> & Sons"
    bad = change(medication=nasty, generic=None)
    journal = made_up_year(nights=60)
    measured = make_journal(
        [1.0] * 60, measurements=[{"date": 3, "test": nasty, "result": 4.0, "unit": "<i>g"}]
    )
    for figure in (
        plot_timeline(
            made_review(
                journal, changes=[change(journal.nights.index[9].date(), medication=nasty, generic=None)]
            )
        ),
        plot_timeline(made_review(measured)),
        plot_forest(made_review(journal, changes=[bad], exposures=[answer(label=nasty)])),
        plot_other_dates(bad),
        plot_exposure(answer(label=nasty)),
    ):
        text = str(figure.to_dict())
        assert "<a href" not in text
        assert "<i>" not in text
        assert "&lt;" in text
