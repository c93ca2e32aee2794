"""What goes into the page is what was chosen."""

import io
from dataclasses import replace
from datetime import date

import pikepdf

from analysis import Person, review, words
from analysis.report import Keep, write_page
from tests.plan.made import by_turns
from tests.report.pages import (
    MADE,
    of_the_year,
    of_two_months,
    page_of_the_year,
    page_of_two_months,
    sheets_of,
    text_of,
)


def test_the_plan_stands_on_the_page():
    """Oracle: the words of the plan that was just made; none where none was."""
    plan = by_turns(start=date(2025, 9, 3))
    text = text_of(page_of_the_year(plan=plan))
    assert words.say_plan(plan)[0] in text
    assert "The plan" not in text_of(page_of_the_year())


def test_a_second_sheet_only_where_asked_for():
    """Oracle: all counts of the ledger stand on it, month by month."""
    page = page_of_the_year(all_nights=True)
    assert sheets_of(page) == 2
    text = text_of(page, 1)
    september = of_the_year().nights["cramps"].iloc[:30]
    row = " ".join("–" if value != value else f"{value:g}" for value in september)
    assert f"2024-09 {row}" in text


def test_questions_and_name_go_in_only_where_chosen():
    """Oracle: the typed texts."""
    found = review(replace(of_two_months(), person=Person(questions=("May I stop the water tablet?",))))
    assert "May I stop the water tablet?" in text_of(write_page(found, Keep(made_on=MADE)))
    without = write_page(found, Keep(made_on=MADE, questions=False))
    assert "water tablet?" not in text_of(without)
    with pikepdf.open(io.BytesIO(without)) as pdf:
        for file in pdf.attachments.values():
            assert b"water tablet?" not in file.get_file().read_bytes()


def test_data_inside_is_optional_and_said():
    """Oracle: the attachments as pikepdf lists them."""
    for inside in (True, False):
        page = page_of_two_months(data_inside=inside)
        with pikepdf.open(io.BytesIO(page)) as pdf:
            assert bool(pdf.attachments) == inside
        assert ("This file holds the whole journal" in text_of(page)) == inside
        assert ("not the journal." in text_of(page)) != inside
