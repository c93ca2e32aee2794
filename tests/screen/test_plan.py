"""What next, in the first part: planning a test, agreeing on it, and what comes of it at the next visit."""

from concurrent.futures import Future
from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from analysis.executor import InProcess, TaskLost
from analysis.journal import export_plan
from analysis.plan import simulate, told
from analysis.screen import plan as part
from tests.plan.made import by_turns
from tests.without_browser import dashboard

pytestmark = pytest.mark.usefixtures("remembered")
FIRST = date.today() - timedelta(days=120)


def diary(nights: int = 120) -> tuple[str, bytes]:
    """One cramp in two nights, to the night before last."""
    rows = [f"{FIRST + timedelta(days=night)},{(0, 1, 0, 2, 0, 0)[night % 6]}" for night in range(nights)]
    return "diary.csv", "\n".join(["night,cramps", *rows]).encode()


def opened(*files: tuple[str, bytes]) -> AppTest:
    at = dashboard(90).run()
    at.session_state.files = files
    at.session_state["next test"] = True
    at.run()
    assert not at.exception
    return at


def said(at: AppTest) -> str:
    return " ".join(each.value.replace("\\", "") for each in at.markdown)


@pytest.fixture
def quick(monkeypatch):
    """No other process, and one future a part."""
    pool = InProcess()
    monkeypatch.setattr(part, "workers", lambda: pool)
    monkeypatch.setattr(part, "LEAST", 1)
    monkeypatch.setattr(part, "ENOUGH", 2)


def test_a_plan_is_made_taken_along_and_taken_back(quick):
    """Oracle: what was typed and chosen; its chances and its dates; nothing is agreed without a word of what
    is tried, and the button that waits for it is no primary one, which could not be read on a dark page."""
    at = opened(diary())
    assert "What next" in [each.value for each in at.header]
    assert "the two of you decide" in said(at)
    agree = at.button(key="plan agree")
    assert (agree.disabled, agree.proto.type) == (True, "secondary")
    at.text_input(key="plan what").input("calf stretches").run()
    agree = at.button(key="plan agree")
    assert (agree.disabled, agree.proto.type) == (False, "primary")
    for _ in range(8):  # a look at the workers each
        at.run()
    assert "Found by playing" in said(at)
    heads = " ".join(str(name) for table in at.table for name in table.value.columns)
    heads = heads.replace("\\", "").replace("\xa0", " ")
    for head in ("30 % fewer shows", "Half as many shows", "A difference is said where there is none"):
        assert head in heads
    at.radio(key="plan form").set_value(1).run()
    at.button(key="plan agree").click().run()
    assert not at.exception
    plan = at.session_state["plan"]
    assert (plan.what, plan.kind, plan.blocks[0].nights) == ("calf stretches", "on_off", 28)
    assert [told.fall for told in plan.expected] == [0.3, 0.5]
    assert "Calf stretches on and off by turns" in said(at)
    at.button(key="plan back").click().run()
    assert "plan" not in at.session_state


def test_watching_needs_no_word_of_what_is_tried(quick):
    """Oracle: a plan for watching only is a plan too."""
    at = opened(diary())
    at.radio(key="plan form").set_value(3).run()
    at.button(key="plan agree").click().run()
    assert at.session_state["plan"].kind == "watch"
    assert "Watching on" in said(at)


def test_a_plan_agreed_on_early_has_the_chances_of_all_futures_as_any_other_visit_has(quick, monkeypatch):
    """Oracle: the futures of their numbers and seed, drawn here in one piece; until they are all drawn the
    plan tells none, and the page how far they are."""
    monkeypatch.setattr(part, "ENOUGH", 3)
    at = opened(diary())
    at.radio(key="plan form").set_value(3).run()
    at.button(key="plan agree").click().run()
    early = at.session_state["plan"]
    assert early.expected == ()
    assert "is still being worked out" in said(at)
    held, place = at.session_state["plan chances"]
    whole = simulate(held.basis, seed=part.SEED, journals=part.ENOUGH)
    for _ in range(part.ENOUGH + 4):  # a look at the workers each
        at.run()
    assert at.session_state["plan"] == replace(early, expected=told(whole.by_plan[place]))
    assert [each.futures for each in at.session_state["plan"].expected] == [3, 3]
    assert "give or take" in said(at)


