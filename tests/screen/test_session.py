"""What a session holds. Oracle: by hand; the session of Streamlit is stood in for by a mapping."""

from collections.abc import Callable
from typing import Any

import pytest
import streamlit as st

from analysis.journal import Added, Journal
from analysis.screen import session
from tests.journals import make_journal
from tests.without_browser import Held

A, B = ("a.csv", b"one"), ("b.csv", b"two")


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    """A session with two files, without workers and without a collector behind it."""
    holds = Held()
    monkeypatch.setattr(st, "session_state", holds)
    monkeypatch.setattr(session, "stop_work", lambda: None)
    monkeypatch.setattr(session, "let_go_soon", lambda: None)
    session.open_files([A, B])
    return holds


def counted(gives: object) -> tuple[list[object], Callable[[], object]]:
    """What is made, each time that it is made."""
    made: list[object] = []

    def make() -> object:
        made.append(gives)
        return gives

    return made, make


def test_a_result_is_made_once_for_each_key_and_the_last_four_are_held(held: Held) -> None:
    made, make = counted("result")
    for key in (1, 1, 2, 3, 4):
        assert session.kept("review", key, make) == "result"
    assert len(made) == 4
    session.kept("review", 5, make)
    assert list(held.kept["review"]) == [2, 3, 4, 5]
    session.kept("review", 1, make)
    assert len(made) == 6


def test_what_is_none_is_made_anew(held: Held) -> None:
    made, make = counted(None)
    for _ in range(2):
        assert session.kept("page", 1, make) is None
    assert len(made) == 2
    assert held.kept["page"] == {}


def test_files_that_are_opened_take_the_place_of_all_but_the_part_that_is_looked_at(held: Held) -> None:
    before = held.kept
    before["review"] = {1: "a review"}
    files, typed = held.files, held.typed
    typed.append("typed")
    held.update(
        view="Nights", mapping={"Wadl": "cramps"}, washout=7, turn=3, choices={"dates_mean": "evening"}
    )
    session.open_files([B])
    assert (held.files, held.view, held.version, held.turn) == ([B], "Nights", 2, 3)
    assert (held.mapping, held.choices, held.kept, held.typed) == ({}, {}, {}, [])
    assert "washout" not in held
    assert (before, files, typed) == ({}, [], [])  # whoever still has them, has nothing


def test_after_closing_the_next_journal_begins_at_its_first_part(held: Held) -> None:
    held.view = "Nights"
    session.close_files()
    assert (held.files, held.view) == ([], "Summary")


def test_the_same_file_again_changes_nothing_and_another_of_its_name_is_kept(held: Held) -> None:
    session.add_files([A, ("b.csv", b"three"), ("c.csv", b"four")])
    session.add_files([("b.csv", b"three"), ("b.csv", b"five")], refused=2)
    assert [name for name, _ in held.files] == ["a.csv", "b.csv", "2 b.csv", "c.csv", "3 b.csv"]
    assert held.too_much == 2
    session.add_files([(".csv", b"four")])  # a name that another ends with is not that one's
    assert len(held.files) == 6


def test_a_file_is_taken_out_or_replaced_by_its_place_and_what_was_typed_stays(held: Held) -> None:
    held.update(mapping={"Wadl": "cramps"}, kept={"journal": {1: "read"}})
    session.replace_file(1, ("c.csv", b"four"))
    assert held.files == [A, ("c.csv", b"four")]
    session.remove_file(0)
    assert held.files == [("c.csv", b"four")]
    assert (held.mapping, held.kept, held.version) == ({"Wadl": "cramps"}, {}, 3)


def test_entries_are_taken_back_by_their_place(held: Held) -> None:
    for text in ("one", "two", "three"):
        session.add_typed(Added("Remarks", {"remark": text}))
    session.take_back(1)
    assert [entry.cells["remark"] for entry in held.typed] == ["one", "three"]


def test_the_first_choice_of_a_person_keeps_what_was_typed_and_another_forgets_it(held: Held) -> None:
    held.update(typed=["typed"], mapping={"Who": "person"}, volume="cups", question="change:x")
    session.choose_person("a.csv", "Ann")
    assert held.choices == {"choose": {"a.csv": "Ann"}}
    assert held.typed == ["typed"]
    session.choose_person("b.csv", "Ann")
    assert session.people_chosen() == ["Ann"]
    session.choose_person("b.csv", "Bo")
    assert held.choices == {"choose": {"a.csv": "Ann", "b.csv": "Bo"}}
    assert (held.typed, held.mapping, held.volume, held.files) == ([], {"Who": "person"}, "cups", [A, B])
    assert "question" not in held
    assert session.people_chosen() == ["Ann", "Bo"]


def test_a_part_is_opened_with_what_is_named_beside_it(held: Held) -> None:
    session.show_view("Medication", change="magnesium")
    assert (held.view, held.change, held.answered) == ("Medication", "magnesium", {"change": "magnesium"})


@pytest.mark.parametrize(
    "change",
    [
        {"version": 7}, {"choices": {"dates_mean": "evening"}}, {"mapping": {"Wadl": "cramps"}},
        {"typed": [Added("Remarks", {"remark": "one"})]},
    ],
)  # fmt: skip
def test_a_journal_is_read_anew_when_anything_that_it_depends_on_changes(
    held: Held, change: dict[str, Any]
) -> None:
    before = session.as_read()
    assert session.as_read() == before
    held.update(change)
    assert session.as_read() != before


def test_the_journal_that_was_read_last_is_the_open_one(held: Held) -> None:
    assert session.opened_journal() is None
    first, last = make_journal([1]), make_journal([2])
    held.kept["journal"] = {1: first, 2: last}
    opened = session.opened_journal()
    assert isinstance(opened, Journal)
    assert opened is last
    held.kept["journal"][3] = ValueError("no journal")
    assert session.opened_journal() is None
