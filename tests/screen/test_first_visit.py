"""The page before a journal is open, and files that give none. Oracle: by hand."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.without_browser import open_app, press, text_of, unfold

pytestmark = pytest.mark.usefixtures("remembered", "fresh_caches")


def test_first_visit() -> None:
    """A sentence, an upload box, the sample, the templates, privacy, and what it is not."""
    app = open_app()
    text = text_of(app)
    assert app.title[0].value == "Cramp Journal"
    assert [button.label for button in app.button] == ["Read this text", "Try the sample journal"]
    # One for the files of a person, and one, folded away, for a folder of several people's.
    assert [box.label for box in app.file_uploader][1:] == ["A folder of journals"]
    assert len(app.get("download_button")) == 5
    assert "nothing is stored or sent" in text
    assert text.count("not a medical device") == 1


def test_no_file_can_be_read() -> None:
    """One sentence that names the file, a way to give another, and a way back."""
    app = open_app([("letter.txt", b"Dear doctor")])
    assert len(app.error) == 1
    assert "letter.txt" in text_of(app)
    assert not app.tabs
    assert [button.label for button in app.button] == ["Start again"]
    app.button[0].click().run()
    assert "Try the sample journal" in [button.label for button in app.button]


def test_files_that_are_too_much_together_are_said_to_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousandth of the bound, and five of 18 kB, of which three fit: two are named by their number, until
    the journal is closed."""
    monkeypatch.setattr("analysis.journal.together.MOST_TOGETHER", 60_000)
    large = b"night,cramps,notes\n2025-03-01,1," + b"x" * 17_967 + b"\n"
    app = open_app([(f"{number}.csv", large) for number in range(5)])
    assert len(app.session_state.files) == 3
    assert any("2 files of those chosen could not be taken" in error.value for error in app.error)
    press(app, "Close this journal")
    assert not app.error


def test_a_pasted_text_has_the_bound_of_files_and_what_was_said_of_others_is_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Bound at 20 kB: a file of 18 kB and one more of 18 kB, which is refused; a short text still fits and
    the sentence of the refused file is gone; a text of 3 kB is refused in its turn."""
    monkeypatch.setattr("analysis.journal.together.MOST_TOGETHER", 20_000)
    large = b"night,cramps,notes\n2025-03-01,1," + b"x" * 17_967 + b"\n"
    app = open_app([("a.csv", large), ("b.csv", large)])
    assert any("1 file of those chosen could not be taken" in error.value for error in app.error)
    unfold(app, "add")
    paste(app, "night,cramps\n2025-03-02,2\n")
    assert len(app.session_state.files) == 2
    assert not app.error
    paste(app, "night,cramps\n2025-03-03,2\n" + "2025-03-04,0\n" * 230)
    assert len(app.session_state.files) == 2
    assert any("1 file of those chosen could not be taken" in error.value for error in app.error)


def paste(app: AppTest, text: str) -> None:
    box = next(area for area in app.text_area if "pasted" in str(area.key))
    box.set_value(text)
    press(app, "Read this text")
