"""Every part of the screen for the sample and for odd journals, without a browser.

Oracle: what has to be read on each tab, found by hand in the files.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis import review
from analysis.screen.together import first_to_look_at
from tests.browser.screen import VIEWS
from tests.journal_files import Files, all_zero, as_csv, cramp_log_only, one_night, sample
from tests.without_browser import dashboard
from tests.words import results

pytestmark = pytest.mark.usefixtures("remembered")
UNKNOWN = (
    b"date,cramps,Wie arg\n2025-03-01,1,so\n2025-03-02,0,\n2025-03-03,perhaps so\n2025-03-04,perhaps so\n"
)
OTHER = b"date,episodes\n2025-03-01,1\n2025-03-02,0\n2025-03-05,2\n"
JOURNALS: dict[str, Callable[[], Files]] = {
    "sample": sample,
    "one night": one_night,
    "all zero": all_zero,
    "cramp log only": cramp_log_only,
    "not all used": lambda: [("own.csv", UNKNOWN)],
}

# What has to be read on the tab, by hand from the files; the same for every wording.
EXPECTED: dict[str, dict[str, str]] = {
    "sample": {
        "Summary": "305 of 365 nights",
        "Hydration": "half litre",
        "Activity": "30 minutes above the usual",
        "Medication": "Magnesium citrate 300 mg was started",  # the latest change is the question
        "Nights": "305 of 365 nights",
        "Everything together": "All questions at once",
        "Journal": "311 rows read",
    },
    "one night": {
        "Summary": "1 of 1 night",
        "Hydration": "not enough",
        "Activity": "not enough",
        "Medication": "No change of a medicine",
        "Nights": "1 of 1 night",
        "Everything together": "not enough",
        "Journal": "1 row read",
    },
    "all zero": {
        "Summary": "84 of 84 nights",
        "Hydration": "no cramp is recorded",
        "Activity": "no cramp is recorded",
        "Medication": "No change of a medicine",
        "Nights": "84 of 84 nights",
        "Everything together": "no cramp is recorded",
        "Journal": "84 rows read",
    },
    "cramp log only": {
        "Summary": "assum",
        "Hydration": "No fluid is recorded",
        "Activity": "No activity is recorded",
        "Medication": "No change of a medicine",
        "Nights": "Muscle and side",
        "Everything together": "Everything together",
        "Journal": "60 rows read",
    },
}


@pytest.fixture(autouse=True)
def fresh_caches() -> Iterator[None]:
    """All runs of AppTest share one session, so what one test cached must not serve the next."""
    yield
    st.cache_resource.clear()


def open_app(files: Files | None = None, view: str | None = None) -> AppTest:
    app = dashboard()
    app.run()
    if files:
        app.file_uploader[0].set_value([(name, content, "text/csv") for name, content in files]).run()
    return opened_at(app, view) if view else app


@cache
def visit_of(name: str) -> AppTest:
    """One visit with a journal, of which each test opens a part."""
    return open_app(JOURNALS[name]())


def opened_at(app: AppTest, view: str) -> AppTest:
    app.session_state["view"] = view
    return app.run()


def text_of(app: AppTest) -> str:
    """All words on the screen, without the marks of Markdown."""
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.error, *app.warning, *app.metric]
    return "\n".join(
        f"{part.label} {part.value}" if part.type == "metric" else str(part.value) for part in parts
    ).replace("\\", "")


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


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", EXPECTED)
def test_every_tab(name: str, view: str) -> None:
    app = opened_at(visit_of(name), view)
    text = text_of(app)
    assert app.session_state["view"] == view
    assert EXPECTED[name][view] in text
    assert "fault in the program" not in text
    assert not app.exception


def test_a_single_cramp_assumes_nothing_of_other_nights() -> None:
    """Oracle: by hand: a journal of one night has no night without an entry."""
    app = open_app(one_night(), "Summary")
    assert "without an entry" not in text_of(app)
    assert "A night without an entry is" in [each.label for each in open_app(cramp_log_only()).button_group]


def test_one_of_several_people() -> None:
    """By hand: Anna has cramps on the 14 of 20 nights whose day is no multiple of three; Bert has none."""
    rows = [
        (who, f"2025-03-{day:02d}", day % 3 if who == "Anna" else 0)
        for who in ("Anna", "Bert")
        for day in range(1, 21)
    ]
    app = open_app([("two.csv", as_csv(("patient", "night of", "cramps"), rows))])
    assert not app.metric
    next(box for box in app.selectbox if "people" in box.label).set_value("Anna").run()
    assert "14 of 20" in text_of(app)
    assert "fault in the program" not in text_of(app)


def test_no_file_can_be_read() -> None:
    """One sentence that names the file, a way to give another, and a way back."""
    app = open_app([("letter.txt", b"Dear doctor")])
    assert len(app.error) == 1
    assert "letter.txt" in text_of(app)
    assert [button.label for button in app.button] == ["Start again"]
    app.button[0].click().run()
    assert "Try the sample journal" in [button.label for button in app.button]


def test_a_medicine_taken_in_stretches_is_one_of_the_choices() -> None:
    """By hand: six changes, and three stretches from a start to a stop."""
    stretches = (("2024-10-20", "2024-12-01"), ("2025-01-20", "2025-03-05"), ("2025-05-01", "2025-06-20"))
    rows = [
        (on, "Magnesium", said)
        for pair in stretches
        for on, said in zip(pair, ("start", "stop"), strict=True)
    ]
    app = open_app(
        [sample()[0], ("changes.csv", as_csv(("date", "medication", "change"), rows))], "Medication"
    )
    choices = next(box for box in app.selectbox if box.label == "Change")
    assert len(choices.options) == 7
    choices.set_value("course Magnesium").run()
    assert "Nights on magnesium and nights off it" in text_of(app)
    assert "in three stretches" in text_of(app)
    assert "fault in the program" not in text_of(app)


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


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_not_used_stands_on_every_part(view: str) -> None:
    """Oracle: a column without a meaning and two answers without one; nothing is "not recorded" beside it."""
    text = text_of(opened_at(visit_of("not all used"), view))
    assert "Not used: column “Wie arg”; 2 answers. Say what they are." in text
    assert "not recorded" not in text.casefold()
    assert "No fluid is recorded" not in text


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


def test_a_meaning_is_given_once_for_all_alike() -> None:
    """Oracle: two nights say "perhaps so"; said to be a cramp, three of four nights have one."""
    app = open_app([("own.csv", UNKNOWN)], "Journal")
    box = next(box for box in app.selectbox if "perhaps so" in box.label)
    box.select("cramp")
    at = [button.label for button in app.button].index("Read again")
    app.button[at].click().run()
    app.session_state["view"] = "Summary"
    app.run()
    assert "3 of 4" in text_of(app)


def test_the_question_that_the_two_came_with_is_the_one_that_is_named() -> None:
    """Oracle: the review asked from Python with the same key; without a choice it is the latest change."""
    app = open_app(sample(), "Everything together")
    box = next(box for box in app.selectbox if box.label == "The question you came with")
    assert box.options[0] == "the latest change"
    assert box.options[-1] == "none"
    box.set_value("exposure:hydration").run()
    assert not app.exception
    assert "fault in the program" not in text_of(app)
    *_, named = app.session_state["kept"]["review"].values()
    assert named.question == "exposure:hydration"
    assert named.findings == review(named.journal, question="exposure:hydration").findings


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


def test_fluid_is_first_in_the_unit_that_stands_in_the_cells_and_can_be_shown_in_any() -> None:
    """Oracle: the units of the switch by hand; two pints a day beside nights with and without a cramp."""
    rows = "".join(f"2025-03-{night:02d},{night % 2},{2 + night % 3} pints\n" for night in range(1, 31))
    app = open_app([("diary.csv", f"Night of,Leg cramps,Water\n{rows}".encode())])
    assert app.selectbox(key="volume").value == "pints"
    assert app.selectbox(key="volume").options == ["litres", "fl oz", "pints", "US pints", "cups", "glasses"]
    app.selectbox(key="volume").set_value("cups").run()
    assert not app.exception
    assert app.session_state["volume"] == "cups"


def test_the_question_that_is_open_first_is_one_with_an_answer() -> None:
    """Oracle: by hand: a refusal is no answer, and a direction stands before no clear difference."""
    refused, unclear, fewer = (
        [results.answer(verdict=verdict)]
        for verdict in ("not_enough_data", "no_clear_difference", "fewer_cramps")
    )
    assert first_to_look_at({"hydration": refused, "steps": unclear, "caffeine": fewer}) == "caffeine"
    assert first_to_look_at({"hydration": refused, "steps": unclear}) == "steps"
    assert first_to_look_at({"hydration": refused, "steps": refused}) == "hydration"
