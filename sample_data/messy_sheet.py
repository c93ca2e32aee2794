"""A spreadsheet as people keep them, every row with what a careful human reads in it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

import openpyxl

Cell = str | int | float | datetime | None


@dataclass(frozen=True)
class Row:
    """A row of the sheet and what it has to become.

    ``night`` is what its date means; ``cramps`` None says that the row does not tell. ``hydration`` [mL],
    ``activity`` [min], ``severity`` [0-10]. ``problem``: column and action that the receipt has to list.
    """

    cells: tuple[Cell, ...]
    becomes: Literal["used", "duplicate", "rejected", "outside"] = "used"
    night: str | None = None
    cramps: int | None = None
    hydration: float | None = None
    activity: float | None = None
    severity: float | None = None
    problem: tuple[str | None, str] | None = None


HEADER = ("Date", "No. of cramps", "Pain 0-10", "Time", "Leg", "Drinks", "Walk", "Weather", "Remarks")
ROWS = (
    Row(("My leg cramps, for the clinic",), "outside"),
    Row(("Spring 2025. Please ask me about the tablets!",), "outside"),
    Row((), "outside"),
    Row(HEADER, "outside"),
    Row(("03/03/2025", 2, 6, "02:10, 04:45", "left", "1,5 L", "30 min", "rain"),
        night="2025-03-03", cramps=2, hydration=1500, activity=30, severity=6),
    Row(("04/03/2025", 0, None, None, None, "6 glasses", 45, "rain"),
        night="2025-03-04", cramps=0, hydration=1500, activity=45),
    Row(("05/03/2025", "none", None, None, None, "2 L", "1 h", "dry"),
        night="2025-03-05", cramps=0, hydration=2000, activity=60),
    Row(("06/03/2025", 1, 14, "03:30", "L", "1.8 L", "20 min", "dry"),
        night="2025-03-06", cramps=1, hydration=1800, activity=20, problem=("Pain 0-10", "set_aside")),
    Row(("07/03/2025", "yes", 5, "3.15 am", "R", "1500 ml", "20 min", "dry"),
        night="2025-03-07", cramps=1, hydration=1500, activity=20, severity=5),
    Row(("08/03/2025", None, None, None, None, "1,2 L", "15 min", "fog", "too tired to remember"),
        night="2025-03-08", hydration=1200, activity=15),
    Row(("09/03/2025", 0, None, None, None, "20 L", "1h 15", "sun"),
        night="2025-03-09", cramps=0, activity=75, problem=("Drinks", "set_aside")),
    Row((), "outside"),
    Row((datetime(2025, 3, 10), 1, 7, "5:05", "left calf", "1.5 L", "40 min", "sun"),
        night="2025-03-10", cramps=1, hydration=1500, activity=40, severity=7),
    Row((datetime(2025, 3, 11), "two", 8, "01:30 & 04:00", "left", "1 L", "60 min", "sun"),
        night="2025-03-11", cramps=2, hydration=1000, activity=60, severity=8),
    Row((datetime(2025, 3, 12), 0, None, None, None, "1,75 L", "30 min", "sun"),
        night="2025-03-12", cramps=0, hydration=1750, activity=30),
    Row((datetime(2025, 3, 12), 0, None, None, None, "1,75 L", "30 min", "sun"), "duplicate",
        night="2025-03-12"),
    Row(("13/03/2025", 0, None, None, None, "7 glasses", "30 min", "wind"),
        night="2025-03-13", cramps=0, hydration=1750, activity=30),
    Row(("14/03/2025", 1, 4, "02:00", "right", "1.5 L", "25 min", "wind"), "rejected",
        night="2025-03-14", problem=(None, "conflict")),
    Row(("14/03/2025", 2, 4, "02:00, 03:10", "right", "1.5 L", "25 min", "wind"),
        night="2025-03-14", cramps=2, hydration=1500, activity=25, severity=4),
    Row(("15/03/2025", "no", None, None, None, "1.5 L", "0", "wind"),
        night="2025-03-15", cramps=0, hydration=1500, activity=0),
    Row(("16.03.25", 0, None, None, None, "approx 1.5 L", "30 min"),
        night="2025-03-16", cramps=0, hydration=1500, activity=30),
    Row(("Mon 17 March 2025", "1x", "6/10", "23:50", "left", "1400 mL", "30 min"),
        night="2025-03-17", cramps=1, hydration=1400, activity=30, severity=6),
    Row(("31/02/2025", 1, 5, "02:00", "left", "1.5 L", "30 min"), "rejected", problem=("Date", "rejected")),
    Row(("forgot the date", 1, 5, "04:00", "left", "1.5 L"), "rejected", problem=("Date", "rejected")),
    Row(("21/03/2205", 3, 5, None, "left", "1.5 L"), "rejected", problem=("Date", "rejected")),
    Row(("22/03/2025", None, 7, "01:20 / 05:05", "both", "1.3 L", "30 min", "sun", "twice!"),
        night="2025-03-22", cramps=2, hydration=1300, activity=30, severity=7),
    Row(("23/03/2025", "?", None, None, None, "1.5 L", "30 min", "sun"),
        night="2025-03-23", hydration=1500, activity=30, problem=("No. of cramps", "set_aside")),
    Row(("24/03/2025", 0, None, None, None, "-", "30 min", "sun"),
        night="2025-03-24", cramps=0, activity=30),
    Row((), "outside"),
    Row(("APRIL",), "outside"),
    Row(HEADER, "outside"),
    Row(("01/04/2025", 3, 9, "00:40, 02:15, 05:30", "L", "900 ml", "2 h", "hot", "after the long walk"),
        night="2025-04-01", cramps=3, hydration=900, activity=120, severity=9),
    Row(("02/04/2025", 1, 5, "04:10", "L", "2,0 L", "30 min", "hot"),
        night="2025-04-02", cramps=1, hydration=2000, activity=30, severity=5),
    Row(("03/04/2025", 0, None, None, None, "2,5 L", "30 min", "hot"),
        night="2025-04-03", cramps=0, hydration=2500, activity=30),
    Row(("04/04/2025", 0, None, None, None, "2 litres", "half an hour", "hot"),
        night="2025-04-04", cramps=0, hydration=2000, activity=30),
    Row(("  05/04/2025 ", " 0 ", None, None, None, "2 L", "30 min", "hot"),
        night="2025-04-05", cramps=0, hydration=2000, activity=30),
    Row(("06/04/2025", 1, 3, "06:20", "R", "1,5", "30 min", "rain"),
        night="2025-04-06", cramps=1, hydration=1500, activity=30, severity=3),
    Row(("Total", 19), "outside"),
)  # fmt: skip


def messy_truth() -> dict[str, object]:
    """What reading the sheet has to give; ``cramps_by_night`` is null for a night that is not logged."""
    used = {row.night: row for row in ROWS if row.becomes == "used"}
    logged = [date.fromisoformat(night) for night, row in used.items() if night and row.cramps is not None]
    span = [min(logged) + timedelta(days=i) for i in range((max(logged) - min(logged)).days + 1)]
    ledger = [row.cramps if (row := used.get(night.isoformat())) else None for night in span]
    counts = [count for count in ledger if count is not None]
    return {
        "first_night": span[0].isoformat(),
        "last_night": span[-1].isoformat(),
        "nights": len(span),
        "nights_logged": len(counts),
        "cramp_nights": sum(count > 0 for count in counts),
        "cramps": sum(counts),
        "rows": {
            "read": sum(row.becomes != "outside" for row in ROWS),
            **{name: sum(row.becomes == name for row in ROWS) for name in ("used", "duplicate", "rejected")},
        },
        "not_mapped": ["Weather"],
        "problems": [[i, *row.problem] for i, row in enumerate(ROWS, start=1) if row.problem],
        "hydration": {night: row.hydration for night, row in used.items()},
        "activity": {night: row.activity for night, row in used.items()},
        "severity": {night: row.severity for night, row in used.items() if row.severity is not None},
        "cramps_by_night": ledger,
    }


def messy_workbook() -> openpyxl.Workbook:
    """The sheet as a workbook, with real date cells where the person's spreadsheet had them."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Cramps"
    for number, row in enumerate(ROWS, start=1):
        for column, cell in enumerate(row.cells, start=1):
            sheet.cell(number, column, cell)
            if isinstance(cell, datetime):
                sheet.cell(number, column).number_format = "DD/MM/YYYY"
    return book
