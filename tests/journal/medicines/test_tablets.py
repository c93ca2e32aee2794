"""How many tablets were taken: in words, in a column of its own, and by the rows of one day.

Oracle: small journals read by hand.
"""

from collections.abc import Sequence

import pytest

from analysis.journal.medicines import number_of_tablets, resolve
from tests.for_each import for_each
from tests.journal.medicines.test_record import _day as day
from tests.journal.medicines.test_record import changes, diary, read, spells, taken


@for_each(
    ("written", "dose", "unit"),
    [
        ("2 x magnesium 200 mg", 400, "mg"),
        ("2x200mg magnesium", 400, "mg"),
        ("magnesium 200 mg x2", 400, "mg"),
        ("2 Tbl. Magnesium 150 mg", 300, "mg"),
        ("1 comprimé de magnésium 300 mg", 300, "mg"),
        ("half a tablet of furosemide 40mg", 20, "mg"),
        ("½ atorvastatin 40 mg", 20, "mg"),
        ("1/2 atorvastatin 40 mg", 20, "mg"),
        ("1 1/2 tabs prednisolone 5 mg", 7.5, "mg"),
        ("vitamin D 1000 IU 2 caps", 2000, "IU"),
        ("magnesium 2 tablets", 2, "tab"),
        ("magnesium x 7 days", None, None),
        ("2 weeks of magnesium 300 mg", 300, "mg"),
        ("ramipril 5 caps", None, None),
        ("vitamin B 12 1000 mcg tablet", 1000, "mcg"),
        ("simvastatin 40 mg tablets", 40, "mg"),
    ],
)
def test_tablets_of_a_strength_are_its_multiple(written: str, dose: float | None, unit: str | None) -> None:
    found = resolve(written)
    assert found.generic is not None
    assert (found.dose, found.unit) == (dose, unit)


@pytest.mark.parametrize(
    ("written", "times"),
    [("quinine 200 mg x2 daily", 2), ("metformin 500 mg 2x täglich", 2), ("1 x magnesium 200 mg", None)],
)
def test_how_often_a_day_is_no_number_of_tablets(written: str, times: float | None) -> None:
    assert (resolve(written).dose or 0) in (200, 500)
    assert resolve(written).per_day == times


@for_each(
    ("cell", "number"),
    [
        ("2", 2),
        ("1/2", 0.5),
        ("1,5", 1.5),
        ("zwei", 2),
        ("2 tablets", 2),
        ("0", 0),
        ("40", None),
        ("x", None),
    ],
)
def test_a_number_of_tablets_in_a_cell(cell: str, number: float | None) -> None:
    assert number_of_tablets(cell) == number


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("magnesium 200 mg", "magnesium 200 mg x2"),
        ("1 Tbl. Magnesium 200 mg", "2 Tbl. Magnesium 200 mg"),
        ("half magnesium 400 mg", "1 magnesium 400 mg"),
    ],
)
def test_another_number_of_tablets_each_night_is_a_change_of_the_dose(before: str, after: str) -> None:
    journal = read(diary(60, {"Medicines": taken((30, before), (30, after))}))
    assert spells(journal) == [("magnesium", 200, None, 29), ("magnesium", 400, 30, None)]
    assert changes(journal) == [(30, "magnesium", "increase", 400)]


def test_half_a_tablet_in_a_list_is_half_the_strength() -> None:
    listed = (
        "Date,Medicine,Change,Dose\n2020-01-01,atorvastatin 40 mg,start,1 tablet\n"
        f"{day(20)},atorvastatin 40 mg,reduced,half a tablet"
    )
    assert spells(read(diary(60), listed)) == [("atorvastatin", 20, 20, None), ("atorvastatin", 40, None, 19)]


def doses_a_day(counts: Sequence[int], *, missed: bool = False) -> str:
    """A log of one row a dose: so many tablets of furosemide a day, at 8 and 14 o'clock."""
    rows = []
    for night, count in enumerate(counts):
        for at, hour in enumerate(("08", "14")[: 2 if missed else count]):
            rows.append(f"{day(night)} {hour}:00,furosemide,20 mg,{'Taken' if at < count else 'Missed'}")
    return "Date,Medication,Dose,Status\n" + "\n".join(rows)


def per_day(counts: Sequence[int], *, missed: bool = False) -> list[tuple[int | None, float, float]]:
    """First night, dose and how often a day, of each spell that such a log shows."""
    found = read(diary(len(counts)), doses_a_day(counts, missed=missed)).spells
    return [
        (None if first is None else first, row.dose, row.per_day)
        for row in found.itertuples()
        for first in [None if row.first_night != row.first_night else (row.first_night.day_of_year - 1)]
    ]


def test_two_tablets_a_day_instead_of_one_are_a_change_of_the_dose() -> None:
    assert per_day([1] * 30 + [2] * 30) == [(None, 20, 1), (30, 20, 2)]
    assert changes(read(diary(60), doses_a_day([1] * 30 + [2] * 30))) == [(30, "furosemide", "increase", 20)]


@pytest.mark.parametrize("forgotten", [1, 7])
def test_a_second_tablet_forgotten_for_up_to_a_week_is_no_change(forgotten: int) -> None:
    assert per_day([2] * 25 + [1] * forgotten + [2] * 25) == [(None, 20, 2)]


def test_a_second_tablet_forgotten_now_and_then_is_no_change() -> None:
    assert len(per_day([2, 2, 1, 2, 1, 1, 2, 2, 2, 1] * 6)) == 1


def test_a_missed_second_tablet_still_belongs_to_the_day() -> None:
    assert per_day([2] * 20 + [1] * 20, missed=True) == [(None, 20, 2)]


def test_the_same_row_of_the_same_minute_is_one_intake() -> None:
    log = doses_a_day([1] * 60)
    again = log + "\n" + "\n".join(log.splitlines()[31:])
    journal = read(diary(60), again)
    assert spells(journal) == [("furosemide", 20, None, None)]
    assert journal.receipts[1].rows.duplicate == 30


def test_different_strengths_of_one_day_add_up() -> None:
    rows = [f"{day(n)},furosemide,{dose},Taken" for n in range(60) for dose in ("40 mg", "20 mg")]
    assert spells(read(diary(60), "Date,Medication,Dose,Status\n" + "\n".join(rows))) == [
        ("furosemide", 60, None, None)
    ]


def test_several_intakes_of_one_night_as_needed_are_one_of_their_sum() -> None:
    rows = [
        f"{day(n)} {hour}:00,paracetamol,500 mg,Taken" for n in (2, 30, 45) for hour in ("08", "12", "20")
    ]
    journal = read(diary(60), "Date,Medication,Dose,Status\n" + "\n".join(rows))
    assert journal.intakes["dose"].tolist() == [1500] * 3
