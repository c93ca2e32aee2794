"""What one row of a list of medicines says of its time: first and last day, a pause, or how long it was."""

import re
from functools import cache
from typing import NamedTuple

import pandas as pd

from analysis.journal.cells import alternatives, plain, vocabulary, words_of
from analysis.journal.entries.parts_of_dates import note_year
from analysis.journal.entries.table import Entries, as_date
from analysis.journal.medicines import Said

_NOT_READ = "for how long it was taken was not understood"
_HOW_LONG = "write 7 days or 2 weeks"
_MONTH = 30  # nights
_DAYS = (("unit of days", 1), ("unit of weeks", 7), ("unit of months", _MONTH))


class Turn(NamedTuple):
    """A beginning or an end: on which night, what it is, and whether a last day may be meant by it."""

    night: int | None
    said: Said
    through: bool = False


def night_of(moment: pd.Timestamp) -> int:
    """A moment's day since 1970-01-01."""
    return (moment.normalize() - pd.Timestamp(0)).days


def _night(moment: pd.Timestamp | None) -> int | None:
    return None if moment is None else night_of(moment)


def nights_in(text: str, heading: str = "") -> int | None:
    """How many nights a course lasts; a number alone in the unit of its heading. None where that is not told.

    >>> nights_in("7 days"), nights_in("2 Wochen"), nights_in("10", "Days"), nights_in("until better")
    (7, 14, 10, None)
    """
    words = plain(text[:40]).strip(" .")
    found = _length().fullmatch(words) or _length().fullmatch(f"{words} {plain(heading).strip(' ()?')}")
    if found is None:
        return None
    number = found["number"]
    many = int(number) if number.isdecimal() else int(vocabulary("number").get(number, 0))
    return many * next(nights for kind, nights in _DAYS if found["unit"] in words_of(kind)) or None


@cache
def _length() -> re.Pattern[str]:
    units = alternatives(word for kind, _ in _DAYS for word in words_of(kind))
    before = alternatives(words_of("before a year"))
    for_long = rf"(?:(?:for|fur|pendant|durante|per|voor|{before}) )?"
    return re.compile(rf"{for_long}(?P<number>\d{{1,3}}|[a-z]{{1,6}})[ -]?(?P<unit>{units})")


def end_of_course(entries: Entries, at: int, since: int | None) -> int | None:
    """The first night without a medicine that a row says was taken for so long; None where it says none."""
    text = entries.column("course")[at]
    if not text or since is None or plain(text).strip(" .") in vocabulary("open end"):
        return None
    plan = entries.plan.of("course")[0]
    nights = nights_in(text, plan.header)
    if nights is None:
        entries.draft.note(at, plan.named, _NOT_READ, "set_aside", _HOW_LONG, text)
        return None
    return since + nights


def turns_of(entries: Entries, at: int, *, ends: Said, last_is_taken: bool) -> list[Turn]:
    """The turns of a medicine with its first and last day, in order; without the first, it was taken all
    along. The row is rejected, and nothing told, where its last day is before the first.
    """
    since, until = _night(entries.dates[at]), _night(entries.column("stop")[at])
    if since is not None and until is not None and until < since:
        problem, hint = "the last day is before the first", "write the first day first"
        entries.draft.reject(at, entries.plan.of("stop")[0].named, problem, hint)
        return []
    if since is None and at in entries.parts.get("date", {}):
        note_year(entries, at)
    turns = [Turn(since, "all along" if since is None else "start")]
    for name, said in (("paused", "pause"), ("resumed", "resume")):
        moment = _night(entries.column(name)[at])
        if moment is not None:
            turns.append(Turn(moment, said))  # type: ignore[arg-type]
    if until is not None:
        month = entries.parts.get("stop", {}).get(at)
        if since is not None and month is not None and as_date(since) == month.first:
            until = night_of(pd.Timestamp(month.last))  # the month that it began in
        turns.append(Turn(until + (until == since or last_is_taken), ends, through=True))
    elif (ended := end_of_course(entries, at, since)) is not None:
        turns.append(Turn(ended, ends))
    return turns
