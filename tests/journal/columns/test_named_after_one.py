"""Columns named after one medicine. Oracle: what each column says, as told in words."""

from collections.abc import Sequence

import pytest

from tests.for_each import for_each
from tests.journal.medicines.test_record import diary, read, spells


def of_column(heading: str, cells: Sequence[str]) -> list[tuple[str, float | None, int | None, int | None]]:
    return spells(read(diary(len(cells), {heading: cells})))


@pytest.mark.parametrize(
    ("heading", "before", "after", "medicine"),
    [("Lyrica", "75", "150", "pregabalin"), ("Magnesium", "200", "400", "magnesium"),
     ("Lasix mg", "20", "40", "furosemide"), ("Prednisolone", "7.5", "10", "prednisolone"),
     ("Vitamin D (IU)", "800", "1000", "colecalciferol")],
)  # fmt: skip
def test_numbers_that_hold_for_weeks_are_doses(heading: str, before: str, after: str, medicine: str) -> None:
    found = of_column(heading, [before] * 30 + [after] * 30 + ["0"] * 30)
    assert set(found) == {(medicine, float(before), None, 29), (medicine, float(after), 30, 59)}


def test_few_of_them_are_tablets() -> None:
    """Nobody takes 2 mg of furosemide."""
    journal = read(diary(90, {"Lasix": ["1"] * 30 + ["2"] * 30 + ["0"] * 30}))
    assert spells(journal) == [("furosemide", 1, None, 29), ("furosemide", 2, 30, 59)]
    assert set(journal.spells["unit"]) == {"tab"}


@pytest.mark.parametrize(
    ("heading", "cells", "medicine", "doses"),
    [("Bisoprolol", ["2.5"] * 60, "bisoprolol", [2.5]),
     ("Pramipexole", ["0.125"] * 30 + ["0.25"] * 30, "pramipexole", [0.125, 0.25]),
     ("Melatonin", ["3"] * 60, "melatonin", [3]), ("Warfarin", ["3"] * 30 + ["4"] * 30, "warfarin", [3, 4]),
     ("Furosemide", ["2.5"] * 60, "furosemide", [2.5])],
)  # fmt: skip
def test_small_numbers_of_other_medicines_are_doses_without_a_unit(
    heading: str, cells: list[str], medicine: str, doses: list[float]
) -> None:
    """Oracle: bisoprolol is sold as 2.5 mg, pramipexole as 0.125, melatonin as 3, warfarin as 3 and 4; and no
    tablet is taken two and a half times each night.
    """
    journal = read(diary(60, {heading: cells}))
    assert journal.spells["generic"].tolist() == [medicine] * len(doses)
    assert journal.spells["dose"].tolist() == doses
    assert journal.spells["unit"].isna().all()
    assert any("no unit" in problem.problem for problem in journal.receipts[0].problems)


@for_each(
    ("heading", "cells"),
    [("Magnesium", ["310", "295", "322", "301", "280", "410"] * 10),
     ("Potassium", ["4.1", "3.9", "4.0", "4.3"] * 15),
     ("Potassium", ["4.1", *[""] * 30, "3.9", *[""] * 28]),
     ("Potassium", ["4.1"] * 60), ("Vitamin D", ["55"] * 60), ("Iron", ["12"] * 30 + ["14"] * 30),
     ("Magnesium", ["2"] * 60), ("Vitamin B12", ["412"] * 60)],
)  # fmt: skip
def test_what_was_eaten_or_found_in_the_blood_is_no_medicine(heading: str, cells: list[str]) -> None:
    assert of_column(heading, cells) == []


@pytest.mark.parametrize("heading", ["No quinine", "Skipped quinine", "Quinine forgotten", "Kein Chinin"])
def test_a_heading_that_says_not_taken_is_never_read_as_taken(heading: str) -> None:
    assert of_column(heading, ["no"] * 30 + ["yes"] * 30) == []


@pytest.mark.parametrize("heading", ["Quinine Y/N", "Quinine y/n?", "Quinine (Y/N)", "Quinine J/N"])
def test_the_letters_of_the_answers_are_no_part_of_the_name(heading: str) -> None:
    assert of_column(heading, ["n"] * 30 + ["y"] * 30) == [("quinine", None, 30, None)]


@pytest.mark.parametrize("heading", ["Statin", "Water tablet", "BP pill", "Painkiller", "Wassertablette"])
def test_a_class_named_instead_of_a_medicine(heading: str) -> None:
    journal = read(diary(60, {heading: ["no"] * 30 + ["yes"] * 30}))
    assert journal.spells["medication"].tolist() == [heading]
    assert journal.changes["change"].tolist() == ["start"]


def test_medicines_under_times_of_the_day() -> None:
    """In a diary, and in a table of their own."""
    evening = ["amlodipine 5 mg; quinine 200 mg"] * 30 + ["amlodipine 5 mg"] * 30
    expected = [("amlodipine", 5, None, None), ("quinine", 200, None, 29)]
    assert spells(read(diary(60, {"Evening": evening}))) == expected
    chart = diary(60, {"Morning": [""] * 60, "Evening": evening}).replace("Night of,Cramps", "Date,Number")
    rows = [",".join(cells.split(",")[:1] + cells.split(",")[2:]) for cells in chart.splitlines()]
    assert spells(read(diary(60), "\n".join(rows))) == expected


@pytest.mark.parametrize("heading", ["Lasix 40mg", "Lasix 40 mg", "Lasix 40 mg tablets", "Lasix (40 mg)"])
def test_the_dose_in_a_heading_has_its_unit(heading: str) -> None:
    journal = read(diary(60, {heading: ["no"] * 30 + ["yes"] * 30}))
    assert journal.spells[["dose", "unit"]].to_numpy().tolist() == [[40.0, "mg"]]
