"""What the rows of a list of medicines say. Oracle: read by hand."""

import pandas as pd

from analysis.journal import Journal, read_journal
from tests.for_each import for_each
from tests.journal.test_reading import read

DIARY = "Night of,Cramps\n2024-01-01,1\n2024-12-31,0\n"
Told = list[tuple[str, str, str, float | None]]


def listed(*rows: str, header: str = "Date,Medicine,Change,Dose") -> Journal:
    return read(DIARY, "\n".join((header, *rows)) + "\n")


def changes(journal: Journal) -> Told:
    """Night, medicine, change and dose."""
    return [
        (
            f"{c.night:%m-%d}",
            c.medication if c.generic != c.generic else c.generic,
            c.change,
            None if c.dose != c.dose else c.dose,
        )
        for c in journal.changes.itertuples()
    ]


def noted(journal: Journal) -> list[tuple[int | None, str | None, str]]:
    return [(p.row, p.column, p.action) for p in journal.receipts[1].problems if p.row is not None]


@for_each(
    ("rows", "expected", "listing"),
    [
        (
            ["2024-03-02,quinine,start,200 mg", "2024-03-20,quinine,stop,"],
            [("03-02", "quinine", "start", 200), ("03-20", "quinine", "stop", None)],
            [],
        ),
        # Without a word of change the first row is a start, another dose a step, and 0 a stop.
        (
            [
                "2024-03-02,quinine,,200 mg",
                "2024-03-20,quinine,,300 mg",
                "2024-04-02,quinine,,100 mg",
                "2024-05-02,quinine,,0 mg",
            ],
            [
                ("03-02", "quinine", "start", 200),
                ("03-20", "quinine", "increase", 300),
                ("04-02", "quinine", "decrease", 100),
                ("05-02", "quinine", "stop", None),
            ],
            [(2, None, "assumed"), (3, None, "assumed"), (4, None, "assumed")],
        ),
        # The same dose again, or no dose, does not say what changed; nor does one in another unit.
        (
            [
                "2024-03-02,quinine,start,200 mg",
                "2024-03-20,quinine,,200 mg",
                "2024-04-02,quinine,,",
                "2024-05-02,quinine,,1 IU",
            ],
            [("03-02", "quinine", "start", 200)],
            [(3, None, "rejected"), (4, None, "rejected"), (5, None, "rejected")],
        ),
        # A bare number is in the unit of the row before; 1 g is 1000 mg.
        (
            ["2024-03-02,quinine,start,200 mg", "2024-03-20,quinine,,300"],
            [("03-02", "quinine", "start", 200), ("03-20", "quinine", "increase", 300)],
            [(3, None, "assumed")],
        ),
        (
            ["2024-03-02,quinine,start,1 g", "2024-03-20,quinine,,1000 mg"],
            [("03-02", "quinine", "start", 1)],
            [(3, None, "rejected")],
        ),
        # The rows are read in the order of their dates.
        (
            ["2024-03-20,quinine,,300 mg", "2024-03-02,quinine,,200 mg"],
            [("03-02", "quinine", "start", 200), ("03-20", "quinine", "increase", 300)],
            [(2, None, "assumed"), (3, None, "assumed")],
        ),
        # A word that is not understood may be an end as well as a start: its row is asked. Beside another
        # dose than the one that is taken it is still a step.
        (["2024-03-02,quinine,perhaps,200 mg"], [], [(2, "Change", "rejected")]),
        (
            ["2024-03-02,quinine,start,200 mg", "2024-03-20,quinine,perhaps,300 mg"],
            [("03-02", "quinine", "start", 200), ("03-20", "quinine", "increase", 300)],
            [(3, "Change", "set_aside"), (3, None, "assumed")],
        ),
        # A sentence under change or in the name tells it, also two of them.
        (["2024-03-02,quinine,started it,200 mg"], [("03-02", "quinine", "start", 200)], []),
        (["2024-03-02,started quinine 200 mg,,"], [("03-02", "quinine", "start", 200)], []),
        (
            [
                "2024-03-02,quinine,start,200 mg",
                "2024-03-20,switch,stopped quinine and started magnesium 400 mg,",
            ],
            [
                ("03-02", "quinine", "start", 200),
                ("03-20", "magnesium", "start", 400),
                ("03-20", "quinine", "stop", None),
            ],
            [],
        ),
        # All medicines at once.
        (
            ["2024-03-02,quinine,start,200 mg", "2024-03-20,all meds,stop,"],
            [("03-02", "quinine", "start", 200), ("03-20", "quinine", "stop", None)],
            [],
        ),
        (
            ["2024-03-02,,start,200 mg", "2024-03-03,quinine,start,1 mg"],
            [("03-03", "quinine", "start", 1)],
            [(2, None, "rejected")],
        ),
        # The same change twice is one; its dose may stand in either row.
        (
            ["2024-03-02,quinine,start,200 mg", "2024-03-02,quinine,start,200 mg"],
            [("03-02", "quinine", "start", 200)],
            [(3, None, "duplicate")],
        ),
        (
            ["2024-03-02,quinine,start,", "2024-03-02,quinine,start,200 mg"],
            [("03-02", "quinine", "start", 200)],
            [(2, None, "duplicate")],
        ),
        (
            ["2024-03-02,quinine,start,300 mg", "2024-03-02,quinine,start,200 mg"],
            [("03-02", "quinine", "start", 300)],
            [(3, None, "conflict")],
        ),
        # No single dose.
        (
            ["2024-03-02,quinine,start,some"],
            [("03-02", "quinine", "start", None)],
            [(2, "Dose", "set_aside")],
        ),
    ],
)
def test_a_list_of_changes(rows: list[str], expected: Told, listing: list[object]) -> None:
    """Oracle: read by hand, with the rows and columns that the receipt lists."""
    journal = listed(*rows)
    assert changes(journal) == expected
    assert noted(journal) == listing
    assert all(
        p.hint for p in journal.receipts[1].problems if p.action in ("assumed", "set_aside", "rejected")
    )


