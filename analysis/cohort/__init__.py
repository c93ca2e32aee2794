"""Many journals: one row each, and the pooled answer."""

from analysis.cohort.command import main
from analysis.cohort.folders import journals_in
from analysis.cohort.pooled import Pooled, pool
from analysis.cohort.rows import journal_row
from analysis.cohort.runs import Cohort, Group, run_cohort

__all__ = ["Cohort", "Group", "Pooled", "journal_row", "journals_in", "main", "pool", "run_cohort"]
