"""The nights on screen: what is a picture, and what is said not to be kept. Oracle: by hand."""

from datetime import date
from typing import Any

import pytest
import streamlit as st

from analysis.charts import Display
from analysis.faults import Lost, ProgramFault
from analysis.measures import patterns
from analysis.review import review
from analysis.screen.nights import PICTURES, Picture, found_of, last_cramp, pick_year
from tests.journals import make_journal
from tests.without_browser import Held


def pictures(counts: list[int]) -> dict[str, Picture]:
    result = review(make_journal(counts), question="")
    return {
        title: make(*(found_of(result, part) for part in parts), "everyday", Display())
        for title, (make, *parts) in PICTURES.items()
    }


def test_every_part_of_the_patterns_stands_in_a_picture() -> None:
    """Oracle: the fields of the result; what is counted of each is said elsewhere."""
    shown = {part for _, *parts in PICTURES.values() for part in parts}
    result = patterns(make_journal([1, 0]))
    assert shown <= set(vars(result))


def test_of_what_is_not_kept_there_is_no_picture() -> None:
    """60 nights with cramps, nothing else of them: only their days and months are known."""
    found = pictures([1, 0, 0] * 20)
    assert [title for title, each in found.items() if each.recorded] == [
        "Day of the week", "Month of the year",
    ]  # fmt: skip
    assert all(each.draw is None for each in found.values() if not each.recorded)
    assert not any(each.recorded for each in pictures([0] * 60).values())


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([1, 0, 2, 0, None], date(2025, 1, 8)), ([0, 0, None, 0], date(2025, 1, 9))],
)
def test_the_card_begins_at_the_last_cramp_else_at_the_last_night(
    counts: list[float | None], expected: date
) -> None:
    assert last_cramp(make_journal(counts, start="2025-01-06")) == expected


def test_what_a_fault_has_cost_is_met_once_for_the_picture() -> None:
    class Result:
        class patterns:
            severity = Lost("ValueError in patterns.py, line 7")

    result: Any = Result
    with pytest.raises(ProgramFault, match="line 7"):
        found_of(result, "severity")


@pytest.mark.parametrize(
    ("start", "size", "narrow", "offered", "shown"),
    [
        ("2025-01-01", 400, False, None, None),
        ("2024-12-30", 400, False, [0, 2026, 2025, 2024], None),
        ("2024-12-30", 400, True, [0, 2026, 2025, 2024], 2026),
        ("2024-12-30", 0, True, None, None),
    ],
)
def test_of_many_years_one_can_be_chosen_and_a_phone_begins_with_the_last(
    monkeypatch: pytest.MonkeyPatch, start: str, size: int, narrow: bool, offered: object, shown: int | None
) -> None:
    holds, asked = Held(answered={}), []

    def chooses(_: str, choices: list[int], key: str, **__: Any) -> Any:
        asked.append(choices)
        return holds[key]

    monkeypatch.setattr(st, "session_state", holds)
    monkeypatch.setattr(st, "selectbox", chooses)
    journal = make_journal([0] * size, start=start)
    assert pick_year(journal, narrow=narrow) == shown
    assert asked == ([] if offered is None else [offered])
