"""The journal and its answers as a workbook in which text stays text."""

import io
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import words
from analysis.report.options import Keep
from analysis.review import Review

_TEXT_STAYS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_LONGEST = 32_000  # characters of one cell


def write_workbook(review: Review, keep: Keep | None = None) -> bytes:
    """A sheet for each table of the journal, and one for each of the answers, as .xlsx."""
    keep = keep or Keep()
    return write_sheets("Cramp journal", _sheets(review, keep), keep)


def write_sheets(
    title: str,
    sheets: Sequence[tuple[str, Collection[Mapping[str, Any]]]],
    keep: Keep,
    into: Path | None = None,
) -> bytes:
    """A workbook of these sheets, each a name and its rows; one without rows is left out.

    into : a file to write to a row at a time, for more rows than memory should hold, with its temporary files
        beside it; nothing is then returned. Raises OSError where there is no room.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    out = io.BytesIO()
    if into is None:
        book = Workbook(out, _TEXT_STAYS_TEXT)
    else:
        by_row = {"in_memory": False, "constant_memory": True, "tmpdir": str(into.parent)}
        book = Workbook(str(into), _TEXT_STAYS_TEXT | by_row)
    book.set_properties({"title": title, "created": datetime.combine(keep.day, datetime.min.time())})
    formats = {
        "head": book.add_format({"bold": True}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    }
    for name, rows in sheets:
        if rows:
            _write_sheet(book.add_worksheet(name), rows, formats)
    try:
        book.close()
    except FileCreateError as refusal:
        raise refusal.args[0] from None
    return out.getvalue()


def _sheets(review: Review, keep: Keep) -> list[tuple[str, list[Mapping[str, Any]]]]:
    journal = keep.whole_journal(review)
    figures = words.say_figures(review, keep.wording)
    return [
        (
            "Figures",
            [{"Figure": label, "Value": value, "Detail": detail} for label, value, detail in figures],
        ),
        ("Questions", [*words.table_questions(review, keep.wording, keep.volume, keep.glass_ml)]),
        ("Weeks", [*words.table_weeks(review.frequency, keep.wording)]),
        ("Warning signs", [*words.table_warning_signs(review.warning_signs)]),
        ("Nights", _rows(journal.nights.reset_index())),
        ("Days", _rows(journal.days.reset_index())),
        ("Cramps", _rows(journal.cramps)),
        ("Medication changes", _rows(journal.changes)),
        ("Blood tests", _rows(journal.measurements)),
        ("Events", _rows(journal.events)),
        ("About", [{"About": line} for line in (words.say_no_cause(keep.wording), words.say_disclaimer())]),
    ]


def _rows(table: pd.DataFrame) -> list[Mapping[str, Any]]:
    names = [str(name) for name in table.columns]
    columns = [table[name].tolist() for name in table.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _write_sheet(sheet: Any, rows: Collection[Mapping[str, Any]], formats: Mapping[str, Any]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    for place, name in enumerate(names):
        sheet.write_string(0, place, name[:_LONGEST], formats["head"])
        sheet.set_column(place, place, min(max(len(name) + 2, 11), 40))
    for line, row in enumerate(rows, start=1):
        for place, name in enumerate(names):
            _write_cell(sheet, line, place, row.get(name), formats)
    sheet.freeze_panes(1, 1)


def _write_cell(sheet: Any, line: int, place: int, value: Any, formats: Mapping[str, Any]) -> None:
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return
    if isinstance(value, bool):
        sheet.write_string(line, place, "yes" if value else "no")
    elif isinstance(value, int | float):
        sheet.write_number(line, place, value)
    elif isinstance(value, pd.Timestamp | datetime):
        kind = "date" if value == value.replace(hour=0, minute=0, second=0) else "moment"
        sheet.write_datetime(line, place, pd.Timestamp(value).to_pydatetime(), formats[kind])
    elif isinstance(value, date):
        sheet.write_datetime(line, place, datetime.combine(value, datetime.min.time()), formats["date"])
    else:
        sheet.write_string(line, place, str(value)[:_LONGEST])
