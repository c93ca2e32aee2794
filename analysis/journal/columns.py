"""What kind of table it is, and what each of its columns is taken for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from analysis.journal.date_forms import read_date
from analysis.journal.fields import dictionary, headers
from analysis.journal.headings import Heading, heading
from analysis.journal.layout import RawTable
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
    kind: Kind
    why: str
    columns: tuple[Plan, ...]

    def of(self, field: str) -> list[Plan]:
        return [plan for plan in self.columns if plan.field == field]


def plan_table(table: RawTable, mapping: Mapping[str, str], file_name: str) -> TablePlan:
    """What each column is taken for: first what the person mapped, then the names of ``fields.csv``."""
    mapped = {plain(header): field for header, field in mapping.items()}
    drafts = [_draft(position, header, mapped) for position, header in enumerate(table.headers)]
    drafts = _with_medicine_names(drafts)
    if not any({"night", "recorded_at", "start"} & set(draft.candidates) for draft in drafts):
        drafts = _with_date_by_values(drafts, table)
    kind, why = _kind(drafts, table, file_name)
    return TablePlan(kind, why, tuple(_settle(drafts, kind, table)))


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


_SAMPLED = 30
_MOSTLY = 0.8


def _with_date_by_values(drafts: list[_Draft], table: RawTable) -> list[_Draft]:
    """Where no header names the date, the first column of unknown name whose cells are dates."""
    for at, draft in enumerate(drafts):
        if draft.mapped or (draft.candidates and "onset" not in draft.candidates):
            continue
        cells = [row[draft.plan.position] for row in table.rows if row[draft.plan.position]][:_SAMPLED]
        dates = sum(len(cell) >= 6 and read_date(cell, _SOME_DAY) is not None for cell in cells)
        if cells and dates >= _MOSTLY * len(cells):
            plan = replace(draft.plan, why="its cells are dates")
            return [*drafts[:at], _Draft(plan, ("night",), False), *drafts[at + 1 :]]
    return drafts


# Only whether a cell can be a date is asked; the year that a two-digit one would mean does not matter.
_SOME_DAY = date(2024, 6, 30)


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
    tells = names & _TELLS_A_CRAMP
    if tells and dated:
        if days and tells & {"onset", "severity", "side", "muscle", "symptoms"}:
            return "night diary", "it has a date, columns about cramps and columns about the day"
        if not days:
            return "cramp log", "each row has a date and says more about one cramp, and none counts them"
    said = " ".join([file_name, table.title or "", *table.headers])
    if (names & {"night", "recorded_at", "cramps"}) and not days and _CRAMP_IN_TEXT.search(plain(said)):
        return "cramp log", "each row has a date, and the name says that they are cramps"
    night_fields = {name for name in names if tables.get(name) == "night"} - _SHARED
    if dated and (days or night_fields):
        return "device days", "it has a date and columns about the day, and none about cramps"
    return "unreadable", ""


def _holds_dates(drafts: list[_Draft], table: RawTable, field: str) -> bool:
    """Whether every filled cell of the columns that could be ``field`` looks like a date: "Cramps" above a list of dates."""
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
