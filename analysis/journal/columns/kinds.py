"""What kind of table it is: a diary, a log of cramps, changes of medicines, blood tests, a device's days."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from analysis.journal.cells import pattern_of, plain, read_date_column
from analysis.journal.columns.about_cramps import (
    ASKED,
    Subject,
    hour_in,
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
    holds_clock_times,
    holds_moments,
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
from analysis.journal.fields import headers
from analysis.journal.tables import RawTable, could_be_date, names_days_of_week

# A row with one of these is about a cramp or a pain, not about a medicine.
_OF_A_CRAMP = frozenset({"cramps", "severity", "side", "muscle", "symptoms", "woke"})


class Told(NamedTuple):
    """The kind of a table and by what it was told. For an unreadable one ``why`` is the sentence that says
    what to do, "" where there is nothing particular to say. ``code`` names what is asked about it.
    """

    kind: Kind
    why: str
    code: str = ""


def kind_of(drafts: list[Draft], table: RawTable, subject: Subject) -> Told:
    """What kind of table it is; one that nothing says is about cramps never counts any."""
    names = {name for draft in drafts for name in draft.candidates}
    days = _day_fields(drafts, names)
    dated = bool(names & {"night", "recorded_at", "onset", "start", "stop"})
    if "test" in names and "result" in names:
        return Told("measurements", "it has a column for the test and one for its result")
    if subject.other == "pain":
        if names & {*TELLS_A_CRAMP, "cramps"}:
            return _asked(days, names, ANOTHER_PAIN)
    elif subject.other and subject.other != "something":
        return _asked(days, names, say_other(subject.other))
    if header := not_taken(drafts, table):
        return Told("unreadable", NOT_TAKEN.format(header), CRAMP_COLUMN)
    if header := number_beside_yes(drafts, table):
        return Told("unreadable", BESIDE_YES.format(header), CRAMP_COLUMN)
    if "cramps" in names and dated and not _holds_dates(drafts, table, "cramps"):
        return Told("night diary", "it has a date and a column that says whether there were cramps")
    if _lists_changes(names, days) and not ("change" not in names and _rates_a_pain(drafts, table)):
        return Told("medication changes", "it has a column for the medicine and none for cramps")
    if dated and not days and (names_changed(drafts) or tells_changes(drafts, table)):
        return Told("medication changes", "its sentences tell of medicines that were started or stopped")
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
    return Told("unreadable", "")


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
    if _says_none(drafts, table):
        return Told("night diary", "each row is about another night, and some say that there was no pain")
    if days and not _each_has_its_time(drafts, table):
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


def _each_has_its_time(drafts: Sequence[Draft], table: RawTable) -> bool:
    """Whether every row tells at what time its one cramp was, beside a date that is no night's."""
    onsets = [draft.plan.position for draft in drafts if draft.candidates[:1] == ("onset",)]
    dates = [draft.plan.heading for draft in drafts if draft.candidates[:1] == ("night",)]
    if any(found.evening or found.morning for found in dates):
        return False
    if not onsets and len(dates) == 1:
        moments = next(d.plan.position for d in drafts if d.candidates[:1] == ("night",))
        return _are_moments_of_nights(table.column(moments))
    if len(onsets) != 1:
        return False
    return all(row[onsets[0]] for row in table.rows) and holds_clock_times(table.column(onsets[0]))


_SMALL_HOURS = frozenset({22, 23, *range(7)})  # most night cramps come between 01:00 and 06:00


def _are_moments_of_nights(cells: Sequence[str]) -> bool:
    """Whether every cell is a moment and most are of the small hours: those of cramps, and not of writing."""
    if not cells or not all(cells) or not holds_moments(cells):
        return False
    if len({cell.rpartition(" ")[2] for cell in cells}) == 1 < len(cells):
        return False  # one time of day, such as midnight, is that of a spreadsheet's dates
    return 2 * sum(hour_in(cell) in _SMALL_HOURS for cell in cells) > len(cells)


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


def _says_none(drafts: list[Draft], table: RawTable) -> bool:
    """Whether there is one row for each date or night, and a pain or length of 0 in some."""
    dates = [draft.plan.position for draft in drafts if draft.candidates[:1] == ("night",)]
    felt = [d.plan.position for d in drafts if d.candidates[:1] in (("severity",), ("duration",))]
    if not dates or not any(has_zero(table.column(at)) for at in felt):
        return False
    days = [row[dates[0]] for row in table.rows if row[dates[0]]]
    if len(set(days)) == len(days) and any(":" in day for day in days):
        moments = read_date_column(days, None, date.max).values
        nights = [(moment - _HALF_DAY).date() for moment in moments if moment is not None]
        return len(set(nights)) == len(nights)
    return len(set(days)) == len(days)


_HALF_DAY = timedelta(hours=12)


def _holds_dates(drafts: list[Draft], table: RawTable, field: str) -> bool:
    """Whether every filled cell of the columns that could be ``field`` looks like a date: "Cramps" above a
    list of dates.
    """
    for draft in drafts:
        if field in draft.candidates:
            cells = list(islice(filter(None, table.column(draft.plan.position)), 50))
            return bool(cells) and all(
                len(cell) >= 6 and sum(c.isdecimal() for c in cell) >= 3 and could_be_date(cell)
                for cell in cells
            )
    return False


def is_of_longer_times(drafts: list[Draft], table: RawTable) -> bool:
    """Whether the dates are those of weeks or months, and do not follow each other day by day."""
    dates = [draft for draft in drafts if draft.candidates[:1] == ("night",) and not draft.mapped]
    longer = [draft for draft in drafts if draft.plan.heading.longer_time and not draft.mapped]
    if any(draft.mapped and draft.candidates for draft in drafts):
        return False
    if names_days_of_week(table.headers):
        return True  # each row is a week, whatever its date was taken for
    counted = any("cramps" in draft.candidates for draft in drafts)
    if dates:
        said = all(draft.plan.heading.longer_time for draft in dates)
        return said and not any(_day_by_day(table, draft.plan.position) for draft in dates)
    return bool(longer) and counted and not any("recorded_at" in draft.candidates for draft in drafts)


def _day_by_day(table: RawTable, at: int) -> bool:
    """Whether most dates of a column have the day before or after them there too."""
    read = read_date_column([row[at] for row in table.rows[:_FEW_DATES]], None, date.max)
    days = {value.date().toordinal() for value in read.values if value is not None}
    return 2 * sum(day + 1 in days for day in days) >= len(days) > 1


_FEW_DATES = 60
