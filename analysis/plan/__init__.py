"""The next test: its designs, what each can show in this patient, its dates, and what leaves with them.

Nothing here proposes a treatment. ``designs`` are forms; what is tried is said by the people who decide.
"""

from analysis.plan.calendar import write_calendar
from analysis.plan.chances import (
    ENOUGH,
    FALLS,
    NONE,
    Basis,
    Chance,
    Chances,
    Counting,
    basis_of,
    begin,
    nights_that_count,
    simulate,
    told,
)
from analysis.plan.designs import KEPT, WEEK, Design, designs, missing_columns, schedule, told_by

__all__ = [
    "ENOUGH",
    "FALLS",
    "KEPT",
    "NONE",
    "WEEK",
    "Basis",
    "Chance",
    "Chances",
    "Counting",
    "Design",
    "basis_of",
    "begin",
    "designs",
    "missing_columns",
    "nights_that_count",
    "schedule",
    "simulate",
    "told",
    "told_by",
    "write_calendar",
]
