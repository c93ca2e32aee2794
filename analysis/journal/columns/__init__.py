"""Raw table -> what each of its columns is."""

from analysis.journal.columns.about_cramps import ASKED, is_elsewhere, names_cramps
from analysis.journal.columns.looks import numbers_rows, tells_apart
from analysis.journal.columns.medicine_columns import (
    NAMED_AFTER_ONE,
    WHEN_TAKEN,
    said_of_medicine,
    said_under,
)
from analysis.journal.columns.planning import NOT_USED, Plan, TablePlan, plan_table
from analysis.journal.columns.suggestions import suggestions

__all__ = [
    "ASKED",
    "NAMED_AFTER_ONE",
    "NOT_USED",
    "WHEN_TAKEN",
    "Plan",
    "TablePlan",
    "is_elsewhere",
    "names_cramps",
    "numbers_rows",
    "plan_table",
    "said_of_medicine",
    "said_under",
    "suggestions",
    "tells_apart",
]
