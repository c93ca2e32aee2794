"""One row a dose. Oracle: read by hand."""

import pytest

from analysis.journal import Journal
from tests.journal.test_reading import read


def doses(*rows: str, header: str = "Date,Medication,Dose,Status") -> Journal:
    return read("Night of,Cramps\n2024-03-01,1\n2024-04-30,0\n", "\n".join((header, *rows)) + "\n")


def intakes(journal: Journal) -> list[tuple[str, str, float | None]]:
    found = journal.intakes
    return [
        (f"{night:%m-%d}", name, None if dose != dose else dose)
        for night, name, dose in zip(found["night"], found["generic"], found["dose"], strict=True)
    ]


def lanes(journal: Journal) -> list[tuple[str, float | None]]:
    return [(s.generic, None if s.dose != s.dose else s.dose) for s in journal.spells.itertuples()]


def listed(journal: Journal) -> list[tuple[int | None, str]]:
    return [(p.row, p.action) for p in journal.receipts[1].problems if p.row is not None]


@pytest.mark.parametrize(
    ("moment", "night"),
    [("2024-03-05", "03-05"), ("2024-03-05 22:00", "03-05"), ("2024-03-06 04:59", "03-05"),
     ("2024-03-06 05:00", "03-06"), ("2024-03-06 00:00:30", "03-05")],
)  # fmt: skip
def test_a_tablet_of_the_small_hours_belongs_to_the_evening_before(moment: str, night: str) -> None:
    """Oracle: the rule: before five."""
    journal = doses("2024-03-10 21:00,quinine,200 mg,taken", f"{moment},quinine,200 mg,taken")
    assert intakes(journal) == sorted([(night, "quinine", 200), ("03-10", "quinine", 200)])


@pytest.mark.parametrize(
    ("status", "taken"),
    [("taken", True), ("Taken.", True), ("skipped", False), ("missed", False)],
)
def test_the_status_tells_whether_it_was_taken(status: str, taken: bool) -> None:
    journal = doses("2024-03-10,quinine,200 mg,taken", f"2024-03-12,quinine,200 mg,{status}")
    assert intakes(journal) == [("03-10", "quinine", 200)] + [("03-12", "quinine", 200)] * taken
    assert journal.receipts[1].rows.used == 2


def test_rows_that_name_no_medicine_or_do_not_say_whether_it_was_taken_are_rejected() -> None:
    """Oracle: by hand, row by row; the other rows stand."""
    journal = doses(
        "2024-03-10,quinine,200 mg,taken", "2024-03-11,,200 mg,taken", "2024-03-12,quinine,200 mg,",
        ",quinine,200 mg,taken", "2024-03-14,quinine,200 mg,taken",
    )  # fmt: skip
    assert [one for one in listed(journal) if one[0] in (3, 4)] == [(3, "rejected"), (4, "rejected")]
    assert all(p.hint for p in journal.receipts[1].problems if p.row in (3, 4))
    assert intakes(journal) == [("03-10", "quinine", 200), ("03-14", "quinine", 200)]


def test_without_a_status_the_same_words_again_and_again_are_doses() -> None:
    """Three rows of at most half as many different words are a log; two rows, or three medicines, are not."""
    header = "Date,Medication,Dose"
    rows = [f"2024-03-{day},quinine,200 mg" for day in (10, 20, 30)]
    assert intakes(doses(*rows, "2024-03-25,aspirin,100 mg", header=header)) == [
        ("03-10", "quinine", 200),
        ("03-20", "quinine", 200),
        ("03-25", "aspirin", 100),
        ("03-30", "quinine", 200),
    ]
    assert intakes(doses(*rows[:2], header=header)) == []
    others = [f"2024-03-1{at},{name},200 mg" for at, name in enumerate(("quinine", "aspirin", "furosemide"))]
    assert intakes(doses(*others, header=header)) == []


def test_a_bare_dose_is_in_the_unit_of_its_heading() -> None:
    """Oracle: by hand; a unit in the cell or a column of units comes first, and the heading may be "mg"."""
    for header, cell, dose, unit in (
        ("Date,Medication,Dose (mg),Status", "200", 200, "mg"),
        ("Date,Medication,mg,Status", "200", 200, "mg"),
        ("Date,Medication,Dose (mg),Status", "2 g", 2, "g"),
        ("Date,Medication,Dose,Status", "200", 200, None),
    ):
        found = doses(
            f"2024-03-10,quinine,{cell},taken", f"2024-03-12,quinine,{cell},taken", header=header
        ).intakes
        assert found["dose"].tolist() == [dose, dose], header
        assert [None if u != u else u for u in found["unit"]] == [unit, unit], header


def test_an_unknown_medicine_is_taken_as_written_and_as_needed_is_kept() -> None:
    rows = [f"2024-03-{day:02d},zaubertee,3 mg,taken" for day in range(10, 30)]
    journal = doses(*rows)
    assert journal.spells["medication"].tolist() == ["zaubertee"]
    needed = doses(*(f"2024-03-{day:02d},quinine as needed,200 mg,taken" for day in range(10, 30)))
    assert len(needed.spells) == 0
    assert len(needed.intakes) == 20


@pytest.mark.parametrize("heading", ["With food", "Refilled", "Taken?", "Done"])
def test_a_bare_yes_says_what_its_heading_asks(heading: str) -> None:
    """Yes on ten nights and no on fifteen: only under a heading about taking is the medicine stopped."""
    rows = "".join(
        f"2025-03-{day:02d},Quinine,200 mg,{'yes' if day < 11 else 'no'}\n" for day in range(1, 26)
    )
    nights = "".join(f"2025-03-{day:02d},0\n" for day in range(1, 26))
    journal = read(f"Night of,Cramps\n{nights}", f"Date,Medication,Dose,{heading}\n{rows}")
    told = [(f"{row.night:%m-%d}", row.change) for row in journal.changes.itertuples()]
    assert told == ([("03-11", "stop")] if heading in ("Taken?", "Done") else [])
