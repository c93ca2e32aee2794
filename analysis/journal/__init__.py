"""Files of a patient -> one Journal, with a receipt for every file."""

from analysis.journal.added import (
    ADDED_FILE,
    COLUMNS,
    Added,
    added_file,
    added_from_data,
    answers_from_json,
    answers_to_json,
)
from analysis.journal.cells import MILLILITRES, NO_COUNT, PAIN_IN_A_WORD, compile_patterns
from analysis.journal.columns import ASKED as ARE_THESE_LEG_CRAMPS
from analysis.journal.columns import field_of_what_is_tried
from analysis.journal.earlier import PAGE_FILES, PAGE_MARK, VISIT_FORMAT
from analysis.journal.entries import OPEN_ORDER
from analysis.journal.fields import Field, dictionary, headers
from analysis.journal.mapping import (
    FILE,
    KIND,
    WORD,
    ZONE,
    check_mapping,
    key_of_file,
    key_of_word,
    key_of_zone,
    mapping_from_json,
    mapping_to_json,
)
from analysis.journal.medicines import class_evidence, generic_name
from analysis.journal.model import (
    Action,
    DatesMean,
    Earlier,
    Journal,
    JournalError,
    Person,
    Problem,
    Receipt,
    Rows,
    RuleReason,
    Suggestion,
)
from analysis.journal.plan_files import export_plan
from analysis.journal.plans import (
    LONGEST_WHAT,
    PART_OF,
    Block,
    Plan,
    PlanKind,
    Told,
    plan_as_data,
    plan_from_data,
)
from analysis.journal.reading import read_journal
from analysis.journal.receipts import FOUND_EMPTY, LEFT_OUT, rejected_rows, to_csv
from analysis.journal.remarks import Remark, remarks_about_signs
from analysis.journal.silent import without_silent
from analysis.journal.together import MOST_FILES, MOST_TOGETHER, which_fit
from analysis.journal.writing import export_journal
from analysis.journal.zoned_files import WHICH_ZONE

__all__ = [
    "ADDED_FILE",
    "ARE_THESE_LEG_CRAMPS",
    "COLUMNS",
    "FILE",
    "FOUND_EMPTY",
    "KIND",
    "LEFT_OUT",
    "LONGEST_WHAT",
    "MILLILITRES",
    "MOST_FILES",
    "MOST_TOGETHER",
    "NO_COUNT",
    "OPEN_ORDER",
    "PAGE_FILES",
    "PAGE_MARK",
    "PAIN_IN_A_WORD",
    "PART_OF",
    "VISIT_FORMAT",
    "WHICH_ZONE",
    "WORD",
    "ZONE",
    "Action",
    "Added",
    "Block",
    "DatesMean",
    "Earlier",
    "Field",
    "Journal",
    "JournalError",
    "Person",
    "Plan",
    "PlanKind",
    "Problem",
    "Receipt",
    "Remark",
    "Rows",
    "RuleReason",
    "Suggestion",
    "Told",
    "added_file",
    "added_from_data",
    "answers_from_json",
    "answers_to_json",
    "check_mapping",
    "class_evidence",
    "compile_patterns",
    "dictionary",
    "export_journal",
    "export_plan",
    "field_of_what_is_tried",
    "generic_name",
    "headers",
    "key_of_file",
    "key_of_word",
    "key_of_zone",
    "mapping_from_json",
    "mapping_to_json",
    "plan_as_data",
    "plan_from_data",
    "read_journal",
    "rejected_rows",
    "remarks_about_signs",
    "to_csv",
    "which_fit",
    "without_silent",
]
