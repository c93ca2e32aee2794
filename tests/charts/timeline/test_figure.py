"""The timeline as a whole, and its lanes, asserted as data."""

from datetime import date
from itertools import pairwise

from analysis.charts import Display, plot_timeline
from analysis.measures.medications import MedicationPeriod
from tests.charts.made import answer, changes_of, made_review, periods_of
from tests.charts.timeline.parts import one, traces
from tests.journals import made_up_year, make_journal


def test_a_dose_stands_in_the_name_of_a_lane_only_if_it_held_all_along() -> None:
    """Oracle: by hand: the dose before the rise is not known, so that 40 mg names only its own bar."""
    periods = [
        MedicationPeriod("A", "atorvastatin", "statin", None, None, None, date(2025, 1, 31)),
        MedicationPeriod("A", "atorvastatin", "statin", 40.0, "mg", date(2025, 2, 1), None),
    ]
    figure = plot_timeline(made_review(make_journal([0.0] * 90), periods=periods))
    axes = figure.to_dict()["layout"].values()
    assert ["A (atorvastatin)"] in [
        axis["ticktext"] for axis in axes if isinstance(axis, dict) and "ticktext" in axis
    ]
    assert [text.strip("\u00a0") for text in one(figure, "doses").text] == ["", "40 mg"]


def test_everything_shares_one_time_axis() -> None:
    """Oracle: plotly's axis references: one x axis, so zooming one row zooms all."""
    journal = made_up_year()
    figure = plot_timeline(
        made_review(journal, exposures=[answer()], changes=changes_of(journal), periods=periods_of(journal))
    )
    assert {trace.xaxis for trace in figure.data} <= {None, "x"}
    rows = sorted(
        axis["domain"] for key, axis in figure.to_dict()["layout"].items() if key.startswith("yaxis")
    )
    assert len(rows) == 6
    assert all(below[1] <= above[0] for below, above in pairwise(rows))


def test_a_finger_scrolls_the_page_on_a_phone() -> None:
    """Oracle: plotly's own switches: no drag mode and a fixed axis leave the touch to the page."""
    review = made_review(make_journal([0.0] * 30))
    assert plot_timeline(review, Display(narrow=True)).layout.dragmode is False
    assert plot_timeline(review, Display(narrow=True)).layout.xaxis.fixedrange is True
    assert plot_timeline(review).layout.dragmode == "zoom"


def test_one_night_stands_in_the_middle_of_four_weeks() -> None:
    """Oracle: by hand: 13 nights before 6 January and 14 after it."""
    figure = plot_timeline(made_review(make_journal([2.0])))
    assert list(figure.layout.xaxis.range) == ["2024-12-24", "2025-01-21"]


def test_many_medicines_have_two_tints_in_turn() -> None:
    """Oracle: five colours for five lanes; for six or more, two, so that a repeated one means nothing."""
    journal = make_journal([0.0] * 60)
    for count, colours in ((5, 5), (10, 2)):
        periods = [MedicationPeriod(f"m{place}", None, None, 1.0, "mg", None, None) for place in range(count)]
        lanes = traces(plot_timeline(made_review(journal, periods=periods)), "doses")
        assert len({lane.marker.color[0] for lane in lanes}) == colours
