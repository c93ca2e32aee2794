"""What was read, on screen. Oracle: the files, by hand."""

import json

import pytest

from tests.journal_files import sample
from tests.without_browser import open_app

pytestmark = pytest.mark.usefixtures("remembered", "fresh_caches")


def test_times_of_a_night_stay_text_and_times_of_cramps_have_their_date() -> None:
    """By hand: a night of two cramps holds both times in one cell, which is no moment; a cramp has one."""
    app = open_app(sample(), "Journal")
    for title in ("Nights", "Cramps"):
        app.session_state[f"ledger {title}"] = True
    app.run()
    of_nights, of_cramps = (json.loads(frame.proto.columns) for frame in app.dataframe)
    assert "type_config" not in of_nights["onset"]
    assert of_cramps["onset"]["type_config"]["type"] == "datetime"
    assert of_nights["severity"]["label"] == "Worst pain [0-10]"
