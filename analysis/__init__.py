"""Cramp Journal: files of a patient in, one honest picture out."""

from analysis.journal import (
    Journal,
    JournalError,
    Person,
    Receipt,
    export_journal,
    mapping_from_json,
    mapping_to_json,
    read_journal,
    rejected_rows,
)
from analysis.review import Review, questions, review

__all__ = [
    "Journal",
    "JournalError",
    "Person",
    "Receipt",
    "Review",
    "export_journal",
    "mapping_from_json",
    "mapping_to_json",
    "questions",
    "read_journal",
    "rejected_rows",
    "review",
]
