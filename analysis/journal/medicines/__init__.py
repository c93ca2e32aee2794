"""A medicine's name -> generic and class; what was written -> what was taken when."""

from analysis.journal.medicines.changes import CHANGES, ChangeRow, change_table
from analysis.journal.medicines.classes import Medicine, class_evidence, resolve
from analysis.journal.medicines.names import Memory
from analysis.journal.medicines.taken import TAKEN_AT_LEAST, changes_of_diary
from analysis.journal.medicines.text import read_changes_in_text

__all__ = [
    "CHANGES",
    "TAKEN_AT_LEAST",
    "ChangeRow",
    "Medicine",
    "Memory",
    "change_table",
    "changes_of_diary",
    "class_evidence",
    "read_changes_in_text",
    "resolve",
]
