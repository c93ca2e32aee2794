"""The column of a table that dates its rows: which one it is, and the moment of every row."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from analysis.journal.cells import (
    EARLIEST,
    DateColumn,
    DateProblem,
    lie_together,
    plain,
    read_chosen_dates,
    read_date_column,
    swapped_dates,
    vocabulary,
)
from analysis.journal.columns import Plan, ReadAs, TablePlan
from analysis.journal.entries.days_to_come import tell_something, weekday_names
from analysis.journal.entries.far_dates import CLOCK
from analysis.journal.entries.old_years import mend_old_years
from analysis.journal.entries.parts_of_dates import take_parts
from analysis.journal.entries.table import Entries, Settings
from analysis.journal.model import DateOrder
from analysis.journal.receipts import Draft
from analysis.journal.tables import RawTable, could_be_date, shapes_of

_FEWEST_TO_COME = 10
_OTHER_ORDER = "the order of day and month that was chosen fits no such dates; they were read as {}"
OPEN_ORDER = "open_order"  # the code of dates whose day and month could not be told apart


def date_plan_of(plan: TablePlan, texts: Sequence[Sequence[str]] = ()) -> Plan | None:
    """The column that dates the rows of a table of this kind; None where there is none. ``texts`` are its
    columns: times without a date are those of cramps that a form was filled in about.
    """
    for name in ("night", "start", "onset", "recorded_at"):
        if name == "start" and plan.kind != "medication changes":
            continue
        if name == "onset" and plan.kind != "cramp log":
            continue
        if name == "onset" and texts and plan.of("recorded_at") and not _holds_dates(plan, texts):
            continue
        if columns := plan.of(name):
            # An entry is made once, on its own day, and may be updated later.
            return next(
                (column for column in columns if not _UPDATED.search(plain(column.header))), columns[0]
            )
    return None


def _holds_dates(plan: TablePlan, texts: Sequence[Sequence[str]]) -> bool:
    return any(could_be_date(text) for column in plan.of("onset") for text in texts[column.position] if text)


_UPDATED = re.compile(r"updat|modif|aktualis|geander|mis a jour|actualiz|aggiorn|bijgewerkt|last")


def _weekdays(plan: TablePlan, texts: list[list[str]], date_plan: Plan) -> list[str] | None:
    """The cells of a column that holds nothing but days of the week."""
    names = weekday_names()
    for column in plan.columns:
        cells = texts[column.position]
        if (
            column is not date_plan
            and any(cells)
            and {plain(cell[:20]) for cell in set(cells)} <= {"", *names}
        ):
            return cells
    return None


def with_one_order(plan: TablePlan, columns: list[list[str]], settings: Settings) -> Settings:
    """The settings with the order of day and month that the first and last days of a list give together: one
    person writes both in one order, and 3/17 tells that of 1/11 beside it.
    """
    dates = [*plan.of("start"), *plan.of("stop")]
    if settings.date_order is not None or not plan.of("stop") or len(dates) < 2:
        return settings
    told = [text for column in dates for text in columns[column.position] if could_be_date(text)]
    read = read_date_column(told, None, settings.today)
    if read.order is None or read.order_open or read.swapped:
        return settings
    return replace(settings, date_order=read.order)


def read_dates(entries: Entries, columns: list[list[str]], plan: Plan, settings: Settings) -> None:
    """Gives every row its moment, and rejects a row without one where its kind of table needs one."""
    if plan.why == ReadAs.BESIDE_OTHERS:
        entries.draft.note(None, plan.named, _TAKEN_FOR_DATE, "assumed", "map another if it is not")
    _read_as_written(entries, columns, plan, settings)
    if settings.date_order != "ymd":
        mend_old_years(entries, plan, settings.today)


_TAKEN_FOR_DATE = "no heading names the date of the rows; this column holds dates and was taken for it"


def _read_as_written(entries: Entries, columns: list[list[str]], plan: Plan, settings: Settings) -> None:
    draft, texts = entries.draft, columns[plan.position]
    zones = next((columns[zone.position] for zone in entries.plan.of("zone")), [])
    if _read_iso_dates(entries, texts, _shapes(draft.table, plan, texts), settings):
        entries.offsets = {at: plain(zone) for at, zone in enumerate(zones) if zone}
        return
    read = _read_in_order(entries, columns, plan, settings)
    draft.date_order = read.order or (
        "ymd" if texts and sum(text[:4].isdecimal() for text in texts) * 2 > len(texts) else None
    )
    draft.date_order_open = read.order_open
    _note_order(entries, plan, texts, read, settings)
    entries.seconds = (
        pd.Series(read.values, dtype="datetime64[us]").to_numpy().astype("datetime64[s]").astype(np.int64)
    )
    entries.timed = list(read.has_time)
    entries.offsets = offsets_of(texts, zones)
    _note_each_date(entries, plan, texts, read, settings.today)


def _shapes(table: RawTable | None, plan: Plan, texts: list[str]) -> set[str]:
    """The shapes of the ``texts`` of a column: those of the table, unless they were joined or told anew."""
    if table is not None and table.rows and texts is table.column(plan.position):
        return table.shapes(plan.position)
    return shapes_of(texts)


def _read_in_order(entries: Entries, columns: list[list[str]], plan: Plan, settings: Settings) -> DateColumn:
    """The dates in the order of day and month that the column, or days of the week beside it, tell."""
    texts, span = columns[plan.position], years_of_place(entries.draft)
    read = read_chosen_dates(texts, settings.date_order, settings.today, span)
    ahead = [at for at, problem in enumerate(read.problems) if problem is DateProblem.IN_THE_FUTURE]
    to_come = len(ahead)
    filled_in = to_come < sum(map(bool, texts)) and not tell_something(ahead, columns, plan, entries.plan)
    if to_come >= _FEWEST_TO_COME and 2 * to_come > sum(map(bool, texts)) and not filled_in:
        # So many nights to come are not mistyped: it is this computer's clock, or the one that wrote them.
        read = read_chosen_dates(texts, settings.date_order, date.max, span)
        said = (
            f"{to_come} of {len(texts)} dates lie after the date of this computer, {settings.today}; "
            "they were read as they stand"
        )
        hint = "set this computer's clock, or mend the dates"
        entries.draft.note(None, plan.named, said, "assumed", hint, code=CLOCK)
    if read.order_open and (weekdays := _weekdays(entries.plan, columns, plan)) is not None:
        told = [f"{day} {text}" if text else "" for day, text in zip(weekdays, texts, strict=True)]
        with_weekdays = read_date_column(told, settings.date_order, settings.today, span)
        read = read if with_weekdays.order_open else with_weekdays
    return read


def _note_order(entries: Entries, plan: Plan, texts: list[str], read: DateColumn, settings: Settings) -> None:
    """Says in which order day and month were read, where that was not plain or not what was chosen."""
    draft = entries.draft
    if settings.date_order in ("dmy", "mdy") and read.order not in (None, settings.date_order):
        draft.note(None, plan.named, _OTHER_ORDER.format(_ORDER[read.order or "dmy"]), "assumed")
    if read.swapped:
        _note_swapped(entries, plan, read)
    elif read.order_open:
        draft.note(
            None,
            plan.named,
            say_open_order(read.order or "dmy", read.other_order),
            "assumed",
            hint="switch the order of day and month if these dates are wrong",
            cell=_both_readings(texts, read, settings),
            code=OPEN_ORDER,
        )


def _note_each_date(entries: Entries, plan: Plan, texts: list[str], read: DateColumn, today: date) -> None:
    """Rejects the rows without a date, and says what was wrong with others."""
    draft, undated = entries.draft, plan.field == "start"
    unread = {at: problem for at, problem in enumerate(read.problems) if read.values[at] is None}
    in_part = take_parts(entries, plan, texts, unread, today)
    for at, (value, problem, mended) in enumerate(
        zip(read.values, read.problems, read.repaired, strict=True)
    ):
        if at in in_part:
            continue
        if value is None and not undated and not texts[at] and draft.table and at in draft.table.remarks:
            draft.reject(at, None, _ABOUT_NO_DAY)
        elif value is None and not undated:
            draft.reject(at, plan.named, problem or "the row has no date", DATE_HINT, texts[at] or None)
        elif value is None and problem:
            draft.note(at, plan.named, problem, "set_aside", DATE_HINT, texts[at])
        elif mended:
            draft.note(at, plan.named, problem or "the date was mended", "repaired", cell=texts[at])


_ABOUT_NO_DAY = "a remark about no one day; it belongs to no night, and counts nothing"


_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-–/](\d\d))?(?!\d)")  # 2025, or 2025/26


def years_of_place(draft: Draft) -> tuple[date, date] | None:
    """First and last day of the years that the title of a table, its sheet or its file names; None for
    none.
    """
    table = draft.table
    above = f"{table.title or ''} {table.above}" if table is not None else ""
    for text in (above, draft.sheet or "", draft.file.rpartition(".")[0] or draft.file):
        years = [int(year) + turn for year, then in _YEAR.findall(text) for turn in _named(int(year), then)]
        if years := sorted(years):
            return date(years[0], 1, 1), date(years[-1], 12, 31)
    return None


def _named(year: int, then: str) -> range:
    """0 for a year, and 1 for the next one where that is written behind it."""
    return range(2 if then and int(then) == (year + 1) % 100 else 1)


def _note_swapped(entries: Entries, plan: Plan, read: DateColumn) -> None:
    stands, typed = read.swapped[0]
    what = f"{len(read.swapped)} dates look" if len(read.swapped) > 1 else "1 date looks"
    entries.draft.note(
        None,
        plan.named,
        f"{what} as if a spreadsheet had swapped day and month; read with both swapped back",
        "assumed",
        hint=f"choose {_ORDER[read.other_order or 'ymd']} as the order if the dates are right as they stand",
        cell=f"{stands}: {typed.day} {typed:%B %Y} or {stands.day} {stands:%B %Y}",
        code=OPEN_ORDER,
    )


def offsets_of(texts: Sequence[str], zones: Sequence[str]) -> dict[int, str]:
    """The offset of each moment, or what its zone is called; only of the rows that write one."""
    known = vocabulary("zone")
    named = {at: plain(zone) for at, zone in enumerate(zones) if zone}
    written = {at: found for at, text in enumerate(texts) if (found := _OFFSET.search(text))}
    return named | {
        at: found[1] or known[plain(found[2])]
        for at, found in written.items()
        if found[1] or plain(found[2]) in known
    }


_OFFSET = re.compile(r"\d:\d{2}(?::\d{2})?(?:[.,]\d{1,9})? ?(?:([+-]\d{2}:?\d{2})|\(?([A-Za-z]{1,5})\)?)$")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?")
_LENGTH_OF_A_DAY = len("2025-03-01")


def _read_iso_dates(entries: Entries, texts: list[str], shapes: set[str], settings: Settings) -> bool:
    """Reads a column of nothing but possible ISO dates at once; false where any cell is something else."""
    if not texts or not all(map(_ISO.fullmatch, shapes)):
        return False
    try:
        moments = np.array(texts, dtype="datetime64[us]")
    except ValueError:
        return False
    tomorrow = np.datetime64(settings.today) + np.timedelta64(1, "D")
    if moments.min() < np.datetime64(EARLIEST) or moments.max() >= tomorrow:
        return False
    days = np.sort(moments.astype("datetime64[D]"))
    days = days[np.append(True, days[1:] != days[:-1])]
    if settings.date_order != "ymd" and not lie_together(days) and swapped_dates(days.tolist(), ()):
        return False
    clocks = [text[10:16] for text in texts] if max(map(len, shapes)) > _LENGTH_OF_A_DAY else []
    timed = not set(clocks) <= {"", " 00:00"}
    entries.seconds = moments.astype("datetime64[s]").astype(np.int64)
    entries.timed = [clock != "" for clock in clocks] if timed else [False] * len(texts)
    entries.draft.date_order = "ymd"
    return True


def _both_readings(texts: list[str], read: DateColumn, settings: Settings) -> str | None:
    """One date of the column, with what it means in either order."""
    for text in dict.fromkeys(texts):
        days = [
            read_date_column([text], order, settings.today).values[0]
            for order in (read.order, read.other_order)
        ]
        if len(text) <= 20 and days[0] is not None and days[1] is not None and days[0] != days[1]:
            one, other = (f"{day.day} {day:%B %Y}" for day in days if day is not None)
            return f"{text}: {one} or {other}"
    return None


def say_open_order(order: DateOrder, other: DateOrder | None) -> str:
    """That day and month of dates could not be told apart, which order was taken, and which is possible."""
    taken = f"day and month could not be told apart; read as {_ORDER[order]}"
    return f"{taken}, {_ORDER[other]} is possible too" if other else taken


_ORDER = {"dmy": "day/month", "mdy": "month/day", "ymd": "year-month-day"}
DATE_HINT = "write the date as 2024-03-12"
