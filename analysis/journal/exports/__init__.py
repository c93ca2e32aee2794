"""Known apps and devices, and logs with a kind of event in each row."""

from analysis.journal.exports.known import Converted, Export, recognise, recognise_event_log

__all__ = [
    "Converted",
    "Export",
    "recognise",
    "recognise_event_log",
]
