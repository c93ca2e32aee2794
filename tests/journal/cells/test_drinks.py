"""Numbers of drinks. Oracle: what a person counts in the words, by hand."""

import pytest

from analysis.journal.cells.drinks import read_drinks
from tests.for_each import for_each


@for_each(
    ("text", "drinks"),
    [
        ("2", 2), ("2 beers", 2), ("1 glass of red wine", 1), ("3 cups of tea", 3), ("two coffees", 2),
        ("1 cup + 1 espresso", 2), ("1 beer and 2 wines", 3), ("2-3 glasses", 2.5), ("2 Gläser Wein", 2),
        ("1 verre de vin", 1), ("dos cervezas", 2), ("none", 0), ("0 drinks", 0), ("yes", 1),
        ("1,5 Tassen", 1.5),
    ],
)  # fmt: skip
def test_drinks_are_counted(text: str, drinks: float) -> None:
    assert read_drinks(text, "," if "," in text else ".").value == drinks


@pytest.mark.parametrize(
    "text", ["half a bottle", "2 bottles", "wine", "a few", "1 beer + some wine", "500 ml"]
)
def test_what_nobody_can_count_is_set_aside(text: str) -> None:
    cell = read_drinks(text, ".")
    assert (cell.value, bool(cell.problem)) == (None, True)


def test_a_range_and_a_sum_are_said() -> None:
    assert read_drinks("2-3 glasses", ".").problem == "a range, read as its middle"
    assert read_drinks("1 cup + 1 tea", ".").problem == "several drinks, added up"
    assert read_drinks("2 beers", ".").problem is None
