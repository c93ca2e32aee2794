"""Known apps and devices, and logs with a kind of event in each row."""

from analysis.journal.exports.apple_health import apple_records
from analysis.journal.exports.chat_exports import chat_lines
from analysis.journal.exports.converted import Converted
from analysis.journal.exports.copied_chats import copied_chat
from analysis.journal.exports.dated_lines import DatedLines, Line, dated_lines
from analysis.journal.exports.event_cells import kind_column, with_blanks_filled
from analysis.journal.exports.event_kinds import NO_CRAMP
from analysis.journal.exports.event_kinds import suggest as suggest_kinds
from analysis.journal.exports.event_logs import Log
from analysis.journal.exports.event_names import is_unclear
from analysis.journal.exports.event_shape import Said as SaidOfLog
from analysis.journal.exports.event_shape import headings_of_counts
from analysis.journal.exports.habits import could_be_habits, header_of_habit
from analysis.journal.exports.known import EVENT_LOG, Export, recognise, recognise_event_log, recognise_habits
from analysis.journal.exports.line_openings import without_stretch
from analysis.journal.exports.said_in_lines import COMING, PAST, said_in
from analysis.journal.exports.settled_lines import Said

__all__ = [
    "COMING",
    "EVENT_LOG",
    "NO_CRAMP",
    "PAST",
    "Converted",
    "DatedLines",
    "Export",
    "Line",
    "Log",
    "Said",
    "SaidOfLog",
    "apple_records",
    "chat_lines",
    "copied_chat",
    "could_be_habits",
    "dated_lines",
    "header_of_habit",
    "headings_of_counts",
    "is_unclear",
    "kind_column",
    "recognise",
    "recognise_event_log",
    "recognise_habits",
    "said_in",
    "suggest_kinds",
    "with_blanks_filled",
    "without_stretch",
]