def test_a_medicine_with_its_first_and_last_day() -> None:
    """Oracle: by hand; the last day is the night of the stop, of one day the night after; without a first day
    it was taken all along; a change of "paused" ends it as a pause."""
    header = "Medicine,Dose,Started,Stopped,Status"
    rows = [
        "quinine,200 mg,2024-03-02,2024-03-20,",
        "aspirin,100 mg,2024-04-02,2024-04-02,",
        "furosemide,40 mg,,2024-05-20,",
        "atorvastatin,10 mg,2024-06-02,2024-06-20,pause",
    ]
    journal = listed(*rows, header=header)
    assert changes(journal) == [
        ("03-02", "quinine", "start", 200),
        ("03-20", "quinine", "stop", None),
        ("05-20", "furosemide", "stop", None),
        ("06-02", "atorvastatin", "start", 10),
        ("06-20", "atorvastatin", "pause", None),
    ]
    assert journal.intakes["generic"].tolist() == ["aspirin"]
    assert journal.intakes["night"].dt.strftime("%m-%d").tolist() == ["04-02"]
    stretch = {s.generic: (s.first_night, s.last_night) for s in journal.spells.itertuples()}
    assert stretch["furosemide"][0] != stretch["furosemide"][0]
    assert stretch["furosemide"][1].day == 19


def test_how_often_and_as_needed_beside_a_medicine() -> None:
    """Oracle: by hand; what is not understood is listed at its cell, and the rest of the row stands."""
    header = "Date,Medicine,Change,Dose,How often"
    journal = listed(
        "2024-03-02,quinine,start,200 mg,twice a day",
        "2024-04-02,aspirin,start,100 mg,as needed",
        "2024-05-02,furosemide,start,40 mg,with the moon",
        header=header,
    )
    spells = journal.spells.astype(object).where(journal.spells.notna(), None)
    found = {s.generic: (s.per_day, s.as_needed) for s in spells.itertuples()}
    assert found == {"quinine": (2, False), "aspirin": (None, True), "furosemide": (None, False)}
    assert noted(journal) == [(3, None, "assumed"), (4, "How often", "set_aside")]
    assert [one[1] for one in changes(journal)] == ["quinine", "furosemide"]


def test_the_dose_of_the_row_stands_in_for_that_of_the_name() -> None:
    """Oracle: by hand; a unit from its own column, the heading or the name."""

    def dose(row: str, header: str) -> tuple[float, str | None]:
        (one,) = listed(row, header=header).changes.itertuples()
        return one.dose, None if one.unit != one.unit else one.unit

    assert dose("2024-03-02,quinine 100 mg,start,200 mg", "Date,Medicine,Change,Dose") == (200, "mg")
    assert dose("2024-03-02,quinine 100 mg,start,200", "Date,Medicine,Change,Dose") == (200, "mg")
    assert dose("2024-03-02,quinine,start,200", "Date,Medicine,Change,Dose (mg)") == (200, "mg")
    assert dose("2024-03-02,quinine,start,200,g", "Date,Medicine,Change,Dose,Unit") == (200, "g")
    assert dose("2024-03-02,quinine 100 mg,start,", "Date,Medicine,Change,Dose") == (100, "mg")


def test_a_reason_is_kept_at_the_start_and_at_the_stop() -> None:
    journal = listed(
        "2024-03-02,quinine,start,200 mg,cramps",
        "2024-03-20,quinine,stop,,rash",
        header="Date,Medicine,Change,Dose,Reason",
    )
    assert journal.changes["reason"].tolist() == ["cramps", "rash"]


def test_a_list_of_medicines_in_one_row_is_a_change_of_each() -> None:
    """By hand: magnesium and amlodipine from the 5th to the 14th; a combined tablet stays one medicine."""
    nights = "date,cramps\n" + "".join(f"2025-03-{day:02d},{day % 2}\n" for day in range(1, 29))
    changes = (
        "Date,Medication,Change\n2025-03-05,Magnesium; Amlodipine 5 mg,start\n"
        '2025-03-15,"Amlodipine, magnesium",stop\n2025-03-16,lisinopril and HCTZ,start\n'
    )
    spells = read_journal([("d.csv", nights.encode()), ("c.csv", changes.encode())]).spells
    told = {row.medication: (row.first_night, row.last_night) for row in spells.itertuples()}
    ended = (pd.Timestamp("2025-03-05"), pd.Timestamp("2025-03-14"))
    assert told["Magnesium"] == told["Amlodipine"] == ended
    assert set(told) == {"Magnesium", "Amlodipine", "lisinopril and HCTZ"}


def test_a_none_under_doses_beside_a_dose_is_no_change_that_is_understood() -> None:
    """By hand: the name tells a dose and the dose says none, in a list without a column for the change."""
    journal = listed("2024-03-05,Lasix 20 mg,none", "2024-03-15,Lasix,40 mg", header="Date,Medicine,Dose")
    assert changes(journal) == [("03-15", "furosemide", "start", 40)]
    assert (2, "Dose", "rejected") in noted(journal)
