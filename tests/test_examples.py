"""The examples in the docstrings give what they say, and the public names have one.

Oracle: the answers that stand beneath the examples.
"""

import doctest
import importlib
import pkgutil
from functools import cache

import pytest

import analysis
from analysis import charts
from analysis.journal import Journal, read_journal
from analysis.review import Review, review
from tests.for_each import for_each

MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages(analysis.__path__, "analysis.")
    if not found.name.endswith("__main__") and not found.name.startswith("analysis.screen")
)
FAMILIES = (
    charts.plot_timeline,
    charts.plot_calendar,
    charts.plot_forest,
    charts.plot_exposure,
    charts.plot_change,
    charts.plot_hour_of_night,
    charts.plot_severity,
    charts.plot_places,
    charts.plot_other_dates,
    charts.plot_relief,
)


@cache
def read_once(files: tuple[str | tuple[str, bytes], ...]) -> Journal:
    return read_journal(files)


REVIEWED: list[tuple[Journal, Review]] = []


def review_once(journal: Journal) -> Review:
    for known, found in REVIEWED:
        if known is journal:
            return found
    REVIEWED.append((journal, review(journal)))
    return REVIEWED[-1][1]


@pytest.fixture
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample that many examples begin with is read and reviewed for the first of them."""
    monkeypatch.setattr(analysis, "read_journal", lambda files: read_once(tuple(files)))
    monkeypatch.setattr(analysis, "review", review_once)


@pytest.mark.usefixtures("once")
@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    module = importlib.import_module(name)
    found = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert found.failed == 0, f"{found.failed} of {found.attempted} examples"


@for_each("public", [read_journal, review, Journal, Review, *FAMILIES])
def test_what_others_call_has_an_example(public: object) -> None:
    assert ">>> " in (public.__doc__ or "")
