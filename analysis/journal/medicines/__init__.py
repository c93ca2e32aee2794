"""A medicine's name -> generic and class; what was written -> what was taken when."""

from analysis.journal.medicines.change_words import (
    change_in_cell,
    for_a_time,
    goes_on,
    is_no_change,
    is_not_made_yet,
    is_surely_a_change,
)
from analysis.journal.medicines.classes import (
    Medicine,
    class_evidence,
    generic_name,
    of_tablets,
    read_medicine_list,
    resolve,
)
from analysis.journal.medicines.diary_words import (
    EVERY_MEDICINE,
    ends_every_medicine,
    named_medicine,
    statements_of_diary,
    taken_or_not,
)
from analysis.journal.medicines.differences import difference_in_cell
from analysis.journal.medicines.doses import times_a_day, two_doses
from analysis.journal.medicines.exchanges import exchange_beside
from analysis.journal.medicines.intake_logs import said_not_taken_at_end
from analysis.journal.medicines.known import class_named
from analysis.journal.medicines.left_open import all_left_open
from analysis.journal.medicines.names import Memory
from analysis.journal.medicines.nightly_doses import TAKEN_AT_LEAST
from analysis.journal.medicines.record import Record, medicine_record
from analysis.journal.medicines.said_of_intake import CLOCK, said_of_intake
from analysis.journal.medicines.statements import (
    CHANGES,
    ENDS,
    Change,
    Log,
    Said,
    Statement,
    compare_doses,
    dose_after,
    key_of,
)
from analysis.journal.medicines.tablets import is_bare, number_of_tablets, unit_of
from analysis.journal.medicines.text import read_changes_in_text, telling_an_undated_change, together

__all__ = [
    "CHANGES",
    "CLOCK",
    "ENDS",
    "EVERY_MEDICINE",
    "TAKEN_AT_LEAST",
    "Change",
    "Log",
    "Medicine",
    "Memory",
    "Record",
    "Said",
    "Statement",
    "all_left_open",
    "change_in_cell",
    "class_evidence",
    "class_named",
    "compare_doses",
    "difference_in_cell",
    "dose_after",
    "ends_every_medicine",
    "exchange_beside",
    "for_a_time",
    "generic_name",
    "goes_on",
    "is_bare",
    "is_no_change",
    "is_not_made_yet",
    "is_surely_a_change",
    "key_of",
    "medicine_record",
    "named_medicine",
    "number_of_tablets",
    "of_tablets",
    "read_changes_in_text",
    "read_medicine_list",
    "resolve",
    "said_not_taken_at_end",
    "said_of_intake",
    "statements_of_diary",
    "taken_or_not",
    "telling_an_undated_change",
    "times_a_day",
    "together",
    "two_doses",
    "unit_of",
]
