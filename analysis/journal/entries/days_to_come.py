"""Rows of days to come, filled in ahead: which of them say something, and which are blank lines."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from analysis.journal.cells import plain, read_date_column, vocabulary
from analysis.journal.columns import Plan, TablePlan
from analysis.journal.entries.empty_rows import OF_THE_DATE
from analysis.journal.entries.table import Settings
from analysis.journal.tables import RawTable

_LONGEST_EMPTY = 20


def leave_out_days_to_come(table: RawTable, plan: TablePlan, settings: Settings) -> None:
    """A row filled in ahead, with a date to come and beside it no more than a dash, is a blank line. What a
    column that is not known says is something: an appointment.
    """
    night = next((column.position for column in plan.columns if column.field == "night"), None)
    others = [column.position for column in plan.columns if column.field not in OF_THE_DATE]
    if night is None or not others:  # in a list of dates alone each is an entry
        return
    alone, weekdays = list(range(len(table.rows))), weekday_names()
    for place in others:  # most rows are told by their first cell
        texts, cells = table.different(place), table.column(place)
        nothing = _say_nothing(texts) | {text for text in texts if plain(text[:_LONGEST_EMPTY]) in weekdays}
        alone = [at for at in alone if cells[at] in nothing]
        if not alone:
            return
    read = read_date_column(table.column(night), settings.date_order, date.max)
    today = pd.Timestamp(settings.today)
    to_come = {at for at in alone if (value := read.values[at]) is not None and value > today}
    if to_come:
        table.blank_lines += len(to_come)
        table.keep([at for at in range(len(table.rows)) if at not in to_come])


def tell_something(
    rows: Iterable[int], columns: Sequence[Sequence[str]], dates: Plan, plan: TablePlan
) -> bool:
    """Whether any of the ``rows`` says more beside its date than no, 0, or what every row says of medicines:
    rows filled in ahead do not. ``columns`` are the cells of the table, column by column.
    """
    medicines = {column.position for column in plan.of("medication")}
    beside = [
        cells
        for position, cells in enumerate(columns)
        if position != dates.position and not (position in medicines and len(set(cells)) == 1)
    ]
    said = {plain(cells[at][:_LONGEST_EMPTY]) for at in rows for cells in beside}
    nothing = {"0", *weekday_names(), *_say_nothing(said)}
    return any(cell not in nothing and vocabulary("yes_no").get(cell) != "no" for cell in said)


def _say_nothing(texts: Iterable[str]) -> set[str]:
    """Those of the texts that stand for an empty cell."""
    empty = vocabulary("empty")
    return {text for text in texts if not text or empty.get(plain(text[:_LONGEST_EMPTY])) == "blank"}


def weekday_names() -> set[str]:
    """The days of the week by name, plain."""
    return {name for name in vocabulary("weekday") if not name.isdecimal()}
