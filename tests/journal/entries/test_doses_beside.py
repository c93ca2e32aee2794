"""A diary's medicines with their doses in another column. Oracle: the record a person would write."""

import pytest

from analysis.journal import Journal, read_journal


def diary(heading: str, cells: list[str], delimiter: str = ",") -> Journal:
    """A diary of so many nights from 1 January 2025, with these cells beside its cramps."""
    head = delimiter.join(["Night of", "Cramps", heading])
    rows = [f"2025-01-{day:02}{delimiter}{day % 2}{delimiter}{cell}" for day, cell in enumerate(cells, 1)]
    return read_journal([("diary.csv", "\n".join([head, *rows]).encode())])


@pytest.mark.parametrize(
    ("heading", "before", "after"),
    [
        ("Medicine;Dose", "magnesium;200 mg", "magnesium;400 mg"),
        ("Medikament;Dosis", "Magnesium;200mg", "Magnesium;400mg"),
        ("Médicament;Posologie", "Magnésium;200 mg", "Magnésium;400 mg"),
        ("Medicine;Dose (mg)", "magnesium;200", "magnesium;400"),
        ("Medicine;Dose;Unit", "magnesium;200;mg", "magnesium;400;mg"),
        ("Dose;Medicine", "200 mg;magnesium", "400 mg;magnesium"),
    ],
)
def test_a_dose_that_grows_is_an_increase(heading: str, before: str, after: str) -> None:
    """200 mg on eight nights, then 400 mg on eight: one increase on the ninth."""
    journal = diary(heading, [before] * 8 + [after] * 8, ";")
    assert journal.changes[["change", "dose", "unit"]].to_numpy().tolist() == [["increase", 400.0, "mg"]]
    assert f"{journal.changes['night'][0]:%m-%d}" == "01-09"


def test_a_dose_of_nothing_is_not_taken() -> None:
    """0 mg on eight nights, then 300 mg: a start on the ninth."""
    journal = diary("Medicine,Dose", ["magnesium,0 mg"] * 8 + ["magnesium,300 mg"] * 8)
    assert journal.changes[["change", "dose"]].to_numpy().tolist() == [["start", 300.0]]


def test_each_of_two_medicines_has_its_dose() -> None:
    journal = diary("Medicine;Dose", ["magnesium, amlodipine;300 mg, 5 mg"] * 10, ";")
    spells = journal.spells.set_index("generic")["dose"]
    assert (spells["magnesium"], spells["amlodipine"]) == (300.0, 5.0)


def test_intakes_of_a_cramp_log_keep_their_doses() -> None:
    text = "Date,Time,Pain,Medicine taken,Dose\n2025-03-01,02:10,7,Ibuprofen,400 mg\n2025-03-07,01:20,8,,\n"
    journal = read_journal([("leg cramps.csv", text.encode())])
    assert journal.intakes[["medication", "dose", "unit"]].to_numpy().tolist() == [["Ibuprofen", 400.0, "mg"]]
    why = {column.header: column.why for column in journal.receipts[0].columns}
    assert why["Dose"] == "the doses of the medicine beside it"


@pytest.mark.parametrize(
    ("heading", "before", "after"),
    [
        ("Medication,Dose,Taken", "quinine,200 mg,yes", "quinine,200 mg,no"),
        ("Tablet,Took it?", "quinine 200 mg,y", "quinine 200 mg,n"),
        ("Medication,Skipped", "quinine 200 mg,", "quinine 200 mg,x"),
        ("Medication,Taken", "quinine 200 mg,yes", ",no"),
    ],
)
def test_a_diary_says_beside_a_medicine_whether_it_was_taken(heading: str, before: str, after: str) -> None:
    """Taken on ten nights, and not on the ten after them: one stop on the eleventh."""
    journal = diary(heading, [before] * 10 + [after] * 10)
    assert journal.changes[["change", "generic"]].to_numpy().tolist() == [["stop", "quinine"]]
    assert f"{journal.changes['night'][0]:%m-%d}" == "01-11"


def test_a_status_that_says_neither_sets_the_medicine_of_its_night_aside() -> None:
    journal = diary("Medication,Taken", ["quinine 200 mg,yes"] * 10 + ["quinine 200 mg,dunno"] * 10)
    assert journal.changes.empty
    aside = [one for one in journal.receipts[0].problems if one.action == "set_aside"]
    assert [one.column for one in aside][:1] == ["Taken"]
