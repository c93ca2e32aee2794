"""What remarks say of the cramps of nights whose own cell is empty: how many, and none alike."""

from analysis.journal.cells import plain, read_clock, tells_of_a_cramp, words_apart
from analysis.journal.entries import Entries
from analysis.journal.exports import Said, said_in

_COUNTED = "the cell for the cramps is empty, and the remark says how many; they were read from it"
_NONE = "the cell for the cramps is empty, and the remark says that there was none; it was read from it"
_NOT_PLAIN = (
    "the cell for the cramps is empty, and what the remark says of them is not plain; the night is not logged"
)
_HINT = "write how many cramps the night had, 0 for none"


def take_counts_from_remarks(entries: Entries, counts: list[float | None]) -> None:
    """Fills ``counts`` [cramps] of the rows that have none with what their remarks plainly say, and lists the
    others. A remark that speaks of another night than its own, or of a time by day, is not plain; but one
    that is as a whole an answer for none is none.
    """
    for at, text in enumerate(entries.values.get("notes", ())):
        if not text or counts[at] is not None or at in entries.not_understood or not _speaks_of_cramps(text):
            continue
        said = said_in(text, about_cramps=False)
        column = entries.plan.of("notes")[0].named
        if said.answers and not said.night and not _by_day(said):
            counts[at] = said.cramps
            entries.draft.note(at, column, _COUNTED if said.cramps else _NONE, "assumed")
        elif at in entries.none_remarked:
            counts[at] = 0.0
            entries.draft.note(at, column, _NONE, "assumed")
        elif said.unclear or said.answers:
            entries.draft.note(at, column, _NOT_PLAIN, "set_aside", _HINT)


_DAY = range(10, 18)  # hours at which few sleep; a cramp then is hardly one of the night


def _by_day(said: Said) -> bool:
    clocks = read_clock(said.fields.get("onset", "")).value
    return isinstance(clocks, tuple) and any(clock.hour in _DAY for clock in clocks)


def _speaks_of_cramps(text: str) -> bool:
    return tells_of_a_cramp(words_apart(plain(text)))
