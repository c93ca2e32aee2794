"""What became of each file, and what is asked about it. Oracle: the files, by hand."""

import pytest

from tests.journal_files import as_csv, one_night
from tests.without_browser import answer, open_app, press, text_of

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


def test_dates_that_can_be_read_in_two_ways() -> None:
    """By hand: 01/01 to 06/05 span 126 nights as day/month, 01/01 to 05/06 as month/day 156; and the switch
    stays."""
    rows = [(f"0{day}/0{month}/2025", day % 2) for month in range(1, 6) for day in range(1, 7)]
    app = open_app([("either.csv", as_csv(("night of", "cramps"), rows))], "Journal")
    assert "30 of 126 nights" in text_of(app)
    answer(app, "Some dates can be read in two ways", "month, day, year")
    assert "30 of 156 nights" in text_of(app)
    answer(app, "Some dates can be read in two ways", "day, month, year")
    assert "30 of 126 nights" in text_of(app)
