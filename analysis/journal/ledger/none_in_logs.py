"""Rows of a cramp log that are of no cramp: they say that there was none, or nothing at all."""

from typing import Any

from analysis.journal.cells import read_muscle
from analysis.journal.entries import Entries
from analysis.journal.ledger.night_rule import is_when_written


def tells_none(entries: Entries, at: int, *, timed: bool) -> bool:
    """Whether a row says that there was no cramp, in words or by its pain and length; ``timed``: it has a
    moment.
    """
    severity, duration = entries.column("severity")[at], entries.column("duration")[at]
    return _of_no_pain(severity, duration, timed) or _none_in_words(entries, at, timed)


def _of_no_pain(severity: Any, duration: Any, timed: bool) -> bool:
    """Whether a row says that there was no cramp: a pain of 0 and no length; without a time also a length
    of 0. An app writes 0 min for what has a moment and no end.
    """
    return not severity and not duration and (severity == 0 or (duration == 0 and not timed))


def _none_in_words(entries: Entries, at: int, timed: bool) -> bool:
    """Whether a cell says in words that there was no cramp, and nothing was felt. Beside a time of its own
    "none" is the place of a cramp that somebody had; the moment of an entry is none.
    """
    if at not in entries.none or entries.column("severity")[at] or entries.column("duration")[at]:
        return False
    of_the_cramp = entries.date_plan is not None and entries.date_plan.field == "onset"
    return not (timed and (of_the_cramp or entries.column("onset")[at]))


_TELL = ("onset", "severity", "duration", "side", "muscle", "symptoms", "woke", "relief")


def tells_nothing(entries: Entries, at: int) -> bool:
    """Whether the row leaves every column about a cramp empty. Without such columns a date is a cramp."""
    if entries.plan.events or at in entries.described:
        return False
    return any(entries.plan.of(name) for name in _TELL)


def is_not_understood(entries: Entries, at: int) -> bool:
    """Whether nothing is understood that the row of a form answers about a cramp. A form gives a row to every
    answer, also where there was no cramp; a place that is not known is none that tells of one.
    """
    table = entries.draft.table
    if table is None or not is_when_written(entries) or at in entries.none or at not in entries.described:
        return False
    if any(entries.column(name)[at] not in (None, ()) for name in _TELL if name != "muscle"):
        return False
    places = (table.rows[at][plan.position] for plan in entries.plan.of("muscle"))
    return not any(place and read_muscle(place).problem is None for place in places)
