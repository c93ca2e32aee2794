"""Keep, the last part of the screen: the picture, what goes in, and a button for every file."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from analysis.report import FORMS
from tests.report.pages import YEAR

DASHBOARD = str(Path(__file__).parents[2] / "dashboard.py")


def test_keep_shows_the_page_and_a_button_for_every_file():
    """Oracle: the forms that the report offers, and what each says that it holds."""
    at = AppTest.from_file(DASHBOARD, default_timeout=60).run()
    at.session_state.files = tuple((path.name, path.read_bytes()) for path in YEAR)
    at.session_state.view = "Keep"
    at.run()
    assert not at.exception
    assert at.title[0].value == "Keep"
    assert len(at.get("image")) == 1
    assert len(at.get("download_button")) == len(FORMS) + 1
    said = " ".join(each.value for each in at.markdown)
    assert "Whoever has the page can then read the whole journal" in said
    at.checkbox(key="data inside").uncheck().run()
    assert "cannot be opened here again" in " ".join(each.value for each in at.markdown)
    [text] = at.code
    assert 0 < len(text.value.splitlines()) <= 25
