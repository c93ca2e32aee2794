"""Raw table -> what each of its columns is."""

from analysis.journal.columns.about_cramps import (
    ASKED,
    Other,
    is_elsewhere,
    names_a_leg,
    names_another_pain,
    names_cramps,
    other_cramps_of,
    speaks_of_cramps,
)
from analysis.journal.columns.dose_statuses import STATUSES, blank_says, said_of_dose
from analysis.journal.columns.looks import holds_clock_times, numbers_rows, tells_apart
from analysis.journal.columns.medicine_columns import said_under, says_as_written
from analysis.journal.columns.named_after_one import said_of_medicine, said_of_numbers
from analysis.journal.columns.of_a_plan import field_of_what_is_tried
from analysis.journal.columns.planning import NOT_USED, Plan, TablePlan, plan_table
from analysis.journal.columns.questions import CRAMP_COLUMN, NOT_TAKEN, say_other
from analysis.journal.columns.read_as import ReadAs
from analysis.journal.columns.suggestions import misspelt_cramps, suggestions

__all__ = [
    "ASKED",
    "CRAMP_COLUMN",
    "NOT_TAKEN",
    "NOT_USED",
    "STATUSES",
    "Other",
    "Plan",
    "ReadAs",
    "TablePlan",
    "blank_says",
    "field_of_what_is_tried",
    "holds_clock_times",
    "is_elsewhere",
    "misspelt_cramps",
    "names_a_leg",
    "names_another_pain",
    "names_cramps",
    "numbers_rows",
    "other_cramps_of",
    "plan_table",
    "said_of_dose",
    "said_of_medicine",
    "said_of_numbers",
    "said_under",
    "say_other",
    "says_as_written",
    "speaks_of_cramps",
    "suggestions",
    "tells_apart",
]
