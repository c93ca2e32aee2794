"""Files of a patient -> one Journal, with a receipt for every file."""

from analysis.journal.earlier import PAGE_FILES, VISIT_FORMAT
from analysis.journal.entries import OPEN_ORDER
from analysis.journal.fields import Field, dictionary, headers
from analysis.journal.mapping import mapping_from_json, mapping_to_json
from analysis.journal.medicines import class_evidence
from analysis.journal.model import Action, DatesMean, Journal, JournalError, Person, Problem, Receipt, Rows
from analysis.journal.reading import read_journal
from analysis.journal.receipts import rejected_rows, to_csv
from analysis.journal.writing import export_journal

__all__ = [
    "OPEN_ORDER",
    "PAGE_FILES",
    "VISIT_FORMAT",
    "Action",
    "DatesMean",
    "Field",
    "Journal",
    "JournalError",
    "Person",
    "Problem",
    "Receipt",
    "Rows",
    "class_evidence",
    "dictionary",
    "export_journal",
    "headers",
    "mapping_from_json",
    "mapping_to_json",
    "read_journal",
    "rejected_rows",
    "to_csv",
]
