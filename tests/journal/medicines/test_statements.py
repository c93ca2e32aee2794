"""Doses beside each other, and what tells medicines apart. Oracle: sums by hand."""

from analysis.journal.medicines.classes import Medicine
from analysis.journal.medicines.statements import (
    Log,
    Statement,
    compare_doses,
    key_of,
    same_dose,
    with_dose_of,
)
from tests.for_each import for_each


def dose(amount: float | None, unit: str | None = None, per_day: float | None = None) -> Medicine:
    return Medicine("magnesium", dose=amount, unit=unit, per_day=per_day)


@for_each(
    ("one", "other", "way"),
    [
        (dose(10, "mg"), dose(20, "mg"), 1),
        (dose(20, "mg"), dose(10, "mg"), -1),
        (dose(5, "mg"), dose(5, "mg"), 0),
        # A gram is 1000 mg, a milligram 1000 mcg; other units are compared with themselves alone.
        (dose(1, "g"), dose(1000, "mg"), 0),
        (dose(1, "g"), dose(999, "mg"), -1),
        (dose(1, "g"), dose(1001, "mg"), 1),
        (dose(50, "mcg"), dose(75, "mg"), 1),
        (dose(50, "mcg"), dose(0.05, "mg"), 0),
        (dose(2, "g"), dose(3, "mcg"), -1),
        (dose(400, "IU"), dose(400, "mg"), None),
        (dose(1, "mg"), dose(1, "IU"), None),
        (dose(1, "IU"), dose(2, "IU"), 1),
        # A number without a unit is in the other's.
        (dose(10), dose(20, "g"), 1),
        (dose(10, "mcg"), dose(10), 0),
        (dose(20), dose(10), -1),
        # What is not told cannot be compared.
        (dose(None), dose(10, "mg"), None),
        (dose(10, "mg"), dose(None), None),
        (dose(None), dose(None), None),
        # Times a day count where both say them.
        (dose(10, "mg", 1), dose(10, "mg", 2), 1),
        (dose(20, "mg", 1), dose(10, "mg", 2), 0),
        (dose(20, "mg", 3), dose(30, "mg", 1), -1),
        (dose(10, "mg", 3), dose(20, "mg"), 1),
        (dose(10, "mg"), dose(20, "mg", 3), 1),
        (dose(1, "g", 2), dose(500, "mg", 4), 0),
        # A rounding of the last digit is no change; a thousandth is.
        (dose(0.1 + 0.2, "mg"), dose(0.3, "mg"), 0),
        (dose(1000, "mg"), dose(1001, "mg"), 1),
        (dose(0, "mg"), dose(0, "g"), 0),
    ],
)
def test_the_second_dose_is_lower_the_same_or_higher(one: Medicine, other: Medicine, way: int | None) -> None:
    assert compare_doses(one, other) == way
    assert same_dose(one, other) == (way in (0, None))
    back = compare_doses(other, one)
    assert back == (None if way is None else -way)


def test_the_dose_of_another_with_how_often_it_is_taken() -> None:
    assert with_dose_of(dose(1, "g", 2), dose(300, "mg")) == dose(300, "mg", 2)
    assert with_dose_of(dose(1, "g", 2), dose(300, "mg", 3)) == dose(300, "mg", 3)


def test_medicines_are_told_apart_by_generic_name_and_else_by_name_without_dose() -> None:
    assert key_of(Medicine("Lasix 40 mg", generic="furosemide", dose=40, unit="mg")) == "furosemide"
    assert key_of(Medicine("Zaubertee 3 mg", dose=3, unit="mg")) == "zaubertee"
    assert key_of(Medicine("40 mg", dose=40, unit="mg")) == "40 mg"
    assert Statement(3, Medicine("Zaubertee"), "start").key == "zaubertee"


def test_what_is_added_to_a_log_was_spoken_of() -> None:
    log = Log("a.csv", None, 3)
    log.add(Statement(5, dose(1, "g"), "taken"))
    assert (log.spoken, [one.night for one in log.statements]) == ({5}, [5])
