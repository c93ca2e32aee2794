"""The workbook, as openpyxl reads it."""

import io
from datetime import date

import openpyxl

from analysis import read_journal, review
from analysis.report import write_workbook
from tests.report.pages import (
    HOSTILE,
)
from tests.report.test_forms import KEEP

MADE = date(2025, 9, 2)


def test_text_stays_text_in_a_workbook():
    """Oracle: the cell types as openpyxl reads them: no formula, no link."""
    for text in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "http://a.b", "007", HOSTILE):
        journal = read_journal([("d.csv", _diary(text))], today=MADE)
        book = openpyxl.load_workbook(io.BytesIO(write_workbook(review(journal), KEEP)))
        cells = [cell for sheet in book for row in sheet for cell in row]
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
        assert any(cell.data_type == "s" and cell.value == text.strip() for cell in cells)


def _diary(text):
    quoted = text.replace('"', '""')
    return f'Night of,Cramps,Notes\n2025-03-01,1,"{quoted}"\n2025-03-02,0,\n'.encode()
