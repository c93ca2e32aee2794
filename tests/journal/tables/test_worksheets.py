"""The sheets of a workbook, read in a process of their own. Oracle: the cells as they were written."""

import io
import zipfile
from datetime import datetime

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from analysis.journal import read_journal
from tests.journal.tables.test_unpacking import around, error_of, plain_book
from tests.journal.test_reading import TODAY, ledger
from tests.journal.test_robustness import zipped


def test_nineteen_hundred_wide_sheets() -> None:
    """499 columns and 40 rows each are 38 million cells, while no sheet alone is too large."""
    members = plain_book()
    sheet = around(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="40"><c r="SE40"><v>1</v></c></row>'
    ).encode()
    names, rels = [], []
    for at in range(1, 1901):
        members[f"xl/worksheets/sheet{at}.xml"] = sheet
        names.append(f'<sheet name="s{at}" sheetId="{at}" r:id="r{at}"/>')
        rels.append(
            f'<Relationship Id="r{at}" Target="worksheets/sheet{at}.xml" Type="http://schemas.openxmlformats.org'
            '/officeDocument/2006/relationships/worksheet"/>'
        )
    members["xl/workbook.xml"] = (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.'
        f'openxmlformats.org/officeDocument/2006/relationships"><sheets>{"".join(names)}</sheets></workbook>'
    ).encode()
    members["xl/_rels/workbook.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(rels)}</Relationships>"
    ).encode()
    assert "cells" in error_of(zipped(members))


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
