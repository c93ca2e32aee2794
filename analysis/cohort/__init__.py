"""Many journals: one row each, and the pooled answer."""

from analysis.cohort.command import main, results_of
from analysis.cohort.folders import journals_in
from analysis.cohort.groups import Group
from analysis.cohort.pooled import Pooled, pool
from analysis.cohort.rows import How, journal_row, row_of_files
from analysis.cohort.runs import Cohort, run_cohort

__all__ = [
    "Cohort",
    "Group",
    "How",
    "Pooled",
    "journal_row",
    "journals_in",
    "main",
    "pool",
    "results_of",
    "row_of_files",
    "run_cohort",
]
