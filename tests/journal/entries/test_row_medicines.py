"""Several medicines in one cell, with their doses beside them. Oracle: read by hand."""

import pytest

from analysis.journal.entries.row_medicines import in_parallel
from tests.for_each import for_each
from tests.journal.test_reading import read


@for_each(
    ("text", "number", "parts"),
    [
        ("300 mg; 5 mg", 2, ["300 mg", "5 mg"]),
        ("300 mg, 5 mg", 2, ["300 mg", "5 mg"]),
        ("2,5 mg, 5 mg", 2, ["2,5 mg", "5 mg"]),
        ("300 mg / 5 mg", 2, ["300 mg", "5 mg"]),
        ("300 mg and 5 mg", 2, ["300 mg", "5 mg"]),
        ("300 mg; -; 5 mg", 3, ["300 mg", None, "5 mg"]),
        ("300 mg", 2, None),
        ("300 mg; 5 mg", 3, None),
        (None, 2, None),
    ],
)
def test_parts_of_a_cell(text: str | None, number: int, parts: list[str | None] | None) -> None:
    assert in_parallel(text, number) == parts


@pytest.mark.parametrize("between", ["; ", " / ", " + ", " and "])
def test_doses_stand_each_beside_its_medicine(between: str) -> None:
    journal = read(
        "Date,Medication,Dose,Change\n"
        f"2025-01-01,aspirin{between}quinine,300 mg{between}5 mg,start\n2025-03-01,quinine,,stop\n"
    )
    told = journal.changes.sort_values(["night", "generic"])[["generic", "change", "dose"]]
    assert told.head(2).to_numpy().tolist() == [["aspirin", "start", 300], ["quinine", "start", 5]]
    assert told["change"].tolist()[2] == "stop"


def test_changes_stand_each_beside_its_medicine() -> None:
    journal = read(
        "Date,Medication,Dose,Change\n2025-01-01,aspirin,300 mg,start\n"
        "2025-03-01,aspirin; quinine,; 200 mg,stop; start\n"
    )
    told = journal.changes.sort_values(["night", "generic"])[["generic", "change"]].to_numpy().tolist()
    assert told == [["aspirin", "start"], ["aspirin", "stop"], ["quinine", "start"]]


def test_an_unknown_name_beside_a_known_one_has_its_dose_too() -> None:
    journal = read("Date,Medication,Dose,Change\n2025-01-01,aspirin; zorbaxin,300 mg; 5 mg,start\n")
    told = journal.changes[["medication", "dose"]].to_numpy().tolist()
    assert sorted(told) == [["aspirin", 300], ["zorbaxin", 5]]


def test_one_dose_beside_several_is_not_shared_out() -> None:
    journal = read("Date,Medication,Dose,Change\n2025-01-01,aspirin; quinine,300 mg,start\n")
    assert journal.changes["generic"].tolist() == ["aspirin", "quinine"]
    assert journal.changes["dose"].isna().all()
    ((cell, action),) = [
        (one.cell, one.action) for one in journal.receipts[0].problems if "shared" in one.problem
    ]
    assert (cell, action) == ("300 mg", "set_aside")


def test_a_tablet_of_both_keeps_its_pair_of_doses() -> None:
    """Oracle: lisinopril with hydrochlorothiazide is one tablet."""
    journal = read("Date,Medication,Dose,Change\n2025-01-01,lisinopril and HCTZ,20/12.5 mg,start\n")
    assert journal.changes["generic"].tolist() == ["lisinopril and hydrochlorothiazide"]


def test_a_log_of_doses() -> None:
    rows = [f"2025-01-{day:02d},aspirin; quinine,300 mg; 200 mg,taken" for day in range(1, 29)]
    journal = read("Date,Medication,Dose,Status\n" + "\n".join(rows) + "\n")
    told = journal.spells[["generic", "dose"]].sort_values("generic").to_numpy().tolist()
    assert told == [["aspirin", 300], ["quinine", 200]]
    rows = [row.replace("; 200 mg", "") for row in rows]
    journal = read("Date,Medication,Dose,Status\n" + "\n".join(rows) + "\n")
    assert journal.spells["dose"].isna().all()
    assert sum("shared" in one.problem for one in journal.receipts[0].problems) >= 1


@pytest.mark.parametrize(
    ("names", "doses", "told"),
    [
        ("losartan/amlodipine", "50/5 mg", {"losartan": (50, "mg"), "amlodipine": (5, "mg")}),
        ("losartan/amlodipine", "50 mg/5", {"losartan": (50, "mg"), "amlodipine": (5, "mg")}),
        (
            "losartan, metoprolol, furosemide",
            "300 mg, 200, 40",
            {"losartan": (300, "mg"), "metoprolol": (200, "mg"), "furosemide": (40, "mg")},
        ),
        ("losartan; levothyroxine", "50 mg; 75 mcg", {"losartan": (50, "mg"), "levothyroxine": (75, "mcg")}),
    ],
)
def test_one_unit_stands_for_the_doses_without(
    names: str, doses: str, told: dict[str, tuple[float, str]]
) -> None:
    """Each dose in the one unit that is written, and a line says so where it stood for another."""
    journal = read(f'Date,Medication,Dose,Change\n2025-01-01,"{names}","{doses}",start\n')
    found = {row.medication: (row.dose, row.unit) for row in journal.changes.itertuples()}
    assert found == told
    noted = [p.problem for p in journal.receipts[-1].problems if "one unit was taken" in p.problem]
    assert len(noted) == (0 if "mcg" in doses else 1)


def test_between_two_units_a_bare_dose_stays_without() -> None:
    journal = read(
        "Date,Medication,Dose,Change\n"
        "2025-01-01,losartan; levothyroxine; metoprolol,50 mg; 75 mcg; 40,start\n"
    )
    found = journal.changes.set_index("medication")["unit"]
    assert (found["losartan"], found["levothyroxine"], found.isna()["metoprolol"]) == ("mg", "mcg", True)


@pytest.mark.parametrize(("dose", "noted"), [("2 tablets", 0), ("200 mg", 4)])
def test_a_number_of_tablets_of_several_is_no_dose_to_share_out(dose: str, noted: int) -> None:
    """Four rows of two medicines: 200 mg is of one of them, or of both; two tablets are of what was named."""
    rows = "".join(f"2025-01-0{day},magnesium and quinine,{dose},taken\n" for day in (1, 3, 5, 7))
    journal = read(f"Date,Medication,Dose,Status\n{rows}")
    problems = [p.problem for p in journal.receipts[-1].problems]
    assert sum("not shared out" in problem for problem in problems) == noted


def test_what_is_no_dose_is_listed_as_it_is_written() -> None:
    journal = read("Date,Medication,Dose,Change\n2025-01-01,aspirin,some,start\n2025-03-01,aspirin,,stop\n")
    [found] = [each for each in journal.receipts[0].problems if each.column == "Dose"]
    assert (found.row, found.problem, found.action, found.cell) == (
        2, "this is no single dose", "set_aside", "some",
    )  # fmt: skip
