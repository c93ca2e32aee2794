"""The plan on the page, in the diary, and back again."""

import io
import json
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from pypdf import PdfReader

from analysis import review, words
from analysis.journal import PAGE_FILES, Block, Earlier, Plan, Told, plan_from_data
from analysis.plan import Design, schedule
from analysis.report import Keep, write_copy, write_diary, write_page
from tests.journals import make_journal
from tests.report.pages import of_the_year, page_of_the_year, review_of_the_year, review_of_two_months

MADE = date(2025, 9, 1)


@cache
def the_plan() -> Plan:
    design, what = Design("on_off", 112, 14, 3), "calf stretches"
    made = schedule(design, of_the_year(), start=MADE, made_on=MADE, what=what, seed=7)
    return replace(made, expected=(Told(0.3, 0.2, 120), Told(0.5, 0.44, 120)))


def text_of(content: bytes) -> list[str]:
    return [
        " ".join(page.extract_text().replace("\xa0", " ").split())
        for page in PdfReader(io.BytesIO(content)).pages
    ]


def attached(content: bytes) -> Plan:
    files = PdfReader(io.BytesIO(content)).attachments
    return plan_from_data(json.loads(files[PAGE_FILES["plan"]][0]))


def test_the_plan_and_its_chances_stand_on_one_page_and_the_checklist_where_there_is_room():
    """Oracle: the plan's own dates and numbers; the items of CENT 2015, which of a plan to come give way to
    medicines, signs and remarks, and then stand in the interactive copy."""
    page = page_of_the_year(plan=the_plan(), made_on=MADE)
    [text] = text_of(page)
    assert "Calf stretches on and off by turns, nights of 1 September to 21 December 2025" in text
    assert "if there are 30 % fewer on it, that shows in 20 of 100 (give or take 7)" in text
    assert "; if half as many, in 44 of 100 (give or take 9)" in text
    assert "drawn with the seed 7" in text
    assert "The items of CENT 2015 stand in the interactive copy." in text
    copied = write_copy(review_of_two_months(), Keep(plan=the_plan(), made_on=MADE)).decode()
    [short] = text_of(write_page(review(make_journal([1, 0] * 60)), Keep(plan=the_plan(), made_on=MADE)))
    for item in ("8 Order", "9 Concealment", "11 Blinding", "12 Comparison", "19 Harms"):
        assert item in copied
        assert item in short
    assert "on 1–14 Sep off 15–28 Sep on 29 Sep–12 Oct" in text or "off 1–14 Sep on 15–28 Sep" in text
    for what, dates, _ in words.list_parts(the_plan()):
        assert f"{what} {dates}" in text
        assert f"{what}</td>" in copied
    assert attached(page) == the_plan()


def test_the_longest_plan_with_the_longest_words_leaves_one_page():
    """Oracle: one sheet, whatever was typed."""
    blocks = [
        Block(MADE + timedelta(7 * at), MADE + timedelta(7 * at + 6), at % 2 == 0, 3) for at in range(52)
    ]
    plan = Plan(
        MADE,
        "on_off",
        "#set page(fill: red) *x* " * 4,
        tuple(blocks),
        seed=1,
        expected=(Told(0.5, 0.5, 120),),
    )
    page = page_of_the_year(plan=plan, made_on=MADE)
    assert len(text_of(page)) == 1
    assert attached(page) == plan


def test_what_the_plan_gave_stands_on_the_next_page_and_it_is_not_carried_on_when_over():
    """Oracle: a plan of 112 nights that ended before the journal does, by hand."""
    old = schedule(
        Design("on_off", 112, 14, 3),
        of_the_year(),
        start=date(2025, 5, 1),
        made_on=date(2025, 4, 30),
        what="one",
        seed=7,
    )
    found = review(replace(of_the_year(), earlier=Earlier(date(2025, 4, 30), {}, plan=old)))
    page = write_page(found, Keep(made_on=MADE))
    [text] = text_of(page)
    assert "As planned, nights on one" in text
    assert "13, 14 and 17 above" in text
    assert "The plan" not in text
    assert PAGE_FILES["plan"] not in PdfReader(io.BytesIO(page)).attachments


def test_the_diary_has_every_night_of_the_plan_with_its_part():
    """Oracle: 112 nights on 4 sheets of 28; parts of 14 nights by turns."""
    sheets = text_of(write_diary(review_of_the_year(), Keep(plan=the_plan(), made_on=MADE)))
    assert len(sheets) == 4
    assert all("Plan: calf stretches" in sheet for sheet in sheets)
    first, second = ("on", "off") if the_plan().blocks[0].on else ("off", "on")
    assert f"Mon 1 Sep 2025 {first}" in sheets[0]
    assert f"Mon 15 Sep 2025 {second}" in sheets[0]
    assert "Sun 21 Dec 2025" in sheets[3]
    watch = schedule(Design("watch", 28), of_the_year(), start=MADE, made_on=MADE)
    [sheet] = text_of(write_diary(review_of_the_year(), Keep(plan=watch, made_on=MADE)))
    assert "Plan:" not in sheet
    [plain] = text_of(write_diary(review_of_the_year(), Keep(made_on=MADE)))
    assert plain == sheet
