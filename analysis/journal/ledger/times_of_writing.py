"""Clock times in a diary that are those of writing, and of no cramp.

| a row with a clock time and | its time is |
|---|---|
| a cramp, however it is told | the cramp's |
| no cramp, under a heading that names no cramp | when it was written; the night has none |
| no cramp, under a heading such as "Time of cramp", or several times | against it: nothing is logged |
| nothing about cramps, but an entry of the day or night | when it was written; the night is not logged |
| nothing else at all | the cramp's |
| one and the same time in every row, under a heading that names no cramp | when it was written |
| any, under "Time woken" where nights without a cramp have one too | that of waking, and no cramp's |

A heading that names the cramp or its onset, or that only a person could tell, is the cramp's own time.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from analysis.journal.cells import pattern_of, plain, words_of
from analysis.journal.columns import ReadAs, names_cramps
from analysis.journal.entries import ONE_DAY, Entries
from analysis.journal.fields import dictionary
from analysis.journal.ledger.cramp_log import CRAMP_FIELDS
from analysis.journal.ledger.night_rule import is_when_written
from analysis.journal.tables import heading_words

_FEWEST_TIMES = 2
_FEWEST_ALIKE = 3
_TELLS_ONE = ("cramps", "severity", "duration")  # where one of them has a column, a time need not tell it


def set_aside_times_of_writing(entries: Entries, *, counted: bool) -> None:
    """Takes the clock times that are no cramp's out of the column ``onset``, before cramps are counted.
    ``counted``: the diary has a column for the number of cramps.
    """
    if "onset" not in entries.values:
        return
    onsets = entries.values["onset"]
    of_cramp = times_are_of_cramps(entries)
    if not of_cramp and _one_time_throughout(onsets):
        onsets[:] = [None] * len(entries)
        problem = "every row has the same clock time; it is taken for the time of writing"
        entries.draft.note(None, entries.plan.of("onset")[0].named, problem, "assumed")
        return
    every_time = _times_are_when_written(entries)
    if every_time and _are_of_waking(entries):
        onsets[:] = [None] * len(entries)
        return
    could_tell = counted or any(name in entries.values for name in _TELLS_ONE[1:])
    tells_only_of_else = _telling_only_of_else(entries, every_time=every_time)
    for at, (clocks, count) in enumerate(zip(onsets, entries.column("cramps"), strict=True)):
        if not clocks or count:
            continue
        if says_none(entries, at, counted=counted):
            if every_time:
                onsets[at] = None
            elif not of_cramp and len(clocks) == 1:
                _set_aside(entries, at, "there was no cramp; the clock time is taken for when it was written")
        elif could_tell and not of_cramp and tells_only_of_else(at):
            problem = (
                "nothing but a clock time could tell of a cramp; it is taken for when the row was written"
            )
            _set_aside(entries, at, problem)


def set_aside_last_nights(entries: Entries) -> None:
    """Takes the answers about "last night" out that were written shortly after midnight: who has not slept
    yet means the night before, and who was woken the one that goes on. Their nights are not logged.
    """
    of_last = [plan for plan in entries.plan.of("cramps") if plan.heading.last_night]
    if not of_last or not is_when_written(entries):
        return
    told = [entries.values[name] for name in ("cramps", "onset", *CRAMP_FIELDS) if name in entries.values]
    seconds = (entries.seconds % ONE_DAY).tolist()
    for at, (second, timed) in enumerate(zip(seconds, entries.timed, strict=True)):
        if not timed or second >= _MORNING or all(values[at] is None for values in told):
            continue
        for values in told:
            values[at] = None
        entries.none.discard(at)
        entries.not_understood.add(at)
        entries.draft.note(at, of_last[0].named, _WHICH_NIGHT, "set_aside", _WRITE_DATE)


_MORNING = 4 * 3600  # seconds of the day, from which on "last night" is the night that ends
_WHICH_NIGHT = "written shortly after midnight, “last night” can be the night before or the one that goes on"
_WRITE_DATE = "write the number of cramps beside the date of its evening"


def says_none(entries: Entries, at: int, *, counted: bool) -> bool:
    """Whether a row says that there was no cramp: by its number, else by a pain or length of 0 or in words
    where nothing was felt.
    """
    count = entries.column("cramps")[at]
    if count is not None:
        return bool(count == 0)
    severity = entries.column("severity")[at]
    if (severity or 0) > 0 or (entries.column("duration")[at] or 0) > 0:
        return False
    # Beside a time, the "none" of a second time or of an end is none of the cramp.
    several = len(entries.plan.of("onset")) > 1 or bool(entries.each or entries.plan.of("ended"))
    in_words = at in entries.none and not (several and entries.column("onset")[at])
    return in_words or (not counted and 0 in (severity, entries.column("duration")[at]))


def _one_time_throughout(onsets: Sequence[Any]) -> bool:
    """Whether each of several rows has the one and same clock time, as a reminder or a mood gives it."""
    return len(onsets) >= _FEWEST_ALIKE and all(onsets) and len(set(onsets)) == 1 and len(onsets[0]) == 1


def _set_aside(entries: Entries, at: int, problem: str) -> None:
    entries.values["onset"][at] = None
    entries.draft.note(at, entries.plan.of("onset")[0].named, problem, "assumed")


def times_are_of_cramps(entries: Entries) -> bool:
    """Whether the heading of the times names the cramp or its onset, numbers them, or a person told them."""
    return bool(entries.each) or any(
        (plan.why == ReadAs.MAPPED and "onset" not in plan.heading.fields)
        or names_cramps(plan.header)
        or pattern_of("onset").search(plain(plan.header))
        for plan in entries.plan.of("onset")
    )


_WRITING = "nights without a cramp have a time too; it is taken for the time of writing there"
_WAKING = "nights without a cramp have a time too; it is taken for that of waking, and is no cramp's"


def _are_of_waking(entries: Entries) -> bool:
    plans = entries.plan.of("onset")
    return all(heading_words(plan.header) in words_of("time of waking") for plan in plans)


def _times_are_when_written(entries: Entries) -> bool:
    """Whether the nights without a cramp have a time as well: those times are when the rows were written."""
    onsets = entries.column("onset")
    none = [bool(onsets[at]) for at, count in enumerate(entries.column("cramps")) if count == 0]
    if sum(none) < _FEWEST_TIMES or 2 * sum(none) <= len(none):
        return False
    problem = _WAKING if _are_of_waking(entries) else _WRITING
    entries.draft.note(None, entries.plan.of("onset")[0].named, problem, "assumed")
    return True


def _telling_only_of_else(entries: Entries, *, every_time: bool) -> Callable[[int], bool]:
    """Whether a row tells nothing of a cramp, and something of the day or night unless every time is known
    to be one of writing.
    """
    of_cramp = _columns(entries, ("cramps", *CRAMP_FIELDS))
    known = {name for name, field in dictionary().items() if field.table != "cramp"} - _BESIDE
    of_else = _columns(entries, known | {field.name for field in entries.own_fields})
    return lambda at: (
        not any(column[at] for column in of_cramp)
        and (every_time or any(column[at] is not None for column in of_else))
    )


def _columns(entries: Entries, names: Iterable[str]) -> list[list[Any]]:
    return [entries.values[name] for name in names if name in entries.values]


_BESIDE = frozenset({"cramps", "night", "recorded_at", "notes"})
