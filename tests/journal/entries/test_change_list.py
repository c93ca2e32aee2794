"""Lists of changes of medicines. Oracle: read by hand."""

import pytest

from analysis.journal import read_journal
from tests.journal.test_reading import read


def test_changes_from_a_list_and_from_a_diary_are_one() -> None:
    listed = (
        "Date,Medicine,Change,Dose\n2024-03-02,Lasix,start,40 mg\n"
        "2024-03-20,Lasix 20mg,reduced,\n2024-04-01,Slow-Mag,started,\n"
    )
    diary = (
        "Night of,Cramps,Medication\n2024-03-02,1,started lasix\n2024-03-03,0,\n"
        "2024-03-09,0,stopped atorvastatin\n"
    )
    changes = read(listed, diary).changes
    assert list(
        zip(changes["night"].dt.strftime("%m-%d"), changes["generic"], changes["change"], strict=True)
    ) == [
        ("03-02", "furosemide", "start"),
        ("03-09", "atorvastatin", "stop"),
        ("03-20", "furosemide", "decrease"),
        ("04-01", "magnesium chloride", "start"),
    ]
    assert changes["dose"].iloc[0] == 40


def test_a_list_of_medicines_with_dates() -> None:
    changes = read(
        "Name;Dose;Started;Stopped\nFurosemide;40 mg;01.03.2024;\nSlow-Mag;;01.02.2024;13.04.2024\n"
    ).changes
    assert changes["change"].tolist() == ["start", "start", "stop"]
    assert changes["medication"].tolist() == ["Slow-Mag", "Furosemide", "Slow-Mag"]


@pytest.mark.parametrize(
    ("rows", "used"),
    [
        (["2025-01-03,magnesium,start", "2025-01-08,magnesium,start"], 1),
        (["2025-01-03,magnesium,start", "2025-01-06,magnesium,stop", "2025-01-08,magnesium,start"], 3),
        (["2025-01-03,magnesium,start", "2025-01-06,all,stop", "2025-01-08,magnesium,start"], 3),
        (
            [
                "2025-01-03,magnesium citrate,start",
                "2025-01-06,magnesium,stop",
                "2025-01-08,magnesium citrate,start",
            ],
            3,
        ),
        (["2025-01-03,magnesium 300 mg,start", "2025-01-08,magnesium 400 mg,start"], 2),
    ],
)
def test_a_start_of_what_is_taken_already_says_nothing_new(rows: list[str], used: int) -> None:
    nights = "".join(f"2025-01-{day:02d},{day % 2}\n" for day in range(1, 17))
    changes = "Date,Medicine,Change\n" + "\n".join(rows)
    files = [("d.csv", f"Night of,Cramps\n{nights}".encode()), ("c.csv", changes.encode())]
    receipt = read_journal(files).receipts[1]
    assert (receipt.rows.used, receipt.rows.duplicate, receipt.rows.rejected) == (used, len(rows) - used, 0)
