"""What the sidebar begins with, before anybody chose.

Oracle: by hand.
"""

from dataclasses import replace
from datetime import date

from analysis import read_journal
from analysis.journal import Earlier
from analysis.screen.sidebar import usual_question


def test_what_is_taken_for_the_question_where_nobody_chose() -> None:
    """The page's own goes before the latest change, and without a change there is none."""
    journal = read_journal([("diary.csv", b"Night of,Cramps\n2025-03-01,1\n2025-03-02,0\n")])
    named = {"exposure:hydration": "Fluid", "change:2025-03-02:magnesium": "Magnesium: start, 2025-03-02"}
    assert usual_question(journal, {"exposure:hydration": "Fluid"}) == ""
    assert usual_question(journal, named) == "the latest change"
    before = Earlier(date(2025, 3, 3), {}, "exposure:hydration")
    assert usual_question(replace(journal, earlier=before), named) == "that of the last visit"
