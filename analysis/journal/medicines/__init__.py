"""A medicine's name -> generic and class; what was written -> what was taken when."""

from analysis.journal.medicines.classes import Medicine, class_evidence, generic_name, resolve
from analysis.journal.medicines.diary_words import (
    EVERY_MEDICINE,
    ends_every_medicine,
    named_medicine,
    statements_of_diary,
    taken_or_not,
)
from analysis.journal.medicines.intake_logs import TAKEN_AT_LEAST
from analysis.journal.medicines.names import Memory
from analysis.journal.medicines.record import Record, medicine_record
from analysis.journal.medicines.statements import CHANGES, Change, Log, Statement, key_of
from analysis.journal.medicines.text import read_changes_in_text

__all__ = [
    "CHANGES",
    "EVERY_MEDICINE",
    "TAKEN_AT_LEAST",
    "Change",
    "Log",
    "Medicine",
    "Memory",
    "Record",
    "Statement",
    "class_evidence",
    "ends_every_medicine",
    "generic_name",
    "key_of",
    "medicine_record",
    "named_medicine",
    "read_changes_in_text",
    "resolve",
    "statements_of_diary",
    "taken_or_not",
]
