"""Every part of the screen for the sample and for odd journals, without a browser.

Oracle: what has to be read on each tab, found by hand in the files.
"""

from collections.abc import Callable
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest

from tests.browser.screen import VIEWS
from tests.journal_files import Files, all_zero, as_csv, cramp_log_only, one_night, sample
from tests.without_browser import open_app, opened_at, text_of

pytestmark = pytest.mark.usefixtures("remembered", "fresh_caches")
UNKNOWN = (
    b"date,cramps,Wie arg\n2025-03-01,1,so\n2025-03-02,0,\n2025-03-03,perhaps so\n2025-03-04,perhaps so\n"
)
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


@cache
def visit_of(name: str) -> AppTest:
    """One visit with a journal, of which each test opens a part."""
    return open_app(JOURNALS[name]())


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", EXPECTED)
def test_every_tab(name: str, view: str) -> None:
    app = opened_at(visit_of(name), view)
    text = text_of(app)
    assert app.session_state["view"] == view
    assert EXPECTED[name][view] in text
    assert "fault in the program" not in text
    assert not app.exception


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


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_not_used_stands_on_every_part(view: str) -> None:
    """Oracle: a column without a meaning and two answers without one; nothing is "not recorded" beside it."""
    text = text_of(opened_at(visit_of("not all used"), view))
    assert "Not used: column “Wie arg”; 2 answers. Say what they are." in text
    assert "not recorded" not in text.casefold()
    assert "No fluid is recorded" not in text
