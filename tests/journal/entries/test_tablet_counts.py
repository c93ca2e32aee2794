"""How many tablets a row tells of. Oracle: sums by hand."""

import pytest

from tests.journal.medicines.test_record import _day as day
from tests.journal.medicines.test_record import diary, read, spells, taken


@pytest.mark.parametrize(
    ("heading", "one", "two"),
    [
        ("Tablets", "1", "2"),
        ("Quantity", "1 tab", "2 tabs"),
        ("Dose", "1", "2"),
        ("Dose", "1 tablet", "2 tablets"),
    ],
)
def test_a_column_with_the_number_of_tablets(heading: str, one: str, two: str) -> None:
    rows = [f"{day(n)},furosemide 20 mg,{one if n < 30 else two},Taken" for n in range(60)]
    journal = read(diary(60), f"Date,Medication,{heading},Status\n" + "\n".join(rows))
    assert spells(journal) == [("furosemide", 20, None, 29), ("furosemide", 40, 30, None)]


@pytest.mark.parametrize(
    ("heading", "cells", "doses"),
    [
        ("Magnesium 200mg tablets", ("1", "2"), (200, 400)),
        ("Magnesium 400mg", ("1/2", "1"), (200, 400)),
        ("Magnesium 400mg", ("1", "0"), (400, None)),
    ],
)
def test_numbers_under_a_strength_are_tablets(
    heading: str, cells: tuple[str, str], doses: tuple[float, float | None]
) -> None:
    journal = read(diary(60, {heading: taken((30, cells[0]), (30, cells[1]))}))
    expected = [("magnesium", doses[0], None, 29)]
    assert spells(journal) == expected + ([("magnesium", doses[1], 30, None)] if doses[1] else [])
