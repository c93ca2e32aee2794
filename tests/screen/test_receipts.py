"""What became of each file, and what is asked about it. Oracle: the files, by hand."""

import pytest

from tests.journal_files import one_night
from tests.without_browser import open_app, press, text_of

pytestmark = pytest.mark.usefixtures("remembered", "fresh_caches")


OTHER = b"date,episodes\n2025-03-01,1\n2025-03-02,0\n2025-03-05,2\n"


def test_nothing_is_said_to_be_unused_where_all_is_used() -> None:
    assert "Not used" not in text_of(open_app(one_night()))


def test_a_file_is_said_to_be_about_leg_cramps_or_left_out() -> None:
    """Oracle: three nights of the diary; with the other file's 5 March the ledger has five."""
    files = [("diary.csv", b"date,cramps\n2025-03-01,1\n2025-03-02,0\n2025-03-03,1\n"), ("o.csv", OTHER)]
    app = open_app(files, "Journal")
    assert "Are these leg cramps?" in text_of(app)
    press(app, "Yes, leg cramps")
    assert "You said: taken for leg cramps." in text_of(app)
    assert app.session_state["mapping"] == {"file:o.csv": "cramps"}
    press(app, "Take that back")
    assert "Are these leg cramps?" in text_of(app)
    press(app, "No, leave it out")
    assert "Not used" not in text_of(app)
    assert "You said: left out." in text_of(app)
