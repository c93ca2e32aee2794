"""Which comparison is which, and a click on one. Oracle: by hand."""

from dataclasses import replace
from functools import cache
from typing import Any

from analysis.charts import Display
from analysis.journal import Person
from analysis.review import Review, review
from analysis.screen.comparisons import comparison_keys, key_of_named, opens_comparisons
from analysis.screen.session import Shown
from tests.journals import make_journal

CHANGES = [
    {"night": night, "medication": "Zinc", "change": change}
    for night, change in ((20, "start"), (40, "stop"), (60, "start"), (80, "stop"))
]


@cache
def reviewed() -> Review:
    return review(make_journal([0, 1, 0, 0] * 25, changes=CHANGES), question="")


def found(question: str) -> Review:
    return replace(reviewed(), question=question)


def shown(narrow: bool) -> Shown:
    return Shown("everyday", "litres", 250, replace(Display(), narrow=narrow), Person())


def test_each_comparison_has_a_key_of_its_own() -> None:
    result = found("")
    keys = comparison_keys(result)
    assert len(keys) == len(set(keys)) == len(result.medication_changes) + len(result.courses) == 5
    assert keys[0] == "2025-01-26 Zinc start 0"
    assert keys[-1] == "course Zinc"


def test_the_key_of_the_named_question() -> None:
    result = found("change:2025-02-15:Zinc")
    assert key_of_named(result) == comparison_keys(result)[1]
    assert key_of_named(found("course:Zinc")) == "course Zinc"
    assert key_of_named(found("")) is None


def test_a_click_opens_what_it_hits_but_on_a_phone_where_a_finger_moves_the_page() -> None:
    opened: list[Any] = []
    result = found("")
    chart = opens_comparisons(opened.append, result, shown(narrow=False))
    chart["on_select"]()
    assert opened == [comparison_keys(result)]
    assert chart["selection_mode"] == "points"
    assert opens_comparisons(opened.append, result, shown(narrow=True)) == {}
