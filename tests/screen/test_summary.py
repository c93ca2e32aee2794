"""The first part. Oracle: by hand."""

import pytest

from tests.journal_files import cramp_log_only, one_night
from tests.without_browser import open_app, text_of

pytestmark = pytest.mark.usefixtures("remembered", "fresh_caches")


def test_a_single_cramp_assumes_nothing_of_other_nights() -> None:
    """Oracle: by hand: a journal of one night has no night without an entry."""
    app = open_app(one_night(), "Summary")
    assert "without an entry" not in text_of(app)
    assert "A night without an entry is" in [each.label for each in open_app(cramp_log_only()).button_group]
