"""What the dates and times of a table's rows are: those of nights, of single cramps, of weeks or months."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice

from analysis.journal.cells import read_date_column
from analysis.journal.columns.about_cramps import hour_in
from analysis.journal.columns.looks import has_zero, holds_clock_times, holds_moments
from analysis.journal.columns.plans import Draft
from analysis.journal.tables import RawTable, could_be_date, names_days_of_week

_SMALL_HOURS = frozenset({22, 23, *range(7)})  # most night cramps come between 01:00 and 06:00
_HALF_DAY = timedelta(hours=12)
_FEW_DATES = 60


def each_has_its_time(drafts: Sequence[Draft], table: RawTable) -> bool:
    """Whether every row tells at what time its one cramp was, beside a date that is no night's."""
    onsets = [draft.plan.position for draft in drafts if draft.candidates[:1] == ("onset",)]
    dates = [draft.plan.heading for draft in drafts if draft.candidates[:1] == ("night",)]
    if any(found.evening or found.morning for found in dates):
        return False
    if not onsets and len(dates) == 1:
        moments = next(d.plan.position for d in drafts if d.candidates[:1] == ("night",))
        return _are_moments_of_nights(table.column(moments))
    if len(onsets) != 1:
        return False
    return all(row[onsets[0]] for row in table.rows) and holds_clock_times(table.column(onsets[0]))


def _are_moments_of_nights(cells: Sequence[str]) -> bool:
    """Whether every cell is a moment and most are of the small hours: those of cramps, and not of writing."""
    if not cells or not all(cells) or not holds_moments(cells):
        return False
    if len({cell.rpartition(" ")[2] for cell in cells}) == 1 < len(cells):
        return False  # one time of day, such as midnight, is that of a spreadsheet's dates
    return 2 * sum(hour_in(cell) in _SMALL_HOURS for cell in cells) > len(cells)


def says_no_pain(drafts: list[Draft], table: RawTable) -> bool:
    """Whether there is one row for each date or night, and a pain or length of 0 in some."""
    dates = [draft.plan.position for draft in drafts if draft.candidates[:1] == ("night",)]
    felt = [d.plan.position for d in drafts if d.candidates[:1] in (("severity",), ("duration",))]
    if not dates or not any(has_zero(table.column(at)) for at in felt):
        return False
    days = [row[dates[0]] for row in table.rows if row[dates[0]]]
    if len(set(days)) == len(days) and any(":" in day for day in days):
        moments = read_date_column(days, None, date.max).values
        nights = [(moment - _HALF_DAY).date() for moment in moments if moment is not None]
        return len(set(nights)) == len(nights)
    return len(set(days)) == len(days)


def holds_dates(drafts: list[Draft], table: RawTable, field: str) -> bool:
    """Whether every filled cell of the columns that could be ``field`` looks like a date: "Cramps" above a
    list of dates.
    """
    for draft in drafts:
        if field in draft.candidates:
            cells = list(islice(filter(None, table.column(draft.plan.position)), 50))
            return bool(cells) and all(
                len(cell) >= 6 and sum(c.isdecimal() for c in cell) >= 3 and could_be_date(cell)
                for cell in cells
            )
    return False


def is_of_longer_times(drafts: list[Draft], table: RawTable) -> bool:
    """Whether the dates are those of weeks or months, and do not follow each other day by day."""
    dates = [draft for draft in drafts if draft.candidates[:1] == ("night",) and not draft.mapped]
    longer = [draft for draft in drafts if draft.plan.heading.longer_time and not draft.mapped]
    if any(draft.mapped and draft.candidates for draft in drafts):
        return False
    if names_days_of_week(table.headers):
        return True  # each row is a week, whatever its date was taken for
    counted = any("cramps" in draft.candidates for draft in drafts)
    if dates:
        said = all(draft.plan.heading.longer_time for draft in dates)
        return said and not any(_day_by_day(table, draft.plan.position) for draft in dates)
    return bool(longer) and counted and not any("recorded_at" in draft.candidates for draft in drafts)


def _day_by_day(table: RawTable, at: int) -> bool:
    """Whether most dates of a column have the day before or after them there too."""
    read = read_date_column([row[at] for row in table.rows[:_FEW_DATES]], None, date.max)
    days = {value.date().toordinal() for value in read.values if value is not None}
    return 2 * sum(day + 1 in days for day in days) >= len(days) > 1
