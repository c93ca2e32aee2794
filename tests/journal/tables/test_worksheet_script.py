"""What a workbook holds, as text. Oracle: the cells as they were written."""

import io
import subprocess
import sys
import zipfile
from datetime import datetime

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from analysis.journal import read_journal
from analysis.journal.tables import worksheet_script
from tests.journal.test_reading import TODAY, ledger


def test_it_starts_with_little() -> None:
    """To start is most of what a small workbook takes. Oracle: the modules that Python says it imports."""
    command = [sys.executable, "-I", "-X", "importtime", worksheet_script.__file__, "9", "9"]
    ran = subprocess.run(command, input=b"", capture_output=True, text=False, check=True)
    imported = {line.split(b"|")[-1].strip().decode() for line in ran.stderr.splitlines()}
    assert {"json", "python_calamine"} <= imported
    assert imported.isdisjoint({"subprocess", "typing", "pandas", "numpy", "analysis"})


def moments_read(*moments: datetime) -> list[str]:
    """The nights with a cramp and its time, of a list of moments in a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Time of leg cramp"], *([moment] for moment in moments)):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    nights = read_journal([("cramp log.xlsx", content.getvalue())], today=TODAY).nights
    return [f"{night:%m-%d} {onset}" for night, onset in nights["onset"].dropna().items()]


def test_a_cramp_at_midnight_has_its_time_where_all_others_have_one() -> None:
    """By hand: 00:00 of 21 March is in the night of 20 March."""
    timed = [datetime(2025, 3, day, 2, 10) for day in range(2, 14)]
    assert moments_read(*timed, datetime(2025, 3, 21))[-1] == "03-20 00:00"


def test_days_without_a_time_beside_moments_stay_days() -> None:
    timed = [datetime(2025, 3, day, 2, 10) for day in range(2, 14)]
    days = [datetime(2025, 3, day) for day in range(20, 25)]
    assert moments_read(*timed, *days) == moments_read(*timed)


def test_dates_of_a_workbook_that_counts_from_1904() -> None:
    """By hand: openpyxl writes 1 to 3 January 2025 in the system of old Macs, with the flag that says so."""
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    assert book.active is not None
    for row in (["Date", "Cramps"], *([datetime(2025, 1, day), day - 1] for day in (1, 2, 3))):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    assert b'date1904="1"' in zipfile.ZipFile(content).read("xl/workbook.xml")
    journal = read_journal([("old.xlsx", content.getvalue())], today=TODAY)
    assert ledger(journal) == {"01-01": 0, "01-02": 1, "01-03": 2}
