"""Several columns of one field. Oracle: read by hand."""

import pytest

from tests.journal.test_reading import actions, read


@pytest.mark.parametrize(
    ("header", "amounts"),
    [
        ("Water am (ml),Water pm (ml)", [1400, None]),
        ("Morning fluids (ml),Evening fluids (ml)", [1400, None]),
        ("Trinkmenge vormittags (ml),Trinkmenge abends (ml)", [1400, None]),
        ("Water (ml),Water pm (ml)", [500, 600]),
    ],
)
def test_parts_of_the_day_add_up_and_one_alone_is_no_day(header: str, amounts: list[float | None]) -> None:
    """By hand: 500 + 900 mL; where a part is empty the day is not known; a whole day stands by itself."""
    journal = read(f"Date,Cramps,{header}\n2025-03-01,1,500,900\n2025-03-02,0,600,\n")
    told = [None if amount != amount else amount for amount in journal.nights["hydration"]]
    assert told == amounts


def test_one_part_of_the_day_is_listed_and_not_used() -> None:
    """By hand: what was drunk before noon says nothing of the day."""
    journal = read("Date,Cramps,Water am (ml)\n2025-03-01,1,500\n2025-03-02,0,600\n")
    assert "hydration" not in journal.nights
    assert actions(journal) == [(None, "not_mapped")]
