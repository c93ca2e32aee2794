"""Bytes of a file -> raw tables: file types, encoding, delimiter, header row, layout."""

from analysis.journal.tables.cramp_headings import (
    compounds_apart,
    counts_in_question,
    named_for_other_cramps,
    says_how_often,
    told_of_cramps,
)
from analysis.journal.tables.dittos import REPEATED, fill_dittos
from analysis.journal.tables.grids import OF_MONTHS, month_grids
from analysis.journal.tables.headings import Heading, begins_sleep, heading, heading_words
from analysis.journal.tables.layout import read_tables, read_titled_tables
from analysis.journal.tables.lines import could_be_date
from analysis.journal.tables.listed_dates import LISTED, lists_some_dates, part_listed_dates
from analysis.journal.tables.minutes import READ_IN_ZONE
from analysis.journal.tables.month_calendars import OF_CALENDAR, is_calendar, month_calendars
from analysis.journal.tables.planned_dates import FILLED, fill_planned_dates
from analysis.journal.tables.prose import is_prose
from analysis.journal.tables.raw_table import RawTable, shapes_of
from analysis.journal.tables.reshaping import is_food_diary, join_date, one_row_a_test
from analysis.journal.tables.sheets import (
    LONGEST_CELL,
    MOST_BYTES,
    MOST_ROWS,
    Sheet,
    UnreadableFile,
    plain_text,
    read_sheets,
)
from analysis.journal.tables.spans_of_nights import part_spans
from analysis.journal.tables.stretches import part_stretches
from analysis.journal.tables.turned import turned
from analysis.journal.tables.week_grids import OF_WEEKS, names_days_of_week, week_grid

__all__ = [
    "FILLED",
    "LISTED",
    "LONGEST_CELL",
    "MOST_BYTES",
    "MOST_ROWS",
    "OF_CALENDAR",
    "OF_MONTHS",
    "OF_WEEKS",
    "READ_IN_ZONE",
    "REPEATED",
    "Heading",
    "RawTable",
    "Sheet",
    "UnreadableFile",
    "begins_sleep",
    "compounds_apart",
    "could_be_date",
    "counts_in_question",
    "fill_dittos",
    "fill_planned_dates",
    "heading",
    "heading_words",
    "is_calendar",
    "is_food_diary",
    "is_prose",
    "join_date",
    "lists_some_dates",
    "month_calendars",
    "month_grids",
    "named_for_other_cramps",
    "names_days_of_week",
    "one_row_a_test",
    "part_listed_dates",
    "part_spans",
    "part_stretches",
    "plain_text",
    "read_sheets",
    "read_tables",
    "read_titled_tables",
    "says_how_often",
    "shapes_of",
    "told_of_cramps",
    "turned",
    "week_grid",
]
