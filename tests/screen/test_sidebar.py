"""What the sidebar begins with, before anybody chose, and what an answer there changes. Oracle: by hand."""

from dataclasses import replace
from datetime import date

import pytest

from analysis import read_journal
from analysis.journal import Earlier
from analysis.screen.sidebar import usual_question
from tests.journal_files import DIARY, as_csv, cramp_log_only
from tests.without_browser import answer, open_app, text_of

pytestmark = pytest.mark.usefixtures("remembered", "fresh_caches")


def test_what_is_taken_for_the_question_where_nobody_chose() -> None:
    """The page's own goes before the latest change, and without a change there is none."""
    journal = read_journal([("diary.csv", b"Night of,Cramps\n2025-03-01,1\n2025-03-02,0\n")])
    named = {"exposure:hydration": "Fluid", "change:2025-03-02:magnesium": "Magnesium: start, 2025-03-02"}
    assert usual_question(journal, {"exposure:hydration": "Fluid"}) == ""
    assert usual_question(journal, named) == "the latest change"
    before = Earlier(date(2025, 3, 3), {}, "exposure:hydration")
    assert usual_question(replace(journal, earlier=before), named) == "that of the last visit"


def test_night_rule_moves_the_night() -> None:
    """By hand: cramps on the row of 2 March; as a morning's date they belong to the night of 1 March."""
    rows = [("2025-03-01", 0, "", 1500, 30), ("2025-03-02", 3, 8, 1500, 30), ("2025-03-03", 0, "", 1500, 30)]
    app = open_app([("diary.csv", as_csv(("date", *DIARY[1:]), rows))])
    assert "night of 2 March 2025" in text_of(app)
    answer(app, "A night carries the date of its", "morning")
    assert "night of 1 March 2025" in text_of(app)
    assert "night of 2 March 2025" not in text_of(app)


def test_a_cramp_log_states_its_assumption_and_lets_it_be_switched() -> None:
    """60 cramps on 60 nights: under the assumption a rate, without it none."""
    app = open_app(cramp_log_only())
    assert "assum" in text_of(app)
    assert "60 cramps" in text_of(app)
    assert app.metric[0].value != "–"
    answer(app, "A night without an entry is", "not known")
    assert app.metric[0].value == "–"
