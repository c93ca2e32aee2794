"""The first part. Oracle: by hand."""

import pytest

from tests.journal_files import cramp_log_only, in_litres, one_night
from tests.without_browser import answer, open_app, text_of, unfold

pytestmark = pytest.mark.usefixtures("remembered", "fresh_caches")


def test_a_single_cramp_assumes_nothing_of_other_nights() -> None:
    """Oracle: by hand: a journal of one night has no night without an entry."""
    app = open_app(one_night(), "Summary")
    assert "without an entry" not in text_of(app)
    assert "A night without an entry is" in [each.label for each in open_app(cramp_log_only()).button_group]


def test_weeks_stand_in_a_table_that_is_opened_and_a_period_is_the_last_of_its_nights() -> None:
    """By hand: the last four weeks are 28 nights."""
    app = open_app(in_litres())
    assert not app.table
    unfold(app, "table timeline")
    assert "Week from" in app.table[0].value.columns
    assert "The whole journal" in [each.value for each in app.header]
    answer(app, "Period", "Last 4 weeks")
    assert "The chosen period" in [each.value for each in app.header]
    assert "of 28 nights" in text_of(app)
