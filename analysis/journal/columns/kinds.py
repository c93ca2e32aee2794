"""What kind of table it is: a diary, a log of cramps, changes of medicines, blood tests, a device's days."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.journal.cells import pattern_of, plain
from analysis.journal.columns.about_cramps import (
    ASKED,
    Subject,
    pains_of_the_night,
    speaks_of_cramps,
)
from analysis.journal.columns.beside_yes import number_beside_yes
from analysis.journal.columns.change_columns import names_changed
from analysis.journal.columns.change_sentences import tells_changes
from analysis.journal.columns.counting_columns import (
    counts_something,
    is_left_open,
    may_count,
    may_say_none,
    not_taken,
)
from analysis.journal.columns.lengths import OF_WHAT, last_longer_than_cramps
from analysis.journal.columns.looks import (
    could_count,
    has_zero,
    tells_apart,
)
from analysis.journal.columns.plans import SHARED, TELLS_A_CRAMP, Draft, Kind, Plan
from analysis.journal.columns.questions import (
    ANOTHER_PAIN,
    ARE_ROWS_CRAMPS,
    ARE_THESE_CRAMPS,
    BESIDE_YES,
    COULD_COUNT,
    CRAMP_COLUMN,
    NOT_TAKEN,
    SOMETHING_ELSE,
    say_other,
)
from analysis.journal.columns.times_of_rows import each_has_its_time, holds_dates, says_no_pain
from analysis.journal.fields import headers
from analysis.journal.tables import RawTable

# A row with one of these is about a cramp or a pain, not about a medicine.
_OF_A_CRAMP = frozenset({"cramps", "severity", "side", "muscle", "symptoms", "woke"})


class Told(NamedTuple):
    """The kind of a table and by what it was told. For an unreadable one ``why`` is the sentence that says
    what to do, "" where there is nothing particular to say. ``code`` names what is asked about it.
    """

    kind: Kind
    why: str
    code: str = ""


@dataclass(frozen=True)
class _Seen:
    """What is seen of a table: the ``names`` of all fields that its columns can be, those of the day and the
    person's own among them, and whether one of them dates its rows.
    """

    drafts: list[Draft]
    table: RawTable
    subject: Subject
    names: set[str]
    days: set[str | None]
    dated: bool


def kind_of(drafts: list[Draft], table: RawTable, subject: Subject) -> Told:
    """What kind of table it is; one that nothing says is about cramps never counts any."""
    names = {name for draft in drafts for name in draft.candidates}
    dated = bool(names & {"night", "recorded_at", "onset", "start", "stop"})
    seen = _Seen(drafts, table, subject, names, _day_fields(drafts, names), dated)
    if "test" in names and "result" in names:
        return Told("measurements", "it has a column for the test and one for its result")
    return (
        _of_something_else(seen)
        or _of_counts_or_changes(seen)
        or _of_each_cramp(seen)
        or _of_rows_that_are_cramps(seen)
        or Told("unreadable", "")
    )


def _of_something_else(seen: _Seen) -> Told | None:
    """A table that names another subject than cramps, or whose yes and no is no answer about them."""
    drafts, table, subject, names = seen.drafts, seen.table, seen.subject, seen.names
    if subject.other == "pain":
        if names & {*TELLS_A_CRAMP, "cramps"}:
            return _asked(seen.days, names, ANOTHER_PAIN)
    elif subject.other and subject.other != "something":
        return _asked(seen.days, names, say_other(subject.other))
    if header := not_taken(drafts, table):
        return Told("unreadable", NOT_TAKEN.format(header), CRAMP_COLUMN)
    if header := number_beside_yes(drafts, table):
        return Told("unreadable", BESIDE_YES.format(header), CRAMP_COLUMN)
    return None


def _of_counts_or_changes(seen: _Seen) -> Told | None:
    """A diary that counts cramps, or a list of medicines."""
    drafts, table, names = seen.drafts, seen.table, seen.names
    if "cramps" in names and seen.dated and not holds_dates(drafts, table, "cramps"):
        return Told("night diary", "it has a date and a column that says whether there were cramps")
    if _lists_changes(names, seen.days) and not ("change" not in names and _rates_a_pain(drafts, table)):
        return Told("medication changes", "it has a column for the medicine and none for cramps")
    if seen.dated and not seen.days and (names_changed(drafts) or tells_changes(drafts, table)):
        return Told("medication changes", "its sentences tell of medicines that were started or stopped")
    return None


def _of_each_cramp(seen: _Seen) -> Told | None:
    """A table whose columns could say more about each cramp, or count them under another name."""
    drafts, table, subject, names = seen.drafts, seen.table, seen.subject, seen.names
    days, dated = seen.days, seen.dated
    tells = (names if subject.said else _filled(drafts, table)) & TELLS_A_CRAMP
    if dated and not subject.said and pains_of_the_night(drafts, table):
        return Told("cramp log", "each row is a pain at a time of the night", ASKED)
    counts = counts_something(drafts, table)
    if dated and days and tells == {"onset"} and not (subject.said or counts):
        return Told("device days", "it has a date and columns about the day, and none about cramps")
    of_day_or_night = days | _night_fields(names)
    if subject.other == "something" and (tells or counts) and not of_day_or_night:
        return Told("unreadable", SOMETHING_ELSE)
    if "ended" in names and dated and not (subject.said or of_day_or_night or counts or tells - {"onset"}):
        longer = last_longer_than_cramps(drafts, table)
        return Told("unreadable", OF_WHAT) if longer else _asked(days, names, ARE_THESE_CRAMPS)
    if dated and not subject.said and (tells or counts):
        return _asked(days, names, ARE_THESE_CRAMPS)
    asked = not subject.sure or any(map(is_left_open, drafts))
    if dated and counts and "cramps" not in names and asked:
        return Told("unreadable", COULD_COUNT, "which_column_counts")
    if (
        tells == {"onset"}
        and dated
        and not (subject.sure or days or _says_when_alone(drafts, table, subject))
    ):
        return Told("unreadable", ARE_ROWS_CRAMPS, ASKED)
    if tells == {"woke"} and dated and not (days or subject.sure) and (header := _waking(drafts, table)):
        return Told("unreadable", NOT_TAKEN.format(header), CRAMP_COLUMN)
    if tells == {"onset"} and dated and days and not subject.sure and _adds_up(drafts, table, days):
        return _asked(days, names, ARE_ROWS_CRAMPS)
    if tells and dated:
        # What a person maps says what that column is, and nothing of what the rows are.
        by_heading = _day_fields([draft for draft in drafts if not draft.mapped], names - _mapped(drafts))
        return _of_parts(drafts, table, by_heading, tells)
    return None


def _of_rows_that_are_cramps(seen: _Seen) -> Told | None:
    """A table of dates and nothing that is about cramps but its name, or of the days of a device."""
    drafts, table, subject, names = seen.drafts, seen.table, seen.subject, seen.names
    days, dated = seen.days, seen.dated
    if (names & {"night", "recorded_at", "cramps"}) and not days and subject.said:
        could = may_say_none if subject.sure else may_count
        if any(could(draft, table) for draft in drafts):
            return Told("unreadable", COULD_COUNT, "which_column_counts")
        if _night_fields(names) and not subject.sure:
            return Told("device days", "it has a date and columns about the night, and none about cramps")
        if not subject.sure and not _says_when_alone(drafts, table, subject):
            return Told("unreadable", ARE_ROWS_CRAMPS, ASKED)
        return Told("cramp log", "each row has a date, and the name says that they are cramps")
    if dated and (days or _night_fields(names)):
        return Told("device days", "it has a date and columns about the day, and none about cramps")
    return None


def _filled(drafts: Sequence[Draft], table: RawTable) -> set[str]:
    """What the columns that hold anything can be: an empty one tells nothing."""
    held = (draft for draft in drafts if any(table.different(draft.plan.position)))
    return {name for draft in held for name in draft.candidates}


def _waking(drafts: Sequence[Draft], table: RawTable) -> str:
    """The heading of the column that says whether a cramp woke the person, where it says no in some row: that
    there was a cramp then, too, nobody said. "" where it never does.
    """
    waking = next(draft.plan for draft in drafts if draft.candidates[:1] == ("woke",))
    return waking.header[:60] if has_zero(table.different(waking.position)) else ""


def _says_when_alone(drafts: Sequence[Draft], table: RawTable, subject: Subject) -> bool:
    """Whether the rows of a table that is named after cramps hold nothing but when each was, and remarks:
    what else stands there could be about anything, as "What did you take for cramps?" is.
    """
    of_when = [
        draft
        for draft in drafts
        if draft.numbers_rows or {"night", "recorded_at", "onset", "cramps"} & set(draft.candidates)
    ]
    if not subject.named and not any(speaks_of_cramps(draft.plan.header) for draft in of_when):
        return False
    beside = (draft for draft in drafts if draft.is_unknown)
    return not any(any(table.different(draft.plan.position)) for draft in beside)


def _day_fields(drafts: Sequence[Draft], names: set[str]) -> set[str | None]:
    known = headers()
    of_days = {name for name in names if name in known and known[name].table == "day"}
    return of_days | {draft.plan.field for draft in drafts if draft.plan.own}


def _night_fields(names: set[str]) -> set[str]:
    known = headers()
    return {name for name in names if name in known and known[name].table == "night"} - SHARED - {"cramps"}


def _lists_changes(names: set[str], days: set[str | None]) -> bool:
    """Whether a table is a list of medicines: a diary with pain, medicine and dose is a diary."""
    if "medication" not in names or (names & _OF_A_CRAMP and "change" not in names):
        return False
    of_nights = _night_fields(names) - {"medication"} | names & TELLS_A_CRAMP - {"relief"}
    return bool(names & {"change", "dose", "start", "stop"}) or not (days or of_nights)


_PAIN = re.compile(r"schmerz|pijn|" + pattern_of("pain").pattern)


def _rates_a_pain(drafts: Sequence[Draft], table: RawTable) -> bool:
    """Whether a column that is not known holds numbers under a heading that says pain, of whatever."""
    return any(
        not (draft.candidates or draft.mapped)
        and _PAIN.search(plain(draft.plan.header[:80]))
        and could_count(table.column(draft.plan.position), few=True)
        for draft in drafts
    )


def _of_parts(drafts: list[Draft], table: RawTable, days: set[str | None], tells: set[str]) -> Told:
    """The kind of a table about cramps that counts none: it says more about each."""
    if _tells_of_several(drafts):
        return Told("night diary", "each row has a date and tells of several cramps of one night")
    if says_no_pain(drafts, table):
        return Told("night diary", "each row is about another night, and some say that there was no pain")
    if days and not each_has_its_time(drafts, table):
        if tells & {"severity", "side", "muscle", "symptoms", "onset"}:
            return Told("night diary", "it has a date, columns about cramps and columns about the day")
        return Told("device days", "it has a date and columns about the day, and none about cramps")
    return Told("cramp log", "each row has a date and says more about one cramp, and none counts them")


def _adds_up(drafts: Sequence[Draft], table: RawTable, days: set[str | None]) -> bool:
    """Whether rows of one date have different amounts of the day, and no heading speaks of cramps: they are
    parts of the day, such as glasses, and no cramps with what was drunk all day beside each.
    """
    dates = [draft.plan.position for draft in drafts if draft.candidates[:1] == ("night",)]
    if len(dates) != 1 or any(speaks_of_cramps(draft.plan.header) for draft in drafts):
        return False
    for draft in drafts:
        if set(draft.candidates[:1]) & days:
            told = {(row[dates[0]], amount) for row in table.rows if (amount := row[draft.plan.position])}
            if len(told) > len({date for date, _ in told}):
                return True
    return False


def _mapped(drafts: Sequence[Draft]) -> set[str]:
    return {name for draft in drafts if draft.mapped for name in draft.candidates}


def _asked(days: set[str | None], names: set[str], sentence: str) -> Told:
    """What is known of the day is used; whether the rest is about cramps is asked."""
    if days or _night_fields(names) - {"medication", "awake"}:
        return Told("device days", "it has a date and columns about the day, and none about cramps", ASKED)
    return Told("unreadable", sentence, ASKED)


def _tells_of_several(drafts: list[Draft]) -> bool:
    """Whether a row has the times or pains of a first, a second and a third cramp."""
    of_cramps = [draft.plan for draft in drafts if set(draft.candidates[:1]) & TELLS_A_CRAMP - {"relief"}]
    fields: dict[str, list[Plan]] = {}
    for draft in drafts:
        if draft.plan in of_cramps:
            fields.setdefault(draft.candidates[0], []).append(draft.plan)
    return any(tells_apart(plans) for plans in fields.values())
