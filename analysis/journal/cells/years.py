"""Dates without a year -> the year of each, from the order of the rows that they stand in."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from analysis.journal.cells.date_forms import DateText

_YEAR_OF_DAYS = 366  # the readings of dates without a year stand in a leap year
_IN_ORDER = 0.9  # share of the steps from row to row that go the same way
_WEEKDAYS_FIT = 0.9  # share of the weekdays beside the dates
_WITHIN = 0.9  # share of the rows that lie in the years which a title names; "winter 2025" names the first
_AHEAD = 0.05  # share of the rows that may lie ahead, as planned; of three rows and more, one may
_EARLIEST_YEARS = 12  # back from today: after eleven years the weekdays have come again


def years_by_rows(
    cells: Sequence[DateText | str | None], at: int, span: tuple[date, date] | None, today: date
) -> list[int | None] | None:
    """The year of each cell of a column of dates, in the order of its rows; None for a cell that is no date.

    Dates go from one row to the next by less than half a year, so that January below December is of the next
    year, or of the one before in a list that begins with its latest day. The years are those that the dates
    with a year tell; else those of ``span``; else the latest in which no date lies after ``today``, but for a
    few that are planned; and the weekdays beside the dates fit them. ``at`` is the place of the
    order of day and month.

    None for the whole column where the rows stand in no order, or the dates with a year contradict it.
    """
    rows = [
        (row, cell, day)
        for row, cell in enumerate(cells)
        if isinstance(cell, DateText) and (day := cell.readings[at]) is not None
    ]
    turns = _turns([day for _, _, day in rows])
    if turns is None:
        return None
    told = {day.year - turn for (_, cell, day), turn in zip(rows, turns, strict=True) if not cell.yearless}
    if len(told) > 1:
        return None
    first = told.pop() if told else _first_year([(cell, day) for _, cell, day in rows], turns, span, today)
    years: list[int | None] = [None] * len(cells)
    for (row, _, _), turn in zip(rows, turns, strict=True):
        years[row] = first + turn
    return years


def _turns(days: Sequence[date]) -> list[int] | None:
    """How many times the year has turned from the first row to each; None where the rows are in no order."""
    places = [day.replace(year=2000).timetuple().tm_yday for day in days]
    half = _YEAR_OF_DAYS // 2
    steps = [(after - before + half) % _YEAR_OF_DAYS - half for before, after in pairwise(places)]
    onward, back = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if not days or max(onward, back) < _IN_ORDER * (onward + back):
        return None
    turns, place = [0], places[0] - 1
    for step in steps:
        place += step
        turns.append(place // _YEAR_OF_DAYS)
    return turns


def _first_year(
    dates: Sequence[tuple[DateText, date]],
    turns: Sequence[int],
    span: tuple[date, date] | None,
    today: date,
) -> int:
    """The year of the first row: the latest of those that fit best."""
    last = today.year - min(turns)
    named = range(span[0].year, span[1].year + 1) if span is not None else ()
    weekdays = sum(cell.weekday is not None for cell, _ in dates)
    planned = max(_AHEAD * len(dates), 1) if len(dates) > 2 else 0

    def fit(first: int) -> tuple[bool, bool, bool, bool, int]:
        days = [in_year(day, first + turn) for (_, day), turn in zip(dates, turns, strict=True)]
        right = sum(
            day is not None and cell.weekday == day.weekday()
            for (cell, _), day in zip(dates, days, strict=True)
            if cell.weekday is not None
        )
        within = sum(first + turn in named for turn in turns)
        return (
            sum(day is not None and day > today for day in days) <= planned,
            within >= _WITHIN * len(turns),
            first + min(turns) in named,
            None not in days and right >= _WEEKDAYS_FIT * weekdays,
            first,
        )

    candidates = {*range(last - _EARLIEST_YEARS, last + 1), *(year - min(turns) for year in named)}
    best: int = max(candidates, key=fit)
    return best


def in_year(day: date, year: int) -> date | None:
    """The same day and month of a ``year``; None where it has no such day."""
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None
