"""The examples in the docstrings give what they say, and the public names have one.

Oracle: the answers that stand beneath the examples.
"""

import doctest
import importlib
import pkgutil

import pytest

import analysis
from analysis import charts
from analysis.journal import Journal, read_journal
from analysis.review import Review, review

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


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    module = importlib.import_module(name)
    found = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert found.failed == 0, f"{found.failed} of {found.attempted} examples"


@pytest.mark.parametrize("public", [read_journal, review, Journal, Review, *FAMILIES])
def test_what_others_call_has_an_example(public: object) -> None:
    assert ">>> " in (public.__doc__ or "")
