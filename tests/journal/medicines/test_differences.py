"""By how much a dose was changed: a difference is no dose. Oracle: the sentences as a person reads them."""

import pytest

from analysis.journal.medicines import read_changes_in_text
from analysis.journal.medicines.classes import Medicine
from analysis.journal.medicines.differences import Difference
from analysis.journal.medicines.statements import dose_after
from tests.for_each import for_each
from tests.journal.entries.reading import diary, read
from tests.journal.test_reading import read as read_files


@for_each(
    ("text", "amount", "unit"),
    [
        ("reduced Lasix by 10 mg", -10, "mg"),
        ("reduced by 10 mg: Lasix", -10, "mg"),
        ("put the Lasix up by 20 mg", 20, "mg"),
        ("Lasix down by 20mg", -20, "mg"),
        ("increased Lasix by another 20 mg", 20, "mg"),
        ("took 10 mg less Lasix", -10, "mg"),
        ("decreased Lasix by 12.5", -12.5, None),
        ("reduced Lasix by half a tablet", -0.5, "tab"),
        ("increased Lasix by 1 tablet", 1, "tab"),
        ("Lasix um 20 mg reduziert", -20, "mg"),
        ("augmenté le Lasix de 20 mg", 20, "mg"),
        ("ridotto il Lasix di 20 mg", -20, "mg"),
        ("subí el Lasix en 20 mg", 20, "mg"),
        ("Lasix verlaagd met 20 mg", -20, "mg"),
    ],
)
def test_a_difference_is_no_dose(text: str, amount: float, unit: str | None) -> None:
    ((change, one),) = read_changes_in_text(text)
    assert (change, one.generic, one.dose) == ("increase" if amount > 0 else "decrease", "furosemide", None)
    assert one.difference == Difference(amount, unit)


@pytest.mark.parametrize(
    ("text", "dose", "before"),
    [
        ("reduced Lasix by 20 mg to 60 mg", 60, None),
        ("increased Lasix by 20 mg, now 60 mg", 60, None),
        ("reduced Lasix 40 mg by 10 mg", 30, 40),
        ("réduit le Lasix de 40 mg à 20 mg", 20, 40),
        ("bajé Lasix de 40 mg a 20 mg", 20, 40),
        ("started Lasix 40 mg", 40, None),
        ("increased to a dose of 40 mg Lasix", 40, None),
    ],
)
def test_a_dose_beside_it_stays_a_dose(text: str, dose: float, before: float | None) -> None:
    ((_, one),) = read_changes_in_text(text)
    assert (one.generic, one.dose, one.dose_before) == ("furosemide", dose, before)


def test_a_step_that_is_repeated_gives_no_dose() -> None:
    """Oracle: "by 5 mg every week" is a plan of steps, and what was taken after them is not told."""
    ((change, one),) = read_changes_in_text("tapering prednisone by 5 mg every week")
    assert (change, one.dose, one.difference) == ("decrease", None, None)


def test_several_medicines_have_each_their_own_difference_or_none() -> None:
    told = read_changes_in_text("reduced Lasix by 20 mg and ramipril by 2.5 mg")
    assert [one.difference for _, one in told] == [Difference(-20, "mg"), Difference(-2.5, "mg")]
    told = read_changes_in_text("reduced Lasix and ramipril by 10 mg")
    assert [(one.dose, one.difference) for _, one in told] == [(None, None)] * 2


@for_each(
    ("now", "difference", "dose"),
    [
        ((40, "mg"), (-10, "mg"), (30, "mg")),
        ((40, "mg"), (-10, None), (30, "mg")),
        ((1, "g"), (-250, "mg"), (0.75, "g")),
        ((75, "mcg"), (25, "mcg"), (100, "mcg")),
        ((2, "tab"), (-0.5, "tab"), (1.5, "tab")),
        ((40, "mg"), (-0.5, "tab"), (None, None)),  # a tablet of how many mg?
        ((10, "mg"), (-10, "mg"), (None, None)),  # nothing would be left, which nobody calls a reduction
        ((None, None), (-10, "mg"), (None, None)),
    ],
)
def test_the_dose_after_it(now: tuple, difference: tuple, dose: tuple) -> None:  # type: ignore[type-arg]
    told = Medicine("x", difference=Difference(*difference))
    found = dose_after(told, Medicine("x", dose=now[0], unit=now[1]))
    assert (found.dose, found.unit) == dose


def test_per_cent_of_the_dose() -> None:
    journal = read(diary("Notes", ["started Lasix 40 mg", *[""] * 20, "reduced Lasix by 25 %", *[""] * 20]))
    assert journal.changes["dose"].tolist() == [40, 30]


def test_in_a_diary_the_dose_is_worked_out_from_the_one_before() -> None:
    """Oracle: 30 - 10 + 5 mg; without a dose before, the dose after is not known."""
    told = ["started prednisone 30 mg", "reduced prednisone by 10 mg", "increased prednisone by 5 mg"]
    journal = read(diary("Notes", [cell for one in told for cell in (one, *[""] * 20)]))
    assert journal.changes["change"].tolist() == ["start", "decrease", "increase"]
    assert journal.changes["dose"].tolist() == [30, 20, 25]
    journal = read(diary("Notes", [*[""] * 20, "reduced prednisone by 10 mg", *[""] * 20]))
    assert journal.changes["change"].tolist() == ["decrease"]
    assert journal.spells["dose"].isna().all()


@pytest.mark.parametrize(
    ("change", "dose", "expected"),
    [
        ("reduced by 10 mg", "", ("decrease", 30)),
        ("decrease", "by 10 mg", ("decrease", 30)),
        ("decrease", "-10 mg", ("decrease", 30)),
        ("increase", "+10 mg", ("increase", 50)),
        ("", "+10 mg", ("increase", 50)),
        ("decrease", "10 mg", ("decrease", 10)),
    ],
)
def test_in_a_list_of_changes(change: str, dose: str, expected: tuple[str, float]) -> None:
    journal = read_files(
        "Date,Medication,Change,Dose\n2025-01-01,prednisone,start,40 mg\n"
        f"2025-02-01,prednisone,{change},{dose}\n2025-03-01,prednisone,stop,\n"
    )
    told = journal.changes[["change", "dose"]].to_numpy().tolist()
    assert told[:2] == [["start", 40], list(expected)]
    assert not [one for one in journal.receipts[0].problems if one.action == "set_aside"]
