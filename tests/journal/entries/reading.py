"""A diary of one column beside its cramps, and what was read from that column."""

import io
from datetime import date, timedelta

import pandas as pd
from openpyxl import Workbook

from analysis.journal import Journal, read_journal

FIRST = date(2025, 1, 1)


def diary(heading: str, cells: list[str], *, delimiter: str = ",") -> bytes:
    """A night a row from 1 January 2025 on, each with one cramp."""
    rows = [delimiter.join(("Night of", "Cramps", heading))]
    for at, cell in enumerate(cells):
        rows.append(delimiter.join((f"{FIRST + timedelta(days=at)}", "1", cell)))
    return "\n".join(rows).encode()


def workbook(heading: str, cells: list[object]) -> bytes:
    """The same as a sheet of Excel, with typed dates and numbers."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Night of", "Cramps", heading])
    for at, cell in enumerate(cells):
        sheet.append([FIRST + timedelta(days=at), 1, cell])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(content: bytes, **how: object) -> Journal:
    name = "diary.xlsx" if content.startswith(b"PK") else "diary.csv"
    return read_journal([(name, content)], today=date(2026, 11, 26), **how)  # type: ignore[arg-type]


def values(journal: Journal, field: str, number: int) -> list[float | None]:
    """What stands for each of the first nights, rounded to a whole number where it is more than 10."""
    frame = journal.days if field in journal.days else journal.nights
    if field not in frame:
        return [None] * number
    found = [frame[field].get(pd.Timestamp(FIRST + timedelta(days=at))) for at in range(number)]
    return [
        None
        if value is None or pd.isna(value)
        else round(float(value))
        if value > 10
        else round(float(value), 3)
        for value in found
    ]


def told(journal: Journal) -> set[str]:
    """The codes of all problems of the receipts."""
    return {problem.code for receipt in journal.receipts for problem in receipt.problems if problem.code}
