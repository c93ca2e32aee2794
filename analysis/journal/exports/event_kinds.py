"""What the kinds of an event log are by their own names: a cramp, a night without one, a medicine, a day's
field.
"""

from collections.abc import Mapping

from analysis.journal.cells import plain
from analysis.journal.exports.event_logs import Log
from analysis.journal.exports.event_names import cramps_of_kind, parts_of, says_nothing_was
from analysis.journal.fields import dictionary
from analysis.journal.medicines import read_changes_in_text, resolve

NO_CRAMP = "no cramp"  # a kind of event that says that a night was free of them
COUNTED = ("drinks",)  # units of which an event without an amount is one


def suggest(log: Log) -> dict[str, str]:
    """The field that a kind's own name says, by the dictionary's names; kinds that say none are left out.

    What is measured is only suggested where the events carry amounts: "sedentary" alone is no number of
    hours.
    """
    measured = {event.kind for event in log.events if any(map(str.isdecimal, event.amount)) or event.length}
    fields = {
        plain(name): known.name for known in dictionary().values() for name in (known.name, *known.names)
    }
    found = {}
    for kind in dict.fromkeys(event.kind for event in log.events):
        category, detail = parts_of(kind)
        told = cramps_of_kind(kind)
        name = plain(detail.replace("_", " "))
        if plain(category).startswith("med"):
            found[kind] = "medication"
        elif told is not None:
            found[kind] = "cramps" if told else NO_CRAMP
        elif name in fields and dictionary()[fields[name]].is_exposure:
            known = dictionary()[fields[name]]
            if kind in measured or known.kind == "yes_no" or known.unit in COUNTED:
                found[kind] = known.name
        elif is_question(detail):
            continue  # its answer says whether, and never what was taken
        elif (change := _told_change(detail)) is not None:
            found[kind] = change[0]
        elif resolve(detail).generic is not None:
            found[kind] = "medication"
    return found | _nothing_beside_cramps(log, found)


def _nothing_beside_cramps(log: Log, found: Mapping[str, str]) -> dict[str, str]:
    """The kinds that only say "nothing", where all others tell of cramps: then it is these that were not."""
    others = {event.kind for event in log.events if event.kind not in found}
    if "cramps" not in found.values() or not set(found.values()) <= {"cramps", NO_CRAMP}:
        return {}
    return dict.fromkeys(others, NO_CRAMP) if all(map(says_nothing_was, others)) else {}


def is_question(kind: str) -> bool:
    """Whether the kind is a question of the day, so that its moment is none of an event."""
    return kind.rstrip().endswith(("?", "\uff1f"))


def name_of(kind: str) -> str:
    """The kind without the category that an app puts before it."""
    return kind.rpartition(": ")[2]


def _told_change(name: str) -> tuple[str, str] | None:
    """The one change that a kind's name tells ("Started ramipril"), and the medicine as written."""
    told = read_changes_in_text(name)
    return (told[0][0], told[0][1].as_written) if len(told) == 1 and told[0][1].generic else None


def changed_medicine(kind: str) -> str:
    """The medicine whose change a kind's name tells, as written."""
    told = _told_change(name_of(kind))
    return told[1] if told is not None else name_of(kind)
