"""Combined tablets and their parts. Oracle: what the rows say, read by hand."""

import pytest

from tests.journal.medicines.test_record import change_list, changes, diary, read, spells


@pytest.mark.parametrize(
    "pair",
    ["magnesium and potassium", "magnesium + potassium", "Magnesium & Potassium", "magnesium/potassium"],
)
def test_of_two_that_were_named_together_one_is_stopped(pair: str) -> None:
    """The other is still taken, and none was taken since before."""
    journal = read(diary(90), change_list(f"2025-01-11,{pair},start,", "2025-03-02,potassium,stop,"))
    assert set(spells(journal)) == {("magnesium", None, 10, None), ("potassium", None, 10, 59)}


@pytest.mark.parametrize(
    "pair", ["Lisinopril and HCTZ 20/12.5 mg", "HCTZ/lisinopril 12.5/20 mg", "lisinopril + HCTZ 20 / 12,5 mg"]
)
def test_each_part_keeps_its_own_amount(pair: str) -> None:
    journal = read(diary(90), f'Date,Medication,Change\n2025-01-11,"{pair}",start\n2025-03-02,HCTZ,stop\n')
    assert set(spells(journal)) == {("lisinopril", 20, 10, None), ("hydrochlorothiazide", 12.5, 10, 59)}


def test_a_part_that_is_started_alone_is_taken_beside_the_tablet_of_both() -> None:
    """Neither begins before the day that its row names."""
    rows = "2025-01-11,Lisinopril and HCTZ 20/12.5 mg,start\n2025-01-20,HCTZ 12.5 mg,start\n"
    assert set(spells(read(diary(90), f"Date,Medication,Change\n{rows}"))) == {
        ("lisinopril and hydrochlorothiazide", None, 10, None),
        ("hydrochlorothiazide", 12.5, 19, None),
    }


def test_one_tablet_of_two_stays_one() -> None:
    rows = change_list("2025-01-11,lisinopril/HCTZ,start,", "2025-03-02,lisinopril/HCTZ,stop,")
    assert spells(read(diary(90), rows)) == [("lisinopril and hydrochlorothiazide", None, 10, 59)]


def test_two_tablets_that_become_one_by_their_names_are_no_change() -> None:
    nightly = ["lisinopril 10 mg; HCTZ 12.5 mg"] * 45 + ["lisinopril and HCTZ"] * 45
    journal = read(diary(90, {"Medicines taken": nightly}))
    assert changes(journal) == []


def test_a_brand_is_one_tablet() -> None:
    rows = change_list("2025-01-11,Zestoretic,start,", "2025-02-11,lisinopril,start,10 mg")
    assert set(spells(read(diary(90), rows))) == {
        ("lisinopril and hydrochlorothiazide", None, 10, None),
        ("lisinopril", 10, 41, None),
    }


@pytest.mark.parametrize(
    "heading", ["Meds taken tonight", "Pills taken", "Medicines I took", "Tablets at night"]
)
def test_a_heading_that_says_medicines_over_their_names(heading: str) -> None:
    nightly = ["ramipril 5mg, simvastatin 40mg"] * 45 + ["ramipril 5mg"] * 45
    expected = {("ramipril", 5, None, None), ("simvastatin", 40, None, 44)}
    assert set(spells(read(diary(90, {heading: nightly})))) == expected


@pytest.mark.parametrize("heading", ["Medicines bought", "Allergic to tablets", "Medicines due"])
def test_other_headings_that_name_medicines_tell_of_no_intake(heading: str) -> None:
    assert spells(read(diary(60, {heading: ["quinine 200 mg"] * 60}))) == []
