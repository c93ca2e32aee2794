"""One cell -> one value: the readers of a journal's cells, one for each kind of field."""

from analysis.journal.amounts import amount_and_unit, read_amount, unit_from_range
from analysis.journal.answers import read_level, read_muscle, read_scale, read_side, read_words, read_yes_no
from analysis.journal.clocks import read_clock
from analysis.journal.dates import DateColumn, local_from_utc, read_date_column
from analysis.journal.durations import read_duration
from analysis.journal.numbers import read_count, read_number
from analysis.journal.units import unit_of_header
from analysis.journal.values import Cell

__all__ = [
    "Cell",
    "DateColumn",
    "amount_and_unit",
    "local_from_utc",
    "read_amount",
    "read_clock",
    "read_count",
    "read_date_column",
    "read_duration",
    "read_level",
    "read_muscle",
    "read_number",
    "read_scale",
    "read_side",
    "read_words",
    "read_yes_no",
    "unit_from_range",
    "unit_of_header",
]
