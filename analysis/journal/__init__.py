"""Files of a patient -> one Journal, with a receipt for every file."""

from analysis.journal.mapping import mapping_from_json, mapping_to_json
from analysis.journal.model import Journal, JournalError, Person, Receipt
from analysis.journal.reading import read_journal
from analysis.journal.receipts import rejected_rows
from analysis.journal.writing import export_journal

__all__ = [
    "Journal",
    "JournalError",
    "Person",
    "Receipt",
    "export_journal",
    "mapping_from_json",
    "mapping_to_json",
    "read_journal",
    "rejected_rows",
]
