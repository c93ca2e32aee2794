"""The text for the record, with what was agreed."""

from datetime import date

from analysis import words
from analysis.report import Keep, write_text
from tests.plan.made import by_turns
from tests.report.pages import sample


def test_the_plan_stands_in_the_text_and_nothing_is_left_out():
    """The sample with a plan agreed. Oracle: the plan's own words; the dates of each sign and the patient's
    words of the journal; 25 lines."""
    journal, found = sample()
    plan = by_turns(start=date(2025, 9, 3))
    text = write_text(found, Keep(plan=plan, journal=journal))
    assert len(text.splitlines()) <= 25
    assert "further point" not in text
    assert f"Planned: {words.say_plan(plan)[0]} {words.say_dates(plan)}" in text
    assert "numbness or tingling on 4 of 305 nights with an answer, between" in text
    assert "between 23 November 2024 and 17 July 2025" in text
    assert "on 19 August 2025 “toes numb until the morning”" in text
    assert "magnesium citrate 300 mg since 7 April 2025" in text
    assert "Planned:" not in write_text(found)
