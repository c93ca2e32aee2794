"""Dates in the column of times of a cramp log: "2025-01-05 03:10" beside the date 2025-01-04."""

import re

import numpy as np

from analysis.journal.cells import DateColumn, read_date_column
from analysis.journal.columns import Plan
from analysis.journal.entries.table import NO_MOMENT, ONE_DAY, Entries, Settings

_DATE_AND_TIME = re.compile(r".*\d[-./ ].*\d{1,2}[:h]\d\d.*")
_HINT = "write the date of the cramp's own clock time in both"


def take_dates_of_times(
    entries: Entries, texts: list[list[str]], date_plan: Plan, settings: Settings
) -> None:
    """Gives every row of a cramp log whose time has a date of its own that moment, and blanks its cell in
    ``texts``. Where that date is more than a day from the row's own, it is said, and the row's own counts.
    """
    columns = entries.plan.of("onset")
    if entries.kind != "cramp log" or len(columns) != 1 or columns[0] is date_plan:
        return
    column = columns[0]
    cells = [text if _DATE_AND_TIME.fullmatch(text) else "" for text in texts[column.position]]
    if not any(cells):
        return
    read = _fitting(cells, entries, settings)
    left = list(texts[column.position])
    for at, (value, apart) in enumerate(zip(read.values, _days_apart(read, entries), strict=True)):
        if value is None or apart is None:
            continue
        if apart > 1:
            said = (
                f"the date beside this time is {value:%Y-%m-%d}, {apart} days from that of "
                f"“{date_plan.named[:40]}”, which counts"
            )
            entries.draft.note(at, column.named, said, "conflict", _HINT, cells[at])
            continue
        entries.seconds[at] = int(value.timestamp())
        entries.timed[at] = True
        entries.described.add(at)
        left[at] = ""
    texts[column.position] = left


def _fitting(cells: list[str], entries: Entries, settings: Settings) -> DateColumn:
    """The cells in the order of day and month that they have; where it stays open, in that of the dates that
    lie beside those of their rows."""
    known = entries.draft.date_order if entries.draft.date_order != "ymd" else None
    read = read_date_column(cells, settings.date_order or known, settings.today)
    if not read.order_open or read.other_order is None:
        return read
    other = read_date_column(cells, read.other_order, settings.today)
    return min(
        (read, other),
        key=lambda made: sum(apart is None or apart > 1 for apart in _days_apart(made, entries)),
    )


def _days_apart(read: DateColumn, entries: Entries) -> list[int | None]:
    """How far the date of each time is from that of its row [days], None where either is missing."""
    days = np.where(entries.seconds == NO_MOMENT, NO_MOMENT, entries.seconds // ONE_DAY).tolist()
    return [
        None if value is None or day == NO_MOMENT else abs(int(value.timestamp()) // ONE_DAY - day)
        for value, day in zip(read.values, days, strict=True)
    ]
