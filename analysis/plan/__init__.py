"""The next test: its designs, what each can show in this patient, its dates, and what leaves with them.

Nothing here proposes a treatment. ``designs`` are forms; what is tried is said by the people who decide.
"""

from analysis.plan.calendar import write_calendar
from analysis.plan.chances import ENOUGH, FALLS, NONE, Basis, Chance, Chances, basis_of, begin, simulate
from analysis.plan.designs import KEPT, WEEK, Design, designs, missing_columns, schedule

__all__ = [
    "ENOUGH",
    "FALLS",
    "KEPT",
    "NONE",
    "WEEK",
    "Basis",
    "Chance",
    "Chances",
    "Design",
    "basis_of",
    "begin",
    "designs",
    "missing_columns",
    "schedule",
    "simulate",
    "write_calendar",
]
