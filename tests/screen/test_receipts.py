"""What became of each file, and what is asked about it. Oracle: the files, by hand."""

import io

import pandas as pd
import pytest

from analysis import read_journal
from tests.journal_files import DIARY, as_csv, one_night
from tests.without_browser import answer, folded_away, offered, open_app, opened_at, press, text_of, unfold

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


UNREADABLE = {
    "empty.csv": b"",
    "header only.csv": b"night of,cramps\n",
    "a picture.csv": b"\x89PNG\r\n\x1a\n\x00\x00",
    "a letter.csv": b"Dear doctor, I sleep badly.",
}


def test_a_good_file_beside_unreadable_ones_its_download_and_a_row_that_is_mended() -> None:
    """The good file is read, and each of the others gives one sentence with its name; the downloaded journal,
    read again, has the nights of the diary that was uploaded. A row without a date is mended as a file of its
    own: the nights become three."""
    rows = [("2025-03-01", 0, "", 1500, 30), ("2025-03-02", 3, 8, 1750, 45), ("the third", 2, 6, 1500, 30)]
    app = open_app([*UNREADABLE.items(), ("diary.csv", as_csv(DIARY, rows))], "Journal")
    told = [error.value.replace("\\", "") for error in app.error]
    assert [error[: error.index(":")] for error in told] == list(UNREADABLE)
    assert "**diary.csv**" in text_of(app)
    assert "2 used" in text_of(app)
    nights = read_journal([("journal.csv", offered(app, "Download the journal as read"))]).nights
    assert [f"{night:%Y-%m-%d}" for night in nights.index] == ["2025-03-01", "2025-03-02"]
    assert nights["cramps"].tolist() == [0, 3]
    assert nights["hydration"].tolist() == [1500, 1750]
    assert "1 row that could not be used" in folded_away(app)
    unused = pd.read_csv(io.BytesIO(offered(app, "Download these rows")))
    assert unused.iloc[0].tolist()[:2] == ["the third", 2]
    unfold(app, "add")
    mended = as_csv(DIARY, [("2025-03-03", 2, 6, 1500, 30)])
    box = next(box for box in app.file_uploader if box.label == "More files of the same journal")
    box.set_value([("mended.csv", mended, "text/csv")]).run()
    assert "**mended.csv**" in text_of(app)
    assert "3 of 3 nights" in text_of(opened_at(app, "Summary"))
