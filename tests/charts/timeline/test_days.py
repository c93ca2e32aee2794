"""The rows of hydration and activity, asserted as data."""

import numpy as np

from analysis.charts import Display, plot_timeline
from analysis.measures.rolling import rolling_mean
from tests.charts.made import made_review
from tests.charts.timeline.parts import one, traces
from tests.journals import made_up_year, make_journal


def test_hydration_is_shown_in_the_readers_unit() -> None:
    """Oracle: by hand: 1500 mL are 1.5 L, 6 glasses of 250 mL, and 50.72 US fluid ounces."""
    review = made_review(make_journal([0.0] * 10, fields={"hydration": [1500.0] * 10}))
    for display, value in (
        (Display(), 1.5),
        (Display(volume="glasses"), 6.0),
        (Display(volume="fl oz"), 50.7210),
    ):
        assert np.allclose(one(plot_timeline(review, display), "hydration").y, value, rtol=1e-5)


def test_without_hydration_or_activity_there_are_no_such_rows() -> None:
    """Oracle: the rows themselves: weeks and nights only."""
    figure = plot_timeline(made_review(make_journal([0.0, 1.0] * 20)))
    assert not traces(figure, "hydration")
    assert sum(key.startswith("yaxis") for key in figure.to_dict()["layout"]) == 2


def test_lines_of_days_are_the_rolling_means() -> None:
    """Oracle: rolling_mean of the measures, in litres; a gap where it is not known."""
    journal = made_up_year(nights=100)
    journal.days.loc[journal.days.index[30:50], "hydration"] = np.nan
    line = one(plot_timeline(made_review(journal)), "hydration mean")
    means = rolling_mean(journal, "hydration").means / 1000
    assert [value is None for value in line.y] == np.isnan(means).tolist()
    known = [value for value in line.y if value is not None]
    assert np.allclose(known, means[np.isfinite(means)], atol=1e-4)
    assert line.connectgaps is False


def test_thousands_of_steps_are_written_out() -> None:
    """Oracle: the formats of d3: ``r`` rounds to digits and never writes a power of ten, which ``g`` does."""
    figure = plot_timeline(made_review(make_journal([0.0] * 10, fields={"steps": [9097.0] * 10})))
    assert "%{y:,.3~r} a day" in one(figure, "steps").hovertemplate
    axis = next(axis for axis in figure.select_yaxes() if axis.title.text == "Steps<br>[a day]")
    assert axis.tickformat == ",~g"
