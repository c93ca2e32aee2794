"""The checklist of a trial in one person. Oracle: the items of CENT 2015, and the plan by hand."""

import pytest

from analysis import words
from analysis.measures import planned
from tests.measures.test_planned import CHANGES, counts_of, with_plan
from tests.plan.made import by_turns


def test_a_plan_alone_answers_what_was_decided_before() -> None:
    told = {str(row["Item of CENT 2015"]): row["Here"] for row in words.table_cent(by_turns())}
    assert told["5 What"] == "magnesium citrate"
    assert told["8 Order"] == "which part comes first, drawn with the seed 7"
    assert "3 nights after each switch left out" in str(told["12 Comparison"])
    assert told["14 Dates"] == "1 September to 21 December 2025"
    assert {"13 How it was kept", "17 Result"} & set(told) == set()


@pytest.mark.parametrize("wording", ["everyday", "clinical"])
def test_with_its_comparison_it_says_how_it_was_kept_and_what_it_gave(wording) -> None:
    found = planned(with_plan(counts_of(1, 2), changes=CHANGES))
    rows = words.table_cent(by_turns(), found, wording)
    told = {str(row["Item of CENT 2015"]): str(row["Here"]) for row in rows}
    assert told["13 How it was kept"] == " ".join(words.say_kept_to_plan(found))
    assert told["17 Result"] == words.planned_sentence(found, wording).text
    said = words.say_cent(by_turns(), found, wording)
    assert said.startswith("CENT 2015, item by item: 3a, 5, 7a, 13, 14 and 17 above; ")
    assert "9 Concealment: none" in said
    assert "5 What" not in said


def test_where_its_items_stand_when_a_sheet_is_full() -> None:
    """Oracle: the file that holds them (tests/report/test_page.py shows that it does)."""
    assert "interactive copy" in words.say_cent_left_out()
