"""Amounts in bottles, cans and glasses of a size that stands beside them. Oracle: number times size, by
hand.
"""

import pytest

from analysis.journal.cells import read_amount, vessel_of_heading
from tests.for_each import for_each


@for_each(
    ("text", "millilitres"),
    [
        ("1.5 l bottle", 1500),
        ("a 750ml bottle", 750),
        ("half a 1.5 l bottle", 750),
        ("3 bottles 330ml", 990),
        ("2 bottles of 500ml", 1000),
        ("2 500ml bottles", 1000),
        ("2 x 500 ml", 1000),
        ("1 bottle (1.5 l)", 1500),
        ("2 x 330 ml cans + 1 glass", 910),
        ("2 glasses of 200 ml", 400),
        ("two 16 oz bottles", 946.353),
        ("2 Flaschen à 0,5 l", 1000),
        ("2 Flaschen je 0,75l", 1500),
        ("2 bouteilles de 50 cl", 1000),
        ("2 botellas de 1,5 l", 3000),
        ("una bottiglia da 1,5 l", 1500),
        ("3 flessen van 0,5 l", 1500),
    ],
)
def test_a_vessel_of_a_size_holds_it(text: str, millilitres: float) -> None:
    assert read_amount(text, None).value == pytest.approx(millilitres, abs=0.001)


@pytest.mark.parametrize("text", ["2 glasses 500 ml", "2 cups, 300 ml"])
def test_where_the_amount_may_be_that_of_all_glasses_nothing_is_read_as_each(text: str) -> None:
    assert read_amount(text, None).value != 2 * float(text.split()[2])


def test_a_bottle_without_a_size_still_has_the_assumed_one_and_says_so() -> None:
    cell = read_amount("2 bottles", None)
    assert (cell.value, cell.problem) == (1000, "a bottle read as 500 mL")


def test_litres_before_the_size_of_a_bottle_are_what_a_heading_counts() -> None:
    assert vessel_of_heading("Water in L (bottle 1.5 L)") is None
    assert vessel_of_heading("Water (bottles of 1.5 L)") == ("Water (bottles )", 1500.0)