@pytest.mark.parametrize("view", ["Keep", "Nights"])
def test_the_chances_of_a_plan_agreed_on_early_come_whatever_part_is_looked_at(quick, monkeypatch, view):
    """Oracle: METHODS.md: a plan is filed with its chances once all are drawn; until then the part that is
    looked at says how far they are, and what is taken along then has them."""
    monkeypatch.setattr(part, "ENOUGH", 4)
    at = opened(diary())
    at.radio(key="plan form").set_value(3).run()
    at.button(key="plan agree").click().run()
    at.session_state["view"] = view
    at.run()
    assert at.session_state["plan"].expected == ()
    assert "of 4 futures of each size of fall" in said(at)
    for _ in range(part.ENOUGH + 4):  # a look at the workers each
        at.run()
    assert not at.exception
    assert [each.futures for each in at.session_state["plan"].expected] == [4, 4]
    assert "still being worked out" not in said(at)
    if view == "Keep":
        assert "give or take" in " ".join(at.code[-1].value.split())
    assert "is still being worked out" not in said(at)


def test_every_fall_has_every_future_once_and_the_first_of_them_soon():
    """Oracle: the numbers of the futures; the first two parts are of one fall and of five futures."""
    order = part.parts()
    assert [(each.futures, each.falls) for each in order[:2]] == [(5, (0.5,))] * 2
    for fall in part.EVERY:
        parts = [each for each in order if fall in each.falls]
        numbers = [each.first + place for each in parts for place in range(each.futures)]
        assert sorted(numbers) == list(range(part.ENOUGH))


def test_parts_that_were_ended_or_lost_are_drawn_again(quick, monkeypatch):
    """Oracle: the same futures in one piece, though the machine lost the first part and other work of the
    page ended the second."""
    given = part.begin

    def unlucky(*of, **which):
        [work] = given(*of, **which)
        calls.append(work)
        if len(calls) == 1:
            work = Future()
            work.set_exception(TaskLost("ended"))
        elif len(calls) == 2:
            work = Future()
            work.cancel()
        return [work]

    calls: list[object] = []
    monkeypatch.setattr(part, "begin", unlucky)
    at = opened(diary())
    for _ in range(10):  # a look at the workers each
        at.run()
    [held] = at.session_state["kept"]["chances"].values()
    assert not held.goes_on
    assert len(calls) == len(part.parts()) + 2
    assert held.found == simulate(held.basis, seed=part.SEED, journals=part.ENOUGH)


def test_too_short_a_journal_says_what_it_lacks(quick):
    """Oracle: by hand: 20 nights, 8 more for 28."""
    at = opened(diary(20))
    assert "8 more logged nights" in said(at)


def test_the_plan_of_the_last_visit_stands_first_and_tells_how_it_was_kept(quick):
    """Oracle: by hand: a plan of 56 nights over the last 56 of the journal, and one that goes on."""
    start = FIRST + timedelta(days=64)
    plan = by_turns(start=start, blocks=4, block_nights=14, what="calf stretches")
    over = said(opened(diary(), ("plan.csv", export_plan(plan))))
    assert (
        "As planned, nights on calf stretches and nights off calf stretches show no clear difference" in over
    )
    assert "The journal does not say on which nights the plan was kept" in over
    later = replace(by_turns(start=start + timedelta(30), blocks=4, what="calf stretches"))
    going = said(opened(diary(), ("plan.csv", export_plan(later))))
    assert "30 nights are to come" in going
