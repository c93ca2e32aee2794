"""Known apps and devices, and logs with a kind of event in each row."""

from analysis.journal.exports.event_kinds import NO_CRAMP
from analysis.journal.exports.event_logs import Log
from analysis.journal.exports.known import Converted, Export, recognise, recognise_event_log, recognise_habits

__all__ = [
    "NO_CRAMP",
    "Converted",
    "Export",
    "Log",
    "recognise",
    "recognise_event_log",
    "recognise_habits",
]
