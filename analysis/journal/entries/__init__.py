"""Rows of a table -> entries of one kind: a diary, a cramp log, a list of changes, measurements."""

from analysis.journal.entries.change_list import Told, statements_of_lists
from analysis.journal.entries.days_to_come import leave_out_days_to_come
from analysis.journal.entries.empty_rows import leave_out_blank_rows, reject_empty_rows
from analysis.journal.entries.far_dates import reject_far_dates
from analysis.journal.entries.measurements import measurement_table
from analysis.journal.entries.not_taken import note_not_taken
from analysis.journal.entries.row_dates import DATE_HINT, OPEN_ORDER, say_open_order, years_of_place
from analysis.journal.entries.rows import read_entries
from analysis.journal.entries.same_rows import Row, row_of, settle, where
from analysis.journal.entries.table import NO_MOMENT, NUMBERS, ONE_DAY, Entries, Settings
from analysis.journal.entries.undated_changes import note_undated_changes

__all__ = [
    "DATE_HINT",
    "NO_MOMENT",
    "NUMBERS",
    "ONE_DAY",
    "OPEN_ORDER",
    "Entries",
    "Row",
    "Settings",
    "Told",
    "leave_out_blank_rows",
    "leave_out_days_to_come",
    "measurement_table",
    "note_not_taken",
    "note_undated_changes",
    "read_entries",
    "reject_empty_rows",
    "reject_far_dates",
    "row_of",
    "say_open_order",
    "settle",
    "statements_of_lists",
    "where",
    "years_of_place",
]
