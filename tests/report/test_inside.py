"""What lies inside the page. Oracle: the choices as they were made, and the nights of the journal."""

import json
from dataclasses import replace
from datetime import date

import pytest

from analysis import Person, review
from analysis.journal import PAGE_FILES
from analysis.report import Keep
from analysis.report.inside import attachments, visit
from tests.journals import make_journal
from tests.plan.made import by_turns

MADE = date(2025, 9, 2)


def named(files: list[dict[str, str]]) -> dict[str, str]:
    return {file["name"]: file["text"] for file in files}


def test_a_mapping_and_a_plan_lie_inside_only_where_there_are_any() -> None:
    """By hand: journal, review and visit always; each file with its text, its kind and what it is."""
    found = review(make_journal([0, 1, 2] * 20))
    always = {PAGE_FILES[name] for name in ("journal", "review", "visit")}
    assert set(named(attachments(found, Keep()))) == always
    plan = by_turns(start=date(2026, 1, 1))
    files = attachments(found, Keep(mapping={"Zwicken": "cramps"}, plan=plan))
    assert set(named(files)) == always | {PAGE_FILES["mapping"], PAGE_FILES["plan"]}
    assert "Zwicken" in named(files)[PAGE_FILES["mapping"]]
    assert json.loads(named(files)[PAGE_FILES["plan"]])["what"] == plan.what
    assert all(file["text"] and file["description"] and "/" in file["mime"] for file in files)


def test_the_whole_journal_lies_inside_though_a_part_was_reviewed() -> None:
    """By hand: thirty nights, of which the last ten were reviewed."""
    whole, part = make_journal([0] * 20 + [1] * 10), make_journal([1] * 10)
    text = named(attachments(review(part), Keep(journal=whole)))[PAGE_FILES["journal"]]
    nights = text.partition("night of,cramps")[2].partition("Cramps")[0].split()
    assert len(nights) == 30
    assert sum(night.endswith(",1") for night in nights) == 10


@pytest.mark.parametrize("questions", [True, False])
def test_questions_go_inside_only_where_they_are_to(questions: bool) -> None:
    person = Person(70, False, ("diabetes",), "mother", ("Why at night?",))
    told = visit(
        review(replace(make_journal([0, 1] * 20), person=person)), Keep(made_on=MADE, questions=questions)
    )
    assert told["made_on"] == "2025-09-02"
    assert told["person"] == {
        "age": 70, "pregnant": False, "conditions": ["diabetes"], "family_history": "mother",
        "questions": ["Why at night?"] if questions else [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("never_says_none", "assumed", "told"),
    [(True, True, None), (False, False, None), (True, False, "unknown"), (False, True, "cramp-free")],
)
def test_what_the_journal_decided_by_itself_is_no_choice(
    never_says_none: bool, assumed: bool, told: str | None
) -> None:
    """By hand: a log of cramps alone is taken for free of cramps between them, a diary is not; only what was
    chosen against that travels, so that a diary added later is not read by a choice that nobody made."""
    journal = replace(
        make_journal([0, 1] * 20), never_says_none=never_says_none, unlogged_assumed_cramp_free=assumed
    )
    assert visit(review(journal), Keep())["unlogged"] == told
