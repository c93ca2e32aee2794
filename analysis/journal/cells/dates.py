"""A column of dates -> wall-clock moments; the order of day and month is decided from the whole column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

import pandas as pd

from analysis.journal.cells.date_forms import ORDERS, DateText, from_serial, read_date
from analysis.journal.cells.date_orders import decide_order
from analysis.journal.cells.swapped_dates import swapped_back, swapped_in, typed_as
from analysis.journal.cells.values import plain, vocabulary
from analysis.journal.cells.years import in_year, years_by_rows
from analysis.journal.model import DateOrder

EARLIEST = date(1950, 1, 1)


class DateProblem(StrEnum):
    """Why a cell of a column of dates is none that counts, in the words of the receipt."""

    NOT_A_DATE = "this is not a date"
    NO_SERIAL = "this number is not a date"
    NOT_IN_ORDER = "this is not a date in the order of day and month that the other dates have"
    NO_YEAR = "this date has no year, and none fits"
    IN_THE_FUTURE = "the date is in the future"
    TOO_EARLY = "the date is too long ago for a journal"


@dataclass(frozen=True)
class DateColumn:
    """A column of dates, read. Every list has one entry for each cell.

    ``values`` are naive wall-clock moments, at midnight where no time of day was written (``has_time``
    tells); None where the cell is blank, or set aside with a ``problem``. ``order`` is None where no cell
    depends on it. ``order_open`` is true where the dates alone allow ``other_order`` as well; then ``order``
    is the one that gives the more contiguous journal. ``swapped`` are dates of which a spreadsheet had
    swapped day and month, as they stand and as they were read; ``other_order`` reads them as they stand.
    ``yearless``: whether any is written without a year.
    """

    values: list[pd.Timestamp | None]
    has_time: list[bool]
    order: DateOrder | None
    order_open: bool
    problems: list[str | None]
    repaired: list[bool]
    other_order: DateOrder | None = None
    swapped: tuple[tuple[date, date], ...] = ()
    yearless: bool = False


Text = str | datetime | date | float | None


def read_date_column(
    texts: Sequence[Text], order: DateOrder | None, today: date, span: tuple[date, date] | None = None
) -> DateColumn:
    """Every cell of a column as a moment. ``order`` None: decided from the whole column.

    The order with the fewest impossible or future dates (and weekdays that do not fit) counts. Where two are
    equal the order is open, and the one that gives the most contiguous journal is taken; dates with points
    are then D.M.Y. ``span`` are the first and last day between which dates without a year lie, where no date
    of the column has one. The order of the rows plays a part only for the years of dates without one. A time
    of day is kept as it was written, whatever offset stands beside it.
    """
    unique = _unix_times(texts, today) or _each_read(texts, today)
    read = [found for found in unique.values() if isinstance(found, DateText)]
    chosen, other, is_open = decide_order(read, order, today)
    back = typed_as(read) if order != "ymd" and (order is None or chosen in (None, order)) else {}
    if back:
        unique = {text: swapped_back(found, back) for text, found in unique.items()}
        chosen, other, is_open = chosen or "dmy", "ymd", True
    elif order is None and chosen is not None and not is_open and (back := swapped_in(read, chosen)):
        unique = {text: swapped_back(found, back, chosen) for text, found in unique.items()}
        other, is_open = chosen, True
    years = _years(read, chosen) or span
    moments = {text: _moment(found, chosen, years, today) for text, found in unique.items()}
    timed = any(found.end_of_day for found in read) or any(
        has_time and moment is not None and moment.time() != time(0)
        for moment, has_time, _, _ in moments.values()
    )
    if not timed:
        moments = {text: (moment, False, said, mended) for text, (moment, _, said, mended) in moments.items()}
    cells, yearless = [moments[text] for text in texts], any(found.yearless for found in read)
    if yearless:
        founds = [unique[text] for text in texts]
        of_rows = years_by_rows(founds, ORDERS.index(chosen) if chosen else 0, span, today) or ()
        for row, year in enumerate(of_rows):
            if year is not None and (found := founds[row]) is not None:
                moment, has_time, said, mended = _moment(found, chosen, years, today, year)
                cells[row] = (moment, has_time and timed, said, mended)
    return DateColumn(
        values=[cell[0] for cell in cells],
        has_time=[cell[1] for cell in cells],
        order=chosen,
        order_open=is_open,
        problems=[cell[2] for cell in cells],
        repaired=[cell[3] for cell in cells],
        other_order=other,
        swapped=tuple(sorted(back.items())),
        yearless=yearless,
    )


_CONTRADICTED = 0.2  # share of the dates, from which on a chosen order cannot be theirs


def read_chosen_dates(
    texts: Sequence[Text], order: DateOrder | None, today: date, span: tuple[date, date] | None = None
) -> DateColumn:
    """Every cell of a column as a moment, in the ``order`` that a person chose for all their files. Where
    many dates of this column cannot be read in it, and all can in another, the column's own counts.
    """
    read = read_date_column(texts, order, today, span)
    odd = sum(problem is DateProblem.NOT_IN_ORDER for problem in read.problems)
    if order is None or odd <= _CONTRADICTED * sum(text not in (None, "") for text in texts):
        return read
    own = read_date_column(texts, None, today, span)
    if own.order_open or any(problem is DateProblem.NOT_IN_ORDER for problem in own.problems):
        return read
    return own


_UNIX = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,6})?")
_UNIX_UTC = "a Unix time, read as UTC, since no zone is given"
_MIDNIGHT = "a Unix time of a midnight, read as its date"


def _unix_times(texts: Sequence[Text], today: date) -> dict[Text, DateText | str | None]:
    """The cells of a column that holds nothing but Unix times [s or ms]; empty for any other column.

    Where all stand at one time of day, give or take a change of the clocks, they are midnights of another
    zone, and the nearest midnight is meant; halfway between two it cannot be told.
    """
    cells = {text for text in texts if text is not None and text == text and text != ""}
    if not cells or not all(isinstance(text, str) and _UNIX.fullmatch(text) for text in cells):
        return {}
    seconds = {text: int(str(text)[:10]) for text in cells}
    latest = datetime.combine(min(today, _LATEST_UNIX), time(0)) + timedelta(days=2) - _EPOCH
    if min(seconds.values()) < _EARLIEST_UNIX or max(seconds.values()) >= latest.total_seconds():
        return {}
    found: dict[Text, DateText | str | None] = {text: None for text in texts if text not in cells}
    hours = sorted({((second + 43200) % 86400 - 43200) / 3600 for second in seconds.values()})
    midnights = len(cells) >= _FEWEST_MIDNIGHTS and (len(hours) == 1 or hours[1:] == [hours[0] + 1])
    midnights = midnights and hours[0] % 0.25 == 0
    if midnights and max(map(abs, hours)) > 10:
        return {}
    for text, second in seconds.items():
        moment = _EPOCH + timedelta(seconds=second + 43200 if midnights else second)
        day = moment.date()
        found[text] = DateText(
            (day, day, day), None if midnights else moment.time(), said=_MIDNIGHT if midnights else _UNIX_UTC
        )
    return found


_EPOCH = datetime(1970, 1, 1)
_FEWEST_MIDNIGHTS = 3
_LATEST_UNIX = date(2200, 1, 1)  # where every date is allowed
_EARLIEST_UNIX = 631_152_000  # 1990-01-01: of this many digits, and no number of another kind


def _each_read(texts: Sequence[Text], today: date) -> dict[Text, DateText | str | None]:
    """What each text can mean, once for all cells alike."""
    unique: dict[Text, DateText | str | None] = {}
    for text in texts:
        if text not in unique:
            unique[text] = _read(text, today)
    return unique


def _read(text: Text, today: date) -> DateText | str | None:
    """What the cell can mean; a sentence where it is no date; None where it is blank."""
    if text is None or text != text:
        return None
    if isinstance(text, datetime):
        day = text.date()
        return DateText((day, day, day), text.time().replace(microsecond=0, tzinfo=None))
    if isinstance(text, date):
        return DateText((text, text, text))
    if isinstance(text, (int, float)):
        return from_serial(float(text)) or DateProblem.NO_SERIAL
    stripped = text.strip()
    if not stripped:
        return None
    found = read_date(stripped, today)
    if found is not None:
        return found
    if len(stripped) < 20 and vocabulary("empty").get(plain(stripped)) == "blank":
        return None
    return DateProblem.NOT_A_DATE


def _years(read: list[DateText], order: DateOrder | None) -> tuple[date, date] | None:
    """The first and last date of the column that carry a year."""
    at = ORDERS.index(order) if order else 0
    dated = [day for found in read if not found.yearless and (day := found.readings[at])]
    return (min(dated), max(dated)) if dated else None


def _with_year(day: date, weekday: int | None, years: tuple[date, date] | None, today: date) -> date | None:
    """The date in the year nearest the dates that carry one; without those, the latest not in the future."""
    first, last = years or (today, today)
    best: tuple[int, int, date] | None = None
    for year in range(first.year - 1, last.year + 2):
        try:
            candidate = day.replace(year=year)
        except ValueError:
            continue
        if candidate > today:
            continue
        if weekday is not None and candidate.weekday() != weekday:
            continue
        distance = max((first - candidate).days, (candidate - last).days, 0)
        if best is None or (distance, -year) < best[:2]:
            best = (distance, -year, candidate)
    return best[2] if best else None


def _moment(
    found: DateText | str | None,
    order: DateOrder | None,
    years: tuple[date, date] | None,
    today: date,
    year: int | None = None,
) -> tuple[pd.Timestamp | None, bool, str | None, bool]:
    if found is None:
        return None, False, None, False
    if isinstance(found, str):
        return None, False, found, False
    day = found.readings[ORDERS.index(order) if order else 0]
    if day is None and order == "ymd" and None in found.readings[:2]:
        day = found.readings[0] or found.readings[1]  # no year first, and no choice
    if day is None:
        return None, False, DateProblem.NOT_IN_ORDER, False
    said = found.said
    if found.yearless:
        if year is not None:
            day = in_year(day, year)
        else:
            day = _with_year(day, found.weekday, years, today) or _with_year(day, None, years, today)
        if day is None:
            return None, False, DateProblem.NO_YEAR, False
        said = said or "no year is given; the nearest that fits was taken"
    if day > today:
        return None, False, DateProblem.IN_THE_FUTURE, False
    if day < EARLIEST:
        return None, False, DateProblem.TOO_EARLY, False
    if found.weekday is not None and day.weekday() != found.weekday:
        said = said or "the weekday does not fit the date; the date counts"
    moment = pd.Timestamp(datetime.combine(day, found.at or time(0)))
    return moment, found.at is not None, said, said is not None
