"""What kind of table it is, and what each of its columns is taken for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from analysis.journal.column_cells import could_count, has_zero, holds_clock_times, holds_moments, tells_apart
from analysis.journal.fields import dictionary, headers
from analysis.journal.headings import Heading, heading
from analysis.journal.layout import RawTable, could_be_date
from analysis.journal.medicines import read_changes_in_text
from analysis.journal.reading_words import words_of
from analysis.journal.values import plain

Kind = Literal[
    "night diary", "cramp log", "medication changes", "measurements", "device days", "event log", "unreadable"
]
NOT_USED = ("", "ignore", "not used", "none", "-")
OWN = "own"

_TELLS_A_CRAMP = frozenset({"onset", "severity", "side", "muscle", "symptoms", "duration", "woke", "relief"})
_SHARED = frozenset({"night", "recorded_at", "notes", "zone", "person_id", "weekday"})
_TABLES_OF: dict[str, tuple[str, ...]] = {
    "night diary": ("night", "cramp", "day"),
    "cramp log": ("cramp", "night"),
    "device days": ("day", "night"),
    "medication changes": ("change",),
    "measurements": ("measurement",),
}
_CRAMP_IN_TEXT = re.compile(
    r"(?:^|[^a-z])(?:leg ?)?(?:cramps?|\w{0,12}krampf\w{0,3}|crampes?|calambres?|krampen?|crampi)(?:[^a-z]|$)"
)


@dataclass(frozen=True)
class Plan:
    """What one column is taken for. ``field`` is a name of the dictionary or an own name; None: not used.

    ``own`` is true for a column that the person keeps under its own name.
    """

    position: int
    header: str
    field: str | None
    heading: Heading
    why: str
    own: bool = False

    @property
    def named(self) -> str:
        """The header, or where the column stands if it has none."""
        return self.header or f"column {self.position + 1}"


@dataclass(frozen=True)
class TablePlan:
    """``events``: every row of a cramp log is a cramp, since an app or its title says so."""

    kind: Kind
    why: str
    columns: tuple[Plan, ...]
    events: bool = False

    def of(self, field: str) -> list[Plan]:
        return [plan for plan in self.columns if plan.field == field]


def plan_table(table: RawTable, mapping: Mapping[str, str], file_name: str) -> TablePlan:
    """What each column is taken for: first what the person mapped, then the names of ``fields.csv``."""
    mapped = {plain(header): field for header, field in mapping.items()}
    drafts = [_draft(position, header, mapped) for position, header in enumerate(table.headers)]
    drafts = _with_medicine_names(drafts)
    drafts = _with_number_beside(_with_clock_times(drafts, table))
    if not any({"night", "recorded_at", "start"} & set(draft.candidates) for draft in drafts):
        drafts = _with_date_by_values(drafts, table)
    kind, why = _kind(drafts, table, file_name)
    if kind in ("night diary", "cramp log", "device days", "unreadable") and _is_of_longer_times(drafts):
        kind, why = "unreadable", _LONGER_TIMES
    listed = kind == "cramp log" and plain(table.title or "") in ("cramps", "cramp log")
    return TablePlan(kind, why, tuple(_settle(drafts, kind, table)), events=listed)


@dataclass(frozen=True)
class _Draft:
    plan: Plan
    candidates: tuple[str, ...]
    mapped: bool


def _with_medicine_names(drafts: list[_Draft]) -> list[_Draft]:
    """In a list with doses the column "Name" names medicines, not people."""
    names = {name for draft in drafts for name in draft.candidates}
    if "medication" in names or not names & {"dose", "stop"}:
        return drafts
    return [
        replace(draft, candidates=("medication",))
        if plain(draft.plan.header) in ("name", "nom", "nombre", "naam", "nome")
        else draft
        for draft in drafts
    ]


_HOW_MANY = re.compile(
    r"(?:how many|how often|how many times|wie viele|wie oft|combien|cuant[oa]s|hoeveel)"
    r"(?: (?:did you have|were there|cramps?))?\??"
)


def _with_number_beside(drafts: list[_Draft]) -> list[_Draft]:
    """Beside a column about cramps, "How many" counts them."""
    found = list(drafts)
    for at, (before, draft) in enumerate(pairwise(drafts), start=1):
        unknown = not draft.candidates and not draft.mapped
        if unknown and before.candidates[:1] == ("cramps",) and _HOW_MANY.fullmatch(plain(draft.plan.header)):
            found[at] = _Draft(replace(draft.plan, why="it stands beside the cramps"), ("cramps",), False)
    return found


def _with_clock_times(drafts: list[_Draft], table: RawTable) -> list[_Draft]:
    """Start and end of a cramp, where they are clock times or moments and no medicine is named."""
    names = {name for draft in drafts for name in draft.candidates}
    if "medication" in names or not names & {"start", "stop", "ended"}:
        return drafts
    found = []
    for draft in drafts:
        cells = [row[draft.plan.position] for row in table.rows]
        timed = not draft.mapped and holds_clock_times(cells)
        moments = not draft.mapped and not timed and holds_moments(cells)
        if "start" in draft.candidates and (timed or (moments and "night" not in names)):
            draft = replace(draft, candidates=("onset",) if timed else ("night",))
        elif {"stop", "ended"} & set(draft.candidates) and (timed or moments):
            draft = replace(draft, candidates=("ended",))
        found.append(draft)
    return found


_LONGER_TIMES = (
    "Each row of the file is about a week or a month, and a journal needs one row for each night; "
    "choose the file in which the nights stand."
)


def _is_of_longer_times(drafts: list[_Draft]) -> bool:
    dates = [draft for draft in drafts if draft.candidates[:1] == ("night",) and not draft.mapped]
    longer = [draft for draft in drafts if draft.plan.heading.longer_time and not draft.mapped]
    if any(draft.mapped and draft.candidates for draft in drafts):
        return False
    counted = any("cramps" in draft.candidates for draft in drafts)
    if dates:
        return all(draft.plan.heading.longer_time for draft in dates)
    return bool(longer) and counted and not any("recorded_at" in draft.candidates for draft in drafts)


_SAMPLED = 30
_MOSTLY = 0.8


def _with_date_by_values(drafts: list[_Draft], table: RawTable) -> list[_Draft]:
    """Where no header names the date, the first column of unknown name whose cells are dates."""
    for at, draft in enumerate(drafts):
        if draft.mapped or (draft.candidates and "onset" not in draft.candidates):
            continue
        cells = [row[draft.plan.position] for row in table.rows if row[draft.plan.position]][:_SAMPLED]
        dates = sum(map(could_be_date, cells))
        if cells and dates >= _MOSTLY * len(cells):
            plan = replace(draft.plan, why="its cells are dates")
            return [*drafts[:at], _Draft(plan, ("night",), False), *drafts[at + 1 :]]
    return drafts


def own_name(header: str) -> str:
    """The name of a column that the person keeps: its words, joined by underscores."""
    name = "_".join(re.findall(r"[^\W_]+", plain(header)))[:60] or "own"
    return f"own_{name}" if name in headers() or name in ("logged", "assumed", OWN) else name


def _draft(position: int, header: str, mapped: Mapping[str, str]) -> _Draft:
    found = heading(header)
    told = mapped.get(plain(header)) if header else None
    if told is None and header.startswith("own:"):
        told, header = OWN, header.removeprefix("own:").strip()
    if told is None:
        return _Draft(Plan(position, header, None, found, found.why), found.fields, False)
    if plain(told) in NOT_USED:
        return _Draft(Plan(position, header, None, found, "mapped: not used"), (), True)
    if told == "date":
        told = "night"
    if told in headers():
        return _Draft(Plan(position, header, told, found, "mapped"), (told,), True)
    name = own_name(header if told == OWN else told)
    return _Draft(Plan(position, header, name, found, "mapped under its own name", own=True), (name,), True)


def _kind(drafts: list[_Draft], table: RawTable, file_name: str) -> tuple[Kind, str]:
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
    if about_medicines or ("medication" in names and not days and not names & _TELLS_A_CRAMP - {"relief"}):
        return "medication changes", "it has a column for the medicine and none for cramps"
    if dated and not days and _tells_changes(drafts, table):
        return "medication changes", "its sentences tell of medicines that were started or stopped"
    tells = names & _TELLS_A_CRAMP
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
    night_fields = {name for name in names if tables.get(name) == "night"} - _SHARED
    if dated and (days or night_fields):
        return "device days", "it has a date and columns about the day, and none about cramps"
    return "unreadable", ""


def _tells_changes(drafts: list[_Draft], table: RawTable) -> bool:
    """Whether most sentences of the one column of words tell of a change of a medicine."""
    words = [draft for draft in drafts if {"change", "notes"} & set(draft.candidates[:1])]
    others = {name for draft in drafts for name in draft.candidates[:1]} - _SHARED - {"change"}
    if len(words) != 1 or others:
        return False
    said = [row[words[0].plan.position] for row in table.rows if row[words[0].plan.position]][:_SAMPLED]
    return len(said) > 0 and 2 * sum(bool(read_changes_in_text(text)) for text in said) > len(said)


_NO_CRAMPS_NAMED = (
    "The file has dates, but neither its name nor its columns say that it is about cramps; "
    "put the word cramps into its name, or map its columns."
)


def _about_cramps(drafts: list[_Draft]) -> bool:
    """Whether a column is about cramps or pain, and not only a time, a place or a rating of anything."""
    for draft in drafts:
        header = plain(draft.plan.header)
        told = draft.mapped or _CRAMP_IN_TEXT.search(header)
        if set(draft.candidates[:1]) & _TELLS_A_CRAMP and (
            told or (draft.candidates[0] not in _OF_ANYTHING and header not in words_of("of anything"))
        ):
            return True
    return False


_OF_ANYTHING = frozenset({"onset", "duration", "relief", "woke"})
_COULD_COUNT = (
    "The file has dates, and a column that is not known could say how many cramps there were; "
    "map that column to use the file."
)


def _could_count(draft: _Draft, table: RawTable) -> bool:
    if draft.candidates or draft.mapped or not plain(draft.plan.header):
        return False
    return could_count([row[draft.plan.position] for row in table.rows])


def _tells_of_several(drafts: list[_Draft]) -> bool:
    """Whether a row has the times or pains of a first, a second and a third cramp."""
    of_cramps = [draft.plan for draft in drafts if set(draft.candidates[:1]) & _TELLS_A_CRAMP - {"relief"}]
    fields: dict[str, list[Plan]] = {}
    for draft in drafts:
        if draft.plan in of_cramps:
            fields.setdefault(draft.candidates[0], []).append(draft.plan)
    return any(tells_apart(plans) for plans in fields.values())


def _says_none(drafts: list[_Draft], table: RawTable) -> bool:
    """Whether there is one row for each date, and a pain or length of 0 in some."""
    dates = [draft.plan.position for draft in drafts if draft.candidates[:1] == ("night",)]
    felt = [d.plan.position for d in drafts if d.candidates[:1] in (("severity",), ("duration",))]
    if not dates or not any(has_zero([row[at] for row in table.rows]) for at in felt):
        return False
    days = [row[dates[0]] for row in table.rows if row[dates[0]]]
    return len(set(days)) == len(days)


def _holds_dates(drafts: list[_Draft], table: RawTable, field: str) -> bool:
    """Whether every filled cell of the columns that could be ``field`` looks like a date: "Cramps" above a
    list of dates.
    """
    for draft in drafts:
        if field in draft.candidates:
            cells = [row[draft.plan.position] for row in table.rows if row[draft.plan.position]][:50]
            return bool(cells) and all(
                len(cell) >= 6 and sum(c.isdigit() for c in cell) >= 3 for cell in cells
            )
    return False


def _settle(drafts: list[_Draft], kind: Kind, table: RawTable) -> list[Plan]:
    allowed = _TABLES_OF.get(kind, ("night", "cramp", "day", "change", "measurement"))
    extra = {"medication changes": {"medication", "reason"}, "measurements": {"dose_unit"}}.get(kind, set())
    plans: list[Plan] = []
    for draft in drafts:
        plan = draft.plan
        if not draft.mapped:
            fits = [
                name
                for name in draft.candidates
                if headers()[name].table in allowed
                or name in extra
                or name in _SHARED
                or headers()[name].table == "file"
            ]
            if fits:
                plan = replace(plan, field=fits[0])
            elif draft.candidates:
                plan = replace(plan, why=f"not used in {kind}")
            else:
                plan = replace(plan, why="")
        plans.append(plan)
    if kind == "cramp log" and not any(plan.field in ("night", "recorded_at", "onset") for plan in plans):
        plans = [replace(plan, field="night") if plan.field == "cramps" else plan for plan in plans]
    return _one_date(plans, table)


def _one_date(plans: list[Plan], table: RawTable) -> list[Plan]:
    """Of several columns that could hold the date, the one with most cells that look like one."""
    dates = [plan for plan in plans if plan.field == "night"]
    if len(dates) < 2:
        return plans
    best = max(dates, key=lambda plan: (_date_like(plan, table), -plan.position))
    return [
        replace(plan, field=None, why="another column holds the date")
        if plan in dates and plan is not best
        else plan
        for plan in plans
    ]


def _date_like(plan: Plan, table: RawTable) -> int:
    cells = (row[plan.position] for row in table.rows[:200])
    return sum(sum(letter.isdigit() for letter in cell) >= 3 and len(cell) >= 5 for cell in cells)
