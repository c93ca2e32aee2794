"""Doses taken by hand in the logs of apps. Oracle: by hand, each row is a dose on the date it names."""

import pytest

from analysis.journal import read_journal

_DIARY = "Night of,Cramps\n" + "".join(f"2025-01-{at:02d},{at % 2}\n" for at in range(1, 21))


def _medtimer(missing: str) -> str:
    rows = [
        f"2025-01-{at:02d} 08:00,Amlodipine,5 mg,2025-01-{at:02d} 08:02,2025-01-{at:02d} 08:00\n"
        + (f"2025-01-{at:02d} 20:00,Magnesium,300 mg,2025-01-{at:02d} 20:02,{missing}\n" if at > 8 else "")
        for at in range(1, 17)
    ]
    return "Time,Medicine,Dosage,Taken,Reminded\n" + "".join(rows)


def _medisafe() -> str:
    heading = "Scheduled Date,Scheduled Time,Medication,Dose,Status,Actual Date,Actual Time\n"
    rows = [
        f"2025-01-{at:02d},08:00,Amlodipine,5 mg,Taken,2025-01-{at:02d},08:05\n"
        + (f",,Magnesium,300 mg,Taken,2025-01-{at:02d},20:02\n" if at > 8 else "")
        for at in range(1, 17)
    ]
    return heading + "".join(rows)


@pytest.mark.parametrize("text", [_medtimer(""), _medtimer("x"), _medisafe()])
def test_a_dose_that_nothing_reminded_of_counts_on_its_own_date(text: str) -> None:
    """Amlodipine throughout, magnesium from the ninth on; 24 rows of which 8 had no planned date."""
    journal = read_journal([("diary.csv", _DIARY.encode()), ("doses.csv", text.encode())])
    rows = journal.receipts[1].rows
    assert (rows.read, rows.used, rows.rejected, rows.repaired) == (24, 24, 0, 8)
    assert sorted(set(journal.spells["generic"])) == ["amlodipine", "magnesium"]
    started = journal.changes[journal.changes["generic"] == "magnesium"]
    assert [f"{night:%d}" for night in started["night"]] == ["09"]


def test_a_row_without_any_date_is_still_rejected() -> None:
    text = "Medicine,Dosage,Taken,Reminded\n"
    text += "Magnesium,300 mg,2025-01-03 20:02,2025-01-03 20:00\nMagnesium,300 mg,,\n"
    journal = read_journal([("diary.csv", _DIARY.encode()), ("doses.csv", text.encode())])
    assert journal.receipts[1].rows.rejected == 1
