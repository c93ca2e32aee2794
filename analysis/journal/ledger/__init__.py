"""Which night is meant, the same night twice, and the ledger of all nights."""

from analysis.journal.ledger.cramp_log import (
    CRAMP_FIELDS,
    Cramp,
    Logged,
    onsets_of_log,
    reject_cramps_of_lost_nights,
    settle_logs,
)
from analysis.journal.ledger.days import add_up_entries, yield_to_totals
from analysis.journal.ledger.diary import (
    add_to,
    combine,
    count_cramps_of_diary,
    cramps_of_diary,
    numbered_cramps,
)
from analysis.journal.ledger.ledger import (
    add_cramps,
    collect,
    cramp_table,
    day_table,
    night_table,
    note_outside,
)
from analysis.journal.ledger.legs_of_files import files_of_logs, legs_of_files
from analysis.journal.ledger.log_days import add_days_of_logs
from analysis.journal.ledger.night_rule import (
    NO_DAY,
    NOT_NEEDED,
    Days,
    decide_night_rule,
    nights_of_device,
    nights_of_diary,
)
from analysis.journal.ledger.places import places_of, unread_remarks
from analysis.journal.ledger.rows_of_legs import cramps_by_row
from analysis.journal.ledger.same_nights import settle_same_nights
from analysis.journal.ledger.timed_rows import add_up_timed_rows

__all__ = [
    "CRAMP_FIELDS",
    "NOT_NEEDED",
    "NO_DAY",
    "Cramp",
    "Days",
    "Logged",
    "add_cramps",
    "add_days_of_logs",
    "add_to",
    "add_up_entries",
    "add_up_timed_rows",
    "collect",
    "combine",
    "count_cramps_of_diary",
    "cramp_table",
    "cramps_by_row",
    "cramps_of_diary",
    "day_table",
    "decide_night_rule",
    "files_of_logs",
    "legs_of_files",
    "night_table",
    "nights_of_device",
    "nights_of_diary",
    "note_outside",
    "numbered_cramps",
    "onsets_of_log",
    "places_of",
    "reject_cramps_of_lost_nights",
    "settle_logs",
    "settle_same_nights",
    "unread_remarks",
    "yield_to_totals",
]
