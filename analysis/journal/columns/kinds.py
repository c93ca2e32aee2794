"""What kind of table it is: a diary, a log of cramps, changes of medicines, blood tests, a device's days."""

import re
from datetime import date, timedelta

from analysis.journal.cells import plain, read_date_column, words_of
from analysis.journal.columns.looks import could_count, has_zero, tells_apart
from analysis.journal.columns.plans import SHARED, TELLS_A_CRAMP, Draft, Kind, Plan
from analysis.journal.fields import dictionary
from analysis.journal.medicines import read_changes_in_text
from analysis.journal.tables import RawTable

_CRAMP_IN_TEXT = re.compile(
    r"(?:^|[^a-z])(?:leg ?)?(?:cramps?|\w{0,12}krampf\w{0,3}|crampes?|calambres?|krampen?|crampi)(?:[^a-z]|$)"
)
_SAMPLED = 30


def kind_of(drafts: list[Draft], table: RawTable, file_name: str) -> tuple[Kind, str]:
    """The kind of the table and by what it was told. For an unreadable one the sentence that says what to do,
    "" where there is nothing particular to say.
    """
    names = {name for draft in drafts for name in draft.candidates}
    tables = {field: known.table for field, known in dictionary().items()}
    days = {name for name in names if tables.get(name) == "day"} | {
        d.plan.field for d in drafts if d.plan.own
    }
    dated = bool(names & {"night", "recorded_at", "onset", "start", "stop"})
    if "test" in names and "result" in names:
        return "measurements", "it has a column for the test and one for its result"
    if "cramps" in names and dated and not _holds_dates(drafts, table, "cramps"):
        return "night diary", "it has a date and a column that says whether there were cramps"
    about_medicines = names & {"change", "dose", "start", "stop"} and "medication" in names
    if about_medicines or ("medication" in names and not days and not names & TELLS_A_CRAMP - {"relief"}):
        return "medication changes", "it has a column for the medicine and none for cramps"
    if dated and not days and _tells_changes(drafts, table):
        return "medication changes", "its sentences tell of medicines that were started or stopped"
    tells = names & TELLS_A_CRAMP
    named = [draft.plan.header for draft in drafts if draft.candidates[:1] in (("night",), ("cramps",))]
    said = bool(_CRAMP_IN_TEXT.search(plain(" ".join([file_name, table.title or "", *named]))))
    if tells and dated:
        if _tells_of_several(drafts):
            return "night diary", "each row has a date and tells of several cramps of one night"
        if _says_none(drafts, table):
            return "night diary", "each row is about another night, and some say that there was no pain"
        if days and (tells & {"severity", "side", "muscle", "symptoms"} or ("onset" in tells and said)):
            return "night diary", "it has a date, columns about cramps and columns about the day"
        if not days and not said and not _about_cramps(drafts):
            return "unreadable", _NO_CRAMPS_NAMED
        if not days:
            return "cramp log", "each row has a date and says more about one cramp, and none counts them"
    if (names & {"night", "recorded_at", "cramps"}) and not days and said:
        if any(_could_count(draft, table) for draft in drafts):
            return "unreadable", _COULD_COUNT
        return "cramp log", "each row has a date, and the name says that they are cramps"
    night_fields = {name for name in names if tables.get(name) == "night"} - SHARED
    if dated and (days or night_fields):
        return "device days", "it has a date and columns about the day, and none about cramps"
    return "unreadable", ""


def _tells_changes(drafts: list[Draft], table: RawTable) -> bool:
    """Whether most sentences of the one column of words tell of a change of a medicine."""
    words = [draft for draft in drafts if {"change", "notes"} & set(draft.candidates[:1])]
    others = {name for draft in drafts for name in draft.candidates[:1]} - SHARED - {"change"}
    if len(words) != 1 or others:
        return False
    said = [row[words[0].plan.position] for row in table.rows if row[words[0].plan.position]][:_SAMPLED]
    return len(said) > 0 and 2 * sum(bool(read_changes_in_text(text)) for text in said) > len(said)


_NO_CRAMPS_NAMED = (
    "The file has dates, but neither its name nor its columns say that it is about cramps; "
    "put the word cramps into its name, or map its columns."
)


def _about_cramps(drafts: list[Draft]) -> bool:
    """Whether a column is about cramps or pain, and not only a time, a place or a rating of anything."""
    for draft in drafts:
        header = plain(draft.plan.header)
        told = draft.mapped or _CRAMP_IN_TEXT.search(header)
        if set(draft.candidates[:1]) & TELLS_A_CRAMP and (
            told or (draft.candidates[0] not in _OF_ANYTHING and header not in words_of("of anything"))
        ):
            return True
    return False


_OF_ANYTHING = frozenset({"onset", "duration", "relief", "woke"})
_COULD_COUNT = (
    "The file has dates, and a column that is not known could say how many cramps there were; "
    "map that column to use the file."
)


def _could_count(draft: Draft, table: RawTable) -> bool:
    if draft.candidates or draft.mapped or not plain(draft.plan.header):
        return False
    return could_count([row[draft.plan.position] for row in table.rows])


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
    if not dates or not any(has_zero([row[at] for row in table.rows]) for at in felt):
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
            cells = [row[draft.plan.position] for row in table.rows if row[draft.plan.position]][:50]
            return bool(cells) and all(
                len(cell) >= 6 and sum(c.isdecimal() for c in cell) >= 3 for cell in cells
            )
    return False


LONGER_TIMES = (
    "Each row of the file is about a week or a month, and a journal needs one row for each night; "
    "choose the file in which the nights stand."
)


def is_of_longer_times(drafts: list[Draft]) -> bool:
    """Whether the dates are those of weeks or months."""
    dates = [draft for draft in drafts if draft.candidates[:1] == ("night",) and not draft.mapped]
    longer = [draft for draft in drafts if draft.plan.heading.longer_time and not draft.mapped]
    if any(draft.mapped and draft.candidates for draft in drafts):
        return False
    counted = any("cramps" in draft.candidates for draft in drafts)
    if dates:
        return all(draft.plan.heading.longer_time for draft in dates)
    return bool(longer) and counted and not any("recorded_at" in draft.candidates for draft in drafts)
