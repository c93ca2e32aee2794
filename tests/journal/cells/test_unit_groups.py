"""Columns that go over from one unit of fluid to another. Oracle: the days' fluid, worked out by hand."""

import pytest

from analysis.journal.cells.unit_groups import change_of_unit

GLASSES = [7.0, 8.0, 6.0, 5.0, 9.0, 7.0, 11.0]
LITRES = [1.5, 2.0, 1.75, 2.25, 1.5, 1.8, 2.0]


def test_glasses_become_litres_and_litres_glasses() -> None:
    """7 glasses of 250 mL are 1750 mL, as are 1.75 L."""
    found = change_of_unit(GLASSES + LITRES)
    assert found is not None
    assert (found.unit, set(found.others), found.unclear) == ("glass", set(LITRES), frozenset())
    assert set(found.others.values()) == {"L"}
    back = change_of_unit(LITRES + GLASSES)
    assert back is not None
    assert (back.unit, set(back.others), set(back.others.values())) == ("L", set(GLASSES), {"glass"})


def test_whole_litres_are_litres_among_parts_of_them() -> None:
    found = change_of_unit([7.0, 8.0, 6.0, 9.0, 7.0, 8.0, 1.75, 2.0, 1.5, 1.75, 2.25, 2.0])
    assert found is not None
    assert (found.unit, found.others[2.0], found.others[1.5]) == ("glass", "L", "L")


def test_a_number_on_both_sides_has_no_unit() -> None:
    """2 may be two litres or two glasses: it stands on both sides of the change."""
    found = change_of_unit([*GLASSES, 2.0, *LITRES])
    assert found is not None
    assert found.unclear <= {2.0}
    both = change_of_unit([2.0, *GLASSES, *LITRES])
    assert both is not None
    assert both.unclear == {2.0}
    assert 2.0 not in both.others


def test_glasses_become_fluid_ounces_and_litres_millilitres() -> None:
    ounces = change_of_unit([*GLASSES, 56.0, 64.0, 48.0, 60.0, 72.0])
    assert ounces is not None
    assert set(ounces.others.values()) == {"US fl oz"}


@pytest.mark.parametrize(
    "numbers",
    [
        [*GLASSES, 1.5, 2.0],  # too few to be a change
        [*GLASSES, 1.5, *GLASSES, 1.75, 8.0],  # to and fro
        [*LITRES, 3.0, 4.0, 3.0, 4.0, 3.0, 4.0],  # more litres, written as whole numbers
        [1500.0, 1600.0, 1700.0, 1500.0, 1800.0, 2500.0, 2600.0, 2400.0, 2700.0, 2500.0],
        [],
    ],
)
def test_other_columns_do_not_change_their_unit(numbers: list[float]) -> None:
    assert change_of_unit(numbers) is None
